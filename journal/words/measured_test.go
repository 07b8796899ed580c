package words_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

func TestMeasured(t *testing.T) {
	h := journal.Hours{Technical: 19.0 / 3, People: 12.5}
	for l, want := range map[words.Language][3]string{
		words.English: {"6\u00a0h\u00a020 technical, 12.5\u00a0h people", "Sunday: 6\u00a0h\u00a020 technical, 12.5\u00a0h people", "Monday: not worked"},
		words.French:  {"6\u00a0h\u00a020 technique, 12,5\u00a0h encadrement", "dimanche\u00a0: 6\u00a0h\u00a020 technique, 12,5\u00a0h encadrement", "lundi\u00a0: pas travaillé"},
	} {
		w := words.In(l)
		got := [3]string{w.TrackHours(h), w.DiaryDay(journal.DiaryDay{Day: 7, Hours: h}), w.DiaryDay(journal.DiaryDay{Day: 1})}
		if got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if got := words.In(words.English).TrackHours(journal.Hours{}); got != "" {
		t.Errorf("no hours are %q", got)
	}
}
