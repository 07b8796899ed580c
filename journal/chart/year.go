package chart

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures around the rows of the year of weeks.
const (
	keyCell   = 14.0 // of the scale under the rows
	keyGap    = 18.0 // between what the key explains
	leastYear = 80.0 // height
)

// yearChart is the year of weeks in the making: a calendar with a cell for each
// week of the span, in the color of its lean and with the mark of its side.
type yearChart struct {
	scene   Scene
	words   *words.Words
	measure Measurer
	span    lean.Span
	logged  map[journal.Week]*lean.Week
	count   weekCount
	grid    yearGrid
}

// yearOfWeeks is the year of weeks as one of [Charts].
func yearOfWeeks(in Input) (Chart, bool) {
	r := in.Result
	if r.WeeksLogged == 0 || r.Span.Weeks() == 0 {
		return Chart{}, false
	}
	n := countWeeks(r)
	title, summary := yearTitle(r, n, in.Words), yearSummary(r, n, in.Words)
	chart := func(width, height float64, m Measurer) *yearChart {
		c := &yearChart{
			scene: Scene{Width: max(width, leastWidth), Height: height, Title: title, Summary: summary},
			words: in.Words, measure: m, span: r.Span, count: n, logged: make(map[journal.Week]*lean.Week),
		}
		for i, week := range r.Weeks {
			c.logged[week.Week] = &r.Weeks[i]
		}
		c.layOut()
		return c
	}
	return Chart{
		ID: "year", Title: title, Caption: in.Words.Say("chart.year.caption"), Summary: summary,
		Figure: lean.WeekFigure, Wide: r.Span.To.Year()-r.Span.From.Year() > 1,
		Height: func(width float64) float64 {
			c := chart(width, math.Inf(1), FontMeasurer{})
			return math.Ceil(c.bottom())
		},
		Draw: func(width, height float64, m Measurer) Scene {
			c := chart(width, height, m)
			c.drawNames()
			c.drawPegs()
			for w := r.Span.From; !w.After(r.Span.To); w = w.Next() {
				c.drawWeek(w)
			}
			c.drawKey()
			return c.scene
		},
	}, true
}

// layOut finds the place of the rows, under the months where a row is a year.
// A scene too low for them grows.
func (c *yearChart) layOut() {
	c.grid = newYearGrid(c.span, c.gutter, c.scene.Width)
	c.grid.top = edge
	if c.grid.rows == 1 {
		c.grid.top += rowHeight
	}
	c.grid = c.grid.within(c.scene.Height - c.grid.top - c.keyHeight() - edge)
	c.scene.Height = max(c.scene.Height, c.bottom())
}

// bottom is the least height of the scene.
func (c *yearChart) bottom() float64 { return c.grid.bottom() + c.keyHeight() + edge }

// gutter is the room for the names of the rows: the year, and the month in
// which a row begins if it is not January for all.
func (c *yearChart) gutter(rows int) float64 {
	width := edge
	for year := c.span.From.Year(); year <= c.span.To.Year(); year++ {
		width = max(width, edge+c.measure.Width(c.yearName(year), tickSize, false))
	}
	if rows > 1 {
		width += tickGap + c.monthsWidth(rows)
	}
	return math.Ceil(width + tickGap)
}

func (c *yearChart) monthsWidth(rows int) float64 {
	width := 0.0
	for row := range rows {
		width = max(width, c.measure.Width(c.monthOf(row, rows), tickSize, false))
	}
	return width
}

// drawWeek draws the cell of a week of the span, and adds a region for it.
func (c *yearChart) drawWeek(w journal.Week) {
	cell, week := c.grid.cell(w), c.logged[w]
	switch {
	case week == nil:
		c.draw(missingCell(cell)...)
	case !week.Observed:
		c.draw(awayCell(cell)...)
	default:
		c.draw(leanCellOf(cell, week.L)...)
	}
	region := c.grid.region(w)
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: region.Min, Max: region.Max,
		Focus: Point{(cell.Min.X + cell.Max.X) / 2, (cell.Min.Y + cell.Max.Y) / 2},
		Tip:   weekTip(w, week, c.words),
		Behind: lean.Subject{
			Figure: lean.WeekFigure, Span: lean.Span{From: w, To: w},
		},
	})
}

func (c *yearChart) draw(items ...Item) { c.scene.Items = append(c.scene.Items, items...) }
