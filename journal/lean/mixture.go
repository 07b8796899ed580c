package lean

// mixture is a weighted mixture of Student t distributions of the same degrees
// of freedom, each moved and scaled. Its weights add up to 1.
type mixture struct {
	t     *studentT
	parts []component
}

type component struct{ weight, mean, scale float64 }

// at returns P(μ ≤ x) and the density at x.
func (m mixture) at(x float64) (cdf, density float64) {
	for _, c := range m.parts {
		below, f := m.t.at((x - c.mean) / c.scale)
		cdf += c.weight * below
		density += c.weight * f / c.scale
	}
	return min(max(cdf, 0), 1), density
}

// below returns P(μ ≤ x).
func (m mixture) below(x float64) float64 {
	cdf, _ := m.at(x)
	return cdf
}

// quantile returns the x with P(μ ≤ x) = p, given the quantile z of the bare t
// distribution for the same p. It lies between the least and the greatest
// quantile of the parts, and their mean is where the search starts.
func (m mixture) quantile(p, z float64) float64 {
	first := m.parts[0].mean + z*m.parts[0].scale
	low, high, start := first, first, 0.0
	for _, c := range m.parts {
		x := c.mean + z*c.scale
		low, high = min(low, x), max(high, x)
		start += c.weight * x
	}
	return solve(func(x float64) (float64, float64) {
		cdf, density := m.at(x)
		return cdf - p, density
	}, low, high, start)
}
