package chart

import (
	"cmp"
	"math"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// sides are the tracks that have a side of their own.
var sides = []journal.Track{journal.Technical, journal.People}

// drainOf returns which share of a track's rated hours drained, and whether
// there were any.
func drainOf(e lean.Energies, t journal.Track) (share float64, known bool) {
	share, known = e.TechnicalDrain, e.HasTechnical
	if t == journal.People {
		share, known = e.PeopleDrain, e.HasPeople
	}
	return min(max(0, share), 1), known
}

// drainTitle returns which share of each track's hours drained, the larger first.
func drainTitle(e lean.Energies, w *words.Words) string {
	technical, people := w.Percent(e.TechnicalDrain), w.Percent(e.PeopleDrain)
	switch {
	case e.TechnicalDrain <= 0 && e.PeopleDrain <= 0:
		return w.Say("chart.drain.title.none")
	case !e.HasPeople:
		return w.Say("chart.drain.title.onlyTechnical", words.Args{"Share": technical})
	case !e.HasTechnical:
		return w.Say("chart.drain.title.onlyPeople", words.Args{"Share": people})
	case math.Round(100*e.TechnicalDrain) == math.Round(100*e.PeopleDrain):
		return w.Say("chart.drain.title.even", words.Args{"Share": people})
	case e.TechnicalDrain > e.PeopleDrain:
		return w.Say("chart.drain.title.technical", words.Args{"Technical": technical, "People": people})
	}
	return w.Say("chart.drain.title.people", words.Args{"Technical": technical, "People": people})
}

// quote breaks a text into lines, within quotation marks.
func (c *drainChart) quote(text string, room float64) []string {
	quoted := func(text string) string { return c.words.Say("chart.drain.quote", words.Args{"Text": text}) }
	lines := wrap(text, room-c.width(quoted(""), quoteSize), quoteSize, c.lines, c.measure)
	return strings.Split(quoted(strings.Join(lines, "\n")), "\n")
}

// about returns the kind, week and length of a moment. Where there is not
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

// drainTip reads out the bar of a track.
func drainTip(track journal.Track, share float64, known bool, w *words.Words) []string {
	if !known {
		return []string{w.Track(track), w.Say("chart.drain.unknown")}
	}
	return []string{w.Track(track), w.Say("chart.drain.tip", words.Args{"Share": w.Percent(share)})}
}

// quoteTip reads out a moment with more of its text than there is room for in
// the chart.
func quoteTip(m lean.DatedMoment, w *words.Words, measure Measurer) []string {
	const most = 5
	lines := []string{w.Say("chart.drain.tip.moment", words.Args{"Week": w.Week(m.Week), "Energy": w.Energy(m.Energy)})}
	return append(lines, wrap(m.Text, tipRoom, sideSize, most, measure)...)
}

// drainSummary describes the chart to those who cannot see it.
func drainSummary(e lean.Energies, quotes []lean.DatedMoment, in Input) string {
	w := in.Words
	var sentences []string
	for _, track := range sides {
		id, share := "chart.drain.summary.technical", e.TechnicalDrain
		if track == journal.People {
			id, share = "chart.drain.summary.people", e.PeopleDrain
		}
		if _, known := drainOf(e, track); known {
			sentences = append(sentences, w.Say(id, words.Args{"Share": w.Percent(share)}))
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
