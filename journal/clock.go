package journal

import "time"

// ClockDoubt is why the clock of a machine may be wrong.
type ClockDoubt string

// The doubts. They follow from what was logged, so of the clock of a new
// journal there is none.
const (
	ClockTrusted  ClockDoubt = ""
	ClockEarlier  ClockDoubt = "earlier"   // than the last week that was logged
	ClockFarAhead ClockDoubt = "far-ahead" // of the last time that something was logged, by more than a year
)

// ClockReading is what a clock shows, compared with what was logged.
type ClockReading struct {
	Doubt ClockDoubt
	Last  Week   // the last week that was logged, without those of Ahead; zero if there is none
	Begun Week   // the last week that has begun: that of the clock, or Last if that is later
	Ahead []Week // weeks that were logged before they began, oldest first
}

// ReadClock is the function ReadClock for what the journal contains.
func (j *Journal) ReadClock(now time.Time) ClockReading { return ReadClock(j.snapshot().Entries, now) }

// ReadClock compares the time that a clock shows with the entries of a journal,
// oldest first. A day is allowed for: a traveler's Monday may be followed by a
// Sunday.
//
// Weeks that are logged and later than the clock show that it is behind only
// where they were also written later: see [clockBehind]. If not, their year was
// mistyped, or the clock was wrong at that time and is right now.
func ReadClock(entries []Entry, now time.Time) ClockReading {
	tomorrow := now.AddDate(0, 0, 1)
	behind, written := clockBehind(entries, now, tomorrow)
	if behind {
		last := lastBegun(entries, now.Location())
		return ClockReading{Doubt: ClockEarlier, Last: last, Begun: last}
	}
	r := ClockReading{Begun: WeekOf(now)}
	for i := range entries {
		if w := entries[i].Week; w.After(WeekOf(tomorrow)) {
			r.Ahead = append(r.Ahead, w)
		} else {
			r.Last = w
		}
	}
	if r.Last.After(r.Begun) {
		r.Begun = r.Last
	}
	if !r.Last.IsZero() && !written.IsZero() && WeekOf(now).Index()-WeekOf(written).Index() > weeksOfYear {
		r.Doubt = ClockFarAhead
	}
	return r
}

// lastBegun returns the last week that had begun when it was written, or the last
// one if there is none.
func lastBegun(entries []Entry, zone *time.Location) Week {
	for i := len(entries) - 1; i >= 0; i-- {
		if w := entries[i].Week; !w.After(WeekOf(entries[i].written(zone).AddDate(0, 0, 1))) {
			return w
		}
	}
	return entries[len(entries)-1].Week
}

// weeksOfYear is the length of a long year.
const weeksOfYear = 53

// firstRelease is when this program began: a clock that shows less is behind.
var firstRelease = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// clockBehind reports whether entries show that it is later than now, and returns
// when something was written last, up to tomorrow. What was
// written after tomorrow shows that, unless it is few and years apart from the
// rest: whoever logs weeks leaves no such gap, but a clock that was wrong once
// does.
func clockBehind(entries []Entry, now, tomorrow time.Time) (behind bool, before time.Time) {
	const year = weeksOfYear * 7 * 24 * time.Hour
	var (
		after       time.Time // when something was written first after that
		weeksBefore int
		weeksAfter  int
		weeksAhead  int
	)
	for i := range entries {
		written := entries[i].written(now.Location())
		if entries[i].Week.After(WeekOf(tomorrow)) && written.After(tomorrow) {
			weeksAhead++
		}
		if !written.After(tomorrow) {
			weeksBefore++
			if written.After(before) {
				before = written
			}
			continue
		}
		weeksAfter++
		if after.IsZero() || written.Before(after) {
			after = written
		}
	}
	const several = 3
	switch {
	case weeksAhead == 0:
		return false, before
	case weeksBefore == 0, after.Sub(before) <= year, now.Before(firstRelease):
		return true, before
	}
	return weeksAfter >= several && now.Sub(before) > year, before
}

// written returns when e was last written: as it records, or else on the Monday
// of its week where zone is.
func (e *Entry) written(zone *time.Location) time.Time {
	last := e.Updated
	for i := range e.Moments {
		if logged := e.Moments[i].Logged; logged.After(last) {
			last = logged
		}
	}
	if last.IsZero() {
		day := e.Week.Monday()
		last = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, zone)
	}
	return last
}
