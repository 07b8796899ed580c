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

// afterCrash returns the window as it opens on what the disk holds, without
// the end of the one before.
func (d *desk) afterCrash() *desk {
	d.t.Helper()
	if !d.closed {
		d.shell.window.Close() // the tests' driver must have one only
	}
	clock := newClockwork()
	clock.time = d.clock.time
	return openDesk(d.t, clock, d.memory.Reopen(), words.English, func(*Config) {})
}

// TestDraftSurvives holds that a half-written moment is there again, whole,
// after at most two seconds.
func TestDraftSurvives(t *testing.T) {
	d := newWeekDesk(t)
	d.write("Half a th")
	form := d.week().quick.form
	form.choose("debugging")
	form.energy.OnChanged(4)
	form.energy.SetChosen(4)
	form.track.SetChosen(2)
	form.exact.SetText("1,5")
	form.tags.SetText("calendar, foc")
	form.chosen.SetChecked(true)
	form.private.SetChecked(true)
	d.clock.advance(saveLatest)
	if !d.mine.Empty() {
		t.Fatal("what is half-written became part of the journal")
	}

	again := d.afterCrash()
	form = again.week().quick.form
	got := form.draft("", again.today())
	want := journal.Draft{
		Week: again.today(), Text: "Half a th", Kind: "debugging", Track: journal.People, Energy: journal.Energized,
		Hours: "1,5", Tags: "calendar, foc", Chosen: true, Private: true,
	}
	if got != want {
		t.Errorf("after a crash there is %+v, want %+v", got, want)
	}
	if !again.week().quick.details.Visible() {
		t.Error("tags and private are hidden")
	}
	again.focus(form.text)
	again.press(fyne.KeyEnd)
	again.write("ought")
	again.press(fyne.KeyReturn)
	if m := again.entry().Moments; len(m) != 1 || m[0].Text != "Half a thought" || m[0].Hours != 1.5 || m[0].Kind != "debugging" {
		t.Errorf("the store holds %+v", m)
	}
	if d, ok := again.mine.Draft(); ok {
		t.Errorf("after Add there still is the draft %+v", d)
	}
	again.clock.advance(time.Minute)
	third := again.afterCrash()
	if got := third.week().quick.form.text.Text; got != "" {
		t.Errorf("what was added stands in the line again: %q", got)
	}
}

// TestDraftEveryTwoSeconds holds that one who goes on typing is not waited for.
func TestDraftEveryTwoSeconds(t *testing.T) {
	d := newWeekDesk(t)
	for range 30 {
		d.write("x")
		d.clock.advance(100 * time.Millisecond)
	}
	if kept, _ := d.mine.Draft(); len(kept.Text) < 10 {
		t.Errorf("after three seconds of typing %d letters are kept", len(kept.Text))
	}
}

// TestDraftOfOtherWeek holds that it comes back in the week it was for.
func TestDraftOfOtherWeek(t *testing.T) {
	d := newDesk(t, sampleContents(t), words.English)
	d.week().goPrev()
	d.focus(d.week().quick.form.text)
	d.write("Last week’s")
	d.clock.advance(saveLatest)
	again := d.afterCrash()
	if again.week().entry.Week != d.today().Prev() || again.week().quick.form.text.Text != "Last week’s" {
		t.Errorf("the window opens on %v with %q", again.week().entry.Week, again.week().quick.form.text.Text)
	}
}

// TestDraftTakenBack holds that what was deleted again does not come back.
func TestDraftTakenBack(t *testing.T) {
	d := newWeekDesk(t)
	d.write("oh")
	d.clock.advance(saveLatest)
	d.press(fyne.KeyBackspace, fyne.KeyBackspace)
	d.clock.advance(saveLatest)
	if kept, ok := d.mine.Draft(); ok {
		t.Errorf("%+v is kept", kept)
	}
}

// TestDraftOfEdit holds that a half-edited moment is there again in its dialog,
// and the moment as it was until it is saved.
func TestDraftOfEdit(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.week().editMoment(d.entry().Moments[0])
	d.write("Very ")
	d.clock.advance(saveLatest)
	again := d.afterCrash()
	if got := again.entry().Moments[0].Text; got != "First" {
		t.Errorf("the moment says %q", got)
	}
	again.sees("Edit the moment")
	again.tapButton("Save")
	if got := again.entry().Moments[0].Text; got != "Very First" {
		t.Errorf("the moment says %q", got)
	}
	if kept, ok := again.mine.Draft(); ok {
		t.Errorf("after Save there is the draft %+v", kept)
	}

	again.week().editMoment(again.entry().Moments[0])
	again.write("Not ")
	again.clock.advance(saveLatest)
	again.tapButton("Cancel")
	again.clock.advance(saveLatest)
	if kept, ok := again.mine.Draft(); ok || again.entry().Moments[0].Text != "Very First" {
		t.Errorf("after Cancel there is the draft %+v", kept)
	}
}

// TestDraftWhileDiskFails holds that a draft is not given up before the moment
// that it became is on the disk.
func TestDraftWhileDiskFails(t *testing.T) {
	d := newWeekDesk(t)
	d.write("Kept in mind")
	d.clock.advance(saveLatest)
	d.store.Fail(errors.New("no space left on device"))
	d.press(fyne.KeyReturn)
	d.clock.advance(time.Minute)
	if kept, ok := d.mine.Draft(); !ok || kept.Text != "Kept in mind" {
		t.Errorf("the draft is %+v, %v", kept, ok)
	}
	d.store.Fail(nil)
	d.clock.advance(retryPause)
	if _, ok := d.mine.Draft(); ok || len(d.entry().Moments) != 1 {
		t.Errorf("after the disk came back: draft %v, %d moments", ok, len(d.entry().Moments))
	}
}

// TestDraftOnClose holds that what is no moment yet is kept over an ordinary
// end too, and a change of language.
func TestDraftOnClose(t *testing.T) {
	d := newWeekDesk(t)
	d.write("Hours to come")
	d.week().quick.form.exact.SetText("x")
	d.shell.changeLanguage(words.French)
	d.shell.space.open(pageWeek)
	if got := d.week().quick.form.text.Text; got != "Hours to come" {
		t.Errorf("in another language the line says %q", got)
	}
	d.shell.tryClose()
	again := d.afterCrash()
	if form := again.week().quick.form; form.text.Text != "Hours to come" || form.exact.Text != "x" {
		t.Errorf("the line says %q, %q hours", form.text.Text, form.exact.Text)
	}
}

// TestNoDraftForLooking holds that a look at the line writes nothing.
func TestNoDraftForLooking(t *testing.T) {
	d := newWeekDesk(t)
	form := d.week().quick.form
	test.Tap(form.chosen)
	form.hours.OnChanged(3)
	d.clock.advance(time.Minute)
	if d.store.Attempts() != 0 {
		t.Error("something was written without a word to keep")
	}
}
