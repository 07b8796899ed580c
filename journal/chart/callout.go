package chart

import (
	"cmp"
	"slices"
)

// callout is a text with a line down from it to a place on the axis. Callouts
// stand in rows above a plot, row 0 right above it.
type callout struct {
	x        float64 // of the line
	label    string  // as placed; "" if there was no room for any of it
	row      int     // -1 without a label: the line ends at the plot
	leftward bool    // the label ends at the line rather than beginning there
	room     float64 // how wide the label may be
	from, to float64 // the label's sides
}

const (
	calloutSize = 12.0
	calloutGap  = 5.0  // between a line and the text next to it, and between texts
	fewestRoom  = 36.0 // for a text that must be shortened
)

// What a plan costs, in shares of a text that is lost.
const (
	costShortened = 0.3  // for any loss, and then the share that is lost
	costLineOnly  = 2.0  // for a text that is not there
	costLeftward  = 0.05 // a reader looks to the right of a line
	costOver      = 0.2  // for a text that stands over its line, which ends below it
	costRow       = 0.15 // for each row, which takes room from the plot
)

// over reports whether the text stands over the line, and not next to it.
func (c callout) over() bool { return c.from < c.x && c.x < c.to }

// placeCallouts gives each text a place next to its line such that no text meets
// another, a line, or the sides of the plot. xs are the places of the lines,
// from left to right. A text too long
// for every place is shortened; where nothing would be left of it, the line
// is alone.
//
// It searches for the plan that loses least text and needs fewest rows, from
// the last callout to the first, and carries on only the best plans so far. So
// it may miss the very best, but is quick however many there are.
func placeCallouts(xs []float64, texts []string, left, right float64, rows int, m Measurer) []callout {
	const breadth = 40
	plans := []calloutPlan{{}}
	for i := len(xs) - 1; i >= 0; i-- {
		text := shorten(texts[i], right-left, calloutSize, m)
		width := m.Width(text, calloutSize, false)
		var next []calloutPlan
		for _, plan := range plans {
			next = append(next, plan.with(callout{x: xs[i], label: text}, width, left, right, rows)...)
		}
		slices.SortStableFunc(next, func(a, b calloutPlan) int { return cmp.Compare(a.cost, b.cost) })
		plans = next[:min(len(next), breadth)]
	}
	return plans[0].fitted(m)
}

// calloutPlan is a place for each of the last callouts, the very last first.
type calloutPlan struct {
	placed []callout
	rows   int // that they need
	cost   float64
}

// with returns every plan that adds c, whose label is of the given width.
func (p calloutPlan) with(c callout, width, left, right float64, rows int) []calloutPlan {
	alone := c
	alone.row, alone.label = -1, ""
	plans := []calloutPlan{p.plus(alone, costLineOnly)}
	for row := range rows {
		if p.crosses(c.x, row) {
			continue
		}
		if c := (p.over(c, width, left, right, row)); c.label != "" {
			plans = append(plans, p.plus(c, costOver))
		}
		for _, leftward := range []bool{false, true} {
			room := p.roomRight(c.x, row, right)
			if leftward {
				room = p.roomLeft(c.x, row, left)
			}
			if room < min(width, fewestRoom) {
				continue
			}
			cost := 0.0
			if room < width {
				cost = costShortened + 1 - room/width
			}
			c.row, c.leftward, c.room = row, leftward, room
			c.from, c.to = c.x+calloutGap, c.x+calloutGap+min(room, width)
			if leftward {
				cost += costLeftward
				c.from, c.to = c.x-calloutGap-min(room, width), c.x-calloutGap
			}
			plans = append(plans, p.plus(c, cost))
		}
	}
	return plans
}

// over returns c as it stands over its line: as far to the right as it has room there. It
// is without a label where that is not needed or would take too much room at the left.
func (p calloutPlan) over(c callout, width, left, right float64, row int) callout {
	end := c.x + calloutGap + p.roomRight(c.x, row, right)
	if c.from, c.to = end-width, end; c.from < left || c.from >= c.x+calloutGap || c.to <= c.x {
		return callout{}
	}
	c.row, c.room = row, width
	return c
}

func (p calloutPlan) plus(c callout, cost float64) calloutPlan {
	more := max(0, c.row+1-p.rows)
	return calloutPlan{
		placed: append(slices.Clip(p.placed), c),
		rows:   p.rows + more,
		cost:   p.cost + cost + costRow*float64(more),
	}
}

// crosses reports whether a line at x up to row would run through a label.
func (p calloutPlan) crosses(x float64, row int) bool {
	return slices.ContainsFunc(p.placed, func(o callout) bool {
		return o.row >= 0 && o.row <= row && o.from-calloutGap < x && x < o.to+calloutGap
	})
}

// roomRight is how wide a label may be that begins right of a line at x. What
// is placed is at x or to the right of it, but a label may reach back.
func (p calloutPlan) roomRight(x float64, row int, right float64) float64 {
	limit := right
	for _, o := range p.placed {
		if o.row >= row {
			limit = min(limit, o.x-calloutGap)
		}
		if o.row == row {
			limit = min(limit, o.from-calloutGap)
		}
	}
	return limit - (x + calloutGap)
}

// roomLeft is how wide a label may be that ends left of a line at x. Only
// another line at the same place can be in its way; see crosses for the rest.
func (p calloutPlan) roomLeft(x float64, row int, left float64) float64 {
	for _, o := range p.placed {
		if o.row >= row && o.x == x {
			return 0
		}
	}
	return x - calloutGap - left
}

// fitted returns the callouts, the first first, their labels shortened to the
// room that they have.
func (p calloutPlan) fitted(m Measurer) []callout {
	placed := slices.Clone(p.placed)
	slices.Reverse(placed)
	for i := range placed {
		c := &placed[i]
		if c.row < 0 {
			continue
		}
		c.label = shorten(c.label, c.room, calloutSize, m)
		width := m.Width(c.label, calloutSize, false)
		switch {
		case c.label == "":
			c.row = -1
		case c.leftward || c.over():
			c.from = c.to - width
		default:
			c.to = c.from + width
		}
	}
	return placed
}
