package chart

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Measures of a drain chart.
const (
	drainColumns = 680.0 // from this width on the quotes stand next to the bars
	barsShare    = 0.38  // of the width, for the bars there
	drainGap     = 32.0  // between bars and quotes there
	drainHead    = 22.0  // height of a heading
	barLine      = 30.0  // height of a bar and the air around it
	barHeight    = 14.0
	barsToQuotes = 16.0 // between the bars and the quotes under them
	quoteSize    = 12.5
	quoteLine    = 17.0 // height of a line of a quote
	aboutLine    = 16.0 // and of the line about it
	quoteGap     = 11.0
	quoteLines   = 2     // of a text at most, and one more where lines are short
	shortLines   = 400.0 // below this width
	mostQuotes   = 3
	shareSize    = 14.0
)

// drainingShare draws the share of each track's rated hours that drained as a
// bar, and quotes the moments that drained most. Where no entry has a text
// there are only the bars.
//
// Hits are the bars, each for the hours that drained on its track, and the
// quotes, each for its week.
func drainingShare(in Input) (Chart, bool) {
	e := in.Result.Energy
	if !read(in.Result) || !e.HasTechnical && !e.HasPeople {
		return Chart{}, false
	}
	quotes := hardest(in)
	title, summary := drainTitle(e, in.Words), drainSummary(e, quotes, in)
	caption := in.Words.Say("chart.drain.caption")
	if len(quotes) > 0 {
		caption = in.Words.Say("chart.drain.caption.quotes")
	}
	return Chart{
		ID: "drain", Title: title, Caption: caption, Summary: summary, Figure: lean.DrainFigure,
		Height: func(width float64) float64 {
			return math.Ceil(newDrainChart(in, quotes, FontMeasurer{}, width, linesAt(width)).paint())
		},
		Draw: func(width, height float64, m Measurer) Scene {
			var c *drainChart
			needed := math.Inf(1)
			for lines := linesAt(width); lines > 0 && needed > height; lines-- {
				c = newDrainChart(in, quotes, m, width, lines)
				needed = c.paint()
			}
			c.scene.Height, c.scene.Title, c.scene.Summary = max(height, math.Ceil(needed)), title, summary
			return c.scene
		},
	}, true
}

// linesAt returns how many lines a quote may have in a chart of that width.
func linesAt(width float64) int {
	if width < shortLines {
		return quoteLines + 1
	}
	return quoteLines
}

// hardest returns the moments of the span that drained most, of those that
// have a text.
func hardest(in Input) []lean.DatedMoment {
	var entries []journal.Entry
	for _, e := range in.Entries {
		if !in.Result.Span.Contains(e.Week) {
			continue
		}
		quotable := e
		quotable.Moments = nil
		for _, m := range e.Moments {
			if oneLine(m.Text) != "" {
				quotable.Moments = append(quotable.Moments, m)
			}
		}
		entries = append(entries, quotable)
	}
	return lean.Strongest(entries, -1, mostQuotes)
}

// drainChart is a drain chart in the making.
type drainChart struct {
	painter
	in     Input
	quotes []lean.DatedMoment
	lines  int // of a quote at most
}

func newDrainChart(in Input, quotes []lean.DatedMoment, m Measurer, width float64, lines int) *drainChart {
	return &drainChart{newPainter(in.Words, m, width, 0), in, quotes, lines}
}

// paint paints everything and returns the height that it takes.
func (c *drainChart) paint() float64 {
	left, right := edge, c.scene.Width-edge
	switch {
	case len(c.quotes) == 0:
		return c.paintBars(left, right, edge) + edge
	case c.scene.Width < drainColumns:
		y := c.paintBars(left, right, edge)
		return c.paintQuotes(left, right, y+barsToQuotes) + edge
	}
	middle := left + barsShare*(right-left)
	bars := c.paintBars(left, middle-drainGap/2, edge)
	return max(bars, c.paintQuotes(middle+drainGap/2, right, edge)) + edge
}

// heading writes what is under it, and returns where that begins.
func (c *drainChart) heading(id string, left, right, y float64) float64 {
	text := shorten(c.words.Say(id), right-left, sideSize, c.measure)
	c.draw(Text{At: Point{left, y + sideSize}, Text: text, Size: sideSize, Role: Muted})
	return y + drainHead
}

// paintBars paints a bar a track from y on, and returns where they end.
func (c *drainChart) paintBars(left, right, y float64) float64 {
	y = c.heading("chart.drain.bars", left, right, y)
	names := 0.0
	for _, track := range sides {
		names = max(names, sideNamed(track, c.words).width(c.measure))
	}
	place := barPlace{
		left: left, right: right, from: left + math.Ceil(names) + columnGap,
		to: right - math.Ceil(c.measure.Width(c.words.Percent(1), shareSize, true)) - columnGap,
	}
	for _, track := range sides {
		share, known := drainOf(c.in.Result.Energy, track)
		c.paintBar(track, share, known, place, y)
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: Point{left - edge, y}, Max: Point{right + edge, y + barLine},
			Focus:  Point{place.x(share), y + barLine/2},
			Tip:    drainTip(track, share, known, c.words),
			Behind: lean.Subject{Figure: lean.DrainFigure, Track: track, Span: c.in.Result.Span},
		})
		y += barLine
	}
	return y
}

// barPlace is where bars are: the name is at left, the whole between from and to,
// the percents end at right.
type barPlace struct{ left, from, to, right float64 }

func (p barPlace) x(share float64) float64 { return p.from + share*(p.to-p.from) }

// paintBar paints the bar of a share on the whole that it is a share of, its
// name before it and the share in percent after it.
func (c *drainChart) paintBar(track journal.Track, share float64, known bool, place barPlace, y float64) {
	middle := y + barLine/2
	c.draw(sideNamed(track, c.words).from(Point{place.left, middle + 0.35*sideSize})...)
	if !known {
		text := shorten(c.words.Say("chart.drain.unknown"), place.right-place.from, sideSize, c.measure)
		c.draw(Text{At: Point{place.from, middle + 0.35*sideSize}, Text: text, Size: sideSize, Role: Muted})
		return
	}
	_, role := MarkOf(track)
	top, bottom := middle-barHeight/2, middle+barHeight/2
	c.draw(Rect{Min: Point{place.from, top}, Max: Point{place.to, bottom}, Role: Grid})
	if share > 0 {
		c.draw(Rect{Min: Point{place.from, top}, Max: Point{place.x(share), bottom}, Role: role})
	}
	c.draw(Text{
		At: Point{place.to + columnGap, middle + 0.35*shareSize}, Text: c.words.Percent(share),
		Size: shareSize, Bold: true, Role: Ink,
	})
}

// paintQuotes quotes the hardest moments from y on, and returns where they end.
func (c *drainChart) paintQuotes(left, right, y float64) float64 {
	y = c.heading("chart.drain.quotes", left, right, y)
	from := left + 3*sideMark
	for i, m := range c.quotes {
		if i > 0 {
			y += quoteGap
		}
		top := y
		shape, role := MarkOf(m.Track)
		mark := Point{left + sideMark, top + quoteLine/2}
		c.draw(Mark{At: mark, Radius: sideMark, Shape: shape, Role: role})
		for _, line := range c.quote(m.Text, right-from) {
			y += quoteLine
			c.draw(Text{At: Point{from, y - 0.25*quoteLine}, Text: line, Size: quoteSize, Role: Ink})
		}
		y += aboutLine
		c.draw(Text{At: Point{from, y - 0.25*aboutLine}, Text: c.about(m, right-from), Size: noteSize, Role: Muted})
		c.scene.Hits = append(c.scene.Hits, Hit{
			Min: Point{left - edge, top}, Max: Point{right + edge, y}, Focus: mark,
			Tip:    quoteTip(m, c.words, c.measure),
			Behind: lean.Subject{Figure: lean.WeekFigure, Span: lean.Span{From: m.Week, To: m.Week}},
		})
	}
	return y
}
