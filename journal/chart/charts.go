package chart

import (
	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Input is what charts are made of. What a report leaves out
// must be left out of the input: a chart shows all that it is given.
type Input struct {
	Result  lean.Result
	Entries []journal.Entry // whose moments may be quoted; those outside the span are left out
	Events  []journal.Event // drawn on time axes; those outside the span are left out
	Kinds   journal.Kinds
	Words   *words.Words
	Today   journal.Week // which is running; zero for a journal that is only looked back on
}

// Chart is one chart, ready to be drawn at any size.
type Chart struct {
	ID      string        // "dials", for the names of files and anchors
	Title   string        // the finding, in one sentence without a full stop
	Caption string        // how to read it
	Summary string        // what it shows, for those who cannot see it
	Figures []lean.Figure // what explains how it is computed

	// Wide reports that the chart wants the whole width of a page.
	Wide bool
	// Height returns how high the chart wants to be at a width.
	Height func(width float64) float64
	// Draw makes the scene. It is a pure function.
	Draw func(width, height float64, m Measurer) Scene
}

// Charts returns the charts that in has something to show for, in the order in
// which they are read. The first, the dials over time, is always there.
func Charts(in Input) []Chart { return append(LeadingCharts(in), FurtherCharts(in)...) }

// LeadingCharts returns the charts that a brief has: the dials over time and, once
// there is any to show, the energy of each track.
func LeadingCharts(in Input) []Chart { return shown(in, dialsOverTime, energyByTrack) }

// FurtherCharts returns the other ones of [Charts].
func FurtherCharts(in Input) []Chart {
	return shown(in, energyByKind, quadrantOfQuarters, quartersOfDials, yearOfWeeks, drainingShare, statedBesideLogged)
}

func shown(in Input, makers ...func(Input) (Chart, bool)) []Chart {
	var charts []Chart
	for _, chart := range makers {
		if c, shows := chart(in); shows {
			charts = append(charts, c)
		}
	}
	return charts
}

// read reports whether a first reading may be made of time: before that nothing
// is said of its side.
func read(r lean.Result) bool { return r.Time.State != lean.Insufficient && len(r.Time.Levels) > 0 }

// leastWidth is how narrow a chart may be. It is laid out at this width where
// there is less.
const leastWidth = 240.0

// painter is a scene in the making, with the words for it and their widths.
type painter struct {
	scene   Scene
	words   *words.Words
	measure Measurer
}

func newPainter(w *words.Words, m Measurer, width, height float64) painter {
	return painter{scene: Scene{Width: max(width, leastWidth), Height: height}, words: w, measure: m}
}

func (p *painter) draw(items ...Item) { p.scene.Items = append(p.scene.Items, items...) }

func (p *painter) width(text string, size float64) float64 { return p.measure.Width(text, size, false) }
