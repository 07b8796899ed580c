package lean

import (
	"math"
	"slices"
)

// Kendall is the outcome of the Mann-Kendall test for a monotone trend.
type Kendall struct {
	S   int     // pairs that rise less pairs that fall
	Var float64 // variance of S without a trend
	Z   float64 // (S - sgn S)/√Var, 0 if Var is 0
	P   float64 // two-sided
}

// mostExact is up to how many values P is exact: as far as the published tables
// go, beyond which the normal distribution serves (Gilbert, Statistical Methods
// for Environmental Pollution Monitoring, 1987, 16.4 and table A18).
const mostExact = 10

// MannKendall tests y, in order of time, for a monotone trend. The variance
// of S is corrected for ties and multiplied by factor: 1 for independent
// values, more for values that resemble their neighbors.
//
// P is exact, by counting permutations, for up to 10 values without ties and a
// factor of 1; if not, it is that of Z in the normal distribution. Fewer than
// two values have no trend: all is 0 and P is 1.
//
// Source: Mann, Econometrica 13:245, 1945; Kendall, Rank Correlation Methods,
// 4th ed. 1975.
func MannKendall(y []float64, factor float64) Kendall {
	if len(y) < 2 {
		return Kendall{P: 1}
	}
	variance, tied := scoreVariance(y)
	k := Kendall{S: score(y), Var: variance * factor, P: 1}
	if k.Var > 0 {
		sign := 0.0
		switch {
		case k.S > 0:
			sign = 1
		case k.S < 0:
			sign = -1
		}
		k.Z = (float64(k.S) - sign) / math.Sqrt(k.Var)
		k.P = math.Erfc(math.Abs(k.Z) / math.Sqrt2)
	}
	if len(y) <= mostExact && !tied && factor == 1 {
		k.P = min(1, 2*exactKendall(len(y), max(k.S, -k.S)))
	}
	return k
}

// score returns S = Σ sgn(y_j - y_i) over i < j.
func score(y []float64) int {
	s := 0
	for i, yi := range y {
		for _, yj := range y[i+1:] {
			up, down := 0, 0 // without a branch: half of them would be guessed wrong
			if yj > yi {
				up = 1
			}
			if yj < yi {
				down = 1
			}
			s += up - down
		}
	}
	return s
}

// scoreVariance returns [n(n-1)(2n+5) - Σ g(g-1)(2g+5)]/18, where g are the
// sizes of the groups of equal values, and whether any are equal.
func scoreVariance(y []float64) (variance float64, tied bool) {
	term := func(n int) float64 { m := float64(n); return m * (m - 1) * (2*m + 5) }
	v := term(len(y))
	sorted := slices.Sorted(slices.Values(y))
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		v -= term(j - i)
		tied = tied || j-i > 1
		i = j
	}
	return v / 18, tied
}

// exactKendall returns P(S ≥ s) for n values without ties and without a trend,
// for n up to 10 where the normal distribution is coarse. It counts the
// permutations by their inversions (Kendall 1975, chapter 5).
func exactKendall(n, s int) float64 {
	pairs := n * (n - 1) / 2
	counts := []float64{1} // permutations of 1 item, by inversions
	for items := 2; items <= n; items++ {
		next := make([]float64, len(counts)+items-1)
		for inversions, c := range counts {
			for more := range items {
				next[inversions+more] += c
			}
		}
		counts = next
	}
	var reached, all float64
	for inversions, c := range counts {
		all += c
		if pairs-2*inversions >= s {
			reached += c
		}
	}
	return reached / all
}

// varianceFactor returns how much the variance of S grows when ranks k places
// apart correlate by rank(k):
//
//	1 + 2/[n(n-1)(n-2)] Σ (n-k)(n-k-1)(n-k-2) rank(k),  k = 1 … n-1
//
// Source: Hamed and Rao, J Hydrology 204:182, 1998, eq. 6.
func varianceFactor(n int, rank func(k int) float64) float64 {
	m := float64(n)
	if n < 3 {
		return 1
	}
	sum := 0.0
	for k := 1; k < n; k++ {
		d := m - float64(k)
		sum += d * (d - 1) * (d - 2) * rank(k)
	}
	return 1 + 2/(m*(m-1)*(m-2))*sum
}

// rankCorrelation returns the correlation of ranks k places apart when values
// one place apart correlate by rho: (6/π) asin(ρ^k/2), exact for a Gaussian
// AR(1) series (Hamed and Rao 1998, eq. 7).
func rankCorrelation(rho float64) func(k int) float64 {
	return func(k int) float64 { return 6 / math.Pi * math.Asin(math.Pow(rho, float64(k))/2) }
}

// mostCorrelation bounds ρ: beyond it a variance factor is a guess.
const mostCorrelation = 0.9

// autocorrelation returns ρ, how much values one week apart resemble each
// other: the lag-1 autocorrelation r of the residuals, corrected for the bias
// of short series, (n r + 2)/(n - 4), within 0 to 0.9 (Hamed, J Hydrology
// 368:143, 2009, eq. 24, after van Giersbergen 2005).
//
// The weeks, more than 4, rise and may have gaps. Only pairs one week apart say anything
// about ρ, so their mean product is set against the mean square; without gaps
// that is the usual r.
func autocorrelation(weeks, residuals []float64) float64 {
	n := len(residuals)
	mean := 0.0
	for _, e := range residuals {
		mean += e / float64(n)
	}
	var products, squares float64
	pairs := 0
	for i, e := range residuals {
		squares += (e - mean) * (e - mean)
		if i > 0 && weeks[i]-weeks[i-1] == 1 {
			products += (e - mean) * (residuals[i-1] - mean)
			pairs++
		}
	}
	r := 0.0
	if pairs > 0 && squares > 0 {
		r = products / squares * float64(n-1) / float64(pairs)
		r = min(max(r, -1), 1)
	}
	return min(max((float64(n)*r+2)/float64(n-4), 0), mostCorrelation)
}
