package lean

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
)

// changeSideWeeks is how many weeks must have been observed on either side of
// an event to compare them, and how many after it before its history is no
// longer short. It is the gate of a first reading: with fewer weeks nothing is
// claimed about a side of an event, just as nothing is about a journal.
const changeSideWeeks = firstWeeks

// turns are the weeks of the events that change the work. They cut the
// observed weeks into segments; events of one week are one turn, as they are
// one jump of the level.
type turns struct {
	weeks    []int // indices, rising
	observed []int // indices of the observed weeks, rising
	end      int   // index of the week after the span
}

func turnsOf(observed []Week, events []journal.Event, span Span) turns {
	t := turns{end: span.To.Index() + 1}
	for _, w := range observed {
		t.observed = append(t.observed, w.Week.Index())
	}
	for _, e := range events {
		if e.Kind.ChangesWork() && span.Contains(e.Week) {
			t.weeks = append(t.weeks, e.Week.Index())
		}
	}
	slices.Sort(t.weeks)
	t.weeks = slices.Compact(t.weeks)
	return t
}

// count returns how many weeks were observed from the week from on and before
// the week to.
func (t turns) count(from, to int) int {
	low, _ := slices.BinarySearch(t.observed, from)
	high, _ := slices.BinarySearch(t.observed, to)
	return high - low
}

// around returns the first week of the segment before the turn in week at, and
// the week after the last one of the segment that the turn begins.
func (t turns) around(at int) (from, end int) {
	i, _ := slices.BinarySearch(t.weeks, at)
	from, end = math.MinInt, t.end
	if i > 0 {
		from = t.weeks[i-1]
	}
	if i+1 < len(t.weeks) {
		end = t.weeks[i+1]
	}
	return from, end
}

// eventsOf returns one EventChange an event of the span, oldest first. Those of
// one week come in the order of journal.EventKinds. levels must begin at the
// first observed week; claims reports whether a side may be named.
func (p posterior) eventsOf(levels []Level, t turns, events []journal.Event, span Span, claims bool) []EventChange {
	var changes []EventChange
	for _, e := range events {
		if span.Contains(e.Week) {
			changes = append(changes, p.eventOf(levels, t, e, claims))
		}
	}
	slices.SortFunc(changes, func(a, b EventChange) int {
		kind := func(c EventChange) int { return slices.Index(journal.EventKinds, c.Event.Kind) }
		return cmp.Or(a.Event.Week.Compare(b.Event.Week), cmp.Compare(kind(a), kind(b)), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	return changes
}

func (p posterior) eventOf(levels []Level, t turns, e journal.Event, claims bool) EventChange {
	c := EventChange{Event: e}
	if !e.Kind.ChangesWork() {
		return c
	}
	at := e.Week.Index()
	from, end := t.around(at)
	c.WeeksBefore, c.WeeksAfter = t.count(from, at), t.count(at, end)
	c.Recent = end == t.end && c.WeeksAfter < changeSideWeeks && t.count(math.MinInt, at) > 0

	a, b := at-1-t.observed[0], end-1-t.observed[0] // steps of the last week before and after
	if a >= 0 {
		c.Before = levels[a]
	}
	if b >= 0 {
		c.After = levels[b]
	}
	c.Comparable = claims && min(c.WeeksBefore, c.WeeksAfter) >= changeSideWeeks
	if !c.Comparable {
		return c
	}
	m := p.between(a, b)
	c.Difference = c.After.Mid - c.Before.Mid
	c.Low = max(min(newFinder(0.05, p.nu).find(m), c.Difference), -2)
	c.High = min(max(newFinder(0.95, p.nu).find(m), c.Difference), 2)
	return c
}

// between returns the posterior of μ_b - μ_a. Given q it is taken as the
// difference of two independent values, with the variance
//
//	σ̂² (V_a + V_b) + 2b².
//
// Both parts err on the side of too wide an interval. The jump that an event
// grants the level cuts most of the tie between the two weeks; what is left of
// it is positive and would make the variance less. And b, the misjudgement
// that stays the same week after week, need not stay the same from one role to
// the next, so it does not cancel.
func (p posterior) between(a, b int) mixture {
	parts := make([]component, 0, len(p.grid))
	for i := range p.grid {
		g := &p.grid[i]
		variance := g.sigma2*(g.variance[a]+g.variance[b]) + 2*p.allowance*p.allowance
		parts = append(parts, component{weight: g.weight, mean: g.mean[b] - g.mean[a], scale: math.Sqrt(variance)})
	}
	return mixture{nu: p.nu, parts: parts}
}

// recentOf returns the event that the present segment began with if its
// history is still short, nil if not. Of several in one week it is the first
// by kind: a role matters most.
func recentOf(changes []EventChange) *EventChange {
	for _, c := range changes {
		if c.Recent {
			return &c
		}
	}
	return nil
}
