package chart

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Measures of the quadrant.
const (
	leastQuadrant  = 220.0 // height
	mostQuadrant   = 440.0
	widestQuadrant = 1.3  // width of the plot in heights of it
	cornerSize     = 11.0 // of the names of the corners
	cornerRow      = 14.0
	cornerPad      = 8.0
	recentQuarters = 8 // of the path that are drawn strongly: two years
	surestMark     = 6.5
	recentMark     = 4.5
	olderMark      = 2.5
)

// quadrantChart sets time beside energy in the making: where the time of each
// quarter went from left to right, which track's hour energized more from
// bottom to top, and a path through the quarters. The latest one with intervals
// is the large mark in a box.
type quadrantChart struct {
	scene    Scene
	words    *words.Words
	measure  Measurer
	span     lean.Span
	quarters []lean.Quarter // those with a D, oldest first

	reach                    float64 // the energy lean at the upper and the lower end
	beside                   bool    // the sides of time are named beside the plot
	left, top, right, bottom float64
	corners                  [2][]string // the lines of the upper left and the lower right corner
}

// quadrantOfQuarters is the quadrant as one of [Charts].
func quadrantOfQuarters(in Input) (Chart, bool) {
	quarters := withD(in.Result)
	if !read(in.Result) || len(quarters) == 0 {
		return Chart{}, false
	}
	title, summary := quadrantTitle(quarters, in.Words), quadrantSummary(quarters, in.Words)
	return Chart{
		ID: "quadrant", Title: title, Caption: quadrantCaption(quarters, in.Words), Summary: summary,
		Figure: lean.QuarterFigure,
		Height: func(width float64) float64 { return math.Round(min(max(0.78*width+70, leastQuadrant), mostQuadrant)) },
		Draw: func(width, height float64, m Measurer) Scene {
			c := &quadrantChart{
				scene: Scene{Width: max(width, leastWidth), Height: max(height, leastQuadrant), Title: title, Summary: summary},
				words: in.Words, measure: m, span: in.Result.Span, quarters: quarters,
				reach: reachOf(quarters),
			}
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

// withD returns the quarters that have an energy lean.
func withD(r lean.Result) []lean.Quarter {
	var quarters []lean.Quarter
	for _, q := range r.Quarters {
		if q.HasD {
			quarters = append(quarters, q)
		}
	}
	return quarters
}

// reachOf returns the energy lean at the ends of the axis. Half of what is
// possible is a difference of two points an hour, which few quarters exceed.
func reachOf(quarters []lean.Quarter) float64 {
	const usual = 0.5
	for _, q := range quarters {
		if math.Abs(q.D) > usual {
			return 1
		}
	}
	if q := quarters[surest(quarters)]; q.HasBand && max(-q.DLow, q.DHigh) > usual {
		return 1
	}
	return usual
}

// layOut finds the place of the plot: in the middle, between the names of the
// sides.
func (c *quadrantChart) layOut() {
	c.beside = c.scene.Width >= narrow
	c.top = edge + rowHeight + edge
	c.bottom = c.scene.Height - c.top
	side := edge
	if c.beside {
		gutter := edge + tickGap + max(
			sideNamed(journal.Technical, c.words).width(c.measure), sideNamed(journal.People, c.words).width(c.measure),
			c.measure.Width(c.words.Say("chart.quadrant.time"), sideSize, false))
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

// at is where a quarter stands. The names of the corners have rows of their
// own beyond the ends of the axis of energy, where no quarter can be.
func (c *quadrantChart) at(t, d float64) Point {
	rows := float64(max(len(c.corners[0]), len(c.corners[1])))
	width := (c.right-c.left)/2 - inset
	height := (c.bottom-c.top)/2 - inset - cornerPad - rows*cornerRow
	return Point{(c.left+c.right)/2 + t*width, (c.top+c.bottom)/2 - d/c.reach*height}
}

func (c *quadrantChart) of(q lean.Quarter) Point { return c.at(q.T, q.D) }

// surest returns the latest quarter that has intervals, or else the latest.
func surest(quarters []lean.Quarter) int {
	for i := len(quarters) - 1; i >= 0; i-- {
		if quarters[i].HasBand {
			return i
		}
	}
	return len(quarters) - 1
}

func (c *quadrantChart) surest() lean.Quarter { return c.quarters[surest(c.quarters)] }

// recent reports whether quarter i is among those that are drawn strongly.
func (c *quadrantChart) recent(i int) bool { return i >= len(c.quarters)-recentQuarters }

func (c *quadrantChart) draw(items ...Item) { c.scene.Items = append(c.scene.Items, items...) }
