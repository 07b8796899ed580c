package chart

import (
	"cmp"
	"math"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures of a chart of kinds.
const (
	stackedBelow = 400.0 // below this width a name is above its marks instead of next to them
	nameShare    = 0.34  // of the width, for the names next to the marks
	kindLine     = 25.0  // height of a kind next to its name
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
	names   float64 // where names end next to the marks, or begin over them
	y       float64 // how far down it is painted
}

func newKindsChart(in Input, rows, rest []kindRow, m Measurer, width float64) *kindsChart {
	c := &kindsChart{painter: newPainter(in.Words, m, width, 0), span: in.Result.Span, rows: rows, rest: rest}
	width = c.scene.Width
	c.stacked = width < stackedBelow
	if c.stacked {
		c.line, c.names, c.axis = kindStacked, edge, scaleIn(edge, width-edge)
		return c
	}
	names, hours := c.width(c.restName(), kindSize), c.width(c.restHours(), kindSize)
	for _, row := range rows {
		names = max(names, min(c.width(row.name, kindSize), nameShare*width))
		hours = max(hours, c.width(c.words.HoursAbout(row.Hours), kindSize))
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

// paintName writes a kind's name in the color of its track, and its hours.
func (c *kindsChart) paintName(row kindRow, baseline float64) {
	_, role := row.mark()
	if role == Balance {
		role = Muted // what is light enough for a mark is too light for letters
	}
	hours := c.words.HoursAbout(row.Hours)
	right := c.scene.Width - edge
	c.draw(Text{At: Point{right, baseline}, Text: hours, Size: kindSize, Anchor: End, Role: Muted})
	name := Text{At: Point{c.names, baseline}, Size: kindSize, Role: role}
	room := c.names - edge
	if c.stacked {
		room = right - edge - columnGap - c.width(hours, kindSize)
	} else {
		name.Anchor = End
	}
	name.Text = cmp.Or(shorten(row.name, room, kindSize, c.measure), "…")
	c.draw(name)
}

// paintMarks draws the interval, the two halves on it and the way between
// them.
func (c *kindsChart) paintMarks(row kindRow, y float64) {
	shape, role := row.mark()
	if row.HasBand {
		const half = 3.5
		c.draw(Rect{Min: Point{c.axis.x(row.Low), y - half}, Max: Point{c.axis.x(row.High), y + half}, Role: Band90})
	}
	first := Mark{At: Point{c.axis.x(row.First.Mean), y}, Radius: kindFirst, Shape: shape, Role: role, Hollow: true}
	second := Mark{At: Point{c.axis.x(row.latest()), y}, Radius: kindMark, Shape: shape, Role: role}
	switch {
	case row.First.N == 0:
		c.draw(second)
	case row.Second.N == 0:
		c.draw(first)
	default:
		c.draw(Line{Points: []Point{first.At, second.At}, Width: 2, Role: role}, first, second)
	}
}

// labeled reports whether the first line has both marks, to be named there.
func (c *kindsChart) labeled() bool {
	return c.ranked() > 0 && c.rows[0].First.N > 0 && c.rows[0].Second.N > 0
}

// paintLabels names the two marks of a line over them. Where they are close,
// the names move apart.
func (c *kindsChart) paintLabels(row kindRow, baseline float64) {
	left, right := c.words.Say("chart.kinds.first"), c.words.Say("chart.kinds.second")
	from, to := c.axis.x(row.First.Mean), c.axis.x(row.Second.Mean)
	if from > to {
		left, right, from, to = right, left, to, from
	}
	l, r := c.width(left, noteSize), c.width(right, noteSize)
	limit := c.scene.Width - edge
	if l+columnGap+r > limit-edge {
		return
	}
	from, to = from-l/2, to-r/2 // where the names begin
	if short := from + l + columnGap - to; short > 0 {
		from, to = from-short/2, to+short/2
	}
	to = max(min(to, limit-r), edge+l+columnGap)
	from = max(min(from, to-columnGap-l), edge)
	to = max(to, from+l+columnGap)
	c.draw(
		Text{At: Point{from, baseline}, Text: left, Size: noteSize, Role: Muted},
		Text{At: Point{to, baseline}, Text: right, Size: noteSize, Role: Muted},
	)
}

// paintTicks names the ends of the axis and numbers what is between, where
// there is room.
func (c *kindsChart) paintTicks() {
	baseline := c.y + 1.4*noteSize
	c.y += kindTicks
	left, right := c.axis.left-inset, c.axis.right+inset
	low, high := c.ends(right - left)
	c.draw(
		Text{At: Point{left, baseline}, Text: low, Size: noteSize, Role: Muted},
		Text{At: Point{right, baseline}, Text: high, Size: noteSize, Anchor: End, Role: Muted},
	)
	from, to := left+c.width(low, noteSize)+columnGap, right-c.width(high, noteSize)-columnGap
	// Both ends have the room that the longer name leaves.
	room := min(c.axis.x(0)-from, to-c.axis.x(0))
	for _, point := range []float64{-1, 0, 1} {
		x, text := c.axis.x(point), c.words.Signed(point, 0)
		if math.Abs(x-c.axis.x(0))+c.width(c.words.Signed(1, 0), noteSize)/2 < room {
			c.draw(Text{At: Point{x, baseline}, Text: text, Size: noteSize, Anchor: Middle, Role: Muted})
		}
	}
}

// ends names the ends of the axis by number and word, or by number alone where
// that would be too wide.
func (c *kindsChart) ends(room float64) (low, high string) {
	number := func(e journal.Energy) string { return c.words.Signed(float64(e), 0) }
	named := func(e journal.Energy) string {
		return c.words.Say("chart.kinds.end", words.Args{"Number": number(e), "Energy": c.words.Energy(e)})
	}
	low, high = named(journal.Drained), named(journal.Energized)
	if c.width(low, noteSize)+columnGap+c.width(high, noteSize) > room {
		return number(journal.Drained), number(journal.Energized)
	}
	return low, high
}

func (c *kindsChart) restName() string {
	if len(c.rest) == 0 {
		return ""
	}
	return c.words.Count("chart.kinds.rest", len(c.rest))
}

func (c *kindsChart) restHours() string {
	if len(c.rest) == 0 {
		return ""
	}
	return c.words.HoursAbout(hoursOf(c.rest))
}

// hoursOf adds up hours.
func hoursOf(rows []kindRow) float64 {
	hours := 0.0
	for _, row := range rows {
		hours += row.Hours
	}
	return hours
}

// paintRest sums up the kinds without a separate line.
func (c *kindsChart) paintRest() {
	if len(c.rest) == 0 {
		return
	}
	top := c.y
	c.y += kindLine
	baseline := top + 0.65*kindLine
	name := Text{At: Point{c.names, baseline}, Text: c.restName(), Size: kindSize, Role: Muted}
	if c.stacked {
		name.Text = shorten(name.Text, c.scene.Width-2*edge-columnGap-c.width(c.restHours(), kindSize), kindSize, c.measure)
	} else {
		name.Anchor = End
	}
	c.draw(name, Text{
		At: Point{c.scene.Width - edge, baseline}, Text: c.restHours(), Size: kindSize, Anchor: End, Role: Muted,
	})
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: Point{0, top}, Max: Point{c.scene.Width, c.y}, Focus: Point{c.axis.x(0), (top + c.y) / 2},
		Tip:    restTip(c.rest, c.words, c.measure),
		Behind: lean.Subject{Figure: lean.KindFigure, Span: c.span},
	})
}
