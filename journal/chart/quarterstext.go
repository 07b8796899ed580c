package chart

import (
	"strconv"
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func yearOf(q lean.Quarter) string { return strconv.Itoa(q.Year) }

// quarterName names a quarter with its year: "Q3 2026".
func quarterName(q lean.Quarter, w *words.Words) string {
	return w.Say("chart.quarter", words.Args{"Number": q.Number, "Year": q.Year})
}

// quarterShort names a quarter of a year that is named next to it: "Q3".
func quarterShort(q lean.Quarter, w *words.Words) string {
	return w.Say("chart.quarter.short", words.Args{"Number": q.Number})
}

// behindQuarter is what a quarter rests on: its weeks, as far as they are in
// the span of the result.
func behindQuarter(q lean.Quarter, span lean.Span) lean.Subject {
	weeks := q.Span()
	if weeks.From.Before(span.From) {
		weeks.From = span.From
	}
	if weeks.To.After(span.To) {
		weeks.To = span.To
	}
	return lean.Subject{Figure: lean.QuarterFigure, Span: weeks}
}

// quarterTip reads out a quarter: its weeks, and both dials as far as they stood.
func quarterTip(q lean.Quarter, w *words.Words) []string {
	lines := []string{
		w.Count("chart.quarter.tip", q.Weeks, words.Args{"Quarter": quarterName(q, w)}),
		standsTip(ofTime, q.Time, w),
	}
	if q.HasEnergy {
		lines = append(lines, standsTip(ofEnergy, q.Energy, w))
	}
	return lines
}

// quartersSummary goes through the latest quarters: how many there are, and where the
// dials stood in each.
func quartersSummary(quarters []lean.Quarter, w *words.Words) string {
	const most = 8 // that a summary goes through
	var sentences []string
	if n := len(quarters); n > 1 {
		sentences = append(sentences, w.Say("chart.quarter.summary", words.Args{
			"All":   w.Number(float64(n), 0),
			"First": quarterName(quarters[0], w), "Last": quarterName(quarters[n-1], w),
		}))
	}
	latest := quarters[max(0, len(quarters)-most):]
	if len(latest) < len(quarters) {
		sentences = append(sentences, w.Say("chart.quarter.summary.latest"))
	}
	for _, q := range latest {
		args := words.Args{"Quarter": quarterName(q, w), "Time": w.TimeShare(q.Time.Mid)}
		if !q.HasEnergy {
			sentences = append(sentences, w.Say("chart.quarter.summary.time", args))
			continue
		}
		args["Energy"] = w.EnergyGap(q.Energy.Mid)
		sentences = append(sentences, w.Say("chart.quarter.summary.both", args))
	}
	return strings.Join(sentences, " ")
}

// sideCount counts the quarters by the state that a dial was in at their ends.
type sideCount struct{ technical, people, all int }

func (s *sideCount) count(state lean.State) {
	s.all++
	switch state {
	case lean.Technical:
		s.technical++
	case lean.People:
		s.people++
	}
}

// phrase formats on which side a dial was in how many quarters.
func (s sideCount) phrase(id string, w *words.Words) string {
	all := words.Args{"All": w.Number(float64(s.all), 0)}
	switch {
	case s.technical > 0 && s.people > 0:
		return w.Say(id + ".ways")
	case s.technical > 0:
		return w.Count(id+".technical", s.technical, all)
	case s.people > 0:
		return w.Count(id+".people", s.people, all)
	}
	return w.Say(id + ".none")
}

// quartersTitle returns on which side both dials were, in how many of the
// quarters.
func quartersTitle(r lean.Result, w *words.Words) string {
	var time, energy sideCount
	for _, q := range r.Quarters {
		time.count(stateAt(r.Time.Dial, q.Time))
		if q.HasEnergy {
			energy.count(stateAt(r.Energy.Dial, q.Energy))
		}
	}
	if energy.all == 0 {
		return time.phrase("chart.quarters.time", w)
	}
	return w.Say("chart.quarters.title", words.Args{
		"Time": time.phrase("chart.quarters.time", w), "Energy": energy.phrase("chart.quarters.energy", w),
	})
}
