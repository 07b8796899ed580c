package lean

import "math"

const (
	// weeksPerQuarter turns a change a week into a change a quarter.
	weeksPerQuarter = 13

	trendWeeks  = 12   // observed weeks from which on a trend is tested,
	trendLevel  = 0.05 // what its p must be below,
	trendStands = 6    // in so many observed weeks running, to be a trend at all

	// trendMost is how many observed weeks, the last ones, are tested: what began
	// more than ten years ago is no movement of now.
	trendMost = 520

	// trendConfidence is that of its limits (METHOD.md, section 5).
	trendConfidence = 0.90
)

// trendOf returns the monotone trend of T over the observed weeks: the Theil-Sen
// slope over true week indices and the Mann-Kendall test with a variance that
// allows for weeks resembling their neighbors, without which one journal in five
// without a trend would show one at 10 % (METHOD.md, section 5). It is nil unless
// the test has stood for trendStands weeks running, as it would have been done in
// each of them: one that is looked at every week finds something some day.
func trendOf(observed []Week) *Trend {
	observed = observed[max(len(observed)-trendMost, 0):]
	var last *Trend
	for back := range trendStands {
		n := len(observed) - back
		if n < trendWeeks {
			return nil
		}
		trend := trendAt(observed[:n])
		if trend.P >= trendLevel || last != nil && last.PerQuarter*trend.PerQuarter <= 0 {
			return nil
		}
		if last == nil {
			last = &trend
		}
	}
	return last
}

// trendAt tests the observed weeks.
func trendAt(observed []Week) Trend {
	t, y := ranked(observed)
	if free := MannKendall(y, 1); free.P >= trendLevel {
		return Trend{Z: free.Z, P: free.P} // no factor makes it less
	}
	all := slopes(t, y)
	slope, position := middleSlope(all)

	residuals := make([]float64, len(y))
	for i := range y {
		residuals[i] = exact(y[i] - slope*t[i])
	}
	rho := autocorrelation(t, residuals)
	test := MannKendall(y, varianceFactor(len(y), rankCorrelation(rho)))
	low, high := slopeLimits(all, position, trendConfidence, test.Var)
	return Trend{
		PerQuarter: weeksPerQuarter * slope,
		Low:        weeksPerQuarter * low,
		High:       weeksPerQuarter * high,
		Z:          test.Z,
		P:          test.P,
	}
}

// ranked returns the weeks, counted from the first, and their T, rounded to
// 1e-12: weeks that say the same differ in the last digits, and a test on
// ranks would take these for a trend.
func ranked(observed []Week) (t, y []float64) {
	first := observed[0].Week.Index()
	t, y = make([]float64, len(observed)), make([]float64, len(observed))
	for i, w := range observed {
		t[i] = float64(w.Week.Index() - first)
		y[i] = exact(w.Time)
	}
	return t, y
}

// exact returns x without its last digits, rounded to 1e-12.
func exact(x float64) float64 { return math.Round(x*1e12) / 1e12 }
