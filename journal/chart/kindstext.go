package chart

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// tipRoom is how wide a line of a tip may be.
const tipRoom = 420.0

// kindTip reads out a kind: its halves, its mean and how sure that is.
func kindTip(row kindRow, w *words.Words, m Measurer) []string {
	name := cmp.Or(shorten(row.name, tipRoom, sideSize, m), "…")
	lines := []string{w.Say("chart.kinds.tip.kind", words.Args{"Kind": name, "Track": w.Track(row.track)})}
	half := func(id string, h lean.KindHalf) {
		if h.N > 0 {
			lines = append(lines, w.Say(id, words.Args{
				"Energy": w.Signed(h.Mean, 1), "Moments": w.Count("count.moments", h.N), "Hours": w.Hours(h.Hours),
			}))
		}
	}
	half("chart.kinds.tip.first", row.First)
	half("chart.kinds.tip.second", row.Second)
	if row.HasBand {
		return append(lines, w.Say("chart.kinds.tip.mean", words.Args{
			"Energy": w.Signed(row.Mean, 1), "Low": w.Signed(row.Low, 1), "High": w.Signed(row.High, 1),
		}))
	}
	return append(lines, w.Say("chart.kinds.few"))
}

// restTip names the kinds that are summed up.
func restTip(rest []kindRow, w *words.Words, m Measurer) []string {
	const room, most = 160, 12
	var named []string
	for _, row := range rest {
		name := cmp.Or(shorten(row.name, room, sideSize, m), "…")
		named = append(named, w.Say("chart.kinds.tip.rest", words.Args{"Kind": name, "Hours": w.Hours(row.Hours)}))
	}
	lines := []string{w.Count("chart.kinds.rest", len(rest))}
	return append(lines, wrap(strings.Join(named, ", "), tipRoom, sideSize, most, m)...)
}

// kindsSummary describes the chart to those who cannot see it.
func kindsSummary(rows, rest []kindRow, w *words.Words) string {
	sentences := []string{w.Say("chart.kinds.summary")}
	for _, row := range rows {
		args := words.Args{
			"Kind": row.name, "Hours": w.Hours(row.Hours),
			"First": w.Signed(row.First.Mean, 1), "Second": w.Signed(row.Second.Mean, 1),
		}
		id := "chart.kinds.summary.halves"
		switch {
		case row.First.N == 0:
			args["Second"] = w.Signed(row.latest(), 1)
			delete(args, "First")
			id = "chart.kinds.summary.second"
		case row.Second.N == 0:
			delete(args, "Second")
			id = "chart.kinds.summary.first"
		}
		text := w.Say(id, args)
		if !row.ranked() {
			text = w.Say("chart.kinds.summary.few", words.Args{"Said": text})
		}
		sentences = append(sentences, text)
	}
	if len(rest) > 0 {
		var names []string
		for _, row := range rest {
			names = append(names, row.name)
		}
		sentences = append(sentences, w.Count("chart.kinds.summary.rest", len(rest), words.Args{
			"Hours": w.Hours(hoursOf(rest)), "Kinds": strings.Join(names, ", "),
		}))
	}
	return strings.Join(sentences, " ")
}

// kindsTitle names the kinds that energized and drained most in the second half,
// but only if the two differ clearly over all, and so do the two that gave most
// and least over all: then the remark on them, next to the chart, agrees.
func kindsTitle(rows []kindRow, w *words.Words) string {
	const even = 0.25 // points of energy, too few to count as a difference
	var ranked []kindRow
	for _, row := range rows {
		if row.ranked() {
			ranked = append(ranked, row)
		}
	}
	slices.SortStableFunc(ranked, byEnergy)
	switch len(ranked) {
	case 0:
		return w.Say("chart.kinds.title.none")
	case 1:
		return w.Say("chart.kinds.title.one", words.Args{"Kind": ranked[0].spoken})
	}
	top, bottom := ranked[0], ranked[len(ranked)-1]
	lifts, drains := top.latest() >= even, bottom.latest() <= -even
	switch {
	case top.latest()-bottom.latest() < even:
		return w.Say("chart.kinds.title.even")
	case top.Low <= bottom.High || !apart(ranked):
		return w.Say("chart.kinds.title.untold")
	case lifts && drains:
		return w.Say("chart.kinds.title.both", words.Args{"Top": top.spoken, "Bottom": bottom.spoken})
	case lifts:
		return w.Say("chart.kinds.title.energized", words.Args{"Top": top.spoken, "Bottom": bottom.spoken})
	case drains:
		return w.Say("chart.kinds.title.drained", words.Args{"Top": top.spoken, "Bottom": bottom.spoken})
	}
	return w.Say("chart.kinds.title.little")
}

// apart reports whether the kinds with the highest and the lowest mean differ
// clearly.
func apart(ranked []kindRow) bool {
	byMean := func(a, b kindRow) int { return cmp.Compare(a.Mean, b.Mean) }
	return slices.MaxFunc(ranked, byMean).Low > slices.MinFunc(ranked, byMean).High
}
