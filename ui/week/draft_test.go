package week

import (
	"errors"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// A half-written moment is there again, whole,
// after at most two seconds.
func TestDraftSurvives(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Half a th #calendar 1,5h +2 /deb")
	d.toggle("Private")
	d.Clock.Advance(saving.SaveLatest)
	if !d.Journal.Empty() {
		t.Fatal("what is half-written became part of the journal")
	}

	again := d.afterCrash()
	got, _ := again.Journal.Draft()
	if !got.Private || got.Chosen || got.Week != again.Today() || again.field().Text != "Half a th #calendar 1,5h +2 /debugging" {
		t.Errorf("after a crash there is %+v, and in the line %q", got, again.field().Text)
	}
	again.Press(fyne.KeyReturn)
	if m := again.Entry().Moments; len(m) != 1 || m[0].Text != "Half a th" || m[0].Hours != 1.5 || m[0].Kind != "debugging" || !m[0].Private {
		t.Errorf("the journal has %+v", m)
	}
	if d, ok := again.Journal.Draft(); ok {
		t.Errorf("after Add there still is the draft %+v", d)
	}
	again.Clock.Advance(time.Minute)
	third := again.afterCrash()
	if got := third.field().Text; got != "" {
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
	d.Focus(d.field())
	d.Write("Last week’s")
	d.Clock.Advance(saving.SaveLatest)
	again := d.afterCrash()
	if again.page.entry.Week != d.Today() || again.field().Text != "Last week’s" {
		t.Errorf("the window opens on %v with %q", again.page.entry.Week, again.field().Text)
	}
	again.Sees("This moment is for week 47 of 2026.")
	again.page.GoPrev()
	again.Misses("This moment is for")
	again.page.GoNext()
	again.Focus(again.field())
	again.Press(fyne.KeyEnd)
	again.Write(" /coding +1")
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

// A half-edited moment is there again in its row, and the moment as it was until it
// is saved.
func TestDraftOfEdit(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.add("First")
	d.page.editMoment(d.Today(), d.Entry().Moments[0])
	d.Press(fyne.KeyHome)
	d.Write("Very ")
	d.Clock.Advance(saving.SaveLatest)
	again := d.afterCrash()
	if got := again.Entry().Moments[0].Text; got != "First" {
		t.Errorf("the moment says %q", got)
	}
	if field := again.Field(); field == nil || field.Text != "Very First /coding +0" {
		t.Fatalf("the edit does not go on:\n%s", again.Texts())
	}
	again.TapButton("Save")
	if got := again.Entry().Moments[0].Text; got != "Very First" {
		t.Errorf("the moment says %q", got)
	}
	if kept, ok := again.Journal.Draft(); ok {
		t.Errorf("after Save there is the draft %+v", kept)
	}

	again.page.editMoment(again.Today(), again.Entry().Moments[0])
	again.Press(fyne.KeyHome)
	again.Write("Not ")
	again.Clock.Advance(saving.SaveLatest)
	again.TapButton("Cancel")
	again.TapButton("Keep editing")
	again.Press(fyne.KeyEscape)
	again.TapButton("Discard")
	again.Clock.Advance(saving.SaveLatest)
	if kept, ok := again.Journal.Draft(); ok || again.Entry().Moments[0].Text != "Very First" {
		t.Errorf("after Discard there is the draft %+v", kept)
	}
}

// What is in the line does not take the place of an edit, and nothing else that is
// saved ends it.
func TestDraftOfEditAndLine(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.add("First")
	d.page.editMoment(d.Today(), d.Entry().Moments[0])
	d.Press(fyne.KeyHome)
	d.Write("Very ")
	d.Focus(d.field())
	d.Write("Second")
	d.page.setReflection("", "So it goes.")
	d.Clock.Advance(time.Minute)

	again := d.afterCrash()
	if got := again.field().Text; got != "Second" {
		t.Errorf("the line says %q", got)
	}
	if again.page.editing == nil || again.page.editing.line.Text().Text != "Very First /coding +0" {
		t.Fatalf("the edit does not go on:\n%s", again.Texts())
	}
	again.Focus(again.field())
	again.Press(fyne.KeyEnd)
	again.Write(" /coding +1")
	again.Press(fyne.KeyReturn)
	again.Clock.Advance(time.Minute)

	third := again.afterCrash()
	if got := third.field().Text; got != "" || third.page.editing == nil {
		t.Fatalf("after the moment was added the line says %q:\n%s", got, third.Texts())
	}
	third.TapButton("Save")
	if m := third.Entry().Moments; len(m) != 2 || m[0].Text != "Very First" || m[1].Text != "Second" {
		t.Errorf("the journal has %+v", m)
	}
	if kept, ok := third.Journal.Draft(); ok {
		t.Errorf("after all there is the draft %+v", kept)
	}
}

// A draft is not given up before the moment
// that it became is on the disk.
func TestDraftWhileDiskFails(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Write("Kept in mind /coding +1")
	d.Clock.Advance(saving.SaveLatest)
	d.Store.Fail(syscall.ENOSPC)
	d.Press(fyne.KeyReturn)
	d.Clock.Advance(time.Minute)
	if kept, ok := d.Journal.Draft(); !ok || !strings.HasPrefix(kept.Text, "Kept in mind") {
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
	d.Press(fyne.KeyEnd, fyne.KeyReturn, fyne.KeyTab)
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
