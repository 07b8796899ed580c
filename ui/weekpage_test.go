package ui

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// newWeekDesk opens the window on an empty journal at the page of the week.
func newWeekDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, journal.Contents{}, words.English)
	d.tapButton("Log this week")
	return d
}

func TestAddMomentByKeyboard(t *testing.T) {
	d := newWeekDesk(t)
	d.write("Found the lock-order inversion")
	d.press(fyne.KeyTab, fyne.KeyRight)                // kind: debugging
	d.press(fyne.KeyTab, fyne.KeyRight, fyne.KeyRight) // energy: energized
	d.press(fyne.KeyTab)                               // hours
	d.write("4")                                       // the fourth: 4 hours
	d.press(fyne.KeyReturn)

	moments := d.entry().Moments
	if len(moments) != 1 {
		t.Fatalf("the store holds %d moments, want 1", len(moments))
	}
	m := moments[0]
	if m.Text != "Found the lock-order inversion" || m.Kind != "debugging" || m.Track != journal.Technical ||
		m.Energy != journal.Energized || m.Hours != 4 || !m.Logged.Equal(d.clock.now()) {
		t.Errorf("the store holds %+v", m)
	}
	d.sees("Found the lock-order inversion", "Debugging", "4 h", "All changes saved", "1 week logged")

	if d.week().quick.form.text.Text != "" {
		t.Error("the line was not emptied for the next moment")
	}
	d.write("Second")
	d.press(fyne.KeyReturn)
	if moments := d.entry().Moments; len(moments) != 2 || moments[1].Kind != "debugging" || moments[1].Energy != journal.Neutral || moments[1].Hours != 1 {
		t.Errorf("after a second Enter the store holds %+v", moments)
	}
}

func TestAddNeedsText(t *testing.T) {
	d := newWeekDesk(t)
	d.write("   ")
	d.tapButton("Add")
	d.sees("The text must not be empty.")
	d.write("x")
	d.tapButton("Add")
	d.misses("must not be empty")
}

func TestAddDetails(t *testing.T) {
	d := newWeekDesk(t)
	d.write("Said no to a fourth meeting")
	d.tapLink("more")
	form := d.week().quick.form
	test.Type(form.tags, "#calendar, focus ,calendar")
	form.exact.SetText("1,75")
	form.track.SetChosen(2)
	form.chosen.SetChecked(true)
	form.private.SetChecked(true)
	d.tapButton("Add")
	m := d.entry().Moments[0]
	if m.Hours != 1.75 || m.Track != journal.People || !m.Chosen || !m.Private || len(m.Tags) != 2 || m.Tags[0] != "calendar" || m.Tags[1] != "focus" {
		t.Errorf("the store holds %+v", m)
	}
	d.sees("#calendar  #focus  chosen  private", "Design · people", "1.75 h")
	d.write("Next")
	d.tapButton("Add")
	if m := d.entry().Moments[1]; m.Private || m.Chosen || len(m.Tags) != 0 || m.Track != journal.Technical {
		t.Errorf("the details of one moment went on to the next: %+v", m)
	}
}

func TestEditAndRemoveMoment(t *testing.T) {
	d := newWeekDesk(t)
	d.write("First")
	d.press(fyne.KeyReturn)
	d.write("Second")
	d.press(fyne.KeyReturn)
	list := d.week().moments

	list.edit(list.moments[0])
	d.write(" edited")
	d.tapButton("Save")
	if got := d.entry().Moments[0].Text; got != "editedFirst" {
		t.Errorf("the edited moment says %q", got)
	}

	list.remove(list.moments[1].ID)
	if n := len(d.entry().Moments); n != 1 {
		t.Fatalf("after the removal the store holds %d moments", n)
	}
	d.sees("Moment removed.")
	d.tapLink("Undo")
	if moments := d.entry().Moments; len(moments) != 2 || moments[1].Text != "Second" {
		t.Errorf("after Undo the store holds %+v", moments)
	}
	d.misses("Moment removed.")
}

// TestNothingKeptForLooking holds that turning pages keeps nothing.
func TestNothingKeptForLooking(t *testing.T) {
	d := newWeekDesk(t)
	page := d.week()
	for range 3 {
		page.goPrev()
	}
	page.goNext()
	page.goToday()
	d.shell.space.open(pageTrends)
	d.shell.space.open(pageWeek)
	d.clock.advance(time.Minute)
	if !d.mine.Empty() || d.store.Attempts() != 0 {
		t.Error("looking at weeks kept something")
	}
	d.misses("All changes saved")
}

func TestSplitQuestionAndReflection(t *testing.T) {
	d := newWeekDesk(t)
	page := d.week()
	page.split.bar.OnChanged(40, 55)
	page.question.scale.OnChanged(3)
	test.Type(page.reflect.text, "Nobody owned the call.")
	d.sees("Saving…")
	d.clock.advance(savePause)
	e := d.entry()
	if e.Split == nil || *e.Split != (journal.Split{Technical: 40, Both: 15, People: 45}) {
		t.Errorf("the split is %+v", e.Split)
	}
	if value, ok := e.Answer(journal.QuestionFor(e.Week)); !ok || value != 1 {
		t.Errorf("the answers are %+v", e.Answers)
	}
	if e.Reflection != "Nobody owned the call." || e.Prompt == "" {
		t.Errorf("the reflection is %q under %q", e.Reflection, e.Prompt)
	}
	d.sees("All changes saved", "15 %")

	d.tapLink("another question")
	d.clock.advance(savePause)
	if after := d.entry(); after.Prompt == e.Prompt || after.Reflection != e.Reflection {
		t.Errorf("another question left %q under %q", after.Reflection, after.Prompt)
	}
	d.tapLink("clear")
	page.question.scale.OnChanged(-1)
	d.clock.advance(savePause)
	if e := d.entry(); e.Split != nil || len(e.Answers) != 0 {
		t.Errorf("split and answer were taken back, and the store holds %+v %+v", e.Split, e.Answers)
	}
}

func TestWeekAway(t *testing.T) {
	d := newWeekDesk(t)
	d.tapLink("Week off")
	if got := d.entry().Away; got != "leave" {
		t.Errorf("away is %q", got)
	}
	d.sees("A week off")
	d.misses("What moved your energy this week?", "The week as a whole")
	d.week().awayCard.reasons.OnChanged(1)
	if got := d.entry().Away; got != "sick" {
		t.Errorf("away is %q", got)
	}
	d.tapLink("I worked this week after all")
	if !d.entry().Empty() {
		t.Error("the week is still kept")
	}
	d.sees("What moved your energy this week?")
}

// TestWeekChangeSaves holds that what was typed is saved before another week
// is shown, and is there again on the way back.
func TestWeekChangeSaves(t *testing.T) {
	d := newWeekDesk(t)
	page := d.week()
	test.Type(page.reflect.text, "Half a thought")
	page.goPrev()
	if got := d.entry().Reflection; got != "Half a thought" {
		t.Fatalf("the store holds %q", got)
	}
	if page.reflect.text.Text != "" {
		t.Errorf("the week before shows %q", page.reflect.text.Text)
	}
	page.goNext()
	if page.reflect.text.Text != "Half a thought" {
		t.Errorf("back again, the week shows %q", page.reflect.text.Text)
	}
}

// TestRow66FailingDisk holds that a disk that says no loses nothing: the text stays,
// the window says so, and it is tried again.
func TestRow66FailingDisk(t *testing.T) {
	d := newWeekDesk(t)
	page := d.week()
	d.store.Fail(errors.New("no space left on device"))
	d.write("Kept in mind")
	d.press(fyne.KeyReturn)
	test.Type(page.reflect.text, "And this")
	d.clock.advance(savePause)
	d.sees("Kept in mind", "Not saved yet, trying again.", "no space left on device")
	d.misses("All changes saved")

	page.goPrev()
	d.misses("Kept in mind")
	page.goNext()
	d.sees("Kept in mind", "Not saved yet")
	if page.reflect.text.Text != "And this" {
		t.Errorf("the reflection shows %q", page.reflect.text.Text)
	}
	if !d.entry().Empty() {
		t.Fatal("the store says no and yet holds something")
	}

	d.store.Fail(nil)
	d.clock.advance(retryPause)
	if e := d.entry(); len(e.Moments) != 1 || e.Reflection != "And this" {
		t.Errorf("after the disk came back the store holds %+v", e)
	}
	d.sees("All changes saved")
	d.misses("Not saved yet")
}

// TestRow66CloseWithFailingDisk holds that the window does not close over text that
// the disk does not have.
func TestRow66CloseWithFailingDisk(t *testing.T) {
	d := newWeekDesk(t)
	d.store.Fail(errors.New("gone"))
	d.write("Not to be lost")
	d.press(fyne.KeyReturn)
	d.shell.tryClose()
	if d.closed {
		t.Fatal("the window closed over unsaved text")
	}
	d.tapButton("Copy the text")
	if got := d.shell.app.Clipboard().Content(); !contains(got, "Not to be lost") {
		t.Errorf("the clipboard holds %q", got)
	}
	d.tapButton("Keep the window open")
	d.store.Fail(nil)
	d.shell.tryClose()
	if !d.closed || len(d.entry().Moments) != 1 {
		t.Errorf("closed %v, moments %d", d.closed, len(d.entry().Moments))
	}
}

// TestRow67CloseKeepsHalfWrittenMoment holds that what was typed and not added is
// there after closing.
func TestRow67CloseKeepsHalfWrittenMoment(t *testing.T) {
	d := newWeekDesk(t)
	d.write("Not yet added")
	d.shell.tryClose()
	if moments := d.entry().Moments; !d.closed || len(moments) != 1 || moments[0].Text != "Not yet added" {
		t.Errorf("closed %v, the store holds %+v", d.closed, moments)
	}
}

func TestYearAgo(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	d.sees("A year ago", "Week 48, 2025")
	d.tapLink("hide")
	d.misses("A year ago")
	d.shell.prefs.setYearAgo(true)
	d.week().show()
	d.sees("A year ago")
}
