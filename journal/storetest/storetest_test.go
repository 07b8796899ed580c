package storetest_test

import (
	"errors"
	"sync"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/memory"
	"heliotrope/journal/storetest"
)

func TestFailingWhileItWorks(t *testing.T) {
	storetest.Run(t, func(*testing.T) (journal.Store, func() journal.Store) {
		m := memory.New(journal.Contents{})
		return storetest.NewFailing(m), func() journal.Store { return storetest.NewFailing(m.Reopen()) }
	})
}

var errFull = errors.New("no space left on device")

func TestFailing(t *testing.T) {
	f := storetest.NewFailing(memory.New(storetest.Sample()))
	change := journal.Change{DropEvents: []string{"start"}}
	apply := func(want error) {
		t.Helper()
		before, _ := f.Load()
		if err := f.Apply(change); !errors.Is(err, want) {
			t.Fatalf("apply returned %v, want %v", err, want)
		}
		if want == nil {
			return
		}
		after, err := f.Load()
		if err != nil {
			t.Fatal(err)
		}
		if diff := storetest.Diff(before, after); diff != "" {
			t.Fatalf("a failed apply changed something: %s", diff)
		}
	}
	f.FailNext(2, errFull)
	apply(errFull)
	apply(errFull)
	apply(nil) // the same change again
	if got, _ := f.Load(); len(got.Events) != 2 {
		t.Errorf("%d events left, want 2", len(got.Events))
	}
	f.Fail(errFull)
	for range 5 {
		apply(errFull)
	}
	f.Fail(nil)
	apply(nil)
	if got := f.Attempts(); got != 9 {
		t.Errorf("%d attempts, want 9", got)
	}
}

func TestFailingConcurrently(t *testing.T) {
	f := storetest.NewFailing(memory.New(storetest.Sample()))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 50 {
				f.FailNext(1, errFull)
				_ = f.Apply(journal.Change{})
				if _, err := f.Load(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got := f.Attempts(); got != 200 {
		t.Errorf("%d attempts, want 200", got)
	}
}

func TestDiff(t *testing.T) {
	if diff := storetest.Diff(storetest.Sample(), storetest.Sample()); diff != "" {
		t.Errorf("a journal differs from itself: %s", diff)
	}
	for name, change := range map[string]func(*journal.Contents){
		"id":     func(c *journal.Contents) { c.ID = "other" },
		"kind":   func(c *journal.Contents) { c.Kinds = c.Kinds[1:] },
		"title":  func(c *journal.Contents) { c.Events[0].Title = "other" },
		"zone":   func(c *journal.Contents) { c.Entries[1].Moments[0].Logged = c.Entries[1].Moments[0].Logged.UTC() },
		"answer": func(c *journal.Contents) { c.Entries[1].Answers[0].Value = -1 },
	} {
		c := storetest.Sample()
		change(&c)
		if storetest.Diff(storetest.Sample(), c) == "" {
			t.Errorf("%s: the difference was not seen", name)
		}
	}
}
