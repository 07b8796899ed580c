package ui

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/words"
)

// newLadderDesk opens the window on a journal that cannot be opened for a
// reason.
func newLadderDesk(t *testing.T, problem error, lang words.Language, v *fakeVault) *desk {
	t.Helper()
	v.t, v.openErr = t, problem
	v.ladder.Problem = problem
	return newDeskWith(t, journal.Contents{}, lang, func(cfg *Config) {
		cfg.Journal, cfg.Problem, cfg.Vault = nil, problem, v
	})
}

// twoSteps is a vault with two ways back.
func twoSteps(t *testing.T) *fakeVault {
	t.Helper()
	whole := weeks(t, 31)
	made := time.Date(2026, time.November, 22, 18, 4, 0, 0, time.Local)
	return &fakeVault{inside: whole, ladder: backup.Ladder{
		Steps: []backup.Step{
			{Way: backup.Previous, ID: "a", Summary: summaryOf(whole)},
			{Way: backup.Copy, ID: "b", Made: made, Summary: summaryOf(weeks(t, 30)), Missing: []journal.Week{whole.Entries[30].Week}},
		},
		Bad: []backup.Backup{{Path: "/somewhere/backups/bad.db"}},
	}}
}

func TestLadder(t *testing.T) {
	v := twoSteps(t)
	d := newLadderDesk(t, fmt.Errorf("open: %w", journal.ErrDamaged), words.English, v)
	d.sees("The journal file is damaged and cannot be read in full.", "It was left as it is", "/somewhere/journal.db",
		"Your journal as it was before its last save", "Brings back 31 weeks with 31 moments, up to Week 47, 2026.",
		"The backup of 22 November 2026, 18:04", "Another way also has 2026-W47.", "1 backup is damaged itself",
		"Quit, and leave everything as it is")
	if v.repaired+v.begun != 0 {
		t.Fatal("something was done before it was chosen")
	}
	d.tapLink("Look inside")
	d.sees("Week 47, 2026", "1 moment · Fed the quokka")
	d.tapButton("Close")
	d.tapButton("Bring this back")
	if v.repaired != 1 || d.shell.mine.WeeksLogged() != 31 {
		t.Fatalf("repaired %d times, %v weeks", v.repaired, d.shell.mine)
	}
	d.sees("Your journal is back: 31 weeks", "kept at /somewhere/journal.damaged.db", "31 weeks logged")
	d.tapLink("Got it")
	d.misses("Your journal is back")
	if err := d.shell.close(); err != nil {
		t.Errorf("in the end it still says %v", err)
	}
}

func TestLadderFrench(t *testing.T) {
	d := newLadderDesk(t, journal.ErrEmptyFile, words.French, twoSteps(t))
	d.sees("Ramener ceci", "Regarder dedans", "Quitter et tout laisser en l’état")
	d.misses("Bring")
}

// TestLadderByKeyboard: the way that loses least has the focus.
func TestLadderByKeyboard(t *testing.T) {
	v := twoSteps(t)
	d := newLadderDesk(t, journal.ErrDamaged, words.English, v)
	d.press(fyne.KeyReturn)
	if v.repaired != 1 {
		t.Errorf("repaired %d times", v.repaired)
	}
}

// TestLadderQuit holds that leaving changes nothing, and that the reason is
// told to who started the program.
func TestLadderQuit(t *testing.T) {
	v := twoSteps(t)
	d := newLadderDesk(t, journal.ErrDamaged, words.English, v)
	d.tapButton("Quit, and leave everything as it is")
	if !d.closed || v.repaired+v.begun+v.released+v.backedUp != 0 {
		t.Errorf("closed: %v, and done: %+v", d.closed, v)
	}
	if err := d.shell.close(); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("the window returned %v", err)
	}
}

// TestLadderBegin holds that a new journal is begun only when that was chosen
// and confirmed, and never over a file that something else wrote.
func TestLadderBegin(t *testing.T) {
	v := &fakeVault{}
	d := newLadderDesk(t, journal.ErrMissing, words.English, v)
	d.sees("Your journal was here and is no longer.", "No way back was found here.")
	d.tapButton("Start a new journal…")
	d.sees("It begins empty, in the place where your journal was.")
	d.tapButton("Cancel")
	if v.begun != 0 {
		t.Fatal("begun without a yes")
	}
	d.tapButton("Start a new journal…")
	d.tapButton("Start a new journal")
	if v.begun != 1 || d.shell.mine == nil || !d.shell.mine.Empty() {
		t.Fatalf("begun %d times", v.begun)
	}
	d.sees("Log this week", "kept at /somewhere/journal.damaged.db")
}

func TestLadderForeignFile(t *testing.T) {
	d := newLadderDesk(t, journal.ErrNotJournal, words.English, &fakeVault{})
	d.sees("This file is not a Heliotrope journal.")
	d.misses("Start a new journal")
}

// TestLadderAgain: a disk that was connected meanwhile.
func TestLadderAgain(t *testing.T) {
	v := twoSteps(t)
	d := newLadderDesk(t, journal.ErrMissing, words.English, v)
	d.tapButton("Look again")
	d.sees("Your journal was here and is no longer.")
	v.openErr = nil
	d.tapButton("Look again")
	d.sees("31 weeks logged")
	if v.repaired != 0 {
		t.Error("repaired what was there")
	}
}
