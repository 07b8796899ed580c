package lean

import (
	"math"

	"heliotrope/journal"
)

// OwnWeeks is from how many weeks on, that have a split and evidence, the
// writer's own allowance takes the place of that of the model.
const OwnWeeks = 12

// Memory is how the splits, which are judged from memory, compare with the
// evidence of the same weeks: their calendars and commits, or their diaries.
type Memory struct {
	Weeks int // that have both
	Diary int // how many of these were compared with a diary

	// Mean is T of the split less T of the evidence, over these weeks, -2 to 2:
	// above 0, memory sees more people work. Low to High is its 90 % interval,
	// all of the scale where there is one week only.
	Mean, Low, High float64
	// Allowance is b, in T: the standard deviation of a split that is misjudged
	// week after week, by which the bands of time are widened. It is the
	// writer's own from OwnWeeks on.
	Allowance float64
}

// Own reports whether the allowance is the writer's own.
func (m Memory) Own() bool { return m.Weeks >= OwnWeeks }

// Missing returns how many more weeks the writer's own allowance needs.
func (m Memory) Missing() int { return max(OwnWeeks-m.Weeks, 0) }

// measure gives w what e was measured to hold, whatever its split says.
func (w *Week) measure(e *journal.Entry) {
	if h, known := e.Measured(); known && h.Sum() > 0 {
		w.HasEvidence, w.Evidence = true, (h.People-h.Technical)/h.Sum()
		w.Diary = e.Evidence == nil || h != *e.Evidence
	}
}

// differences sums up, week by week, T of a split less T of the evidence.
type differences struct {
	n       int
	mean    float64
	squares float64 // Σ(d - mean)²
}

// see takes in a week, if it has both, and reports whether it has (Welford, Technometrics
// 4:419, 1962).
func (s *differences) see(w *Week) bool {
	if !w.HasSplit || !w.HasEvidence {
		return false
	}
	s.n++
	by := w.Time - w.Evidence - s.mean
	s.mean += by / float64(s.n)
	s.squares += by * (w.Time - w.Evidence - s.mean)
	return true
}

// meanVariance returns the variance of the mean of two differences or more.
func (s differences) meanVariance() float64 {
	return s.squares / float64(s.n-1) / float64(s.n)
}

// allowance returns b. From OwnWeeks on it is estimated by empirical Bayes:
//
//	b² = (b0² + 2·max(d̄² - s²/n, 0)) / 3,   b0 = 0.10
//
// A misjudgement that stays the same week after week is one draw from N(0, b²),
// and the prior of b² a scaled inverse chi-square around b0² of half a degree of
// freedom, so that the draw weighs twice as much (the moderated variance of Smyth,
// Statistical Applications in Genetics and Molecular Biology 3:3, 2004; Gelman et
// al., Bayesian Data Analysis, 3rd ed. 2013, section 2.6). d̄² exceeds the square
// of the draw by s²/n in expectation, the noise of memory and of evidence, which
// is taken off as far as it goes (DerSimonian and Laird, Controlled Clinical
// Trials 7:177, 1986): who errs at random alone is not held to err always.
//
// The level stays where the splits have it, since evidence can be slanted or wrong
// altogether: it only says how far they may be off (METHOD.md, section 2).
func (s differences) allowance() float64 {
	if s.n < OwnWeeks {
		return splitAllowance
	}
	return math.Sqrt((splitAllowance*splitAllowance + 2*max(s.mean*s.mean-s.meanVariance(), 0)) / 3)
}

// memoryOf compares the splits of weeks with their evidence.
func memoryOf(weeks []Week) Memory {
	var s differences
	var m Memory
	for i := range weeks {
		if s.see(&weeks[i]) && weeks[i].Diary {
			m.Diary++
		}
	}
	m.Weeks, m.Mean, m.Allowance = s.n, s.mean, s.allowance()
	switch s.n {
	case 0:
	case 1:
		m.Low, m.High = -2, 2
	default:
		half := quantileT(0.95, float64(s.n-1)) * math.Sqrt(s.meanVariance())
		m.Low, m.High = max(m.Mean-half, -2), min(m.Mean+half, 2)
	}
	return m
}
