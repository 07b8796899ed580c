package lean

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"heliotrope/journal"
)

const (
	// bandMoments is how many moments of a kind it takes for an interval, and
	// for a place in the ranking.
	bandMoments = 3

	// roundingVariance is the variance of a number rounded to whole points,
	// 1/12 (Sheppard, Proc. London Math. Soc. 29:353, 1898). Three moments that
	// were all rated +2 need not have been equal: the spread is at least this.
	roundingVariance = 1.0 / 12

	// bandLeastFreedom is the effective number of moments, less one, under
	// which one long moment stands alone and nothing is known of the spread.
	bandLeastFreedom = 0.5
)

// kindsOf returns the kinds that have moments: first those with enough of them
// for an interval, most energizing first, then the others in the same order.
func kindsOf(worked []*journal.Entry) []Kind {
	halfway := halfOf(worked)
	byID := make(map[string][]*journal.Moment)
	early := make(map[string]int) // how many of them are of the first half
	for _, e := range worked {
		for i := range e.Moments {
			m := &e.Moments[i]
			byID[m.Kind] = append(byID[m.Kind], m)
			if e.Week.Index() < halfway {
				early[m.Kind]++
			}
		}
	}
	kinds := make([]Kind, 0, len(byID))
	for id, moments := range byID {
		k := kindOf(id, moments)
		k.First, k.Second = kindHalf(moments[:early[id]]), kindHalf(moments[early[id]:])
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b Kind) int {
		switch {
		case a.HasBand && !b.HasBand:
			return -1
		case b.HasBand && !a.HasBand:
			return 1
		}
		return cmp.Or(cmp.Compare(b.Mean, a.Mean), cmp.Compare(b.Hours, a.Hours), cmp.Compare(a.ID, b.ID))
	})
	return kinds
}

// halfOf returns the index of the week with which the second half begins, of the
// weeks from the first with moments to the last. The weeks must be in order.
func halfOf(worked []*journal.Entry) int {
	first, last := 0, -1
	for _, e := range worked {
		if len(e.Moments) == 0 {
			continue
		}
		if last < first {
			first = e.Week.Index()
		}
		last = e.Week.Index()
	}
	return first + (last-first+1)/2
}

// kindHalf returns the energy of the moments of half of the weeks.
func kindHalf(moments []*journal.Moment) KindHalf {
	h := KindHalf{N: len(moments)}
	for _, m := range moments {
		h.Hours += m.Hours
		h.Mean += m.Hours * float64(m.Energy)
	}
	if h.Hours > 0 {
		h.Mean /= h.Hours
	}
	return h
}

// kindOf returns the duration-weighted mean energy of some moments and its
// 95 % interval within the scale:
//
//	n' = (Σh)²/Σh²,   s² = max(Σ h(e-m)²/Σh · n'/(n'-1), 1/12)
//	m ± t(.975, n'-1) √(s²/n')
//
// n' is Kish's effective sample size (Survey Sampling, 1965, 11.7), and s² the
// weighted variance with n'/(n'-1) in place of n/(n-1) for its bias; with equal
// hours it is the textbook interval.
func kindOf(id string, moments []*journal.Moment) Kind {
	k := Kind{ID: id, N: len(moments)}
	hours := make([]float64, len(moments))
	sum := 0.0
	for i, m := range moments {
		hours[i] = m.Hours
		k.Hours += m.Hours
		sum += m.Hours * float64(m.Energy)
	}
	if k.Hours <= 0 {
		return k
	}
	k.Mean = sum / k.Hours
	k.HasBand = k.N >= bandMoments
	if !k.HasBand {
		return k
	}
	k.Low, k.High = float64(journal.Drained), float64(journal.Energized)
	n := kish(hours)
	if n-1 < bandLeastFreedom {
		return k
	}
	spread := 0.0
	for _, m := range moments {
		d := float64(m.Energy) - k.Mean
		spread += m.Hours / k.Hours * d * d
	}
	variance := max(spread*n/(n-1), roundingVariance)
	half := distuv.StudentsT{Sigma: math.Sqrt(variance / n), Nu: n - 1}.Quantile(0.975)
	k.Low, k.High = max(k.Low, k.Mean-half), min(k.High, k.Mean+half)
	return k
}
