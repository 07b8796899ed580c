//go:build linux

package main

import (
	"strings"
	"testing"

	"heliotrope/journal"
)

// quickAdd is the title of the small window.
const quickAdd = "^Quick add"

// capture starts the program with the small window, and waits only until that is on
// screen and has the focus, which it takes: keys that come at once are not lost.
func (d *desktop) capture(t *testing.T, h home) *window {
	t.Helper()
	env := append(h.environ(), "DISPLAY="+d.display)
	w := d.find(t, start(t, env, d.binary, []string{"capture", "--today", today}), quickAdd)
	w.hasFocus()
	return w
}

// ends waits for the program's end.
func (w *window) ends() {
	w.t.Helper()
	if code, errs := w.process.exit(w.t); code != exitDone || errs != "" {
		w.t.Errorf("exit %d, want %d: %s", code, exitDone, errs)
	}
}

// A moment takes its words and few keys more, with the one of the desktop, and the
// window goes by itself.
func (d *desktop) testCapture(t *testing.T) {
	h := newHome(t)
	const key, most = 1, 8                  // of the desktop, and in all
	after := []string{"Tab", "Return", "4"} // takes the kind, asks for the energy, gives it
	if n := key + len(after); n > most {
		t.Errorf("a moment takes %d keys next to its words", n)
	}
	w := d.capture(t, h)
	w.write("1:1 with Ines #team 90m /one")
	w.keys(after...)
	w.ends()
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 {
		t.Fatalf("the journal holds %+v, want a week with a moment", c.Entries)
	}
	m := c.Entries[0].Moments[0]
	if m.Text != "1:1 with Ines" || m.Kind != "one-on-one" || m.Energy != journal.BitEnergized || m.Hours != 1.5 || len(m.Tags) != 1 {
		t.Errorf("the moment is %+v", m)
	}
	if draft, _ := h.draft(t); !draft.Empty() {
		t.Errorf("there is a draft of what was logged: %+v", draft)
	}
}

// What is half-written in the small window is a draft, left by Escape or found after a
// kill, and the main window shows it.
func (d *desktop) testCaptureDraft(t *testing.T) {
	h := newHome(t)
	w := d.capture(t, h)
	w.write("+2 /coding Half")
	w.keys("Escape")
	w.ends()
	w = d.capture(t, h)
	w.write(" a thou")
	eventually(t, "the draft on the disk", func() bool {
		draft, ok := h.draft(t)
		return ok && strings.HasSuffix(draft.Text, "Half a thou")
	})
	w.kill()
	w = d.open(t, h)
	w.keys("ctrl+n", "End")
	w.write("ght")
	w.keys("Return")
	w.close()
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 1 || c.Entries[0].Moments[0].Text != "Half a thought" {
		t.Errorf("the journal holds %+v, want the one moment", c.Entries)
	}
}

// Each window opens the other in its own program, which ends with the last of them.
func (d *desktop) testBothWindows(t *testing.T) {
	h := newHome(t)
	small := d.capture(t, h)
	small.write("One" + rated)
	if code, errs := d.start(t, h).exit(t); code != exitDone {
		t.Fatalf("the second start ended with %d: %s", code, errs)
	}
	main := d.find(t, small.process, "^Heliotrope$")
	main.drawn()
	small.must("xdotool", "windowactivate", "--sync", small.id)
	small.keys("Return")
	eventually(t, "the end of the small window", func() bool {
		_, err := d.tool("xdotool", "getwindowname", small.id)
		return err != nil
	})
	if said, err := d.command(h, "capture").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	small = d.find(t, main.process, quickAdd)
	small.hasFocus()
	small.write("Two" + rated)
	main.pressClose()
	eventually(t, "the end of the main window", func() bool {
		_, err := d.tool("xdotool", "getwindowname", main.id)
		return err != nil
	})
	small.must("xdotool", "windowactivate", "--sync", small.id)
	small.keys("Return")
	small.ends()
	c := d.export(t, h)
	if len(c.Entries) != 1 || len(c.Entries[0].Moments) != 2 || c.Entries[0].Moments[1].Text != "Two" {
		t.Errorf("the journal holds %+v, want both moments", c.Entries)
	}
}
