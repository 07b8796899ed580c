package lean

import (
	"math"
	"slices"

	"heliotrope/journal"
)

const (
	// shrinkHours is κ: a track's mean of one week is drawn toward its mean of
	// the whole span as if that had been seen for 3 more hours. In simulation
	// this and the split bring the error of a weekly L from 0.50 to 0.19
	// (METHOD.md, section 1).
	shrinkHours = 3.0

	// poolHours and poolWeight are what a pooled mean starts from: 5 hours of
	// neutral work, so 5 · ½ of weight (METHOD.md, section 1). They keep it away from
	// 0, where L would be undefined.
	poolHours  = 5.0
	poolWeight = 2.5

	// leastNoise and mostNoise bound how much more or less than a typical week
	// one week may count (METHOD.md, section 2).
	leastNoise = 0.25
	mostNoise  = 4.0
)

// peopleShare is p: the part of a moment that counts toward people work.
func peopleShare(t journal.Track) float64 {
	switch t {
	case journal.People:
		return 1
	case journal.Both:
		return 0.5
	}
	return 0
}

// weightOf is w = (e+2)/4: energy from 0, drained, to 1, energized.
func weightOf(e journal.Energy) float64 { return (float64(e) + 2) / 4 }

// sums are sums over moments, each counted by its part in one track.
type sums struct {
	hours  float64 // Σ h p
	weight float64 // Σ h p w
	energy float64 // Σ h p e
	drain  float64 // Σ h p over moments with e < 0
}

func (s *sums) add(m *journal.Moment, part float64) {
	hours := m.Hours * part
	s.hours += hours
	s.weight += hours * weightOf(m.Energy)
	s.energy += hours * float64(m.Energy)
	if m.Energy < journal.Neutral {
		s.drain += hours
	}
}

// mean returns the mean energy an hour, or 0 and false without hours.
func (s sums) mean() (float64, bool) {
	if s.hours <= 0 {
		return 0, false
	}
	return s.energy / s.hours, true
}

// shrunk returns the mean weight, drawn toward pooled by kappa hours.
func (s sums) shrunk(pooled, kappa float64) float64 {
	if s.hours+kappa <= 0 {
		return pooled
	}
	return (s.weight + kappa*pooled) / (s.hours + kappa)
}

// tally is the sums of both tracks.
type tally struct{ technical, people sums }

func (t *tally) add(m *journal.Moment) {
	p := peopleShare(m.Track)
	t.people.add(m, p)
	t.technical.add(m, 1-p)
}

// tallyOf sums over all moments of entries.
func tallyOf(entries []*journal.Entry) tally {
	var t tally
	for _, e := range entries {
		for i := range e.Moments {
			t.add(&e.Moments[i])
		}
	}
	return t
}

// trackMeans are m_k: each track's mean weight over the span, in (0, 1).
type trackMeans struct{ technical, people float64 }

func (t tally) means() trackMeans {
	pooled := func(s sums) float64 { return (s.weight + poolWeight) / (s.hours + poolHours) }
	return trackMeans{technical: pooled(t.technical), people: pooled(t.people)}
}

// weekly returns one Week an entry. Entries must be in order of time.
func weekly(entries []*journal.Entry, means trackMeans) []Week {
	weeks := make([]Week, len(entries))
	for i, e := range entries {
		weeks[i] = weekOf(e, means, shrinkHours)
	}
	setNoise(weeks)
	return weeks
}

// weekOf computes the figures of one week (METHOD.md, section 1). Without a split the
// share of time is taken from the moments; the energy weights are shrunk by
// kappa hours either way.
func weekOf(e *journal.Entry, means trackMeans, kappa float64) Week {
	w := Week{Week: e.Week}
	if e.Away != "" {
		return w
	}
	var t tally
	for i := range e.Moments {
		t.add(&e.Moments[i])
	}
	w.Hours = t.technical.hours + t.people.hours

	var share float64 // s, the people share of time
	switch {
	case e.Split != nil:
		w.HasSplit = true
		share = splitShare(*e.Split)
	case w.Hours > 0:
		share = t.people.hours / w.Hours
	default:
		return w
	}
	w.Observed = true
	w.T = 2*share - 1
	w.L = weighted(share, t.people.shrunk(means.people, kappa), t.technical.shrunk(means.technical, kappa))
	w.NEff = effective(e.Moments)
	people, hasPeople := t.people.mean()
	technical, hasTechnical := t.technical.mean()
	if hasPeople && hasTechnical {
		w.D, w.HasD = (people-technical)/4, true
	}
	return w
}

// splitShare returns s, the people share of a split.
func splitShare(s journal.Split) float64 {
	return (float64(s.People) + float64(s.Both)/2) / 100
}

// weighted returns L for a people share of time and the mean weights of people
// and technical work.
func weighted(share, people, technical float64) float64 {
	toward, away := share*people, (1-share)*technical
	if toward+away <= 0 {
		return 2*share - 1 // both weights 0: equal energies, where L is T
	}
	return (toward - away) / (toward + away)
}

// effective returns n_eff = (Σ h w)² / Σ (h w)², the number of equally
// weighted moments that would carry as much (Kish, Survey Sampling, 1965). It is
// 0 if all weights are 0: moments that all drained have no weighted hour.
func effective(moments []journal.Moment) float64 {
	weights := make([]float64, len(moments))
	for i, m := range moments {
		weights[i] = m.Hours * weightOf(m.Energy)
	}
	return kish(weights)
}

// kish returns (Σ x)² / Σ x² for x ≥ 0, and 0 if all are 0. It divides by the
// greatest first so that no square overflows or vanishes.
func kish(weights []float64) float64 {
	greatest := 0.0
	for _, x := range weights {
		greatest = math.Max(greatest, x)
	}
	if greatest <= 0 {
		return 0
	}
	var sum, squares float64
	for _, x := range weights {
		x /= greatest
		sum += x
		squares += x * x
	}
	return sum * sum / squares
}

// setNoise sets c_t = clamp(median(n_eff)/n_eff, ¼, 4), the variance of a
// week's L relative to a typical week. The median is over weeks with moments;
// a week without any counts least.
func setNoise(weeks []Week) {
	var sizes []float64
	for _, w := range weeks {
		if w.Observed && w.Hours > 0 {
			sizes = append(sizes, w.NEff)
		}
	}
	typical := median(sizes)
	for i := range weeks {
		switch w := &weeks[i]; {
		case !w.Observed:
		case w.NEff <= 0:
			w.Noise = mostNoise
		default:
			w.Noise = min(max(typical/w.NEff, leastNoise), mostNoise)
		}
	}
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
