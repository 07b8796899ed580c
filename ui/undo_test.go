package ui

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/notices"
	"heliotrope/ui/uitest"
)

func TestUndoMoment(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.add("Second")
	d.undo()
	d.Sees("First", "Undone: moment added in week 48 of 2026.")
	d.Misses("Second")
	if n := len(d.Entry().Moments); n != 1 {
		t.Fatalf("after an undo the journal has %d moments", n)
	}
	d.TapLink("Redo")
	d.Sees("Second", "Redone: moment added in week 48 of 2026.")
	if n := len(d.Entry().Moments); n != 2 {
		t.Errorf("after a redo the journal has %d moments", n)
	}
	d.Clock.Advance(notices.DonePause)
	d.Misses("Redone: moment added in week 48 of 2026.")
}

// A page has the room of the bar again once that is hidden.
func TestBarLeavesItsRoom(t *testing.T) {
	d := newWeekDesk(t)
	whole := d.shell.space.stack.Size().Height
	d.shell.space.Say("Something was done.")
	if got := d.shell.space.stack.Size().Height; got >= whole {
		t.Errorf("next to the bar the page is %v high, was %v", got, whole)
	}
	d.Clock.Advance(notices.DonePause)
	if got := d.shell.space.stack.Size().Height; got != whole {
		t.Errorf("without the bar the page is %v high, was %v", got, whole)
	}
}

// What was typed and not added goes first, and the
// journal's step only once nothing of it is left.
func TestUndoInField(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.Write("half a thought")
	text := d.line()
	for _, want := range []string{"half a", "half", ""} {
		d.undo()
		if strings.TrimSpace(text.Text) != want || len(d.Entry().Moments) != 1 {
			t.Fatalf("the field says %q with %d moments, want %q and 1", text.Text, len(d.Entry().Moments), want)
		}
	}
	d.undo()
	if len(d.Entry().Moments) != 0 {
		t.Error("with nothing left in the field, nothing was undone")
	}
	d.redo()
	if len(d.Entry().Moments) != 1 || text.Text != "" {
		t.Errorf("the redo began in the field: %q", text.Text)
	}
	for range 3 {
		d.redo()
	}
	if text.Text != "half a thought" || len(d.Entry().Moments) != 1 {
		t.Errorf("the redos left %q with %d moments", text.Text, len(d.Entry().Moments))
	}
}

// The reflection is undone word by word although
// it is saved as it is typed, that this is no step to undo, and that it comes
// after what was done later.
func TestUndoReflection(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	text := d.reflection()
	says := func(want string) {
		t.Helper()
		d.Clock.Advance(time.Minute)
		if strings.TrimSpace(text.Text) != want || strings.TrimSpace(d.Entry().Reflection) != want {
			t.Errorf("the field says %q and the store %q, want %q", text.Text, d.Entry().Reflection, want)
		}
	}
	d.Focus(text)
	d.Write("one two")
	says("one two")
	d.Write(" three")
	says("one two three")
	d.add("Second") // something else since

	d.Focus(text)
	d.undo()
	says("one two three")
	if n := len(d.Entry().Moments); n != 1 {
		t.Fatalf("%d moments: the reflection was undone before what was done last", n)
	}
	for _, want := range []string{"one two", "one", ""} {
		d.undo()
		for strings.HasSuffix(text.Text, " ") { // a space is a step of the field
			d.undo()
		}
		says(want)
	}
	if n := len(d.Entry().Moments); n != 1 {
		t.Errorf("%d moments after the typing was taken back", n)
	}
	d.undo()
	says("")
	if n := len(d.Entry().Moments); n != 0 {
		t.Errorf("%d moments: the typing came back instead of the moment going", n)
	}
	d.redo()
	if n := len(d.Entry().Moments); n != 1 {
		t.Errorf("%d moments after the redo", n)
	}
	for range 5 {
		d.redo()
	}
	says("one two three")
}

// What is not saved yet is part of what is
// undone, not lost on the way.
func TestUndoWaitsForTyping(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	test.Type(d.reflection(), "fresh")
	d.shell.space.undo(nil)
	if e := d.Entry(); e.Reflection != "" || len(e.Moments) != 1 || d.reflection().Text != "" {
		t.Errorf("the undo left %q on screen and %+v in the store", d.reflection().Text, e)
	}
	d.shell.space.redo(nil)
	if got := d.Entry().Reflection; got != "fresh" || d.reflection().Text != "fresh" {
		t.Errorf("the redo brought back %q", got)
	}
}

// The first moment of all can be undone by its key while it is being saved.
func TestUndoWhileSaving(t *testing.T) {
	d := newWeekDesk(t)
	d.Focus(d.line())
	d.Write("First /coding +0")
	d.Press(fyne.KeyReturn)
	if !d.Clock.Working() {
		t.Fatal("the moment is not being saved")
	}
	d.shortcut("undo")
	d.Clock.Finish()
	if n := len(d.Entry().Moments); n != 0 {
		t.Errorf("the week has %d moments", n)
	}
}

// The window goes to what was undone.
func TestUndoShowsWhatChanged(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	before := d.Today().Prev()
	d.shell.space.OpenWeek(before)
	d.add("Long ago")
	d.shell.space.week.GoToday()
	d.open(pageSettings)
	d.undo()
	d.showsWeek(before)
	d.Misses("Long ago")

	if err := d.Journal.SaveEvent(journal.Event{ID: "n", Week: before, Kind: journal.TeamEvent, Title: "Another team"}); err != nil {
		t.Fatal(err)
	}
	d.undo()
	d.shows(pageTrends)
	if _, err := d.Journal.Merge(journal.Contents{ID: "o", Entries: []journal.Entry{
		{Week: before.Add(100), Away: "leave"}, {Week: before.Add(101), Away: "leave"}}}); err != nil {
		t.Fatal(err)
	}
	d.undo()
	d.shows(pagePast)
	d.Sees("Undone: import.")
	if err := d.Journal.SaveBrief(journal.Brief{Try: "Something else"}); err != nil {
		t.Fatal(err)
	}
	d.undo()
	d.shows(pageReport)
	d.Sees("Undone: choices for the brief.")
}

// A kind that is gone is no longer offered.
func TestUndoKind(t *testing.T) {
	d := newWeekDesk(t)
	d.Write("First round /Mentoring-circle")
	d.Press(fyne.KeyDown, fyne.KeyTab)
	d.TapButton("Save")
	d.Sees("Mentoring circle")
	d.shell.space.undo(nil)
	d.Clock.Finish()
	if len(d.Journal.Kinds()) != len(journal.BuiltInKinds()) {
		t.Error("the kind is still there")
	}
	d.Sees("Undone: kind of work.")
}

// The menu says what would be undone.
func TestUndoMenu(t *testing.T) {
	d := newWeekDesk(t)
	edit := func() []controls.MenuEntry { return d.shell.entries()[1][:2] }
	labels := func() (texts []string) {
		for _, e := range edit() {
			text := e.Text
			if e.Why != "" {
				text = "(" + e.Why + ")"
			}
			texts = append(texts, strings.ReplaceAll(text, "\u00a0", " "))
		}
		return texts
	}
	wants := func(want ...string) {
		t.Helper()
		if got := labels(); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("the menu says %q, want %q", got, want)
		}
	}
	wants("(Nothing to undo)", "(Nothing to redo)")
	d.Focus(d.reflection())
	d.Write("x") // not saved yet
	wants("Undo typing", "(Nothing to redo)")
	d.Window.Canvas().Unfocus()
	wants("Undo: reflection in week 48 of 2026", "(Nothing to redo)")
	edit()[0].Do()
	wants("(Nothing to undo)", "Redo: reflection in week 48 of 2026")
	edit()[1].Do()
	d.Focus(d.line())
	d.Write("half")
	wants("Undo typing", "(Nothing to redo)")
	edit()[0].Do()
	wants("Undo: reflection in week 48 of 2026", "Redo typing")
	if got := d.Entry().Reflection; got != "x" {
		t.Errorf("the reflection is %q", got)
	}
}

// An undo that cannot be kept changes nothing
// and can be tried again.
func TestUndoOnFailingDisk(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.Store.Fail(syscall.ENOSPC)
	d.undo()
	d.Sees("First", "the disk is full")
	d.Store.Fail(nil)
	d.undo()
	if len(d.Entry().Moments) != 0 {
		t.Error("the second undo did not work")
	}
}

// A later change takes the offer back, which
// would otherwise undo that one.
func TestOfferToUndoEnds(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.removeMoment()
	d.Sees("Moment deleted.")
	d.Focus(d.line())
	d.Write("Second /coding +0")
	d.Press(fyne.KeyReturn) // sooner than the offer ends by itself
	d.Misses("Moment deleted.")
	if moments := d.Entry().Moments; len(moments) != 1 || moments[0].Text != "Second" {
		t.Errorf("the journal has %+v", moments)
	}
}

// The offer below the page brings a week back.
func TestDeleteWeekUndo(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	newest, _ := d.Journal.Newest()
	before := d.Journal.Entry(newest)
	d.open(pagePast)
	d.rowMenu(0)
	d.ChooseItem("Delete")
	d.TapLink("Undo")
	if got := d.Journal.Entry(newest); !got.Equal(before) || len(d.Journal.Trash()) != 0 {
		t.Errorf("the undo gave %+v with %d in the trash", got, len(d.Journal.Trash()))
	}
	d.shows(pagePast)
}
