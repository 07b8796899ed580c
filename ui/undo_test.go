package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// undo and redo do what their keys do; the canvas of the tests takes none.
func (d *desk) undo() { d.shell.space.undo(d.field()) }
func (d *desk) redo() { d.shell.space.redo(d.field()) }

// field returns the text field that has the focus, or nil.
func (d *desk) field() *controls.TextField {
	f, _ := d.shell.window.Canvas().Focused().(*controls.TextField)
	return f
}

func (d *desk) focus(o fyne.Focusable) { d.shell.window.Canvas().Focus(o) }

// add writes a moment and adds it.
func (d *desk) add(text string) {
	d.t.Helper()
	d.focus(d.week().quick.form.text)
	d.write(text)
	d.press(fyne.KeyReturn)
	d.clock.advance(time.Minute)
}

func TestUndoMoment(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.add("Second")
	d.undo()
	d.sees("First", "Undone: Week 48, 2026, moment added.")
	d.misses("Second")
	if n := len(d.entry().Moments); n != 1 {
		t.Fatalf("after an undo the store holds %d moments", n)
	}
	d.tapLink("Redo")
	d.sees("Second", "Done again: Week 48, 2026, moment added.")
	if n := len(d.entry().Moments); n != 2 {
		t.Errorf("after a redo the store holds %d moments", n)
	}
	d.clock.advance(donePause)
	d.misses("Done again")
}

// TestUndoInField holds that what was typed and not added goes first, and the
// journal's step only once nothing of it is left.
func TestUndoInField(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.write("half a thought")
	text := d.week().quick.form.text
	for _, want := range []string{"half a", "half", ""} {
		d.undo()
		if strings.TrimSpace(text.Text) != want || len(d.entry().Moments) != 1 {
			t.Fatalf("the field says %q with %d moments, want %q and 1", text.Text, len(d.entry().Moments), want)
		}
	}
	d.undo()
	if len(d.entry().Moments) != 0 {
		t.Error("with nothing left in the field, nothing was undone")
	}
	d.redo()
	if len(d.entry().Moments) != 1 || text.Text != "" {
		t.Errorf("the redo began in the field: %q", text.Text)
	}
	for range 3 {
		d.redo()
	}
	if text.Text != "half a thought" || len(d.entry().Moments) != 1 {
		t.Errorf("the redos left %q with %d moments", text.Text, len(d.entry().Moments))
	}
}

// TestUndoReflection holds that the reflection is undone word by word although
// it is saved as it is typed, that this is no step to undo, and that it comes
// after what was done later.
func TestUndoReflection(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	page := d.week()
	text := page.reflect.text
	says := func(want string) {
		t.Helper()
		d.clock.advance(time.Minute)
		if strings.TrimSpace(text.Text) != want || strings.TrimSpace(d.entry().Reflection) != want {
			t.Errorf("the field says %q and the store %q, want %q", text.Text, d.entry().Reflection, want)
		}
	}
	d.focus(text)
	d.write("one two")
	says("one two")
	d.write(" three")
	says("one two three")
	d.add("Second") // something else since

	d.focus(text)
	d.undo()
	says("one two three")
	if n := len(d.entry().Moments); n != 1 {
		t.Fatalf("%d moments: the reflection was undone before what was done last", n)
	}
	for _, want := range []string{"one two", "one", ""} {
		d.undo()
		for strings.HasSuffix(text.Text, " ") { // a space is a step of the field
			d.undo()
		}
		says(want)
	}
	if n := len(d.entry().Moments); n != 1 {
		t.Errorf("%d moments after the typing was taken back", n)
	}
	d.undo()
	says("")
	if n := len(d.entry().Moments); n != 0 {
		t.Errorf("%d moments: the typing came back instead of the moment going", n)
	}
	d.redo()
	if n := len(d.entry().Moments); n != 1 {
		t.Errorf("%d moments after the redo", n)
	}
	for range 5 {
		d.redo()
	}
	says("one two three")
}

// TestUndoWaitsForTyping holds that what is not saved yet is part of what is
// undone, not lost on the way.
func TestUndoWaitsForTyping(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	test.Type(d.week().reflect.text, "fresh")
	d.shell.space.undo(nil)
	if e := d.entry(); e.Reflection != "" || len(e.Moments) != 1 || d.week().reflect.text.Text != "" {
		t.Errorf("the undo left %q on screen and %+v in the store", d.week().reflect.text.Text, e)
	}
	d.shell.space.redo(nil)
	if got := d.entry().Reflection; got != "fresh" || d.week().reflect.text.Text != "fresh" {
		t.Errorf("the redo brought back %q", got)
	}
}

// TestUndoShowsWhatChanged holds that the window goes to what was undone.
func TestUndoShowsWhatChanged(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	before := d.today().Prev()
	d.shell.space.openWeek(before)
	d.add("Long ago")
	d.week().goToday()
	d.shell.space.open(pageSettings)
	d.undo()
	if d.shell.space.current != pageWeek || d.week().entry.Week != before {
		t.Errorf("the window shows page %s, %v", d.shell.space.current, d.week().entry.Week)
	}
	d.misses("Long ago")

	if err := d.mine.SaveEvent(journal.Event{ID: "n", Week: before, Kind: journal.TeamEvent, Title: "Another team"}); err != nil {
		t.Fatal(err)
	}
	d.undo()
	if d.shell.space.current != pageTrends {
		t.Errorf("an event was undone on page %s", d.shell.space.current)
	}
	if _, err := d.mine.Merge(journal.Contents{ID: "o", Entries: []journal.Entry{
		{Week: before.Add(100), Away: "leave"}, {Week: before.Add(101), Away: "leave"}}}); err != nil {
		t.Fatal(err)
	}
	d.undo()
	if d.shell.space.current != pagePast {
		t.Errorf("an import was undone on page %s", d.shell.space.current)
	}
	d.sees("Undone: import.")
}

// TestUndoKind holds that a kind that is gone is no longer offered.
func TestUndoKind(t *testing.T) {
	d := newWeekDesk(t)
	d.week().newKind()
	d.write("Mentoring circle")
	d.tapButton("Save")
	d.shell.space.undo(nil)
	for _, option := range d.week().quick.form.kind.Options {
		if contains(option, "Mentoring") {
			t.Errorf("%q is still offered", option)
		}
	}
	d.sees("Undone: a kind of work.")
}

// TestUndoMenu holds that the menu says what would be undone.
func TestUndoMenu(t *testing.T) {
	d := newWeekDesk(t)
	space := d.shell.space
	labels := func() (texts []string) {
		for _, item := range space.undoMenu() {
			text := strings.ReplaceAll(item.Label, "\u00a0", " ")
			if item.Disabled {
				text = "(" + text + ")"
			}
			texts = append(texts, text)
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
	test.Type(d.week().reflect.text, "x") // not saved yet
	wants("Undo: Week 48, 2026, reflection", "(Nothing to redo)")
	space.undoMenu()[0].Action()
	wants("(Nothing to undo)", "Redo: Week 48, 2026, reflection")
	space.undoMenu()[1].Action()
	if got := d.entry().Reflection; got != "x" {
		t.Errorf("the reflection is %q", got)
	}
}

// TestUndoOnFailingDisk holds that an undo that cannot be kept changes nothing
// and can be tried again.
func TestUndoOnFailingDisk(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.store.Fail(errors.New("no space left on device"))
	d.undo()
	d.sees("First", "no space left on device")
	d.store.Fail(nil)
	d.undo()
	if len(d.entry().Moments) != 0 {
		t.Error("the second undo did not work")
	}
}

// TestOfferToUndoEnds holds that a later change takes the offer back, which
// would otherwise undo that one.
func TestOfferToUndoEnds(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.week().deleteMoment(d.entry().Moments[0].ID)
	d.sees("Moment removed.")
	d.focus(d.week().quick.form.text)
	d.write("Second")
	d.press(fyne.KeyReturn) // sooner than the offer ends by itself
	d.misses("Moment removed.")
	if moments := d.entry().Moments; len(moments) != 1 || moments[0].Text != "Second" {
		t.Errorf("the store holds %+v", moments)
	}
}
