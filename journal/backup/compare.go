package backup

import (
	"slices"

	"heliotrope/journal"
)

// Differences are the weeks in which two states of a journal differ, sorted.
type Differences struct {
	Gone    []journal.Week // weeks that only the present one has
	Back    []journal.Week // weeks that only the next one has
	Changed []journal.Week // weeks that differ
}

// Compare returns the weeks that would differ if next took the place of the present one.
func Compare(present, next journal.Contents) Differences {
	was := make(map[journal.Week]journal.Entry, len(present.Entries))
	for _, e := range present.Entries {
		was[e.Week] = e
	}
	var d Differences
	for _, e := range next.Entries {
		mine, ok := was[e.Week]
		switch {
		case !ok:
			d.Back = append(d.Back, e.Week)
		case !mine.Equal(e):
			d.Changed = append(d.Changed, e.Week)
		}
		delete(was, e.Week)
	}
	for week := range was {
		d.Gone = append(d.Gone, week)
	}
	slices.SortFunc(d.Gone, journal.Week.Compare)
	return d
}
