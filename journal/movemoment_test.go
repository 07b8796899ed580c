package journal_test

import (
	"errors"
	"fmt"
	"testing"

	"heliotrope/journal"
)

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
			j.must(j.MoveMoment(from, to, "m"))
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
	j.must(j.MoveMoment(from, to, "m"))
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
	j.must(j.MoveMoment(from, to, "m"))
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
	if err := j.MoveMoment(from, mustWeek(t, "2026-W49"), "m"); !errors.Is(err, journal.ErrAhead) {
		t.Errorf("moved ahead: %v", err)
	}
	if err := j.MoveMoment(from, away, "m"); !errors.Is(err, journal.ErrWeekAway) {
		t.Errorf("moved into a week away: %v", err)
	}
	for _, to := range []journal.Week{{}, full} {
		var bad *journal.InvalidError
		if err := j.MoveMoment(from, to, "m"); !errors.As(err, &bad) {
			t.Errorf("moved to %v: %v", to, err)
		}
	}
	j.must(j.MoveMoment(from, from, "m"))
	j.must(j.MoveMoment(from, mustWeek(t, "2026-W47"), "no such moment"))
	if step, ok := j.CanUndo(); ok {
		t.Errorf("%+v can be undone", step)
	}
	j.failing.Fail(errFull)
	if err := j.MoveMoment(from, mustWeek(t, "2026-W47"), "m"); !errors.Is(err, errFull) {
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
