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
		{journal.ClockEarlier, "The clock says 1 January 1970, which is before your last entry (Week 47, 2026).",
			"L’horloge indique le 1er janvier 1970, soit avant votre dernière entrée (Semaine 47, 2026)."},
		{journal.ClockFarAhead, "The clock says 1 January 1970, more than a year after your last entry (Week 47, 2026).",
			"L’horloge indique le 1er janvier 1970, soit plus d’un an après votre dernière entrée (Semaine 47, 2026)."},
	} {
		for lang, want := range map[words.Language]string{words.English: test.en, words.French: test.fr} {
			got := words.In(lang).ClockDoubt(test.doubt, now, last)
			if len(got) < len(want) || got[:len(want)] != want || (want == "") != (got == "") {
				t.Errorf("%s: %q, want %q…", lang, got, want)
			}
		}
	}
}
