package lean

import "math"

// solve returns the x in [low, high] at which the increasing function f is 0.
// f returns its value and its first two derivatives. Halley's method, which is
// Newton's with regard to the bend, runs from start and falls back on bisection
// whenever a step leaves the bracket or does not halve the one before, so it
// always ends (Dekker 1969; Press et al., Numerical Recipes, 3rd ed. 2007,
// section 9.4). It triples the digits with every step, so a small step that is
// far smaller than the one before is the last. The result is exact to about
// 1e-12 where the slope is not far below 1.
func solve(f func(x float64) (value, slope, bend float64), low, high, start float64) float64 {
	const (
		tolerance = 1e-12
		small     = 1e-5
		far       = 100
		most      = 200
	)
	x := min(max(start, low), high)
	before := high - low
	for range most {
		value, slope, bend := f(x)
		switch {
		case value == 0:
			return x
		case value < 0:
			low = x
		default:
			high = x
		}
		newton := value / slope
		next := x - newton/(1-newton*bend/(2*slope))
		step := math.Abs(next - x)
		if !(next >= low && next <= high) || step > before/2 { // also catches NaN
			next = low + (high-low)/2
			step = math.Abs(next - x)
		} else if step <= small && step <= before/far {
			return next
		}
		if before, x = step, next; step <= tolerance*max(1, math.Abs(x)) {
			return x
		}
	}
	return x
}
