package journal_test

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"heliotrope/journal"
)

// added returns a moment that was not logged yet.
func added(t *testing.T, id string) journal.Moment {
	m := entryOf(t, "2026-W47", "added").Moments[0]
	m.ID, m.Tags = id, []string{"zoo"}
	return m
}

func TestAddMoment(t *testing.T) {
	there := entryOf(t, "2026-W47", "there")
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{there}}
	for _, week := range []string{"2026-W46", "2026-W47"} {
		t.Run(week, func(t *testing.T) {
			j, w, m := open(t, contents), mustWeek(t, week), added(t, "new")
			want := j.Entry(w)
			want.Moments = append(want.Moments, m)
			j.must(j.AddMoment(w, m))
			m.Tags[0] = "changed later"
			if got := j.Entry(w); len(got.Moments) != len(want.Moments) || got.Moments[len(got.Moments)-1].Tags[0] != "zoo" || !got.Updated.Equal(*j.now) {
				t.Errorf("the week is %+v", got)
			}
			j.undo(journal.AddStep)
			j.holds(contents)
		})
	}
}

// What is asked for again is logged once, whichever week it is in by then.
func TestAddMomentOnce(t *testing.T) {
	j, w, m := open(t, journal.Contents{ID: "test"}), mustWeek(t, "2026-W47"), added(t, "new")
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if err := j.AddMoment(w, m); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	before := j.Contents()
	if !j.HasMoment("new") || j.HasMoment("other") {
		t.Error("it is not known which moments there are")
	}
	if len(j.Entry(w).Moments) != 1 {
		t.Errorf("there are %d moments", len(j.Entry(w).Moments))
	}
	other := m
	other.Text = "edited since"
	j.must(j.AddMoment(w, other))
	j.must(j.AddMoment(w.Prev(), m))
	j.holds(before)
	j.must(j.MoveMoments([]journal.MomentRef{{Week: w, ID: m.ID}}, w.Prev()))
	moved := j.Contents()
	j.must(j.AddMoment(w, m))
	j.holds(moved)
}

func TestAddMomentRefuses(t *testing.T) {
	full := journal.Entry{Week: mustWeek(t, "2026-W46")}
	for len(full.Moments) < journal.MaxMoments {
		full.Moments = append(full.Moments, added(t, journal.NewID()))
	}
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{full}}
	bad, unknown := added(t, "new"), added(t, "new")
	bad.Text, unknown.Kind = "\u200b", "gone"
	for name, tt := range map[string]struct {
		week string
		m    journal.Moment
		rule journal.Rule
	}{
		"a full week":     {"2026-W46", added(t, "new"), journal.RuleCount},
		"an empty text":   {"2026-W47", bad, journal.RuleRequired},
		"an unknown kind": {"2026-W47", unknown, journal.RuleKind},
		"no id":           {"2026-W47", journal.Moment{}, journal.RuleID},
	} {
		t.Run(name, func(t *testing.T) {
			j := open(t, contents)
			err := j.AddMoment(mustWeek(t, tt.week), tt.m)
			if bad, ok := errors.AsType[*journal.InvalidError](err); !ok || bad.Rule != tt.rule {
				t.Errorf("it returned %v", err)
			}
			j.holds(contents)
		})
	}
	j := open(t, contents)
	if err := j.AddMoment(mustWeek(t, "2026-W49"), added(t, "new")); !errors.Is(err, journal.ErrAhead) {
		t.Errorf("a week that has not begun: %v", err)
	}
	j.failing.Fail(errFull)
	if err := j.AddMoment(mustWeek(t, "2026-W47"), added(t, "new")); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
	j.failing.Fail(nil)
	j.holds(contents)
}

// What is on screen and not saved yet gets the moment too, and only what is right
// does.
func TestWithMoment(t *testing.T) {
	w := mustWeek(t, "2026-W47")
	saved := entryOf(t, "2026-W46", "saved")
	saved.Moments[0].ID = "saved"
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{saved}}
	j := open(t, contents)
	screen := journal.Entry{Week: w, Reflection: "half a sent", Moments: []journal.Moment{added(t, "typed")}}
	with, ok, err := j.WithMoment(screen, added(t, "new"))
	if err != nil || !ok || with.Reflection != screen.Reflection || len(with.Moments) != 2 || with.Moments[1].ID != "new" {
		t.Errorf("it returned %+v, %v, %v", with, ok, err)
	}
	for _, id := range []string{"typed", "saved"} {
		if with, ok, err := j.WithMoment(screen, added(t, id)); err != nil || ok || !slices.EqualFunc(with.Moments, screen.Moments, journal.Moment.Equal) {
			t.Errorf("with %s it returned %+v, %v, %v", id, with, ok, err)
		}
	}
	if with, ok, err := j.WithMoment(screen, journal.Moment{ID: "bad"}); err == nil || ok || len(with.Moments) != 1 {
		t.Errorf("with a bad one it returned %+v, %v, %v", with, ok, err)
	}
	j.holds(contents)
}
