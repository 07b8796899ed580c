package chart

import (
	"slices"

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
