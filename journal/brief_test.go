package journal_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

func TestSaveBrief(t *testing.T) {
	start := storetest.Sample()
	start.Briefs = nil
	j := open(t, start)
	if got := j.Brief(); !got.Equal(journal.Brief{}) {
		t.Fatalf("a journal for which nothing was chosen has the brief %+v", got)
	}
	want := journal.Brief{
		Try:  "Something else",
		Gave: []journal.MomentRef{{Week: start.Entries[1].Week, ID: "m1"}}, Took: []journal.MomentRef{},
	}
	j.must(j.SaveBrief(want))
	j.must(j.SaveBrief(want))
	after := start.After(journal.Change{PutBriefs: []journal.Brief{want}})
	j.holds(after)
	got := j.Brief()
	got.Gave[0].ID = "spoilt"
	if got = j.Brief(); !got.Equal(want) || got.Took == nil {
		t.Fatalf("the brief is %+v, want %+v", got, want)
	}
	if step := j.undo(journal.BriefStep); !step.Changes("brief") {
		t.Errorf("the step %+v does not name the brief", step)
	}
	j.holds(start)
	if _, ok := j.CanUndo(); ok {
		t.Error("saving what is there was a step")
	}
	j.redo()
	j.holds(after)
}

// TestBriefWasChosenEmpty: that no moment is wanted is another choice than none.
func TestBriefWasChosenEmpty(t *testing.T) {
	if none := (journal.Brief{Gave: []journal.MomentRef{}}); none.Equal(journal.Brief{}) || none.Clone().Gave == nil {
		t.Error("no moments and no choice are the same")
	}
}

// TestBriefIsTypedInOneStep: what is typed is saved often, and undone at once. A
// moment that is chosen is a separate step.
func TestBriefIsTypedInOneStep(t *testing.T) {
	j := open(t, journal.Contents{})
	for _, typed := range []string{"A", "A role", "A role with"} {
		j.must(j.SaveBrief(journal.Brief{Try: typed}))
		j.wait(time.Second)
	}
	b := j.Brief()
	b.Took = []journal.MomentRef{}
	j.must(j.SaveBrief(b))
	b.Try = "A role with fewer reports"
	j.wait(time.Second)
	j.must(j.SaveBrief(b))
	for _, want := range []journal.Brief{{Try: "A role with", Took: []journal.MomentRef{}}, {Try: "A role with"}, {}} {
		j.undo(journal.BriefStep)
		if got := j.Brief(); !got.Equal(want) {
			t.Fatalf("after undo the brief is %+v, want %+v", got, want)
		}
	}
}

func TestBriefRules(t *testing.T) {
	j := open(t, storetest.Sample())
	want := j.Brief()
	at := mustWeek(t, "2026-W47")
	four := []journal.MomentRef{{Week: at, ID: "1"}, {Week: at, ID: "2"}, {Week: at, ID: "3"}, {Week: at, ID: "4"}}
	for field, b := range map[string]journal.Brief{
		"try":          {Try: strings.Repeat("x", journal.MaxTry+1)},
		"gave":         {Gave: four},
		"took[0].week": {Took: []journal.MomentRef{{ID: "1"}}},
		"took[1].id":   {Took: slices.Repeat(four[:1], 2)},
		"gave[0].id":   {Gave: []journal.MomentRef{{Week: at}}},
	} {
		var invalid *journal.InvalidError
		if err := j.SaveBrief(b); !errors.As(err, &invalid) || invalid.Field != field {
			t.Errorf("%s: saving returned %v", field, err)
		}
	}
	if got := j.Brief(); !got.Equal(want) {
		t.Errorf("a refused brief was saved: %+v", got)
	}
}

// TestBriefIsMerged: a brief comes into a journal that has none, and no brief
// replaces another.
func TestBriefIsMerged(t *testing.T) {
	brief := func(try string) journal.Contents {
		return journal.Contents{ID: "other", Briefs: []journal.Brief{{Try: try}}}
	}
	start := storetest.Sample()
	start.Briefs = nil
	j := open(t, start)
	if _, err := j.Merge(brief("one")); err != nil || j.Brief().Try != "one" {
		t.Fatalf("after a merge the brief is %+v, %v", j.Brief(), err)
	}
	var conflict *journal.ConflictError
	if _, err := j.Merge(brief("two")); !errors.As(err, &conflict) || !slices.Equal(conflict.Records, []journal.Ref{{One: "brief", Key: "brief"}}) {
		t.Errorf("another brief was merged: %v", err)
	}
	if j.Brief().Try != "one" {
		t.Error("another brief replaced that of the journal")
	}
}
