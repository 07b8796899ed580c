package journal_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/memory"
	"heliotrope/journal/storetest"
)

var errFull = errors.New("no space left on device")

// opened is a journal with what is under it and a clock that stands still.
type opened struct {
	*testing.T
	*journal.Journal
	memory  *memory.Store
	failing *storetest.Failing
	now     *time.Time
}

func open(t *testing.T, contents journal.Contents) opened {
	t.Helper()
	stored := memory.New(contents)
	failing := storetest.NewFailing(stored)
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	j, err := journal.Open(failing, journal.Clock(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	return opened{t, j, stored, failing, &now}
}

// wait moves the clock on.
func (o opened) wait(d time.Duration) { *o.now = o.now.Add(d) }

// holds checks that the journal and its store both hold want.
func (o opened) holds(want journal.Contents) {
	o.Helper()
	if diff := storetest.Diff(want, o.Contents()); diff != "" {
		o.Errorf("the journal shows something else: %s", diff)
	}
	kept, err := o.memory.Reopen().Load()
	if err != nil {
		o.Fatal(err)
	}
	if diff := storetest.Diff(want, kept); diff != "" {
		o.Errorf("the store holds something else: %s", diff)
	}
}

func (o opened) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

func TestOpenReadsEverything(t *testing.T) {
	want := storetest.Sample()
	j := open(t, want)
	j.holds(want)
	if j.ID() != want.ID || j.WeeksLogged() != 2 || j.WeeksAway() != 1 || j.Empty() || len(j.Events()) != 3 {
		t.Errorf("id %q, %d weeks, empty %v, %d events", j.ID(), j.WeeksLogged(), j.Empty(), len(j.Events()))
	}
	if newest, ok := j.Newest(); !ok || newest.String() != "2026-W53" {
		t.Errorf("the newest week is %v, %v", newest, ok)
	}
	fresh := open(t, journal.Contents{})
	if _, ok := fresh.Newest(); ok || !fresh.Empty() || fresh.ID() == "" {
		t.Error("a new journal is not empty, or has no id")
	}
}

func TestOpenDamaged(t *testing.T) {
	c := storetest.Sample()
	c.Events[0].Title = "\x00"
	stored := memory.New(c)
	if _, err := journal.Open(stored); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("open returned %v, want ErrDamaged", err)
	}
	if _, err := stored.Load(); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("the store was left open: %v", err)
	}
}

func TestSave(t *testing.T) {
	want := storetest.Sample()
	j := open(t, want)
	e := journal.Entry{Week: mustWeek(t, "2026-W48"), Reflection: "new", Updated: time.Now()}
	j.must(j.Save(e))
	want = want.After(journal.Change{PutEntries: []journal.Entry{e}})
	j.holds(want)
	if got := j.Entry(e.Week); got.Reflection != "new" {
		t.Errorf("the entry is %+v", got)
	}
	e.Reflection = "changed"
	j.must(j.Save(e))
	want = want.After(journal.Change{PutEntries: []journal.Entry{e}})
	j.holds(want)
}

func TestSaveNothingNew(t *testing.T) {
	j := open(t, storetest.Sample())
	for _, e := range j.Entries() {
		e.Updated = time.Now()
		j.must(j.Save(e))
	}
	j.must(j.Save(journal.Entry{Week: mustWeek(t, "2026-W01")}))
	j.must(j.Save(journal.Entry{Week: mustWeek(t, "2026-W01"), Prompt: "A prompt alone is nothing said"}))
	if n := j.failing.Attempts(); n != 0 {
		t.Errorf("saving what is there reached the store %d times", n)
	}
	j.holds(storetest.Sample())
}

func TestSaveEmptyRemoves(t *testing.T) {
	want := storetest.Sample()
	j := open(t, want)
	w := want.Entries[1].Week
	j.must(j.Save(journal.Entry{Week: w, Prompt: "unanswered", Updated: time.Now()}))
	want.Entries = slices.Delete(want.Entries, 1, 2)
	j.holds(want)
	if got := j.Entry(w); !got.Empty() || got.Week != w {
		t.Errorf("the removed week reads as %+v", got)
	}
}

func TestSaveRefuses(t *testing.T) {
	j := open(t, storetest.Sample())
	for name, save := range map[string]func() error{
		"entry without a week": func() error { return j.Save(journal.Entry{Reflection: "text"}) },
		"undeclared kind": func() error {
			e := storetest.Sample().Entries[1]
			e.Moments[0].Kind = "undeclared"
			return j.Save(e)
		},
		"event": func() error { return j.SaveEvent(journal.Event{ID: "e"}) },
		"kind":  func() error { return j.SaveKind(journal.Kind{ID: "k", Track: journal.Both}) },
	} {
		var invalid *journal.InvalidError
		if err := save(); !errors.As(err, &invalid) {
			t.Errorf("%s: %v, want an InvalidError", name, err)
		}
	}
	if n := j.failing.Attempts(); n != 0 {
		t.Errorf("what is not valid reached the store %d times", n)
	}
	j.holds(storetest.Sample())
}

func TestEvents(t *testing.T) {
	want := storetest.Sample()
	j := open(t, want)
	e := want.Events[0]
	e.Week = mustWeek(t, "2030-W01")
	j.must(j.SaveEvent(e))
	want = want.After(journal.Change{PutEvents: []journal.Event{e}})
	j.holds(want)
	if events := j.Events(); events[len(events)-1] != e {
		t.Errorf("the moved event is not the last one of %v", events)
	}
	j.must(j.DeleteEvent(e.ID))
	want = want.After(journal.Change{DropEvents: []string{e.ID}})
	j.holds(want)
	attempts := j.failing.Attempts()
	if err := j.DeleteEvent(e.ID); !errors.Is(err, journal.ErrEventUnknown) || j.failing.Attempts() != attempts {
		t.Errorf("deleted again: %v", err)
	}
}

func TestKinds(t *testing.T) {
	j := open(t, journal.Contents{})
	if got, want := j.Kinds(), journal.BuiltInKinds(); !slices.Equal(got, want) {
		t.Errorf("a new journal has the kinds %v", got)
	}
	own := journal.Kind{ID: "talks", Name: "Talks", Track: journal.Both}
	changed := journal.Kind{ID: "review", Track: journal.People}
	j.must(j.SaveKind(own))
	j.must(j.SaveKind(changed))
	kinds := j.Kinds()
	if got, want := len(kinds), len(journal.BuiltInKinds())+1; got != want || kinds[want-1] != own {
		t.Errorf("the user's own kind is not after the built-in ones: %v", kinds)
	}
	if i := slices.Index(kinds, changed); i != 3 {
		t.Errorf("the changed kind is at %d, want at its old place 3", i)
	}
	j.must(j.Save(journal.Entry{Week: mustWeek(t, "2026-W01"), Moments: []journal.Moment{
		{ID: "m", Text: "t", Kind: own.ID, Track: own.Track, Hours: 1},
	}}))
}

// TestFailure: memory changes only after the disk has said yes.
func TestFailure(t *testing.T) {
	want := storetest.Sample()
	j := open(t, want)
	e := journal.Entry{Week: want.Entries[0].Week, Away: "sick"}
	event := journal.Event{ID: "new", Week: e.Week, Kind: journal.OtherEvent, Title: "new"}
	kind := journal.Kind{ID: "new", Name: "new", Track: journal.Both}
	other := journal.Contents{ID: "other", Entries: []journal.Entry{{Week: mustWeek(t, "2031-W01"), Away: "leave"}}}
	writes := []func() error{
		func() error { return j.Save(e) },
		func() error { return j.Save(journal.Entry{Week: want.Entries[1].Week}) },
		func() error { return j.SaveEvent(event) },
		func() error { return j.DeleteEvent("start") },
		func() error { return j.SaveKind(kind) },
		func() error { _, err := j.Merge(other); return err },
	}
	j.failing.Fail(errFull)
	for i, write := range writes {
		if err := write(); !errors.Is(err, errFull) {
			t.Errorf("write %d returned %v, want the store's error", i, err)
		}
	}
	j.holds(want)
	j.failing.Fail(nil)
	for _, write := range writes {
		j.must(write())
	}
	j.holds(want.After(journal.Change{
		PutEntries:  []journal.Entry{e, other.Entries[0]},
		DropEntries: []journal.Week{want.Entries[1].Week},
		PutEvents:   []journal.Event{event},
		DropEvents:  []string{"start"},
		PutKinds:    []journal.Kind{kind},
	}))
}

// TestCopies: nothing that a caller holds is what the journal holds.
func TestCopies(t *testing.T) {
	j := open(t, storetest.Sample())
	spoil := func(e journal.Entry) {
		e.Split.People = -1
		e.Moments[0].Tags[0] = "spoilt"
		e.Moments[1].Text = "spoilt"
		e.Answers[0].Value = 9
	}
	w := storetest.Sample().Entries[1].Week
	e := j.Entry(w)
	e.Reflection = "changed"
	j.must(j.Save(e))
	want := j.Contents()
	spoil(e)
	spoil(j.Entry(w))
	spoil(j.Entries()[1])
	c := j.Contents()
	spoil(c.Entries[1])
	c.Events[0].Title, c.Kinds[0].Name = "spoilt", "spoilt"
	j.Events()[0].Title, j.Kinds()[0].Name = "spoilt", "spoilt"
	want.Entries[1] = storetest.Sample().Entries[1]
	want.Entries[1].Reflection = "changed"
	j.holds(want)
}

func TestClose(t *testing.T) {
	j := open(t, storetest.Sample())
	for range 2 {
		j.must(j.Close())
	}
	if _, err := j.memory.Load(); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("the store was left open: %v", err)
	}
	for i, err := range []error{
		j.Save(journal.Entry{Week: mustWeek(t, "2026-W01"), Away: "leave"}),
		j.DeleteEvent("start"),
		j.SaveKind(journal.Kind{ID: "k", Name: "k", Track: journal.Both}),
	} {
		if !errors.Is(err, journal.ErrClosed) {
			t.Errorf("write %d after close returned %v", i, err)
		}
	}
	if j.WeeksLogged() != 2 {
		t.Error("what was read is gone after close")
	}
}

// TestConcurrentUse is for the race detector, and holds that no save is lost
// between several writers.
func TestConcurrentUse(t *testing.T) {
	j := open(t, journal.Contents{})
	first := mustWeek(t, "2026-W01")
	const writers, each = 4, 25
	var all sync.WaitGroup
	for writer := range writers {
		all.Go(func() {
			random := rand.New(rand.NewPCG(uint64(writer), 0))
			for i := range each {
				if random.IntN(5) == 0 {
					j.failing.FailNext(1, errFull)
				}
				e := journal.Entry{Week: first.Add(writer*each + i), Reflection: fmt.Sprint(writer, i)}
				for j.Save(e) != nil {
				}
				if got := j.Entry(e.Week); !got.Equal(e) {
					t.Errorf("saved %v, read %v", e, got)
				}
			}
		})
		all.Go(func() {
			for range each {
				if c := j.Contents(); !slices.IsSortedFunc(c.Entries, func(a, b journal.Entry) int { return a.Week.Compare(b.Week) }) {
					t.Error("read a journal out of order")
				}
				_, _, _, _ = j.Entries(), j.Kinds(), j.Events(), j.WeeksLogged()
			}
		})
	}
	all.Wait()
	if got := j.WeeksLogged(); got != writers*each {
		t.Errorf("%d weeks are there, want %d", got, writers*each)
	}
	j.holds(j.Contents())
}
