package chart

import (
	"slices"
	"strings"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// tip reads out a quarter.
func (c *quadrantChart) tip(q lean.Quarter) []string {
	w := c.words
	return append([]string{quarterHeading(q, w)}, timeAndEnergy(q, w)...)
}

// timeAndEnergy gives both figures of a quarter, with what they could be.
func timeAndEnergy(q lean.Quarter, w *words.Words) []string {
	if !q.HasBand {
		return []string{
			w.Say("chart.lean.tip.time", words.Args{"Lean": w.Toward(q.T)}),
			w.Say("chart.lean.tip.energy", words.Args{"Lean": w.Toward(q.D)}),
		}
	}
	return []string{
		w.Say("chart.quadrant.tip.time", words.Args{"Lean": w.Toward(q.T), "Range": w.Range(q.TLow, q.THigh)}),
		w.Say("chart.quadrant.tip.energy", words.Args{"Lean": w.Toward(q.D), "Range": w.Range(q.DLow, q.DHigh)}),
	}
}

// quadrantTitle returns where time and energy lean in the surest quarter, each
// only if its whole interval is on one side.
func quadrantTitle(quarters []lean.Quarter, w *words.Words) string {
	q := quarters[surest(quarters)]
	if !q.HasBand {
		return w.Say("chart.quadrant.title")
	}
	time, energy := surely(q.TLow, q.THigh), surely(q.DLow, q.DHigh)
	return w.Say("chart.quadrant.title."+time+"."+energy, words.Args{"Quarter": quarterName(q, w)})
}

// surely names the side on which an interval lies.
func surely(low, high float64) string {
	switch {
	case high < 0:
		return "technical"
	case low > 0:
		return "people"
	}
	return "none"
}

// quadrantCaption explains how to read the chart.
func quadrantCaption(quarters []lean.Quarter, w *words.Words) string {
	sentences := []string{w.Say("chart.quadrant.caption", words.Args{"Reach": w.Decimal(reachOf(quarters))})}
	if len(quarters) > 1 {
		sentences = append(sentences, w.Say("chart.quadrant.caption.path"))
	}
	if len(quarters) > recentQuarters {
		sentences = append(sentences, w.Say("chart.quadrant.caption.older"))
	}
	if quarters[surest(quarters)].HasBand {
		sentences = append(sentences, w.Say("chart.quadrant.caption.box"))
	}
	if slices.ContainsFunc(quarters, func(q lean.Quarter) bool { return !q.HasBand }) {
		sentences = append(sentences, w.Say("chart.quadrant.caption.hollow"))
	}
	return strings.Join(sentences, " ")
}

// quadrantSummary goes through the latest quarters.
func quadrantSummary(quarters []lean.Quarter, w *words.Words) string {
	latest, sentences := latestOf(quarters, w)
	for _, q := range latest {
		if q == quarters[surest(quarters)] && q.HasBand {
			sentences = append(sentences, w.Say("chart.quadrant.summary.surest", words.Args{
				"Quarter": quarterName(q, w), "Time": w.Toward(q.T), "TimeRange": w.Range(q.TLow, q.THigh),
				"Energy": w.Toward(q.D), "EnergyRange": w.Range(q.DLow, q.DHigh),
			}))
			continue
		}
		sentences = append(sentences, w.Say("chart.quadrant.summary.quarter", words.Args{
			"Quarter": quarterName(q, w), "Time": w.Toward(q.T), "Energy": w.Toward(q.D),
		}))
	}
	return strings.Join(sentences, " ")
}
