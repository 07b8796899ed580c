package chart

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures of a stated chart.
const (
	fiveColumns  = 860.0 // from this width on the questions stand in two rows of five
	twoColumns   = 440.0 // and from this one in five rows of two
	panelGap     = 24.0  // between columns
	panelHead    = 18.0  // height of a question's name
	panelPlot    = 18.0  // of its axis, marks and band
	panelBelow   = 12.0
	panelLabel   = 17.0 // over the first row, to name the line there
	panelTicks   = 20.0 // under each column, to name the sides
	statedMark   = 5.0
	headSize     = 12.5
	mostPanelGap = 22.0 // for panelBelow where there is more room
)

// statedBesideLogged draws the answers to each question as a mark on an axis
// from technical to people, over the lean that was logged: a line in its 90 %
// band, which is the same for all. A question without an answer is gray and
// has no axis.
//
// Hits are the questions, in the order in which they rotate.
func statedBesideLogged(in Input) (Chart, bool) {
	answered := 0
	for _, s := range in.Result.Stated {
		if s.N > 0 {
			answered++
		}
	}
	if !read(in.Result) || answered == 0 {
		return Chart{}, false
	}
	title, summary := in.Words.StatedTitle(in.Result), statedSummary(in.Result, in.Words)
	return Chart{
		ID: "stated", Title: title, Caption: in.Words.Say("chart.stated.caption"), Summary: summary,
		Figure: lean.StatedFigure, Wide: true,
		Height: func(width float64) float64 { return newStatedChart(in, FontMeasurer{}, width).needed() },
		Draw: func(width, height float64, m Measurer) Scene {
			c := newStatedChart(in, m, width)
			c.scene.Title, c.scene.Summary = title, summary
			c.paint(height)
			return c.scene
		},
	}, true
}

// statedChart is a stated chart in the making.
type statedChart struct {
	painter
	result lean.Result

	columns, rows int
	column        float64 // width of a column
	below         float64 // air under a panel
	brief         bool    // "7 ×" in place of "7 answers", where that leaves no room for a name
}

func newStatedChart(in Input, m Measurer, width float64) *statedChart {
	c := &statedChart{painter: newPainter(in.Words, m, width, 0), result: in.Result, below: panelBelow}
	switch {
	case width < twoColumns || !c.divide(2):
		c.divide(1)
	case width >= fiveColumns && !c.divide(5):
		c.divide(2)
	}
	c.rows = (len(c.result.Stated) + c.columns - 1) / c.columns
	for _, s := range c.result.Stated {
		both := c.width(c.name(s.Question), headSize) + columnGap + c.width(c.answers(s.N), noteSize)
		c.brief = c.brief || both > c.column
	}
	return c
}

// divide makes so many columns, and reports whether the names of both sides fit
// under one.
func (c *statedChart) divide(columns int) bool {
	c.columns = columns
	c.column = (c.scene.Width - 2*edge - panelGap*float64(columns-1)) / float64(columns)
	names := sideNamed(journal.Technical, c.words).width(c.measure) + sideNamed(journal.People, c.words).width(c.measure)
	return names+columnGap <= c.column
}

func (c *statedChart) panelHeight() float64 { return panelHead + panelPlot + c.below }

func (c *statedChart) needed() float64 {
	return math.Ceil(2*edge + panelLabel + panelTicks + float64(c.rows)*c.panelHeight())
}

func (c *statedChart) paint(height float64) {
	if room := (height - c.needed()) / float64(c.rows); room > 0 {
		c.below = min(panelBelow+room, mostPanelGap)
	}
	c.scene.Height = max(height, c.needed())
	named := false // the line: in the first panel that has one, over which there is nothing
	for i, s := range c.result.Stated {
		left := edge + float64(i%c.columns)*(c.column+panelGap)
		top := edge + panelLabel + float64(i/c.columns)*c.panelHeight()
		c.paintPanel(s, left, top)
		if s.N > 0 && !named {
			c.nameLine(left, top)
			named = true
		}
	}
	for column := range c.columns {
		c.nameSides(edge + float64(column)*(c.column+panelGap))
	}
}

// axis returns the scale of the panel that begins at left.
func (c *statedChart) axis(left float64) scale { return scaleIn(left, left+c.column) }

// logged is the lean that was logged, on the scale of the answers.
func (c *statedChart) logged() (mid, low, high float64) {
	level := c.result.Verdict.Level
	return 2 * level.Mid, 2 * level.Low90, 2 * level.High90
}

func (c *statedChart) paintPanel(s lean.Stated, left, top float64) {
	right := left + c.column
	axis, middle := c.axis(left), top+panelHead+panelPlot/2
	hit := Hit{
		Min: Point{left - edge, top}, Max: Point{right + edge, top + panelHead + panelPlot},
		Focus: Point{axis.x(s.Mean), middle}, Tip: statedTip(s, c.result, c.words),
		Behind: lean.Subject{Figure: lean.StatedFigure, Question: s.Question, Span: c.result.Span},
	}
	if s.N == 0 {
		hit.Focus = Point{left + inset, middle}
		none := shorten(c.words.Say("chart.stated.none"), c.column, noteSize, c.measure)
		c.paintHead(s, Muted, left, right, top)
		c.draw(Text{At: Point{left, middle + 0.35*noteSize}, Text: none, Size: noteSize, Role: Muted})
		c.scene.Hits = append(c.scene.Hits, hit)
		return
	}
	c.paintHead(s, Ink, left, right, top)
	mid, low, high := c.logged()
	from, to := middle-panelPlot/2, middle+panelPlot/2
	shape, role := sideOf(s.Mean / 2)
	c.draw(
		Rect{Min: Point{axis.x(low), from}, Max: Point{axis.x(high), to}, Role: Band90},
		Rule{From: Point{left, middle}, To: Point{right, middle}, Width: 1, Role: Grid},
		Rule{From: Point{axis.x(0), middle - 5}, To: Point{axis.x(0), middle + 5}, Width: 1, Role: Balance},
		Line{Points: []Point{{axis.x(mid), from}, {axis.x(mid), to}}, Width: 2, Role: Accent},
		Mark{At: Point{axis.x(s.Mean), middle}, Radius: statedMark, Shape: shape, Role: role},
	)
	c.scene.Hits = append(c.scene.Hits, hit)
}

// paintHead names a question and counts its answers.
func (c *statedChart) paintHead(s lean.Stated, role Role, left, right, top float64) {
	baseline, answers := top+headSize, c.answers(s.N)
	if s.N > 0 {
		c.draw(Text{At: Point{right, baseline}, Text: answers, Size: noteSize, Anchor: End, Role: Muted})
	}
	room := c.column - columnGap - c.width(answers, noteSize)
	name := shorten(c.name(s.Question), room, headSize, c.measure)
	c.draw(Text{At: Point{left, baseline}, Text: name, Size: headSize, Role: role})
}

// answers formats how many answers there are, and returns "" if there are none.
func (c *statedChart) answers(n int) string {
	switch {
	case n == 0:
		return ""
	case c.brief:
		return c.words.Say("chart.stated.times", words.Args{"Number": c.words.Number(float64(n), 0)})
	}
	return c.words.Count("chart.stated.answers", n)
}

func (c *statedChart) name(q journal.Question) string {
	return c.words.Say("chart.stated.name." + string(q))
}

// nameLine names the line of a panel, over it.
func (c *statedChart) nameLine(left, top float64) {
	text := c.words.Say("chart.stated.logged")
	mid, _, _ := c.logged()
	half := c.width(text, noteSize) / 2
	x := min(max(c.axis(left).x(mid), left+half), left+c.column-half)
	c.draw(Text{At: Point{x, top - 4}, Text: text, Size: noteSize, Anchor: Middle, Role: Accent})
}

// nameSides names the ends of the axes of a column, under it.
func (c *statedChart) nameSides(left float64) {
	baseline := edge + panelLabel + float64(c.rows)*c.panelHeight() - c.below + 1.4*sideSize
	c.draw(sideNamed(journal.Technical, c.words).from(Point{left, baseline})...)
	c.draw(sideNamed(journal.People, c.words).to(Point{left + c.column, baseline}, c.measure)...)
}
