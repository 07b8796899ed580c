package lean

import "math"

// solve returns the x in [low, high] at which the increasing function f is 0.
// f returns its value and its slope. Newton's method runs from start and falls
// back on bisection whenever a step leaves the bracket or does not halve the
// one before, so it always ends (Dekker 1969; Press et al., Numerical Recipes,
// 3rd ed. 2007, section 9.4). The result is exact to about 1e-12 where the
// slope is not far below 1.
func solve(f func(x float64) (value, slope float64), low, high, start float64) float64 {
	const tolerance, most = 1e-12, 200
	x := min(max(start, low), high)
	before := high - low
	for range most {
		value, slope := f(x)
		switch {
		case value == 0:
			return x
		case value < 0:
			low = x
		default:
			high = x
		}
		next := x - value/slope
		if !(next >= low && next <= high) || math.Abs(next-x) > before/2 { // also catches NaN
			next = low + (high-low)/2
		}
		before = math.Abs(next - x)
		if x = next; before <= tolerance*max(1, math.Abs(x)) {
			return x
		}
	}
	return x
}
