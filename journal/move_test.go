package journal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
)

// entryOf returns an entry with everything.
func entryOf(t *testing.T, week, text string) journal.Entry {
	t.Helper()
	return journal.Entry{
		Week: mustWeek(t, week), Split: &journal.Split{Technical: 50, Both: 20, People: 30},
		Moments:    []journal.Moment{{ID: "m", Logged: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), Text: text, Kind: "coding", Track: journal.Technical, Energy: 1, Hours: 1, Tags: []string{"a"}}},
		Answers:    []journal.Answer{{Question: journal.Scale, Value: 1}},
		Reflection: text, Prompt: "What?",
	}
}

func TestMoveWeekToAnEmptyOne(t *testing.T) {
	from, to := mustWeek(t, "2062-W47"), mustWeek(t, "2026-W47")
	entry := entryOf(t, "2062-W47", "odd")
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{entry}}
	j := open(t, contents)
	j.must(j.MoveWeek(from, to))
	moved := entry
	moved.Week, moved.Updated = to, *j.now
	j.holds(journal.Contents{ID: "test", Entries: []journal.Entry{moved}})
	if trash := j.Trash(); len(trash) > 0 {
		t.Errorf("what was moved is in the trash: %+v", trash)
	}
	for range 2 {
		if _, err := j.Undo(); err != nil {
			t.Fatal(err)
		}
		if got := j.Entry(from); !got.Equal(entry) || !j.Entry(to).Empty() || len(j.Trash()) > 0 {
			t.Errorf("undone, week 47 of 2062 is %+v, and the trash %+v", got, j.Trash())
		}
		if _, err := j.Redo(); err != nil {
			t.Fatal(err)
		}
		if got := j.Entry(to); !got.Equal(moved) || !j.Entry(from).Empty() || len(j.Trash()) > 0 {
			t.Errorf("redone, week 47 of 2026 is %+v, and the trash %+v", got, j.Trash())
		}
	}
}

// A week that has something retains it, and what does not fit next to that is in
// the trash.
func TestMoveWeekToAFullOne(t *testing.T) {
	from, to := mustWeek(t, "2062-W47"), mustWeek(t, "2026-W47")
	there := entryOf(t, "2026-W47", "there")
	there.Split = &journal.Split{People: 100}
	j := open(t, journal.Contents{ID: "test", Entries: []journal.Entry{there, entryOf(t, "2062-W47", "odd")}})
	j.must(j.MoveWeek(from, to))
	got := j.Entry(to)
	if len(got.Moments) != 2 || got.Moments[0].Text != "there" || got.Moments[1].Text != "odd" || got.Split.People != 100 ||
		!strings.Contains(got.Reflection, "there") || !strings.Contains(got.Reflection, "odd") {
		t.Errorf("week 47 of 2026 is %+v", got)
	}
	trash := j.Trash()
	if len(trash) != 1 || trash[0].Week != from {
		t.Fatalf("the trash is %+v", trash)
	}
	if _, err := j.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := j.Entry(to); !got.Equal(there) || j.Entry(from).Empty() {
		t.Errorf("undone, week 47 of 2026 is %+v", got)
	}
}

func TestMoveWeekRefused(t *testing.T) {
	from := mustWeek(t, "2062-W47")
	full := entryOf(t, "2026-W47", strings.Repeat("x", journal.MaxMoment))
	full.Reflection = strings.Repeat("x", journal.MaxReflection)
	contents := journal.Contents{ID: "test", Entries: []journal.Entry{full, entryOf(t, "2062-W47", "odd")}}
	j := open(t, contents)
	for _, to := range []journal.Week{{}, full.Week} {
		var bad *journal.InvalidError
		if err := j.MoveWeek(from, to); !errors.As(err, &bad) {
			t.Errorf("moved to %v: %v", to, err)
		}
	}
	if err := j.MoveWeek(from, mustWeek(t, "2026-W49")); !errors.Is(err, journal.ErrAhead) {
		t.Errorf("moved to the next week: %v", err)
	}
	j.must(j.MoveWeek(from, from))
	j.must(j.MoveWeek(mustWeek(t, "2030-W01"), full.Week))
	j.holds(contents)
	j.failing.Fail(errFull)
	if err := j.MoveWeek(from, mustWeek(t, "2026-W46")); !errors.Is(err, errFull) {
		t.Errorf("on a full disk: %v", err)
	}
	j.failing.Fail(nil)
	j.holds(contents)
}
