package reminder

import (
	"slices"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// weekReady reports whether the reminder of a week is due if that is not logged.
func weekReady(r preferences.Reminder, path string, now time.Time) bool {
	return open(lookUp(r.Done[path].Weeks, weekInQuestion(r, path, now).String()), now)
}

// weekToLog returns the week that the reminder of a week is about; zero if it is
// logged. On a Monday or a Tuesday a week has hardly begun: then it is the one before,
// if that is not logged and was not before all others.
func weekToLog(r preferences.Reminder, of journal.Week, entries []journal.Entry) journal.Week {
	if day := r.Day(); day == time.Monday || day == time.Tuesday {
		before := of.Prev()
		if len(entries) > 0 && !before.Before(entries[0].Week) && !logged(entries, before) {
			return before
		}
	}
	if logged(entries, of) {
		return journal.Week{}
	}
	return of
}

// logged reports whether anything was logged of a week, or that it was one away.
func logged(entries []journal.Entry, w journal.Week) bool {
	_, there := slices.BinarySearchFunc(entries, w, func(e journal.Entry, w journal.Week) int { return e.Week.Compare(w) })
	return there
}

// mostWeeksAfter is how many weeks after the end of a quarter its brief is offered.
const mostWeeksAfter = 5

// quarterToOffer returns the quarter whose last week had its reminder last, or a few
// weeks ago, if that of a week was the last one.
func quarterToOffer(of journal.Week) (journal.Quarter, bool) {
	q := journal.QuarterOf(of)
	if q.Last() != of {
		q = q.Prev()
	}
	return q, of.Index()-q.Last().Index() <= mostWeeksAfter
}

// quarterReady reports whether the brief of a quarter can be offered, if anything was
// logged in that: once the reminder of its last week has come, and never on the day on
// which the user was reminded of a week.
func quarterReady(r preferences.Reminder, path string, now time.Time) bool {
	of := weekInQuestion(r, path, now)
	q, ok := quarterToOffer(of)
	week := lookUp(r.Done[path].Weeks, of.String())
	return ok && open(lookUp(r.Done[path].Quarters, q.String()), now) &&
		!open(week, now) && !pending(week, now) && !now.Before(dayAfter(r, path, now))
}

// dayAfter returns the time of the reminder on the day after that on which the user
// was last reminded of a week; zero if that was never, or is later than now.
func dayAfter(r preferences.Reminder, path string, now time.Time) time.Time {
	var last time.Time
	for _, done := range r.Done[path].Weeks {
		shown := done.Answer != preferences.ReminderNeedless && done.Answer != preferences.ReminderFailed
		if shown && done.At.After(last) && !done.At.After(now) {
			last = done.At
		}
	}
	if last.IsZero() {
		return last
	}
	last = last.In(now.Location())
	return time.Date(last.Year(), last.Month(), last.Day()+1, 0, r.TimeOfDay(), 0, 0, now.Location())
}

// hasEntries reports whether anything was logged in a quarter.
func hasEntries(entries []journal.Entry, q journal.Quarter) bool {
	return slices.ContainsFunc(entries, func(e journal.Entry) bool { return e.Away == "" && journal.QuarterOf(e.Week) == q })
}
