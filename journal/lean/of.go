package lean

import (
	"slices"

	"heliotrope/journal"
)

// SpanOf returns the span that is meant when none is named: the first logged
// week up to the week of today. What is filed under a later week, by a clock
// that was wrong, does not count yet. A journal without a week up to today
// gives the span of just today.
func SpanOf(entries []journal.Entry, today journal.Week) Span {
	span := Span{From: today, To: today}
	for i := range entries {
		if w := entries[i].Week; w.Before(span.From) {
			span.From = w
		}
	}
	return span
}

// Later returns the weeks of entries after s, oldest first, if s is to contain
// everything up to the week of today: one that ends earlier was cut by choice.
func (s Span) Later(entries []journal.Entry, today journal.Week) []journal.Week {
	if s.To.Before(today) {
		return nil
	}
	var later []journal.Week
	for i := range entries {
		if w := entries[i].Week; w.After(s.To) {
			later = append(later, w)
		}
	}
	slices.SortFunc(later, journal.Week.Compare)
	return later
}

// Of returns everything that entries and events say about span. Entries need
// no order; there is at most one a week. It changes neither list and retains no
// part of them.
func Of(entries []journal.Entry, events []journal.Event, span Span) Result {
	return of(entries, events, span, timeRule, energyRule)
}

// of is Of by the rules given.
func of(entries []journal.Entry, events []journal.Event, span Span, forTime, forEnergy rule) Result {
	logged := within(entries, span)
	worked := make([]*journal.Entry, 0, len(logged))
	for _, e := range logged {
		if e.Away == "" {
			worked = append(worked, e)
		}
	}
	r := Result{
		Span:      span,
		Weeks:     make([]Week, len(logged)),
		Position:  positionOf(events, span.To),
		Stated:    statedOf(logged),
		WeeksAway: len(logged) - len(worked),
	}
	usual := usualHours(worked)
	observed := make([]Week, 0, len(logged))
	for i, e := range logged {
		r.Weeks[i] = weekOf(e, usual)
		r.Moments += r.Weeks[i].Moments
		if r.Weeks[i].Observed {
			observed = append(observed, r.Weeks[i])
		}
	}
	r.WeeksLogged = len(observed)
	r.Memory = memoryOf(observed)

	var walk levelWalk
	var ratings energyWalk
	r.Time, walk = timeOf(r.Weeks, events, span.To, forTime)
	r.Energy, ratings = energyOf(r.Weeks, events, span.To, forEnergy)
	r.Energy.Tracks = trackRatings(r.Weeks)
	r.Kinds = kindsOf(worked)
	r.Chosen = chosenOf(worked, events, span.To, r.Energy.State)
	r.Quarters = quartersOf(r.Weeks, r.Time.Levels, r.Energy.Levels)
	if len(observed) > 0 {
		r.Changes = changesOf(r, walk, ratings, events)
	}
	r.Trend = trendOf(observed)
	r.ChangePoint = changePointOf(observed)
	return r
}

// within returns the entries of span, oldest first. A journal has a week
// once; should one come twice, the first counts.
func within(entries []journal.Entry, span Span) []*journal.Entry {
	in := make([]*journal.Entry, 0, len(entries))
	for i := range entries {
		if span.Contains(entries[i].Week) {
			in = append(in, &entries[i])
		}
	}
	slices.SortStableFunc(in, func(a, b *journal.Entry) int { return a.Week.Compare(b.Week) })
	return slices.CompactFunc(in, func(a, b *journal.Entry) bool { return a.Week == b.Week })
}
