package journal_test

import (
	"errors"
	"fmt"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestTryingAgainVerifies: after a write that the disk failed, trying again is
// all that it takes, whether the first try is on the disk or not. Nothing is
// there twice.
func TestTryingAgainVerifies(t *testing.T) {
	week := mustWeek(t, "2026-W48")
	writes := map[string]func(journal.Contents) (write func(*journal.Journal) error, want journal.Change){
		"a week": func(journal.Contents) (func(*journal.Journal) error, journal.Change) {
			e := journal.Entry{Week: week, Reflection: "A quiet week."}
			return func(j *journal.Journal) error { return j.Save(e) }, journal.Change{PutEntries: []journal.Entry{e}}
		},
		"a kind": func(journal.Contents) (func(*journal.Journal) error, journal.Change) {
			k := journal.Kind{ID: "gardening", Name: "Gardening", Track: journal.Both}
			return func(j *journal.Journal) error { return j.SaveKind(k) }, journal.Change{PutKinds: []journal.Kind{k}}
		},
		"an event that is deleted": func(now journal.Contents) (func(*journal.Journal) error, journal.Change) {
			id := now.Events[0].ID
			return func(j *journal.Journal) error {
				err := j.DeleteEvent(id)
				if errors.Is(err, journal.ErrEventUnknown) {
					return nil // it was the first try
				}
				return err
			}, journal.Change{DropEvents: []string{id}}
		},
		"an import": func(journal.Contents) (func(*journal.Journal) error, journal.Change) {
			c := journal.Contents{ID: "other", Entries: []journal.Entry{{Week: week, Reflection: "From elsewhere."}}}
			return func(j *journal.Journal) error {
				_, err := j.Merge(c)
				return err
			}, journal.Change{PutEntries: c.Entries}
		},
	}
	for name, of := range writes {
		for _, made := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, made %v", name, made), func(t *testing.T) {
				j := open(t, storetest.Sample())
				write, want := of(j.Contents())
				broken := errors.New("the disk failed")
				j.failing.FailInDoubt(broken, made)
				if err := write(j.Journal); !errors.Is(err, broken) {
					t.Fatalf("on a failing disk it returned %v", err)
				}
				j.failing.FailVerify(broken)
				if err := write(j.Journal); !errors.Is(err, broken) {
					t.Errorf("while the disk fails it returned %v", err)
				}
				j.failing.FailVerify(nil)
				j.must(write(j.Journal))
				j.holds(storetest.Sample().After(want))
				verified := j.failing.Verified()
				j.must(j.SaveDraft(journal.Draft{ID: "d", Week: week, Text: "half"}))
				if n := j.failing.Verified() - verified; n > 0 {
					t.Errorf("a store that works was verified %d more times", n)
				}
			})
		}
	}
}

// TestARefusalIsNoDoubt: what breaks a rule says nothing about the disk.
func TestARefusalIsNoDoubt(t *testing.T) {
	j := open(t, storetest.Sample())
	j.failing.FailNext(1, &journal.InvalidError{Field: "week", Rule: journal.RuleWeek})
	e := journal.Entry{Week: mustWeek(t, "2026-W48"), Reflection: "A quiet week."}
	if err := j.Save(e); err == nil {
		t.Fatal("saved")
	}
	j.must(j.Save(e))
	if n := j.failing.Verified(); n > 0 {
		t.Errorf("verified %d times", n)
	}
}
