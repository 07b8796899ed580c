package chart

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

const (
	// rankedFrom is how many moments a kind needs to be compared with others.
	rankedFrom = 3
	// mostKinds is how many rows of kinds a chart has. More are read by nobody.
	mostKinds = 14
	// longestName is how wide a kind's name may be in a sentence.
	longestName = 260.0
	// tipRoom is how wide a line of a tip may be.
	tipRoom = 420.0
)

// energyByKind draws the mean energy of each kind of work, as [energyByTrack]
// does of each track. Kinds stand under the track for which their moments
// usually count, the most energizing first; those with too few moments come last,
// hollow, and where there are too many kinds those with fewest moments are summed
// up in a last row. Where no kind has enough moments there is no chart.
func energyByKind(in Input) (Chart, bool) {
	w := in.Words
	kinds, rest := kindsShown(in)
	if len(rankedOf(kinds)) == 0 {
		return Chart{}, false
	}
	var groups []rowGroup
	summary := []string{w.Say("chart.kinds.summary")}
	for _, track := range journal.Tracks {
		group := rowGroup{title: w.Track(track), track: track}
		for _, k := range kinds {
			if k.track == track {
				r := k.row(in)
				group.rows = append(group.rows, r)
				summary = append(summary, ratingSummary(r, k.Rating, w))
			}
		}
		if len(group.rows) > 0 {
			groups = append(groups, group)
		}
	}
	if len(rest) > 0 {
		groups = append(groups, rowGroup{rows: []row{restRow(rest, in)}})
		summary = append(summary, w.Count("chart.kinds.summary.rest", len(rest), words.Args{"Kinds": namesOf(rest)}))
	}
	return rowsOf(Chart{
		ID: "kinds", Title: kindsTitle(slices.Concat(kinds, rest), w), Caption: w.Say("chart.kinds.caption"),
		Summary: strings.Join(summary, " "), Figures: []lean.Figure{lean.KindFigure},
	}, in, groups, w.Energy(journal.Drained), w.Energy(journal.Neutral), w.Energy(journal.Energized)), true
}

// kindOfWork is a kind of work that has moments.
type kindOfWork struct {
	lean.Kind
	name  string // on one line
	track journal.Track
	own   bool // the user's word
}

// ranked reports whether the kind has enough moments to be compared with others.
func (k kindOfWork) ranked() bool { return k.N >= rankedFrom }

// spoken is the name within a sentence, and not too long for one.
func (k kindOfWork) spoken() string {
	name := k.name
	if !k.own {
		first, size := utf8.DecodeRuneInString(name)
		name = string(unicode.ToLower(first)) + name[size:]
	}
	return cmp.Or(shorten(name, longestName, sideSize, FontMeasurer{}), "…")
}

// row returns the row of a kind.
func (k kindOfWork) row(in Input) row {
	w := in.Words
	r := row{behind: lean.Subject{Figure: lean.KindFigure, Kind: k.ID, Span: in.Result.Span}}.rated(k.Rating, w)
	r.name, r.faint, r.ranged = k.name, !k.ranked(), k.ranked()
	r.shape, r.role = MarkOf(k.track)
	r.tip = func() []string {
		name := cmp.Or(shorten(k.name, tipRoom, sideSize, FontMeasurer{}), "…")
		lines := ratingTip(w.Say("chart.kinds.tip", words.Args{"Kind": name, "Track": w.Track(k.track)}), k.Rating, rankedFrom, w)
		if k.Hours > 0 {
			lines = append(lines, w.Say("chart.kinds.tip.hours", words.Args{"Hours": w.HoursAbout(k.Hours)}))
		}
		return lines
	}
	return r
}

// restRow sums up the kinds without a row.
func restRow(rest []kindOfWork, in Input) row {
	const most = 12
	w, n := in.Words, 0
	for _, k := range rest {
		n += k.N
	}
	return row{
		name: w.Count("chart.kinds.rest", len(rest)), note: w.Count("count.moments", n), bare: true,
		tip: func() []string {
			lines := []string{w.Count("chart.kinds.rest", len(rest))}
			return append(lines, wrap(namesOf(rest), tipRoom, sideSize, most, FontMeasurer{})...)
		},
		behind: lean.Subject{Figure: lean.KindFigure, Span: in.Result.Span},
	}
}

func namesOf(kinds []kindOfWork) string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.name)
	}
	return strings.Join(names, ", ")
}

// kindsShown returns the kinds with most moments, in the order in which they
// are shown. The others are the rest, those with most moments first: either none
// or at least two. The kinds that give most and least are never among the rest,
// because the title names them.
func kindsShown(in Input) (shown, rest []kindOfWork) {
	for _, k := range in.Result.Kinds {
		kind := kindOf(in.Kinds, k.ID)
		shown = append(shown, kindOfWork{k, oneLine(in.Words.Kind(kind)), kind.Track, kind.Name != ""})
	}
	if len(shown) > mostKinds {
		slices.SortStableFunc(shown, byEnergy)
		ends := map[string]bool{shown[0].ID: true, shown[max(len(rankedOf(shown))-1, 0)].ID: true}
		slices.SortStableFunc(shown, func(a, b kindOfWork) int {
			switch {
			case ends[a.ID] == ends[b.ID]:
				return cmp.Compare(b.N, a.N)
			case ends[a.ID]:
				return -1
			}
			return 1
		})
		shown, rest = shown[:mostKinds-1], shown[mostKinds-1:]
	}
	slices.SortStableFunc(shown, byEnergy)
	return shown, rest
}

// byEnergy puts ranked kinds before others, and those that give most first.
func byEnergy(a, b kindOfWork) int {
	if a.ranked() != b.ranked() {
		if a.ranked() {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Mean, a.Mean), cmp.Compare(b.N, a.N), cmp.Compare(a.ID, b.ID))
}

// rankedOf returns the kinds with enough moments, those that give most first.
func rankedOf(kinds []kindOfWork) []kindOfWork {
	ranked := slices.DeleteFunc(slices.Clone(kinds), func(k kindOfWork) bool { return !k.ranked() })
	slices.SortStableFunc(ranked, byEnergy)
	return ranked
}

// kindOf returns a kind of the catalog, or one that is called by its id.
func kindOf(kinds journal.Kinds, id string) journal.Kind {
	if kind, ok := kinds.Find(id); ok {
		return kind
	}
	return journal.Kind{ID: id, Name: id, Track: journal.Both}
}

// kindsTitle names the kinds that gave and took most, but only if the two
// differ clearly.
func kindsTitle(kinds []kindOfWork, w *words.Words) string {
	const even = 0.25 // points of energy, too few to count as a difference
	ranked := rankedOf(kinds)
	if len(ranked) == 1 {
		return w.Say("chart.kinds.title.one", words.Args{"Kind": ranked[0].spoken()})
	}
	top, bottom := ranked[0], ranked[len(ranked)-1]
	lifts, drains := top.Mean >= even, bottom.Mean <= -even
	switch {
	case top.Mean-bottom.Mean < even:
		return w.Say("chart.kinds.title.even")
	case top.Low <= bottom.High:
		return w.Say("chart.kinds.title.untold")
	case lifts && drains:
		return w.Say("chart.kinds.title.both", words.Args{"Top": top.spoken(), "Bottom": bottom.spoken()})
	case lifts:
		return w.Say("chart.kinds.title.energized", words.Args{"Top": top.spoken(), "Bottom": bottom.spoken()})
	case drains:
		return w.Say("chart.kinds.title.drained", words.Args{"Top": top.spoken(), "Bottom": bottom.spoken()})
	}
	return w.Say("chart.kinds.title.little")
}
