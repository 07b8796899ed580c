package chart

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// The least size of a lean chart. A smaller one is laid out at this size.
const (
	MinLeanWidth  = leastWidth
	MinLeanHeight = 160.0
)

// Measures of a lean chart.
const (
	narrow      = 520.0 // below this width the sides are named above and below the plot
	edge        = 4.0   // to the right of the plot, and above everything
	inset       = 8.0   // from a lean of 1 to the edge of the plot, so that a mark there is whole
	rowHeight   = 17.0  // of a row of text
	tickRows    = 42.0  // under the plot: months and years
	plainHeight = 150.0 // callouts get a row for each rowHeight above this, up to maxRows
	maxRows     = 4
	lineWidth   = 2.25
	thinnest    = 3.0 // width of a run of the band and line that would vanish
)

// LeanChart draws the lean over time, week by week: a mark for every observed
// week, larger the more it weighs, and once a reading may be made the level as
// a line in its 50 % and 90 % bands. events are drawn as dashed lines with
// their names; those outside r's span are left out.
//
// The axis always runs from -1 technical at the bottom to +1 people on top, so
// that two charts can be laid side by side and a small lean looks small. The
// line and the bands cover the cells of observed weeks only: a week that is
// missing is a gap as wide as the week. They also break where an event lets
// the level jump.
//
// Hits tile the plot with one region for each calendar week of r's span; before
// them come those of the names of the events, above the plot.
func LeanChart(r lean.Result, events []journal.Event, w *words.Words, m Measurer, width, height float64) Scene {
	return drawLean(r, events, w, m, width, height, nil)
}

// drawLean is LeanChart with the tips of weeks that were worded before.
func drawLean(r lean.Result, events []journal.Event, w *words.Words, m Measurer, width, height float64, tips map[journal.Week][]string) Scene {
	c := &leanChart{
		painter: newPainter(w, m, width, max(height, MinLeanHeight)),
		tips:    tips,
		dots:    r.Verdict.Strength == lean.Insufficient || len(r.Levels) == 0,
	}
	c.layOut(r, events)
	if !c.dots {
		c.drawBands()
	}
	c.drawFrame()
	c.drawCallouts()
	if !c.dots {
		c.drawLine()
	}
	c.drawMarks()
	c.drawSides()
	c.drawTicks()
	c.drawHits()
	c.scene.Title = w.LeanTitle(r)
	c.scene.Summary = c.summary(r)
	return c.scene
}

// leanOverTime is the lean chart as one of [Charts].
func leanOverTime(in Input) (Chart, bool) {
	scene := LeanChart(in.Result, in.Events, in.Words, FontMeasurer{}, MinLeanWidth, MinLeanHeight)
	// Of a chart of ten years, wording the tips takes most of the time; they
	// are the same at any size.
	tips := make(map[journal.Week][]string)
	for _, hit := range scene.Hits {
		if hit.Event == "" {
			tips[hit.Behind.Span.From] = hit.Tip
		}
	}
	draw := func(width, height float64, m Measurer) Scene {
		return drawLean(in.Result, in.Events, in.Words, m, width, height, tips)
	}
	return Chart{
		ID: "lean", Title: in.Words.LeanTitle(in.Result), Caption: leanCaption(in.Result, in.Words),
		Summary: scene.Summary, Figure: lean.LevelFigure, Wide: true,
		Height: func(width float64) float64 { return min(max(250, 0.4*width), 330) }, Draw: draw,
	}, true
}

// leanCaption explains how to read the lean chart of r.
func leanCaption(r lean.Result, w *words.Words) string {
	switch {
	case r.WeeksLogged == 0:
		return w.Say("chart.lean.caption.empty")
	case r.Verdict.Strength == lean.Insufficient:
		return w.Say("chart.lean.caption.marks")
	}
	return w.Say("chart.lean.caption")
}

// leanChart is a lean chart in the making.
type leanChart struct {
	painter
	tips map[journal.Week][]string // of the weeks, as far as they are known
	dots bool                      // too early for a line

	cells    []leanCell // one a calendar week of the span, oldest first
	events   []journal.Event
	callouts []callout // one an event

	compact     bool
	axis        weekAxis
	top, bottom float64 // of the plot
}

// leanCell is what is known of one calendar week.
type leanCell struct {
	week   journal.Week
	logged *lean.Week  // nil if nothing was logged
	level  *lean.Level // nil before the first observed week
	events []journal.Event
	jump   bool // an event of this week lets the level jump into it
}

func (c leanCell) observed() bool { return c.logged != nil && c.logged.Observed }

// layOut sorts figures and events into cells and finds the plot's place.
func (c *leanChart) layOut(r lean.Result, events []journal.Event) {
	c.compact = c.scene.Width < narrow
	left := edge
	if !c.compact {
		left = c.gutter()
	}
	c.axis = newWeekAxis(r.Span, left, c.scene.Width-edge)
	c.fillCells(r, events)

	var xs []float64
	var names []string
	for _, e := range c.events {
		xs = append(xs, c.axis.start(e.Week))
		names = append(names, c.words.Event(e))
	}
	rows := min(max(1, int((c.scene.Height-plainHeight)/rowHeight)), maxRows)
	c.callouts = placeCallouts(xs, names, c.axis.left, c.axis.right, rows, c.measure)

	c.top = edge
	for _, callout := range c.callouts {
		c.top = max(c.top, edge+rowHeight*float64(callout.row+1))
	}
	c.bottom = c.scene.Height - tickRows
	if c.compact {
		c.top += rowHeight
		c.bottom -= rowHeight
	}
}

// gutter is the room left of the plot for the names of the sides.
func (c *leanChart) gutter() float64 {
	width := c.width(c.words.Say("chart.lean.middle"), sideSize)
	for _, track := range []journal.Track{journal.Technical, journal.People} {
		width = max(width, sideNamed(track, c.words).width(c.measure))
	}
	return math.Ceil(width) + 3*edge
}

// fillCells also collects the events of the span, in the order of their weeks.
func (c *leanChart) fillCells(r lean.Result, events []journal.Event) {
	if c.axis.weeks == 0 {
		return
	}
	first := r.Span.From.Index()
	c.cells = make([]leanCell, r.Span.Weeks())
	for i, week := 0, r.Span.From; i < len(c.cells); i, week = i+1, week.Next() {
		c.cells[i].week = week
	}
	for i, week := range r.Weeks {
		if r.Span.Contains(week.Week) {
			c.cells[week.Week.Index()-first].logged = &r.Weeks[i]
		}
	}
	for i, level := range r.Levels {
		if r.Span.Contains(level.Week) {
			c.cells[level.Week.Index()-first].level = &r.Levels[i]
		}
	}
	for _, e := range events {
		if r.Span.Contains(e.Week) {
			cell := &c.cells[e.Week.Index()-first]
			cell.events = append(cell.events, e)
			cell.jump = cell.jump || e.Kind.ChangesWork()
		}
	}
	for _, cell := range c.cells {
		c.events = append(c.events, cell.events...)
	}
}

// y is the height of a lean, people on top.
func (c *leanChart) y(lean float64) float64 {
	middle := (c.top + c.bottom) / 2
	return middle - lean*((c.bottom-c.top)/2-inset)
}
