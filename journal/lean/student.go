package lean

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// belowT returns P(X ≤ z) for Student's t distribution with ν degrees of
// freedom, from P(|X| ≤ z) = I(z²/(ν+z²); ½, ν/2) (Abramowitz and Stegun 1964,
// eq. 26.5.27 and 26.7.1). From its complement I(ν/(ν+z²); ν/2, ½) a small z would
// lose its digits: with ν = 2600 up to 2e-7.
func belowT(z, nu float64) float64 {
	within := mathext.RegIncBeta(0.5, nu/2, 1/(1+nu/(z*z)))
	return 0.5 + math.Copysign(within/2, z)
}

// nearness is more than twice of what nearlyBelowT misses.
const nearness = 0.005

// nearlyBelowT is belowT, nearly, for ν of 4 or more: z is taken to the deviate of a
// normal distribution (Wallace, Annals of Mathematical Statistics 30:1121, 1959).
func nearlyBelowT(z, nu float64) float64 {
	u := (8*nu + 1) / (8*nu + 3) * math.Sqrt(nu*math.Log1p(z*z/nu))
	return math.Erfc(-math.Copysign(u, z)/math.Sqrt2) / 2
}

// quantileT returns the quantile of Student's t distribution, from the inverse
// of that complement.
func quantileT(p, nu float64) float64 {
	t := mathext.InvRegIncBeta(nu/2, 0.5, 2*min(p, 1-p))
	return math.Copysign(math.Sqrt(nu*(1-t)/t), p-0.5)
}

// densityT returns the density of Student's t distribution, Γ((ν+1)/2) /
// (√(νπ) Γ(ν/2)) · (1+z²/ν)^(-(ν+1)/2), by its logarithm.
func densityT(z, nu float64) float64 {
	above, _ := math.Lgamma((nu + 1) / 2)
	below, _ := math.Lgamma(nu / 2)
	return math.Exp(above - below - math.Log(nu)/2 - math.Log(math.Pi)/2 - (nu+1)/2*math.Log(1+z*z/nu))
}

// student is Student's t distribution with some degrees of freedom, tabulated:
// the levels of a long journal ask for it a hundred thousand times.
type student struct {
	nu                    float64
	low50, low90          float64 // quantiles at 25 % and 5 %
	distribution, density []float64
}

// The table has a node every 1/studentSteps from 0 to studentEnd. Between two of
// them runs the cubic that has the values and the slopes of both (Hermite),
// which misses by less than h⁴/384 times the greatest fourth derivative: 3e-10.
const (
	studentSteps = 64
	studentEnd   = 12
)

func newStudent(nu float64) *student {
	s := &student{
		nu: nu, low50: quantileT(0.25, nu), low90: quantileT(0.05, nu),
		distribution: make([]float64, studentSteps*studentEnd+1),
		density:      make([]float64, studentSteps*studentEnd+1),
	}
	for i := range s.distribution {
		z := float64(i) / studentSteps
		s.distribution[i] = belowT(z, nu)
		s.density[i] = densityT(z, nu)
	}
	s.distribution[0] = 0.5
	return s
}

// below returns P(X ≤ z) and the density at z.
func (s *student) below(z float64) (probability, density float64) {
	x := math.Abs(z) * studentSteps
	i := int(x)
	if !(x < studentSteps*studentEnd) {
		return belowT(z, s.nu), densityT(z, s.nu)
	}
	u := x - float64(i)
	v := 1 - u
	const h = 1.0 / studentSteps
	p := s.distribution[i]*v*v*(1+2*u) + s.distribution[i+1]*u*u*(3-2*u) +
		h*u*v*(s.density[i]*v-s.density[i+1]*u)
	if z < 0 {
		p = 1 - p
	}
	return p, s.density[i]*v + s.density[i+1]*u
}
