package backup

import (
	"reflect"
	"testing"

	"heliotrope/journal"
)

func TestCompare(t *testing.T) {
	week := func(text string) journal.Week {
		w, err := journal.ParseWeek(text)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	with := func(said map[string]string) (c journal.Contents) {
		for w, text := range said {
			c.Entries = append(c.Entries, journal.Entry{Week: week(w), Reflection: text})
		}
		c.Sort()
		return c
	}
	present := with(map[string]string{"2026-W40": "a", "2026-W41": "b", "2026-W42": "c", "2026-W50": "d"})
	next := with(map[string]string{"2026-W41": "b", "2026-W42": "other", "2026-W43": "e"})
	got := Compare(present, next)
	want := Differences{
		Gone: []journal.Week{week("2026-W40"), week("2026-W50")},
		Back: []journal.Week{week("2026-W43")}, Changed: []journal.Week{week("2026-W42")},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the differences are %+v, want %+v", got, want)
	}
	if got := Compare(present, present); !reflect.DeepEqual(got, Differences{}) {
		t.Errorf("a journal differs from itself: %+v", got)
	}
}
