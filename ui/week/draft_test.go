package week

import (
	"errors"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// A half-written moment is there again, whole,
// after at most two seconds.
func TestDraftSurvives(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Half a th")
	form := d.page.quick.form
	form.choose("debugging")
	form.energy.OnChanged(4)
	form.energy.SetChosen(4)
	form.track.SetChosen(2)
	form.exact.SetText("1,5")
	form.tags.SetText("calendar, foc")
	form.chosen.SetChecked(true)
	form.private.SetChecked(true)
	d.Clock.Advance(saving.SaveLatest)
	if !d.Journal.Empty() {
		t.Fatal("what is half-written became part of the journal")
	}

	again := d.afterCrash()
	form = again.page.quick.form
	got := form.draft("", again.Today())
	want := journal.Draft{
		Week: again.Today(), Text: "Half a th", Kind: "debugging", Track: journal.People, Energy: journal.Energized,
		Hours: "1,5", Tags: "calendar, foc", Chosen: true, Private: true,
	}
	if got != want {
		t.Errorf("after a crash there is %+v, want %+v", got, want)
	}
	if !again.page.quick.details.Visible() {
		t.Error("tags and private are hidden")
	}
	again.Focus(form.text)
	again.Press(fyne.KeyEnd)
	again.Write("ought")
	again.Press(fyne.KeyReturn)
	if m := again.Entry().Moments; len(m) != 1 || m[0].Text != "Half a thought" || m[0].Hours != 1.5 || m[0].Kind != "debugging" {
		t.Errorf("the journal has %+v", m)
	}
	if d, ok := again.Journal.Draft(); ok {
		t.Errorf("after Add there still is the draft %+v", d)
	}
	again.Clock.Advance(time.Minute)
	third := again.afterCrash()
	if got := third.page.quick.form.text.Text; got != "" {
		t.Errorf("what was added stands in the line again: %q", got)
	}
}

// One who goes on typing is not waited for.
func TestDraftEveryTwoSeconds(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	for range 30 {
		d.Write("x")
		d.Clock.Advance(100 * time.Millisecond)
	}
	if kept, _ := d.Journal.Draft(); len(kept.Text) < 10 {
		t.Errorf("after three seconds of typing %d letters are kept", len(kept.Text))
	}
}

// It comes back for its week, which the line shows in any other.
func TestDraftOfOtherWeek(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.page.GoPrev()
	d.Focus(d.page.quick.form.text)
	d.Write("Last week’s")
	d.Clock.Advance(saving.SaveLatest)
	again := d.afterCrash()
	if again.page.entry.Week != d.Today() || again.page.quick.form.text.Text != "Last week’s" {
		t.Errorf("the window opens on %v with %q", again.page.entry.Week, again.page.quick.form.text.Text)
	}
	again.Sees("This moment is for week 47 of 2026.")
	again.page.GoPrev()
	again.Misses("This moment is for")
	again.page.GoNext()
	again.Press(fyne.KeyReturn)
	again.Clock.Finish()
	if moments := again.Journal.Entry(d.Today().Prev()).Moments; moments[len(moments)-1].Text != "Last week’s" {
		t.Errorf("the moment is not in its week, which has %+v", moments)
	}
}

// What was deleted again does not come back.
func TestDraftTakenBack(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("oh")
	d.Clock.Advance(saving.SaveLatest)
	d.Press(fyne.KeyBackspace, fyne.KeyBackspace)
	d.Clock.Advance(saving.SaveLatest)
	if kept, ok := d.Journal.Draft(); ok {
		t.Errorf("%+v is kept", kept)
	}
}

// A half-edited moment is there again in its dialog,
// and the moment as it was until it is saved.
func TestDraftOfEdit(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.add("First")
	d.page.editMoment(d.Today(), d.Entry().Moments[0])
	d.Write("Very ")
	d.Clock.Advance(saving.SaveLatest)
	again := d.afterCrash()
	if got := again.Entry().Moments[0].Text; got != "First" {
		t.Errorf("the moment says %q", got)
	}
	again.Sees("Edit moment")
	again.TapButton("Save")
	if got := again.Entry().Moments[0].Text; got != "Very First" {
		t.Errorf("the moment says %q", got)
	}
	if kept, ok := again.Journal.Draft(); ok {
		t.Errorf("after Save there is the draft %+v", kept)
	}

	again.page.editMoment(again.Today(), again.Entry().Moments[0])
	again.Write("Not ")
	again.Clock.Advance(saving.SaveLatest)
	again.TapButton("Cancel")
	again.Clock.Advance(saving.SaveLatest)
	if kept, ok := again.Journal.Draft(); ok || again.Entry().Moments[0].Text != "Very First" {
		t.Errorf("after Cancel there is the draft %+v", kept)
	}
}

// A draft is not given up before the moment
// that it became is on the disk.
func TestDraftWhileDiskFails(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Kept in mind")
	d.Clock.Advance(saving.SaveLatest)
	d.Store.Fail(syscall.ENOSPC)
	d.Press(fyne.KeyReturn)
	d.Clock.Advance(time.Minute)
	if kept, ok := d.Journal.Draft(); !ok || kept.Text != "Kept in mind" {
		t.Errorf("the draft is %+v, %v", kept, ok)
	}
	d.Store.Fail(nil)
	d.Clock.Advance(saving.RetryPause)
	if _, ok := d.Journal.Draft(); ok || len(d.Entry().Moments) != 1 {
		t.Errorf("after the disk came back: draft %v, %d moments", ok, len(d.Entry().Moments))
	}
}

// A look at the line writes nothing.
func TestNoDraftForLooking(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	form := d.page.quick.form
	test.Tap(form.chosen)
	form.hours.OnChanged(3)
	d.Clock.Advance(time.Minute)
	if d.Store.Attempts() != 0 {
		t.Error("something was written without a word to keep")
	}
}

// What is left in the line, of a week that was worked or of one off, is no moment,
// but still a draft.
func TestLeavingAddsNoMoment(t *testing.T) {
	for _, reason := range []string{"", "leave"} {
		leave(t, reason)
	}
}

func leave(t *testing.T, away string) {
	t.Helper()
	d := newDesk(t, journal.Contents{})
	d.Write("half a moment")
	if away != "" {
		d.page.setAway(d.Today(), away)
	}
	if err := errors.Join(d.saver.Settle(), d.page.Settle()); err != nil {
		t.Fatal(err)
	}
	draft, _ := d.Journal.Draft()
	if e := d.Entry(); len(e.Moments) != 0 || draft.Text != "half a moment" {
		t.Errorf("the journal has %+v, and the draft %+v", e, draft)
	}
}
