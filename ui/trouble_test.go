package ui

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/saving"
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
			d.Write("Found it /coding +0")
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

// After an error of the disk that has passed the window verifies and saves
// automatically, whether the save that failed is on the disk or not. While it
// lasts, nobody is told that something is saved, and the disk is not worn out.
func TestTroubleEnds(t *testing.T) {
	for _, failure := range []error{syscall.EIO, syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.ESTALE, syscall.ENOMEM, journal.ErrReplaced} {
		for _, made := range []bool{false, true} {
			t.Run(fmt.Sprintf("%v, made %v", failure, made), func(t *testing.T) {
				d := newDesk(t, uitest.Weeks(3), words.English)
				d.Store.FailVerify(failure)
				d.Store.FailInDoubt(fmt.Errorf("%w: %w", journal.ErrReadOnly, failure), made)
				d.Write("Found it /coding +0")
				d.Press(fyne.KeyReturn)
				d.Clock.Advance(time.Minute)
				d.Sees("still on screen", "Not saved yet")
				d.Misses("All changes saved")
				if n := d.Store.Attempts() + d.Store.Verified(); n > 2*(5+int(time.Minute/saving.RetryPause)) {
					t.Errorf("%d attempts in a minute", n)
				}
				d.Store.FailVerify(nil)
				d.Clock.Advance(saving.RetryPause)
				d.Sees("All changes saved")
				d.Misses("still on screen", "Not saved yet")
				if m := d.Entry().Moments; len(m) != 1 || m[0].Text != "Found it" {
					t.Errorf("the journal has %+v", m)
				}
			})
		}
	}
}

// What is half-written is text too.
func TestTroubleWithWhatIsHalfWritten(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.Store.FailInDoubt(syscall.EIO, false)
	d.Store.FailVerify(syscall.EIO)
	d.Write("Found")
	d.Clock.Advance(saving.SaveLatest)
	d.Sees("still on screen", "Not saved yet")
	d.Write(" it")
	d.Store.FailVerify(nil)
	d.Clock.Advance(saving.RetryPause)
	d.Misses("still on screen", "Not saved yet")
	if draft, ok := d.Journal.Draft(); !ok || draft.Text != "Found it" {
		t.Errorf("the draft is %+v", draft)
	}
}

// A role that was named at the first start is not lost either.
func TestTroubleWithTheFirstRole(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.Store.Fail(syscall.EIO)
	uitest.Find(&d.Screen, func(s *controls.Select) bool { return slices.Contains(s.Options, "Senior engineer") }).SetSelected("Senior engineer")
	d.TapButton("Log this week")
	d.Sees("still on screen")
	d.Store.Fail(nil)
	d.Clock.Advance(saving.RetryPause)
	d.Misses("still on screen")
	if events := d.Journal.Events(); len(events) != 1 || events[0].Role != journal.RoleSenior {
		t.Errorf("the journal has the events %+v", events)
	}
}

// A disk that does not answer is told, with what does not need it.
func TestTroubleWithASlowDisk(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.Write("Found it /coding +0")
	d.Press(fyne.KeyReturn)
	d.Clock.Pass(saving.SlowPause)
	for _, want := range []string{"The disk isn’t answering.", "still on screen", "Copy text"} {
		if !strings.Contains(d.TextsNow(), want) {
			t.Errorf("%q is not on screen", want)
		}
	}
	if strings.Contains(d.TextsNow(), "elsewhere…") {
		t.Error("something is offered that waits for the disk")
	}
	for i := range 200 { // typing goes on, and what it leads to does not pile up
		d.Write(fmt.Sprint(i))
		d.Clock.Pass(saving.SavePause)
	}
	if n := d.Clock.Pending(); n > 10 {
		t.Errorf("%d jobs wait for the disk", n)
	}
	d.Clock.Advance(saving.RetryPause)
	d.Sees("All changes saved")
	d.Misses("still on screen")
}

func TestTroubleElsewhere(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	home := t.TempDir()
	t.Setenv("HOME", home)
	d.Store.Fail(journal.ErrReplaced)
	d.Write("Found it /coding +0")
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
	if n := len(c.Entries); n != 4 || len(c.Entries[3].Moments) != 1 || c.Entries[3].Moments[0].Text != "Found it" {
		t.Errorf("the copy has %+v", c.Entries)
	}
	text, err := os.ReadFile(strings.TrimSuffix(path, ".json") + ".md")
	if err != nil || !strings.Contains(string(text), "Found it") || !strings.Contains(string(text), "Unfinished, week 48 of 2026: Not added\n") {
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
	d.Write("Found it /coding +0")
	d.Press(fyne.KeyReturn)
	d.Write("half of the next")
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
	d.Clock.Advance(saving.SaveLatest)
	if half, _ := j.Draft(); d.line().Text != "half of the next" || half.Text != "half of the next" {
		t.Errorf("the line has %q, and the draft is %+v", d.line().Text, half)
	}
}
