package lean

import "heliotrope/journal"

// quartersOf returns the quarters with observed weeks, oldest first, from the
// weeks in order of time and the levels of both dials.
func quartersOf(weeks []Week, ofTime, ofEnergy []Level) []Quarter {
	var quarters []Quarter
	for i := range weeks {
		w := &weeks[i]
		if !w.Observed { // a week with moments is
			continue
		}
		of := journal.QuarterOf(w.Week)
		if n := len(quarters); n == 0 || quarters[n-1].of() != of {
			quarters = append(quarters, Quarter{Year: of.Year, Number: of.Number})
		}
		q := &quarters[len(quarters)-1]
		q.Weeks++
		q.Time = levelIn(ofTime, w.Week)
		if rated(w) && len(ofEnergy) > 0 {
			q.Energy, q.HasEnergy = levelIn(ofEnergy, w.Week), true
		}
	}
	return quarters
}

// levelIn returns the level of a week among those of consecutive weeks.
func levelIn(levels []Level, w journal.Week) Level { return levels[w.Index()-levels[0].Week.Index()] }
