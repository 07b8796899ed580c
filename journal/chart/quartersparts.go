package chart

import (
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// drawFrame draws the axis, a guide for every row, and the names of both.
func (c *quartersChart) drawFrame() {
	last := c.edge(len(c.shown)-1, 1)
	for i := range c.shown {
		c.draw(Rule{From: Point{c.axis.left, c.y(i)}, To: Point{c.axis.right, c.y(i)}, Width: 1, Role: Grid})
	}
	c.draw(Rule{From: Point{c.axis.middle(), c.top}, To: Point{c.axis.middle(), last}, Width: 1, Role: Balance})
	head := edge + 0.8*sideSize
	c.draw(c.axis.names(c.words, c.measure, head)...)
	if c.hasPull {
		c.draw(Text{
			At: Point{c.scene.Width - edge, head}, Text: c.words.Say("chart.quarters.pull"),
			Size: rowSize, Anchor: End, Role: Muted,
		})
	}
	if len(c.shown) < len(c.result.Quarters) {
		note := c.words.Say("chart.quarters.note", words.Args{
			"Shown": c.words.Number(float64(len(c.shown)), 0), "All": c.words.Number(float64(len(c.result.Quarters)), 0),
		})
		c.draw(Text{
			At:   Point{edge, head + rowHeight},
			Text: shorten(note, c.scene.Width-2*edge, rowSize, c.measure), Size: rowSize, Role: Muted,
		})
	}
}

// drawQuarter draws the row of a quarter. The filled mark lies in the hollow
// one where time and energy agree.
func (c *quartersChart) drawQuarter(q lean.Quarter, y float64) {
	timeShape, timeRole := sideOf(q.T)
	shape, role := sideOf(q.L)
	_, pull := sideOf(q.Pull)
	if agrees(q) {
		pull = Balance
	}
	if thin(q) {
		timeRole, role, pull = Balance, Balance, Balance
	}
	largest := min(7, 0.42*c.row) - ringMargin
	radius := inWeeks(q.Weeks, 0.7*largest, largest)
	from, to := Point{c.axis.x(q.T), y}, Point{c.axis.x(q.L), y}
	if from != to {
		c.draw(Line{Points: []Point{from, to}, Width: min(pullLine, 0.2*c.row), Role: pull})
	}
	c.draw(
		Mark{At: from, Radius: radius + ringMargin, Shape: timeShape, Role: timeRole, Hollow: true},
		Mark{At: to, Radius: radius, Shape: shape, Role: role},
	)
	if c.hasPull {
		text := pull
		if text == Balance {
			text = Muted
		}
		c.draw(Text{
			At: Point{c.scene.Width - edge, y + 0.35*rowSize}, Text: pullOf(q, c.words),
			Size: rowSize, Anchor: End, Role: text,
		})
	}
}

// drawLabels names the rows, and the two marks above the first of them.
func (c *quartersChart) drawLabels() {
	for i, q := range c.shown {
		baseline := c.y(i) + 0.35*rowSize
		if i == 0 || c.shown[i-1].Year != q.Year {
			c.draw(Text{At: Point{edge, baseline}, Text: c.yearOf(q), Size: rowSize, Role: Muted})
		}
		role := Ink
		if thin(q) {
			role = Muted
		}
		c.draw(Text{At: Point{c.names, baseline}, Text: quarterShort(q, c.words), Size: rowSize, Role: role})
	}

	first := c.shown[0]
	time, energy := c.words.Say("chart.quarters.time"), c.words.Say("chart.quarters.energy")
	left, right := label{c.axis.x(first.T), time}, label{c.axis.x(first.L), energy}
	if left.x > right.x {
		left, right = right, left
	}
	baseline := c.top - 0.3*rowHeight
	for _, text := range c.apart(left, right, baseline) {
		c.draw(text)
	}
}

// label is a text that names what is below x.
type label struct {
	x    float64
	text string
}

// apart places two labels on a baseline above what they name, the first to the
// left, and moves them away from each other and from the ends of the plot.
func (c *quartersChart) apart(first, second label, baseline float64) [2]Text {
	const overlap = 4 // of a label and what it names
	w1, w2 := c.measure.Width(first.text, rowSize, false), c.measure.Width(second.text, rowSize, false)
	middle := (first.x + second.x) / 2
	end := min(first.x+overlap, middle-calloutGap)
	start := max(second.x-overlap, middle+calloutGap)
	if second.x-first.x > w1/2+w2/2+tickGap { // each has room right above
		end, start = first.x+w1/2, second.x-w2/2
	}
	if lack := c.axis.left + w1 - end; lack > 0 {
		end = c.axis.left + w1
		start = max(start, end+2*calloutGap)
	}
	if lack := start + w2 - c.axis.right; lack > 0 {
		start = c.axis.right - w2
		end = min(end, start-2*calloutGap)
	}
	return [2]Text{
		{At: Point{end - w1, baseline}, Text: first.text, Size: rowSize, Role: Muted},
		{At: Point{start, baseline}, Text: second.text, Size: rowSize, Role: Muted},
	}
}

// drawHits adds a region for each quarter.
func (c *quartersChart) drawHits() {
	for i, q := range c.shown {
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: Point{0, c.edge(i, 0)}, Max: Point{c.scene.Width, c.edge(i, 1)},
			Focus:  Point{c.axis.x(q.L), c.y(i)},
			Tip:    c.tip(q),
			Behind: behindQuarter(q, c.result.Span),
		})
	}
}
