package chart

import (
	"math"
	"strconv"
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// fewestWeeks is how many observed weeks a quarter needs to be counted in a
// title: as many as for a first reading. One with fewer is drawn in gray.
const fewestWeeks = 4

func thin(q lean.Quarter) bool { return q.Weeks < fewestWeeks }

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

// quarterHeading is the first line of a quarter's tip.
func quarterHeading(q lean.Quarter, w *words.Words) string {
	return w.Count("chart.quarter.tip", q.Weeks, words.Args{"Quarter": quarterName(q, w)})
}

// inWeeks is the radius of the mark of a quarter: its area shows the weeks that
// it rests on, from least for one to most for a whole quarter.
func inWeeks(weeks int, least, most float64) float64 {
	const whole = 13
	share := math.Sqrt(min(float64(weeks), whole) / whole)
	return least + (most-least)*share
}

// mostSummarized is how many quarters a summary goes through.
const mostSummarized = 8

// latestOf returns the quarters that a summary goes through, and how it begins:
// how many there are, and which of them follow.
func latestOf(quarters []lean.Quarter, w *words.Words) (latest []lean.Quarter, sentences []string) {
	if n := len(quarters); n > 1 {
		sentences = append(sentences, w.Say("chart.quarter.summary", words.Args{
			"All":   w.Number(float64(n), 0),
			"First": quarterName(quarters[0], w), "Last": quarterName(quarters[n-1], w),
		}))
	}
	latest = quarters[max(0, len(quarters)-mostSummarized):]
	if len(latest) < len(quarters) {
		sentences = append(sentences, w.Say("chart.quarter.summary.latest"))
	}
	return latest, sentences
}

// agrees reports whether the pull of energy, as it is written, is next to none.
func agrees(q lean.Quarter) bool { return math.Round(100*math.Abs(q.Pull)) < 100*inBalance }

func (c *quartersChart) yearOf(q lean.Quarter) string { return strconv.Itoa(q.Year) }

// tip reads out a quarter.
func (c *quartersChart) tip(q lean.Quarter) []string {
	w := c.words
	return []string{
		quarterHeading(q, w),
		w.Say("chart.lean.tip.time", words.Args{"Lean": w.Toward(q.T)}),
		w.Say("chart.quarters.tip.energy", words.Args{"Lean": w.Toward(q.L)}),
		w.Say("chart.quarters.tip.pull", words.Args{"Lean": pullOf(q, w)}),
	}
}

// pullOf gives the pull of energy in words.
func pullOf(q lean.Quarter, w *words.Words) string {
	if math.Abs(q.Pull) < 0.005 {
		return w.Say("chart.quarters.pull.none")
	}
	return w.Toward(q.Pull)
}

// pulls counts the quarters of which enough is known by where energy pulls.
type pulls struct{ technical, people, none int }

func pullsOf(r lean.Result) (n pulls) {
	for _, q := range r.Quarters {
		switch {
		case thin(q):
		case agrees(q):
			n.none++
		case q.Pull < 0:
			n.technical++
		default:
			n.people++
		}
	}
	return n
}

// quartersTitle returns where energy pulls, in how many of the quarters of which
// enough is known.
func quartersTitle(r lean.Result, w *words.Words) string {
	n := pullsOf(r)
	all := n.technical + n.people + n.none
	most, side := n.none, "none"
	switch {
	case all == 0:
		return w.Say("chart.quarters.title")
	case n.technical == n.people && n.technical >= n.none:
		return w.Say("chart.quarters.title.ways")
	case n.technical > n.people && n.technical >= n.none:
		most, side = n.technical, "technical"
	case n.people > n.technical && n.people >= n.none:
		most, side = n.people, "people"
	}
	switch {
	case all == 1:
		return w.Say("chart.quarters.title.one." + side)
	case most == all:
		return w.Say("chart.quarters.title.all." + side)
	}
	return w.Count("chart.quarters.title.some."+side, most, words.Args{"All": w.Number(float64(all), 0)})
}

// quartersCaption explains how to read the chart.
func quartersCaption(r lean.Result, w *words.Words) string {
	caption := w.Say("chart.quarters.caption")
	for _, q := range r.Quarters {
		if thin(q) {
			return caption + " " + w.Say("chart.quarters.caption.thin")
		}
	}
	return caption
}

// quartersSummary goes through the latest quarters.
func quartersSummary(r lean.Result, w *words.Words) string {
	latest, sentences := latestOf(r.Quarters, w)
	for _, q := range latest {
		sentences = append(sentences, w.Count("chart.quarters.summary.quarter", q.Weeks, words.Args{
			"Quarter": quarterName(q, w), "Time": w.Toward(q.T), "Energy": w.Toward(q.L), "Pull": pullOf(q, w),
		}))
	}
	return strings.Join(sentences, " ")
}
