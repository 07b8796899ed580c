package words_test

import (
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
