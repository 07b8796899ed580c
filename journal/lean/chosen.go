package lean

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"heliotrope/journal"
)

// What is required before the lean among chosen moments is compared with the
// verdict.
//
// The chosen moments must pass the gates of a first reading, as a journal of
// nothing else would. As many must be assigned: where nearly everything is
// chosen, the chosen moments are the verdict, and comparing them adds nothing.
const (
	chosenMoments   = firstMoments
	chosenWeeks     = firstWeeks
	assignedMoments = firstMoments
)

// chosenOf sets the moments that the writer chose apart from the others. A lean
// may come from the calendar rather than from the person; what was chosen is
// nearer to the person.
//
// Both halves are made of moments alone, without the split and without
// shrinking (κ = 0): a split does not say which of its hours were chosen, and
// what weeks are too small to say, the whole span is not.
func chosenOf(worked []*journal.Entry, v Verdict) Chosen {
	var chosen, assigned []tally // one a week that has such moments
	var c Chosen
	for _, e := range worked {
		var mine, theirs tally
		n := 0
		for i := range e.Moments {
			if m := &e.Moments[i]; m.Chosen {
				mine.add(m)
				n++
			} else {
				theirs.add(m)
			}
		}
		c.Chosen.N += n
		c.Assigned.N += len(e.Moments) - n
		if n > 0 {
			chosen = append(chosen, mine)
		}
		if n < len(e.Moments) {
			assigned = append(assigned, theirs)
		}
	}
	c.Chosen.measure(chosen)
	c.Assigned.measure(assigned)
	c.Answer = chosenAnswer(c, v.Side)
	return c
}

// chosenAnswer returns whether the lean toward side is the same among chosen moments:
// only where their whole 90 % interval lies on that side, which is as sure as a
// verdict must be to be clear. Likewise for the other side.
func chosenAnswer(c Chosen, side Side) ChosenAnswer {
	low, high := c.Chosen.Low, c.Chosen.High
	if side == TechnicalSide {
		low, high = -high, -low
	}
	switch {
	case side != TechnicalSide && side != PeopleSide, !c.Chosen.HasBand,
		c.Chosen.N < chosenMoments, c.Assigned.N < assignedMoments:
		return ChosenUntold
	case low > 0:
		return ChosenHolds
	case high < 0:
		return ChosenReverses
	}
	return ChosenUnsure
}

// measure sets the figures of moments summed by week.
func (p *ChosenPart) measure(weeks []tally) {
	p.Weeks = len(weeks)
	before, all := runningSums(weeks)
	p.Hours = all.technical.hours + all.people.hours
	if p.Hours <= 0 {
		return
	}
	p.HasL = true
	p.T, p.L = all.leans()
	people, hasPeople := all.people.mean()
	technical, hasTechnical := all.technical.mean()
	if hasPeople && hasTechnical {
		p.D, p.HasD = (people-technical)/4, true
	}
	if p.Weeks < chosenWeeks {
		return
	}
	spread := jackknife(weeks, before)
	scale := math.Sqrt(spread + splitAllowance*splitAllowance)
	half := distuv.StudentsT{Sigma: scale, Nu: float64(p.Weeks - 1)}.Quantile(0.95)
	p.Low, p.High, p.HasBand = inside(p.L-half), inside(p.L+half), true
}

// runningSums returns the sums of all weeks before each one, and of all.
func runningSums(weeks []tally) (before []tally, all tally) {
	before = make([]tally, len(weeks))
	for i, w := range weeks {
		before[i] = all
		all = all.plus(w)
	}
	return before, all
}

// jackknife returns the variance of L of all weeks together, from what L
// becomes when one week after the other is left out: (G-1)/G Σ (L₋ᵢ - L̄)².
// Whole weeks are left out, since moments of one week resemble each other. The
// b² that the caller adds stands, as in the level, for what no series shows:
// moments are picked, and not always evenly.
//
// Source: Tukey, Annals of Math. Statistics 29:614, 1958; Efron, The Jackknife,
// the Bootstrap and Other Resampling Plans, 1982, chapter 3.
func jackknife(weeks, before []tally) float64 {
	n := float64(len(weeks))
	without := make([]float64, len(weeks))
	var after tally // sums, not differences from all: nothing cancels
	mean := 0.0
	for i := len(weeks) - 1; i >= 0; i-- {
		_, without[i] = before[i].plus(after).leans()
		mean += without[i] / n
		after = after.plus(weeks[i])
	}
	squares := 0.0
	for _, l := range without {
		squares += (l - mean) * (l - mean)
	}
	return (n - 1) / n * squares
}

// leans returns T and L of moments alone, without shrinking; both are 0 without
// hours. Where all energies are equal L is T, also where all drained.
func (t tally) leans() (time, lean float64) {
	hours := t.people.hours + t.technical.hours
	if hours <= 0 {
		return 0, 0
	}
	time = inside((t.people.hours - t.technical.hours) / hours)
	weight := t.people.weight + t.technical.weight
	if weight <= 0 {
		return time, time
	}
	return time, inside((t.people.weight - t.technical.weight) / weight)
}

// plus returns the sums of both.
func (t tally) plus(o tally) tally {
	return tally{technical: t.technical.plus(o.technical), people: t.people.plus(o.people)}
}

func (s sums) plus(o sums) sums {
	return sums{s.hours + o.hours, s.weight + o.weight, s.energy + o.energy, s.drain + o.drain}
}
