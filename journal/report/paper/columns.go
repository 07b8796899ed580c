package paper

import "heliotrope/journal/chart"

// Columns are blocks in two columns of the same width. A page does not end within
// them, unless they are higher than a page: then one column follows the other.
type Columns struct {
	Left, Right []Block
	Whole       bool // a column next to which there is nothing has the width of both
	Ruled       bool // with a rule above each column that has any
	WithNext    bool // they stay on the page of what follows
}

// Break begins a page.
type Break struct{}

// Ends is one small line with one text at its left and another one at its right end.
type Ends struct{ Left, Right []Run }

// Facts are texts of a few lines with their names in front of them.
type Facts []Term

func (Break) block()   {}
func (Columns) block() {}
func (Ends) block()    {}
func (Facts) block()   {}

// factLines is how many lines a fact has at most.
const factLines = 3

// columnAir is above and below what is in columns.
const columnAir = 5.0

// Text in columns is smaller, as its lines are shorter.
var (
	columnLook = look{size: 8.5, leading: 12}
	columnNote = look{size: 7.6, leading: 10.4, role: chart.Muted}
	factLook   = look{size: 9, leading: 13}
)

func (s setter) columns(c Columns) []strip {
	width := (s.width - figureGap) / 2
	if c.Whole && (len(c.Left) == 0 || len(c.Right) == 0) {
		width = s.width
	}
	column := setter{width: width, line: width, height: s.height, body: columnLook, note: columnNote}
	joined := strip{above: columnAir, below: columnAir, withNext: c.WithNext}
	if c.Ruled {
		joined.above, joined.below = 0, 0
	}
	for i, blocks := range [][]Block{c.Left, c.Right} {
		if len(blocks) == 0 {
			continue
		}
		left, y, below := 0.0, 0.0, 0.0
		if i == 1 && width < s.width {
			left = width + figureGap
		}
		if c.Ruled {
			joined.items = append(joined.items, place([]chart.Item{bottomRule(width, 0, 0.5, chart.Grid)}, 1, left, 0)...)
			y, below = columnAir, columnAir
		}
		for n, part := range column.strips(blocks) {
			if n > 0 {
				y += max(below, part.above)
			}
			joined.items = append(joined.items, place(part.items, 1, left, y)...)
			for _, b := range part.bookmarks {
				b.y += y
				joined.bookmarks = append(joined.bookmarks, b)
			}
			y, below = y+part.height, part.below
		}
		if c.Ruled {
			y += columnAir
		}
		joined.height = max(joined.height, y)
	}
	if joined.height > s.height {
		return s.strips(append(append([]Block(nil), c.Left...), c.Right...))
	}
	return []strip{joined}
}

func (s setter) ends(e Ends) []strip {
	right := text{e.Right, noteLook}
	whole, _ := right.widest()
	room := s.width - whole - figureGap
	set := fewStrips(text{e.Left, noteLook}, 0, max(room, s.width/2), 1)
	set[0].items = append(set[0].items, right.set(right.lines(s.width / 2)[0], s.width/2, s.width/2, noteLook.rise(), chart.End)...)
	set[len(set)-1].below = 8
	return set
}

// facts are set below each other, with all texts at one left edge.
func (s setter) facts(facts Facts) []strip {
	names := 0.0
	for _, f := range facts {
		whole, _ := factName(f).widest()
		names = max(names, whole)
	}
	left := min(names+columnGap, s.width/3)
	var all []strip
	for _, f := range facts {
		set := apart(fewStrips(text{Plain(f.Value), factLook}, left, s.width-left, factLines))
		name := factName(f)
		set[0].items = append(name.set(name.lines(left)[0], 0, left, factLook.rise(), chart.Start), set[0].items...)
		set[0].above, set[len(set)-1].below = 1, 1
		all = append(all, set...)
	}
	return all
}

func factName(f Term) text { return text{[]Run{{Text: f.Name, Bold: true}}, factLook} }
