package journal

import "time"

// ClockDoubt is why the clock of a machine may be wrong.
type ClockDoubt string

// The doubts. They follow from what was logged, so of the clock of a new
// journal there is none.
const (
	ClockTrusted  ClockDoubt = ""
	ClockEarlier  ClockDoubt = "earlier"   // than the last week that was logged
	ClockFarAhead ClockDoubt = "far-ahead" // of the last week that was logged, by more than a year
)

// DoubtClock compares the day that a clock shows with the last week that was
// logged, which it returns as well. A day is allowed for: a traveller's Monday
// may be followed by a Sunday.
func (j *Journal) DoubtClock(now time.Time) (ClockDoubt, Week) {
	const weeksOfYear = 53
	last, ok := j.Newest()
	tomorrow := WeekOf(now.AddDate(0, 0, 1))
	switch {
	case !ok:
		return ClockTrusted, last
	case last.After(tomorrow):
		return ClockEarlier, last
	case WeekOf(now).Index()-last.Index() > weeksOfYear:
		return ClockFarAhead, last
	}
	return ClockTrusted, last
}
