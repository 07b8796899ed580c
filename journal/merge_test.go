package journal_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// merge compares, then merges, and checks that both tell the same.
func (o opened) merge(c journal.Contents) (journal.Merged, error) {
	o.Helper()
	before, attempts := o.Contents(), o.failing.Attempts()
	told, errTold := o.Compare(c)
	if o.failing.Attempts() != attempts {
		o.Error("a comparison reached the store")
	}
	if diff := storetest.Diff(before, o.Contents()); diff != "" {
		o.Errorf("a comparison changed the journal: %s", diff)
	}
	merged, err := o.Merge(c)
	if err == nil && counts(told) != counts(merged) || (err == nil) != (errTold == nil) {
		o.Errorf("compare told %+v, %v; merge did %+v, %v", told, errTold, merged, err)
	}
	if o.failing.Attempts() > attempts+1 {
		o.Error("a merge took more than one transaction")
	}
	return merged, err
}

// counts returns what was merged in numbers.
func counts(m journal.Merged) string {
	return fmt.Sprintf("%v, %d moments, %d the same", m.Added, m.Moments(), m.Same)
}

func TestMergeRestoresWhole(t *testing.T) {
	j := open(t, journal.Contents{})
	merged, err := j.merge(storetest.Sample())
	if want := "3 weeks, 3 events, 3 kinds, 4 moments, 0 the same"; err != nil || counts(merged) != want {
		t.Errorf("merged %s, %v, want %s", counts(merged), err, want)
	}
	j.holds(storetest.Sample()) // its id included
}

func TestMergeTwice(t *testing.T) {
	j := open(t, storetest.Sample())
	attempts := j.failing.Attempts()
	c := storetest.Sample()
	for i := range c.Entries {
		c.Entries[i].Updated = time.Now() // when it was said is not what was said
	}
	merged, err := j.merge(c)
	if want := "0 weeks, 0 events, 0 kinds, 0 moments, 12 the same"; err != nil || counts(merged) != want {
		t.Errorf("merged %s, %v, want %s", counts(merged), err, want)
	}
	if j.failing.Attempts() != attempts {
		t.Error("merging what is there reached the store")
	}
	j.holds(storetest.Sample())
}

func TestMergeAddsMissing(t *testing.T) {
	there := storetest.Sample()
	there.ID = "another-journal"
	there.Entries = slices.Delete(there.Entries, 1, 2)
	there.Events = there.Events[1:]
	there.Kinds = append(there.Kinds[1:], journal.Kind{ID: "mine", Name: "Mine", Track: journal.People})
	there.Entries = append(there.Entries, journal.Entry{Week: mustWeek(t, "2030-W01"), Away: "leave"})
	j := open(t, there)
	merged, err := j.merge(storetest.Sample())
	if want := "1 weeks, 1 events, 1 kinds, 3 moments, 9 the same"; err != nil || counts(merged) != want {
		t.Errorf("merged %s, %v, want %s", counts(merged), err, want)
	}
	sample := storetest.Sample()
	j.holds(there.After(journal.Change{
		PutEntries: sample.Entries[1:2], PutEvents: sample.Events[:1], PutKinds: sample.Kinds[:1],
	})) // and its own id
}

// TestMergeConflict: an older export never goes over newer text.
func TestMergeConflict(t *testing.T) {
	there := storetest.Sample()
	there.Entries[0].Away = "sick"
	there.Entries[2].Split = nil
	there.Entries[2].Reflection = "else"
	there.Events[1].Title = "else"
	there.Kinds[2].Name = "else"
	there.Entries = slices.Delete(there.Entries, 1, 2) // this one could be added, and must not be
	j := open(t, there)
	_, err := j.merge(storetest.Sample())
	var conflict *journal.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("merge returned %v, want a ConflictError", err)
	}
	want := []journal.Ref{{One: "kind", Key: "alpha"}, {One: "event", Key: "a"}, {One: "entry", Key: "2020-W53"}, {One: "entry", Key: "2026-W53"}}
	if !slices.Equal(conflict.Records, want) {
		t.Errorf("the conflict is %+v", conflict)
	}
	told, _ := j.Compare(storetest.Sample())
	if want := "1 weeks, 0 events, 0 kinds, 3 moments, 7 the same"; counts(told) != want {
		t.Errorf("next to the conflict there are %s, want %s", counts(told), want)
	}
	if j.failing.Attempts() != 0 {
		t.Error("a conflict reached the store")
	}
	j.holds(there)
}

// TestMergeConflictOfOneSort: each sort of conflict is one by itself.
func TestMergeConflictOfOneSort(t *testing.T) {
	for name, change := range map[string]func(*journal.Contents){
		"kind":  func(c *journal.Contents) { c.Kinds[1].Track = journal.Both },
		"event": func(c *journal.Contents) { c.Events[0].CompanySize = "5001+" },
		"week":  func(c *journal.Contents) { c.Entries[1].Moments[0].Private = true },
	} {
		there := storetest.Sample()
		change(&there)
		j := open(t, there)
		_, err := j.merge(storetest.Sample())
		var conflict *journal.ConflictError
		if !errors.As(err, &conflict) || len(conflict.Records) != 1 {
			t.Errorf("%s: merge returned %v, want a ConflictError of one", name, err)
		}
		j.holds(there)
	}
}

func TestMergeRefusesInvalid(t *testing.T) {
	for _, there := range []journal.Contents{{ID: "empty"}, storetest.Sample()} {
		j := open(t, there)
		c := storetest.Sample()
		c.Entries[1].Moments[0].Hours = -1
		var invalid *journal.InvalidError
		if _, err := j.merge(c); !errors.As(err, &invalid) || invalid.Field != "entries[1].moments[0].hours" {
			t.Errorf("merge returned %v, want an InvalidError of the moment", err)
		}
		j.holds(there)
	}
}

// TestMergeSkipsEmpty: a week that says nothing is not kept, and is no
// conflict with one that says something.
func TestMergeSkipsEmpty(t *testing.T) {
	j := open(t, storetest.Sample())
	c := journal.Contents{ID: "other", Entries: []journal.Entry{
		{Week: storetest.Sample().Entries[1].Week, Updated: time.Now()},
		{Week: mustWeek(t, "2031-W01"), Prompt: "unanswered"},
	}}
	if merged, err := j.merge(c); err != nil || !merged.Added.Empty() || merged.Same != 0 {
		t.Errorf("merged %+v, %v, want nothing", merged, err)
	}
	if len(c.Entries) != 2 || c.Entries[1].Prompt == "" {
		t.Error("what was to be merged was changed")
	}
	j.holds(storetest.Sample())
}

// TestMergeCopies: what was merged is not shared with the caller.
func TestMergeCopies(t *testing.T) {
	j := open(t, journal.Contents{})
	c := storetest.Sample()
	if _, err := j.merge(c); err != nil {
		t.Fatal(err)
	}
	c.Entries[1].Moments[0].Text = "spoilt"
	c.Entries[1].Split.People = 7
	c.Kinds[0].Name = "spoilt"
	c.Events[0].Title = "spoilt"
	j.holds(storetest.Sample())
}

// TestAdoptSharesWhatItIsGiven, so that it is in memory once.
func TestAdoptSharesWhatItIsGiven(t *testing.T) {
	j := open(t, journal.Contents{})
	c := storetest.Sample()
	if _, err := j.Adopt(c); err != nil {
		t.Fatal(err)
	}
	j.holds(storetest.Sample())
	if now := j.View(); &now.Entries[1].Moments[0] != &c.Entries[1].Moments[0] {
		t.Error("the moments were copied")
	}
}
