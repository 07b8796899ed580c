//go:build linux

package e2e

import (
	"fmt"
	"testing"
	"time"

	"heliotrope/e2e/screen"
)

// Four hours pass, at a pace of sixty: the clock of the program and its timers go that
// many times as fast. Somebody works in the window now and then, on every page. It then
// holds no more than after the first hours.
func testFourHours(t *testing.T, d *screen.Desktop) {
	const pace, hours, least = 60, 4, 16
	d.Binary = screen.Build(t, "-tags", "profile", "-ldflags", fmt.Sprintf("-X heliotrope/journal/wallclock.pace=%d", pace))
	h := screen.NewHome(t)
	settle(t, h)
	d.Import(t, h, sample)
	w := openProfiled(t, d, h)
	size := w.Place()
	turns, began := 0, time.Now()
	passed := func() time.Duration { return time.Since(began) * pace }
	for ; passed() < hours*time.Hour || turns < least; turns++ { // a busy machine has fewer turns an hour
		w.Keys("ctrl+n")
		w.Do(screen.Type(fmt.Sprintf("Moment %d #soak 1h /coding +1", turns)), screen.Press("Return"),
			screen.Press(times(toReflection, "Tab")...), screen.Type("And more. "))
		w.Do(screen.Press("ctrl+n"), screen.Type("Mistaken /planning -1"), screen.Press("Return", "ctrl+z"))
		for i := range 2 {
			pages[(2*turns+i)%len(pages)].open(w.Window)
		}
		w.Do(screen.Press("ctrl+f"), screen.Type("leak"), screen.Press("Escape"))
		if turns < 2 { // of each change of colors the shaper of Fyne retains the fonts, 3 MB
			paint(w.Window, light)
			paint(w.Window, dark)
		}
		w.Resize(size.Width-50, size.Height-50)
		w.Resize(size.Width, size.Height)
		w.Do(screen.Press("ctrl+1", "alt+Left", "alt+Left", "alt+Right", "ctrl+g", "Escape"))
		w.Still()
		w.count(t)
		const pause = 5 * time.Minute / pace // from one turn to the next
		if screen.Within(pause-time.Since(began)%pause, w.Process.HasEnded) {
			t.Fatal("the program has ended")
		}
	}
	t.Logf("%d turns in %v", turns, passed().Round(time.Minute))
	w.Close()
	w.judge(t)

	entries := d.Export(t, h).Entries
	moments := entries[len(entries)-1].Moments
	if len(moments) != turns {
		t.Fatalf("the week holds %d moments, want %d", len(moments), turns)
	}
	for i, m := range moments {
		if want := fmt.Sprintf("Moment %d", i); m.Text != want {
			t.Errorf("moment %d is %q, want %q", i, m.Text, want)
		}
	}
}
