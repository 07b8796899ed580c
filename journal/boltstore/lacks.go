package boltstore

import (
	"cmp"
	"maps"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// compare lists for each option what it lacks and others have, and puts the one
// that loses least first: of those that lack something, before all others, those
// of the lines that were saved at place last, then those of earlier lines there,
// which a restore has left.
func compare(ways []way, place string, last []string) {
	for i := range ways {
		var others []way
		for j, other := range ways {
			if i != j && !ways[i].Summary.Follows(other.Summary) {
				others = append(others, other)
			}
		}
		ways[i].Lacks = lacks(ways[i], others)
	}
	if !slices.ContainsFunc(ways, func(w way) bool { return w.Way == backup.Copy && w.isOf(last) }) {
		last = nil // nothing of them is left to come first
	}
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(a.from(place, last)-b.from(place, last), a.Lacks.Compare(b.Lacks), cmp.Compare(rank[a.Way], rank[b.Way]))
	})
}

// from returns how far away w was saved: 0 for place, in one of the last lines if
// any are known, or if it lacks nothing; 1 for another line there; 2 for
// elsewhere.
func (w way) from(place string, last []string) int {
	switch {
	case w.Way != backup.Copy || w.Lacks.None():
		return 0
	case w.Summary.Lineage.Last().Place != place:
		return 2
	case last != nil && !w.isOf(last):
		return 1
	}
	return 0
}

// isOf reports whether w was saved in one of lines.
func (w way) isOf(lines []string) bool { return slices.Contains(lines, w.Summary.Lineage.Last().ID) }

// lacks returns what others contain and w does not.
func lacks(w way, others []way) (l backup.Lacks) {
	missing, differing := make(map[journal.Week]bool), make(map[journal.Week]bool)
	moments, events, kinds := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, o := range others {
		for week, theirs := range o.marks {
			mine, ok := w.marks[week]
			switch {
			case !ok:
				missing[week] = true
			case !mine.entry.Includes(theirs.entry):
				differing[week] = true
			default:
				continue
			}
			for _, m := range theirs.entry.Moments {
				if !slices.ContainsFunc(mine.entry.Moments, m.Equal) {
					moments[week.String()+" "+m.ID] = true
				}
			}
		}
		for _, e := range o.contents.Events {
			if !slices.Contains(w.contents.Events, e) {
				events[e.ID] = true
			}
		}
		for _, b := range o.contents.Briefs {
			l.Brief = l.Brief || !slices.ContainsFunc(w.contents.Briefs, b.Equal)
		}
		for _, d := range o.contents.Dismissed {
			l.Dismissed = l.Dismissed || !slices.Contains(w.contents.Dismissed, d)
		}
		for _, kind := range o.contents.Kinds {
			if !slices.Contains(w.contents.Kinds, kind) {
				kinds[kind.ID] = true
			}
		}
	}
	l.Missing, l.Differing = sortedWeeks(missing), sortedWeeks(differing)
	l.Moments, l.Events, l.Kinds = len(moments), len(events), len(kinds)
	return l
}

// rank orders options that lose the same: what was one state of the journal
// comes before what is put together.
var rank = map[backup.Way]int{backup.Present: 0, backup.Previous: 1, backup.Copy: 2, backup.Aside: 3, backup.Salvage: 4}

func sortedWeeks(weeks map[journal.Week]bool) []journal.Week {
	return slices.SortedFunc(maps.Keys(weeks), journal.Week.Compare)
}

func sorted(weeks []journal.Week) []journal.Week {
	slices.SortFunc(weeks, journal.Week.Compare)
	return slices.Compact(weeks)
}
