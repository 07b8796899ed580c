package lean

import (
	"math"

	"heliotrope/journal"
)

// refWeek is one observed week of the time dial.
type refWeek struct {
	week     int
	t, c     float64
	hasSplit bool
	apart    []float64 // T of the split less T of what was measured, if there are both
}

// refHours returns the hours said of each kind.
func refHours(entries []journal.Entry) map[string][]float64 {
	said := map[string][]float64{}
	for _, e := range entries {
		for _, m := range e.Moments {
			if m.Hours > 0 {
				said[m.Kind] = append(said[m.Kind], m.Hours)
			}
		}
	}
	return said
}

// refTime computes the observed weeks of entries, which are in order of time.
// Where the hours of a moment were left out it counts as the mean of those said
// for its kind, else one hour.
func refTime(entries []journal.Entry, said map[string][]float64) (weeks []refWeek) {
	for _, e := range entries {
		w := refWeek{week: e.Week.Index(), c: 1, hasSplit: e.Split != nil}
		if e.Split != nil {
			w.t = float64(e.Split.People-e.Split.Technical) / 100
			if measured := refMeasured(e); measured != nil {
				w.apart = []float64{w.t - measured[0]}
			}
			weeks = append(weeks, w)
			continue
		}
		if len(e.Moments) == 0 {
			continue
		}
		var technical, people, all float64
		for _, m := range e.Moments {
			h := m.Hours
			if h == 0 {
				h = 1
				if hours := said[m.Kind]; hours != nil {
					h = refMean(hours)
				}
			}
			all += h
			switch m.Track {
			case journal.Technical:
				technical += h
			case journal.People:
				people += h
			}
		}
		w.t = people/all - technical/all
		w.c = 2.56 * math.Max(.5, math.Min(4, 5/float64(len(e.Moments))))
		weeks = append(weeks, w)
	}
	return weeks
}

// refMeasured returns T of a diary with four days, else of the evidence; nil without.
func refMeasured(e journal.Entry) []float64 {
	days := []journal.Hours{}
	for _, d := range e.Diary {
		days = append(days, d.Hours)
	}
	if len(days) < 4 {
		days = days[:0]
		if e.Evidence != nil {
			days = append(days, *e.Evidence)
		}
	}
	people, all := 0.0, 0.0
	for _, h := range days {
		people += h.People + h.Both/2
		all += h.Technical + h.Both + h.People
	}
	if all == 0 {
		return nil
	}
	return []float64{2*people/all - 1}
}

// refAllowance returns b² as of weeks.
func refAllowance(weeks []refWeek) float64 {
	var apart []float64
	for _, w := range weeks {
		apart = append(apart, w.apart...)
	}
	n := float64(len(apart))
	if n < 12 {
		return .10 * .10
	}
	mean, squares := refMean(apart), 0.0
	for _, d := range apart {
		squares += (d - mean) * (d - mean)
	}
	return .10*.10/3 + math.Max(0, mean*mean-squares/(n*(n-1)))*2/3
}

func refMean(xs []float64) (mean float64) {
	for _, x := range xs {
		mean += x / float64(len(xs))
	}
	return mean
}

// refChanges returns the weeks in which the work changed, after the week first
// and up to the week to.
func refChanges(events []journal.Event, first, to int) map[int]bool {
	changes := map[int]bool{}
	for _, e := range events {
		if w := e.Week.Index(); w > first && w <= to && (e.Kind == "role" || e.Kind == "team" || e.Kind == "company") {
			changes[w] = true
		}
	}
	return changes
}

// refWalk returns the variance of a walk from the week first to each week up to
// the week to, which steps by q a week and by jump more where the work changed.
func refWalk(first, to int, q, jump float64, changes map[int]bool) []float64 {
	walk := make([]float64, to-first+1)
	for t := 1; t < len(walk); t++ {
		walk[t] = walk[t-1] + q
		if changes[first+t] {
			walk[t] += jump
		}
	}
	return walk
}

// refTimeLevels returns the distribution of T in each of the weeks at, given
// all of weeks, the first of which is where the walk starts. Two weeks share
// the walk up to the earlier one.
func refTimeLevels(weeks []refWeek, changes map[int]bool, at []int) []refMix {
	first, n := weeks[0].week, len(weeks)
	splits := 0
	y := make([]float64, n)
	for i, w := range weeks {
		y[i] = w.t
		if w.hasSplit {
			splits++
		}
	}
	s0 := .40
	if 2*splits >= n {
		s0 = .25
	}
	nu := 4 + n - 1
	to := max(weeks[n-1].week, at[len(at)-1])
	levels := make([]refMix, len(at))
	logs := make([]float64, 25)
	for g := range logs {
		q := math.Pow(10, -3+float64(g)*(math.Log10(2)+3)/24)
		walk := refWalk(first, to, q, 4, changes)
		covariance := make([][]float64, n)
		for i := range n {
			covariance[i] = make([]float64, n)
			for j := range n {
				covariance[i][j] = walk[min(weeks[i].week, weeks[j].week)-first]
			}
			covariance[i][i] += weeks[i].c
		}
		d := newDense(covariance, y)
		sse, logF := d.residual(n)
		ss := 4*s0*s0 + sse
		z := math.Log(q/.05) / 1.5
		logs[g] = -logF/2 - float64(nu)/2*math.Log(ss) - z*z/2
		for k, week := range at {
			with := make([]float64, n)
			for i, w := range weeks {
				with[i] = walk[min(w.week, week)-first]
			}
			mean, variance := d.predict(1, walk[week-first], with)
			levels[k].nu = nu
			levels[k].parts = append(levels[k].parts, refPart{mean: mean, scale: math.Sqrt(ss/float64(nu)*variance + refAllowance(weeks))})
		}
	}
	total := 0.0
	for _, l := range logs {
		total += math.Exp(l - logs[0])
	}
	for k := range levels {
		for g := range logs {
			levels[k].parts[g].weight = math.Exp(logs[g]-logs[0]) / total
		}
	}
	return levels
}
