package lean

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
)

// changeSideWeeks is how many weeks must count on either side of an event to
// compare them, and how many after it before its history is no longer short. It
// is the gate of a first reading: with fewer weeks nothing is claimed about a
// side of an event, just as nothing is about a journal.
const changeSideWeeks = firstWeeks

// turns are the weeks of the events that change the work. They cut the weeks
// that count for a dial into segments; events of one week are one turn, as they
// are one jump of the level.
type turns struct {
	weeks  []int // indices, rising
	counts []int // indices of the weeks that count, rising
	end    int   // index of the week after the span
}

func turnsOf(weeks []Week, counts func(*Week) bool, events []journal.Event, span Span) turns {
	t := turns{end: span.To.Index() + 1}
	for i := range weeks {
		if counts(&weeks[i]) {
			t.counts = append(t.counts, weeks[i].Week.Index())
		}
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

// count returns how many weeks count from the week from on and before the week to.
func (t turns) count(from, to int) int {
	low, _ := slices.BinarySearch(t.counts, from)
	high, _ := slices.BinarySearch(t.counts, to)
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

// walker compares the levels of two of a dial's weeks, counted from the first
// that counts: it returns the posterior of the second less the first.
type walker interface {
	between(a, b int) Level
}

// changesOf returns one EventChange an event of the span, oldest first. Those of
// one week come in the order of journal.EventKinds.
func changesOf(r Result, time, energy walker, events []journal.Event) []EventChange {
	var (
		ofTime   = turnsOf(r.Weeks, func(w *Week) bool { return w.Observed }, events, r.Span)
		ofEnergy = turnsOf(r.Weeks, rated, events, r.Span)
		changes  []EventChange
	)
	for _, e := range events {
		if !r.Span.Contains(e.Week) {
			continue
		}
		c := EventChange{Event: e}
		if e.Kind.ChangesWork() {
			at := e.Week.Index()
			c.Time = differenceAt(at, r.Time.Dial, ofTime, time)
			c.Energy = differenceAt(at, r.Energy.Dial, ofEnergy, energy)
			_, end := ofTime.around(at)
			c.Recent = end == ofTime.end && c.Time.WeeksAfter < changeSideWeeks && ofTime.count(math.MinInt, at) > 0
		}
		changes = append(changes, c)
	}
	slices.SortFunc(changes, func(a, b EventChange) int {
		kind := func(c EventChange) int { return slices.Index(journal.EventKinds, c.Event.Kind) }
		return cmp.Or(a.Event.Week.Compare(b.Event.Week), cmp.Compare(kind(a), kind(b)), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	return changes
}

// differenceAt compares a dial before and after the turn in the week at.
func differenceAt(at int, d Dial, t turns, w walker) Difference {
	from, end := t.around(at)
	c := Difference{WeeksBefore: t.count(from, at), WeeksAfter: t.count(at, end)}
	if len(d.Levels) == 0 {
		return c
	}
	first := d.Levels[0].Week.Index()
	a, b := at-1-first, end-1-first // steps of the last week before and after
	if a >= 0 {
		c.Before = d.Levels[a]
	}
	if b >= 0 {
		c.After = d.Levels[b]
	}
	c.Comparable = d.State != Insufficient && min(c.WeeksBefore, c.WeeksAfter) >= changeSideWeeks
	if !c.Comparable {
		return c
	}
	difference := w.between(a, b)
	c.Mid = c.After.Mid - c.Before.Mid
	c.Low, c.High = min(difference.Low90, c.Mid), max(difference.High90, c.Mid)
	return c
}
