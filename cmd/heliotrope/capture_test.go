//go:build linux

package main

import (
	"strings"
	"testing"

	"heliotrope/e2e/screen"
	"heliotrope/journal"
)

// quickAdd is the title of the small window.
const quickAdd = "^Quick add"

// capture starts the program with the small window, and waits only until that is on
// screen and has the focus, which it takes: keys that come at once are not lost.
func (d *desktop) capture(t *testing.T, h screen.Home) *screen.Window {
	t.Helper()
	c := d.Command(h, "capture", "--today", today)
	c.Env = append(c.Env, "DISPLAY="+d.Display)
	w := d.Find(t, screen.Start(t, c), quickAdd)
	w.HasFocus()
	return w
}

// A moment takes its words and few keys more, with the one of the desktop, and the
// window goes by itself.
func (d *desktop) testCapture(t *testing.T) {
	h := screen.NewHome(t)
	const key, most = 1, 8                  // of the desktop, and in all
	after := []string{"Tab", "Return", "4"} // takes the kind, asks for the energy, gives it
	if n := key + len(after); n > most {
		t.Errorf("a moment takes %d keys next to its words", n)
	}
	w := d.capture(t, h)
	w.Write("1:1 with Ines #team 90m /one")
	w.Keys(after...)
	w.Ends()
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 {
		t.Fatalf("the journal holds %+v, want a week with a moment", c.Entries)
	}
	m := c.Entries[0].Moments[0]
	if m.Text != "1:1 with Ines" || m.Kind != "one-on-one" || m.Energy != journal.BitEnergized || m.Hours != 1.5 || len(m.Tags) != 1 {
		t.Errorf("the moment is %+v", m)
	}
	if draft, _ := h.Draft(t); !draft.Empty() {
		t.Errorf("there is a draft of what was logged: %+v", draft)
	}
}

// What is half-written in the small window is a draft, left by Escape or found after a
// kill, and the main window shows it.
func (d *desktop) testCaptureDraft(t *testing.T) {
	h := screen.NewHome(t)
	w := d.capture(t, h)
	w.Write("+2 /coding Half")
	w.Keys("Escape")
	w.Ends()
	w = d.capture(t, h)
	w.Write(" a thou")
	screen.Eventually(t, "the draft on the disk", func() bool {
		draft, ok := h.Draft(t)
		return ok && strings.HasSuffix(draft.Text, "Half a thou")
	})
	w.Kill()
	w = d.Open(t, h)
	w.Keys("ctrl+n", "End")
	w.Write("ght")
	w.Keys("Return")
	w.Close()
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 || c.Entries[0].Moments[0].Text != "Half a thought" {
		t.Errorf("the journal holds %+v, want the one moment", c.Entries)
	}
}

// Each window opens the other in its own program, which ends with the last of them.
func (d *desktop) testBothWindows(t *testing.T) {
	h := screen.NewHome(t)
	small := d.capture(t, h)
	small.Write("One" + rated)
	if code, errs := d.Start(t, h).Exit(); code != exitDone {
		t.Fatalf("the second start ended with %d: %s", code, errs)
	}
	main := d.Find(t, small.Process, "^Heliotrope$")
	main.Drawn()
	small.Activate()
	small.Keys("Return")
	screen.Eventually(t, "the end of the small window", func() bool {
		_, err := d.Tool("xdotool", "getwindowname", small.ID)
		return err != nil
	})
	again := d.Command(h, "capture")
	again.Env = append(again.Env, "DISPLAY="+d.Display) // a busy program is not waited for without a window
	if said, err := again.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	small = d.Find(t, main.Process, quickAdd)
	small.HasFocus()
	small.Write("Two" + rated)
	main.PressClose()
	screen.Eventually(t, "the end of the main window", func() bool {
		_, err := d.Tool("xdotool", "getwindowname", main.ID)
		return err != nil
	})
	small.Activate()
	small.Keys("Return")
	small.Ends()
	c := d.Export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 2 || c.Entries[0].Moments[1].Text != "Two" {
		t.Errorf("the journal holds %+v, want both moments", c.Entries)
	}
}
