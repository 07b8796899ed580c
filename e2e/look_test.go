//go:build linux

package e2e

import (
	"strings"
	"testing"

	"heliotrope/e2e/screen"
)

// The colors and the language change on every page and in the middle of a word, and
// what was written goes on.
func testLook(t *testing.T, d *screen.Desktop) {
	h := screen.NewHome(t)
	settle(t, h)
	d.Import(t, h, sample)
	d.Binary = screen.Build(t, "-tags", "profile")
	w := openProfiled(t, d, h)
	w.Write("Half a th")
	paint(w.Window, light)
	w.Write("ought in the li")
	paint(w.Window, dark)
	w.Write("ght ")
	screen.Eventually(t, "the draft on the disk", func() bool {
		draft, ok := h.Draft(t)
		return ok && strings.HasSuffix(draft.Text, "light ")
	})

	english := make(map[page]screen.Picture)
	for _, p := range pages {
		p.open(w.Window)
		english[p] = w.rest(t)
		paint(w.Window, light)
		paint(w.Window, dark)
	}
	speak(w.Window, "Right") // the language after English
	w.Keys("ctrl+n", "End")
	w.Write("/coding and in Fr")
	for _, p := range pages {
		w.Keys(p.key)
		w.Shows(p.name+" in French", func(now screen.Picture) bool { return english[p].Changed(now) > 2*screen.AlmostSame })
	}
	speak(w.Window, "Left")
	w.Keys("ctrl+n", "End")
	w.Write("ench +1")
	for _, p := range pages {
		w.Keys(p.key)
		if p != week { // whose line has more words now
			w.ShowsAgain(p.name+" in English", english[p])
		}
	}
	w.Keys("ctrl+n", "Return")
	w.Close()

	entries := d.Export(t, h).Entries
	const want = "Half a thought in the light and in French"
	if got := entries[len(entries)-1].Moments; len(got) != 1 || got[0].Text != want {
		t.Errorf("the week holds %+v, want %q", got, want)
	}
}

// The places of the colors in the menu View, from its end.
const (
	dark  = 2
	light = 3
)

// paint chooses colors in the menu, which what is typed and not shown yet would close.
func paint(w *screen.Window, colors int) {
	w.Still()
	w.Do(screen.Press("F10", "Right", "Right"), screen.Press(times(colors, "Up")...), screen.Press("Return"))
	w.Shows("other colors", func(now screen.Picture) bool { return now.Light() > 0.5 == (colors == light) })
}

// speak chooses another language in the settings.
func speak(w *screen.Window, key string) {
	settings.open(w)
	w.Bringing(2*screen.AlmostSame, func() { w.Keys("Tab", key) }) // the first field there
	w.Still()
}
