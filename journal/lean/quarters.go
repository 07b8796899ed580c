package lean

import (
	"math"
	"time"

	"gonum.org/v1/gonum/stat/distuv"

	"heliotrope/journal"
)

// quarterWeeks is how many ISO weeks a quarter has: Q1 is W01 to W13, Q2 to
// W26, Q3 to W39 and Q4 the rest, with a W53 where the year has one.
const quarterWeeks = 13

// quarterOf returns the year and quarter of a week, both of its ISO year.
func quarterOf(w journal.Week) (year, number int) {
	return w.Year(), min((w.Number()-1)/quarterWeeks+1, 4)
}

// firstWeekOf returns W01 of an ISO year, which contains the 4th of January.
func firstWeekOf(year int) journal.Week {
	return journal.WeekOf(time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC))
}

// quarterBand is how many weeks with a D it takes for the intervals of a
// quarter: as many as for a first reading.
const quarterBand = firstWeeks

// quartersOf returns the quarters with observed weeks, oldest first. The weeks
// must be in order of time.
func quartersOf(observed []Week) []Quarter {
	var quarters []Quarter
	for len(observed) > 0 {
		year, number := quarterOf(observed[0].Week)
		n := 1
		for n < len(observed) {
			if y, q := quarterOf(observed[n].Week); y != year || q != number {
				break
			}
			n++
		}
		quarters = append(quarters, quarterFrom(year, number, observed[:n]))
		observed = observed[n:]
	}
	return quarters
}

// quarterFrom returns the means of T, L and D over weeks, each weighted by the
// hours of its moments. A week with a split and no moments has hours that
// nobody knows: it weighs as much as the mean of the quarter's weeks that have
// some, or 1 if none has. These are the weights of timeShares, so that T is
// 2s - 1 of the quarter's own shares of time.
//
// D is the mean of the weeks that have one. Pooling the moments of the quarter
// instead would set the technical work of a bad week against the people work of
// a good one; within a week its mood cancels (METHOD.md, section 1).
func quarterFrom(year, number int, weeks []Week) Quarter {
	q := Quarter{Year: year, Number: number, Weeks: len(weeks)}
	known := 0
	for _, w := range weeks {
		q.Hours += w.Hours
		if w.Hours > 0 {
			known++
		}
	}
	typical := 1.0
	if known > 0 {
		typical = q.Hours / float64(known)
	}
	var all, t, l, rated, d float64 // sums of weights and of weighted figures
	for _, w := range weeks {
		weight := w.Hours / typical // near 1, whatever the unit of hours
		if w.Hours <= 0 {
			weight = 1
		}
		all += weight
		t += weight * w.T
		l += weight * w.L
		if w.HasD {
			q.WeeksD++
			rated += weight
			d += weight * w.D
		}
	}
	q.T, q.L = inside(t/all), inside(l/all)
	q.Pull = q.L - q.T
	if rated > 0 {
		q.D, q.HasD = inside(d/rated), true
	}
	q.setBands(weeks)
	return q
}

// setBands sets the 90 % intervals of T and D from how much the weeks of the
// quarter differ, m ± t(.95, n-1) √(s²/n + b²), where b is the allowance for
// what is misjudged in the same way every week.
func (q *Quarter) setBands(weeks []Week) {
	if q.WeeksD < quarterBand {
		return
	}
	var ts, ds []float64
	for _, w := range weeks {
		ts = append(ts, w.T)
		if w.HasD {
			ds = append(ds, w.D)
		}
	}
	q.TLow, q.THigh = band(q.T, ts, splitAllowance)
	q.DLow, q.DHigh = band(q.D, ds, energyAllowance)
	q.HasBand = true
}

// band returns the 90 % interval around middle, given the values that it is a
// mean of, two or more.
func band(middle float64, values []float64, allowance float64) (low, high float64) {
	n := float64(len(values))
	mean, squares := 0.0, 0.0
	for _, v := range values {
		mean += v / n
	}
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	scale := math.Sqrt(squares/(n-1)/n + allowance*allowance)
	half := distuv.StudentsT{Sigma: scale, Nu: n - 1}.Quantile(0.95)
	return inside(middle - half), inside(middle + half)
}

// inside clips what rounding may have carried past an end of the axis.
func inside(x float64) float64 { return min(max(x, -1), 1) }
