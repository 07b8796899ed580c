package calendar

import (
	"strings"
	"time"
)

// zone is a time zone as a file names it.
type zone struct {
	name string
	at   *time.Location // nil for the user's
	bad  bool           // nobody knows it
}

// moment is a date, or a date and a time, as a file has it.
type moment struct {
	wall     time.Time // what calendar and clock show there, as if in UTC
	zone     *zone     // nil for the user's
	date     bool      // without a time
	floating bool      // without a zone of its own
}

// location returns the zone of m for a user in a zone.
func (m moment) location(user *time.Location) *time.Location {
	if m.date || m.zone == nil || m.zone.at == nil {
		return user
	}
	return m.zone.at
}

// in returns when m is for a user in a zone.
func (m moment) in(user *time.Location) time.Time { return at(m.wall, m.location(user)) }

// at returns when calendar and clock at a place show wall. A time that the clocks skip is
// read by the clock before the change, and of one that comes twice the first counts: RFC
// 5545, section 3.3.5.
func at(wall time.Time, place *time.Location) time.Time {
	y, m, d := wall.Date()
	h, min, s := wall.Clock()
	t := time.Date(y, m, d, h, min, s, 0, place)
	_, before := t.Add(-3 * time.Hour).Zone()
	early := time.Unix(wall.Unix()-int64(before), 0).In(place)
	if wallOf(t).Equal(wall) && !wallOf(early).Equal(wall) {
		return t
	}
	return early
}

// wallOf returns what calendar and clock show at t, as if in UTC.
func wallOf(t time.Time) time.Time {
	_, offset := t.Zone()
	return time.Unix(t.Unix()+int64(offset), 0).UTC()
}

// midnight returns the beginning of the day of wall.
func midnight(wall time.Time) time.Time {
	y, m, d := wall.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// parseMoment reads a value such as 20261127, 20261127T090000 or 20261127T080000Z,
// also with the signs of ISO 8601 between its parts. Utc reports the last form.
func parseMoment(s string) (m moment, utc, ok bool) {
	s = strings.TrimSpace(strings.ToUpper(s))
	if strings.ContainsAny(s, "-:") {
		s = strings.NewReplacer("-", "", ":", "").Replace(s)
	}
	s, utc = strings.CutSuffix(s, "Z")
	date, clock, timed := strings.Cut(s, "T")
	n, ok := digits(date, 8)
	if !ok {
		return m, false, false
	}
	year, month, day := n/10000, time.Month(n/100%100), n%100
	m.wall = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year == 0 || m.wall.Month() != month || m.wall.Day() != day {
		return moment{}, false, false
	}
	if !timed {
		m.date = true
		return m, false, true
	}
	if len(clock) == 4 {
		clock += "00"
	}
	n, ok = digits(clock, 6)
	h, min, sec := n/10000, n/100%100, n%100
	if !ok || h > 24 || min > 59 || sec > 60 || h == 24 && min+sec > 0 {
		return moment{}, false, false
	}
	m.wall = m.wall.Add(time.Duration(h)*time.Hour + time.Duration(min)*time.Minute + time.Duration(sec)*time.Second)
	return m, utc, true
}

// digits returns the number that s is, of so many digits.
func digits(s string, count int) (n int, ok bool) {
	if len(s) != count {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// length is how long something is: days of the calendar, and then a time.
type length struct {
	days int
	time time.Duration
}

// parseLength reads a value such as P1DT2H30M, PT45M or P2W.
func parseLength(s string) (l length, ok bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.TrimPrefix(s, "+")
	negative := strings.HasPrefix(s, "-")
	s, ok = strings.CutPrefix(strings.TrimPrefix(s, "-"), "P")
	if !ok || s == "" {
		return l, false
	}
	n, count, timed := 0, 0, false
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9' && count < 7:
			n, count = 10*n+int(c-'0'), count+1
			continue
		case c == 'T' && count == 0 && !timed:
			timed = true
			continue
		case count == 0:
			return l, false
		case c == 'W' && !timed:
			l.days += 7 * n
		case c == 'D' && !timed:
			l.days += n
		case c == 'H' && timed:
			l.time += time.Duration(n) * time.Hour
		case c == 'M' && timed:
			l.time += time.Duration(n) * time.Minute
		case c == 'S' && timed:
			l.time += time.Duration(n) * time.Second
		default:
			return l, false
		}
		n, count = 0, 0
	}
	return l, count == 0 && (!negative || l == length{}) && l.days < maxDays && l.time < maxDays*24*time.Hour
}

// maxDays is more days than anything in a calendar has.
const maxDays = 100 * 366
