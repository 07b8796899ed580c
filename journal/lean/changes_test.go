package lean

import (
	"testing"

	"heliotrope/journal"
)

func event(i int, kind journal.EventKind) journal.Event {
	return journal.Event{ID: string(kind), Week: firstWeek.Add(i), Kind: kind, Title: "event"}
}

// TestBeforeAndAfter: time moves at a new role and energy does not; a leave is
// drawn and has no figures.
func TestBeforeAndAfter(t *testing.T) {
	r := Of(alternating(12, 12, 1), []journal.Event{event(12, journal.RoleEvent), event(4, journal.LeaveEvent)}, spanOfWeeks(24))
	if len(r.Changes) != 2 || r.Changes[0].Event.Kind != journal.LeaveEvent || r.Changes[0].Time != (Difference{}) {
		t.Fatalf("changes %+v", r.Changes)
	}
	c := r.Changes[1]
	if !c.Time.Clear() || c.Time.Mid < 1.4 || c.Time.Low > c.Time.Mid || c.Time.High < c.Time.Mid || c.Time.WeeksBefore != 12 || c.Time.WeeksAfter != 12 {
		t.Errorf("time %+v", c.Time)
	}
	if !c.Energy.Comparable || c.Energy.Clear() {
		t.Errorf("energy %+v", c.Energy)
	}
	if c.Recent || r.Recent() != nil {
		t.Error("twelve weeks ago is recent")
	}
	near(t, "before", c.Time.Before.Mid, r.Time.Levels[11].Mid, 0)
	near(t, "after", c.Time.After.Mid, r.Time.Levels[23].Mid, 0)
}

// TestRecentChange: a role of three weeks opens the dials and is not compared.
func TestRecentChange(t *testing.T) {
	r := Of(alternating(12, 3, 1), []journal.Event{event(12, journal.RoleEvent), event(12, journal.TeamEvent)}, spanOfWeeks(15))
	recent := r.Recent()
	if recent == nil || recent.Event.Kind != journal.RoleEvent {
		t.Fatalf("recent %+v", recent)
	}
	if recent.Time.Comparable || r.Time.State != Open || r.Time.WeeksToSide != 1 || r.Energy.State != Open {
		t.Errorf("%+v, time %s to side %d, energy %s", recent.Time, r.Time.State, r.Time.WeeksToSide, r.Energy.State)
	}
	if r := Of(alternating(0, 3, 1), []journal.Event{event(0, journal.RoleEvent)}, spanOfWeeks(3)); r.Recent() != nil {
		t.Error("a role that the journal begins with changes nothing in it")
	}
}

// TestSharesNow are those of now, not of a role that is over.
func TestSharesNow(t *testing.T) {
	var entries []journal.Entry
	for i := range 40 {
		e := entry(i)
		e.Split = &journal.Split{Both: 10, People: 90}
		if i >= 20 {
			e.Split = &journal.Split{Technical: 10, Both: 80, People: 10}
		}
		entries = append(entries, e)
	}
	s := Of(entries, []journal.Event{event(20, journal.TeamEvent)}, spanOfWeeks(40)).Time.Shares
	near(t, "tech lead", s.Both, 0.8, 1e-12)
	near(t, "all", s.Technical+s.Both+s.People, 1, 1e-12)
	near(t, "difference", s.People-s.Technical, 0, 0.02)
	s = Of(entries[:22], []journal.Event{event(20, journal.TeamEvent)}, spanOfWeeks(25)).Time.Shares
	near(t, "tech lead after two weeks of it", s.Both, 0.8, 1e-12)
}

// TestTrendStands: a trend is told once it has stood for six weeks.
func TestTrendStands(t *testing.T) {
	trend := func(n int) *Trend {
		var entries []journal.Entry
		for i := range n {
			e := entry(i)
			people := 20 + 5*i/2
			e.Split = &journal.Split{Technical: 100 - people, People: people}
			entries = append(entries, e)
		}
		return Of(entries, nil, spanOfWeeks(n)).Trend
	}
	if got := trend(16); got != nil {
		t.Errorf("told after five looks: %+v", got)
	}
	got := trend(17)
	if got == nil {
		t.Fatal("not told after six looks")
	}
	near(t, "a quarter", got.PerQuarter, 13*0.05, 0.01)
}

// TestQuartersStandWhereTheDialsDo at their last week.
func TestQuartersStandWhereTheDialsDo(t *testing.T) {
	r := Of(alternating(13, 9, 1), nil, spanOfWeeks(30))
	if len(r.Quarters) != 2 || r.Quarters[0].Weeks != 13 || r.Quarters[1].Weeks != 9 {
		t.Fatalf("quarters %+v", r.Quarters)
	}
	if q := r.Quarters[1]; q.Time != r.Time.Levels[21] || !q.HasEnergy || q.Energy != r.Energy.Levels[21] {
		t.Errorf("%+v", q)
	}
}

// TestChosen compares chosen moments with all.
func TestChosen(t *testing.T) {
	answer := func(chosenPeople, weeks int) ChosenAnswer {
		var entries []journal.Entry
		for i := range weeks {
			technical, people := moment(journal.Technical, 1, 0), moment(journal.People, journal.Energy(chosenPeople), 0)
			technical.Chosen, people.Chosen = true, true
			entries = append(entries, entry(i, technical, people,
				moment(journal.Technical, 2, 0), moment(journal.People, -2, 0), moment(journal.People, -2, 0)))
		}
		return Of(entries, nil, spanOfWeeks(weeks)).Chosen.Answer
	}
	for _, test := range []struct {
		people, weeks int
		want          ChosenAnswer
	}{{-1, 20, ChosenHolds}, {2, 20, ChosenReverses}, {1, 20, ChosenUnsure}, {-1, 5, ChosenUntold}} {
		if got := answer(test.people, test.weeks); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}
