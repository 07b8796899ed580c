package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

func contains(s, part string) bool { return strings.Contains(s, part) }

// saverBench is an autosave on a store in memory, with what it told.
type saverBench struct {
	clock  *clockwork
	store  *storetest.Failing
	mine   *journal.Journal
	saver  *autosave
	states []saveState
	weeks  []journal.Week
}

func newSaverBench(t *testing.T) *saverBench {
	t.Helper()
	b := &saverBench{clock: newClockwork()}
	b.store = storetest.NewFailing(storetest.NewMemory(journal.Contents{ID: "test"}))
	j, err := journal.Open(b.store)
	if err != nil {
		t.Fatal(err)
	}
	b.mine = j
	b.saver = newAutosave(j, b.clock, b.clock.now,
		func(s saveState, _ error) { b.states = append(b.states, s) },
		func(w journal.Week) { b.weeks = append(b.weeks, w) })
	return b
}

func (b *saverBench) type_(text string) {
	b.saver.change(journal.Entry{Week: journal.WeekOf(b.clock.now()), Reflection: text})
}

func (b *saverBench) kept() string { return b.mine.Entry(journal.WeekOf(b.clock.now())).Reflection }

func TestAutosavePause(t *testing.T) {
	b := newSaverBench(t)
	b.type_("a")
	b.clock.advance(savePause - time.Millisecond)
	if b.kept() != "" {
		t.Error("saved before the pause was over")
	}
	b.clock.advance(time.Millisecond)
	if b.kept() != "a" {
		t.Error("not saved after the pause")
	}
	if e := b.mine.Entry(journal.WeekOf(b.clock.now())); e.Updated.IsZero() {
		t.Error("the entry does not say when it was updated")
	}
	if len(b.states) != 2 || b.states[0] != pending || b.states[1] != saved || len(b.weeks) != 1 {
		t.Errorf("told %v and %v", b.states, b.weeks)
	}
}

// TestAutosaveLatest holds that text is saved also while one goes on typing.
func TestAutosaveLatest(t *testing.T) {
	b := newSaverBench(t)
	text := ""
	for range 30 {
		text += "x"
		b.type_(text)
		b.clock.advance(100 * time.Millisecond)
	}
	if n := len(b.kept()); n < 20 {
		t.Errorf("after three seconds of typing %d of 30 letters are kept", n)
	}
	b.clock.advance(savePause)
	if b.kept() != text {
		t.Error("the rest was not saved")
	}
}

// TestAutosaveRetry holds that a failed save is tried again, and that a change
// meanwhile is the one that is kept.
func TestAutosaveRetry(t *testing.T) {
	b := newSaverBench(t)
	b.store.Fail(errors.New("no"))
	b.type_("a")
	b.clock.advance(savePause)
	if b.saver.state() != failing || b.saver.entry(journal.WeekOf(b.clock.now())).Reflection != "a" {
		t.Fatalf("state %v", b.saver.state())
	}
	b.type_("ab")
	b.clock.advance(retryPause)
	if b.saver.state() != failing {
		t.Errorf("state %v", b.saver.state())
	}
	b.store.Fail(nil)
	b.clock.advance(retryPause)
	if b.kept() != "ab" || b.saver.state() != saved {
		t.Errorf("kept %q in state %v", b.kept(), b.saver.state())
	}
	if len(b.saver.unsaved()) != 0 {
		t.Error("a draft is left")
	}
}

func TestAutosaveSettle(t *testing.T) {
	b := newSaverBench(t)
	b.type_("a")
	if err := b.saver.settle(); err != nil || b.kept() != "a" {
		t.Errorf("settle: %v, kept %q", err, b.kept())
	}
	broken := errors.New("no")
	b.store.Fail(broken)
	b.type_("b")
	if err := b.saver.settle(); !errors.Is(err, broken) {
		t.Errorf("settle returned %v", err)
	}
	if len(b.saver.unsaved()) != 1 {
		t.Error("the draft is gone")
	}
}

// TestAutosaveUnchanged holds that showing a week and changing nothing reaches
// no store.
func TestAutosaveUnchanged(t *testing.T) {
	b := newSaverBench(t)
	b.type_("")
	b.clock.advance(time.Minute)
	if b.store.Attempts() != 0 || len(b.states) != 0 {
		t.Errorf("%d attempts, told %v", b.store.Attempts(), b.states)
	}
}
