// Package reminder decides when the user is reminded to log the week, and when a
// quarter's brief is offered. It is pure: from the setting, from what was done about
// it, from the time on the wall and from the entries of a journal follow what is due
// and what is stored about it. It shows nothing and reads no clock.
//
// A week has one reminder, on the day and at the time that the user chose: the
// reminder of that week. Once the clock on the wall has reached them it is due, until
// that of the next week is. So one that was missed, since the computer slept or was
// off, comes once at the next chance, and of several that were missed only the last
// one comes. A Friday's that was missed comes on Monday, and is of the week that was.
//
// Times are compared as they are read on the wall, in the time zone where the user is
// now. A time that a night leaves out is reached when the clock has skipped it, and
// one that comes twice is reached the first time. What was done is stored by the name
// of the week, and looked up by that alone. So no clock that is set, forward or back,
// and no other time zone repeats a reminder, and none makes it stay away.
package reminder

import (
	"time"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// Due is what the user is to be reminded of. The zero Due is nothing.
type Due struct {
	Week    journal.Week    // to log; zero for none
	Quarter journal.Quarter // whose brief can be read; zero for none

	about  string // the week whose reminder it is, or the quarter
	forced bool   // it was asked for, whatever is due
}

// None reports whether nothing is due.
func (d Due) None() bool { return d.Week.IsZero() && d.Quarter == journal.Quarter{} }

// Target names what the reminder opens: a week, such as "2026-W47", or the brief of a
// quarter, such as "2026-Q3".
func (d Due) Target() string {
	if d.Week.IsZero() {
		return d.Quarter.String()
	}
	return d.Week.String()
}

// ParseTarget reads what [Due.Target] returns. One of both is zero. The error wraps
// [journal.ErrWeek].
func ParseTarget(s string) (journal.Week, journal.Quarter, error) {
	if w, err := journal.ParseWeek(s); err == nil {
		return w, journal.Quarter{}, nil
	}
	q, err := journal.ParseQuarter(s)
	return journal.Week{}, q, err
}

// Ready reports whether something may be due now. Whether it is, [Take] decides with
// the entries of the journal, which is in the file at path.
func Ready(r preferences.Reminder, path string, now time.Time) bool {
	return false
}

// Next returns when something may be due next, now or later; zero if the reminder is
// off. A clock that is set, or another time zone, changes that.
func Next(r preferences.Reminder, path string, now time.Time) time.Time {
	return time.Time{}
}

// Take returns what is due now, from the entries of the journal in the file at path,
// oldest first, and records in r that it is shown. Nobody else is to show it then. It
// also records what has become needless, so that [Ready] does not report it again.
func Take(r *preferences.Reminder, path string, now time.Time, entries []journal.Entry) Due {
	return Due{}
}

// Asked returns the reminder that is shown because the user asks to see one, whatever
// is due. Nothing is recorded of it but the answers that are about later.
func Asked(r preferences.Reminder, path string, now time.Time, entries []journal.Entry) Due {
	return Due{}
}

// Answer records in r what became of d, which was shown.
func (d Due) Answer(r *preferences.Reminder, path string, answer preferences.ReminderAnswer, now time.Time) {
}

// Failed records in r that d could not be shown, or, for the zero Due, that it could
// not be found out what is due. It is tried again later: after ten minutes, then less
// and less often, up to once an hour.
func (d Due) Failed(r *preferences.Reminder, path string, now time.Time) {
}

// Switch switches the reminder of the journal at path on, or changes when it comes, or
// switches it off. Nothing is due for a time that has passed by then. Weekday is 1 for
// Monday to 7 for Sunday, and at a time of day such as "16:00".
func Switch(r *preferences.Reminder, path string, on bool, weekday int, at string, now time.Time) {
	r.On, r.Weekday, r.Time = on, weekday, at
}
