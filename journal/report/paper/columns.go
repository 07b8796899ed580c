package paper

import "heliotrope/journal/chart"

// Columns are blocks in two columns of the same width. A page does not end within
// them, unless they are higher than a page: then one column follows the other.
type Columns struct {
	Left, Right []Block
	Ruled       bool // with a rule above each column that has any
}

// Ends is a small line with one text at its left and another one at its right end.
type Ends struct{ Left, Right []Run }

// Facts are texts with their names in front of them.
type Facts []Term

func (Columns) block() {}
func (Ends) block()    {}
func (Facts) block()   {}

// columnAir is above and below what is in columns.
const columnAir = 6.0

func (s setter) columns(c Columns) []strip {
	half := setter{width: (s.width - figureGap) / 2, height: s.height}
	joined := strip{above: columnAir, below: columnAir}
	if c.Ruled {
		joined.above, joined.below = 0, 0
	}
	for i, blocks := range [][]Block{c.Left, c.Right} {
		if len(blocks) == 0 {
			continue
		}
		left, y, below := float64(i)*(half.width+figureGap), 0.0, 0.0
		if c.Ruled {
			joined.items = append(joined.items, place([]chart.Item{bottomRule(half.width, 0, 0.5, chart.Grid)}, 1, left, 0)...)
			y, below = columnAir, columnAir
		}
		for n, part := range half.strips(blocks) {
			if n > 0 {
				y += max(below, part.above)
			}
			joined.items = append(joined.items, place(part.items, 1, left, y)...)
			for _, b := range part.bookmarks {
				b.y += y
				joined.bookmarks = append(joined.bookmarks, b)
			}
			joined.withNext = part.withNext
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
	set := textStrips(text{e.Left, noteLook}, 0, max(room, s.width/2))
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
		set := apart(textStrips(text{Plain(f.Value), bodyLook}, left, s.width-left))
		name := factName(f)
		set[0].items = append(name.set(name.lines(left)[0], 0, left, bodyLook.rise(), chart.Start), set[0].items...)
		set[0].above, set[len(set)-1].below = 2, 2
		all = append(all, set...)
	}
	return all
}

func factName(f Term) text { return text{[]Run{{Text: f.Name, Bold: true}}, bodyLook} }
