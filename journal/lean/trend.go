package lean

import "math"

const (
	// weeksPerQuarter turns a change a week into a change a quarter.
	weeksPerQuarter = 13

	// trendConfidence is that of its limits (METHOD.md, section 3).
	trendConfidence = 0.90
)

// trendOf tests the observed weeks for a monotone trend of L, from trendWeeks
// weeks on: the Theil-Sen slope over true week indices and the Mann-Kendall
// test with a variance that allows for weeks resembling their neighbors.
// Without that factor one journal in five without a trend would show one at
// 10 % (METHOD.md, section 3).
func trendOf(observed []Week) *Trend {
	if len(observed) < trendWeeks {
		return nil
	}
	t, y := ranked(observed)
	all := slopes(t, y)
	slope, position := middleSlope(all)

	residuals := make([]float64, len(y))
	for i := range y {
		residuals[i] = y[i] - slope*t[i]
	}
	rho := autocorrelation(t, residuals)
	test := MannKendall(y, varianceFactor(len(y), rankCorrelation(rho)))
	low, high := slopeLimits(all, position, trendConfidence, test.Var)
	return &Trend{
		PerQuarter: weeksPerQuarter * slope,
		Low:        weeksPerQuarter * low,
		High:       weeksPerQuarter * high,
		Z:          test.Z,
		P:          test.P,
	}
}

// ranked returns the weeks, counted from the first, and their L, rounded to
// 1e-12: weeks that say the same differ in the last digits, and a test on
// ranks would take these for a trend.
func ranked(observed []Week) (t, y []float64) {
	first := observed[0].Week.Index()
	t, y = make([]float64, len(observed)), make([]float64, len(observed))
	for i, w := range observed {
		t[i] = float64(w.Week.Index() - first)
		y[i] = math.Round(w.L*1e12) / 1e12
	}
	return t, y
}
