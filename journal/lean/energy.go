package lean

import "heliotrope/journal"

// energyAllowance is b of the energy lean: what may be misjudged the same way
// week after week. It is half that of L, as no split enters D; a guess that no
// simulation has tested (METHOD.md, sections 2 and 7).
const energyAllowance = 0.05

// energyNow returns the level of D in the last week of the span, nil if no week
// has one. It is the local-level model of L with other noise: the weeks are
// those in which both tracks had rated hours, and events let it jump as well.
// Only one week is asked for, so no other costs quantiles.
//
// Entries and weeks belong to each other one by one.
func energyNow(logged []*journal.Entry, weeks []Week, events []journal.Event, to journal.Week, s0 float64) *EnergyLevel {
	var rated []Week
	for i, w := range weeks {
		if w.HasD {
			rated = append(rated, Week{Week: w.Week, L: w.D, Noise: energyNoise(logged[i].Moments)})
		}
	}
	if len(rated) == 0 {
		return nil
	}
	setEnergyNoise(rated)
	p := newPosterior(seriesOf(rated, events, to), s0)
	p.allowance = energyAllowance
	m := p.at(p.steps-1, nil)
	at := func(probability float64) float64 { return inside(newFinder(probability, p.nu).find(m)) }
	return &EnergyLevel{
		Weeks: len(rated),
		Level: Level{
			Week: to, Mid: at(0.50), Low50: at(0.25), High50: at(0.75), Low90: at(0.05), High90: at(0.95),
			ProbabilityPeople: 1 - m.below(0),
		},
	}
}

// energyNoise returns 1/n_eff,P + 1/n_eff,T, to which the variance of a
// difference of two means is proportional. The weights of a track's mean are
// its hours, so n_eff = (Σ h p)²/Σ (h p)² (Kish 1965).
func energyNoise(moments []journal.Moment) float64 {
	people, technical := make([]float64, len(moments)), make([]float64, len(moments))
	for i, m := range moments {
		p := peopleShare(m.Track)
		people[i], technical[i] = m.Hours*p, m.Hours*(1-p)
	}
	return 1/kish(people) + 1/kish(technical) // neither is 0 in a week with a D
}

// setEnergyNoise divides the noise of each week by that of a typical one, within
// the bounds that L has.
func setEnergyNoise(rated []Week) {
	noise := make([]float64, len(rated))
	for i, w := range rated {
		noise[i] = w.Noise
	}
	typical := median(noise)
	for i := range rated {
		rated[i].Noise = min(max(noise[i]/typical, leastNoise), mostNoise)
	}
}
