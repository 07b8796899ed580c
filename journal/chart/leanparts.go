package chart

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// leanRun is a run of cells, the last one included, over which the level is
// drawn without a break.
type leanRun struct{ from, to int }

// runs returns the runs of observed weeks. A week that is missing and a jump
// of the level end a run.
func (c *leanChart) runs() []leanRun {
	var runs []leanRun
	open := false
	for i, cell := range c.cells {
		switch drawn := cell.observed() && cell.level != nil; {
		case !drawn:
			open = false
		case open && !cell.jump:
			runs[len(runs)-1].to = i
		default:
			runs = append(runs, leanRun{i, i})
			open = true
		}
	}
	return runs
}

// trace follows one figure of the level through a run: from the left edge of
// its first cell through the middle of each to the right edge of its last.
func (c *leanChart) trace(run leanRun, figure func(*lean.Level) float64) []Point {
	start := c.axis.start(c.cells[run.from].week)
	end := c.axis.start(c.cells[run.to].week) + c.axis.step()
	if lack := thinnest - (end - start); lack > 0 {
		start, end = start-lack/2, end+lack/2
	}
	points := make([]Point, 0, run.to-run.from+3)
	points = append(points, Point{start, c.y(c.between(run.from-1, run.from, run.from, figure))})
	for i := run.from; i <= run.to; i++ {
		points = append(points, Point{c.axis.center(c.cells[i].week), c.y(figure(c.cells[i].level))})
	}
	return append(points, Point{end, c.y(c.between(run.to, run.to+1, run.to, figure))})
}

// between returns a figure on the border of two neighboring cells, halfway
// between both, or that of the cell own where the other has none or the level
// jumps.
func (c *leanChart) between(left, right, own int, figure func(*lean.Level) float64) float64 {
	if left < 0 || right >= len(c.cells) || c.cells[right].jump ||
		c.cells[left].level == nil || c.cells[right].level == nil {
		return figure(c.cells[own].level)
	}
	return (figure(c.cells[left].level) + figure(c.cells[right].level)) / 2
}

func (c *leanChart) drawBands() {
	bands := []struct {
		role      Role
		low, high func(*lean.Level) float64
	}{
		{Band90, func(l *lean.Level) float64 { return l.Low90 }, func(l *lean.Level) float64 { return l.High90 }},
		{Band50, func(l *lean.Level) float64 { return l.Low50 }, func(l *lean.Level) float64 { return l.High50 }},
	}
	for _, band := range bands {
		for _, run := range c.runs() {
			low := c.trace(run, band.low)
			slices.Reverse(low)
			c.draw(Area{Points: append(c.trace(run, band.high), low...), Role: band.role})
		}
	}
}

func (c *leanChart) drawLine() {
	middle := func(l *lean.Level) float64 { return l.Mid }
	for _, run := range c.runs() {
		c.draw(Line{Points: c.trace(run, middle), Width: lineWidth, Role: Accent})
	}
}

// Measures of the marks. A week of typical weight has the middle size.
const (
	largestMark  = 4.2  // radius of a typical week where there is room
	smallestMark = 1.5  // and where there is none
	markOfStep   = 0.28 // in between: this share of a cell
)

// drawFrame draws the middle, which every lean is read against.
func (c *leanChart) drawFrame() {
	middle := c.y(0)
	c.draw(Rule{From: Point{c.axis.left, middle}, To: Point{c.axis.right, middle}, Width: 1, Role: Balance})
	if !slices.ContainsFunc(c.cells, leanCell.observed) {
		c.draw(Text{
			At:   Point{(c.axis.left + c.axis.right) / 2, middle - rowHeight/2},
			Text: c.words.Say("chart.lean.empty"), Size: sideSize, Anchor: Middle, Role: Muted,
		})
	}
}

// drawCallouts draws the events.
func (c *leanChart) drawCallouts() {
	for _, callout := range c.callouts {
		head := c.calloutBaseline(callout.row) - 0.75*calloutSize
		if callout.row < 0 {
			head = c.top
		}
		// From the bottom, so that the dashes of two events of one week meet.
		c.draw(Rule{From: Point{callout.x, c.bottom}, To: Point{callout.x, head}, Width: 1, Dashed: true, Role: Muted})
	}
	for _, callout := range c.callouts {
		if callout.row >= 0 {
			at := Point{callout.from, c.calloutBaseline(callout.row)}
			c.draw(Text{At: at, Text: callout.label, Size: calloutSize, Role: Ink})
		}
	}
}

func (c *leanChart) calloutBaseline(row int) float64 {
	return c.top - 0.35*rowHeight - rowHeight*float64(row)
}

// drawMarks draws the observed weeks, large marks first so that they hide none.
func (c *leanChart) drawMarks() {
	typical := min(max(smallestMark, markOfStep*c.axis.step()), largestMark)
	var marks []Mark
	for _, cell := range c.cells {
		if !cell.observed() {
			continue
		}
		shape, role := sideOf(cell.logged.L)
		marks = append(marks, Mark{
			At:     Point{c.axis.center(cell.week), c.y(cell.logged.L)},
			Radius: typical * math.Sqrt(weight(cell.logged.Noise)),
			Shape:  shape, Role: role,
		})
	}
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(b.Radius, a.Radius) })
	for _, mark := range marks {
		c.draw(mark)
	}
}

// weight is how much a week counts against a typical one, ¼ to 4: the inverse
// of its noise.
func weight(noise float64) float64 {
	if !(noise > 0) {
		return 1
	}
	return min(max(0.25, 1/noise), 4)
}

// drawSides names the sides and the middle: left of the plot, or above and
// below it where that would take too much room.
func (c *leanChart) drawSides() {
	people, technical := sideNamed(journal.People, c.words), sideNamed(journal.Technical, c.words)
	if c.compact {
		c.draw(people.from(Point{c.axis.left, edge + 0.8*sideSize})...)
		c.draw(technical.from(Point{c.axis.left, c.bottom + 0.8*rowHeight})...)
		return
	}
	right := c.axis.left - 2*edge
	c.draw(people.to(Point{right, c.top + inset + 0.35*sideSize}, c.measure)...)
	c.draw(technical.to(Point{right, c.bottom - inset + 0.35*sideSize}, c.measure)...)
	c.draw(Text{
		At:   Point{right, c.y(0) + 0.35*sideSize},
		Text: c.words.Say("chart.lean.middle"), Size: sideSize, Anchor: End, Role: Muted,
	})
}

// drawTicks draws the axis and names months and years under it.
func (c *leanChart) drawTicks() {
	base := c.scene.Height - tickRows
	c.draw(Rule{From: Point{c.axis.left, base}, To: Point{c.axis.right, base}, Width: 1, Role: Grid})
	for _, tick := range c.axis.ticks(c.words, c.measure) {
		c.draw(
			Rule{From: Point{tick.x, base}, To: Point{tick.x, base + 5}, Width: 1, Role: Grid},
			Text{At: Point{tick.x, base + rowHeight}, Text: tick.label, Size: tickSize, Role: Muted},
		)
		if tick.year != "" {
			c.draw(Text{At: Point{tick.x, base + 1.9*rowHeight}, Text: tick.year, Size: tickSize, Role: Muted})
		}
	}
}
