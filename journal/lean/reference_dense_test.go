package lean

import (
	"math"
	"slices"
)

// The tools of the reference: dense linear algebra, generalized least squares
// with an unknown mean, and Student's t by its finite series.

// cholesky returns the lower factor of a positive definite matrix. The factor
// of a leading block is the leading block of the factor.
func cholesky(a [][]float64) [][]float64 {
	l := make([][]float64, len(a))
	for i := range a {
		l[i] = make([]float64, i+1)
		for j := 0; j <= i; j++ {
			s := a[i][j]
			for k := range j {
				s -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(s)
			} else {
				l[i][j] = s / l[j][j]
			}
		}
	}
	return l
}

// forward solves l x = b for as many unknowns as b has.
func forward(l [][]float64, b []float64) []float64 {
	x := slices.Clone(b)
	for i := range x {
		for k := range i {
			x[i] -= l[i][k] * x[k]
		}
		x[i] /= l[i][i]
	}
	return x
}

func dot(a, b []float64) (s float64) {
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

// dense is observations with a mean that is unknown but the same for all, a flat
// prior, and a known covariance in units of σ².
type dense struct {
	l    [][]float64 // factor of the covariance
	u, v []float64   // l⁻¹ 1 and l⁻¹ y
}

func newDense(covariance [][]float64, y []float64) dense {
	l := cholesky(covariance)
	ones := make([]float64, len(y))
	for i := range ones {
		ones[i] = 1
	}
	return dense{l, forward(l, ones), forward(l, y)}
}

// residual returns the residual sum of squares of the first n observations, and
// -2 times what their likelihood depends on without σ²: ln det V + ln 1'V⁻¹1.
func (d dense) residual(n int) (sse, logF float64) {
	information, start := d.start(n)
	for i := range n {
		logF += 2 * math.Log(d.l[i][i])
		r := d.v[i] - start*d.u[i]
		sse += r * r
	}
	return sse, logF + math.Log(information)
}

// start returns the mean estimated from the first n observations, and 1 over
// its variance.
func (d dense) start(n int) (information, start float64) {
	information = dot(d.u[:n], d.u[:n])
	return information, dot(d.u[:n], d.v[:n]) / information
}

// predict returns mean and variance of an unknown x times the mean plus an
// effect of that variance, given the first len(with) observations, of which
// with are the covariances with the effect.
func (d dense) predict(x, variance float64, with []float64) (mean, left float64) {
	n := len(with)
	information, start := d.start(n)
	g := forward(d.l, with)
	rest := x - dot(d.u[:n], g)
	return x*start + dot(g, d.v[:n]) - start*dot(g, d.u[:n]), variance - dot(g, g) + rest*rest/information
}

// refCDF is Student's t for whole ν (Abramowitz and Stegun, 26.7.3 and 26.7.4).
func refCDF(x float64, nu int) float64 {
	theta := math.Atan(x / math.Sqrt(float64(nu)))
	sin, cos := math.Sincos(theta)
	if nu%2 == 0 {
		sum, term := 0.0, 1.0
		for k := 0; k <= nu-2; k += 2 {
			sum += term
			term *= float64(k+1) / float64(k+2) * cos * cos
		}
		return 0.5 + sin*sum/2
	}
	sum, term := 0.0, cos
	for k := 1; k <= nu-2; k += 2 {
		sum += term
		term *= float64(k+1) / float64(k+2) * cos * cos
	}
	return 0.5 + (theta+sin*sum)/math.Pi
}

// refMix is a mixture of Student t distributions.
type refMix struct {
	nu    int
	parts []refPart
}

type refPart struct{ weight, mean, scale float64 }

func (m refMix) below(x float64) (p float64) {
	for _, c := range m.parts {
		p += c.weight * refCDF((x-c.mean)/c.scale, m.nu)
	}
	return p
}

func (m refMix) quantile(p, bound float64) float64 {
	low, high := -64.0, 64.0
	for range 44 {
		if middle := (low + high) / 2; m.below(middle) < p {
			low = middle
		} else {
			high = middle
		}
	}
	return math.Max(-bound, math.Min(bound, (low+high)/2))
}

// level returns {mid, low50, high50, low90, high90, P(level > 0)} on a scale
// from -bound to bound.
func (m refMix) level(bound float64) (level [6]float64) {
	for i, p := range []float64{.5, .25, .75, .05, .95} {
		level[i] = m.quantile(p, bound)
	}
	level[5] = 1 - m.below(0)
	return level
}
