package lean

import "heliotrope/journal"

// timeShares returns where the hours of the span went. A week with a split
// divides its hours by it, a week without gives the hours of each moment to
// its track.
//
// The hours of a week are those of its moments. A week with a split and no
// moments has hours that nobody knows: it weighs as much as the mean of the
// weeks that have some, or 1 if none has, so that weeks of unknown hours weigh
// equally.
func timeShares(worked []*journal.Entry) Shares {
	var hours, people float64 // of the weeks with moments
	var known, unknown int
	var blind float64 // people share summed over weeks of unknown hours
	for _, e := range worked {
		var t tally
		for i := range e.Moments {
			t.add(&e.Moments[i])
		}
		own := t.technical.hours + t.people.hours
		switch {
		case own > 0 && e.Split != nil:
			people += own * splitShare(*e.Split)
		case own > 0:
			people += t.people.hours
		case e.Split != nil:
			unknown++
			blind += splitShare(*e.Split)
			continue
		default:
			continue
		}
		known++
		hours += own
	}
	typical := 1.0
	if known > 0 {
		typical = hours / float64(known)
	}
	hours += typical * float64(unknown)
	people += typical * blind
	if hours <= 0 {
		return Shares{}
	}
	share := min(people/hours, 1)
	return Shares{Technical: 1 - share, People: share}
}

// energies returns the duration-weighted mean energy of each track.
func (t tally) energies() Energies {
	var e Energies
	e.Technical, e.HasTechnical = t.technical.mean()
	e.People, e.HasPeople = t.people.mean()
	if e.HasTechnical {
		e.TechnicalDrain = t.technical.drain / t.technical.hours
	}
	if e.HasPeople {
		e.PeopleDrain = t.people.drain / t.people.hours
	}
	return e
}
