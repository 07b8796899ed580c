//go:build linux

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal"
)

// The journal is damaged by hand, in each of these ways, and comes back.
var damages = []struct {
	name string
	do   func(whole []byte) []byte
}{
	{"emptied", func([]byte) []byte { return nil }},
	{"truncated", func(whole []byte) []byte { return whole[:len(whole)/2] }},
	{"bits flipped in the middle", func(whole []byte) []byte {
		return []byte(flip(string(whole), len(whole)/3))
	}},
	{"overwritten", func([]byte) []byte { return []byte("Dear diary: the quokka again.\n") }},
}

// TestSafety: what happens to the journal's file is told in the real window,
// and every week comes back.
func TestSafety(t *testing.T) {
	d := newDesktop(t)
	for _, damage := range damages {
		t.Run(damage.name, func(t *testing.T) { d.testWayBack(t, damage.do) })
	}
	t.Run("removed", d.testRemoved)
	t.Run("quit", d.testQuit)
	t.Run("moved away under the running window", d.testMovedAway)
	t.Run("replaced under the running window", d.testReplaced)
}

// keptSample makes a journal of the sample that has a backup, and returns what
// is in it.
func (d *desktop) keptSample(t *testing.T, h home) journal.Contents {
	t.Helper()
	for _, args := range [][]string{{"import", sampleFile}, {"backup"}} {
		if said, err := d.command(h, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	return d.export(t, h)
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

func (d *desktop) testWayBack(t *testing.T, damage func([]byte) []byte) {
	h := newHome(t)
	want := d.keptSample(t, h)
	whole, err := os.ReadFile(h.journal())
	if err != nil {
		t.Fatal(err)
	}
	broken := damage(whole)
	if err := os.WriteFile(h.journal(), broken, 0o600); err != nil {
		t.Fatal(err)
	}
	w := d.open(t, h)
	if now, _ := os.ReadFile(h.journal()); string(now) != string(broken) {
		t.Error("the file was changed before a way was chosen")
	}
	d.bringBack(t, h, w)
	w.close()
	sameWeeks(t, d.export(t, h), want)
	aside, _ := filepath.Glob(filepath.Join(filepath.Dir(h.journal()), "journal.damaged-*.db"))
	if len(aside) != 1 {
		t.Fatalf("put aside: %v", aside)
	}
	if kept, _ := os.ReadFile(aside[0]); string(kept) != string(broken) {
		t.Error("the damaged file is not as it was")
	}
}

// bringBack chooses the way back that has the focus and waits for the journal.
func (d *desktop) bringBack(t *testing.T, h home, w *window) {
	t.Helper()
	for deadline := time.Now().Add(patience); ; {
		w.keys("Return")
		if _, ok := h.saved(t); ok {
			eventually(t, "the window with the journal open again", func() bool { return isLocked(h.journal()) })
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the journal is not back within %v", patience)
		}
		time.Sleep(200 * time.Millisecond)
	}
}

// isLocked reports whether a program has the journal at path open.
func isLocked(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

func (d *desktop) testRemoved(t *testing.T) {
	h := newHome(t)
	want := d.keptSample(t, h)
	if err := os.Remove(h.journal()); err != nil {
		t.Fatal(err)
	}
	w := d.open(t, h)
	if _, err := os.Stat(h.journal()); err == nil {
		t.Error("a new journal was begun")
	}
	d.bringBack(t, h, w)
	w.close()
	sameWeeks(t, d.export(t, h), want)
}

// Closing the window without a choice leaves every file as it was, and the
// reason is on standard error.
func (d *desktop) testQuit(t *testing.T) {
	h := newHome(t)
	d.keptSample(t, h)
	if err := os.WriteFile(h.journal(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	check := remains(t, h.in("data"))
	w := d.open(t, h)
	time.Sleep(time.Second) // so that the ways back are on screen
	w.must("wmctrl", "-i", "-c", w.id)
	if code, errs := w.process.exit(t); code != exitFailed || !strings.Contains(errs, "journal file is empty") {
		t.Errorf("exit %d with %q", code, errs)
	}
	check()
}

// What is written while the file is away is saved once it is back.
func (d *desktop) testMovedAway(t *testing.T) {
	h := newHome(t)
	want := d.keptSample(t, h)
	w := d.open(t, h)
	away := h.journal() + ".away"
	if err := os.Rename(h.journal(), away); err != nil {
		t.Fatal(err)
	}
	const moment = "Three reviews before lunch"
	w.write(moment)
	w.keys("Return")
	w.must("wmctrl", "-i", "-c", w.id) // asks, since it is not saved
	time.Sleep(time.Second)
	if w.process.hasEnded() {
		t.Fatal("the window closed on text that was not saved")
	}
	w.keys("Escape")
	if err := os.Rename(away, h.journal()); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the moment on the disk", func() bool {
		c, ok := h.saved(t)
		return ok && len(c.Entries) == len(want.Entries)+1
	})
	w.close()
	after := d.export(t, h)
	last := after.Entries[len(after.Entries)-1]
	if len(last.Moments) != 1 || last.Moments[0].Text != moment {
		t.Errorf("the week holds %+v", last.Moments)
	}
}

// A file that another program puts in the journal's place is not written to,
// and what is on screen can be taken along.
func (d *desktop) testReplaced(t *testing.T) {
	h := newHome(t)
	d.keptSample(t, h)
	w := d.open(t, h)
	other := writeFile(t, "other.db", readFile(t, h.journal()))
	if err := os.Rename(other, h.journal()); err != nil {
		t.Fatal(err)
	}
	replaced := readFile(t, h.journal())
	const moment = "Three reviews before lunch"
	w.write(moment)
	w.keys("Return")
	w.must("wmctrl", "-i", "-c", w.id)
	time.Sleep(time.Second)
	if w.process.hasEnded() {
		t.Fatal("the window closed on text that was not saved")
	}
	// The dialog's third button saves a copy of everything.
	w.keys("Tab", "Tab", "Tab", "Return")
	time.Sleep(500 * time.Millisecond)
	w.keys("Return")
	eventually(t, "a copy of everything", func() bool {
		copies, _ := filepath.Glob(h.in("heliotrope-*.md"))
		return len(copies) == 1 && strings.Contains(readFile(t, copies[0]), moment)
	})
	if readFile(t, h.journal()) != replaced {
		t.Error("the other program's file was written to")
	}
}
