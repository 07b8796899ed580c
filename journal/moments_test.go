package journal_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"heliotrope/journal"
)

// one returns the moment "m" of a week.
func one(w journal.Week) []journal.MomentRef { return []journal.MomentRef{{Week: w, ID: "m"}} }

func TestMoveMoment(t *testing.T) {
	from, to := mustWeek(t, "2026-W46"), mustWeek(t, "2026-W47")
	start := entryOf(t, "2026-W46", "first")
	second := start.Moments[0]
	second.ID, second.Text = "m2", "second"
	start.Moments = append(start.Moments, second)
	there := entryOf(t, "2026-W47", "there")
	there.Moments[0].ID = "there"
	for name, target := range map[string]journal.Entry{"into a full week": there, "into an empty week": {Week: to}} {
		t.Run(name, func(t *testing.T) {
			contents := journal.Contents{ID: "test", Entries: []journal.Entry{start}}
			if !target.Empty() {
				contents.Entries = append(contents.Entries, target)
			}
			j := open(t, contents)
			j.must(j.MoveMoments(one(from), to))
			left, moved := start.Clone(), target.Clone()
			left.Moments, moved.Moments = left.Moments[1:], append(moved.Moments, start.Moments[0])
			for range 2 {
				if got := j.Entry(from); !got.Equal(left) {
					t.Errorf("the week it left is %+v", got)
				}
				if got := j.Entry(to); !got.Equal(moved) {
					t.Errorf("the week it went to is %+v", got)
				}
				if trash := j.Trash(); len(trash) > 0 {
					t.Errorf("the trash is %+v", trash)
				}
				if step := j.undo(journal.MoveMomentStep); len(step.Weeks) != 2 || step.Weeks[0] != to {
					t.Errorf("the step changed %v", step.Weeks)
				}
				j.holds(contents)
				if trash := j.Trash(); len(trash) > 0 {
					t.Errorf("undone, the trash is %+v", trash)
				}
				j.redo()
			}
		})
	}
}

// A week whose only content moves away is empty, and the trash has nothing of it.
func TestMoveTheOnlyMoment(t *testing.T) {
	from, to := mustWeek(t, "2026-W46"), mustWeek(t, "2026-W47")
	only := journal.Entry{Week: from, Moments: entryOf(t, "2026-W46", "only").Moments}
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{only}}
	j := open(t, contents)
	j.must(j.MoveMoments(one(from), to))
	if n := j.WeeksLogged(); n != 1 || len(j.Entry(to).Moments) != 1 || len(j.Trash()) > 0 {
		t.Errorf("%d weeks are logged, the week is %+v, the trash %+v", n, j.Entry(to), j.Trash())
	}
	j.undo(journal.MoveMomentStep)
	j.holds(contents)
}

// Two moments of one id, which only imported weeks have, stay two.
func TestMoveMomentOfAnIDThatIsTaken(t *testing.T) {
	from, to := mustWeek(t, "2026-W46"), mustWeek(t, "2026-W47")
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{entryOf(t, "2026-W46", "one"), entryOf(t, "2026-W47", "other")}}
	j := open(t, contents)
	j.must(j.MoveMoments(one(from), to))
	got := j.Entry(to).Moments
	if len(got) != 2 || got[0].Text != "other" || got[1].Text != "one" || got[0].ID == got[1].ID {
		t.Errorf("the week has %+v", got)
	}
	j.undo(journal.MoveMomentStep)
	j.holds(contents)
}

func TestMoveMomentRefused(t *testing.T) {
	from, full, away := mustWeek(t, "2026-W45"), mustWeek(t, "2026-W46"), mustWeek(t, "2026-W44")
	crowded := journal.Entry{Week: full}
	for i := range journal.MaxMoments {
		m := entryOf(t, "2026-W46", "one of many").Moments[0]
		m.ID = fmt.Sprint("many", i)
		crowded.Moments = append(crowded.Moments, m)
	}
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{
		{Week: away, Away: "leave"}, entryOf(t, "2026-W45", "stays"), crowded}}
	j := open(t, contents)
	if err := j.MoveMoments(one(from), mustWeek(t, "2026-W49")); !errors.Is(err, journal.ErrAhead) {
		t.Errorf("moved ahead: %v", err)
	}
	if err := j.MoveMoments(one(from), away); !errors.Is(err, journal.ErrWeekAway) {
		t.Errorf("moved into a week away: %v", err)
	}
	for _, to := range []journal.Week{{}, full} {
		var bad *journal.InvalidError
		if err := j.MoveMoments(one(from), to); !errors.As(err, &bad) {
			t.Errorf("moved to %v: %v", to, err)
		}
	}
	j.must(j.MoveMoments(one(from), from))
	j.must(j.MoveMoments([]journal.MomentRef{{Week: from, ID: "no such moment"}}, mustWeek(t, "2026-W47")))
	if step, ok := j.CanUndo(); ok {
		t.Errorf("%+v can be undone", step)
	}
	j.failing.Fail(errFull)
	if err := j.MoveMoments(one(from), mustWeek(t, "2026-W47")); !errors.Is(err, errFull) {
		t.Errorf("on a full disk: %v", err)
	}
	j.failing.Fail(nil)
	j.holds(contents)
}

// Moments in another order are a step of that kind; one that changed besides is an
// edit.
func TestOrderStep(t *testing.T) {
	start := entryOf(t, "2026-W46", "first")
	second := start.Moments[0]
	second.ID, second.Text = "m2", "second"
	start.Moments = append(start.Moments, second)
	j := open(t, journal.Contents{ID: "test", Entries: []journal.Entry{start}})
	turned := start.Clone()
	turned.Moments[0], turned.Moments[1] = turned.Moments[1], turned.Moments[0]
	j.must(j.Save(turned))
	j.undo(journal.OrderStep)
	turned.Moments[0].Energy = journal.Drained
	j.must(j.Save(turned))
	j.undo(journal.WeekStep)
}

// several returns two weeks, each with moments of the ids m and n, as files have
// them that count the moments of each week, and one of another kind.
func several(t *testing.T) (journal.Contents, []journal.MomentRef) {
	t.Helper()
	c := journal.Contents{ID: "test"}
	var picked []journal.MomentRef
	for _, name := range []string{"2026-W45", "2026-W46"} {
		e := entryOf(t, name, "first of "+name)
		n := e.Moments[0]
		n.ID, n.Text, n.Kind, n.Track = "n", "second of "+name, "conflict", journal.Both
		e.Moments = append(e.Moments, n)
		c.Entries = append(c.Entries, e)
		picked = append(picked, journal.MomentRef{Week: e.Week, ID: "n"})
	}
	return c, picked
}

func TestEditMoments(t *testing.T) {
	contents, picked := several(t)
	j := open(t, contents)
	tag := func(m *journal.Moment) { m.ID, m.Tags = "another", append(m.Tags, "retagged") }
	j.must(j.EditMoments(append(picked, journal.MomentRef{Week: picked[0].Week, ID: "none"}), tag))
	for i, e := range contents.Entries {
		want := e.Clone()
		want.Moments[1].Tags = append(want.Moments[1].Tags, "retagged")
		if got := j.Entry(e.Week); !got.Equal(want) {
			t.Errorf("week %d is %+v", i, got)
		}
	}
	if step := j.undo(journal.EditMomentsStep); len(step.Weeks) != 2 {
		t.Errorf("the step changed %v", step.Weeks)
	}
	j.holds(contents)
	if trash := j.Trash(); len(trash) > 0 {
		t.Errorf("the trash is %+v", trash)
	}

	var bad *journal.InvalidError
	err := j.EditMoments(picked, func(m *journal.Moment) { m.Kind = "no such kind" })
	if !errors.As(err, &bad) {
		t.Errorf("an unknown kind: %v", err)
	}
	j.holds(contents)
}

// What is deleted goes to the trash, whatever other weeks have the same ids.
func TestDeleteMoments(t *testing.T) {
	contents, picked := several(t)
	picked[1].ID = "m"
	j := open(t, contents)
	j.must(j.DeleteMoments(picked))
	if trash := j.Trash(); len(trash) != 2 {
		t.Errorf("the trash is %+v", trash)
	}
	for i, e := range contents.Entries {
		if got := j.Entry(e.Week).Moments; len(got) != 1 || !got[0].Equal(e.Moments[i]) {
			t.Errorf("week %d has %+v", i, got)
		}
	}
	j.undo(journal.DeleteMomentsStep)
	j.holds(contents)
	if trash := j.Trash(); len(trash) > 0 {
		t.Errorf("undone, the trash is %+v", trash)
	}
}

func TestMoveMomentsOfSeveralWeeks(t *testing.T) {
	contents, picked := several(t)
	j := open(t, contents)
	to := mustWeek(t, "2026-W47")
	j.must(j.MoveMoments(picked, to))
	got := j.Entry(to).Moments
	if len(got) != 2 || got[0].Text != "second of 2026-W45" || got[1].Text != "second of 2026-W46" || got[0].ID == got[1].ID {
		t.Errorf("the week has %+v", got)
	}
	if trash := j.Trash(); len(trash) > 0 {
		t.Errorf("the trash is %+v", trash)
	}
	j.undo(journal.MoveMomentStep)
	j.holds(contents)
	if trash := j.Trash(); len(trash) > 0 {
		t.Errorf("undone, the trash is %+v", trash)
	}
}

func TestMergeKind(t *testing.T) {
	contents, picked := several(t)
	contents.Kinds = []journal.Kind{{ID: "own", Name: "Debrief", Track: journal.Technical}}
	j := open(t, contents)
	if n := j.KindCounts()["conflict"]; n != len(picked) {
		t.Errorf("%d moments are counted, want %d", n, len(picked))
	}
	if refs := j.MomentsOf("conflict"); !slices.Equal(refs, picked) {
		t.Fatalf("of the kind are %v", refs)
	}
	j.must(j.MergeKind("conflict", "own"))
	for _, ref := range picked {
		m := j.Entry(ref.Week).Moments[1]
		if m.Kind != "own" || m.Track != journal.Both {
			t.Errorf("a moment is %+v", m)
		}
	}
	if k, _ := j.Kinds().Find("conflict"); !k.Hidden || k.Track != journal.People {
		t.Errorf("the kind is %+v", k)
	}
	if _, offered := j.Kinds().Offered().Find("conflict"); offered {
		t.Error("the kind is still offered")
	}
	j.undo(journal.MergeKindStep)
	j.holds(contents)
	for name, pair := range map[string][2]string{
		"into itself": {"own", "own"}, "into an unknown one": {"own", "none"}, "an unknown one": {"none", "own"},
	} {
		var bad *journal.InvalidError
		if err := j.MergeKind(pair[0], pair[1]); !errors.As(err, &bad) {
			t.Errorf("%s: %v", name, err)
		}
	}
	j.holds(contents)
}
