package chart

import (
	"cmp"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// drainBar is how many of the rated moments of a track or a kind drained.
type drainBar struct {
	lean.Rating
	name   string
	track  journal.Track
	behind lean.Subject
}

func (b drainBar) share() float64 {
	if b.N == 0 {
		return 0
	}
	return float64(b.Drained) / float64(b.N)
}

// drainBars returns the bars of all tracks, and of the kinds that drained most
// often, of those with as many moments as a track needs.
func drainBars(in Input) (tracks, kinds []drainBar) {
	const most = 3
	w, span := in.Words, in.Result.Span
	for _, track := range journal.Tracks {
		tracks = append(tracks, drainBar{
			in.Result.Energy.Tracks.Of(track), w.Track(track), track, lean.Subject{Figure: lean.DrainFigure, Track: track, Span: span},
		})
	}
	for _, k := range in.Result.Kinds {
		if kind := kindOf(in.Kinds, k.ID); k.N >= lean.FirstRated && k.Drained > 0 {
			kinds = append(kinds, drainBar{
				k.Rating, oneLine(w.Kind(kind)), kind.Track, lean.Subject{Figure: lean.DrainFigure, Kind: k.ID, Span: span},
			})
		}
	}
	slices.SortStableFunc(kinds, func(a, b drainBar) int {
		return cmp.Or(cmp.Compare(b.share(), a.share()), cmp.Compare(b.N, a.N))
	})
	return tracks, kinds[:min(most, len(kinds))]
}

// drainTitle returns which share of the moments of each track drained, the largest
// first.
func drainTitle(tracks []drainBar, w *words.Words) string {
	tracks = slices.DeleteFunc(slices.Clone(tracks), func(b drainBar) bool { return b.N == 0 })
	if !slices.ContainsFunc(tracks, func(b drainBar) bool { return b.Drained > 0 }) {
		return w.Say("chart.drain.title.none")
	}
	slices.SortStableFunc(tracks, func(a, b drainBar) int { return cmp.Compare(b.share(), a.share()) })
	var parts []string
	for _, b := range tracks {
		parts = append(parts, w.Say("chart.share", words.Args{"Track": b.name, "Share": w.Percent(b.share())}))
	}
	return w.Say("chart.drain.title", words.Args{"Shares": strings.Join(parts, ", ")})
}

// quote breaks a text into lines, within quotation marks.
func (c *drainChart) quote(text string, room float64) []string {
	quoted := func(text string) string { return c.words.Say("chart.drain.quote", words.Args{"Text": text}) }
	lines := wrap(text, room-c.width(quoted(""), quoteSize), quoteSize, c.lines, c.measure)
	return strings.Split(quoted(strings.Join(lines, "\n")), "\n")
}

// about returns the kind, week and length, if it is known, of a moment. Where there is not
// enough room the kind is shortened first, then all of it.
func (c *drainChart) about(m lean.DatedMoment, room float64) string {
	say := func(kind string) string { return aboutMoment(kind, m, c.words) }
	kind := c.words.Kind(kindOf(c.in.Kinds, m.Kind))
	short := shorten(kind, room-c.width(say(""), noteSize), noteSize, c.measure)
	return shorten(say(cmp.Or(short, "…")), room, noteSize, c.measure)
}

func aboutMoment(kind string, m lean.DatedMoment, w *words.Words) string {
	about := w.Say("chart.drain.about", words.Args{"Kind": kind, "Week": w.WeekInline(m.Week)})
	if hours := w.Hours(m.Hours); hours != "" {
		about += " · " + hours
	}
	return about
}

// drainTip reads out a bar.
func drainTip(b drainBar, w *words.Words) []string {
	name := cmp.Or(shorten(b.name, tipRoom, sideSize, FontMeasurer{}), "…")
	if b.N == 0 {
		return []string{name, w.Say("chart.drain.unknown")}
	}
	return []string{name, drained(b, w)}
}

// drained formats how many moments drained.
func drained(b drainBar, w *words.Words) string {
	return w.Count("chart.drain.of", b.Drained, words.Args{"All": w.Count("count.moments", b.N)})
}

// quoteTip reads out a moment with more of its text than there is room for in
// the chart.
func quoteTip(m lean.DatedMoment, w *words.Words, measure Measurer) []string {
	const most = 5
	lines := []string{w.Say("chart.drain.tip.moment", words.Args{"Week": w.Week(m.Week), "Energy": w.Energy(m.Energy)})}
	return append(lines, wrap(m.Text, tipRoom, sideSize, most, measure)...)
}

// drainSummary describes the chart to those who cannot see it.
func drainSummary(bars []drainBar, quotes []lean.DatedMoment, in Input) string {
	w := in.Words
	var sentences []string
	for _, b := range bars {
		if b.N > 0 {
			sentences = append(sentences, w.Say("chart.drain.summary", words.Args{"Name": b.name, "Drained": drained(b, w)}))
		}
	}
	if len(quotes) > 0 {
		sentences = append(sentences, w.Say("chart.drain.summary.quotes"))
	}
	for _, m := range quotes {
		kind := oneLine(w.Kind(kindOf(in.Kinds, m.Kind)))
		text := strings.Join(wrap(m.Text, tipRoom, sideSize, quoteLines, FontMeasurer{}), " ")
		sentences = append(sentences, w.Say("chart.drain.summary.moment", words.Args{
			"Text": w.Say("chart.drain.quote", words.Args{"Text": text}), "About": aboutMoment(kind, m, w),
		}))
	}
	return strings.Join(sentences, " ")
}
