package chart

import (
	"math"
	"strconv"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Measures around the rows of the year of weeks.
const (
	keyCell   = 14.0 // of the scale under the rows
	keyGap    = 18.0 // between what the key explains
	leastYear = 80.0 // height
)

// yearChart is the year of weeks in the making: a calendar with a cell for each
// week of the span, in the color of its time and with the mark of its side.
type yearChart struct {
	painter
	span   lean.Span
	today  journal.Week
	logged map[journal.Week]*lean.Week
	count  weekCount
	grid   yearGrid
}

// yearOfWeeks is the year of weeks as one of [Charts].
func yearOfWeeks(in Input) (Chart, bool) {
	r := in.Result
	if r.WeeksLogged == 0 || r.Span.Weeks() == 0 {
		return Chart{}, false
	}
	n := countWeeks(r, in.Today)
	title, summary := yearTitle(r, n, in.Words), yearSummary(r, n, in.Words)
	chart := func(width, height float64, m Measurer) *yearChart {
		c := &yearChart{
			painter: newPainter(in.Words, m, width, height),
			span:    r.Span, today: in.Today, count: n, logged: make(map[journal.Week]*lean.Week),
		}
		c.scene.Title, c.scene.Summary = title, summary
		for i, week := range r.Weeks {
			c.logged[week.Week] = &r.Weeks[i]
		}
		c.layOut()
		return c
	}
	return Chart{
		ID: "year", Title: title, Caption: in.Words.Say("chart.year.caption"), Summary: summary,
		Figures: []lean.Figure{lean.WeekFigure}, Wide: r.Span.To.Year()-r.Span.From.Year() > 1,
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
		width = max(width, edge+c.width(strconv.Itoa(year), tickSize))
	}
	if rows > 1 {
		width += tickGap + c.monthsWidth(rows)
	}
	return math.Ceil(width + tickGap)
}

func (c *yearChart) monthsWidth(rows int) float64 {
	width := 0.0
	for row := range rows {
		width = max(width, c.width(c.monthOf(row, rows), tickSize))
	}
	return width
}

// drawWeek draws the cell of a week of the span, and adds a region for it.
func (c *yearChart) drawWeek(w journal.Week) {
	cell, week := c.grid.cell(w), c.logged[w]
	switch {
	case week == nil && w == c.today:
		c.draw(runningCell(cell)...)
	case week == nil:
		c.draw(missingCell(cell)...)
	case !week.Observed:
		c.draw(awayCell(cell)...)
	default:
		c.draw(timeCell(cell, week.Time)...)
	}
	region := c.grid.region(w)
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: region.Min, Max: region.Max,
		Focus:  Point{(cell.Min.X + cell.Max.X) / 2, (cell.Min.Y + cell.Max.Y) / 2},
		Tip:    func() []string { return weekTip(w, c.today, week, awayReason(week), c.words) },
		Behind: behindWeek(w),
	})
}

// monthOf names the month in which a row of a year begins. The Thursday of a
// week, which decides on its year, is in that month or, in W40 of a leap year
// that begins on a Thursday, the day before it.
func (c *yearChart) monthOf(row, rows int) string {
	return c.words.MonthShort(time.January + time.Month(12/rows*row))
}

// drawNames names the rows, and the months above rows of whole years.
func (c *yearChart) drawNames() {
	g := c.grid
	month := g.left - tickGap - c.monthsWidth(g.rows)
	for row := g.firstRow(); row <= g.lastRow(); row++ {
		baseline := g.y(row) + (g.height-g.gap)/2 + 0.35*tickSize
		if row == g.firstRow() || row%g.rows == 0 {
			c.draw(Text{At: Point{edge, baseline}, Text: strconv.Itoa(g.first + row/g.rows), Size: tickSize, Role: Ink})
		}
		if g.rows > 1 {
			c.draw(Text{At: Point{month, baseline}, Text: c.monthOf(row%g.rows, g.rows), Size: tickSize, Role: Muted})
		}
	}
	if g.rows == 1 {
		c.drawMonths()
	}
}

// drawPegs puts a dot in the place of every other week of the rows, so that even
// a young journal is seen as a calendar.
func (c *yearChart) drawPegs() {
	for year := c.grid.first; year <= c.grid.last; year++ {
		last := lastWeekOf(year)
		for w := last.Add(1 - last.Number()); !w.After(last); w = w.Next() {
			row, _ := c.grid.row(w)
			if c.span.Contains(w) || row < c.grid.firstRow() || row > c.grid.lastRow() || w.Number() > 52 {
				continue
			}
			cell := c.grid.cell(w)
			c.draw(Mark{
				At:     Point{(cell.Min.X + cell.Max.X) / 2, (cell.Min.Y + cell.Max.Y) / 2},
				Radius: min(cellMark*c.grid.width/2, 2), Role: Grid,
			})
		}
	}
}

// drawMonths names as many months above the first year as fit.
func (c *yearChart) drawMonths() {
	for _, every := range []time.Month{1, 3, 6} {
		var texts []Text
		room := true
		for month := time.January; month <= time.December; month += every {
			week := journal.WeekOf(time.Date(c.grid.first, month, 4, 0, 0, 0, 0, time.UTC))
			_, column := c.grid.row(week)
			text := Text{
				At:   Point{c.grid.left + c.grid.width*float64(column), edge + 0.76*tickSize},
				Text: c.words.MonthShort(month), Size: tickSize, Role: Muted,
			}
			if n := len(texts); n > 0 {
				end := texts[n-1].At.X + c.width(texts[n-1].Text, tickSize)
				room = room && end+tickGap/2 <= text.At.X
			}
			texts = append(texts, text)
		}
		if room {
			for _, text := range texts {
				c.draw(text)
			}
			return
		}
	}
}

// keyPart is a part of the key, which draws itself from a point on the
// baseline.
type keyPart struct {
	width float64
	draw  func(at Point) []Item
}

// key returns what the rows need explained: the scale of time, and the weeks
// without it if there are any.
func (c *yearChart) key() []keyPart {
	technical, people := sideNamed(journal.Technical, c.words), sideNamed(journal.People, c.words)
	before, after := technical.width(c.measure)+tickGap, tickGap+people.width(c.measure)
	cell := min(keyCell, (c.scene.Width-2*edge-before-after)/9)
	scale := 9 * cell
	parts := []keyPart{{
		width: before + scale + after,
		draw: func(at Point) []Item {
			items := technical.from(at)
			for i := range 9 {
				left, top := at.X+before+cell*float64(i), at.Y-0.35*sideSize-keyCell/2
				items = append(items, timeCell(Rect{
					Min: Point{left, top}, Max: Point{left + cell - 1, top + keyCell},
				}, float64(i-4)/4)...)
			}
			return append(items, people.from(Point{at.X + before + scale + tickGap, at.Y})...)
		},
	}}
	if c.count.missing > 0 {
		parts = append(parts, c.keyCell(c.words.Say("chart.year.missing"), missingCell))
	}
	if c.count.away > 0 {
		parts = append(parts, c.keyCell(c.words.Say("chart.year.away"), awayCell))
	}
	if c.count.running > 0 {
		parts = append(parts, c.keyCell(c.words.Say("chart.year.running"), runningCell))
	}
	return parts
}

// keyCell explains a cell by a text.
func (c *yearChart) keyCell(text string, cell func(Rect) []Item) keyPart {
	return keyPart{
		width: keyCell + tickGap/2 + c.width(text, sideSize),
		draw: func(at Point) []Item {
			top := at.Y - 0.35*sideSize - keyCell/2
			return append(cell(Rect{Min: Point{at.X, top}, Max: Point{at.X + keyCell, top + keyCell}}),
				Text{At: Point{at.X + keyCell + tickGap/2, at.Y}, Text: text, Size: sideSize, Role: Muted})
		},
	}
}

const (
	keyAbove = 8.0  // room between the rows and the key
	keyRow   = 20.0 // height of a row of the key
)

// keyRows arranges the key in rows as wide as the scene.
func (c *yearChart) keyRows() [][]keyPart {
	var rows [][]keyPart
	room := 0.0
	for _, part := range c.key() {
		if room -= keyGap + part.width; room < 0 || rows == nil {
			rows = append(rows, nil)
			room = c.scene.Width - 2*edge - part.width
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], part)
	}
	return rows
}

func (c *yearChart) keyHeight() float64 { return keyAbove + keyRow*float64(len(c.keyRows())) }

func (c *yearChart) drawKey() {
	for i, row := range c.keyRows() {
		at := Point{edge, c.grid.bottom() + keyAbove + keyRow*float64(i) + 0.7*keyRow}
		for _, part := range row {
			c.draw(part.draw(at)...)
			at.X += part.width + keyGap
		}
	}
}
