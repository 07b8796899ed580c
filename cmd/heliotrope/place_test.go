//go:build linux

package main

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"heliotrope/journal/preferences"
)

// The size of the screen of the tests.
const screenWidth, screenHeight = 1400, 900

// windowPlace is where a window is on the screen, without its frame.
type windowPlace struct{ x, y, width, height int }

// place returns where the window is.
func (w *window) place() (p windowPlace) {
	w.t.Helper()
	id, err := strconv.ParseUint(w.id, 10, 32)
	if err != nil {
		w.t.Fatal(err)
	}
	x, err := xgb.NewConnDisplay(w.d.display)
	if err != nil {
		w.t.Fatal(err)
	}
	defer x.Close()
	size, err := xproto.GetGeometry(x, xproto.Drawable(id)).Reply()
	if err != nil {
		w.t.Fatal(err)
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	at, err := xproto.TranslateCoordinates(x, xproto.Window(id), root, 0, 0).Reply()
	if err != nil {
		w.t.Fatal(err)
	}
	return windowPlace{int(at.DstX), int(at.DstY), int(size.Width), int(size.Height)}
}

// The window is never larger than its screen, whatever the scale, and opens where and
// as large as it was when it was closed, also maximized.
func (d *desktop) testPlace(t *testing.T) {
	for _, scale := range []string{"1", "1.4", "2"} {
		h := newHome(t)
		fits := func(w *window) {
			t.Helper()
			if p := w.place(); p.x < 0 || p.y < 0 || p.x+p.width > screenWidth || p.y+p.height > screenHeight {
				t.Errorf("at scale %s the window is at %+v", scale, p)
			}
		}
		w := d.open(t, h, "FYNE_SCALE="+scale)
		fits(w)
		if scale != "2" { // at which the first page is as wide as the screen
			w = d.movedAndBack(w, h, scale)
		}
		w.leave("ctrl+q")

		settings := preferences.Open(h.in("config/heliotrope/settings.json"))
		if err := settings.Change(func(p *preferences.Preferences) {
			p.Window = preferences.Window{X: 5000, Y: -3000, Width: 4000, Height: 3000}
		}); err != nil {
			t.Fatal(err)
		}
		w = d.open(t, h, "FYNE_SCALE="+scale) // on a screen that is gone
		fits(w)
		w.leave("ctrl+q")
	}
}

// movedAndBack moves the window, closes it and opens it again, twice, the second time
// maximized. It returns the last one.
func (d *desktop) movedAndBack(w *window, h home, scale string) *window {
	t := w.t
	t.Helper()
	var was windowPlace
	eventually(t, "the window in its place", func() bool {
		was = w.place()
		if was.width == 1200 && was.height == 777 && was.x >= 120 && was.x < 130 {
			return true
		}
		w.must("xdotool", "windowsize", w.id, "1200", "777") // again, should Fyne still be at its first size
		w.must("xdotool", "windowmove", w.id, "120", "70")
		return false
	})
	w.drawn()
	w.leave("ctrl+w")

	w = d.open(t, h, "FYNE_SCALE="+scale)
	eventually(t, "the window where it was", func() bool { return w.place() == was })
	w.must("wmctrl", "-i", "-r", w.id, "-b", "add,maximized_vert,maximized_horz")
	eventually(t, "a maximized window", func() bool { return w.place().width == screenWidth })
	w.leave("ctrl+q")

	w = d.open(t, h, "FYNE_SCALE="+scale)
	eventually(t, "a maximized window", func() bool { return w.place().width == screenWidth })
	w.must("wmctrl", "-i", "-r", w.id, "-b", "remove,maximized_vert,maximized_horz")
	eventually(t, "the window where it was before that", func() bool { return w.place() == was })
	return w
}

// leave presses a key that closes the window.
func (w *window) leave(key string) {
	w.t.Helper()
	w.keys(key)
	if code, errs := w.process.exit(w.t); code != exitDone {
		w.t.Errorf("after %s exit %d, want %d: %s", key, code, exitDone, errs)
	}
}

// The keys that have no letter work in a text field as well, Alt alone opens the
// menus, and the arrow keys lead to what they do.
func (d *desktop) testMenuKeys(t *testing.T) {
	h := newHome(t)
	w := d.open(t, h)
	w.begin()
	w.write("half a line")
	small := w.place()
	w.keys("F11")
	eventually(t, "the whole screen", func() bool { return w.place().width == screenWidth && w.place().height == screenHeight })
	w.keys("F11")
	eventually(t, "the window as it was", func() bool { return w.place() == small })
	w.bringing(aPage, func() { w.keys("ctrl+plus", "ctrl+equal", "ctrl+KP_Add") })
	w.bringing(aPage, func() { w.keys("ctrl+minus") })
	w.bringing(aMenu, func() { w.keys("F10") })
	w.bringing(aMenu, func() { w.keys("F10") })
	w.bringing(aMenu, func() { w.keys("alt") })
	w.keys("Right", "Right", "Down", "Down") // the third page of View
	w.bringing(aPage, func() { w.keys("Return") })
	w.bringing(aPage, func() { w.keys("ctrl+n") })
	w.write(" more" + rated)
	w.keys("Return")
	w.leave("ctrl+q")
	settings, err := os.ReadFile(h.in("config/heliotrope/settings.json"))
	if err != nil || !strings.Contains(string(settings), `"textSize": 120`) {
		t.Errorf("the settings are %s, %v", settings, err)
	}
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 || !strings.Contains(c.Entries[0].Moments[0].Text, "more") {
		t.Errorf("the journal holds %+v", c.Entries)
	}
}
