package words

import (
	"math"
	"time"

	"heliotrope/journal"
)

// ClockDoubt warns about a clock that shows now although last is the last week
// logged. It returns "" for a trusted clock.
func (w *Words) ClockDoubt(doubt journal.ClockDoubt, now time.Time, last journal.Week) string {
	if doubt == journal.ClockTrusted {
		return ""
	}
	return w.Say("clock."+string(doubt), Args{"Date": w.Date(now), "Week": w.WeekInline(last)})
}

// LoggedAhead warns about weeks, oldest first, that were logged before they
// began. It returns "" for none.
func (w *Words) LoggedAhead(weeks []journal.Week, today journal.Week) string {
	if len(weeks) == 0 {
		return ""
	}
	args := Args{"Number": weeks[0].Number(), "Year": weeks[0].Year(), "Ahead": w.Until(weeks[0], today)}
	if len(weeks) == 1 {
		return w.Say("clock.logged-ahead", args)
	}
	return w.Count("clock.logged-ahead.all", len(weeks), args)
}

// Until formats how far week is after today: "3 weeks", "36 years".
func (w *Words) Until(week, today journal.Week) string {
	const (
		weeksOfYear = 365.2425 / 7
		inWeeks     = 2 * 52 // up to which years would be too coarse
	)
	weeks := week.Index() - today.Index()
	if weeks <= inWeeks {
		return w.Count("count.weeks", weeks)
	}
	return w.Count("count.years", int(math.Round(float64(weeks)/weeksOfYear)))
}
