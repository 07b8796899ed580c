//go:build linux

package main

import (
	"strconv"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// picture is what a window shows, four bytes a pixel.
type picture []byte

// colors returns how many different colors a picture has, up to most.
func (p picture) colors(most int) int {
	found := make(map[[4]byte]bool)
	for at := 0; at+4 <= len(p) && len(found) < most; at += 4 {
		found[[4]byte(p[at:])] = true
	}
	return len(found)
}

// changed returns which share of the pixels differs between two pictures, from
// 0 to 1; 1 if they differ in size.
func (p picture) changed(now picture) float64 {
	if len(p) != len(now) || len(p) == 0 {
		return 1
	}
	differ := 0
	for at := 0; at+4 <= len(p); at += 4 {
		if [4]byte(p[at:]) != [4]byte(now[at:]) {
			differ++
		}
	}
	return float64(differ) / float64(len(p)/4)
}

// picture returns what the window shows now; ok is false while it shows
// nothing.
func (w *window) picture() (p picture, ok bool) {
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
	drawable := xproto.Drawable(id)
	size, err := xproto.GetGeometry(x, drawable).Reply()
	if err != nil {
		return nil, false
	}
	reply, err := xproto.GetImage(x, xproto.ImageFormatZPixmap, drawable, 0, 0, size.Width, size.Height, 1<<32-1).Reply()
	if err != nil {
		return nil, false
	}
	return reply.Data, true
}

// Shares of the window that change with what comes.
const (
	aMenu   = 0.02 // a menu
	aPage   = 0.05 // another page, or a dialog in place of another
	aDialog = 0.50 // a dialog, which dims the rest of the window
)

// bringing does something and waits until that share of the window has changed.
func (w *window) bringing(share float64, do func()) {
	w.t.Helper()
	before, ok := w.picture()
	if !ok {
		w.t.Fatal("the window shows nothing")
	}
	do()
	eventually(w.t, "a change in the window", func() bool {
		now, ok := w.picture()
		return ok && before.changed(now) >= share
	})
}

// drawn waits until there is text in the window.
func (w *window) drawn() {
	w.t.Helper()
	const enough = 40 // text has that many colors along its edges, an empty window one
	eventually(w.t, "a window with text", func() bool {
		if w.process.hasEnded() {
			w.t.Fatalf("the program ended before its window was drawn: %s", w.process.errs)
		}
		p, ok := w.picture()
		return ok && p.colors(enough) == enough
	})
}

// TestPictures: what differs between two pictures is found.
func TestPictures(t *testing.T) {
	plain := make(picture, 4*100)
	other := append(picture(nil), plain...)
	other[4*7] = 1
	for _, test := range []struct {
		name  string
		a, b  picture
		share float64
	}{
		{"the same", plain, plain, 0},
		{"one pixel of a hundred", plain, other, 0.01},
		{"another size", plain, plain[:4*50], 1},
		{"nothing", nil, nil, 1},
	} {
		if got := test.a.changed(test.b); got != test.share {
			t.Errorf("%s: %v changed, want %v", test.name, got, test.share)
		}
	}
	if plain.colors(40) != 1 || other.colors(40) != 2 || other.colors(1) != 1 {
		t.Error("colors are miscounted")
	}
}
