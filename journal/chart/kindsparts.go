package chart

import (
	"cmp"
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// paintName writes a kind's name in the color of its track, and its hours.
func (c *kindsChart) paintName(row kindRow, baseline float64) {
	_, role := row.mark()
	if role == Balance {
		role = Muted // what is light enough for a mark is too light for letters
	}
	hours := c.words.Hours(row.Hours)
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
	return c.words.Hours(hoursOf(c.rest))
}

// hoursOf adds up hours as they are shown, to a hundredth.
func hoursOf(rows []kindRow) float64 {
	hours := 0.0
	for _, row := range rows {
		hours += row.Hours
	}
	return math.Round(hours*100) / 100
}

// paintRest sums up the kinds that have no line of their own.
func (c *kindsChart) paintRest() {
	if len(c.rest) == 0 {
		return
	}
	top := c.y
	c.y += kindLine
	baseline := top + 0.65*kindLine
	name := Text{At: Point{c.names, baseline}, Text: c.restName(), Size: kindSize, Role: Muted}
	if !c.stacked {
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
