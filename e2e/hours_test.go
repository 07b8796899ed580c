//go:build linux

package e2e

import (
	"fmt"
	"testing"
	"time"

	"heliotrope/e2e/screen"
)

// Four hours pass, at a pace of sixty: the clock of the program and its timers go that
// many times as fast. Each half hour somebody works in the window, as often as the machine
// has time for, and rests. The window then holds no more than after the first hours.
func testFourHours(t *testing.T, d *screen.Desktop) {
	if testing.Short() {
		t.Skip("it takes minutes")
	}
	const (
		pace, hours   = 60, 4
		halves, turns = 2 * hours, 2              // at least so many turns in each
		looks, rest   = 3, 7 * time.Minute / pace // Fyne forgets what is not seen any more once in ten seconds
		heap          = 512 << 10                 // half of what 100 KB a turn come to between the halves that are compared
	)
	d.Binary = screen.Build(t, "-tags", "profile", "-ldflags", fmt.Sprintf("-X heliotrope/journal/wallclock.pace=%d", pace))
	h := screen.NewHome(t)
	settle(t, h)
	d.Import(t, h, sample)
	w := openProfiled(t, d, h)
	size := w.Place()
	turn := 0
	began := time.Now()
	passed := func() time.Duration { return time.Since(began) * pace }
	for half := 0; half < halves || passed() < hours*time.Hour; half++ {
		work := time.Duration(half+1)*30*time.Minute - looks*rest*pace
		for done := 0; done < turns || passed() < work; done++ {
			w.Keys("ctrl+n")
			w.Do(screen.Type(fmt.Sprintf("Moment %d #soak 1h /coding +1", turn)), screen.Press("Return"),
				screen.Press(times(toReflection, "Tab")...), screen.Type("And more. "))
			w.Do(screen.Press("ctrl+n"), screen.Type("Mistaken /planning -1"), screen.Press("Return", "ctrl+z"))
			for i := range 2 {
				pages[(2*turn+i)%len(pages)].open(w.Window)
			}
			w.Do(screen.Press("ctrl+f"), screen.Type("leak"), screen.Press("Escape"))
			if turn < 2 { // of each change of colors the shaper of Fyne retains the fonts, 3 MB
				paint(w.Window, light)
				paint(w.Window, dark)
			}
			w.Resize(size.Width-50, size.Height-50)
			w.Resize(size.Width, size.Height)
			w.Do(screen.Press("ctrl+1", "alt+Left", "alt+Left", "alt+Right", "ctrl+g", "Escape"))
			w.Still()
			turn++
		}
		w.Do(screen.Press("ctrl+n", "alt+Left")) // to a week that stays as it is
		least := w.look(t)
		for range looks {
			if screen.Within(rest, w.Process.HasEnded) {
				t.Fatal("the program has ended")
			}
			w.Keys("F10", "Escape") // it forgets as it draws
			w.Still()
			least = least.least(w.look(t))
		}
		w.had = append(w.had, least)
	}
	t.Logf("%d turns in %v", turn, passed().Round(time.Minute))
	w.Close()
	w.judge(t, heap)

	entries := d.Export(t, h).Entries
	moments := entries[len(entries)-1].Moments
	if len(moments) != turn {
		t.Errorf("the week holds %d moments, want %d", len(moments), turn)
	}
	for i, m := range moments {
		if want := fmt.Sprintf("Moment %d", i); m.Text != want {
			t.Errorf("moment %d is %q, want %q", i, m.Text, want)
		}
	}
}
