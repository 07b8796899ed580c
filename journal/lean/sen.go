package lean

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// TheilSen returns the slope of a line through the points (t, y), the median
// of the slopes of all pairs, and its intercept, median(y) - slope·median(t).
// The times must rise strictly; without two of them both are 0. It holds
// n(n-1)/2 slopes in memory: 27 MB for 50 years of weeks.
//
// Source: Theil, Proc. Kon. Ned. Akad. v. Wetensch. 53:386, 1950; Sen, JASA
// 63:1379, 1968.
func TheilSen(t, y []float64) (slope, intercept float64) {
	if len(t) < 2 {
		return 0, 0
	}
	slope, _ = middleSlope(slopes(t, y))
	return slope, median(y) - slope*median(t)
}

// SlopeLimits returns the confidence limits of the Theil-Sen slope through the
// points (t, y), for a confidence of 0 to 1 and the variance of S, which is that
// of [MannKendall]. They rest on the normal distribution of S and are slopes of
// pairs. The times must rise strictly; without two of them both limits are 0.
//
// Source: Sen 1968, section 5; Hollander and Wolfe, Nonparametric Statistical
// Methods, 1973, 9.3.
func SlopeLimits(t, y []float64, confidence, variance float64) (low, high float64) {
	if len(t) < 2 {
		return 0, 0
	}
	all := slopes(t, y)
	_, position := middleSlope(all)
	return slopeLimits(all, position, confidence, variance)
}

// slopes returns the slopes of all pairs of points, in no useful order.
func slopes(t, y []float64) []float64 {
	n := len(t)
	all := make([]float64, 0, n*(n-1)/2)
	for i := range t {
		ti, yi := t[i], y[i]
		for j := i + 1; j < n; j++ {
			all = append(all, (y[j]-yi)/(t[j]-ti))
		}
	}
	return all
}

// middleSlope returns the median and puts what is less before the returned
// position and what is greater at it or after it.
func middleSlope(all []float64) (slope float64, position int) {
	position = len(all) / 2
	pick(all, position)
	slope = all[position]
	if len(all)%2 == 0 {
		slope = (slope + slices.Max(all[:position])) / 2
	}
	return slope, position
}

// slopeLimits is SlopeLimits, given all pair slopes as middleSlope left them:
// with z the two-sided quantile, of N sorted slopes the ones at rank
// round((N - z√Var)/2) and one after round((N + z√Var)/2).
func slopeLimits(all []float64, position int, confidence, variance float64) (low, high float64) {
	n := float64(len(all))
	reach := 0.0
	if variance > 0 { // all confidence in no variance would be no number
		reach = mathext.NormalQuantile((1+confidence)/2) * math.Sqrt(variance)
	}
	rank := func(r float64) int { return int(min(max(math.RoundToEven(r), 1), n)) - 1 }
	l := rank((n - reach) / 2)
	h := rank((n+reach)/2 + 1)
	if l < position {
		pick(all[:position], l)
	}
	if h > position {
		pick(all[position:], h-position)
	}
	return all[l], all[h]
}

// pick reorders xs so that xs[k] is the k-th smallest, nothing before it is
// greater and nothing after it is less, in linear time on average (Hoare,
// Algorithm 65: Find, CACM 4:321, 1961). Runs of equal values are split
// evenly, so they are as fast as any.
func pick(xs []float64, k int) {
	low, high := 0, len(xs)-1
	for low < high {
		pivot := middleOf(xs[low], xs[low+(high-low)/2], xs[high])
		i, j := low, high
		for i <= j {
			for xs[i] < pivot {
				i++
			}
			for xs[j] > pivot {
				j--
			}
			if i <= j {
				xs[i], xs[j] = xs[j], xs[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return
		}
	}
}

// middleOf returns the middle one of three.
func middleOf(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
