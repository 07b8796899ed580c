package lean

import (
	"math"
	"slices"
)

// Series is what the local-level model is fitted to, one element a step:
//
//	y_t = μ_t + ε_t,       ε_t ~ N(0, σ² C_t)
//	μ_t = μ_{t-1} + η_t,   η_t ~ N(0, σ² (q + Jump_t))
//
// The three slices are equally long and Y[0], if there is one, is not missing.
type Series struct {
	Y    []float64 // observations, NaN where missing
	C    []float64 // observation variance in units of σ², more than 0; not read where Y is missing
	Jump []float64 // what the variance of the step into t exceeds q by, in units of σ², 0 or more
}

// Smoothed is a fit of [Series] for one signal-to-noise ratio q. Variances
// are in units of σ².
type Smoothed struct {
	Filtered    []float64 // mean of μ_t given y up to t
	FilteredVar []float64 // its variance
	Mean        []float64 // mean of μ_t given all y
	Var         []float64 // its variance
	SSE         []float64 // Σ v²/F over the observations after the first, up to t
	LogF        []float64 // Σ ln F over the same
}

// Smooth runs the Kalman filter from a diffuse start at the first observation,
// then the fixed-interval smoother, for q > 0. A missing observation updates
// nothing. The log likelihood of the first n observations, up to step t, for a
// given σ² is
//
//	-½ [(n-1) ln(2πσ²) + LogF_t + SSE_t/σ²].
//
// Source: Durbin and Koopman, Time Series Analysis by State Space Methods,
// 2nd ed. 2012: filter eq. 2.15, missing observations 2.7, diffuse start 2.9;
// the smoother is that of Rauch, Tung and Striebel, AIAA Journal 3:1445, 1965,
// which gives the values of their 2.4.
func Smooth(s Series, q float64) Smoothed {
	n := len(s.Y)
	if n == 0 {
		return Smoothed{}
	}
	fit := Smoothed{
		Filtered: make([]float64, n), FilteredVar: make([]float64, n),
		SSE: make([]float64, n), LogF: make([]float64, n),
	}
	a, p := s.Y[0], s.C[0]
	fit.Filtered[0], fit.FilteredVar[0] = a, p
	sse, logF := 0.0, 0.0
	for t := 1; t < n; t++ {
		p += q + s.Jump[t]
		if y := s.Y[t]; !math.IsNaN(y) {
			f, v := p+s.C[t], y-a
			a += p * v / f
			p *= s.C[t] / f
			sse += v * v / f
			logF += math.Log(f)
		}
		fit.Filtered[t], fit.FilteredVar[t] = a, p
		fit.SSE[t], fit.LogF[t] = sse, logF
	}
	fit.Mean, fit.Var = slices.Clone(fit.Filtered), slices.Clone(fit.FilteredVar)
	for t := n - 2; t >= 0; t-- {
		p, step := fit.FilteredVar[t], q+s.Jump[t+1]
		gain := p / (p + step)
		fit.Mean[t] += gain * (fit.Mean[t+1] - fit.Filtered[t])
		// P + J²(V-P-q) written as a sum of positive terms: nothing cancels.
		fit.Var[t] = gain*step + gain*gain*fit.Var[t+1]
	}
	return fit
}
