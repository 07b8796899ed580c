package chart

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

const (
	// mostKinds is how many lines of kinds a chart has. More are read by nobody.
	mostKinds = 14
	// longestName is how wide a kind's name may be in a sentence.
	longestName = 260.0
)

// kindRow is a kind of work that has moments.
type kindRow struct {
	lean.Kind
	name   string // on one line
	spoken string // the same as within a sentence, and not too long for one
	track  journal.Track
}

// latest is the energy of the second half, or of the first if there is no
// other.
func (k kindRow) latest() float64 {
	switch {
	case k.Second.N > 0:
		return k.Second.Mean
	case k.First.N > 0:
		return k.First.Mean
	}
	return k.Mean
}

// ranked reports whether the kind has enough moments to be compared with others.
func (k kindRow) ranked() bool { return k.HasBand }

func (k kindRow) mark() (Shape, Role) {
	shape, role := MarkOf(k.track)
	if !k.ranked() {
		role = Muted
	}
	return shape, role
}

// kindRows returns the kinds with most hours, in the order in which they are
// shown: ranked ones first, each part by its latest energy. The others are the
// rest, those with most hours first: either none or at least two. The kinds that
// energize and drain most are never among the rest, because the title names them.
func kindRows(in Input) (rows, rest []kindRow) {
	for _, k := range in.Result.Kinds {
		rows = append(rows, newKindRow(in, k))
	}
	if len(rows) > mostKinds {
		ends := endsOf(rows)
		slices.SortStableFunc(rows, func(a, b kindRow) int {
			if named := ends[a.ID]; named != ends[b.ID] {
				if named {
					return -1
				}
				return 1
			}
			return cmp.Compare(b.Hours, a.Hours)
		})
		rows, rest = rows[:mostKinds-1], rows[mostKinds-1:]
	}
	slices.SortStableFunc(rows, byEnergy)
	return rows, rest
}

// endsOf returns the ids of the ranked kinds with most and least energy.
func endsOf(rows []kindRow) map[string]bool {
	ends := map[string]bool{}
	ranked := slices.DeleteFunc(slices.Clone(rows), func(k kindRow) bool { return !k.ranked() })
	if len(ranked) > 0 {
		ends[slices.MinFunc(ranked, byEnergy).ID] = true
		ends[slices.MaxFunc(ranked, byEnergy).ID] = true
	}
	return ends
}

// byEnergy puts ranked kinds before others, and what energized most lately first.
func byEnergy(a, b kindRow) int {
	switch {
	case a.ranked() && !b.ranked():
		return -1
	case b.ranked() && !a.ranked():
		return 1
	}
	return cmp.Or(cmp.Compare(b.latest(), a.latest()), cmp.Compare(b.Hours, a.Hours), cmp.Compare(a.ID, b.ID))
}

func newKindRow(in Input, k lean.Kind) kindRow {
	kind := kindOf(in.Kinds, k.ID)
	name := oneLine(in.Words.Kind(kind))
	spoken := name
	if kind.Name == "" { // one of the program's own words
		first, size := utf8.DecodeRuneInString(spoken)
		spoken = string(unicode.ToLower(first)) + spoken[size:]
	}
	return kindRow{k, name, cmp.Or(shorten(spoken, longestName, sideSize, FontMeasurer{}), "…"), kind.Track}
}

// kindOf returns a kind of the catalog, or one that is called by its id.
func kindOf(kinds journal.Kinds, id string) journal.Kind {
	if kind, ok := kinds.Find(id); ok {
		return kind
	}
	return journal.Kind{ID: id, Name: id, Track: journal.Both}
}
