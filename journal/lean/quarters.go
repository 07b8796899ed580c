package lean

import (
	"time"

	"heliotrope/journal"
)

// quarterWeeks is how many ISO weeks a quarter has: Q1 is W01 to W13, Q2 to
// W26, Q3 to W39 and Q4 the rest, with a W53 where the year has one.
const quarterWeeks = 13

// quarterOf returns the year and quarter of a week, both of its ISO year.
func quarterOf(w journal.Week) (year, number int) {
	return w.Year(), min((w.Number()-1)/quarterWeeks+1, 4)
}

// firstWeekOf returns W01 of an ISO year, which contains the 4th of January.
func firstWeekOf(year int) journal.Week {
	return journal.WeekOf(time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC))
}

// quartersOf returns the quarters with observed weeks, oldest first, from the
// weeks in order of time and the levels of both dials.
func quartersOf(weeks []Week, ofTime, ofEnergy []Level) []Quarter {
	var quarters []Quarter
	for i := range weeks {
		w := &weeks[i]
		if !w.Observed { // a week with moments is
			continue
		}
		year, number := quarterOf(w.Week)
		if n := len(quarters); n == 0 || quarters[n-1].Year != year || quarters[n-1].Number != number {
			quarters = append(quarters, Quarter{Year: year, Number: number})
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
