//go:build linux

package e2e

import (
	"fmt"
	"testing"

	"heliotrope/e2e/screen"
)

// The window is resized again and again, on every page and while somebody types. It
// then shows what it did before, and holds no more.
func testResizes(t *testing.T, d *screen.Desktop) {
	if testing.Short() {
		t.Skip("it takes minutes")
	}
	const (
		rounds, resizes = 8, 4    // of each page
		heap            = 4 << 20 // for 100 resizes and more
	)
	h := screen.NewHome(t)
	settle(t, h)
	d.Import(t, h, sample)
	weeks := len(d.Export(t, h).Entries)
	d.Binary = screen.Build(t, "-tags", "profile")
	w := openProfiled(t, d, h)
	size := w.Place()
	resize := func(i int) { w.Resize(size.Width-(37*i)%300, size.Height-(53*i)%230) }
	restore := func() {
		for _, less := range []int{1, 0} { // first a size that nobody asked for before
			w.Resize(size.Width-less, size.Height)
			w.HasSize(size.Width-less, size.Height)
		}
	}
	for round := range rounds {
		for _, p := range pages {
			p.open(w.Window)
			before := w.rest(t)
			for i := range resizes {
				resize(1 + i)
			}
			restore()
			w.ShowsAgain(p.name+" as it was", before)
		}
		w.Keys("ctrl+n")
		typed := make(chan error, 1)
		go func() {
			_, err := d.Tool("xdotool", screen.Type(stormy(round)+" /coding +1")...)
			typed <- err
		}()
		for i := 0; len(typed) == 0; i++ {
			resize(i)
		}
		if err := <-typed; err != nil {
			t.Fatal(err)
		}
		restore()
		w.Keys("Return")
		screen.Eventually(t, "the moment on the disk", func() bool {
			c, ok := h.Saved(t)
			if !ok || len(c.Entries) == weeks {
				return false
			}
			moments := c.Entries[weeks].Moments
			return len(moments) == round+1 && moments[round].Text == stormy(round)
		})
		w.count(t)
	}
	w.Close()
	w.judge(t, heap)

	entries := d.Export(t, h).Entries
	moments := entries[len(entries)-1].Moments
	if len(moments) != rounds {
		t.Fatalf("the week holds %d moments, want %d", len(moments), rounds)
	}
	for i, m := range moments {
		if m.Text != stormy(i) {
			t.Errorf("moment %d is %q, want %q", i, m.Text, stormy(i))
		}
	}
}

func stormy(round int) string { return fmt.Sprintf("Typed in storm %d, on and on", round) }
