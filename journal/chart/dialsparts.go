package chart

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// run is a run of cells, the last one included.
type run struct{ from, to int }

// runs returns the runs of observed weeks over which the level of a panel is
// drawn without a break. A week that is missing and a change of work end a run.
func (c *dialsChart) runs(p *panel) []run {
	var runs []run
	open := false
	for i, cell := range c.cells {
		switch {
		case !cell.observed() || cell.levels[p.of] == nil || !p.drawn():
			open = false
		case open && !cell.jump:
			runs[len(runs)-1].to = i
		default:
			runs = append(runs, run{i, i})
			open = true
		}
	}
	return runs
}

// trace follows one figure of a level through a run: from the left edge of
// its first cell through the middle of each to the right edge of its last.
func (c *dialsChart) trace(p *panel, r run, figure func(*lean.Level) float64) []Point {
	start := c.axis.start(c.cells[r.from].week)
	end := c.axis.start(c.cells[r.to].week) + c.axis.step()
	if lack := thinnest - (end - start); lack > 0 {
		start, end = start-lack/2, end+lack/2
	}
	points := make([]Point, 1, r.to-r.from+3)
	for i := r.from; i <= r.to; i++ {
		points = append(points, Point{c.axis.center(c.cells[i].week), p.scale.at(figure(c.cells[i].levels[p.of]))})
	}
	points[0] = Point{start, points[1].Y}
	return append(points, Point{end, points[len(points)-1].Y})
}

func (c *dialsChart) drawBands(p *panel) {
	bands := []struct {
		role      Role
		low, high func(*lean.Level) float64
	}{
		{Band90, func(l *lean.Level) float64 { return l.Low90 }, func(l *lean.Level) float64 { return l.High90 }},
		{Band50, func(l *lean.Level) float64 { return l.Low50 }, func(l *lean.Level) float64 { return l.High50 }},
	}
	for _, band := range bands {
		for _, run := range c.runs(p) {
			low := c.trace(p, run, band.low)
			slices.Reverse(low)
			c.draw(Area{Points: append(c.trace(p, run, band.high), low...), Role: band.role})
		}
	}
}

func (c *dialsChart) drawLine(p *panel) {
	middle := func(l *lean.Level) float64 { return l.Mid }
	for _, run := range c.runs(p) {
		c.draw(Line{Points: c.trace(p, run, middle), Width: lineWidth, Role: Accent})
	}
}

// drawAway shades the weeks away, with the reason where all of a stretch have the
// same and there is room for it.
func (c *dialsChart) drawAway() {
	for i := 0; i < len(c.cells); i++ {
		from, reason := i, c.cells[i].away
		if reason == "" {
			continue
		}
		for ; i+1 < len(c.cells) && c.cells[i+1].away != ""; i++ {
			if c.cells[i+1].away != reason {
				reason = untold
			}
		}
		left, right := c.axis.start(c.cells[from].week), c.axis.start(c.cells[i].week)+c.axis.step()
		for _, p := range c.panels {
			c.draw(Rect{Min: Point{left, p.top}, Max: Point{right, p.bottom}, Role: Away})
		}
		for n, line := range c.reasonIn(reason, right-left-4) {
			at := Point{(left + right) / 2, c.panels[0].top + 1.2*noteSize*float64(n+1)}
			c.draw(Text{At: at, Text: line, Size: noteSize, Anchor: Middle, Role: Muted})
		}
	}
}

// reasonIn returns the lines of why weeks were away, none where they do not fit
// into room.
func (c *dialsChart) reasonIn(reason string, room float64) []string {
	const most = 3
	name := c.words.Say("chart.tip.away.untold")
	if reason != untold {
		name = oneLine(c.words.Away(reason))
	}
	lines := inLines(name, room, noteSize, c.measure)
	if len(lines) > most || slices.ContainsFunc(lines, func(line string) bool { return c.width(line, noteSize) > room }) {
		return nil
	}
	return lines
}

// Measures of the marks. A week of typical weight has the middle size.
const (
	largestMark  = 4.2  // radius of a typical week where there is room
	smallestMark = 1.5  // and where there is none
	markOfStep   = 0.28 // in between: this share of a cell
	markEdge     = 1.25 // of the ground around a mark, which parts it from the line
)

// drawFrame draws the middles, which everything is read against, and why a
// panel is empty.
func (c *dialsChart) drawFrame() {
	for i := range c.panels {
		p := &c.panels[i]
		middle := p.scale.middle()
		c.draw(Rule{From: Point{c.axis.left, middle}, To: Point{c.axis.right, middle}, Width: 1, Role: Balance})
		if !c.blank(p) {
			continue
		}
		text := c.words.Say("chart.dials.empty")
		if p.of == ofEnergy && c.in.Result.WeeksLogged > 0 {
			text = missingOf(c.in.Result.Energy, c.words)
		}
		at := Point{(c.axis.left + c.axis.right) / 2, middle - rowHeight/2}
		lines := wrap(text, c.axis.right-c.axis.left, sideSize, 3, c.measure)
		for n, line := range lines {
			above := endLine * float64(len(lines)-1-n)
			c.draw(Text{At: Point{at.X, at.Y - above}, Text: line, Size: sideSize, Anchor: Middle, Role: Muted})
		}
	}
}

// blank reports whether a panel has nothing to show.
func (c *dialsChart) blank(p *panel) bool {
	return !p.drawn() && !slices.ContainsFunc(c.cells, func(cell weekCell) bool {
		_, _, known := p.markOf(cell)
		return known
	})
}

// drawCallouts draws the events, as lines through both panels.
func (c *dialsChart) drawCallouts() {
	baseline := func(row int) float64 { return c.panels[0].top - 0.35*rowHeight - rowHeight*float64(row) }
	for _, callout := range c.callouts {
		for _, p := range c.panels {
			top := p.top
			if p.of == ofTime && callout.row >= 0 {
				top = baseline(callout.row) - 0.75*calloutSize
				if callout.over() {
					top = baseline(callout.row) + 0.3*calloutSize
				}
			}
			// From the bottom, so that the dashes of two events of one week meet.
			c.draw(Rule{From: Point{callout.x, p.bottom}, To: Point{callout.x, top}, Width: 1, Dashed: true, Role: Muted})
		}
		if callout.row >= 0 {
			at := Point{callout.from, baseline(callout.row)}
			c.draw(Text{At: at, Text: callout.label, Size: calloutSize, Role: Ink})
		}
	}
}

// typicalMark is the radius of the mark of a week of typical weight.
func (c *dialsChart) typicalMark() float64 {
	return min(max(smallestMark, markOfStep*c.axis.step()), largestMark)
}

// drawMarks draws the weeks of a panel, large marks first so that they hide none.
func (c *dialsChart) drawMarks(p *panel) {
	typical := c.typicalMark()
	var marks []Mark
	for _, cell := range c.cells {
		value, noise, known := p.markOf(cell)
		if !known {
			continue
		}
		shape, role := sideOf(value / p.scale.reach)
		marks = append(marks, Mark{
			At:     Point{c.axis.center(cell.week), p.scale.at(value)},
			Radius: typical * math.Sqrt(weight(noise)), Shape: shape, Role: role, Hollow: p.beyond(value),
		})
	}
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(b.Radius, a.Radius) })
	for _, mark := range marks {
		if typical == largestMark {
			c.drawOnRange(mark)
			continue
		}
		c.draw(mark)
	}
}

// weight is how much a week counts against a typical one, ¼ to 2: the inverse
// of its noise.
func weight(noise float64) float64 {
	if !(noise > 0) {
		return 1
	}
	return min(max(0.25, 1/noise), 2)
}

// drawEnds names a panel, the ends of its scale and the state in which its dial
// is now: on either side of it, or above and below it where that would take too
// much room.
func (c *dialsChart) drawEnds(p *panel) {
	name := c.words.Say(dialID[p.of] + ".name")
	people, technical := c.endNames(p)
	if c.compact {
		baseline := p.head + 0.65*rowHeight
		from := c.axis.left + c.measure.Width(name, sideSize, true) + columnGap
		c.draw(
			Text{At: Point{c.axis.left, baseline}, Text: name, Size: sideSize, Bold: true, Role: Ink},
			Text{At: Point{from, baseline}, Text: shorten(people, c.axis.right-from, sideSize, c.measure), Size: sideSize, Role: Muted},
			Text{
				At:   Point{from, p.bottom + 0.8*rowHeight},
				Text: shorten(technical, c.axis.right-from, sideSize, c.measure), Size: sideSize, Role: Muted,
			},
		)
		return
	}
	right := c.axis.left - 2*edge
	write := func(text string, baseline float64) {
		c.draw(Text{At: Point{right, baseline}, Text: text, Size: sideSize, Anchor: End, Role: Muted})
	}
	first := p.top + sideSize
	c.draw(Text{At: Point{edge, first}, Text: name, Size: sideSize, Bold: true, Role: Ink})
	for i, line := range c.endLines(people) {
		write(line, first+endLine*float64(i))
	}
	write(c.words.Say("chart.even"), p.scale.middle()+0.35*sideSize)
	lines := c.endLines(technical)
	for i, line := range lines {
		write(line, p.bottom-0.3*sideSize-endLine*float64(len(lines)-1-i))
	}
	if level, known := p.dial.Now(); known && p.drawn() {
		c.drawState(p, p.scale.at(level.Mid))
	}
}

// drawState names the present state next to the end of the line.
func (c *dialsChart) drawState(p *panel, y float64) {
	mark := stateMark(p.dial.State)
	at := Point{c.axis.right + 2*edge + sideMark, min(max(y, p.top+inset), p.bottom-inset)}
	mark.At, mark.Radius = at, sideMark+1
	c.draw(
		mark,
		Text{
			At:   Point{at.X + 2*sideMark, at.Y + 0.35*sideSize},
			Text: c.words.StateName(p.dial.State), Size: sideSize, Bold: true, Role: textOf(mark.Role),
		},
	)
}

// drawTicks names months and years under it all.
func (c *dialsChart) drawTicks() {
	base := c.scene.Height - tickRow
	for _, tick := range c.axis.ticks(c.words, c.measure) {
		c.draw(
			Rule{From: Point{tick.x, base}, To: Point{tick.x, base + 4}, Width: 1, Role: Balance},
			Text{At: Point{tick.x, base + 1.05*rowHeight}, Text: tick.label, Size: tickSize, Role: Muted},
		)
	}
}

// behindWeek is what a week rests on.
func behindWeek(w journal.Week) lean.Subject {
	return lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: w, To: w}}
}
