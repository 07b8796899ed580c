package chart

import (
	"math"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures of a chart of the dials.
const (
	edge        = 4.0  // to the sides, and above everything
	inset       = 8.0  // from the ends of a scale to the edge of the plot, so that a mark there is whole
	rowHeight   = 17.0 // of a row of text
	lineWidth   = 2.25
	thinnest    = 3.0   // width of a run of the band and line that would vanish
	sideways    = 640.0 // from this width on a panel is named next to it, below it above it
	endRoom     = 100.0 // for a line of the name of an end of a scale there
	endLine     = 15.0  // height of such a line
	stripRows   = 26.0  // under a panel: the strip of its states, and their names
	stripAbove  = 6.0
	stripHeight = 4.0
	panelGap    = 10.0 // between the strip of time and the panel of energy
	tickRow     = 22.0 // under it all
	leastPanel  = 88.0 // height
	leastRows   = 3    // of names of events that the chart has room for
	maxRows     = 4
)

// dialsOverTime draws both dials over time, week by week: where the time went in
// the upper panel, which work gave more energy in the lower one. A mark is a week,
// larger the more it tells; from the first reading on a line in its bands shows
// where the dial stands, and a strip under the panel the states that it went
// through. Events are dashed lines with their names, weeks away shaded columns.
//
// The axis of time always runs from -1 technical at the bottom to +1 people on
// top, that of energy from -2 to +2 points, or to 3 or 4 if the bands need it. A
// week beyond is a hollow mark at the end: single weeks scatter over twice as much,
// which would squash the line. Line and bands cover the cells of observed weeks
// only, so that a missing week is a gap as wide as the week. They also break where
// an event changes the work.
//
// Hits tile both panels with one region for each calendar week; before them come
// those of the names of the events, above.
func dialsOverTime(in Input) (Chart, bool) {
	chart := func(width, height float64, m Measurer) *dialsChart {
		c := &dialsChart{painter: newPainter(in.Words, m, width, height), in: in}
		c.layOut()
		return c
	}
	narrowest := chart(leastWidth, 0, FontMeasurer{})
	title, summary := in.Words.DialsTitle(in.Result), narrowest.summary()
	return Chart{
		ID: "dials", Title: title, Caption: narrowest.caption(), Summary: summary,
		Figures: []lean.Figure{lean.TimeFigure, lean.EnergyFigure, lean.StateFigure}, Wide: true,
		Height: func(width float64) float64 {
			return math.Ceil(max(chart(width, 0, FontMeasurer{}).scene.Height, min(0.4*width, 380)))
		},
		Draw: func(width, height float64, m Measurer) Scene {
			c := chart(width, height, m)
			c.scene.Title, c.scene.Summary = title, summary
			c.drawAway()
			for i := range c.panels {
				c.drawBands(&c.panels[i])
			}
			c.drawFrame()
			c.drawCallouts()
			for i := range c.panels {
				p := &c.panels[i]
				if c.typicalMark() > smallestMark {
					c.drawLine(p)
					c.drawMarks(p)
				} else { // so many weeks that they would cover the line
					c.drawMarks(p)
					c.drawLine(p)
				}
				c.drawEnds(p)
				c.drawStates(p)
			}
			c.drawTicks()
			c.drawHits()
			return c.scene
		},
	}, true
}

// dialsChart is a chart of the dials in the making.
type dialsChart struct {
	painter
	in Input

	cells    []weekCell // one a calendar week of the span, oldest first
	events   []journal.Event
	callouts []callout // one an event

	compact bool
	axis    weekAxis
	panels  [2]panel // time, energy
}

// weekCell is what is known of one calendar week.
type weekCell struct {
	week   journal.Week
	logged *lean.Week     // nil if nothing was logged
	levels [2]*lean.Level // by dial; nil before the first week that counts
	events []journal.Event
	jump   bool   // an event of this week changes the work
	away   string // why it is a week away, "" if it is none
}

func (c weekCell) observed() bool { return c.logged != nil && c.logged.Observed }

// panel is the part of the chart that shows one dial.
type panel struct {
	dial  lean.Dial
	of    int   // index of its level in a cell
	scale scale // upwards
	value func(*lean.Week) (value, noise float64, known bool)

	head        float64 // where the names above it begin
	top, bottom float64 // of the plot
}

// markOf returns what a week says of the dial.
func (p *panel) markOf(cell weekCell) (value, noise float64, known bool) {
	if cell.logged == nil {
		return 0, 0, false
	}
	return p.value(cell.logged)
}

// beyond reports whether a value lies beyond the scale.
func (p *panel) beyond(value float64) bool { return math.Abs(value) > p.scale.reach }

// drawn reports whether the dial has a line, which it has from its first reading on.
func (p *panel) drawn() bool { return p.dial.State != lean.Insufficient && len(p.dial.Levels) > 0 }

// timeOf returns what a week says of time.
func timeOf(w *lean.Week) (value, noise float64, known bool) { return w.Time, w.Noise, w.Observed }

// energyOf returns how many points more the people moments of a week gave
// than its technical ones, if it has both. The noise is that of a difference of
// two means.
func energyOf(w *lean.Week) (value, noise float64, known bool) {
	technical, has := w.Energy.Technical.Mean()
	people, too := w.Energy.People.Mean()
	if w.Away || !has || !too {
		return 0, 0, false
	}
	return people - technical, 1/float64(w.Energy.Technical.N) + 1/float64(w.Energy.People.N), true
}

// layOut sorts figures and events into cells and finds the place of the panels.
// A scene too low for them grows.
func (c *dialsChart) layOut() {
	r := c.in.Result
	c.panels = [2]panel{
		{dial: r.Time.Dial, of: ofTime, value: timeOf},
		{dial: r.Energy.Dial, of: ofEnergy, value: energyOf},
	}
	c.compact = c.scene.Width < sideways
	left, right := edge, c.scene.Width-edge
	if !c.compact {
		left, right = c.gutter(), right-c.stateRoom()
	}
	c.axis = newWeekAxis(r.Span, left, right)
	c.fillCells()

	around := 0.0 // rows of a panel for the names of its ends
	if c.compact {
		around = rowHeight
	}
	fixed := edge + 2*(2*around+stripRows) + panelGap + tickRow
	rows := min(max(leastRows, int((c.scene.Height-fixed-2*leastPanel)/(2*rowHeight))), maxRows)
	names := c.placeEvents(rows)
	c.scene.Height = max(c.scene.Height, fixed+names+2*leastPanel)
	height := (c.scene.Height - fixed - names) / 2
	y, reach := edge, [...]float64{ofTime: timeReach, ofEnergy: c.reachOfEnergy()}
	for i := range c.panels {
		p := &c.panels[i]
		p.head = y
		p.top = y + around
		if i == 0 {
			p.top += names
		}
		p.bottom = p.top + height
		p.scale = scaleIn(p.bottom, p.top, reach[i])
		y = p.bottom + around + stripRows + panelGap
	}
}

// placeEvents finds the places of the names of events, and returns the height
// of their rows.
func (c *dialsChart) placeEvents(rows int) float64 {
	var xs []float64
	var names []string
	for _, e := range c.events {
		xs = append(xs, c.axis.start(e.Week))
		names = append(names, c.words.Event(e))
	}
	c.callouts = placeCallouts(xs, names, c.axis.left, c.axis.right, rows, c.measure)
	used := 0
	for _, callout := range c.callouts {
		used = max(used, callout.row+1)
	}
	return rowHeight * float64(used)
}

// reachOfEnergy is the end of the scale of energy.
func (c *dialsChart) reachOfEnergy() float64 {
	var differences []float64
	if p := &c.panels[ofEnergy]; p.drawn() {
		for _, l := range p.dial.Levels {
			differences = append(differences, l.Low90, l.High90)
		}
	}
	return reachOf(differences...)
}

// fillCells also collects the events of the span, in the order of their weeks.
func (c *dialsChart) fillCells() {
	if c.axis.weeks == 0 {
		return
	}
	r := c.in.Result
	first := r.Span.From.Index()
	c.cells = make([]weekCell, r.Span.Weeks())
	cell := func(w journal.Week) *weekCell {
		if !r.Span.Contains(w) {
			return &weekCell{}
		}
		return &c.cells[w.Index()-first]
	}
	for i, week := 0, r.Span.From; i < len(c.cells); i, week = i+1, week.Next() {
		c.cells[i].week = week
	}
	for i, week := range r.Weeks {
		at := cell(week.Week)
		at.logged = &r.Weeks[i]
		if week.Away {
			at.away = untold
		}
	}
	for _, p := range c.panels {
		for i := range p.dial.Levels {
			cell(p.dial.Levels[i].Week).levels[p.of] = &p.dial.Levels[i]
		}
	}
	for _, e := range c.in.Entries {
		if at := cell(e.Week); at.away != "" && e.Away != "" {
			at.away = e.Away
		}
	}
	for _, e := range c.in.Events {
		at := cell(e.Week)
		at.events = append(at.events, e)
		at.jump = at.jump || e.Kind.ChangesWork()
	}
	for _, cell := range c.cells {
		c.events = append(c.events, cell.events...)
	}
}

// endNames names the ends of the scale of a panel.
func (c *dialsChart) endNames(p *panel) (people, technical string) {
	return c.words.Say(dialID[p.of] + ".end.people"), c.words.Say(dialID[p.of] + ".end.technical")
}

// endLines breaks the name of an end into lines for the room next to a panel.
func (c *dialsChart) endLines(name string) []string {
	return wrap(name, endRoom, sideSize, 2, c.measure)
}

// gutter is the room left of the panels for their names and those of their ends.
func (c *dialsChart) gutter() float64 {
	names, ends := 0.0, c.width(c.words.Say("chart.even"), sideSize)
	for i := range c.panels {
		p := &c.panels[i]
		names = max(names, c.measure.Width(c.words.Say(dialID[p.of]+".name"), sideSize, true))
		people, technical := c.endNames(p)
		for _, line := range append(c.endLines(people), c.endLines(technical)...) {
			ends = max(ends, c.width(line, sideSize))
		}
	}
	return math.Ceil(edge + names + columnGap + ends + 2*edge)
}

// stateRoom is the room right of the panels for the states of the dials.
func (c *dialsChart) stateRoom() float64 {
	room := 0.0
	for _, p := range c.panels {
		if p.drawn() {
			room = max(room, 2*edge+3*sideMark+c.measure.Width(c.words.StateName(p.dial.State), sideSize, true))
		}
	}
	return math.Ceil(room)
}

// caption explains how to read the chart.
func (c *dialsChart) caption() string {
	w, r := c.words, c.in.Result
	switch {
	case r.WeeksLogged == 0:
		return w.Say("chart.dials.caption.empty")
	case !c.panels[ofTime].drawn() && !c.panels[ofEnergy].drawn():
		return w.Say("chart.dials.caption.marks")
	}
	caption := w.Say("chart.dials.caption")
	p := &c.panels[ofEnergy]
	if slices.ContainsFunc(c.cells, func(cell weekCell) bool { value, _, _ := p.markOf(cell); return p.beyond(value) }) {
		caption += " " + w.Say("chart.dials.caption.beyond", words.Args{"Reach": w.Number(p.scale.reach, 0)})
	}
	return caption
}
