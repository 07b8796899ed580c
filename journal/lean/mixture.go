package lean

import "math"

// mixture is a weighted mixture of Student t distributions of the same degrees
// of freedom, each moved and scaled. Its weights add up to 1.
type mixture []component

type component struct{ weight, mean, scale float64 }

// below returns P(μ ≤ x), for components with ν degrees of freedom.
func (m mixture) below(x, nu float64) float64 {
	cdf := 0.0
	for _, c := range m {
		cdf += c.weight * belowT((x-c.mean)/c.scale, nu)
	}
	return min(max(cdf, 0), 1)
}

// near returns P(-width < μ < width).
func (m mixture) near(width, nu float64) float64 { return m.below(width, nu) - m.below(-width, nu) }

// peopleFor returns P(μ > 0), and nearFor P(-width < μ < width), for a rule that only
// asks on which side of its limits they are. They are exact where they are close to
// one, and within [nearness] where they are not, at a tenth of the cost.
func (m mixture) peopleFor(r rule, nu float64) float64 {
	p := 1 - m.nearlyBelow(0, nu)
	if closeTo(p, r.enter, r.leave, 1-r.enter, 1-r.leave) {
		return 1 - m.below(0, nu)
	}
	return p
}

func (m mixture) nearFor(r rule, width, nu float64) float64 {
	p := m.nearlyBelow(width, nu) - m.nearlyBelow(-width, nu)
	if closeTo(p, r.enterEven, r.leaveEven) {
		return m.near(width, nu)
	}
	return p
}

// nearlyBelow is below, missed by less than half of nearness.
func (m mixture) nearlyBelow(x, nu float64) float64 {
	cdf := 0.0
	for _, c := range m {
		cdf += c.weight * nearlyBelowT((x-c.mean)/c.scale, nu)
	}
	return cdf
}

func closeTo(p float64, limits ...float64) bool {
	for _, limit := range limits {
		if math.Abs(p-limit) < nearness {
			return true
		}
	}
	return false
}

// level returns the quantiles of m that make a level, within -most to most.
func (m mixture) level(s *student, most float64) Level {
	mean := 0.0
	for _, c := range m {
		mean += c.weight * c.mean
	}
	mid := m.quantile(s, 0.50, 0, mean)
	at := func(p, z float64) float64 { return min(max(m.quantile(s, p, z, mid+z*m.scale()), -most), most) }
	below, _ := m.tabulated(s, 0)
	return Level{
		Mid:   min(max(mid, -most), most),
		Low50: at(0.25, s.low50), High50: at(0.75, -s.low50),
		Low90: at(0.05, s.low90), High90: at(0.95, -s.low90),
		ProbabilityPeople: 1 - below,
	}
}

// scale returns the mean scale.
func (m mixture) scale() float64 {
	scale := 0.0
	for _, c := range m {
		scale += c.weight * c.scale
	}
	return scale
}

func (m mixture) tabulated(s *student, x float64) (probability, density float64) {
	for _, c := range m {
		p, d := s.below((x - c.mean) / c.scale)
		probability += c.weight * p
		density += c.weight * d / c.scale
	}
	return min(max(probability, 0), 1), density
}

// quantile returns the x with P(μ ≤ x) = p, given the quantile z of a bare
// component at p, to about 1e-10. It lies between the least and the greatest
// quantile of the components. Newton's method runs from start and falls back on
// bisection where a step leaves the bracket or does not halve the one before, so
// it always ends (Press et al., Numerical Recipes, 3rd ed. 2007, section 9.4).
func (m mixture) quantile(s *student, p, z, start float64) float64 {
	const (
		tolerance = 1e-11
		most      = 200
	)
	low, high := math.Inf(1), math.Inf(-1)
	for _, c := range m {
		x := c.mean + z*c.scale
		low, high = min(low, x), max(high, x)
	}
	x, before := min(max(start, low), high), high-low
	for range most {
		probability, density := m.tabulated(s, x)
		switch {
		case probability < p:
			low = x
		case probability > p:
			high = x
		default:
			return x
		}
		next := x - (probability-p)/density
		if !(next >= low && next <= high) || math.Abs(next-x) > before/2 { // also catches NaN
			next = low + (high-low)/2
		}
		before = math.Abs(next - x)
		if x = next; before <= tolerance {
			return x
		}
	}
	return x
}
