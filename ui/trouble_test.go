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
)

// TestTroubleWords: whatever happens to the file under the running window, the
// text stays, and the words say what happened.
func TestTroubleWords(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want []string
	}{
		{"replaced", journal.ErrReplaced, []string{"The journal file was moved or replaced while it was open."}},
		{"emptied or cut", fmt.Errorf("%w: %w", journal.ErrReplaced, journal.ErrDamaged), []string{"emptied or cut", "Look for the ways back"}},
		{"gone", fmt.Errorf("%w: %w", journal.ErrReplaced, fs.ErrNotExist), []string{"no longer there"}},
		{"permission", fs.ErrPermission, []string{"does not let Heliotrope use"}},
		{"disk full", &fs.PathError{Op: "write", Err: syscall.ENOSPC}, []string{"The disk is full."}},
		{"disk fault", fmt.Errorf("%w: %w", journal.ErrReadOnly, syscall.EIO), []string{"The disk reported a fault"}},
		{"in doubt", journal.ErrReadOnly, []string{"can only be read for now"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, weeks(t, 3), words.English)
			d.store.Fail(tt.err)
			d.write("Found it")
			d.press(fyne.KeyReturn)
			d.write("and half of the next")
			d.sees(append(tt.want, "still here on screen", "Found it", "Not saved yet", "Try again", "Save a copy elsewhere…", "Copy the text")...)
			if got := d.week().quick.form.text.Text; got != "and half of the next" {
				t.Errorf("the line says %q", got)
			}
			d.store.Fail(nil)
			d.tapLink("Try again")
			d.misses("still here on screen", "Not saved yet")
			if m := d.entry().Moments; len(m) != 1 || m[0].Text != "Found it" {
				t.Errorf("the store holds %+v", m)
			}
		})
	}
}

// TestTroubleVerifies holds that a journal in doubt is only written to again
// once it was looked at and found whole.
func TestTroubleVerifies(t *testing.T) {
	d := newDesk(t, weeks(t, 3), words.English)
	d.store.Fail(journal.ErrReadOnly)
	d.write("Found it")
	d.press(fyne.KeyReturn)
	d.store.FailVerify(fmt.Errorf("verify: %w", syscall.EIO))
	attempts := d.store.Attempts()
	d.tapLink("Try again")
	if d.store.Verified() != 1 || d.store.Attempts() != attempts {
		t.Errorf("verified %d times, %d more attempts to write", d.store.Verified(), d.store.Attempts()-attempts)
	}
	d.sees("The disk reported a fault")
	d.store.FailVerify(nil)
	d.store.Fail(nil)
	d.tapLink("Try again")
	d.sees("All changes saved")
}

func TestTroubleElsewhere(t *testing.T) {
	d := newDesk(t, weeks(t, 3), words.English)
	home := t.TempDir()
	t.Setenv("HOME", home)
	d.store.Fail(journal.ErrReplaced)
	d.write("Found it")
	d.press(fyne.KeyReturn)
	d.write("Not added")
	d.tapLink("Save a copy elsewhere…")
	d.tapButton("Save")
	path := filepath.Join(home, "heliotrope-2026-11-23-0900.json")
	d.sees("A copy of everything is in " + path)
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
		t.Errorf("the copy holds %+v", c.Entries)
	}
	text, err := os.ReadFile(strings.TrimSuffix(path, ".json") + ".md")
	if err != nil || !contains(string(text), "Found it") || !contains(string(text), "Not added") {
		t.Errorf("the text is %q (%v)", text, err)
	}
	d.tapLink("Copy the text")
	if got := d.shell.app.Clipboard().Content(); got != string(text) {
		t.Errorf("the clipboard holds %q", got)
	}
}

// TestLookForWays: what was on screen comes along to the way back.
func TestLookForWays(t *testing.T) {
	all := weeks(t, 30)
	behind := all
	behind.Entries = all.Entries[:29]
	v := newVault(t, behind) // a backup that is a week behind
	backUp(t, v)
	all.Events = []journal.Event{{ID: "e", Week: all.Entries[0].Week, Kind: journal.TeamEvent, Title: "Search"}}
	d := newVaultDesk(t, all, v)
	d.store.Fail(fmt.Errorf("%w: %w", journal.ErrReplaced, journal.ErrDamaged))
	d.write("Found it")
	d.press(fyne.KeyReturn)
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
	d.tapLink("Look for the ways back")
	d.sees("The journal file is there but empty.")
	for _, leave := range []func(){func() { d.tapButton("Quit, and leave everything as it is") }, d.shell.tryClose} {
		leave()
		if d.closed {
			t.Fatal("text on its way was dropped without asking")
		}
		d.tapButton("Keep the window open")
	}
	d.tapButton("Bring this back")
	j := d.shell.mine
	if j.WeeksLogged() != 31 || len(j.Events()) != 1 {
		t.Errorf("%d weeks and %d events came back", j.WeeksLogged(), len(j.Events()))
	}
	if m := j.Entry(d.today()).Moments; len(m) != 1 || m[0].Text != "Found it" {
		t.Errorf("the text that was not saved: %+v", m)
	}
	d.sees("Found it", "All changes saved")
}
