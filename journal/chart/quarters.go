package chart

import (
	"math"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures of the chart of quarters.
const (
	lowestRow  = 14.0 // of a quarter; where rows would be lower, the oldest are left out
	highestRow = 30.0
	yearGap    = 6.0  // between the quarters of two years
	mostRows   = 40   // that the chart wants room for: ten years
	rowSize    = 12.0 // of the texts in a row
	plotGap    = 14.0 // between the plots and what is next to them
	headRows   = edge + 2.4*rowHeight
)

// quartersChart is the chart of both dials per quarter in the making: a row for
// each quarter, the oldest on top, with where time and energy stood at its end, each
// on its own axis and on where it very likely was.
type quartersChart struct {
	painter
	result lean.Result

	shown  []lean.Quarter // the latest, as many as have room
	height float64        // of a row
	rows   []float64      // where they begin, and where the last one ends

	names        float64 // where the names of the quarters begin, right of the years
	time, energy scale
}

// quartersOfDials is the chart of quarters as one of [Charts].
func quartersOfDials(in Input) (Chart, bool) {
	r := in.Result
	if !read(r) || len(r.Quarters) == 0 {
		return Chart{}, false
	}
	title, summary := quartersTitle(r, in.Words), quartersSummary(r.Quarters, in.Words)
	return Chart{
		ID: "quarters", Title: title, Caption: in.Words.Say("chart.quarters.caption"), Summary: summary,
		Figures: []lean.Figure{lean.QuarterFigure},
		Height:  func(float64) float64 { return quartersHeight(r.Quarters) },
		Draw: func(width, height float64, m Measurer) Scene {
			c := &quartersChart{painter: newPainter(in.Words, m, width, max(height, headRows+highestRow+edge)), result: r}
			c.scene.Title, c.scene.Summary = title, summary
			c.layOut()
			c.drawFrame()
			for i, q := range c.shown {
				c.drawQuarter(q, i)
			}
			return c.scene
		},
	}, true
}

// quartersHeight is how high the chart of so many quarters wants to be.
func quartersHeight(quarters []lean.Quarter) float64 {
	quarters = quarters[max(0, len(quarters)-mostRows):]
	row := min(max(lowestRow+1, 240/float64(len(quarters))), highestRow)
	return math.Ceil(rowsFrom(headRows, row, quarters)[len(quarters)] + edge)
}

// rowsFrom returns where the rows of quarters begin, of a height and from top on,
// and where the last one ends.
func rowsFrom(top, height float64, quarters []lean.Quarter) []float64 {
	rows := []float64{top}
	for i := range quarters {
		top += height
		if i+1 < len(quarters) && quarters[i+1].Year != quarters[i].Year {
			top += yearGap
		}
		rows = append(rows, top)
	}
	return rows
}

// layOut finds the quarters that have room and the places of both plots.
func (c *quartersChart) layOut() {
	c.shown = c.result.Quarters
	top, end := headRows, c.scene.Height-edge
	last := func(height float64) float64 { return rowsFrom(top, height, c.shown)[len(c.shown)] }
	if last(lowestRow) > end {
		top += rowHeight // the note that some are left out
		for len(c.shown) > 1 && last(lowestRow) > end {
			c.shown = c.shown[1:]
		}
	}
	c.height = min((end-last(0))/float64(len(c.shown)), highestRow)
	c.rows = rowsFrom(top, c.height, c.shown)

	year, name := 0.0, 0.0
	var differences []float64
	for _, q := range c.shown {
		year = max(year, c.width(yearOf(q), rowSize))
		name = max(name, c.width(quarterShort(q, c.words), rowSize))
		if q.HasEnergy {
			differences = append(differences, q.Energy.Low90, q.Energy.High90)
		}
	}
	c.names = edge + year + 0.4*plotGap
	left, right := c.names+name+plotGap, c.scene.Width-edge
	middle := (left + right) / 2
	c.time = scaleIn(left, middle-plotGap/2, timeReach)
	c.energy = scaleIn(middle+plotGap/2, right, reachOf(differences...))
}

// drawFrame draws the axes of both plots, under the name of each and those of
// its ends, or under those of both plots together where there is no room.
func (c *quartersChart) drawFrame() {
	first, second := edge+0.8*sideSize, edge+0.8*sideSize+rowHeight
	for of, s := range []scale{c.time, c.energy} {
		baseline := first
		ends, fit := sideNames(s.from-inset, s.to+inset, second, c.words, c.measure)
		if !fit {
			baseline, ends = second, nil
			if of == ofTime {
				ends, _ = sideNames(c.time.from-inset, c.energy.to+inset, first, c.words, c.measure)
			}
		}
		c.draw(ends...)
		c.draw(
			Text{At: Point{s.middle(), baseline}, Text: c.words.Say(dialID[of] + ".name"), Size: sideSize, Bold: true, Anchor: Middle, Role: Ink},
			Rule{From: Point{s.middle(), c.rows[0]}, To: Point{s.middle(), c.rows[len(c.shown)]}, Width: 1, Role: Balance},
		)
	}
	if len(c.shown) < len(c.result.Quarters) {
		note := c.words.Say("chart.quarters.note", words.Args{
			"Shown": c.words.Number(float64(len(c.shown)), 0), "All": c.words.Number(float64(len(c.result.Quarters)), 0),
		})
		c.draw(Text{
			At:   Point{edge, edge + 0.8*sideSize + 2*rowHeight},
			Text: shorten(note, c.scene.Width-2*edge, rowSize, c.measure), Size: rowSize, Role: Muted,
		})
	}
}

// drawQuarter draws row i and adds a region for it.
func (c *quartersChart) drawQuarter(q lean.Quarter, i int) {
	y := c.rows[i] + c.height/2
	baseline := y + 0.35*rowSize
	if i == 0 || c.shown[i-1].Year != q.Year {
		c.draw(Text{At: Point{edge, baseline}, Text: yearOf(q), Size: rowSize, Role: Muted})
	}
	c.draw(Text{At: Point{c.names, baseline}, Text: quarterShort(q, c.words), Size: rowSize, Role: Ink})
	c.drawLevel(c.time, q.Time, y)
	if q.HasEnergy {
		c.drawLevel(c.energy, q.Energy, y)
	} else {
		c.draw(Rule{From: Point{c.energy.from - inset, y}, To: Point{c.energy.to + inset, y}, Width: 1, Role: Grid})
	}
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: Point{0, c.rows[i]}, Max: Point{c.scene.Width, c.rows[i] + c.height},
		Focus: Point{c.time.at(q.Time.Mid), y},
		Tip:   func() []string { return quarterTip(q, c.words) }, Behind: behindQuarter(q, c.result.Span),
	})
}

// drawLevel draws where a dial stood.
func (c *quartersChart) drawLevel(s scale, l lean.Level, y float64) {
	height := min(rangeHeight, 0.5*c.height)
	shape, role := sideOf(l.Mid / s.reach)
	c.draw(
		Rule{From: Point{s.from - inset, y}, To: Point{s.to + inset, y}, Width: 1, Role: Grid},
		Rect{Min: Point{s.at(l.Low90), y - height/2}, Max: Point{s.at(l.High90), y + height/2}, Role: rangeOf(role)},
	)
	c.drawOnRange(Mark{At: Point{s.at(l.Mid), y}, Radius: min(rowMark, 0.36*c.height), Shape: shape, Role: role})
}
