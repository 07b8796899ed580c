package chart

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// drawHits adds a region for the name of each event that has one, and then one
// for each calendar week of the span.
func (c *dialsChart) drawHits() {
	top, bottom := c.panels[0].top, c.panels[1].bottom
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
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: Point{left, top}, Max: Point{right, bottom},
			Focus: Point{c.axis.center(cell.week), c.focus(cell)},
			Guide: true, Tip: func() []string { return c.tip(cell) },
			Behind: behindWeek(cell.week),
		})
	}
}

// focus is the height of what a week is read by: its mark, or the level of the
// first panel that has one.
func (c *dialsChart) focus(cell weekCell) float64 {
	for i := range c.panels {
		p := &c.panels[i]
		if value, _, known := p.markOf(cell); known {
			return p.scale.at(value)
		}
	}
	for i := range c.panels {
		if p := &c.panels[i]; p.drawn() && cell.levels[i] != nil {
			return p.scale.at(cell.levels[i].Mid)
		}
	}
	return c.panels[0].scale.middle()
}

// drawEventHit adds the region of the name of an event.
func (c *dialsChart) drawEventHit(e journal.Event, at callout) {
	w := c.words
	bottom := c.panels[0].top - rowHeight*float64(at.row)
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: Point{min(at.x, at.from), bottom - rowHeight}, Max: Point{max(at.x, at.to), bottom},
		Focus: Point{at.x, bottom - rowHeight/2},
		Tip: func() []string {
			return []string{
				oneLine(w.Event(e)),
				w.Say("chart.tip.event", words.Args{"Kind": w.EventKind(e.Kind), "Week": w.WeekInline(e.Week), "Dates": w.WeekDates(e.Week)}),
			}
		},
		Behind: lean.Subject{Figure: lean.EventFigure, Span: lean.Span{From: e.Week, To: e.Week}},
		Event:  e.ID,
	})
}

// tip reads out a week: its name, its figures, where the dials stood, its
// events.
func (c *dialsChart) tip(cell weekCell) []string {
	w := c.words
	lines := weekTip(cell.week, c.in.Today, cell.logged, cell.away, w)
	for of := range c.panels {
		if level := cell.levels[of]; level != nil && c.panels[of].drawn() {
			lines = append(lines, standsTip(of, *level, w))
		}
	}
	for _, e := range cell.events {
		if name := shorten(w.Event(e), tipRoom, calloutSize, FontMeasurer{}); name != "" {
			lines = append(lines, name)
		}
	}
	return lines
}

// summary describes the chart to those who cannot see it: the weeks, the states
// that each dial went through with where it stands, and the events.
func (c *dialsChart) summary() string {
	w, r := c.words, c.in.Result
	if r.WeeksLogged == 0 {
		return w.Say("chart.dials.empty")
	}
	sentences := []string{weeksOf(r, w)}
	for of := range c.panels {
		p := &c.panels[of]
		level, known := p.dial.Now()
		switch {
		case known && p.drawn():
			sentences = append(sentences, w.Say("chart.dials.summary", words.Args{
				"Dial": w.Say(dialID[p.of] + ".name"), "States": c.states(p), "Stands": stands(of, level, w),
			}))
		case of == ofEnergy:
			sentences = append(sentences, w.Say("chart.dials.summary.missing", words.Args{"Dial": w.Say(dialID[p.of] + ".name"), "Missing": missingOf(c.in.Result.Energy, c.words)}))
		}
	}
	for _, e := range c.events {
		sentences = append(sentences, w.Say("chart.dials.summary.event", words.Args{"Week": w.Week(e.Week), "Event": oneLine(w.Event(e))}))
	}
	return strings.Join(sentences, " ")
}

// states lists the states that a dial went through, the latest ones.
func (c *dialsChart) states(p *panel) string {
	const most = 8
	var parts []string
	for _, spell := range p.dial.Spells[max(0, len(p.dial.Spells)-most):] {
		parts = append(parts, c.words.Say("chart.dials.state", words.Args{
			"State": c.words.StateName(spell.State), "Week": c.words.WeekInline(spell.From),
		}))
	}
	return strings.Join(parts, ", ")
}

// weeksOf counts the weeks of a result.
func weeksOf(r lean.Result, w *words.Words) string {
	return w.Count("chart.weeks", r.WeeksLogged, words.Args{
		"Spanned": w.Number(float64(r.Span.Weeks()), 0),
		"From":    w.Date(r.Span.From.Monday()), "To": w.Date(r.Span.To.Sunday()),
	})
}
