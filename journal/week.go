package journal

import (
	"cmp"
	"fmt"
	"time"
)

// The years whose weeks a journal accepts, as ISO week-years.
const (
	FirstYear = 1900
	LastYear  = 2200
)

// Week is an ISO-8601 week: Monday first, week 1 holding the year's first
// Thursday, 52 or 53 weeks a year. It is comparable and may be a map key. The
// zero Week is no week; [Week.Valid] reports it.
type Week struct {
	year   int
	number int
}

// WeekOf returns the week that holds t's civil date in t's own location. The
// week-year may differ from the calendar year: 2021-01-03 is in 2020-W53.
func WeekOf(t time.Time) Week {
	year, number := t.ISOWeek()
	return Week{year, number}
}

// WeekAt returns the week with the given [Week.Index].
func WeekAt(index int) Week {
	return WeekOf(time.Date(1969, time.December, 29+7*index, 0, 0, 0, 0, time.UTC))
}

// ParseWeek reads the form that [Week.String] writes, "2026-W47", and nothing
// else. It refuses a week 53 in a year of 52 and years outside FirstYear to
// LastYear with an error that wraps [ErrWeek].
func ParseWeek(s string) (Week, error) {
	digits := func(part string) (int, bool) {
		n := 0
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return 0, false
			}
			n = 10*n + int(c-'0')
		}
		return n, true
	}
	if len(s) != len("2026-W47") || s[4:6] != "-W" {
		return Week{}, fmt.Errorf("%w: want a form like 2026-W47", ErrWeek)
	}
	year, okYear := digits(s[:4])
	number, okNumber := digits(s[6:])
	w := Week{year, number}
	switch {
	case !okYear || !okNumber:
		return Week{}, fmt.Errorf("%w: want a form like 2026-W47", ErrWeek)
	case year < FirstYear || year > LastYear:
		return Week{}, fmt.Errorf("%w: the year must be from %d to %d", ErrWeek, FirstYear, LastYear)
	case !w.Valid():
		return Week{}, fmt.Errorf("%w: %d has weeks 1 to %d", ErrWeek, year, weeksIn(year))
	}
	return w, nil
}

// weeksIn returns the number of ISO weeks in a week-year. 28 December is
// always in the last one.
func weeksIn(year int) int {
	_, n := time.Date(year, time.December, 28, 0, 0, 0, 0, time.UTC).ISOWeek()
	return n
}

// Valid reports whether w is a week that a journal accepts.
func (w Week) Valid() bool {
	return w.year >= FirstYear && w.year <= LastYear && w.number >= 1 && w.number <= weeksIn(w.year)
}

// IsZero reports whether w is the zero Week, which is no week.
func (w Week) IsZero() bool { return w == Week{} }

// Year returns the ISO week-year.
func (w Week) Year() int { return w.year }

// Number returns the number of the week in its year, 1 to 53.
func (w Week) Number() int { return w.number }

// Monday returns the first day of the week as midnight UTC. Only its date
// means anything.
func (w Week) Monday() time.Time {
	// 4 January is always in week 1.
	fourth := time.Date(w.year, time.January, 4, 0, 0, 0, 0, time.UTC)
	return fourth.AddDate(0, 0, 7*(w.number-1)-(ISODay(fourth.Weekday())-1))
}

// ISODay returns the number of a day in its week: 1 for Monday to 7 for Sunday.
func ISODay(d time.Weekday) int { return (int(d)+6)%7 + 1 }

// Sunday returns the last day of the week as midnight UTC.
func (w Week) Sunday() time.Time { return w.Monday().AddDate(0, 0, 6) }

// Index counts weeks on an unbroken axis: 0 is the week of 1 January 1970, and
// each later week is one more, across years of 52 and of 53 weeks.
func (w Week) Index() int {
	days := int(w.Monday().Unix() / (24 * 60 * 60)) // a Monday's midnight: exact, negative before 1970
	return (days + 3) / 7                           // exact as well: Monday of week 0 is day -3
}

// Next returns the week after w.
func (w Week) Next() Week { return WeekOf(w.Monday().AddDate(0, 0, 7)) }

// Prev returns the week before w.
func (w Week) Prev() Week { return WeekOf(w.Monday().AddDate(0, 0, -7)) }

// Add returns the week n weeks after w, or before it if n is negative.
func (w Week) Add(n int) Week { return WeekOf(w.Monday().AddDate(0, 0, 7*n)) }

// Compare orders weeks by time: -1 if w is before o, 0 if they are the same,
// +1 if w is after o.
func (w Week) Compare(o Week) int {
	return cmp.Or(cmp.Compare(w.year, o.year), cmp.Compare(w.number, o.number))
}

// Before reports whether w is earlier than o.
func (w Week) Before(o Week) bool { return w.Compare(o) < 0 }

// After reports whether w is later than o.
func (w Week) After(o Week) bool { return w.Compare(o) > 0 }

// String formats w as "2026-W47", which sorts in time order.
func (w Week) String() string { return fmt.Sprintf("%04d-W%02d", w.year, w.number) }

// MarshalText writes w as [Week.String] does.
func (w Week) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what [ParseWeek] reads.
func (w *Week) UnmarshalText(text []byte) error {
	parsed, err := ParseWeek(string(text))
	if err != nil {
		return err
	}
	*w = parsed
	return nil
}
