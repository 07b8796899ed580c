package journal_test

import (
	"errors"
	"fmt"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

func TestDismiss(t *testing.T) {
	start := storetest.Sample()
	j := open(t, start)
	j.must(j.Dismiss("b"))
	j.must(j.Dismiss("a"))
	attempts := j.failing.Attempts()
	j.must(j.Dismiss("a"))
	j.must(j.Undismiss("not there"))
	if j.failing.Attempts() != attempts {
		t.Error("what is so already reached the store")
	}
	if !j.IsDismissed("a") || !j.IsDismissed("b") || !j.IsDismissed("q1") || j.IsDismissed("c") {
		t.Errorf("dismissed is %+v", j.Dismissed())
	}
	both := start.After(journal.Change{PutDismissed: []journal.Dismissal{{ID: "a"}, {ID: "b"}}})
	j.holds(both)
	j.must(j.Undismiss("a", "q1"))
	if j.IsDismissed("a") || j.IsDismissed("q1") || !j.IsDismissed("b") {
		t.Errorf("dismissed is %+v", j.Dismissed())
	}
	if step := j.undo(journal.DismissStep); !step.Changes("dismissal") || len(step.Others) != 2 {
		t.Errorf("the step is %+v", step)
	}
	j.holds(both)
	j.undo(journal.DismissStep)
	j.undo(journal.DismissStep)
	j.holds(start)
	if trash := j.Trash(); len(trash) > 0 {
		t.Errorf("the trash has %+v", trash)
	}
	var invalid *journal.InvalidError
	if err := j.Dismiss("two words"); !errors.As(err, &invalid) {
		t.Errorf("dismissed what is no hash: %v", err)
	}
}

func TestDismissedIsBounded(t *testing.T) {
	full := journal.Contents{ID: "j"}
	for i := range journal.MaxDismissed {
		full.Dismissed = append(full.Dismissed, journal.Dismissal{ID: fmt.Sprint(i)})
	}
	full.Sort()
	j := open(t, full)
	j.must(j.Dismiss("7"))
	var invalid *journal.InvalidError
	if err := j.Dismiss("new"); !errors.As(err, &invalid) || invalid.Rule != journal.RuleCount {
		t.Errorf("one more: %v", err)
	}
	j.must(j.Undismiss("7"))
	j.must(j.Dismiss("new"))
}
