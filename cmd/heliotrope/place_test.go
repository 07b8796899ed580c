//go:build linux

package main

import (
	"os"
	"strings"
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal/preferences"
)

// The window is never larger than its screen, whatever the scale, and opens where and
// as large as it was when it was closed, also maximized.
func (d *desktop) testPlace(t *testing.T) {
	for _, scale := range []string{"1", "1.4", "2"} {
		h := screen.NewHome(t)
		fits := func(w *screen.Window) {
			t.Helper()
			if p := w.Place(); p.X < 0 || p.Y < 0 || p.X+p.Width > screen.Width || p.Y+p.Height > screen.Height {
				t.Errorf("at scale %s the window is at %+v", scale, p)
			}
		}
		w := d.Open(t, h, "FYNE_SCALE="+scale)
		fits(w)
		if scale != "2" { // at which the first page is as wide as the screen
			w = d.movedAndBack(t, w, h, scale)
		}
		w.Leave("ctrl+q")

		settings := preferences.Open(h.In("config/heliotrope/settings.json"))
		if err := settings.Change(func(p *preferences.Preferences) {
			p.Window = preferences.Window{X: 5000, Y: -3000, Width: 4000, Height: 3000}
		}); err != nil {
			t.Fatal(err)
		}
		w = d.Open(t, h, "FYNE_SCALE="+scale) // on a screen that is gone
		fits(w)
		w.Leave("ctrl+q")
	}
}

// movedAndBack moves the window, closes it and opens it again, twice, the second time
// maximized. It returns the last one.
func (d *desktop) movedAndBack(t *testing.T, w *screen.Window, h screen.Home, scale string) *screen.Window {
	t.Helper()
	var was screen.Place
	screen.Eventually(t, "the window in its place", func() bool {
		was = w.Place()
		if was.Width == 1200 && was.Height == 777 && was.X >= 120 && was.X < 130 {
			return true
		}
		w.Tool("xdotool", "windowsize", w.ID, "1200", "777") // again, should Fyne still be at its first size
		w.Tool("xdotool", "windowmove", w.ID, "120", "70")
		return false
	})
	w.Drawn()
	w.Leave("ctrl+w")

	w = d.Open(t, h, "FYNE_SCALE="+scale)
	screen.Eventually(t, "the window where it was", func() bool { return w.Place() == was })
	w.Tool("wmctrl", "-i", "-r", w.ID, "-b", "add,maximized_vert,maximized_horz")
	screen.Eventually(t, "a maximized window", func() bool { return w.Place().Width == screen.Width })
	w.Leave("ctrl+q")

	w = d.Open(t, h, "FYNE_SCALE="+scale)
	screen.Eventually(t, "a maximized window", func() bool { return w.Place().Width == screen.Width })
	w.Bringing(screen.Menu, func() { w.Keys("F10") }) // so the program knows that it is
	w.Bringing(screen.Menu, func() { w.Keys("F10") })
	screen.Eventually(t, "the window where it was before that", func() bool {
		if w.Place() == was {
			return true
		}
		w.Tool("wmctrl", "-i", "-r", w.ID, "-b", "remove,maximized_vert,maximized_horz") // again, should the program have maximized it since
		return false
	})
	return w
}

// The keys that have no letter work in a text field as well, Alt alone opens the
// menus, and the arrow keys lead to what they do.
func (d *desktop) testMenuKeys(t *testing.T) {
	h := screen.NewHome(t)
	w := d.Open(t, h)
	w.Begin()
	w.Write("half a line")
	small := w.Place()
	w.Keys("F11")
	screen.Eventually(t, "the whole screen", func() bool { return w.Place().Width == screen.Width && w.Place().Height == screen.Height })
	w.Keys("F11")
	screen.Eventually(t, "the window as it was", func() bool { return w.Place() == small })
	w.Bringing(screen.Page, func() { w.Keys("ctrl+plus", "ctrl+equal", "ctrl+KP_Add") })
	w.Bringing(screen.Page, func() { w.Keys("ctrl+minus") })
	w.Bringing(screen.Menu, func() { w.Keys("F10") })
	w.Bringing(screen.Menu, func() { w.Keys("F10") })
	w.Bringing(screen.Menu, func() { w.Keys("alt") })
	w.Keys("Right", "Right", "Down", "Down") // the third page of View
	w.Bringing(screen.Page, func() { w.Keys("Return") })
	w.Bringing(screen.Page, func() { w.Keys("ctrl+n") })
	w.Write(" more" + rated)
	w.Keys("Return")
	w.Leave("ctrl+q")
	settings, err := os.ReadFile(h.In("config/heliotrope/settings.json"))
	if err != nil || !strings.Contains(string(settings), `"textSize": 120`) {
		t.Errorf("the settings are %s, %v", settings, err)
	}
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 || !strings.Contains(c.Entries[0].Moments[0].Text, "more") {
		t.Errorf("the journal holds %+v", c.Entries)
	}
}
