package saving_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// saver is an autosave on a store in memory, with what it called.
type saver struct {
	*saving.Autosave
	desk   *uitest.Desk
	states []saving.State
	weeks  []journal.Week
}

func newSaver(t *testing.T) *saver {
	t.Helper()
	s := &saver{desk: uitest.NewDesk(t, journal.Contents{})}
	s.Autosave = saving.NewAutosave(s.desk.Journal, s.desk.Clock, s.desk.Clock.Now,
		func(state saving.State, _ error) { s.states = append(s.states, state) },
		func(w journal.Week) { s.weeks = append(s.weeks, w) })
	return s
}

// write changes the reflection of this week on screen.
func (s *saver) write(text string) { s.Change(journal.Entry{Week: s.desk.Today(), Reflection: text}) }

// onDisk returns the reflection of this week in the journal, whatever is
// pending.
func (s *saver) onDisk() string { return s.desk.Journal.Entry(s.desk.Today()).Reflection }

// onScreen returns it as it was last changed.
func (s *saver) onScreen() string { return s.Entry(s.desk.Today()).Reflection }

func TestAutosaveWaitsForAPause(t *testing.T) {
	s := newSaver(t)
	s.write("a")
	s.desk.Clock.Advance(saving.SavePause - time.Millisecond)
	if s.onDisk() != "" {
		t.Error("saved before the pause was over")
	}
	s.desk.Clock.Advance(time.Millisecond)
	if s.onDisk() != "a" {
		t.Error("not saved after the pause")
	}
	if s.desk.Entry().Updated.IsZero() {
		t.Error("the entry does not say when it was updated")
	}
	if len(s.states) != 2 || s.states[0] != saving.Pending || s.states[1] != saving.Saved || len(s.weeks) != 1 {
		t.Errorf("called with %v and %v", s.states, s.weeks)
	}
}

func TestAutosaveSavesWhileOneGoesOnTyping(t *testing.T) {
	s := newSaver(t)
	text := ""
	for range 30 {
		text += "x"
		s.write(text)
		s.desk.Clock.Advance(100 * time.Millisecond)
	}
	if n := len(s.onDisk()); n < 20 {
		t.Errorf("after three seconds of typing %d of 30 letters are saved", n)
	}
	s.desk.Clock.Advance(saving.SavePause)
	if s.onDisk() != text {
		t.Error("the rest was not saved")
	}
}

// What is typed while a save is under way is not on the disk when that save is
// done, so it must stay a draft and be saved too.
func TestAutosaveRetainsWhatWasChangedWhileItSaved(t *testing.T) {
	s := newSaver(t)
	s.write("a")
	s.desk.Clock.Pass(saving.SavePause)
	if s.desk.Clock.Pending() != 1 {
		t.Fatalf("%d saves are under way, want 1", s.desk.Clock.Pending())
	}
	s.write("ab")
	s.desk.Clock.Next()
	if s.onDisk() != "a" {
		t.Fatalf("the save under way brought %q to the disk", s.onDisk())
	}
	if s.onScreen() != "ab" || s.State() != saving.Pending {
		t.Errorf("when it was done the screen had %q, in state %v", s.onScreen(), s.State())
	}
	s.desk.Clock.Advance(saving.SavePause)
	if s.onDisk() != "ab" || s.State() != saving.Saved {
		t.Errorf("in the end the disk has %q, in state %v", s.onDisk(), s.State())
	}
}

// A disk that is slower than the user is not given all that is typed meanwhile, but each
// thing that is done is a save of its own, in its order.
func TestAutosaveOnASlowDisk(t *testing.T) {
	s := newSaver(t)
	s.write("a")
	s.Flush()
	for range 30 {
		s.write(s.onScreen() + "x")
		s.desk.Clock.Pass(saving.SavePause)
	}
	if n := s.desk.Clock.Pending(); n != 1 {
		t.Fatalf("%d saves are under way", n)
	}
	s.Flush()
	s.write("b")
	s.Flush()
	s.Flush() // nothing more
	for _, want := range []string{"a", "a" + strings.Repeat("x", 30), "b"} {
		if s.desk.Clock.Next(); s.onDisk() != want {
			t.Errorf("the disk has %q, want %q", s.onDisk(), want)
		}
	}
	if s.State() != saving.Saved || s.desk.Clock.Pending() != 0 {
		t.Errorf("state %v with %d saves under way", s.State(), s.desk.Clock.Pending())
	}
}

func TestAutosaveTriesAgainWithTheLastChange(t *testing.T) {
	s := newSaver(t)
	s.desk.Store.Fail(errors.New("no"))
	s.write("a")
	s.desk.Clock.Advance(saving.SavePause)
	if s.State() != saving.Failing || s.onScreen() != "a" {
		t.Fatalf("state %v with %q", s.State(), s.onScreen())
	}
	s.write("ab")
	s.desk.Clock.Advance(saving.RetryPause)
	if s.State() != saving.Failing {
		t.Errorf("state %v", s.State())
	}
	s.desk.Store.Fail(nil)
	s.desk.Clock.Advance(saving.RetryPause)
	if s.onDisk() != "ab" || s.State() != saving.Saved {
		t.Errorf("the disk has %q in state %v", s.onDisk(), s.State())
	}
	if len(s.Unsaved()) != 0 {
		t.Error("a draft is left")
	}
}

func TestSettleSavesBeforeItReturns(t *testing.T) {
	s := newSaver(t)
	s.write("a")
	s.Flush()
	s.write("ab")
	if err := s.Settle(); err != nil || s.onDisk() != "ab" {
		t.Errorf("it returned %v, and the disk has %q", err, s.onDisk())
	}
	broken := errors.New("no")
	s.desk.Store.Fail(broken)
	s.write("b")
	if err := s.Settle(); !errors.Is(err, broken) {
		t.Errorf("it returned %v", err)
	}
	if len(s.Unsaved()) != 1 {
		t.Error("the draft is gone")
	}
}

// Showing a week and changing nothing reaches no store.
func TestAutosaveLeavesAnUnchangedWeekAlone(t *testing.T) {
	s := newSaver(t)
	s.write("")
	s.desk.Clock.Advance(time.Minute)
	if s.desk.Store.Attempts() != 0 || len(s.states) != 0 {
		t.Errorf("%d attempts, called with %v", s.desk.Store.Attempts(), s.states)
	}
}

// halfWritten is an autosave with drafts of a moment whose text a test sets.
func halfWritten(t *testing.T) (s *saver, drafts *saving.Drafts, text *string) {
	t.Helper()
	s, text = newSaver(t), new(string)
	drafts = saving.NewDrafts(s.desk.Journal, s.Autosave, s.desk.Clock.Now, func() journal.Draft {
		return journal.Draft{ID: "m", Week: s.desk.Today(), Text: *text}
	})
	return s, drafts, text
}

// A moment that was added leaves the line empty. Until the week with it is on
// the disk, the draft is all that a crash leaves of it.
func TestNoEmptyDraftBeforeItsMomentIsOnTheDisk(t *testing.T) {
	s, drafts, text := halfWritten(t)
	*text = "Found it"
	drafts.Touch()
	s.desk.Clock.Advance(saving.SaveLatest)
	if d, ok := s.desk.Journal.Draft(); !ok || d.Text != "Found it" {
		t.Fatalf("the draft is %+v", d)
	}
	s.desk.Store.Fail(errors.New("no"))
	s.write("the week with the moment")
	s.desk.Clock.Advance(saving.SavePause)
	s.desk.Store.Fail(nil) // but the week is only tried again after a pause
	*text = ""
	drafts.Touch()
	s.desk.Clock.Advance(saving.SavePause)
	if d, ok := s.desk.Journal.Draft(); !ok {
		t.Errorf("the draft is %+v while the disk has %q", d, s.onDisk())
	}
	if err := drafts.Settle(); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.desk.Journal.Draft(); !ok {
		t.Error("settling gave the draft up")
	}
	s.desk.Clock.Advance(2 * saving.RetryPause)
	if d, ok := s.desk.Journal.Draft(); ok || s.onDisk() == "" {
		t.Errorf("in the end the draft is %+v while the disk has %q", d, s.onDisk())
	}
}
