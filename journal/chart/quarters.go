package chart

import (
	"math"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures of the chart of quarters.
const (
	lowestRow  = 13.0 // of a quarter; where rows would be lower, the oldest are left out
	highestRow = 30.0
	yearGap    = 6.0  // between the quarters of two years
	mostRows   = 40   // that the chart wants room for: ten years
	rowSize    = 11.5 // of the texts in a row
	pullGap    = 14.0 // between the plot and the texts on either side
	pullWidth  = 560.0
	pullLine   = 3.0 // width of the line between time and energy
	ringMargin = 1.5 // by which the hollow mark is larger, so that it is seen around the filled one
	headRows   = edge + 2*rowHeight
	rowsFoot   = edge
)

// quartersChart is the chart of time and energy per quarter in the making: a
// row for each quarter, the oldest on top, with the time lean as a hollow mark,
// the energy-weighted lean as a filled one, and a line between them, which is
// the pull of energy.
type quartersChart struct {
	painter
	result lean.Result

	shown []lean.Quarter // the latest, as many as have room
	row   float64        // height of a row
	top   float64        // of the first row

	names   float64 // where the names of the quarters begin, right of the years
	axis    leanAxis
	hasPull bool // whether the pull is also written as a number
}

// quartersOfLean is the chart of quarters as one of [Charts].
func quartersOfLean(in Input) (Chart, bool) {
	r := in.Result
	if !read(r) || len(r.Quarters) == 0 {
		return Chart{}, false
	}
	title, summary := quartersTitle(r, in.Words), quartersSummary(r, in.Words)
	return Chart{
		ID: "quarters", Title: title, Caption: quartersCaption(r, in.Words), Summary: summary,
		Figure: lean.QuarterFigure,
		Height: func(float64) float64 { return quartersHeight(r.Quarters) },
		Draw: func(width, height float64, m Measurer) Scene {
			c := &quartersChart{painter: newPainter(in.Words, m, width, max(height, headRows+highestRow+rowsFoot)), result: r}
			c.scene.Title, c.scene.Summary = title, summary
			c.layOut()
			c.drawFrame()
			for i, q := range c.shown {
				c.drawQuarter(q, c.y(i))
			}
			c.drawLabels()
			c.drawHits()
			return c.scene
		},
	}, true
}

// quartersHeight is how high the chart of so many quarters wants to be.
func quartersHeight(quarters []lean.Quarter) float64 {
	quarters = quarters[max(0, len(quarters)-mostRows):]
	row := min(max(lowestRow+1, 240/float64(len(quarters))), highestRow)
	return math.Ceil(headRows + row*float64(len(quarters)) + gapsOf(quarters) + rowsFoot)
}

// gapsOf is the room between years.
func gapsOf(quarters []lean.Quarter) float64 {
	if len(quarters) == 0 {
		return 0
	}
	return yearGap * float64(yearsUpTo(quarters, len(quarters)-1))
}

// yearsUpTo returns how many new years begin among quarters up to i.
func yearsUpTo(quarters []lean.Quarter, i int) int {
	years := 0
	for k := 1; k <= i; k++ {
		if quarters[k].Year != quarters[k-1].Year {
			years++
		}
	}
	return years
}

// layOut finds the quarters that have room and the place of the plot.
func (c *quartersChart) layOut() {
	c.shown, c.top = c.result.Quarters, headRows
	room := c.scene.Height - rowsFoot - c.top
	fits := func() bool { return (room-gapsOf(c.shown))/float64(len(c.shown)) >= lowestRow }
	if !fits() {
		c.top += rowHeight // the note that some are left out
		room -= rowHeight
		for len(c.shown) > 1 && !fits() {
			c.shown = c.shown[1:]
		}
	}
	c.row = min((room-gapsOf(c.shown))/float64(len(c.shown)), highestRow)

	year, name, pull := 0.0, 0.0, c.width(c.words.Say("chart.quarters.pull"), rowSize)
	for _, q := range c.shown {
		year = max(year, c.width(c.yearOf(q), rowSize))
		name = max(name, c.width(quarterShort(q, c.words), rowSize))
		pull = max(pull, c.width(pullOf(q, c.words), rowSize))
	}
	c.names = edge + year + 0.4*pullGap
	c.axis = leanAxis{left: c.names + name + pullGap, right: c.scene.Width - edge}
	if c.hasPull = c.scene.Width >= pullWidth; c.hasPull {
		c.axis.right -= pull + pullGap
	}
}

// y is the middle of row i.
func (c *quartersChart) y(i int) float64 { return c.edge(i, 0.5) }

// edge is the upper edge of row i, or what is so many rows below it.
func (c *quartersChart) edge(i int, below float64) float64 {
	return c.top + yearGap*float64(yearsUpTo(c.shown, i)) + c.row*(float64(i)+below)
}

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
	w1, w2 := c.width(first.text, rowSize), c.width(second.text, rowSize)
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
