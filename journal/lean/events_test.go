package lean

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"heliotrope/journal"
)

func event(id string, n int, kind journal.EventKind) journal.Event {
	return journal.Event{ID: id, Week: firstWeek.Add(n), Kind: kind, Title: "event " + id}
}

// turned is a journal of before weeks of technical work and after weeks of
// people work.
func turned(before, after int) []journal.Entry {
	entries := steady(before+after, 80, 0, 20)
	for i := before; i < len(entries); i++ {
		entries[i].Split = &journal.Split{Technical: 20, People: 80}
	}
	return entries
}

func TestEventSegments(t *testing.T) {
	away := turned(10, 10)
	away[11].Away, away[12].Away = "leave", "leave"
	type counts struct {
		id                 string
		before, after      int
		comparable, recent bool
	}
	for _, test := range []struct {
		name    string
		entries []journal.Entry
		events  []journal.Event
		weeks   int
		want    []counts
	}{
		{"none", turned(10, 10), nil, 20, nil},
		{"one", turned(10, 10), []journal.Event{event("a", 10, journal.RoleEvent)}, 20, []counts{{"a", 10, 10, true, false}}},
		{"four on either side", turned(4, 4), []journal.Event{event("a", 4, journal.TeamEvent)}, 8, []counts{{"a", 4, 4, true, false}}},
		{"three before", turned(3, 9), []journal.Event{event("a", 3, journal.CompanyEvent)}, 12, []counts{{"a", 3, 9, false, false}}},
		{"three after", turned(9, 3), []journal.Event{event("a", 9, journal.CompanyEvent)}, 12, []counts{{"a", 9, 3, false, true}}},
		{"nothing after yet", turned(9, 0), []journal.Event{event("a", 9, journal.RoleEvent)}, 10, []counts{{"a", 9, 0, false, true}}},
		{"nothing before", turned(3, 0), []journal.Event{event("a", 0, journal.RoleEvent)}, 3, []counts{{"a", 0, 3, false, false}}},
		{"outside the span", turned(9, 9), []journal.Event{event("a", -1, journal.RoleEvent), event("b", 18, journal.RoleEvent)}, 18, nil},
		{"weeks away are not observed", away, []journal.Event{event("a", 10, journal.RoleEvent)}, 20, []counts{{"a", 10, 8, true, false}}},
		{"two cut three segments", turned(9, 9), []journal.Event{event("b", 12, journal.TeamEvent), event("a", 5, journal.RoleEvent)}, 18,
			[]counts{{"a", 5, 7, true, false}, {"b", 7, 6, true, false}}},
		{"two in a week are one turn", turned(9, 9), []journal.Event{event("a", 9, journal.CompanyEvent), event("b", 9, journal.RoleEvent)}, 18,
			[]counts{{"b", 9, 9, true, false}, {"a", 9, 9, true, false}}},
		{"a leave is only drawn", turned(9, 9), []journal.Event{event("a", 9, journal.LeaveEvent), event("b", 4, journal.OtherEvent)}, 18,
			[]counts{{"b", 0, 0, false, false}, {"a", 0, 0, false, false}}},
		{"only the last is recent", turned(9, 3), []journal.Event{event("a", 9, journal.RoleEvent), event("b", 11, journal.TeamEvent)}, 12,
			[]counts{{"a", 9, 2, false, false}, {"b", 2, 1, false, true}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Of(test.entries, test.events, spanOfWeeks(test.weeks))
			var got []counts
			var recent string
			for _, c := range r.Changes {
				got = append(got, counts{c.Event.ID, c.WeeksBefore, c.WeeksAfter, c.Comparable, c.Recent})
				if c.Recent && recent == "" {
					recent = c.Event.ID
				}
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
			switch v := r.Verdict.Recent; {
			case v == nil && recent != "", v != nil && v.Event.ID != recent:
				t.Errorf("the recent event is %+v, want %q", v, recent)
			}
		})
	}
}

// TestEventTakenFromLevels: the levels are those of the last weeks of both
// segments, and the difference is theirs.
func TestEventTakenFromLevels(t *testing.T) {
	r := Of(turned(12, 14), []journal.Event{event("a", 12, journal.RoleEvent), event("b", 20, journal.TeamEvent)}, spanOfWeeks(26))
	a, b := r.Changes[0], r.Changes[1]
	if a.Before != r.Levels[11] || a.After != r.Levels[19] || b.Before != r.Levels[19] || b.After != r.Levels[25] {
		t.Errorf("levels of other weeks: %+v", r.Changes)
	}
	near(t, "difference", a.Difference, r.Levels[19].Mid-r.Levels[11].Mid, 0)
	if !(a.Low > 0.5 && a.Difference > 1.1 && a.High < 1.8) { // from -0.6 to +0.6
		t.Errorf("a turn from 80 %% technical to 80 %% people is %+v", a)
	}
	if !(b.Low < 0 && b.High > 0 && math.Abs(b.Difference) < 0.05) {
		t.Errorf("an event without a turn is %+v", b)
	}
}

// TestBetween is computed by hand: σ̂² = 0.04, V = 0.5 and 0.25, b = 0.1, so
// that the scale is √(0.04 · 0.75 + 0.02) = √0.05, and t(.95; 7) = 1.8945786.
func TestBetween(t *testing.T) {
	p := posterior{nu: 7, steps: 2, allowance: 0.1, grid: []gridPoint{
		{weight: 1, sigma2: 0.04, mean: []float64{-0.2, 0.3}, variance: []float64{0.5, 0.25}},
	}}
	m := p.between(0, 1)
	near(t, "median", newFinder(0.5, 7).find(m), 0.5, 1e-12)
	near(t, "5 %", newFinder(0.05, 7).find(m), 0.5-1.8945786051*math.Sqrt(0.05), 1e-9)
	near(t, "95 %", newFinder(0.95, 7).find(m), 0.5+1.8945786051*math.Sqrt(0.05), 1e-9)
}

// TestEventCoverage counts how often the 90 % interval contains the difference
// where the level drifts, jumps with the role, and each role is misjudged by an
// amount that differs from role to role (standard deviation b).
func TestEventCoverage(t *testing.T) {
	const runs, each = 400, 10
	rng := rand.New(rand.NewPCG(3, 3))
	covered := 0
	for range runs {
		var observed []Week
		var before, after float64
		level, wrong := 0.3*rng.NormFloat64(), splitAllowance*rng.NormFloat64()
		for i := range 2 * each {
			if i == each {
				before = level
				level, wrong = 0.3*rng.NormFloat64(), splitAllowance*rng.NormFloat64()
			}
			level += 0.03 * rng.NormFloat64()
			observed = append(observed, Week{Week: firstWeek.Add(i), Observed: true, L: level + wrong + 0.2*rng.NormFloat64(), Noise: 1, HasSplit: true})
		}
		after = level
		events, span := []journal.Event{event("a", each, journal.RoleEvent)}, spanOfWeeks(2*each)
		p := newPosterior(seriesOf(observed, events, span.To), priorWithSplit)
		levels, _ := p.levels(firstWeek, len(observed))
		c := p.eventsOf(levels, turnsOf(observed, events, span), events, span, true)[0]
		if c.Low <= after-before && after-before <= c.High {
			covered++
		}
	}
	if share := float64(covered) / runs; share < 0.90 || share > 0.99 {
		t.Errorf("the 90 %% interval holds the difference in %.3f of journals", share)
	} else {
		t.Logf("coverage %.3f", share)
	}
}

func TestEventsSwap(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, entries []journal.Entry, events []journal.Event, span Span) {
		a, b := Of(entries, events, span), Of(swapped(entries), events, span)
		for i, c := range a.Changes {
			d := b.Changes[i]
			nearAll(t, "change", []float64{d.Difference, d.Low, d.High}, []float64{-c.Difference, -c.High, -c.Low}, 1e-9)
			if c.Comparable != d.Comparable || c.Recent != d.Recent {
				t.Errorf("%+v became %+v", c, d)
			}
		}
	})
}

// swapped turns technical work into people work and back.
func swapped(entries []journal.Entry) []journal.Entry {
	other := map[journal.Track]journal.Track{
		journal.People: journal.Technical, journal.Technical: journal.People, journal.Both: journal.Both,
	}
	return changed(entries, func(e *journal.Entry) {
		if s := e.Split; s != nil {
			s.People, s.Technical = s.Technical, s.People
		}
		for i := range e.Moments {
			e.Moments[i].Track = other[e.Moments[i].Track]
		}
	})
}

// checkEvents fails if a figure of an event is not sound.
func checkEvents(t *testing.T, r Result) {
	t.Helper()
	for _, c := range r.Changes {
		if !(c.Low <= c.Difference && c.Difference <= c.High && c.Low >= -2 && c.High <= 2) ||
			c.Comparable && min(c.WeeksBefore, c.WeeksAfter) < 4 || c.Comparable && c.Recent {
			t.Errorf("event: %+v", c)
		}
	}
}
