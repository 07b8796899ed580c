package lean

import (
	"math"
	"slices"
)

const (
	// changeWeeks is how many observed weeks it takes to ask about a change point.
	changeWeeks = 16

	// changeSegment is how many observed weeks must lie on either side of a
	// change point, and changeLevel what p must be below to ask about it
	// (METHOD.md, section 5).
	changeSegment = 6
	changeLevel   = 0.05
)

// Change is the outcome of Pettitt's test.
type Change struct {
	After int // how many values lie before the change, 0 without a candidate
	K     float64
	P     float64 // for independent values; at most 1
}

// Pettitt looks for one shift in y, in order of time, that leaves at least
// least values on either side: the place where |U_t| is greatest, with
// U_t = 2 Σ_{i≤t} r_i - t(n+1) and r the ranks, equal values sharing theirs,
// and p ≈ 2 exp(-6K²/(n³+n²)). Without such a place After and K are 0 and P is 1.
//
// Source: Pettitt, Applied Statistics 28:126, 1979.
func Pettitt(y []float64, least int) Change {
	c := Change{P: 1}
	sum, n := 0.0, len(y)
	for i, r := range ranks(y) {
		sum += r
		before := i + 1
		u := math.Abs(2*sum - float64(before)*float64(n+1))
		if before >= least && n-before >= least && u > c.K {
			c.After, c.K = before, u
		}
	}
	if c.After > 0 {
		c.P = pettittP(c.K, n, 1)
	}
	return c
}

// pettittP returns the p-value of K among n values. Values that resemble their
// neighbors make shifts of their own: the exponent is divided by factor.
func pettittP(k float64, n int, factor float64) float64 {
	m := float64(n)
	return min(1, 2*math.Exp(-6*k*k/(m*m*m+m*m)/factor))
}

// ranks returns the rank of each value, from 1, equal values sharing the mean
// of theirs.
func ranks(y []float64) []float64 {
	order := make([]int, len(y))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case y[a] < y[b]:
			return -1
		case y[a] > y[b]:
			return 1
		}
		return 0
	})
	r := make([]float64, len(y))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && y[order[j]] == y[order[i]] {
			j++
		}
		for _, at := range order[i:j] {
			r[at] = float64(i+1+j) / 2
		}
		i = j
	}
	return r
}

// changePointOf asks whether T shifted once, from changeWeeks observed weeks
// on. The exponent of Pettitt's p is divided by (1+ρ)/(1-ρ), with ρ taken from
// the residuals around the medians of both segments: uncorrected, the 5 % test
// fires in up to 15 % of journals without a shift (METHOD.md, section 5).
//
// Declared events are not looked at: whoever asks the question may leave it
// out where the user has answered it already.
func changePointOf(observed []Week) *ChangePoint {
	if len(observed) < changeWeeks {
		return nil
	}
	t, y := ranked(observed)
	c := Pettitt(y, changeSegment)
	if c.After == 0 {
		return nil
	}
	residuals := slices.Clone(y)
	for _, segment := range [][]float64{residuals[:c.After], residuals[c.After:]} {
		middle := median(segment)
		for i := range segment {
			segment[i] -= middle
		}
	}
	rho := autocorrelation(t, residuals)
	p := pettittP(c.K, len(y), (1+rho)/(1-rho))
	if p >= changeLevel {
		return nil
	}
	return &ChangePoint{Week: observed[c.After].Week, P: p}
}
