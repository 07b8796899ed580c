package journal

import (
	"cmp"
	"fmt"
	"time"
)

// Quarter is a quarter of an ISO week-year, made of whole weeks: 1 is W01 to W13,
// 2 to W26, 3 to W39, and 4 the rest, with a W53 where the year has one. The zero
// Quarter is none.
type Quarter struct {
	Year   int
	Number int // 1 to 4
}

const quarterWeeks = 13

// QuarterOf returns the quarter that contains w.
func QuarterOf(w Week) Quarter {
	return Quarter{w.year, min((w.number-1)/quarterWeeks+1, 4)}
}

// ParseQuarter reads the form that [Quarter.String] writes, "2026-Q3", and nothing
// else. The error wraps [ErrWeek].
func ParseQuarter(s string) (Quarter, error) {
	var q Quarter
	_, err := fmt.Sscanf(s, "%4d-Q%1d", &q.Year, &q.Number)
	if err != nil || !q.Valid() || q.String() != s {
		return Quarter{}, fmt.Errorf("%w: want a quarter in a form like 2026-Q3", ErrWeek)
	}
	return q, nil
}

// Valid reports whether q is a quarter of weeks that a journal accepts.
func (q Quarter) Valid() bool {
	return q.Year >= FirstYear && q.Year <= LastYear && q.Number >= 1 && q.Number <= 4
}

// First returns the first week of the quarter.
func (q Quarter) First() Week {
	// 4 January is always in week 1.
	return WeekOf(time.Date(q.Year, time.January, 4, 0, 0, 0, 0, time.UTC)).Add(quarterWeeks * (q.Number - 1))
}

// Last returns the last week of the quarter.
func (q Quarter) Last() Week { return q.Next().First().Prev() }

// Next returns the quarter after q.
func (q Quarter) Next() Quarter {
	if q.Number == 4 {
		return Quarter{q.Year + 1, 1}
	}
	return Quarter{q.Year, q.Number + 1}
}

// Prev returns the quarter before q.
func (q Quarter) Prev() Quarter {
	if q.Number == 1 {
		return Quarter{q.Year - 1, 4}
	}
	return Quarter{q.Year, q.Number - 1}
}

// Compare orders quarters by time, as [Week.Compare] does weeks.
func (q Quarter) Compare(o Quarter) int {
	return cmp.Or(cmp.Compare(q.Year, o.Year), cmp.Compare(q.Number, o.Number))
}

// String formats q as "2026-Q3".
func (q Quarter) String() string { return fmt.Sprintf("%04d-Q%d", q.Year, q.Number) }
