package lean

import (
	"slices"

	"heliotrope/journal"
)

const (
	// unsaidHours is what a moment without hours counts as, where no hours were
	// said of any of its kind.
	unsaidHours = 1.0

	// momentNoise is c, the observation variance of T relative to that of a
	// split, of a week whose T comes from usualMoments moments. That of n moments
	// is in proportion to 1/n, within leastNoise to mostNoise times it
	// (METHOD.md, section 1).
	momentNoise  = 2.56
	usualMoments = 5.0
	leastNoise   = 0.5
	mostNoise    = 4.0
)

// usualHours returns the mean of the hours that were said of each kind's moments.
func usualHours(worked []*journal.Entry) map[string]float64 {
	said := make(map[string]int)
	usual := make(map[string]float64)
	for _, e := range worked {
		for i := range e.Moments {
			if m := &e.Moments[i]; m.Hours > 0 {
				said[m.Kind]++
				usual[m.Kind] += m.Hours
			}
		}
	}
	for kind, n := range said {
		usual[kind] /= float64(n)
	}
	return usual
}

// weekOf returns the figures of one week. Its shares of time are those of the
// split, and without one those of the hours of its moments, where one without
// hours counts as the usual ones of its kind.
func weekOf(e *journal.Entry, usual map[string]float64) Week {
	w := Week{Week: e.Week, Away: e.Away != ""}
	if w.Away {
		return w
	}
	w.measure(e)
	w.Moments = len(e.Moments)
	var hours ByTrack[float64]
	for i := range e.Moments {
		m := &e.Moments[i]
		w.Energy.at(m.Track).add(m.Energy)
		h := m.Hours
		switch mean, known := usual[m.Kind]; {
		case h > 0:
			*w.Hours.at(m.Track) += h
			w.HasHours = true
		case known:
			h = mean
		default:
			h = unsaidHours
		}
		*hours.at(m.Track) += h
	}
	switch {
	case e.Split != nil:
		w.HasSplit = true
		w.Noise = 1
		w.Shares = Shares{float64(e.Split.Technical) / 100, float64(e.Split.Both) / 100, float64(e.Split.People) / 100}
		w.Time = float64(e.Split.People-e.Split.Technical) / 100
	case w.Moments > 0:
		w.Noise = momentNoise * min(max(usualMoments/float64(w.Moments), leastNoise), mostNoise)
		all := hours.Technical + hours.Both + hours.People
		w.Shares = Shares{hours.Technical / all, hours.Both / all, hours.People / all}
		w.Time = (hours.People - hours.Technical) / all
	default:
		return w
	}
	w.Observed = true
	return w
}

func (t *Tally) add(e journal.Energy) {
	t.N++
	t.Sum += int(e)
	t.Squares += int(e * e)
	if e < journal.Neutral {
		t.Drained++
	}
}

func (t Tally) plus(o Tally) Tally {
	return Tally{t.N + o.N, t.Sum + o.Sum, t.Squares + o.Squares, t.Drained + o.Drained}
}

// median returns the middle of xs, the mean of both middles if their number is
// even, and 0 without any. It does not change xs.
func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(xs))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
