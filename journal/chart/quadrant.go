package chart

import (
	"math"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Measures of the quadrant.
const (
	leastQuadrant  = 250.0 // height
	mostQuadrant   = 440.0
	widestQuadrant = 1.3   // width of the plot in heights of it
	quadrantNames  = 520.0 // from this width on the sides of time are named next to the plot
	cornerSize     = 12.0  // of the names of the corners
	cornerRow      = 15.0
	cornerPad      = 8.0
	recentQuarters = 8 // of the path that are drawn strongly: two years
	latestMark     = 6.5
	recentMark     = 4.5
	olderMark      = 2.5
)

// quadrantChart is the chart of time against energy in the making: where the time of each
// quarter went from left to right, which work gave more energy from bottom to
// top, and a path through the quarters. The latest one is the large mark in a
// box, in which it very likely is.
type quadrantChart struct {
	painter
	span     lean.Span
	quarters []lean.Quarter // those with both dials, oldest first

	reach                    float64 // points of energy at the upper and the lower end
	nextTo                   bool    // the sides of time are named next to the plot
	left, top, right, bottom float64
	corners                  [2][]string // the lines of the upper left and the lower right corner
}

// quadrantOfQuarters is the quadrant as one of [Charts].
func quadrantOfQuarters(in Input) (Chart, bool) {
	var quarters []lean.Quarter
	for _, q := range in.Result.Quarters {
		if q.HasEnergy {
			quarters = append(quarters, q)
		}
	}
	if !read(in.Result) || len(quarters) == 0 {
		return Chart{}, false
	}
	title, summary := quadrantTitle(in.Result, quarters, in.Words), quartersSummary(quarters, in.Words)
	reach := reachOfPath(quarters)
	return Chart{
		ID: "quadrant", Title: title, Caption: quadrantCaption(len(quarters), reach, in.Words), Summary: summary,
		Figures: []lean.Figure{lean.QuarterFigure},
		Height: func(width float64) float64 {
			c := &quadrantChart{painter: newPainter(in.Words, FontMeasurer{}, width, leastQuadrant)}
			return math.Round(max(min(0.78*width+70, mostQuadrant), c.leastHeight()))
		},
		Draw: func(width, height float64, m Measurer) Scene {
			c := &quadrantChart{
				painter: newPainter(in.Words, m, width, leastQuadrant),
				span:    in.Result.Span, quarters: quarters, reach: reach,
			}
			c.scene.Height = max(height, c.leastHeight())
			c.scene.Title, c.scene.Summary = title, summary
			c.layOut()
			c.drawBox()
			c.drawFrame()
			c.drawSides()
			c.drawPath()
			c.drawMarks()
			c.drawNames()
			c.drawHits()
			return c.scene
		},
	}, true
}

// reachOfPath returns the points of energy at the ends of the axis.
func reachOfPath(quarters []lean.Quarter) float64 {
	latest := quarters[len(quarters)-1].Energy
	differences := []float64{latest.Low90, latest.High90}
	for _, q := range quarters {
		differences = append(differences, q.Energy.Mid)
	}
	return reachOf(differences...)
}

// layOut finds the place of the plot: in the middle, between the names of the
// sides.
func (c *quadrantChart) layOut() {
	c.nextTo = c.scene.Width >= quadrantNames
	c.top = edge + rowHeight + edge
	c.bottom = c.scene.Height - c.top
	side := edge
	if c.nextTo {
		gutter := edge + tickGap + max(
			sideNamed(journal.Technical, c.words).width(c.measure), sideNamed(journal.People, c.words).width(c.measure),
			c.width(c.words.Say(dialID[ofTime]+".name"), sideSize))
		side = max(gutter, (c.scene.Width-widestQuadrant*(c.bottom-c.top))/2)
	} else {
		c.bottom -= rowHeight
	}
	c.left, c.right = side, c.scene.Width-side

	room := (c.right-c.left)/2 - 2*cornerPad
	c.corners = [2][]string{
		inLines(c.words.Say("chart.quadrant.corner.technical"), room, cornerSize, c.measure),
		inLines(c.words.Say("chart.quadrant.corner.people"), room, cornerSize, c.measure),
	}
}

// leastHeight is the height at which the plot has room between the names of its
// corners, which wrap where it is narrow.
func (c *quadrantChart) leastHeight() float64 {
	const leastHalf = 34
	c.layOut()
	rows := float64(max(len(c.corners[0]), len(c.corners[1])))
	around := c.scene.Height - (c.bottom - c.top)
	return max(leastQuadrant, around+2*(inset+cornerPad+rows*cornerRow+leastHalf))
}

// at is the place of a quarter. The names of the corners have rows of their
// own beyond the ends of the axis of energy, where no quarter can be.
func (c *quadrantChart) at(t, d float64) Point {
	rows := float64(max(len(c.corners[0]), len(c.corners[1])))
	width := (c.right-c.left)/2 - inset
	height := (c.bottom-c.top)/2 - inset - cornerPad - rows*cornerRow
	return Point{(c.left+c.right)/2 + t*width, (c.top+c.bottom)/2 - d/c.reach*height}
}

func (c *quadrantChart) of(q lean.Quarter) Point { return c.at(q.Time.Mid, q.Energy.Mid) }

// latest is the index of the latest quarter.
func (c *quadrantChart) latest() int { return len(c.quarters) - 1 }

// recent reports whether quarter i is among those that are drawn strongly.
func (c *quadrantChart) recent(i int) bool { return i >= len(c.quarters)-recentQuarters }

// drawBox draws where the latest quarter very likely is.
func (c *quadrantChart) drawBox() {
	q := c.quarters[c.latest()]
	c.draw(Rect{Min: c.at(q.Time.Low90, q.Energy.High90), Max: c.at(q.Time.High90, q.Energy.Low90), Role: Band90})
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
// plot, those of time next to it, or under it where that would take too much
// room.
func (c *quadrantChart) drawSides() {
	technical, people := sideNamed(journal.Technical, c.words), sideNamed(journal.People, c.words)
	time, energy := c.words.Say(dialID[ofTime]+".name"), c.words.Say(dialID[ofEnergy]+".name")
	middle := c.at(0, 0)
	c.drawEnd(energy, people, Point{middle.X, c.top - edge - 0.24*sideSize})
	c.drawEnd(energy, technical, Point{middle.X, c.bottom + edge + 0.76*sideSize})
	if c.nextTo {
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
	word := c.width(time, sideSize) + sideMark
	c.draw(Text{At: Point{c.left, baseline}, Text: time, Size: sideSize, Role: Muted})
	c.draw(technical.from(Point{c.left + word, baseline})...)
	second := Text{
		At:   Point{c.right - people.width(c.measure) - sideMark, baseline},
		Text: time, Size: sideSize, Anchor: End, Role: Muted,
	}
	if second.At.X-word >= c.left+word+technical.width(c.measure) { // there is room for both
		c.draw(second)
	}
	c.draw(people.to(Point{c.right, baseline}, c.measure)...)
}

// drawEnd writes what an axis shows and the side at its end around a point on
// the baseline.
func (c *quadrantChart) drawEnd(axis string, side sideName, at Point) {
	word := c.width(axis, sideSize)
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

func (c *quadrantChart) drawMarks() {
	for i, q := range c.quarters {
		shape, role := c.cornerOf(q)
		radius := c.radius(i)
		if radius == olderMark {
			role = Balance
		}
		c.draw(Mark{At: c.of(q), Radius: radius, Shape: shape, Role: role})
	}
}

// radius is how large the mark of quarter i is.
func (c *quadrantChart) radius(i int) float64 {
	switch {
	case i == c.latest():
		return latestMark
	case c.recent(i):
		return recentMark
	}
	return olderMark
}

// cornerOf returns the shape and the role that stand for a quarter: those of a
// side if time and energy are both on it.
func (c *quadrantChart) cornerOf(q lean.Quarter) (Shape, Role) {
	shape, role := sideOf(q.Time.Mid)
	if other, _ := sideOf(q.Energy.Mid / c.reach); other == shape && shape != Square {
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
			Tip: func() []string { return quarterTip(q, c.words) }, Behind: behindQuarter(q, c.span),
		})
	}
}
