package chart

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// drawHits adds a region for the name of each event that has one, and then one
// for each calendar week of the span.
func (c *leanChart) drawHits() {
	for i, callout := range c.callouts {
		if callout.row >= 0 {
			c.drawEventHit(c.events[i], callout)
		}
	}
	for i, cell := range c.cells {
		left, right := c.axis.start(cell.week), c.axis.right
		if i+1 < len(c.cells) {
			right = c.axis.start(c.cells[i+1].week)
		} else if len(c.cells) < c.axis.weeks {
			right = left + c.axis.step()
		}
		focus := 0.0
		switch {
		case cell.observed():
			focus = cell.logged.L
		case !c.dots && cell.level != nil:
			focus = cell.level.Mid
		}
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: Point{left, c.top}, Max: Point{right, c.bottom},
			Focus: Point{c.axis.center(cell.week), c.y(focus)},
			Guide: true, Tip: c.tip(cell),
			Behind: lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: cell.week, To: cell.week}},
		})
	}
}

// drawEventHit adds the region of the name of an event.
func (c *leanChart) drawEventHit(e journal.Event, at callout) {
	w := c.words
	bottom := c.top - rowHeight*float64(at.row)
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: Point{min(at.x, at.from), bottom - rowHeight}, Max: Point{max(at.x, at.to), bottom},
		Focus: Point{at.x, bottom - rowHeight/2},
		Tip: []string{
			strings.Join(strings.Fields(w.Event(e)), " "),
			w.Say("chart.lean.tip.event", words.Args{"Kind": w.EventKind(e.Kind), "Week": w.WeekInline(e.Week), "Dates": w.WeekDates(e.Week)}),
		},
		Behind: lean.Subject{Figure: lean.EventFigure, Span: lean.Span{From: e.Week, To: e.Week}},
		Event:  e.ID,
	})
}

// tip reads out a week: its name, its figures, its events.
func (c *leanChart) tip(cell leanCell) []string {
	if known, ok := c.tips[cell.week]; ok {
		return known
	}
	w := c.words
	lines := weekTip(cell.week, cell.logged, w)
	if !c.dots && cell.level != nil {
		lines = append(lines, w.Say("chart.lean.tip.level", words.Args{
			"Lean": w.Toward(cell.level.Mid), "Range": w.Range(cell.level.Low90, cell.level.High90),
		}))
	}
	for _, e := range cell.events {
		const room = 420
		if name := shorten(w.Event(e), room, calloutSize, FontMeasurer{}); name != "" {
			lines = append(lines, name)
		}
	}
	return lines
}

// weekTip reads out a week: its name and its figures. Week is nil if nothing
// was logged.
func weekTip(at journal.Week, week *lean.Week, w *words.Words) []string {
	lines := []string{w.Say("chart.lean.tip.week", words.Args{"Week": w.Week(at), "Dates": w.WeekDates(at)})}
	say := func(id string, lean float64) {
		lines = append(lines, w.Say(id, words.Args{"Lean": w.Toward(lean)}))
	}
	switch {
	case week == nil:
		lines = append(lines, w.Say("chart.lean.tip.missing"))
	case !week.Observed:
		lines = append(lines, w.Say("chart.lean.tip.away"))
	default:
		say("chart.lean.tip.lean", week.L)
		say("chart.lean.tip.time", week.T)
		if week.HasD {
			say("chart.lean.tip.energy", week.D)
		}
	}
	return lines
}

// summary describes the chart to those who cannot see it.
func (c *leanChart) summary(r lean.Result) string {
	w := c.words
	if r.WeeksLogged == 0 {
		return w.Say("chart.lean.empty")
	}
	sentences := []string{w.Count("chart.lean.summary.weeks", r.WeeksLogged, words.Args{
		"Spanned": w.Number(float64(len(c.cells)), 0),
		"From":    w.Date(c.cells[0].week.Monday()), "To": w.Date(c.cells[len(c.cells)-1].week.Sunday()),
	})}
	if runs := c.runs(); !c.dots && len(runs) > 0 {
		first, last := c.cells[runs[0].from].level, c.cells[runs[len(runs)-1].to].level
		sentences = append(sentences, w.Say("chart.lean.summary.line", words.Args{
			"First": w.Toward(first.Mid), "Last": w.Toward(last.Mid), "Range": w.Range(last.Low90, last.High90),
		}))
	}
	for _, e := range c.events {
		sentences = append(sentences, w.Say("chart.lean.summary.event", words.Args{
			"Week": w.Week(e.Week), "Event": strings.Join(strings.Fields(w.Event(e)), " "),
		}))
	}
	return strings.Join(sentences, " ")
}
