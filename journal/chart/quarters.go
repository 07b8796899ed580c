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
	mostRows   = 40   // that the chart asks room for: ten years
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
	scene   Scene
	words   *words.Words
	measure Measurer
	result  lean.Result

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
			c := &quartersChart{
				scene: Scene{Width: max(width, leastWidth), Height: max(height, headRows+highestRow+rowsFoot), Title: title, Summary: summary},
				words: in.Words, measure: m, result: r,
			}
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

	year, name, pull := 0.0, 0.0, c.measure.Width(c.words.Say("chart.quarters.pull"), rowSize, false)
	for _, q := range c.shown {
		year = max(year, c.measure.Width(c.yearOf(q), rowSize, false))
		name = max(name, c.measure.Width(quarterShort(q, c.words), rowSize, false))
		pull = max(pull, c.measure.Width(pullOf(q, c.words), rowSize, false))
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

func (c *quartersChart) draw(items ...Item) { c.scene.Items = append(c.scene.Items, items...) }
