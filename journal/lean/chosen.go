package lean

import "heliotrope/journal"

const (
	// assignedMoments is how many moments must not have been chosen before the
	// chosen ones are set apart: where nearly everything is chosen, comparing them
	// adds nothing.
	assignedMoments = 12

	// chosenSure is how likely the side of the chosen moments must be to name it.
	chosenSure = 0.90
)

// chosenOf compares the energy of the moments that the writer chose with the
// side of all of them. A side may come from what one is given to do; what was
// chosen is nearer to the person. It is the energy dial of chosen moments alone.
func chosenOf(worked []*journal.Entry, events []journal.Event, to journal.Week, side State) Chosen {
	var c Chosen
	weeks := make([]Week, len(worked))
	for i, e := range worked {
		weeks[i].Week = e.Week
		for j := range e.Moments {
			switch m := &e.Moments[j]; {
			case m.Track == journal.Both:
			case m.Chosen:
				weeks[i].Energy.at(m.Track).add(m.Energy)
				c.Chosen++
			default:
				c.Assigned++
			}
		}
	}
	if !side.IsSide() || c.Assigned < assignedMoments {
		return c
	}
	chosen, _ := energyOf(weeks, events, to, energyRule)
	now, defined := chosen.Now()
	if !defined {
		return c
	}
	same := now.ProbabilityPeople
	if side == Technical {
		same = 1 - same
	}
	switch {
	case same >= chosenSure:
		c.Answer = ChosenHolds
	case same <= 1-chosenSure:
		c.Answer = ChosenReverses
	default:
		c.Answer = ChosenUnsure
	}
	return c
}
