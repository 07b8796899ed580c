package trends

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
	"heliotrope/ui/look"
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

// newChartCard returns a card without a chart. Extra links are next to those
// that every chart has; help, if there is any, is a text about what else can be done.
func newChartCard(p *Page, help string, extra ...fyne.CanvasObject) *chartCard {
	w := p.Words
	c := &chartCard{words: w, title: controls.Heading("", theme.SizeNameSubHeadingText),
		caption: controls.Caption(""), summary: controls.Body(""), done: controls.NewHint(widget.MediumImportance)}
	const leastWidth, leastHeight = 240, 80
	nothing := func(float64, float64, chart.Measurer) chart.Scene { return chart.Scene{} }
	c.view = chartview.New(fyne.NewSize(leastWidth, leastHeight), nothing, p.openHit)
	c.said = controls.Flush(c.summary)
	c.said.Hide()
	c.inWords = controls.NewLink(w.Say("chart.words"), c.toggleWords)
	how := controls.NewLink(w.Say("figure.how"), func() {
		var subjects []lean.Subject
		for _, f := range c.chart.Figures {
			subjects = append(subjects, lean.Subject{Figure: f, Span: c.span})
		}
		p.explain(subjects...)
	})
	menu := controls.NewMenuButton(w.Say("chart.menu"), p.give.menu(c)...)
	text := controls.Stack(2, controls.Flush(c.title), controls.Flush(c.caption))
	corner := container.NewVBox(menu)
	links := container.New(&controls.Flow{GapX: 20, GapY: 4}, append([]fyne.CanvasObject{c.inWords, how}, extra...)...)
	foot := controls.Stack(6, controls.Gap(0), links)
	if help != "" {
		foot.Add(controls.Flush(controls.Caption(help)))
	}
	foot.Add(c.said)
	foot.Add(c.done.Content())
	c.root = controls.NewCard(look.Between(
		controls.Stack(0, container.New(layout.NewBorderLayout(nil, nil, nil, corner), text, corner), controls.Gap(6)),
		c.view, foot))
	return c
}

// show shows a chart of a span.
func (c *chartCard) show(ch chart.Chart, span lean.Span) {
	c.chart, c.span = ch, span
	c.title.SetText(ch.Title)
	c.caption.SetText(ch.Caption)
	c.summary.SetText(ch.Summary)
	c.done.Show("")
	c.view.SetScene(ch.Draw, ch.Height)
}

// showResult shows how giving the chart away went.
func (c *chartCard) showResult(text string) {
	c.done.Show(text)
	c.root.Refresh() // a line that was never seen is not laid out
}

// toggleWords shows or hides the chart in words, for those who cannot see it.
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
