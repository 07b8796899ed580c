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
	logged := within(entries, span)
	for i, e := range logged {
		logged[i] = timed(e)
	}
	worked := make([]*journal.Entry, 0, len(logged))
	for _, e := range logged {
		if e.Away == "" {
			worked = append(worked, e)
		}
	}
	all := tallyOf(worked)

	r := Result{
		Span:   span,
		Weeks:  weekly(logged, all.means()),
		Time:   timeShares(worked),
		Energy: all.energies(),
		Kinds:  kindsOf(worked),
		Stated: statedOf(logged),

		Position: positionOf(events, span.To),
	}
	for _, e := range worked {
		r.Moments += len(e.Moments)
	}
	observed := observedOf(r.Weeks)
	r.WeeksLogged = len(observed)
	r.Quarters = quartersOf(observed)
	r.Verdict = unread(r.WeeksLogged, r.Moments)
	if len(observed) == 0 {
		return r
	}

	post := newPosterior(seriesOf(observed, events, span.To), priorScale(observed))
	r.Levels, r.Swings = post.levels(observed[0].Week, r.WeeksLogged)
	r.Verdict = post.verdict(r.Levels[len(r.Levels)-1], r.WeeksLogged, r.Moments)
	r.Changes = post.eventsOf(r.Levels, turnsOf(observed, events, span), events, span, r.Verdict.Strength != Insufficient)
	r.Verdict.Recent = recentOf(r.Changes)
	r.Chosen = chosenOf(worked, r.Verdict)
	r.EnergyNow = energyNow(logged, r.Weeks, events, span.To, priorScale(observed))
	r.Trend = trendOf(observed)
	r.ChangePoint = changePointOf(observed)
	return r
}

// within returns the entries of span, oldest first. A journal has a week
// once; should one come twice, the first counts.
func within(entries []journal.Entry, span Span) []*journal.Entry {
	var in []*journal.Entry
	for i := range entries {
		if span.Contains(entries[i].Week) {
			in = append(in, &entries[i])
		}
	}
	slices.SortStableFunc(in, func(a, b *journal.Entry) int { return a.Week.Compare(b.Week) })
	return slices.CompactFunc(in, func(a, b *journal.Entry) bool { return a.Week == b.Week })
}

// timed returns e, or a copy of it in which moments without hours have one hour.
func timed(e *journal.Entry) *journal.Entry {
	unsaid := func(m journal.Moment) bool { return m.Hours == 0 }
	if !slices.ContainsFunc(e.Moments, unsaid) {
		return e
	}
	said := e.Clone()
	for i := range said.Moments {
		if unsaid(said.Moments[i]) {
			said.Moments[i].Hours = 1
		}
	}
	return &said
}

// observedOf returns the weeks that say something about the lean.
func observedOf(weeks []Week) []Week {
	var observed []Week
	for _, w := range weeks {
		if w.Observed {
			observed = append(observed, w)
		}
	}
	return observed
}
