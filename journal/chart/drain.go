package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Measures of a drain chart.
const (
	drainColumns = 760.0 // from this width on the quotes stand next to the bars
	barsShare    = 0.38  // of the width, for the bars there
	drainGap     = 32.0  // between bars and quotes there
	drainHead    = 22.0  // height of a heading
	barLine      = 26.0  // height of a bar and the air around it
	barHeight    = 14.0
	barsToKinds  = 8.0  // between the bars of tracks and those of kinds
	barsToQuotes = 16.0 // between the bars and the quotes under them
	quoteSize    = 12.5
	quoteLine    = 17.0 // height of a line of a quote
	aboutLine    = 16.0 // and of the line about it
	quoteGap     = 11.0
	quoteLines   = 2     // of a text at most, and one more where lines are short
	shortLines   = 400.0 // below this width
	mostQuotes   = 3
	barNames     = 0.55 // of the width, for the names of bars
	shareSize    = 14.0
)

// drainingShare draws the share of the moments of each track that drained as a
// bar, then those of the kinds of which most moments did, and quotes the moments
// that drained most. Where no entry has a text there are only the bars.
//
// Hits are the bars, each for the moments that drained, and the quotes, each for
// its week.
func drainingShare(in Input) (Chart, bool) {
	tracks, kinds := drainBars(in)
	if !read(in.Result) || !slices.ContainsFunc(tracks, func(b drainBar) bool { return b.N > 0 }) {
		return Chart{}, false
	}
	quotes := hardest(in)
	title, summary := drainTitle(tracks, in.Words), drainSummary(append(tracks, kinds...), quotes, in)
	caption := in.Words.Say("chart.drain.caption")
	if len(quotes) > 0 {
		caption = in.Words.Say("chart.drain.caption.quotes")
	}
	chart := func(m Measurer, width float64, lines int) *drainChart {
		return &drainChart{newPainter(in.Words, m, width, 0), in, tracks, kinds, quotes, lines}
	}
	return Chart{
		ID: "drain", Title: title, Caption: caption, Summary: summary, Figures: []lean.Figure{lean.DrainFigure},
		Height: func(width float64) float64 {
			return math.Ceil(chart(FontMeasurer{}, width, linesAt(width)).paint())
		},
		Draw: func(width, height float64, m Measurer) Scene {
			var c *drainChart
			needed := math.Inf(1)
			for lines := linesAt(width); lines > 0 && needed > height; lines-- {
				c = chart(m, width, lines)
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
		if silent := func(m journal.Moment) bool { return strings.TrimSpace(m.Text) == "" }; slices.ContainsFunc(e.Moments, silent) {
			e.Moments = slices.DeleteFunc(slices.Clone(e.Moments), silent)
		}
		entries = append(entries, e)
	}
	return lean.Strongest(entries, -1, mostQuotes)
}

// drainChart is a drain chart in the making.
type drainChart struct {
	painter
	in            Input
	tracks, kinds []drainBar
	quotes        []lean.DatedMoment
	lines         int // of a quote at most
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

// paintBars paints the bars from y on, and returns where they end.
func (c *drainChart) paintBars(left, right, y float64) float64 {
	names := 0.0
	for _, bar := range append(c.tracks, c.kinds...) {
		names = max(names, min(c.width(bar.name, sideSize), barNames*(right-left)))
	}
	place := barPlace{
		left: left, right: right, names: left + 3*sideMark, from: left + 3*sideMark + math.Ceil(names) + columnGap,
		to: right - math.Ceil(c.measure.Width(c.words.Percent(1), shareSize, true)) - columnGap,
	}
	y = c.heading("chart.drain.bars", left, right, y)
	for _, bar := range c.tracks {
		y = c.paintBar(bar, place, y)
	}
	if len(c.kinds) > 0 {
		y = c.heading("chart.drain.kinds", left, right, y+barsToKinds)
	}
	for _, bar := range c.kinds {
		y = c.paintBar(bar, place, y)
	}
	return y
}

// barPlace is where bars are: the mark is at left, then the name, the whole
// between from and to, the percents end at right.
type barPlace struct{ left, names, from, to, right float64 }

func (p barPlace) x(share float64) float64 { return p.from + share*(p.to-p.from) }

// paintBar paints the bar of a share on the whole that it is a share of, its
// name before it and the share in percent after it, and returns where it ends.
func (c *drainChart) paintBar(bar drainBar, place barPlace, y float64) float64 {
	middle := y + barLine/2
	baseline := middle + 0.35*sideSize
	shape, role := MarkOf(bar.track)
	name := cmp.Or(shorten(bar.name, place.from-columnGap-place.names, sideSize, c.measure), "…")
	c.draw(
		Mark{At: Point{place.left + sideMark, middle}, Radius: sideMark, Shape: shape, Role: role},
		Text{At: Point{place.names, baseline}, Text: name, Size: sideSize, Role: textOf(role)},
	)
	c.scene.Hits = append(c.scene.Hits, Hit{
		Min: Point{place.left - edge, y}, Max: Point{place.right + edge, y + barLine},
		Focus: Point{place.x(bar.share()), middle}, Tip: func() []string { return drainTip(bar, c.words) }, Behind: bar.behind,
	})
	if bar.N == 0 {
		text := shorten(c.words.Say("chart.drain.unknown"), place.right-place.from, sideSize, c.measure)
		c.draw(Text{At: Point{place.from, baseline}, Text: text, Size: sideSize, Role: Muted})
		return y + barLine
	}
	top, bottom := middle-barHeight/2, middle+barHeight/2
	c.draw(Rect{Min: Point{place.from, top}, Max: Point{place.to, bottom}, Role: Grid})
	if bar.Drained > 0 {
		c.draw(Rect{Min: Point{place.from, top}, Max: Point{place.x(bar.share()), bottom}, Role: role})
	}
	c.draw(Text{
		At: Point{place.to + columnGap, middle + 0.35*shareSize}, Text: c.words.Percent(bar.share()),
		Size: shareSize, Bold: true, Role: Ink,
	})
	return y + barLine
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
			Tip: func() []string { return quoteTip(m, c.words, c.measure) }, Behind: behindWeek(m.Week),
		})
	}
	return y
}
