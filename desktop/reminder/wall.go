package reminder

import (
	"time"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// wall returns what a clock on the wall shows at t, as a time in UTC: two of them
// compare as they are read, whatever the offsets were.
func wall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

// on returns the time of the reminder of w in a time zone. In a night that skips it,
// it is an hour off.
func on(r preferences.Reminder, w journal.Week, zone *time.Location) time.Time {
	day := w.Monday().AddDate(0, 0, journal.ISODay(r.Day())-1)
	return time.Date(day.Year(), day.Month(), day.Day(), 0, r.TimeOfDay(), 0, 0, zone)
}

// weekOfLast returns the week whose reminder came last, or now.
func weekOfLast(r preferences.Reminder, now time.Time) journal.Week {
	w := journal.WeekOf(now)
	if wall(now).Before(on(r, w, time.UTC)) {
		return w.Prev()
	}
	return w
}

// weekInQuestion returns the week whose reminder was last due, or asked for: that of
// today, if the user wanted it later, and if not that which came last.
func weekInQuestion(r preferences.Reminder, path string, now time.Time) journal.Week {
	today := journal.WeekOf(now)
	if lookUp(r.Done[path].Weeks, today.String()).Answer == preferences.ReminderLater {
		return today
	}
	return weekOfLast(r, now)
}

// reached reports whether it is later by now, and whether that was a day or more
// ahead, which no reminder is unless the clock was set back.
func reached(later, now time.Time) bool {
	return !now.Before(later) || later.Sub(now) > 24*time.Hour
}

const (
	pause    = 3 * time.Hour // until later today
	evening  = 21            // the hour of the day by which that is at the latest
	soonest  = time.Hour     // until then at least
	morning  = 9             // the hour to which it moves if nothing is left of the day
	daybreak = 6             // the hour before which the day has not begun: it is at morning
)

// LaterToday returns when to remind again somebody who wants to be later today: three
// hours later, but not after 21:00. In the evening it is one hour later, and from
// 23:00 on, when there is no later today, at 9:00 in the morning.
func LaterToday(now time.Time) time.Time {
	at := func(days, hour int) time.Time {
		return time.Date(now.Year(), now.Month(), now.Day()+days, hour, 0, 0, 0, now.Location())
	}
	if now.Hour() < daybreak {
		return at(0, morning)
	}
	later := now.Add(pause)
	if end := at(0, evening); later.After(end) {
		later = end
	}
	if first := now.Add(soonest); later.Before(first) {
		later = first
	}
	if later.Day() != now.Day() {
		return at(1, morning)
	}
	return later
}
