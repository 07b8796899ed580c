package chart

import (
	"math"
	"strconv"
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

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

// quartersTitle says where energy pulls, in how many of the quarters of which
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
	latest, said := latestOf(r.Quarters, w)
	for _, q := range latest {
		said = append(said, w.Count("chart.quarters.summary.quarter", q.Weeks, words.Args{
			"Quarter": quarterName(q, w), "Time": w.Toward(q.T), "Energy": w.Toward(q.L), "Pull": pullOf(q, w),
		}))
	}
	return strings.Join(said, " ")
}
