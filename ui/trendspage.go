package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/chartview"
	"heliotrope/ui/controls"
)

// trendsPage says which way the work leans, and how sure that is.
type trendsPage struct {
	words   *words.Words
	journal *journal.Journal
	tasks   tasks
	now     func() time.Time

	spans      *controls.Choice
	finding    *widget.RichText
	facts      *widget.Label
	certainty  *widget.Label
	view       *chartview.View
	remarks    *fyne.Container
	remarkCard *controls.Panel // hidden while there is nothing to remark
	events     *eventList
	scroll     *container.Scroll
	generation int // of the last computation that was asked for
}

// newTrendsPage returns the page. A click on a week calls openWeek.
func newTrendsPage(w *words.Words, j *journal.Journal, t tasks, now func() time.Time, ask *asker, openWeek func(journal.Week)) *trendsPage {
	p := &trendsPage{words: w, journal: j, tasks: t, now: now}
	p.spans = newSpanChoice(w, p.compute)
	p.finding = widget.NewRichText()
	p.finding.Wrapping = fyne.TextWrapWord
	p.facts = controls.Body("")
	p.certainty = controls.Caption("")
	empty := func(float64, float64, chart.Measurer) chart.Scene { return chart.Scene{} }
	p.view = chartview.New(fyne.NewSize(320, 250), empty, func(h chart.Hit) { openWeek(h.Behind.Span.From) })
	p.events = newEventList(w, j, now, ask, p.compute)
	p.remarks = controls.Stack(8)
	p.remarkCard = controls.NewCard(controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("trends.remarks.title"), theme.SizeNameSubHeadingText)), p.remarks))

	head := container.New(&controls.Ends{Gap: 16},
		controls.Flush(controls.Caption(w.Say("trends.title"))), p.spans)
	chartCard := controls.NewCard(container.NewBorder(
		controls.Stack(2,
			controls.Flush(controls.Heading(w.Say("trends.chart.title"), theme.SizeNameSubHeadingText)),
			controls.Flush(controls.Caption(w.Say("trends.chart.how"))),
			controls.Gap(6)),
		nil, nil, nil, p.view))
	p.scroll = pageScroll(between(
		controls.Stack(10, head, controls.Flush(p.finding), controls.Flush(p.facts), controls.Flush(p.certainty), controls.Gap(2)),
		chartCard,
		controls.Stack(16, controls.Gap(0), p.remarkCard, p.events.root)))
	return p
}

func (p *trendsPage) content() fyne.CanvasObject { return p.scroll }

func (p *trendsPage) shown() { p.compute() }

// changed does nothing: the page is computed anew each time it is shown.
func (p *trendsPage) changed(journal.Week) {}

// compute draws the chart anew, off the window's goroutine: ten years take
// longer than a frame.
func (p *trendsPage) compute() {
	p.generation++
	generation := p.generation
	entries, events := p.journal.Entries(), p.journal.Events()
	span := spanOf(p.spans.Chosen(), entries, journal.WeekOf(p.now()))
	var result lean.Result
	p.events.show()
	p.tasks.run(func() error {
		result = lean.Of(entries, events, span)
		return nil
	}, func(error) {
		if generation == p.generation {
			p.show(result, events)
		}
	})
}

func (p *trendsPage) show(r lean.Result, events []journal.Event) {
	p.finding.Segments = findingSegments(p.words, r)
	p.finding.Refresh()
	p.facts.SetText(p.words.Facts(r))
	p.certainty.SetText(p.words.Certainty(r))
	p.remarks.RemoveAll()
	for _, remark := range p.words.Remarks(r, p.journal.Kinds()) {
		p.remarks.Add(controls.Flush(controls.Body(remark.Text)))
	}
	p.remarkCard.Hidden = len(p.remarks.Objects) == 0
	p.remarks.Refresh()
	p.view.SetScene(func(width, height float64, m chart.Measurer) chart.Scene {
		return chart.LeanChart(r, events, p.words, m, width, height)
	})
}

// findingSegments gives the finding with the side that it names in the side's
// colour.
func findingSegments(w *words.Words, r lean.Result) []widget.RichTextSegment {
	finding := w.Finding(r) + "."
	side := w.FindingSide(r)
	color := colorPeople
	if r.Verdict.Side == lean.TechnicalSide {
		color = colorTechnical
	}
	segment := func(text string, color fyne.ThemeColorName) widget.RichTextSegment {
		return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
			Inline: true, ColorName: color, SizeName: theme.SizeNameHeadingText,
			TextStyle: fyne.TextStyle{Bold: true}}}
	}
	before, after, found := strings.Cut(finding, side)
	if side == "" || !found {
		return []widget.RichTextSegment{segment(finding, theme.ColorNameForeground)}
	}
	return []widget.RichTextSegment{
		segment(before, theme.ColorNameForeground),
		segment(side, color),
		segment(after, theme.ColorNameForeground),
	}
}

// spanWeeks are the lengths that are offered; 0 stands for everything.
var spanWeeks = []int{12, 26, 0}

// newSpanChoice returns the choice among the lengths, with half a year chosen.
func newSpanChoice(w *words.Words, changed func()) *controls.Choice {
	var options []string
	for _, n := range spanWeeks {
		if n == 0 {
			options = append(options, w.Say("span.all"))
		} else {
			options = append(options, w.Count("span.weeks", n))
		}
	}
	c := controls.NewChoice(options, func(int) { changed() })
	c.SetChosen(1)
	return c
}

// spanOf returns the weeks that a choice stands for: the last ones up to
// today, or all.
func spanOf(choice int, entries []journal.Entry, today journal.Week) lean.Span {
	span := lean.SpanOf(entries, today)
	if n := spanWeeks[max(choice, 0)]; n > 0 {
		span.From = span.To.Add(1 - n)
	}
	return span
}
