//go:build linux

package e2e

import (
	"testing"

	"heliotrope/e2e/screen"
)

// places are the pages and the fields in them, and the keys that lead from one to the
// next.
var places = []struct{ name, key string }{
	{"the line of the week", "ctrl+n"},
	{"the week", "Tab"},
	{"the trends", "ctrl+2"},
	{"a chart", "Tab"},
	{"the journal", "ctrl+3"},
	{"the search", "ctrl+f"},
	{"the list", "Tab"},
	{"the report", "ctrl+4"},
	{"a choice of the report", "Tab"},
	{"the settings", "ctrl+comma"},
	{"a setting", "Tab"},
	{"the manual", "F1"},
}

// No page draws anything while nobody does anything, whatever has the focus: the caret
// stands still, and no layout ends in another. An empty window does as much.
func TestRest(t *testing.T) {
	t.Parallel()
	d := screen.New(t, screen.Build(t))
	h := screen.NewHome(t)
	logYears(t, h.Journal(), 60, 5)
	w := d.Open(t, h)
	frames := d.Frames(t)
	frames.Watch(t, w)
	for _, place := range places {
		w.Keys(place.key)
		frames.Rests(t, w, place.name)
	}
	w.Close()
}
