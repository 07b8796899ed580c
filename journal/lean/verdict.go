package lean

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// The gates: what may be claimed from how many observed weeks. All are from
// METHOD.md, section 4, where less than 2 % of simulated users are told that the
// wrong side is clear.
const (
	firstWeeks   = 4  // fewer weeks, and nothing is claimed
	firstMoments = 12 // nor with fewer moments
	sideWeeks    = 8  // from here on a side may be clear or leaning; before, an early signal at most
	trendWeeks   = 12 // from here on a trend is tested
	changeWeeks  = 16 // from here on a change point may be asked about (METHOD.md, section 5)

	clearProbability   = 0.95 // of a side, to call it clear, or an early signal
	leaningProbability = 0.80 // of a side, to call it leaning

	// Balance is claimed when the level is within balanceWidth of the middle
	// at balanceProbability: a region of practical equivalence (Kruschke,
	// Advances in Methods and Practices in Psychological Science 1:270, 2018).
	balanceWidth       = 0.2
	balanceProbability = 0.8
)

// unread is the verdict on too few weeks or moments.
func unread(weeks, moments int) Verdict {
	return Verdict{
		Side: NoSide, Strength: Insufficient, WeeksNeeded: -1,
		WeeksMissing:   max(firstWeeks-weeks, 0),
		MomentsMissing: max(firstMoments-moments, 0),
	}
}

// verdict returns what may be claimed about the last week, whose level is now.
func (p posterior) verdict(now Level, weeks, moments int) Verdict {
	if weeks < firstWeeks || moments < firstMoments {
		v := unread(weeks, moments)
		v.Level = now
		return v
	}
	m := p.at(p.steps-1, nil)
	within := m.below(balanceWidth) - m.below(-balanceWidth)
	v := Verdict{Level: now}
	v.Side, v.Strength = judge(now.ProbabilityPeople, within, weeks)
	v.WeeksNeeded, v.WillNotSettle = p.weeksNeeded(now.Mid, v.Strength, weeks)
	return v
}

// judge applies the gates to the probability of the people side and that of
// being near the middle.
//
// Balance comes before a side. Where 80 % of the posterior lie within 0.2 of
// the middle, the lean is too small to act on even if its sign is likely: the
// size matters to the user, not the sign, and a value may be both different
// from zero and practically equal to it (Kruschke 2018). This can only meet
// "leaning": "clear" would need 75 % between 0 and 0.2, while no part of the
// mixture is narrower than the allowance of 0.10 and so none has more than
// 68.3 % there.
func judge(people, balance float64, weeks int) (Side, Strength) {
	side, sure := PeopleSide, people
	if people < 0.5 {
		side, sure = TechnicalSide, 1-people
	}
	switch {
	case weeks < sideWeeks && sure >= clearProbability:
		return side, Early
	case weeks < sideWeeks:
		return NoSide, NoClear
	case balance >= balanceProbability:
		return NoSide, Balanced
	case sure >= clearProbability:
		return side, Clear
	case sure >= leaningProbability:
		return side, Leaning
	}
	return NoSide, NoClear
}

// mostWeeksAhead bounds the look ahead: what would take more than ten years
// does not settle.
const mostWeeksAhead = 520

// weeksNeeded returns how many more weeks it would take until the side is
// clear, -1 if that cannot be estimated, and whether it never will be.
//
// The present variance is run forward through the Riccati recursion of the
// filter, P ← (P+q)/(P+q+1), with the posterior means of q and σ, as if each
// coming week were a typical one and the level stayed where it is. Each week
// adds a degree of freedom. The count ends when t(.95, ν) √(σ²P + b²) is less
// than |level|; P never falls below its steady state (√(q²+4q) - q)/2 (Durbin
// and Koopman 2012, 2.11), so a small lean is never clear (METHOD.md, section 4).
func (p posterior) weeksNeeded(level float64, strength Strength, weeks int) (needed int, never bool) {
	if strength == Clear {
		return 0, false
	}
	var variance, q, sigma float64
	for _, g := range p.grid {
		variance += g.weight * g.variance[p.steps-1]
		q += g.weight * g.q
		sigma += g.weight * math.Sqrt(g.sigma2)
	}
	count, ok := ahead(math.Abs(level), variance, q, sigma, p.nu)
	if !ok {
		return -1, true
	}
	// At least one, as it is not clear yet, and not before clear may be said.
	return max(count, sideWeeks-weeks, 1), false
}

// ahead counts the weeks until a level of that size is clear, starting from a
// variance in units of sigma², and reports whether it ever is.
func ahead(size, variance, q, sigma, nu float64) (weeks int, ok bool) {
	scale := func(variance float64) float64 {
		return math.Sqrt(sigma*sigma*variance + splitAllowance*splitAllowance)
	}
	// What P∞ and the normal distribution, to which Student's t comes closer week
	// by week, do not make clear stays unclear.
	if (distuv.Normal{Sigma: scale(steadyState(q))}).CDF(size) <= clearProbability {
		return 0, false
	}
	for weeks = 0; weeks <= mostWeeksAhead; weeks++ {
		t := distuv.StudentsT{Sigma: scale(variance), Nu: nu + float64(weeks)}
		if t.CDF(size) > clearProbability {
			return weeks, true
		}
		variance = (variance + q) / (variance + q + 1)
	}
	return 0, false
}

// steadyState returns P∞, the filtered variance that weeks without a gap tend
// to, in units of σ².
func steadyState(q float64) float64 { return (math.Sqrt(q*q+4*q) - q) / 2 }
