package journal_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// undo takes back one step, which must be of a kind.
func (o opened) undo(want journal.StepKind) journal.Step {
	o.Helper()
	next, ok := o.CanUndo()
	step, err := o.Undo()
	if err != nil || !ok || next.Kind != want || step.Kind != want {
		o.Fatalf("undid %+v (%v), announced as %+v, %v; want %q", step, err, next, ok, want)
	}
	return step
}

func (o opened) redo() {
	o.Helper()
	if _, err := o.Redo(); err != nil {
		o.Fatal(err)
	}
}

// TestUndoEverything does everything that can be done, takes it all back, and
// does it again.
func TestUndoEverything(t *testing.T) {
	start := storetest.Sample()
	j := open(t, start)
	own := journal.Kind{ID: "talks", Name: "Talks", Track: journal.Both}
	steps := []struct {
		kind journal.StepKind
		do   func() error
	}{
		{journal.TextStep, func() error {
			e := j.Entry(start.Entries[1].Week)
			e.Reflection = "something else"
			return j.Save(e)
		}},
		{"kind", func() error { return j.SaveKind(own) }},
		{"kind", func() error { return j.SaveKind(journal.Kind{ID: "debugging", Track: journal.Both}) }},
		{journal.AddStep, func() error {
			return j.Save(journal.Entry{Week: mustWeek(t, "2026-W48"), Moments: []journal.Moment{
				{ID: "talk", Text: "Gave a talk", Kind: own.ID, Track: own.Track, Hours: 1}}})
		}},
		{journal.DeleteStep, func() error {
			e := j.Entry(start.Entries[1].Week)
			e.Moments = e.Moments[1:]
			return j.Save(e)
		}},
		{journal.DropStep, func() error { return j.Save(journal.Entry{Week: start.Entries[1].Week}) }},
		{"event", func() error {
			return j.SaveEvent(journal.Event{ID: "new", Week: mustWeek(t, "2026-W02"), Kind: journal.OtherEvent, Title: "new"})
		}},
		{"event", func() error { return j.DeleteEvent("start") }},
		{journal.RestoreStep, func() error { return j.RestoreTrashed(j.Trash()[0].ID) }},
		{journal.ImportStep, func() error {
			_, err := j.Merge(journal.Contents{ID: "other", Entries: []journal.Entry{{Week: mustWeek(t, "2031-W01"), Away: "leave"}}})
			return err
		}},
		{journal.DropStep, func() error { return j.DeleteWeek(start.Entries[0].Week) }},
		{journal.RestoreStep, func() error {
			versions, err := j.Versions(start.Entries[1].Week)
			if err != nil {
				return err
			}
			return j.RestoreVersion(start.Entries[1].Week, versions[len(versions)-1].Revision)
		}},
	}
	states := []journal.Contents{j.Contents()}
	for i, step := range steps {
		j.wait(time.Minute)
		if err := step.do(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		states = append(states, j.Contents())
		if storetest.Diff(states[i], states[i+1]) == "" {
			t.Fatalf("step %d changed nothing", i)
		}
	}
	for range 2 {
		for i := len(steps) - 1; i >= 0; i-- {
			j.undo(steps[i].kind)
			j.holds(states[i])
		}
		if _, err := j.Undo(); !errors.Is(err, journal.ErrNothingToUndo) {
			t.Errorf("undo of nothing returned %v", err)
		}
		for i := range steps {
			j.redo()
			j.holds(states[i+1])
		}
		if _, err := j.Redo(); !errors.Is(err, journal.ErrNothingToUndo) {
			t.Errorf("redo of nothing returned %v", err)
		}
	}
}

// TestUndoRandomly: whatever was done in whatever order, undoing it all leads
// back, and redoing it all leads there again, also when the disk fails now and
// then.
func TestUndoRandomly(t *testing.T) {
	for seed := range uint64(30) {
		random := rand.New(rand.NewPCG(seed, 0))
		j := open(t, journal.Contents{ID: "start"})
		start := j.Contents()
		for range 40 {
			j.wait(time.Duration(random.IntN(8)) * time.Second)
			w := mustWeek(t, "2026-W01").Add(random.IntN(3))
			e := j.Entry(w)
			switch random.IntN(6) {
			case 0:
				e.Moments = append(e.Moments, journal.Moment{ID: journal.NewID(), Text: "t", Kind: "coding", Track: journal.Both, Hours: 1})
			case 1:
				e = journal.Entry{Week: w}
			case 2:
				_ = j.SaveKind(journal.Kind{ID: fmt.Sprint("k", random.IntN(3)), Name: journal.NewID(), Track: journal.Both})
			case 3:
				_ = j.DeleteEvent(fmt.Sprint("e", random.IntN(3)))
				_ = j.SaveEvent(journal.Event{ID: fmt.Sprint("e", random.IntN(3)), Week: w, Kind: journal.TeamEvent, Title: journal.NewID()})
			case 4:
				_, _ = j.Undo()
			default:
				e.Reflection = journal.NewID()
			}
			j.must(j.Save(e))
		}
		end := j.Contents()
		undone := 0
		for {
			if random.IntN(4) == 0 {
				j.failing.FailNext(1, errFull)
			}
			if _, err := j.Undo(); errors.Is(err, journal.ErrNothingToUndo) {
				break
			} else if err == nil {
				undone++
			} else if !errors.Is(err, errFull) {
				t.Fatal(err)
			}
		}
		j.failing.Fail(nil)
		j.holds(start)
		for range undone {
			j.redo()
		}
		j.holds(end)
		if undone < 10 {
			t.Errorf("seed %d: only %d steps", seed, undone)
		}
	}
}

// TestUndoBurst: what is typed in one go is one step, and nothing else is.
func TestUndoBurst(t *testing.T) {
	j := open(t, storetest.Sample())
	w, other := mustWeek(t, "2026-W48"), mustWeek(t, "2026-W49")
	write := func(w journal.Week, text string) {
		t.Helper()
		e := j.Entry(w)
		e.Reflection = text
		j.must(j.Save(e))
		j.wait(2 * time.Second)
	}
	add := func(id string) {
		t.Helper()
		e := j.Entry(w)
		e.Moments = append(slices.Clone(e.Moments), journal.Moment{ID: id, Text: "t", Kind: "coding", Track: journal.Both, Hours: 1})
		j.must(j.Save(e))
		j.wait(2 * time.Second)
	}
	write(w, "a")
	write(w, "ab")
	write(w, "abc")
	j.wait(10 * time.Second)
	write(w, "abcd")
	write(other, "x")
	write(w, "abcde")
	add("one")
	add("two")
	write(w, "abcdef")
	for _, want := range []string{"abcde 2", "abcde 1", "abcde 0", "abcd 0 x", "abcd 0 ", "abc 0", " 0"} {
		if _, err := j.Undo(); err != nil {
			t.Fatal(err)
		}
		e := j.Entry(w)
		got := fmt.Sprint(e.Reflection, " ", len(e.Moments), " ", j.Entry(other).Reflection)
		if got[:len(want)] != want {
			t.Errorf("after an undo it says %q, want %q", got, want)
		}
	}
	j.redo()
	write(w, "typed after a redo")
	if _, ok := j.CanRedo(); ok {
		t.Error("a change left something to redo")
	}
	j.undo(journal.TextStep)
	if got := j.Entry(w).Reflection; got != "abc" {
		t.Errorf("what was typed after a redo went into its step: %q", got)
	}
	write(w, "one")
	write(other, "y")
	j.undo(journal.TextStep)
	write(w, "two")
	j.undo(journal.TextStep)
	if got := j.Entry(w).Reflection; got != "one" {
		t.Errorf("what was typed after an undo went into the step before: %q", got)
	}
}

// TestUndoKinds: each save of a week is named after what it did.
func TestUndoKinds(t *testing.T) {
	w := mustWeek(t, "2026-W48")
	moment := func(id string) journal.Moment {
		return journal.Moment{ID: id, Text: "t", Kind: "coding", Track: journal.Technical, Hours: 1}
	}
	one, two := []journal.Moment{moment("a")}, []journal.Moment{moment("a"), moment("b")}
	split := &journal.Split{Technical: 100}
	for _, tt := range []struct {
		from, to journal.Entry
		want     journal.StepKind
	}{
		{journal.Entry{}, journal.Entry{Reflection: "r"}, journal.TextStep},
		{journal.Entry{Reflection: "r"}, journal.Entry{}, journal.TextStep},
		{journal.Entry{Moments: one}, journal.Entry{Moments: one, Reflection: "r"}, journal.TextStep},
		{journal.Entry{}, journal.Entry{Split: split}, journal.WeekStep},
		{journal.Entry{}, journal.Entry{Split: split, Reflection: "r"}, journal.WeekStep},
		{journal.Entry{Away: "leave"}, journal.Entry{}, journal.WeekStep},
		{journal.Entry{Moments: one}, journal.Entry{Moments: two}, journal.AddStep},
		{journal.Entry{Moments: two}, journal.Entry{Moments: one}, journal.DeleteStep},
		{journal.Entry{Moments: one}, journal.Entry{}, journal.DeleteStep},
		{journal.Entry{Moments: two}, journal.Entry{}, journal.DropStep},
		{journal.Entry{Moments: one, Split: split}, journal.Entry{}, journal.DropStep},
	} {
		j := open(t, journal.Contents{})
		tt.from.Week, tt.to.Week = w, w
		j.must(j.Save(tt.from))
		j.wait(time.Minute)
		j.must(j.Save(tt.to))
		j.undo(tt.want)
	}
}

// TestUndoTakenBack: what was taken back while writing is no step of its own,
// however long after, and what is then left of a burst is one.
func TestUndoTakenBack(t *testing.T) {
	j := open(t, journal.Contents{})
	w := mustWeek(t, "2026-W48")
	write := func(save func(journal.Entry) error, text string) {
		j.wait(time.Minute)
		j.must(save(journal.Entry{Week: w, Reflection: text}))
	}
	j.must(j.SaveEvent(journal.Event{ID: "e", Week: w, Kind: journal.TeamEvent, Title: "before"}))
	write(j.Save, "one two")
	write(j.Save, "one two three four")
	write(j.SaveBack, "one two three")
	j.undo(journal.TextStep)
	if got := j.Entry(w).Reflection; got != "one two" {
		t.Errorf("the undo after a word was taken back left %q", got)
	}
	j.redo()
	write(j.SaveBack, "one two")
	write(j.SaveBack, "one")
	write(j.SaveBack, "")
	j.undo("event")
	if _, err := j.Undo(); !errors.Is(err, journal.ErrNothingToUndo) {
		t.Errorf("then undo returned %v", err)
	}

	// Behind another step it is one of its own.
	write(j.Save, "text")
	j.must(j.SaveEvent(journal.Event{ID: "f", Week: w, Kind: journal.TeamEvent, Title: "after"}))
	write(j.SaveBack, "te")
	j.undo(journal.TextStep)
	j.undo("event")
}

// A clock that was set back in between does not make one step of what was typed
// at two times.
func TestUndoWithAClockSetBack(t *testing.T) {
	j := open(t, storetest.Sample())
	w := mustWeek(t, "2026-W48")
	for _, text := range []string{"before", "before and after"} {
		e := j.Entry(w)
		e.Reflection = text
		j.must(j.Save(e))
		j.wait(-time.Hour)
	}
	j.undo(journal.TextStep)
	if got := j.Entry(w).Reflection; got != "before" {
		t.Errorf("one undo left %q", got)
	}
}

// TestUndoOfNothing: a burst that ends where it began is no step.
func TestUndoOfNothing(t *testing.T) {
	j := open(t, journal.Contents{})
	w := mustWeek(t, "2026-W48")
	j.must(j.Save(journal.Entry{Week: w, Reflection: "a"}))
	j.must(j.Save(journal.Entry{Week: w}))
	if step, ok := j.CanUndo(); ok {
		t.Errorf("%+v can be undone", step)
	}
}

// TestUndoFailure: what the disk refuses can be undone later.
func TestUndoFailure(t *testing.T) {
	j := open(t, storetest.Sample())
	j.must(j.DeleteEvent("start"))
	after := j.Contents()
	j.failing.FailNext(1, errFull)
	if _, err := j.Undo(); !errors.Is(err, errFull) {
		t.Fatalf("undo returned %v", err)
	}
	j.holds(after)
	if step := j.undo("event"); !slices.Equal(step.Others, []journal.Ref{{One: "event", Key: "start"}}) {
		t.Errorf("the step changed %+v", step)
	}
	j.holds(storetest.Sample())
	j.failing.FailNext(1, errFull)
	if _, err := j.Redo(); !errors.Is(err, errFull) {
		t.Fatalf("redo returned %v", err)
	}
	j.redo()
	j.holds(after)
}

// TestUndoBounded: so many steps, not more.
func TestUndoBounded(t *testing.T) {
	j := open(t, journal.Contents{})
	for i := range 250 {
		j.must(j.SaveKind(journal.Kind{ID: "k", Name: fmt.Sprint(i), Track: journal.Both}))
	}
	n := 0
	for ; ; n++ {
		if _, err := j.Undo(); err != nil {
			break
		}
	}
	if k, _ := j.Kinds().Find("k"); n != 200 || k.Name != "49" {
		t.Errorf("%d steps were undone, the kind is %+v", n, k)
	}
}

// TestNoStep: what is no change of the contents is not undone.
func TestNoStep(t *testing.T) {
	j := open(t, storetest.Sample())
	j.must(j.SaveDraft(journal.Draft{ID: "d", Week: mustWeek(t, "2026-W48"), Text: "half"}))
	j.must(j.EmptyTrash())
	j.must(j.SaveEvent(j.Events()[0]))
	j.must(j.SaveKind(storetest.Sample().Kinds[0]))
	if step, ok := j.CanUndo(); ok {
		t.Errorf("%+v can be undone", step)
	}
	j.must(j.DeleteEvent("start"))
	j.must(j.Close())
	if _, err := j.Undo(); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("undo after close returned %v", err)
	}
}

// TestVerifyForgetsSteps: if the disk turns out to hold something else than
// was shown, that is shown, and steps that do not lead from there are gone.
func TestVerifyForgetsSteps(t *testing.T) {
	j := open(t, storetest.Sample())
	j.must(j.DeleteEvent("start"))
	j.must(j.Verify())
	if _, ok := j.CanUndo(); !ok {
		t.Error("a verify that found nothing forgot a step")
	}
	behind := journal.Change{DropEvents: []string{"a"}}
	j.must(j.memory.Reopen().Apply(behind))
	j.must(j.Verify())
	j.holds(storetest.Sample().After(journal.Change{DropEvents: []string{"start", "a"}}))
	if step, ok := j.CanUndo(); ok {
		t.Errorf("%+v can be undone", step)
	}
}
