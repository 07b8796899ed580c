package boltstore

import (
	"testing"

	"heliotrope/journal"
)

// TestLacksDismissed: an option without something that another has dismissed lacks it,
// and more dismissed is not less.
func TestLacksDismissed(t *testing.T) {
	with := func(ids ...string) way {
		var w way
		for _, id := range ids {
			w.contents.Dismissed = append(w.contents.Dismissed, journal.Dismissal{ID: id})
		}
		return w
	}
	if l := lacks(with("a", "b"), []way{with("b"), with()}); !l.None() {
		t.Errorf("with more it lacks %+v", l)
	}
	if l := lacks(with("a"), []way{with("a"), with("a", "b")}); !l.Dismissed || l.None() {
		t.Errorf("with less it lacks %+v", l)
	}
}
