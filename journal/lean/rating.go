package lean

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
)

// trackRatings returns the mean energy of each track.
func trackRatings(weeks []Week) ByTrack[Rating] {
	var r ByTrack[Rating]
	for _, track := range journal.Tracks {
		tallies := make([]Tally, 0, len(weeks))
		for i := range weeks {
			if t := weeks[i].Energy.Of(track); t.N > 0 {
				tallies = append(tallies, t)
			}
		}
		*r.at(track) = ratingOf(tallies)
	}
	return r
}

// kindsOf returns the kinds that have moments, most energizing first.
func kindsOf(worked []*journal.Entry) []Kind {
	type work struct {
		weeks []Tally
		last  int // the entry that the last of them is of
		hours float64
	}
	byID := make(map[string]*work)
	for at, e := range worked {
		for i := range e.Moments {
			m := &e.Moments[i]
			k := byID[m.Kind]
			if k == nil {
				k = &work{weeks: make([]Tally, 0, len(worked)), last: -1}
				byID[m.Kind] = k
			}
			if k.last != at {
				k.weeks, k.last = append(k.weeks, Tally{}), at
			}
			k.weeks[len(k.weeks)-1].add(m.Energy)
			k.hours += m.Hours
		}
	}
	kinds := make([]Kind, 0, len(byID))
	for id, k := range byID {
		kinds = append(kinds, Kind{ID: id, Rating: ratingOf(k.weeks), Hours: k.hours})
	}
	slices.SortFunc(kinds, func(a, b Kind) int {
		return cmp.Or(cmp.Compare(b.Mean, a.Mean), cmp.Compare(b.N, a.N), cmp.Compare(a.ID, b.ID))
	})
	return kinds
}

// ratingOf returns the mean energy of the moments of some weeks and its 90 %
// interval within the scale: of n moments, m_w of them in week w,
//
//	s² = (ν0 s0² + Σ(e-ē)²)/(ν0+n-1)
//	ē ± t(.95, ν0+n-1) √(s² (1/n + mood Σ m_w²/n²))
//
// with the prior of σ² and the effect of a week that the energy dial has: moments
// of one week resemble each other, so they count as fewer (METHOD.md, section 3).
func ratingOf(weeks []Tally) Rating {
	var all Tally
	clusters := 0.0
	for _, w := range weeks {
		all = all.plus(w)
		clusters += float64(w.N) * float64(w.N)
	}
	mean, ok := all.Mean()
	if !ok {
		return Rating{}
	}
	n := float64(all.N)
	nu := priorFreedom + n - 1
	spread := max(float64(all.Squares)-mean*float64(all.Sum), 0)
	s2 := (priorFreedom*energyScale2 + spread) / nu
	half := quantileT(0.95, nu) * math.Sqrt(s2*(1/n+energyMood*clusters/(n*n)))
	return Rating{
		N: all.N, Mean: mean, Drained: all.Drained,
		Low:  max(mean-half, float64(journal.Drained)),
		High: min(mean+half, float64(journal.Energized)),
	}
}
