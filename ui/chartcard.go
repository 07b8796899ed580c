package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/chartview"
	"heliotrope/ui/controls"
)

// chartCard shows a chart with its finding, how to read it, the same in words,
// how it is computed, and a menu that gives it away.
type chartCard struct {
	words *words.Words
	chart chart.Chart
	span  lean.Span // that the chart is of

	title   *widget.Label
	caption *widget.Label
	view    *chartview.View
	inWords *controls.Link
	summary *widget.Label
	said    *fyne.Container // the summary, once it is asked for
	done    *controls.Hint
	root    *controls.Panel
}

// chartHooks are what a chart needs of its page.
type chartHooks struct {
	open    func(chart.Hit)
	explain func(...lean.Subject)
	give    *chartGiver
}

// newChartCard returns a card without a chart. Extra links stand beside those
// that every chart has.
func newChartCard(w *words.Words, hooks chartHooks, extra ...fyne.CanvasObject) *chartCard {
	c := &chartCard{words: w, title: controls.Heading("", theme.SizeNameSubHeadingText),
		caption: controls.Caption(""), summary: controls.Body(""), done: controls.NewHint(widget.MediumImportance)}
	const leastWidth, leastHeight = 240, 160
	nothing := func(float64, float64, chart.Measurer) chart.Scene { return chart.Scene{} }
	c.view = chartview.New(fyne.NewSize(leastWidth, leastHeight), nothing, hooks.open)
	c.said = controls.Flush(c.summary)
	c.said.Hide()
	c.inWords = controls.NewLink(w.Say("chart.words"), c.toggleWords)
	how := controls.NewLink(w.Say("figure.how"), func() {
		hooks.explain(lean.Subject{Figure: c.chart.Figure, Span: c.span})
	})
	menu := controls.NewMenuButton(w.Say("chart.menu"), hooks.give.menu(c)...)
	text := controls.Stack(2, controls.Flush(c.title), controls.Flush(c.caption))
	corner := container.NewVBox(menu)
	links := container.New(&controls.Flow{GapX: 20, GapY: 4}, append([]fyne.CanvasObject{c.inWords, how}, extra...)...)
	c.root = controls.NewCard(between(
		controls.Stack(0, container.New(layout.NewBorderLayout(nil, nil, nil, corner), text, corner), controls.Gap(6)),
		c.view,
		controls.Stack(6, controls.Gap(0), links, c.said, c.done.Content())))
	return c
}

// show shows a chart of a span.
func (c *chartCard) show(ch chart.Chart, span lean.Span) {
	c.chart, c.span = ch, span
	c.title.SetText(ch.Title)
	c.caption.SetText(ch.Caption)
	c.summary.SetText(ch.Summary)
	c.done.Say("")
	c.view.SetScene(ch.Draw, ch.Height)
}

// toggleWords shows what the chart says to those who cannot see it, or hides it
// again.
func (c *chartCard) toggleWords() {
	if c.said.Visible() {
		c.said.Hide()
		c.inWords.SetText(c.words.Say("chart.words"))
		return
	}
	c.said.Show()
	c.inWords.SetText(c.words.Say("chart.words.hide"))
}

// scene returns the chart as it is given away: as large as on screen, but no
// smaller than fits a page.
func (c *chartCard) scene(m chart.Measurer) chart.Scene {
	const least = 560
	width := max(float64(c.view.Size().Width), least)
	return c.chart.Draw(width, max(float64(c.view.Size().Height), c.chart.Height(width)), m)
}
