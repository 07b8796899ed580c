package chart

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Measures of a chart of rows.
const (
	stackedBelow = 400.0 // below this width a name is above its mark instead of next to it, as where the axis is too short
	nameShare    = 0.36  // of the width, for the names next to the marks
	rowLine      = 26.0  // height of a row next to its name
	rowLineMost  = 32.0
	rowStacked   = 40.0 // and under its name
	rowTitle     = 25.0 // of the title of a group
	rowEnds      = 22.0 // for the words under the axis
	rowMark      = 5.25 // radius
	rangeHeight  = 4.0
	nameSize     = 12.5 // of names and figures
	noteSize     = 12.0
	columnGap    = 12.0
)

// row is one line of a chart of rows: a value on an axis from -2 to 2, with
// where it very likely is.
type row struct {
	name   string
	track  journal.Track // whose mark stands before the name, which has its color; "" for none
	note   string        // the figure, after the axis
	brief  string        // a shorter one for where there is little room; "" for none
	known  bool          // whether there is a mark
	mid    float64
	ranged bool // whether there is a range
	low    float64
	high   float64
	faint  bool // too little is known to compare it
	bare   bool // has no axis

	shape  Shape
	role   Role
	tip    func() []string
	behind lean.Subject
}

// rowGroup is rows under a title.
type rowGroup struct {
	title string
	track journal.Track // whose mark stands before the title, which has its color; "" for none
	rows  []row
}

// rowsChart is a chart of rows in the making: one row below the other, all on
// one axis.
//
// Hits are the rows.
type rowsChart struct {
	painter
	groups            []rowGroup
	low, middle, high string // the ends of the axis and what is between

	stacked bool
	line    float64 // height of a row
	axis    scale
	names   float64 // where names begin
	notes   float64 // and notes; where they end if stacked
	y       float64 // how far down it is painted
}

// rowsOf completes a chart of rows.
func rowsOf(c Chart, in Input, groups []rowGroup, low, middle, high string) Chart {
	chart := func(width float64, m Measurer) *rowsChart {
		r := &rowsChart{painter: newPainter(in.Words, m, width, 0), groups: groups, low: low, middle: middle, high: high}
		r.layOut()
		return r
	}
	c.Height = func(width float64) float64 {
		r := chart(width, FontMeasurer{})
		rows, fixed := r.size()
		return math.Ceil(fixed + r.line*rows)
	}
	c.Draw = func(width, height float64, m Measurer) Scene {
		r := chart(width, m)
		r.scene.Title, r.scene.Summary = c.Title, c.Summary
		r.paint(height)
		return r.scene
	}
	return c
}

// layOut finds the places of names, axis and notes.
func (c *rowsChart) layOut() {
	width, names, notes := c.scene.Width, 0.0, 0.0
	for _, group := range c.groups {
		for _, row := range group.rows {
			names = max(names, min(c.indent(row.track)+c.width(row.name, nameSize), nameShare*width))
			notes = max(notes, c.width(row.note, nameSize))
		}
	}
	c.line, c.names, c.notes = rowLine, edge, width-edge-math.Ceil(notes)
	left, right := c.names+math.Ceil(names)+columnGap, c.notes-columnGap
	ends := c.width(c.low, noteSize) + columnGap + c.width(c.high, noteSize)
	if c.stacked = width < stackedBelow || right-left < ends; c.stacked {
		c.line, c.notes, left, right = rowStacked, width-edge, edge, width-edge
		c.shortenNotes()
	}
	c.axis = scaleIn(left, right, ratingReach)
}

// shortenNotes makes all notes brief if one leaves too little room for the name before it.
func (c *rowsChart) shortenNotes() {
	tight := func(r row) bool {
		return c.names+c.indent(r.track)+c.width(r.name, nameSize)+columnGap+c.width(r.note, nameSize) > c.notes
	}
	if !slices.ContainsFunc(c.groups, func(g rowGroup) bool { return slices.ContainsFunc(g.rows, tight) }) {
		return
	}
	c.groups = slices.Clone(c.groups)
	for i, g := range c.groups {
		c.groups[i].rows = slices.Clone(g.rows)
		for k, r := range g.rows {
			c.groups[i].rows[k].note = cmp.Or(r.brief, r.note)
		}
	}
}

// indent is the room of the mark before a name.
func (c *rowsChart) indent(t journal.Track) float64 {
	if t == "" {
		return 0
	}
	return 3*sideMark + edge
}

// size returns how many rows there are, and the height of everything else.
func (c *rowsChart) size() (rows, fixed float64) {
	fixed = rowEnds + 2*edge
	for _, group := range c.groups {
		rows += float64(len(group.rows))
		if group.title != "" {
			fixed += rowTitle
		}
	}
	return rows, fixed
}

func (c *rowsChart) paint(height float64) {
	rows, fixed := c.size()
	if !c.stacked {
		c.line = min(max(c.line, (height-fixed)/rows), rowLineMost)
	}
	c.scene.Height = max(height, math.Ceil(fixed+c.line*rows))
	c.y = edge
	for _, group := range c.groups {
		if group.title != "" {
			c.y += rowTitle
			c.paintName(group.title, group.track, noteSize, c.scene.Width-edge, c.y-8)
		}
		if !c.stacked {
			c.paintMiddle(group.rows)
		}
		for _, row := range group.rows {
			c.paintRow(row)
		}
	}
	c.paintEnds()
}

// paintMiddle draws the middle of the axis through rows.
func (c *rowsChart) paintMiddle(rows []row) {
	n := 0
	for n < len(rows) && !rows[n].bare {
		n++
	}
	if x := c.axis.middle(); n > 0 {
		c.draw(Rule{From: Point{x, c.y}, To: Point{x, c.y + c.line*float64(n)}, Width: 1, Role: Balance})
	}
}

// paintName writes a name, after the mark of a track if it has one, into the room
// up to right.
func (c *rowsChart) paintName(name string, track journal.Track, size, right, baseline float64) {
	role, from := Ink, c.names+c.indent(track)
	if track != "" {
		shape, of := MarkOf(track)
		c.draw(Mark{At: Point{c.names + sideMark + 1, baseline - 0.35*size}, Radius: sideMark, Shape: shape, Role: of})
		role = textOf(of)
	} else if size == noteSize {
		role = Muted
	}
	text := cmp.Or(shorten(name, right-from, size, c.measure), "…")
	c.draw(Text{At: Point{from, baseline}, Text: text, Size: size, Role: role})
}

// paintRow paints a row: its name, its axis with the range and the mark, and
// its figure.
func (c *rowsChart) paintRow(r row) {
	top := c.y
	c.y += c.line
	middle := top + c.line/2
	baseline, right := middle+0.35*nameSize, c.axis.from-inset-columnGap
	note := Text{At: Point{c.notes, baseline}, Text: r.note, Size: nameSize, Role: Ink}
	switch {
	case c.stacked:
		baseline, middle = top+0.95*nameSize, top+25
		right = c.notes - c.width(r.note, nameSize) - columnGap
		note.At.Y, note.Anchor = baseline, End
	case r.bare:
		right = c.notes - columnGap
	}
	if r.faint || !r.known {
		note.Role = Muted
	}
	c.paintName(r.name, r.track, nameSize, right, baseline)
	if r.note != "" {
		c.draw(note)
	}
	if !r.bare {
		c.paintValue(r, middle)
	}
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: Point{0, top}, Max: Point{c.scene.Width, c.y}, Focus: Point{c.axis.at(r.mid), middle},
		Tip: r.tip, Behind: r.behind,
	})
}

// paintValue draws the value of a row on its axis.
func (c *rowsChart) paintValue(r row, y float64) {
	c.draw(Rule{From: Point{c.axis.from - inset, y}, To: Point{c.axis.to + inset, y}, Width: 1, Role: Grid})
	if c.stacked {
		x := c.axis.middle()
		c.draw(Rule{From: Point{x, y - inset}, To: Point{x, y + inset}, Width: 1, Role: Balance})
	}
	if r.ranged {
		c.draw(Rect{
			Min: Point{c.axis.at(r.low), y - rangeHeight/2}, Max: Point{c.axis.at(r.high), y + rangeHeight/2}, Role: rangeOf(r.role),
		})
	}
	if r.known {
		c.drawOnRange(Mark{At: Point{c.axis.at(r.mid), y}, Radius: rowMark, Shape: r.shape, Role: r.role, Hollow: r.faint})
	}
}

// drawOnRange draws a mark with an edge that parts it from its range.
func (p *painter) drawOnRange(m Mark) {
	edge := m
	edge.Radius, edge.Role, edge.Hollow = m.Radius+markEdge, Ground, false
	p.draw(edge, m)
}

// rangeOf returns the role of the range around a mark.
func rangeOf(r Role) Role {
	switch r {
	case Technical:
		return Step2
	case People:
		return Step8
	}
	return Balance
}

// paintEnds names the ends of the axis, and what is between where there is room.
func (c *rowsChart) paintEnds() {
	baseline := c.y + 1.4*noteSize
	c.y += rowEnds
	left, right := c.axis.from-inset, c.axis.to+inset
	c.draw(
		Text{At: Point{left, baseline}, Text: c.low, Size: noteSize, Role: Muted},
		Text{At: Point{right, baseline}, Text: c.high, Size: noteSize, Anchor: End, Role: Muted},
	)
	half := c.width(c.middle, noteSize)/2 + columnGap
	if x := c.axis.middle(); left+c.width(c.low, noteSize) < x-half && right-c.width(c.high, noteSize) > x+half {
		c.draw(Text{At: Point{x, baseline}, Text: c.middle, Size: noteSize, Anchor: Middle, Role: Muted})
	}
}
