package chart

import (
	"math"
	"slices"

	"heliotrope/journal/lean"
)

// Measures of a chart of kinds.
const (
	stackedBelow = 400.0 // below this width a name stands over its marks rather than beside them
	nameShare    = 0.34  // of the width, for the names beside the marks
	kindLine     = 25.0  // height of a kind beside its name
	kindLineMost = 32.0
	kindStacked  = 40.0 // and under its name
	kindLabels   = 18.0 // for the words over the first marks
	kindNote     = 26.0 // for the heading of the kinds without rank
	kindTicks    = 21.0 // for the words under the axis
	kindMark     = 4.75
	kindFirst    = 5.25 // radius of the hollow mark: it shows around a full one
	kindSize     = 12.5 // of names and hours
	noteSize     = 11.0
	columnGap    = 12.0
)

// energyByKind draws one line a kind of work on an axis from drained to
// energized: a hollow mark for the first half of the weeks joined to a full one
// for the second, over the 95 % interval of the mean of both. The latest most
// energizing kind is on top. Kinds with too few moments come below, gray and
// without rank, and where there are too many kinds those with fewest hours are
// summed up in a last line.
//
// Hits are the lines, each for its kind, and the last for all of them.
func energyByKind(in Input) (Chart, bool) {
	rows, rest := kindRows(in)
	if !read(in.Result) || len(rows) == 0 {
		return Chart{}, false
	}
	title, summary := kindsTitle(slices.Concat(rows, rest), in.Words), kindsSummary(rows, rest, in.Words)
	return Chart{
		ID: "kinds", Title: title, Caption: in.Words.Say("chart.kinds.caption"), Summary: summary,
		Figure: lean.KindFigure,
		Height: func(width float64) float64 {
			c := newKindsChart(in, rows, rest, FontMeasurer{}, width)
			return c.fixed() + c.line*float64(len(rows))
		},
		Draw: func(width, height float64, m Measurer) Scene {
			c := newKindsChart(in, rows, rest, m, width)
			c.scene.Title, c.scene.Summary = title, summary
			c.paint(height)
			return c.scene
		},
	}, true
}

// kindsChart is a chart of kinds in the making.
type kindsChart struct {
	painter
	span       lean.Span
	rows, rest []kindRow

	stacked bool
	line    float64 // height of a kind
	axis    scale
	names   float64 // where names end beside the marks, or begin over them
	y       float64 // how far down it is painted
}

func newKindsChart(in Input, rows, rest []kindRow, m Measurer, width float64) *kindsChart {
	c := &kindsChart{painter: newPainter(in.Words, m, width), span: in.Result.Span, rows: rows, rest: rest}
	width = c.scene.Width
	c.stacked = width < stackedBelow
	if c.stacked {
		c.line, c.names, c.axis = kindStacked, edge, scaleIn(edge, width-edge)
		return c
	}
	names, hours := c.width(c.restName(), kindSize), c.width(c.restHours(), kindSize)
	for _, row := range rows {
		names = max(names, min(c.width(row.name, kindSize), nameShare*width))
		hours = max(hours, c.width(c.words.Hours(row.Hours), kindSize))
	}
	c.line, c.names = kindLine, edge+math.Ceil(names)
	c.axis = scaleIn(c.names+columnGap, width-edge-math.Ceil(hours)-columnGap)
	return c
}

// ranked is how many of the rows are ranked. They come first.
func (c *kindsChart) ranked() int {
	n := 0
	for n < len(c.rows) && c.rows[n].ranked() {
		n++
	}
	return n
}

// few reports whether some kinds have too few moments to be ranked.
func (c *kindsChart) few() bool { return c.ranked() < len(c.rows) }

// fixed is the height of everything but the kinds.
func (c *kindsChart) fixed() float64 {
	height := kindTicks + 2*edge
	if c.labeled() {
		height += kindLabels
	}
	if c.few() {
		height += kindNote
	}
	if len(c.rest) > 0 {
		height += kindLine
	}
	return height
}

func (c *kindsChart) paint(height float64) {
	if !c.stacked {
		room := (height - c.fixed()) / float64(len(c.rows))
		c.line = min(max(c.line, room), kindLineMost)
	}
	c.scene.Height = max(height, c.fixed()+c.line*float64(len(c.rows)))
	c.y = edge
	ranked := c.ranked()
	c.paintRows(c.rows[:ranked])
	if c.few() {
		c.y += kindNote
		note := shorten(c.words.Say("chart.kinds.few"), c.scene.Width-2*edge, noteSize, c.measure)
		c.draw(Text{At: Point{edge, c.y - 7}, Text: note, Size: noteSize, Role: Muted})
		c.paintRows(c.rows[ranked:])
	}
	c.paintTicks()
	c.paintRest()
}

// paintRows paints kinds below one another, after the lines of the axis behind
// them.
func (c *kindsChart) paintRows(rows []kindRow) {
	from, labels := c.y, 0.0
	if len(c.scene.Hits) == 0 && c.labeled() {
		labels = kindLabels
	}
	if !c.stacked && len(rows) > 0 {
		c.paintGrid(from+labels, from+labels+c.line*float64(len(rows)))
	}
	for i, row := range rows {
		top := c.y
		if i == 0 {
			c.y += labels
		}
		c.y += c.line
		middle, baseline := c.y-c.line/2, c.y-c.line/2+0.35*kindSize
		if c.stacked {
			middle, baseline = c.y-kindStacked+25, top+0.95*kindSize
			c.paintStrip(middle)
		}
		c.paintName(row, baseline)
		c.paintMarks(row, middle)
		if labels > 0 && i == 0 {
			over := c.y - c.line - 3
			if c.stacked {
				over = middle - 2*kindFirst
			}
			c.paintLabels(row, over)
		}
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: Point{0, top}, Max: Point{c.scene.Width, c.y}, Focus: Point{c.axis.x(row.latest()), middle},
			Tip:    kindTip(row, c.words, c.measure),
			Behind: lean.Subject{Figure: lean.KindFigure, Kind: row.ID, Span: c.span},
		})
	}
}

// paintStrip draws the scale of a line that has it to itself.
func (c *kindsChart) paintStrip(y float64) {
	left, right, middle := c.axis.x(-2), c.axis.x(2), c.axis.x(0)
	c.draw(
		Rule{From: Point{left, y}, To: Point{right, y}, Width: 1, Role: Grid},
		Rule{From: Point{middle, y - 5}, To: Point{middle, y + 5}, Width: 1, Role: Balance},
	)
}

// paintGrid draws a line at each point of the scale, the middle one darker.
func (c *kindsChart) paintGrid(top, bottom float64) {
	for point := -2; point <= 2; point++ {
		role := Grid
		if point == 0 {
			role = Balance
		}
		x := c.axis.x(float64(point))
		c.draw(Rule{From: Point{x, top}, To: Point{x, bottom}, Width: 1, Role: role})
	}
}
