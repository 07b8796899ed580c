package chart

import (
	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Measures of the year of weeks.
const (
	largestCell  = 38.0 // of a row for each quarter
	largestStrip = 22.0 // of a row for each year
	roomyCell    = 17.0 // one or two years get a row each where their cells are as wide
	leastCell    = 8.5  // more years get fewer rows where their cells are as wide
	lowestCell   = 13.0 // so that the rows can be named
	betweenYears = 8.0
)

// rowsOfYear are the rows into which a year may be cut: one, two halves, or
// four quarters.
var rowsOfYear = []int{1, 2, 4}

// yearGrid lays out the weeks of a span as rows of cells, each row a quarter,
// a half or the whole of an ISO year. The rows of a year stand together.
type yearGrid struct {
	first, last int // year
	span        lean.Span
	rows        int // of a year
	columns     int // one more than the weeks of a row if the span has a week 53

	left, top     float64 // of the first cell
	width, height float64 // of a cell
	gap           float64 // between cells, which is within width and height
}

// newYearGrid chooses the rows that fit a width best, right of a gutter that
// names them.
func newYearGrid(span lean.Span, gutter func(rows int) float64, width float64) yearGrid {
	g := yearGrid{first: span.From.Year(), last: span.To.Year(), span: span}
	least := roomyCell
	rows := []int{1, 4}
	if g.years() > 2 {
		least, rows = leastCell, rowsOfYear
	}
	for _, n := range rows {
		g.rows, g.left = n, gutter(n)
		g.columns = g.weeksOfRow() + g.extraWeek()
		g.width = (width - edge - g.left) / float64(g.columns)
		if g.width >= least {
			break
		}
	}
	g.width = min(g.width, largestCell)
	if g.rows == 1 {
		g.width = min(g.width, largestStrip)
	}
	g.height = max(g.width, lowestCell)
	g.gap = 1
	if g.width >= roomyCell {
		g.gap = 2
	}
	return g
}

func (g yearGrid) years() int      { return g.last - g.first + 1 }
func (g yearGrid) weeksOfRow() int { return 52 / g.rows }

// extraWeek is 1 if the span has a week 53.
func (g yearGrid) extraWeek() int {
	for year := g.first; year <= g.last; year++ {
		if last := lastWeekOf(year); last.Number() > 52 && g.span.Contains(last) {
			return 1
		}
	}
	return 0
}

// lastWeekOf returns the last ISO week of a year.
func lastWeekOf(year int) journal.Week { return lean.Quarter{Year: year, Number: 4}.Span().To }

// row returns the row of a week, counted from the first of the first year, and
// its column. A week 53 is at the end of the last row of its year.
func (g yearGrid) row(w journal.Week) (row, column int) {
	row = min((w.Number()-1)/g.weeksOfRow(), g.rows-1)
	return (w.Year()-g.first)*g.rows + row, w.Number() - 1 - row*g.weeksOfRow()
}

// firstRow and lastRow are those that the span reaches.
func (g yearGrid) firstRow() int { row, _ := g.row(g.span.From); return row }
func (g yearGrid) lastRow() int  { row, _ := g.row(g.span.To); return row }

// y is where a row begins.
func (g yearGrid) y(row int) float64 { return g.edge(row, row-g.firstRow()) }

// edge is the upper edge of the row at a place, counted from the first, that
// belongs to the year of row.
func (g yearGrid) edge(row, place int) float64 {
	years := row/g.rows - g.firstRow()/g.rows
	return g.top + g.between()*float64(years) + g.height*float64(place)
}

// between is the gap between years, which rows of whole years do without.
func (g yearGrid) between() float64 {
	if g.rows == 1 {
		return 0
	}
	return betweenYears
}

func (g yearGrid) bottom() float64 { return g.y(g.lastRow()) + g.height }

// within makes the rows lower where they are higher than room, as far as they
// can still be named.
func (g yearGrid) within(room float64) yearGrid {
	rows := float64(g.lastRow() - g.firstRow() + 1)
	gaps := g.bottom() - g.top - g.height*rows
	g.height = min(g.height, max(lowestCell, (room-gaps)/rows))
	return g
}

// region is the place of a week with the gap around its cell.
func (g yearGrid) region(w journal.Week) Rect {
	row, column := g.row(w)
	place := row - g.firstRow()
	return Rect{
		Min: Point{g.left + g.width*float64(column), g.edge(row, place)},
		Max: Point{g.left + g.width*float64(column+1), g.edge(row, place+1)},
	}
}

// cell is the place of a week without the gap.
func (g yearGrid) cell(w journal.Week) Rect {
	r := g.region(w)
	r.Max.X -= g.gap
	r.Max.Y -= g.gap
	return r
}

// A cell is the box of a week in a calendar.
const (
	cellLine  = 1.0
	cellMark  = 0.22 // radius of the mark in it, in cells
	hatchStep = 5.0  // between the lines of a hatched cell
)

// timeCell draws a week whose time is known: a box of the step's color with the
// mark of its side. A color close to that of the ground gets an outline.
func timeCell(cell Rect, time float64) []Item {
	step := StepOf(time)
	cell.Role = step
	items := []Item{cell}
	if Pale(step) {
		items = append(items, outlined(cell))
	}
	side := min(cell.Max.X-cell.Min.X, cell.Max.Y-cell.Min.Y)
	shape, _ := sideOf(time)
	return append(items, Mark{
		At:     Point{(cell.Min.X + cell.Max.X) / 2, (cell.Min.Y + cell.Max.Y) / 2},
		Radius: min(max(cellMark*side, 1.8), 5), Shape: shape, Role: OnStep(step),
	})
}

// missingCell draws a week that was not logged: a crossed box.
func missingCell(cell Rect) []Item {
	from, to := inner(cell)
	return []Item{
		outlined(cell),
		Rule{From: from, To: to, Width: cellLine, Role: Balance},
		Rule{From: Point{from.X, to.Y}, To: Point{to.X, from.Y}, Width: cellLine, Role: Balance},
	}
}

// runningCell draws the week that is running and has nothing logged yet: an empty
// box.
func runningCell(cell Rect) []Item {
	cell.Role, cell.Outline = Accent, 2*cellLine
	return []Item{cell}
}

// awayCell draws a week away: a hatched box.
func awayCell(cell Rect) []Item {
	items := []Item{outlined(cell)}
	from, to := inner(cell)
	width, height := to.X-from.X, to.Y-from.Y
	lines := max(2, int((width+height)/hatchStep)-1)
	for i := 1; i <= lines; i++ {
		// From the left or the bottom side up to the top or the right side.
		along := (width + height) * float64(i) / float64(lines+1)
		items = append(items, Rule{
			From:  Point{from.X + max(0, along-height), from.Y + min(along, height)},
			To:    Point{from.X + min(along, width), from.Y + max(0, along-width)},
			Width: cellLine, Role: Balance,
		})
	}
	return items
}

func outlined(cell Rect) Rect {
	cell.Role, cell.Outline = Balance, cellLine
	return cell
}

// inner returns the corners within the outline of a cell.
func inner(cell Rect) (from, to Point) {
	const half = cellLine / 2
	return Point{cell.Min.X + half, cell.Min.Y + half}, Point{cell.Max.X - half, cell.Max.Y - half}
}
