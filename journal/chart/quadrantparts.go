package chart

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// drawBox draws where the surest quarter could be, with 90 % each way.
func (c *quadrantChart) drawBox() {
	q := c.surest()
	if !q.HasBand {
		return
	}
	from, to := c.at(q.TLow, q.DHigh), c.at(q.THigh, q.DLow)
	c.draw(Rect{Min: from, Max: to, Role: Band90})
}

// drawCross draws the same as two lines through it.
func (c *quadrantChart) drawCross() {
	q := c.surest()
	if !q.HasBand {
		return
	}
	c.draw(
		Line{Points: []Point{c.at(q.TLow, q.D), c.at(q.THigh, q.D)}, Width: 1.25, Role: Accent},
		Line{Points: []Point{c.at(q.T, q.DLow), c.at(q.T, q.DHigh)}, Width: 1.25, Role: Accent},
	)
}

// drawFrame draws the plot, its axes and the names of the corners in which time
// and energy disagree.
func (c *quadrantChart) drawFrame() {
	middle := c.at(0, 0)
	c.draw(
		Rect{Min: Point{c.left, c.top}, Max: Point{c.right, c.bottom}, Outline: 1, Role: Grid},
		Rule{From: Point{c.left, middle.Y}, To: Point{c.right, middle.Y}, Width: 1, Role: Balance},
		Rule{From: Point{middle.X, c.top}, To: Point{middle.X, c.bottom}, Width: 1, Role: Balance},
	)
	for _, text := range c.cornerTexts() {
		c.draw(text)
	}
}

// cornerTexts are the lines in the upper left and in the lower right corner.
func (c *quadrantChart) cornerTexts() []Text {
	var texts []Text
	for i, line := range c.corners[0] {
		at := Point{c.left + cornerPad, c.top + cornerPad + 0.76*cornerSize + cornerRow*float64(i)}
		texts = append(texts, Text{At: at, Text: line, Size: cornerSize, Role: Muted})
	}
	for i, line := range c.corners[1] {
		below := float64(len(c.corners[1]) - 1 - i)
		at := Point{c.right - cornerPad, c.bottom - cornerPad - 0.24*cornerSize - cornerRow*below}
		texts = append(texts, Text{At: at, Text: line, Size: cornerSize, Anchor: End, Role: Muted})
	}
	return texts
}

// inLines breaks a text at its spaces, but not at no-break ones, into lines that
// fit into room as far as its words do.
func inLines(text string, room, size float64, m Measurer) []string {
	var lines []string
	for _, word := range strings.Split(text, " ") {
		if n := len(lines) - 1; n >= 0 && m.Width(lines[n]+" "+word, size, false) <= room {
			lines[n] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// drawSides names the ends of both axes: those of energy above and below the
// plot, those of time beside it, or under it where that would take too much
// room.
func (c *quadrantChart) drawSides() {
	technical, people := sideNamed(journal.Technical, c.words), sideNamed(journal.People, c.words)
	time, energy := c.words.Say("chart.quadrant.time"), c.words.Say("chart.quadrant.energy")
	middle := c.at(0, 0)
	c.drawEnd(energy, people, Point{middle.X, c.top - edge - 0.24*sideSize})
	c.drawEnd(energy, technical, Point{middle.X, c.bottom + edge + 0.76*sideSize})
	if c.beside {
		name, below := middle.Y-0.3*sideSize, middle.Y+1.1*sideSize
		left, right := c.left-tickGap, c.right+tickGap
		c.draw(
			Text{At: Point{left, name}, Text: time, Size: sideSize, Anchor: End, Role: Muted},
			Text{At: Point{right, name}, Text: time, Size: sideSize, Role: Muted},
		)
		c.draw(technical.to(Point{left, below}, c.measure)...)
		c.draw(people.from(Point{right, below})...)
		return
	}
	baseline := c.bottom + edge + 0.76*sideSize + rowHeight
	word := c.measure.Width(time, sideSize, false) + sideMark
	c.draw(Text{At: Point{c.left, baseline}, Text: time, Size: sideSize, Role: Muted})
	c.draw(technical.from(Point{c.left + word, baseline})...)
	c.draw(Text{
		At:   Point{c.right - people.width(c.measure) - sideMark, baseline},
		Text: time, Size: sideSize, Anchor: End, Role: Muted,
	})
	c.draw(people.to(Point{c.right, baseline}, c.measure)...)
}

// drawEnd writes what an axis tells and the side at its end around a point on
// the baseline.
func (c *quadrantChart) drawEnd(axis string, side sideName, at Point) {
	word := c.measure.Width(axis, sideSize, false)
	left := at.X - (word+sideMark+side.width(c.measure))/2
	c.draw(Text{At: Point{left, at.Y}, Text: axis, Size: sideSize, Role: Muted})
	c.draw(side.from(Point{left + word + sideMark, at.Y})...)
}

// drawPath joins the quarters, with a dashed line across those in between of
// which nothing is known.
func (c *quadrantChart) drawPath() {
	for i := 1; i < len(c.quarters); i++ {
		before, q := c.quarters[i-1], c.quarters[i]
		from, to := c.of(before), c.of(q)
		if from == to {
			continue
		}
		role, width := Grid, 1.0
		if c.recent(i - 1) {
			role, width = Accent, lineWidth
		}
		if before.Span().To.Next() != q.Span().From {
			c.draw(Rule{From: from, To: to, Width: min(width, 1.5), Dashed: true, Role: role})
			continue
		}
		c.draw(Line{Points: []Point{from, to}, Width: width, Role: role})
	}
}

// drawMarks draws the quarters, those hollow that have no intervals.
func (c *quadrantChart) drawMarks() {
	c.drawCross()
	for i, q := range c.quarters {
		shape, role := cornerOf(q)
		radius := c.radius(i)
		if radius == olderMark {
			role = Balance
		}
		c.draw(Mark{At: c.of(q), Radius: radius, Shape: shape, Role: role, Hollow: !q.HasBand && radius > olderMark})
	}
}

// radius is how large the mark of quarter i is.
func (c *quadrantChart) radius(i int) float64 {
	switch {
	case i == surest(c.quarters):
		return surestMark
	case c.recent(i):
		return recentMark
	}
	return olderMark
}

// cornerOf returns the shape and the role that stand for a quarter: those of a
// side if time and energy are both on it.
func cornerOf(q lean.Quarter) (Shape, Role) {
	shape, role := sideOf(q.T)
	if other, _ := sideOf(q.D); other == shape && shape != Square {
		return shape, role
	}
	return Square, Accent
}

// drawHits shares the plot out among the quarters.
func (c *quadrantChart) drawHits() {
	var places []Point
	for _, q := range c.quarters {
		places = append(places, c.of(q))
	}
	for i, part := range shareOut(Rect{Min: Point{c.left, c.top}, Max: Point{c.right, c.bottom}}, places) {
		q := c.quarters[i]
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: part.Min, Max: part.Max, Focus: places[i],
			Tip: c.tip(q), Behind: behindQuarter(q, c.span),
		})
	}
}
