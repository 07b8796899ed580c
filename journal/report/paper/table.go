package paper

import (
	"cmp"
	"iter"
	"slices"

	"heliotrope/journal/chart"
)

// Measures of a table.
const (
	columnGap  = 12.0
	rowAir     = 3.0  // above and below the text of a row
	pictureGap = 8.0  // between a picture and the text after it
	longWord   = 64.0 // what is wider may be broken
)

var (
	cellLook  = look{size: 8.5, leading: 12}
	titleCell = look{size: 7.8, leading: 11, role: chart.Muted}
)

// table sets each row as a strip, or as several if it is higher than a page.
func (s setter) table(t Table) []strip {
	if len(t.Columns) == 0 {
		return nil
	}
	grid := newGrid(t, s.width)
	titles := make([]Cell, len(t.Columns))
	for i, column := range t.Columns {
		titles[i].Text = column.Title
	}
	header := grid.row(titles, titleCell, s.height)
	header[len(header)-1].items = append(header[len(header)-1].items, bottomRule(s.width, header[len(header)-1].height, 0.8, chart.Balance))
	for i := range header {
		header[i].withNext = true
	}
	header[0].above = 8
	head := &header[len(header)-1]
	if len(header) > 1 {
		head = nil // a header of a whole page is not repeated
	}
	all := header
	for n, cells := range t.Rows {
		row := grid.row(cells, cellLook, s.height-header[0].height)
		last := &row[len(row)-1]
		last.items = append(last.items, bottomRule(s.width, last.height, 0.5, chart.Grid))
		for i := range row {
			row[i].head = head
		}
		// No row is alone under the header, or on the last page.
		last.withNext = n == 0 && len(t.Rows) > 1 || n == len(t.Rows)-2
		all = append(all, row...)
	}
	all[len(all)-1].withNext = len(t.Rows) == 0 && all[len(all)-1].withNext
	all[len(all)-1].below = 12
	return all
}

func bottomRule(width, y, thick float64, role chart.Role) chart.Item {
	return chart.Rule{From: chart.Point{X: 0, Y: y}, To: chart.Point{X: width, Y: y}, Width: thick, Role: role}
}

// grid is where the columns of a table are.
type grid struct {
	columns []Column
	left    []float64
	width   []float64
}

func newGrid(t Table, width float64) grid {
	g := grid{columns: t.Columns}
	wants := make([]float64, len(t.Columns)) // all of its text on one line
	needs := make([]float64, len(t.Columns)) // no word broken that is not very long
	ask := func(column int, c Cell, look look) {
		picture := 0.0
		if c.Picture != nil {
			picture = PictureWidth + pictureGap
		}
		whole, word := cellText(c, look).widest()
		wants[column] = max(wants[column], picture+whole)
		needs[column] = max(needs[column], picture+min(word, longWord))
	}
	for i, column := range t.Columns {
		ask(i, Cell{Text: column.Title}, titleCell)
	}
	for _, row := range t.Rows {
		for column, c := range placedCells(row, len(t.Columns)) {
			if c.Span <= 1 {
				ask(column, c, cellLook)
			}
		}
	}
	g.width = share(wants, needs, width-columnGap*float64(len(t.Columns)-1))
	x := 0.0
	for _, w := range g.width {
		g.left = append(g.left, x)
		x += w + columnGap
	}
	return g
}

// share divides room among columns: first what they need, then what they want,
// those first that want least more. What is left over goes to all alike.
func share(wants, needs []float64, room float64) []float64 {
	widths := slices.Clone(needs)
	left := room
	order := make([]int, len(needs))
	for i, need := range needs {
		left -= need
		order[i] = i
	}
	if left < 0 {
		for i := range widths {
			widths[i] *= room / (room - left)
		}
		return widths
	}
	more := func(i int) float64 { return max(0, wants[i]-needs[i]) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(more(a), more(b)) })
	for n, i := range order {
		given := min(more(i), left/float64(len(order)-n))
		widths[i] += given
		left -= given
	}
	for i := range widths {
		widths[i] += left / float64(len(widths))
	}
	return widths
}

// placedCells returns the cells of a row by the column in which they begin.
// What is beyond the last column is left out.
func placedCells(row []Cell, columns int) iter.Seq2[int, Cell] {
	return func(yield func(int, Cell) bool) {
		column := 0
		for _, c := range row {
			if column >= columns || !yield(column, c) {
				return
			}
			column += max(1, c.Span)
		}
	}
}

func cellText(c Cell, look look) text {
	return text{[]Run{{Text: c.Text, Bold: c.Bold, Role: c.Role}}, look}
}

// row sets a row as strips, one unless it is higher than most.
func (g grid) row(cells []Cell, look look, most float64) []strip {
	type setCell struct {
		text  text
		lines []line
		left  float64
		room  float64
		align chart.Anchor
	}
	var (
		set      []setCell
		pictures []chart.Item
		height   = 1
	)
	for column, c := range placedCells(cells, len(g.columns)) {
		last := min(column+max(1, c.Span), len(g.columns)) - 1
		left, room := g.left[column], g.left[last]+g.width[last]-g.left[column]
		// Where there is no room for a picture, the text has the same.
		if taken := PictureWidth + pictureGap; c.Picture != nil && room > taken+longWord/2 {
			scene := c.Picture(PictureWidth, PictureHeight)
			pictures = append(pictures, place(printedItems(scene.Items), 1, left, rowAir+(look.leading-PictureHeight)/2)...)
			left, room = left+taken, room-taken
		}
		t := cellText(c, look)
		lines := t.lines(room)
		height = max(height, len(lines))
		align := g.columns[column].Align
		if c.Span > 1 {
			align = chart.Start
		}
		set = append(set, setCell{t, lines, left, room, align})
	}
	perStrip := max(1, int((most-2*rowAir)/look.leading))
	var all []strip
	for from := 0; from < height; from += perStrip {
		part := strip{height: 2*rowAir + look.leading*float64(min(perStrip, height-from))}
		for _, c := range set {
			for i := from; i < min(from+perStrip, len(c.lines)); i++ {
				y := rowAir + look.leading*float64(i-from) + look.rise()
				part.items = append(part.items, c.text.set(c.lines[i], c.left, c.room, y, c.align)...)
			}
		}
		all = append(all, part)
	}
	all[0].items = append(pictures, all[0].items...)
	return all
}
