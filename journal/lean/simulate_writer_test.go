package lean

import (
	"math"
	"math/rand/v2"

	"heliotrope/journal"
)

// writer is a simulated user. A week's share of people work varies around the
// true one; the split that is logged is off by the same amount every week and by
// some noise, and is rounded to 5 points, and so is the evidence, which is not
// rounded; moments are a random sample of the week's work. Shares and deviations are shares of time, 0 to 1; energies are
// points.
type writer struct {
	weeks   int     // calendar weeks of the journal
	missing float64 // share of them without an entry

	time     float64 // true T: people share less technical share
	turn     int     // week, from 0, from which T is the next, if not 0
	turned   float64
	declared bool // whether that was logged as a change of role
	season   float64
	period   int     // weeks of a season
	varies   float64 // standard deviation of a week's people share
	inertia  float64 // correlation of what a week varies by with that of the week before
	lead     float64 // share of tech lead work

	unsplit bool    // no split is asked
	bias    float64 // standard deviation of what the split is off by, always
	noise   float64 // and each week
	copies  float64 // share of weeks whose split is that of the last logged week

	evidence float64 // share of logged weeks that left evidence
	blur     float64 // standard deviation of what that is off by, each week
	slant    float64 // and always
	blind    bool    // whether it is all technical, whatever the week was

	moments        func(*rand.Rand) int // of a week
	technical      float64              // mean energies
	both           float64
	people         float64
	drift          float64 // standard deviation of a track's weekly step
	onlyEnergizing bool    // rates nothing but 1 and 2; mean energies are clamped to 1.1 to 1.9
	onlyPeople     bool    // rates nothing but people moments
}

// usualWriter returns the user that the figures are of, if nothing else is named:
// of all tracks alike, with mean energies anywhere between -0.3 and 1.1.
func usualWriter(rng *rand.Rand) writer {
	energy := func() float64 { return -0.3 + 1.4*rng.Float64() }
	return writer{
		weeks: 52, missing: 0.10, varies: 0.10, lead: 0.10, bias: 0.05, noise: 0.05,
		moments: func(rng *rand.Rand) int { return max(int(math.Round(5+1.2*rng.NormFloat64())), 1) },
		people:  energy(), technical: energy(), both: energy(),
	}
}

func oneOrTwo(rng *rand.Rand) int { return 1 + rng.IntN(2) }

// live returns a journal, and for each of its weeks how many points more a people
// moment truly gives than a technical one.
func (w writer) live(rng *rand.Rand) (entries []journal.Entry, events []journal.Event, gaps []float64) {
	bias := w.bias * rng.NormFloat64()
	phase := 2 * math.Pi * rng.Float64()
	varied := rng.NormFloat64()
	var last *journal.Split
	slant := 0.0
	if w.evidence > 0 {
		slant = w.slant * rng.NormFloat64()
	}
	for week := range w.weeks {
		if week > 0 {
			varied = w.inertia*varied + math.Sqrt(1-w.inertia*w.inertia)*rng.NormFloat64()
			w.people += w.drift * rng.NormFloat64()
			w.technical += w.drift * rng.NormFloat64()
		}
		if w.turn > 0 && week == w.turn {
			w.time = w.turned
		}
		gaps = append(gaps, w.expected(w.people)-w.expected(w.technical))
		if rng.Float64() < w.missing {
			continue
		}
		people := (1+w.time)/2 + w.varies*varied - w.lead/2
		if w.season > 0 {
			people += w.season * math.Sin(phase+2*math.Pi*float64(week)/float64(w.period))
		}
		people = min(max(people, 0), 1-w.lead)

		e := entry(week)
		if last == nil || rng.Float64() >= w.copies {
			last = w.split(people + bias + w.noise*rng.NormFloat64())
		}
		if !w.unsplit {
			e.Split = last
		}
		if w.evidence > 0 && rng.Float64() < w.evidence {
			e.Evidence = w.hours(people + slant + w.blur*rng.NormFloat64())
		}
		for range w.moments(rng) {
			if m := w.moment(rng, people); m.Track == journal.People || !w.onlyPeople {
				e.Moments = append(e.Moments, m)
			}
		}
		entries = append(entries, e)
	}
	if w.declared {
		events = append(events, journal.Event{Week: firstWeek.Add(w.turn), Kind: journal.RoleEvent})
	}
	return entries, events, gaps
}

// split returns the split of a week of which people seems to be the people share.
func (w writer) split(people float64) *journal.Split {
	both := int(math.Round(100 * w.lead))
	points := min(max(5*int(math.Round(20*people)), 0), 100-both)
	return &journal.Split{Technical: 100 - both - points, Both: both, People: points}
}

// hours returns the evidence of a week of which people seems to be the people
// share.
func (w writer) hours(people float64) *journal.Hours {
	const all = 30
	if w.blind {
		return &journal.Hours{Technical: all}
	}
	people = min(max(people, 0), 1-w.lead)
	return &journal.Hours{Technical: all * (1 - w.lead - people), Both: all * w.lead, People: all * people}
}

// moment returns a moment of a week of which people is the people share.
func (w writer) moment(rng *rand.Rand, people float64) journal.Moment {
	hours := []float64{0.5, 1, 2, 4}[rng.IntN(4)]
	switch at := rng.Float64(); {
	case at < w.lead:
		return moment(journal.Both, w.rated(rng, w.both), hours)
	case at < w.lead+people:
		return moment(journal.People, w.rated(rng, w.people), hours)
	}
	return moment(journal.Technical, w.rated(rng, w.technical), hours)
}

const energySpread = 0.9 // standard deviation of a moment's energy, before it is rounded

// rated returns the energy of a moment of work with that mean.
func (w writer) rated(rng *rand.Rand, mean float64) journal.Energy {
	if w.onlyEnergizing {
		if rng.Float64() < w.expected(mean)-1 {
			return 2
		}
		return 1
	}
	return journal.Energy(math.Round(min(max(mean+energySpread*rng.NormFloat64(), -2), 2)))
}

// expected returns the mean of what rated returns.
func (w writer) expected(mean float64) float64 {
	if w.onlyEnergizing {
		return min(max(mean, 1.1), 1.9)
	}
	below := func(x float64) float64 { return 0.5 * math.Erfc((mean-x)/energySpread/math.Sqrt2) }
	return 2 - below(-1.5) - below(-0.5) - below(0.5) - below(1.5)
}
