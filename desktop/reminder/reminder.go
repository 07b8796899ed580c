// Package reminder decides when the user is reminded to log the week, and when a
// quarter's brief is offered. It is pure: from the setting, from what was done about
// it, from the time on the wall and from the entries of a journal follow what is due
// and what is stored about it. It shows nothing and reads no clock.
//
// A week has one reminder, on the day and at the time that the user chose. Once the
// clock on the wall has reached them it is due, until that of the next week is. So one
// that was missed, since the computer slept or was off, comes once at the next chance,
// and of several that were missed only the last one comes. A Friday's that was missed
// comes on Monday, and is of the week that was.
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
	Logged  bool            // the week is logged, and was asked about all the same

	of    journal.Week // the week whose reminder it is, which may be the one after Week
	since time.Time    // when it failed first; zero if it did not
	asked bool         // see Asked
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
	return r.On && journal.WeekOf(now).Valid() && (weekReady(r, path, now) || quarterReady(r, path, now))
}

// Next returns when something may be due next: now, or later, as far as that can be
// known before a clock is set or the time zone changes. It is zero if the reminder is
// off.
func Next(r preferences.Reminder, path string, now time.Time) time.Time {
	if !r.On {
		return time.Time{}
	}
	if Ready(r, path, now) {
		return now
	}
	of := weekInQuestion(r, path, now)
	next := on(r, weekOfLast(r, now).Next(), now.Location())
	if !next.After(now) { // the night skips it
		next = now.Add(time.Hour)
	}
	sooner := func(t time.Time) {
		if t.After(now) && t.Before(next) {
			next = t
		}
	}
	sooner(lookUp(r.Done[path].Weeks, of.String()).Later)
	if q, ok := quarterToOffer(of); ok {
		sooner(lookUp(r.Done[path].Quarters, q.String()).Later)
		sooner(dayAfter(r, path, now))
	}
	return next
}

// Take returns what is due now, from the entries of the journal in the file at path,
// oldest first, and records in r that it is shown: nobody else is to show it then.
// It also records what has become needless, so that [Ready] no longer reports it.
//
// Nothing is due by a clock that is behind what was logged. Then it is tried again
// later, as after [Due.Failed].
func Take(r *preferences.Reminder, path string, now time.Time, entries []journal.Entry) Due {
	if !Ready(*r, path, now) {
		return Due{}
	}
	if journal.ReadClock(entries, now).Doubt == journal.ClockEarlier {
		Due{}.Failed(r, path, now)
		return Due{}
	}
	if weekReady(*r, path, now) {
		of := weekInQuestion(*r, path, now)
		if w := weekToLog(*r, of, entries); !w.IsZero() {
			return Due{Week: w, of: of}.take(r, path, now)
		}
		Due{of: of}.record(r, path, preferences.Reminding{At: now, Answer: preferences.ReminderNeedless})
	}
	if quarterReady(*r, path, now) {
		q, _ := quarterToOffer(weekInQuestion(*r, path, now))
		d := Due{Quarter: q}
		if hasEntries(entries, q) {
			return d.take(r, path, now)
		}
		d.record(r, path, preferences.Reminding{At: now, Answer: preferences.ReminderNeedless})
	}
	return Due{}
}

// take records that d is shown.
func (d Due) take(r *preferences.Reminder, path string, now time.Time) Due {
	d.since = d.failedFirst(*r, path)
	d.record(r, path, preferences.Reminding{At: now})
	return d
}

// failedFirst returns when d failed first; zero if it did not.
func (d Due) failedFirst(r preferences.Reminder, path string) time.Time {
	if before := d.lookUp(r, path); before.Answer == preferences.ReminderFailed {
		return before.At
	}
	return time.Time{}
}

// Asked returns the reminder to show because the user asks to see one, whatever is
// due: the quarter's brief if that is, and the week of today if not. Nothing is
// recorded about it but an answer that is about later.
func Asked(r preferences.Reminder, path string, now time.Time, entries []journal.Entry) Due {
	r = r.Clone()
	if d := Take(&r, path, now, entries); !d.None() {
		d.asked = true
		return d
	}
	today := journal.WeekOf(now)
	return Due{Week: today, Logged: logged(entries, today), of: today, asked: true}
}

// Answer records in r what became of d, which was shown.
func (d Due) Answer(r *preferences.Reminder, path string, answer preferences.ReminderAnswer, now time.Time) {
	done := preferences.Reminding{At: now, Answer: answer}
	if answer == preferences.ReminderLater {
		done.Later = LaterToday(now)
	} else if d.asked && answer != preferences.ReminderSkipped {
		return
	}
	d.record(r, path, done)
}

// Failed records in r that d could not be shown or, for the zero Due, that it could
// not be found out what is due. It is tried again after ten minutes, and then less
// often, down to once an hour.
func (d Due) Failed(r *preferences.Reminder, path string, now time.Time) {
	if d.asked {
		return
	}
	const first, last = 10 * time.Minute, time.Hour
	if d.None() {
		d.of = weekInQuestion(*r, path, now)
		if !weekReady(*r, path, now) {
			d.Quarter, _ = quarterToOffer(d.of)
		}
		d.since = d.failedFirst(*r, path)
	}
	done := preferences.Reminding{At: now, Answer: preferences.ReminderFailed}
	if !d.since.IsZero() && d.since.Before(now) {
		done.At = d.since
	}
	done.Later = now.Add(min(max(now.Sub(done.At), first), last))
	d.record(r, path, done)
}

// Switched is called after the reminder of the journal at path was switched on or off,
// or got another day or time. Nothing becomes due for a time that has passed by then. A
// week that nothing was shown about, since its time had passed or it was logged then, is
// reminded of at its new time.
func Switched(r *preferences.Reminder, path string, now time.Time) {
	if !r.On {
		return
	}
	needless := preferences.Reminding{At: now, Answer: preferences.ReminderNeedless}
	of := weekOfLast(*r, now)
	Due{of: of.Next()}.forgetNeedless(r, path)
	if week := (Due{of: of}); week.lookUp(*r, path).About == "" {
		week.record(r, path, needless)
	}
	if q, ok := quarterToOffer(of); ok {
		if quarter := (Due{Quarter: q}); quarter.lookUp(*r, path).About == "" {
			quarter.record(r, path, needless)
		}
	}
}
