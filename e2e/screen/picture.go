//go:build linux

package screen

import (
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Picture is what a window shows, four bytes a pixel: blue, green, red, nothing.
type Picture struct {
	Width, Height int
	Pixels        []byte
}

// Colors returns how many different colors a picture has, up to most.
func (p Picture) Colors(most int) int {
	found := make(map[[4]byte]bool)
	for at := 0; at+4 <= len(p.Pixels) && len(found) < most; at += 4 {
		found[[4]byte(p.Pixels[at:])] = true
	}
	return len(found)
}

// Changed returns which share of the pixels differs between two pictures, from
// 0 to 1; 1 if they differ in size.
func (p Picture) Changed(now Picture) float64 {
	if p.Width != now.Width || p.Height != now.Height || len(p.Pixels) == 0 {
		return 1
	}
	differ := 0
	for at := 0; at+4 <= len(p.Pixels); at += 4 {
		if [4]byte(p.Pixels[at:]) != [4]byte(now.Pixels[at:]) {
			differ++
		}
	}
	return float64(differ) / float64(len(p.Pixels)/4)
}

// Picture returns what the window shows now; ok is false while it shows
// nothing.
func (w *Window) Picture() (p Picture, ok bool) {
	w.t.Helper()
	x, id := w.connect()
	defer x.Close()
	return take(x, xproto.Drawable(id))
}

// take takes a picture of a window or a screen.
func take(x *xgb.Conn, from xproto.Drawable) (p Picture, ok bool) {
	size, err := xproto.GetGeometry(x, from).Reply()
	if err != nil {
		return Picture{}, false
	}
	reply, err := xproto.GetImage(x, xproto.ImageFormatZPixmap, from, 0, 0, size.Width, size.Height, 1<<32-1).Reply()
	if err != nil {
		return Picture{}, false
	}
	return Picture{int(size.Width), int(size.Height), reply.Data}, true
}

// Shares of the window that change with what comes.
const (
	Menu   = 0.02 // a menu
	Page   = 0.05 // another page, or a dialog in place of another
	Dialog = 0.50 // a dialog, which dims the rest of the window
)

// Bringing does something and waits until that share of the window has changed.
func (w *Window) Bringing(share float64, do func()) {
	w.t.Helper()
	before, ok := w.Picture()
	if !ok {
		w.t.Fatal("the window shows nothing")
	}
	do()
	Eventually(w.t, "a change in the window", func() bool {
		now, ok := w.Picture()
		return ok && before.Changed(now) >= share
	})
}

// Drawn waits until there is text in the window.
func (w *Window) Drawn() {
	w.t.Helper()
	const enough = 40 // text has that many colors along its edges, an empty window one
	Eventually(w.t, "a window with text", func() bool {
		if w.Process.HasEnded() {
			w.t.Fatalf("the program ended before its window was drawn: %s", w.Process.errs)
		}
		p, ok := w.Picture()
		return ok && p.Colors(enough) == enough
	})
}
