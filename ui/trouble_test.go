package ui

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// Whatever happens to the file under the running window, the
// text stays, and the words say what happened.
func TestTroubleWords(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want []string
	}{
		{"replaced", journal.ErrReplaced, []string{"The journal file was moved or replaced while it was open."}},
		{"emptied or cut", fmt.Errorf("%w: %w", journal.ErrReplaced, journal.ErrDamaged), []string{"emptied or shortened", "Recovery options"}},
		{"gone", fmt.Errorf("%w: %w", journal.ErrReplaced, fs.ErrNotExist), []string{"no longer there"}},
		{"permission", fs.ErrPermission, []string{"isn’t accessible to Heliotrope"}},
		{"disk full", &fs.PathError{Op: "write", Err: syscall.ENOSPC}, []string{"the disk is full"}},
		{"disk fault", fmt.Errorf("%w: %w", journal.ErrReadOnly, syscall.EIO), []string{"the disk reported an error"}},
		{"in doubt", journal.ErrReadOnly, []string{"is read-only for now"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(3), words.English)
			d.Store.Fail(tt.err)
			d.Write("Found it")
			d.Press(fyne.KeyReturn)
			d.Write("and half of the next")
			d.Sees(append(tt.want, "still on screen", "Found it", "Not saved yet", "Try again", "Save a copy elsewhere…", "Copy text")...)
			if got := d.line().Text; got != "and half of the next" {
				t.Errorf("the line says %q", got)
			}
			d.Store.Fail(nil)
			d.TapLink("Try again")
			d.Misses("still on screen", "Not saved yet")
			if m := d.Entry().Moments; len(m) != 1 || m[0].Text != "Found it" {
				t.Errorf("the journal has %+v", m)
			}
		})
	}
}

// A journal in doubt is only written to again
// once it was looked at and found whole.
func TestTroubleVerifies(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.Store.Fail(journal.ErrReadOnly)
	d.Write("Found it")
	d.Press(fyne.KeyReturn)
	d.Store.FailVerify(fmt.Errorf("verify: %w", syscall.EIO))
	d.Clock.Finish()
	attempts := d.Store.Attempts()
	d.TapLink("Try again")
	d.Clock.Finish()
	if d.Store.Verified() != 1 || d.Store.Attempts() != attempts {
		t.Errorf("verified %d times, %d more attempts to write", d.Store.Verified(), d.Store.Attempts()-attempts)
	}
	d.Sees("the disk reported an error")
	d.Store.FailVerify(nil)
	d.Store.Fail(nil)
	d.TapLink("Try again")
	d.Sees("All changes saved")
}

func TestTroubleElsewhere(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	home := t.TempDir()
	t.Setenv("HOME", home)
	d.Store.Fail(journal.ErrReplaced)
	d.Write("Found it")
	d.Press(fyne.KeyReturn)
	d.Write("Not added")
	d.TapLink("Save a copy elsewhere…")
	d.TapButton("Save")
	path := filepath.Join(home, "heliotrope-2026-11-23-0900.json")
	d.Sees("A copy of everything is saved as " + path)
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := exchange.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Entries); n != 4 || len(c.Entries[3].Moments) != 2 || c.Entries[3].Moments[1].Text != "Not added" {
		t.Errorf("the copy has %+v", c.Entries)
	}
	text, err := os.ReadFile(strings.TrimSuffix(path, ".json") + ".md")
	if err != nil || !strings.Contains(string(text), "Found it") || !strings.Contains(string(text), "Not added") {
		t.Errorf("the text is %q (%v)", text, err)
	}
	d.TapLink("Copy text")
	if got := d.shell.app.Clipboard().Content(); got != string(text) {
		t.Errorf("the clipboard has %q", got)
	}
}

// What was on screen comes along to the way back.
func TestLookBack(t *testing.T) {
	all := uitest.Weeks(30)
	behind := all
	behind.Entries = all.Entries[:29]
	v := newVault(t, behind) // a backup that is a week behind
	backUp(t, v)
	all.Events = []journal.Event{{ID: "e", Week: all.Entries[0].Week, Kind: journal.TeamEvent, Title: "Search"}}
	d := newVaultDesk(t, all, v)
	d.Store.Fail(fmt.Errorf("%w: %w", journal.ErrReplaced, journal.ErrDamaged))
	d.Write("Found it")
	d.Press(fyne.KeyReturn)
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
	d.TapLink("Recovery options")
	d.Sees("The journal file is empty.")
	for _, leave := range []func(){func() { d.TapButton("Quit and change nothing") }, d.shell.tryClose} {
		leave()
		if d.Closed {
			t.Fatal("text on its way was dropped without asking")
		}
		d.TapButton("Keep window open")
	}
	d.TapButton("Restore this")
	j := d.mine()
	if j.WeeksLogged() != 31 || len(j.Events()) != 1 {
		t.Errorf("%d weeks and %d events came back", j.WeeksLogged(), len(j.Events()))
	}
	if m := j.Entry(d.Today()).Moments; len(m) != 1 || m[0].Text != "Found it" {
		t.Errorf("the text that was not saved: %+v", m)
	}
	d.Sees("Found it", "All changes saved")
}
