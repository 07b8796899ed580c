//go:build linux

package screen

import (
	"image/png"
	"io"
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

func init() { xgb.Logger.SetOutput(io.Discard) } // it tells of each connection

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

// Light returns how light the picture is, from 0 to 1.
func (p Picture) Light() float64 {
	sum := 0
	for at := 0; at+4 <= len(p.Pixels); at += 4 {
		sum += int(p.Pixels[at]) + int(p.Pixels[at+1]) + int(p.Pixels[at+2])
	}
	return float64(sum) / float64(3*255*max(len(p.Pixels)/4, 1))
}

// Shows waits until the window shows something.
func (w *Window) Shows(what string, so func(Picture) bool) {
	w.t.Helper()
	Eventually(w.t, what, func() bool {
		now, ok := w.Picture()
		return ok && so(now)
	})
}

// AlmostSame is the most that two pictures of the same page differ by: a cursor that
// blinks, or a frame around what has the focus.
const AlmostSame = 0.004

// ShowsAgain waits until the window shows what it did before.
func (w *Window) ShowsAgain(what string, before Picture) {
	w.t.Helper()
	w.CatchUp()
	if !Within(Patience, func() bool {
		now, ok := w.Picture()
		return ok && before.Changed(now) < AlmostSame
	}) {
		w.t.Errorf("%s: not within %v", what, Patience)
		keepFile(w.t, "before.png", func(f *os.File) error { return png.Encode(f, before) })
		w.t.FailNow()
	}
}

// Still waits until the window has caught up and shows almost the same in several looks,
// and returns that.
func (w *Window) Still() (p Picture) {
	w.t.Helper()
	w.CatchUp()
	const enough = 5
	same, looks, last := 0, 0, 0.0
	if !Within(Patience, func() bool {
		now, ok := w.Picture()
		last = p.Changed(now)
		if same++; !ok || last > AlmostSame {
			same = 0
		}
		p = now
		looks++
		return same == enough
	}) {
		w.t.Fatalf("not still in %d looks within %v: in the last one %.4f changed", looks, Patience, last)
	}
	return p
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
	w.Shows("a change in the window", func(now Picture) bool { return before.Changed(now) >= share })
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
