package lean

import "math"

// solve returns the x in [low, high] at which the increasing function f is 0.
// f returns its value and its first two derivatives. Halley's method, which is
// Newton's with regard to the bend, runs from start and falls back on bisection
// whenever a step leaves the bracket or does not halve the one before, so it
// always ends (Dekker 1969; Press et al., Numerical Recipes, 3rd ed. 2007,
// section 9.4). As each of its steps triples the digits, a small one that is
// far smaller than the one before is the last: f is asked two times or fewer for
// most levels. The result is exact to about 1e-12 where the slope is not far
// below 1 and f bends on the scale of a tenth or more, as every mixture does.
func solve(f func(x float64) (value, slope, bend float64), low, high, start float64) float64 {
	const (
		tolerance = 1e-12 // a step of that size ends the search, whatever its kind
		small     = 3e-5  // one of Halley's ends it here,
		far       = 100   // if it is that much smaller than the one before
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
		step := value / slope // Newton's
		if turn := step * bend / (2 * slope); math.Abs(turn) < 0.5 {
			step /= 1 - turn // Halley's
		}
		next := x - step
		switch {
		case !(next >= low && next <= high) || math.Abs(next-x) > before/2: // also catches NaN
			next = low + (high-low)/2
		case math.Abs(step) <= small && math.Abs(step) <= before/far:
			return next
		}
		before = math.Abs(next - x)
		if x = next; before <= tolerance*max(1, math.Abs(x)) {
			return x
		}
	}
	return x
}
