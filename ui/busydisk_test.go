package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// What follows is done while the disk is still busy with what was done before.

// log adds a moment to the week on screen, and lets no work finish.
func (d *desk) log(text string) {
	d.T.Helper()
	d.shell.space.week.GoToLine()
	d.Write(text + " /coding +0")
	d.Press(fyne.KeyReturn)
}

// hasMoments fails unless a week has moments with these texts in the journal, once all work is
// finished.
func (d *desk) hasMoments(w journal.Week, want ...string) {
	d.T.Helper()
	var got []string
	for _, m := range d.mine().Entry(w).Moments {
		got = append(got, m.Text)
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		d.T.Errorf("%v has %q, want %q", w, got, want)
	}
}

// Each moment is a step of its own, however many were logged.
func TestUndoWhileSavingIsOneStep(t *testing.T) {
	d := newWeekDesk(t)
	for i := range 4 {
		d.log(fmt.Sprint(i))
	}
	d.shortcut("undo")
	d.hasMoments(d.Today(), "0", "1", "2")
	d.shortcut("undo")
	d.hasMoments(d.Today(), "0", "1")
	d.shortcut("redo")
	d.hasMoments(d.Today(), "0", "1", "2")
}

// What was logged last is undone first, in whatever week.
func TestUndoWhileSavingIsInOrder(t *testing.T) {
	d := newWeekDesk(t)
	d.log("0")
	for i := range 6 {
		d.shell.space.week.GoPrev()
		d.log(fmt.Sprint(i + 1))
	}
	for i := range 6 {
		d.shortcut("undo")
		if d.Clock.Finish(); d.Journal.WeeksLogged() != 6-i {
			t.Fatalf("%d weeks are logged after %d undos", d.Journal.WeeksLogged(), i+1)
		}
		d.hasMoments(d.Today().Add(i - 6))
	}
}

// A moment does not become a part of what was taken back in the reflection before.
func TestMomentAfterTypingWasTakenBack(t *testing.T) {
	d := newWeekDesk(t)
	d.Focus(d.reflection())
	d.Write("one two")
	d.Clock.Advance(saving.SaveLatest)
	d.shortcut("undo") // a word
	d.log("First")
	d.Clock.Finish()
	d.undo()
	if e := d.Entry(); len(e.Moments) != 0 || strings.TrimSpace(e.Reflection) != "one" {
		t.Errorf("the undo left %+v", e)
	}
}

// The menus of the system can be made, too.
func TestMenusWhileSaving(t *testing.T) {
	d := newWeekDesk(t)
	d.log("First")
	if got := d.shell.mainMenu().Items[1].Items[0].Label; got != "Undo" {
		t.Errorf("the entry says %q", got)
	}
}

// The key undoes the first thing of all on a disk that is very slow, or was full, and also
// if it is no moment.
func TestUndoFirstThing(t *testing.T) {
	d := newWeekDesk(t)
	d.log("First")
	d.Clock.Pass(2 * saving.SlowPause)
	d.shortcut("undo")
	d.hasMoments(d.Today())

	d = newDesk(t, journal.Contents{}, words.English)
	d.shell.space.Begin(journal.Event{Kind: journal.RoleEvent, Role: "engineer"})
	d.shortcut("undo")
	if d.Clock.Finish(); len(d.Journal.Events()) != 0 {
		t.Error("the role is still there")
	}
}

// Opening a menu saves, and what shows how much is logged follows.
func TestMenuSaves(t *testing.T) {
	d := newWeekDesk(t)
	d.Focus(d.reflection())
	d.Write("x")
	d.shell.entries()
	d.Sees("1 week logged")
}

// What is done to something else than a week is undone before what was logged earlier.
func TestUndoChangeWhileSaving(t *testing.T) {
	d := newWeekDesk(t)
	d.log("First")
	d.shell.do(commands["change"])
	d.Write("New team")
	d.Press(fyne.KeyReturn)
	d.shortcut("undo")
	d.hasMoments(d.Today(), "First")
	if len(d.Journal.Events()) != 0 {
		t.Error("the change is still there")
	}
}

// The charts show what was told on the page of welcome.
func TestTrendsShowTheFirstRole(t *testing.T) {
	d := newDesk(t, journal.Contents{}, words.English)
	d.shell.space.Begin(journal.Event{Kind: journal.RoleEvent, Title: "First role", Role: "engineer"})
	d.shell.space.open(pageTrends)
	d.Clock.Finish()
	d.Sees("Changes at work")
}

// A backup contains what was logged before it, although it is made next to what is saved.
func TestBackUpWhileSaving(t *testing.T) {
	v := newVault(t, uitest.Weeks(2))
	d := newDeskWith(t, journal.Contents{}, words.English, func(c *Config) { c.Vault, c.Journal = v, openVault(t, v) })
	aside := uitest.NewClock()
	d.shell.backups.Tasks = aside
	for name, backUp := range map[string]func(){
		"from the menu":     func() { d.shell.do(commands["backup"]) },
		"from the settings": func() { d.shell.space.open(pageSettings); d.TapButtonNow("Back up now") },
	} {
		d.shell.space.openToday()
		d.log(name)
		backUp()
		for aside.Finish(); d.Clock.Pending() > 0; aside.Finish() {
			d.Clock.Finish()
		}
		held, err := v.Contents(v.Backups()[0].Path)
		if err != nil {
			t.Fatal(err)
		}
		if all := held.Entries[len(held.Entries)-1].Moments; len(all) == 0 || all[len(all)-1].Text != name {
			t.Errorf("a backup %s has %v", name, all)
		}
	}
}

// Another language shows all that is half-written.
func TestLanguageWhileStoringADraft(t *testing.T) {
	d := newWeekDesk(t)
	d.shell.space.week.GoToLine()
	d.Write("half")
	d.Clock.Pass(saving.SavePause)
	d.Write(" a thought")
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	d.Clock.Advance(saving.SaveLatest)
	d.Clock.Finish()
	d.open(pageWeek)
	if got := d.line().Text; got != "half a thought" {
		t.Errorf("the line says %q", got)
	}
}

// The main window waits for what is being logged in the small one, or by a command.
func TestMainWindowComesWhileLogging(t *testing.T) {
	for name, log := range map[string]func(*desk){
		"in the small window": func(d *desk) {
			d.Write("First /coding +0")
			d.Press(fyne.KeyReturn)
		},
		"in the small window, slowly": func(d *desk) {
			d.Write("First /coding +0")
			d.Clock.Advance(saving.SavePause)
			d.Press(fyne.KeyReturn)
		},
		"by a command": func(d *desk) {
			m := journal.Moment{ID: "m", Text: "First", Kind: "coding", Track: journal.Technical, Logged: d.Clock.Now()}
			d.windows.receive(handover.Request{Kind: handover.Add, Week: d.Today().String(), Moment: m}, func(func() handover.Answer) {})
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newCapture(t, journal.Contents{})
			log(d)
			d.windows.OpenMain()
			d.Clock.Finish()
			d.shell = d.windows.main
			small := d.Window
			d.Window = d.shell.window
			defer func() {
				d.Window.Close()
				d.Window = small
			}()
			d.shell.space.openToday()
			if got := d.line().Text; got != "" {
				t.Errorf("the line says %q", got)
			}
			d.log("Second")
			d.hasMoments(d.Today(), "First", "Second")
		})
	}
}
