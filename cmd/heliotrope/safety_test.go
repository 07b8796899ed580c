//go:build linux

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/e2e/screen"
	"heliotrope/journal"
)

// The journal is damaged by hand, in each of these ways, and comes back.
// The window is closed as soon as that has come to pass, wherever the program is
// then with what was chosen.
var damages = []struct {
	name   string
	do     func(whole []byte) []byte
	closed func(t *testing.T, h screen.Home) bool
}{
	{"emptied", func([]byte) []byte { return nil }, isMovedAside},
	{"truncated", func(whole []byte) []byte { return whole[:len(whole)/2] }, isBack},
	{"bits flipped in the middle", func(whole []byte) []byte {
		return []byte(flip(string(whole), len(whole)/3))
	}, isMovedAside},
	{"overwritten", func([]byte) []byte { return []byte("Dear diary: the quokka again.\n") }, isOpen},
}

// isMovedAside reports whether the damaged file has made room.
func isMovedAside(_ *testing.T, h screen.Home) bool { return len(movedAside(h)) > 0 }

// isBack reports whether a whole journal is in its place.
func isBack(t *testing.T, h screen.Home) bool {
	_, ok := h.Saved(t)
	return ok
}

// isOpen reports whether, in addition, the program has it open.
func isOpen(t *testing.T, h screen.Home) bool {
	t.Helper()
	if !isBack(t, h) {
		return false
	}
	file, err := os.Open(h.Journal())
	if err != nil {
		return false
	}
	defer file.Close()
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

// movedAside returns the damaged files that were moved aside.
func movedAside(h screen.Home) []string {
	found, _ := filepath.Glob(filepath.Join(filepath.Dir(h.Journal()), "journal.damaged-*.db")) // fails on no pattern that is right
	return found
}

// TestSafety: what happens to the journal's file is told in the real window,
// and every week comes back.
func TestSafety(t *testing.T) {
	d := newDesktop(t)
	for _, damage := range damages {
		t.Run(damage.name, func(t *testing.T) {
			d.testRecovery(t, damage.do, func(h screen.Home) bool { return damage.closed(t, h) })
		})
	}
	t.Run("closed right after the choice", d.testClosedAtOnce)
	t.Run("removed", d.testRemoved)
	t.Run("quit", d.testQuit)
	t.Run("moved away under the running window", d.testMovedAway)
	t.Run("replaced under the running window", d.testReplaced)
}

// keptSample makes a journal of the sample that has a backup, and returns what
// is in it.
func (d *desktop) keptSample(t *testing.T, h screen.Home) journal.Contents {
	t.Helper()
	for _, args := range [][]string{{"import", sampleFile}, {"backup"}} {
		if said, err := d.Command(h, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	return d.Export(t, h)
}

// sameWeeks fails the test unless both hold the same.
func sameWeeks(t *testing.T, got, want journal.Contents) {
	t.Helper()
	if len(got.Entries) != len(want.Entries) || len(got.Events) != len(want.Events) || got.ID != want.ID {
		t.Fatalf("the journal holds %v, want %v", got, want)
	}
	for i, e := range want.Entries {
		if !got.Entries[i].Equal(e) {
			t.Errorf("week %v came back otherwise", e.Week)
		}
	}
}

// testRecovery damages the journal, takes the first recovery option, and closes
// the window once closed reports true.
func (d *desktop) testRecovery(t *testing.T, damage func([]byte) []byte, closed func(screen.Home) bool) {
	h := screen.NewHome(t)
	want := d.keptSample(t, h)
	broken := spoil(t, h, damage)
	w := d.Open(t, h)
	if readFile(t, h.Journal()) != broken {
		t.Error("the file was changed before an option was chosen")
	}
	choose(t, w, func() bool { return closed(h) })
	w.Close()
	sameWeeks(t, d.Export(t, h), want)
	retains(t, h, broken)
}

// Whoever closes the window right after a choice finds the journal back, or as
// damaged as it was if the choice had not reached the window; the exit status
// says which.
func (d *desktop) testClosedAtOnce(t *testing.T) {
	for range 3 {
		h := screen.NewHome(t)
		want := d.keptSample(t, h)
		broken := spoil(t, h, func([]byte) []byte { return nil })
		w := d.Open(t, h)
		w.Keys("Return")
		w.PressClose()
		switch code, errs := w.Process.Exit(); {
		case code == exitDone:
			sameWeeks(t, d.Export(t, h), want)
			retains(t, h, broken)
		case code != exitFailed || readFile(t, h.Journal()) != broken || len(movedAside(h)) > 0:
			t.Errorf("exit %d with %q, and the journal is not as it was", code, errs)
		}
	}
}

// spoil damages the journal and returns what it then is.
func spoil(t *testing.T, h screen.Home, damage func([]byte) []byte) (broken string) {
	t.Helper()
	content := damage([]byte(readFile(t, h.Journal())))
	if err := os.WriteFile(h.Journal(), content, 0o600); err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// retains fails the test unless the damaged file is next to the journal.
func retains(t *testing.T, h screen.Home, broken string) {
	t.Helper()
	aside := movedAside(h)
	if len(aside) != 1 {
		t.Fatalf("moved aside: %q", aside)
	}
	if readFile(t, aside[0]) != broken {
		t.Error("the damaged file is not as it was")
	}
}

// choose takes the recovery option that has the focus. Until the options are on
// screen nothing has it, so the key is pressed again until that shows.
func choose(t *testing.T, w *screen.Window, shows func() bool) {
	t.Helper()
	screen.Eventually(t, "the journal back", func() bool {
		w.Keys("Return")
		return screen.Within(time.Second, shows)
	})
}

func (d *desktop) testRemoved(t *testing.T) {
	h := screen.NewHome(t)
	want := d.keptSample(t, h)
	if err := os.Remove(h.Journal()); err != nil {
		t.Fatal(err)
	}
	w := d.Open(t, h)
	if _, err := os.Stat(h.Journal()); err == nil {
		t.Error("a new journal was begun")
	}
	choose(t, w, func() bool { return isBack(t, h) })
	w.Close()
	sameWeeks(t, d.Export(t, h), want)
}

// Closing the window without a choice leaves every file as it was, and the
// reason is on standard error.
func (d *desktop) testQuit(t *testing.T) {
	h := screen.NewHome(t)
	d.keptSample(t, h)
	if err := os.WriteFile(h.Journal(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	check := remains(t, h.In("data"))
	w := d.Open(t, h)
	w.PressClose()
	if code, errs := w.Process.Exit(); code != exitFailed || !strings.Contains(errs, "empty") {
		t.Errorf("exit %d with %q", code, errs)
	}
	check()
}

// What is written while the file is away is saved once it is back.
func (d *desktop) testMovedAway(t *testing.T) {
	h := screen.NewHome(t)
	want := d.keptSample(t, h)
	w := d.Open(t, h)
	away := h.Journal() + ".away"
	if err := os.Rename(h.Journal(), away); err != nil {
		t.Fatal(err)
	}
	const moment = "Three reviews before lunch"
	w.Write(moment + rated)
	w.Keys("Return")
	w.Drawn()                               // the row and the bar about the trouble, which are no dialog
	w.Bringing(screen.Dialog, w.PressClose) // it asks, since not everything is saved
	w.Drawn()
	w.Keys("Escape")
	if err := os.Rename(away, h.Journal()); err != nil {
		t.Fatal(err)
	}
	screen.Eventually(t, "the moment on the disk", func() bool {
		c, ok := h.Saved(t)
		return ok && len(c.Entries) == len(want.Entries)+1
	})
	// The dialog may have come later than the key that closes it.
	screen.Eventually(t, "the end", func() bool {
		w.Keys("Escape")
		w.PressClose()
		return screen.Within(10*time.Second, w.Process.HasEnded)
	})
	w.Process.Exit()
	after := d.Export(t, h)
	last := after.Entries[len(after.Entries)-1]
	if len(last.Moments) != 1 || last.Moments[0].Text != moment {
		t.Errorf("the week holds %+v", last.Moments)
	}
}

// A file that another program puts in the journal's place is not written to,
// and what is on screen can be taken along.
func (d *desktop) testReplaced(t *testing.T) {
	h := screen.NewHome(t)
	d.keptSample(t, h)
	other := writeFile(t, "other.db", readFile(t, h.Journal())) // older than the journal
	if said, err := d.Command(h, "--today", today, "add", "Found it", "--kind", "coding", "--energy", "1").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	w := d.Open(t, h)
	if err := os.Rename(other, h.Journal()); err != nil {
		t.Fatal(err)
	}
	replaced := readFile(t, h.Journal())
	const moment = "Three reviews before lunch"
	w.Write(moment + rated)
	w.Keys("Return")
	copied := func() bool {
		copies, _ := filepath.Glob(h.In("heliotrope-*.md"))
		return slices.ContainsFunc(copies, func(c string) bool { return strings.Contains(readFile(t, c), moment) })
	}
	screen.Eventually(t, "a copy of everything", func() bool {
		w.Bringing(screen.Dialog, w.PressClose)
		// The dialog's third button saves a copy of everything. On a busy computer
		// another dialog can come first, which says that the disk is slow and whose
		// third button leaves the window open.
		w.Keys("Tab", "Tab", "Tab")
		w.Bringing(screen.Page, func() { w.Keys("Return") })
		w.Keys("Return")
		if screen.Within(20*time.Second, copied) {
			return true
		}
		w.Keys("Escape")
		return false
	})
	if readFile(t, h.Journal()) != replaced {
		t.Error("the other program's file was written to")
	}
}
