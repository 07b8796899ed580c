package evidence

import (
	"math"
	"slices"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
)

func commit(repository, subject string, when time.Time) source.Item {
	return source.Item{What: source.Commit, Key: repository + subject, Title: repository, Detail: subject, Start: when, End: when}
}

// facts are those of a week that is over, in which titles are of the kinds of their name.
func facts() Facts {
	return Facts{
		Week: w47, Now: at(7, 12, 0), From: 9 * 60, To: 17 * 60, Kinds: journal.BuiltInKinds(),
		Guess: func(title string) string {
			return map[string]string{"Planning": "planning", "1:1 with Ana": "one-on-one", "Hiring": "hiring", "Design": "design"}[title]
		},
	}
}

func of(f Facts, items ...source.Item) Week { return Of(source.Found{Items: items}, f) }

// TestLines: meetings of one title are one line, as are commits of one repository.
func TestLines(t *testing.T) {
	review := commit("heliotrope", "Review of a change", at(3, 9, 0))
	review.What = source.Review
	w := of(facts(),
		meeting("a", "Planning", at(0, 9, 0), time.Hour),
		meeting("b", "1:1 with Ana", at(0, 10, 0), 30*time.Minute),
		commit("heliotrope", "Find the leak", at(0, 15, 0)),
		commit("heliotrope", "Mend the leak", at(0, 16, 0)),
		commit("heliotrope", "Mend the leak", at(2, 16, 0)),
		meeting("c", "PLANNING", at(3, 9, 0), 90*time.Minute),
		review)
	if len(w.Lines) != 4 {
		t.Fatalf("%d lines: %+v", len(w.Lines), w.Lines)
	}
	if l := w.Lines[0]; l.Title != "Planning" || l.Count != 2 || l.Hours != 2.5 || l.Kind != "planning" ||
		!slices.Equal(l.Days, []time.Weekday{time.Monday, time.Thursday}) {
		t.Errorf("the first line is %+v", l)
	}
	if l := w.Lines[2]; l.What != source.Commit || l.Count != 3 || l.Hours != 0 || l.Kind != "coding" ||
		!slices.Equal(l.Details, []string{"Find the leak", "Mend the leak"}) || len(l.Days) != 2 {
		t.Errorf("the commits are %+v", l)
	}
	if l := w.Lines[3]; l.What != source.Review || l.Kind != "review" || l.Dismissal != w.Lines[2].Dismissal || l.Source == w.Lines[2].Source {
		t.Errorf("the reviews are %+v", l)
	}
}

// TestOnlyWhatWasHeld: what comes later, what is of another week and what has no end
// that makes sense is not shown.
func TestOnlyWhatWasHeld(t *testing.T) {
	f := facts()
	f.Now = at(2, 10, 0)
	w := of(f,
		meeting("before", "Hiring", at(-1, 9, 0), time.Hour),
		meeting("over", "Planning", at(2, 9, 0), time.Hour),
		meeting("later", "Design", at(2, 11, 0), time.Hour),
		meeting("endless", "A year", at(0, 0, 0), 400*24*time.Hour),
		meeting("night", "Night shift", at(-1, 22, 0), 8*time.Hour))
	var titles []string
	for _, l := range w.Lines {
		titles = append(titles, l.Title)
	}
	if !slices.Equal(titles, []string{"Night shift", "Planning"}) {
		t.Errorf("shows %q", titles)
	}
}

// TestDismissed: what is dismissed is not shown, by the title of a meeting or by the
// repository, and counts all the same.
func TestDismissed(t *testing.T) {
	items := []source.Item{
		meeting("a", "Planning", at(0, 9, 0), time.Hour), meeting("b", "planning", at(1, 9, 0), time.Hour),
		commit("heliotrope", "Mend the leak", at(0, 16, 0)),
	}
	f := facts()
	before := of(f, items...)
	f.Dismissed = func(id string) bool { return id == before.Lines[0].Dismissal }
	w := of(f, items...)
	if len(w.Lines) != 1 || w.Lines[0].What != source.Commit || w.Hours != before.Hours {
		t.Errorf("shows %+v, hours %v", w.Lines, w.Hours)
	}
	if titled := of(facts(), meeting("c", "heliotrope", at(0, 9, 0), time.Hour)); titled.Lines[0].Dismissal == before.Lines[1].Dismissal {
		t.Error("a meeting is dismissed with a repository of the same name")
	}
}

// TestLogged: what was made from a line is known whatever became of its text, and so is
// what names a meeting.
func TestLogged(t *testing.T) {
	items := []source.Item{meeting("a", "Planning", at(0, 9, 0), time.Hour), commit("ox", "Mend", at(0, 16, 0)), meeting("b", "CI", at(0, 10, 0), time.Hour)}
	lines := of(facts(), items...).Lines
	for _, tt := range []struct {
		moment journal.Moment
		logged []bool // of the meeting, the one of two letters, and the commits
	}{
		{journal.Moment{Text: "Something else"}, []bool{false, false, false}},
		{journal.Moment{Text: "Other words", Source: lines[0].Source}, []bool{true, false, false}},
		{journal.Moment{Text: "a long PLANNING, twice"}, []bool{true, false, false}},
		{journal.Moment{Text: "preplanning and replannings"}, []bool{false, false, false}},
		{journal.Moment{Text: "CI was red, the ox is slow", Kind: "coding"}, []bool{false, false, false}},
		{journal.Moment{Text: "Mended it", Kind: "debugging", Source: lines[2].Source}, []bool{false, false, true}},
	} {
		f := facts()
		f.Moments = []journal.Moment{tt.moment}
		var logged []bool
		for _, l := range of(f, items...).Lines {
			logged = append(logged, l.Logged)
		}
		if !slices.Equal(logged, tt.logged) {
			t.Errorf("with %q the lines are logged: %v, want %v", tt.moment.Text, logged, tt.logged)
		}
	}
	if next := of(func() Facts { f := facts(); f.Week = w47.Prev(); return f }(), meeting("a", "Planning", at(-5, 9, 0), time.Hour)); next.Lines[0].Source == lines[0].Source {
		t.Error("the line of another week has the same source")
	}
}

// TestOff: whole days off are told, and a part of one is not.
func TestOff(t *testing.T) {
	leave := func(from, to time.Time) source.Item {
		return source.Item{What: source.Off, Key: "off", Start: from, End: to}
	}
	for _, tt := range []struct {
		item source.Item
		off  []time.Weekday
	}{
		{leave(at(1, 0, 0), at(3, 0, 0)), []time.Weekday{time.Tuesday, time.Wednesday}},
		{leave(at(1, 9, 0), at(2, 0, 0)), nil},
		{leave(at(-3, 0, 0), at(9, 0, 0)), []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}},
		{leave(at(5, 0, 0), at(7, 0, 0)), nil}, // a weekend
	} {
		w := of(facts(), tt.item)
		if !slices.Equal(w.Off, tt.off) || w.AllOff() != (len(tt.off) == 5) || len(w.Lines) != 0 {
			t.Errorf("%v to %v: off are %v", tt.item.Start, tt.item.End, w.Off)
		}
	}
}

// TestMeasure: the hours of a week by what was there, and how much of it that covers.
func TestMeasure(t *testing.T) {
	everyDay := func(item func(day int) source.Item) (items []source.Item) {
		for d := range 5 {
			items = append(items, item(d))
		}
		return items
	}
	commits := everyDay(func(d int) source.Item { return commit("heliotrope", "Mend", at(d, 16, 30)) })
	for name, tt := range map[string]struct {
		items   []source.Item
		hours   journal.Hours
		covered float64
		free    float64
		enough  bool
	}{
		"nothing":      {nil, journal.Hours{}, 0, 0, false},
		"commits only": {commits, journal.Hours{Technical: 40}, 1, 0, false},
		"a meeting a day, and commits": {
			append(everyDay(func(d int) source.Item { return meeting("", "Hiring", at(d, 10, 0), 2*time.Hour) }), commits...),
			journal.Hours{Technical: 30, People: 10}, 1, 5, true,
		},
		"meetings alone": {
			[]source.Item{meeting("", "Hiring", at(0, 9, 0), 8*time.Hour)}, journal.Hours{People: 8}, .2, 8, false,
		},
		"two at once": {
			append([]source.Item{meeting("", "Hiring", at(0, 9, 0), 2*time.Hour), meeting("", "Planning", at(0, 10, 0), time.Hour)}, commits...),
			journal.Hours{Technical: 38, People: 1.5, Both: .5}, 1, 8, true,
		},
		"of no known kind": {
			append([]source.Item{meeting("", "Lunch", at(0, 9, 0), 4*time.Hour)}, commits...), journal.Hours{Technical: 36}, .9, 8, true,
		},
		"outside of the working day": {
			append([]source.Item{meeting("", "Hiring", at(5, 9, 0), 10*time.Hour)}, commits...), journal.Hours{Technical: 40, People: 10}, 1, 8, true,
		},
		"around midnight": {
			append([]source.Item{meeting("", "Hiring", at(0, 22, 0), 4*time.Hour)}, commits...), journal.Hours{Technical: 40, People: 4}, 1, 8, true,
		},
		"three days in one event": {
			append([]source.Item{meeting("", "Hiring", at(0, 9, 0), 56*time.Hour)}, commits...), journal.Hours{Technical: 40}, 1, 0, false,
		},
		"no end": {[]source.Item{meeting("", "Hiring", at(0, 9, 0), 0)}, journal.Hours{}, 0, 0, false},
	} {
		w := of(facts(), tt.items...)
		near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
		if !near(w.Hours.Technical, tt.hours.Technical) || !near(w.Hours.Both, tt.hours.Both) || !near(w.Hours.People, tt.hours.People) ||
			!near(w.Covered, tt.covered) || !near(w.Free.Hours(), tt.free) || w.Enough() != tt.enough {
			t.Errorf("%s: hours %+v, %v covered, %v free, enough %v", name, w.Hours, w.Covered, w.Free.Hours(), w.Enough())
		}
	}
}

// TestMeasureUpToNow: of a day that is not over only what has passed counts.
func TestMeasureUpToNow(t *testing.T) {
	f := facts()
	f.Now = at(0, 11, 0)
	w := of(f, meeting("", "Hiring", at(0, 10, 0), 4*time.Hour), commit("heliotrope", "Mend", at(0, 9, 30)))
	if w.Hours != (journal.Hours{Technical: 1, People: 1}) || w.Covered != 1 || w.Free.Hours() != 1 {
		t.Errorf("hours %+v, %v covered, %v free", w.Hours, w.Covered, w.Free.Hours())
	}
}

// TestMeasureDayOff: a day that was not worked is no working time.
func TestMeasureDayOff(t *testing.T) {
	off := source.Item{What: source.Off, Key: "off", Start: at(0, 0, 0), End: at(4, 0, 0)}
	w := of(facts(), off, meeting("", "Hiring", at(4, 9, 0), 8*time.Hour))
	if w.Covered != 1 || w.Hours.People != 8 || !w.Enough() {
		t.Errorf("%v covered, hours %+v", w.Covered, w.Hours)
	}
}
