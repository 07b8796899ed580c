package lean

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// mixture is a weighted mixture of Student t distributions of the same degrees
// of freedom, each moved and scaled. Its weights add up to 1.
type mixture struct {
	nu    float64
	parts []component
}

type component struct{ weight, mean, scale float64 }

// below returns P(X ≤ x) for the t distribution of one component, from
// P(|X-mean| ≤ z scale) = I(z²/(ν+z²); ½, ν/2) (Abramowitz and Stegun 1964,
// eq. 26.5.27 and 26.7.1). The CDF of distuv takes the complement of that, from
// I(ν/(ν+z²); ν/2, ½), where a small z loses its digits: with ν = 2600 up to
// 2e-7 are lost.
func (c component) below(x, nu float64) float64 {
	z := (x - c.mean) / c.scale
	within := mathext.RegIncBeta(0.5, nu/2, 1/(1+nu/(z*z)))
	return 0.5 + math.Copysign(within/2, z)
}

// below returns P(μ ≤ x).
func (m mixture) below(x float64) float64 {
	cdf := 0.0
	for _, c := range m.parts {
		cdf += c.weight * c.below(x, m.nu)
	}
	return min(max(cdf, 0), 1)
}

// density returns the density at x and its slope.
func (m mixture) density(x float64) (density, slope float64) {
	for _, c := range m.parts {
		f := c.weight * distuv.StudentsT{Mu: c.mean, Sigma: c.scale, Nu: m.nu}.Prob(x)
		d := x - c.mean
		density += f
		slope -= f * (m.nu + 1) * d / (m.nu*c.scale*c.scale + d*d)
	}
	return density, slope
}

// finder finds one quantile of a mixture after another, those of the level week
// by week.
type finder struct {
	p    float64 // of the quantile
	z    float64 // that quantile of the bare t distribution
	miss float64 // by how much the last quantile was greater than the mean of the parts'
}

func newFinder(p, nu float64) *finder {
	return &finder{p: p, z: distuv.StudentsT{Sigma: 1, Nu: nu}.Quantile(p)}
}

// find returns the quantile of m. It lies between the least and the greatest
// quantile of the parts. Their mean misses it by about as much as in the week
// before, so that is where the search starts.
func (f *finder) find(m mixture) float64 {
	low, high, mean := math.Inf(1), math.Inf(-1), 0.0
	for _, c := range m.parts {
		x := c.mean + f.z*c.scale
		low, high = min(low, x), max(high, x)
		mean += c.weight * x
	}
	x := solve(func(x float64) (value, slope, bend float64) {
		slope, bend = m.density(x)
		return m.below(x) - f.p, slope, bend
	}, low, high, mean+f.miss)
	f.miss = x - mean
	return x
}
