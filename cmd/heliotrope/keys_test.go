//go:build linux

package main

import (
	"fmt"
	"testing"
	"time"

	"heliotrope/e2e/screen"
)

// cacheLife is how long Fyne remembers in which window an object is that it does
// not draw; a minute, if it is not told otherwise. A field that it has forgotten
// cannot pass a key of the window on.
const cacheLife = 300 * time.Millisecond

// The keys of the window work after any time of waiting, wherever one left it, and
// what is typed there logs nothing.
func (d *desktop) testKeysAfterWaiting(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h, "FYNE_CACHE="+cacheLife.String())
	w.Begin()
	var want []string
	for i, leave := range [][]string{
		{},               // in the line itself
		{"ctrl+2"},       // Trends
		{"ctrl+f"},       // the search of the Journal
		{"ctrl+4"},       // the report
		{"ctrl+comma"},   // the settings
		{"alt+Left"},     // another week
		{"ctrl+g"},       // the calendar
		{"ctrl+2", ""},   // Trends, and another window in front
		{"", "ctrl+n"},   // the line, likewise
		{"ctrl+2", "F5"}, // a key that means nothing
	} {
		for _, key := range leave {
			if key == "" {
				w.Tool("xdotool", "windowminimize", w.ID)
				waits(t, w)
				w.Activate()
				continue
			}
			w.Keys(key)
		}
		waits(t, w)
		if len(leave) > 0 && leave[0] != "" {
			w.Write("ghost") // without a space, which presses a button
			w.Keys("Return")
		}
		w.Keys("ctrl+n")
		text := fmt.Sprintf("Moment %d", i)
		w.Write(text + rated)
		w.Keys("Return")
		want = append(want, text)
	}
	w.Close()
	c := d.Export(t, h)
	var got []string
	for _, e := range c.Entries {
		for _, m := range e.Moments {
			got = append(got, m.Text)
		}
	}
	if len(c.Entries) != 1 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the journal holds %d weeks with %q, want %q", len(c.Entries), got, want)
	}
}

// waits leaves a window alone for longer than Fyne remembers what it does not
// draw.
func waits(t *testing.T, w *screen.Window) {
	t.Helper()
	if screen.Within(5*cacheLife, w.Process.HasEnded) {
		t.Fatal("the program has ended")
	}
}
