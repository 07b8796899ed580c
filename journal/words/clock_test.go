package words_test

import (
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

func TestClockDoubt(t *testing.T) {
	now, last := time.Date(1970, 1, 1, 12, 0, 0, 0, time.UTC), journal.WeekOf(time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC))
	for _, test := range []struct {
		doubt  journal.ClockDoubt
		en, fr string // as they begin
	}{
		{journal.ClockTrusted, "", ""},
		{journal.ClockEarlier, "This computer’s clock shows 1 January 1970, earlier than your last entry (week 47 of 2026). If that’s wrong, fix it first: entries are filed by it.",
			"L’horloge indique le 1er janvier 1970, soit avant votre dernière entrée (semaine 47 de 2026). Si elle se trompe, réglez-la avant de noter quoi que ce soit : c’est elle qui classe les semaines."},
		{journal.ClockFarAhead, "This computer’s clock shows 1 January 1970, more than a year after your last entry (week 47 of 2026). If that’s wrong, fix it first: entries are filed by it.",
			"L’horloge indique le 1er janvier 1970, soit plus d’un an après votre dernière entrée (semaine 47 de 2026). Si elle se trompe, réglez-la avant de noter quoi que ce soit : c’est elle qui classe les semaines."},
	} {
		for lang, want := range map[words.Language]string{words.English: test.en, words.French: test.fr} {
			got := words.In(lang).ClockDoubt(test.doubt, now, last)
			if len(got) < len(want) || got[:len(want)] != want || (want == "") != (got == "") {
				t.Errorf("%s: %q, want %q…", lang, got, want)
			}
		}
	}
}

func TestLoggedAhead(t *testing.T) {
	today := journal.WeekOf(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	for _, test := range []struct {
		weeks  []journal.Week
		en, fr string // as they begin
	}{
		{nil, "", ""},
		{[]journal.Week{today.Next()}, "Week 49 of 2026 is 1 week ahead and", "La semaine 49 de 2026 n’arrive que dans 1 semaine :"},
		{[]journal.Week{today.Add(104)}, "Week 47 of 2028 is 104 weeks ahead", "La semaine 47 de 2028 n’arrive que dans 104 semaines"},
		{[]journal.Week{today.Add(105)}, "Week 48 of 2028 is 2 years ahead", "La semaine 48 de 2028 n’arrive que dans 2 ans"},
		{[]journal.Week{today.Add(1877), today.Add(2000)}, "2 weeks are ahead and don’t count until then. The first is week 46 of 2062, 36 years from now.",
			"2 semaines ne sont pas encore arrivées : d’ici là, elles ne comptent pas. La première est la semaine 46 de 2062, dans 36 ans."},
	} {
		for lang, want := range map[words.Language]string{words.English: test.en, words.French: test.fr} {
			got := strings.ReplaceAll(words.In(lang).LoggedAhead(test.weeks, today), "\u00a0", " ")
			if !strings.HasPrefix(got, want) || (want == "") != (got == "") {
				t.Errorf("%s: %q, want %q…", lang, got, want)
			}
		}
	}
}
