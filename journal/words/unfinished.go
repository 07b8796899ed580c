package words

import (
	"fmt"
	"slices"
	"time"

	"heliotrope/journal"
)

// Unfinished formats what an unfinished week has and lacks, with the days on which
// its moments were written if those are one or two.
func (w *Words) Unfinished(e journal.Entry) string {
	switch {
	case e.Empty():
		return w.Say("week.finish.nothing")
	case len(e.Moments) == 0:
		return w.Say("week.finish.moments")
	}
	days := writtenOn(e)
	switch len(days) {
	case 1:
		return w.Count("week.finish.split.day", len(e.Moments), Args{"Day": w.Weekday(days[0])})
	case 2:
		return w.Count("week.finish.split.days", len(e.Moments), Args{"Day": w.Weekday(days[0]), "Last": w.Weekday(days[1])})
	}
	return w.Count("week.finish.split", len(e.Moments))
}

// writtenOn returns the days of e's week on which its moments were written, in
// order, and none if one of them was not written in that week.
func writtenOn(e journal.Entry) []time.Weekday {
	var days []time.Weekday
	for _, day := range []time.Weekday{1, 2, 3, 4, 5, 6, 0} {
		if slices.ContainsFunc(e.Moments, func(m journal.Moment) bool { return m.Logged.Weekday() == day }) {
			days = append(days, day)
		}
	}
	if slices.ContainsFunc(e.Moments, func(m journal.Moment) bool { return journal.WeekOf(m.Logged) != e.Week }) {
		return nil
	}
	return days
}

// Weekday formats a day of the week: "Friday", « vendredi ».
func (w *Words) Weekday(day time.Weekday) string { return w.Say(fmt.Sprintf("weekday.%d", day)) }
