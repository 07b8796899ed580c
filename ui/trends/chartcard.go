package trends

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/chartview"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// dialsID is the id of the chart of both dials, on which changes are declared.
const dialsID = "dials"

// chartCard shows a chart with how to read it, how it is computed, and a menu that
// gives it away or shows it in words.
type chartCard struct {
	page  *Page
	chart chart.Chart
	span  lean.Span // that the chart is of

	title   *widget.Label
	caption *widget.Label
	mark    *controls.QuestionMark
	view    *chartview.View
	summary *widget.Label
	said    *fyne.Container // the summary, once it is asked for
	done    *controls.Hint
	root    *fyne.Container
	frame   *controls.Panel // around all of it if it has a title; else nil
}

// newChartCard returns a card without a chart. Titled is whether the finding is above
// it; link, which may be nil, is below it.
func newChartCard(p *Page, titled bool, link *controls.Link) *chartCard {
	c := &chartCard{page: p, title: controls.Heading("", theme.SizeNameSubHeadingText),
		caption: controls.Caption(""), summary: controls.Body(""), done: controls.NewHint(widget.MediumImportance)}
	const leastWidth, leastHeight = 240, 80
	nothing := func(float64, float64, chart.Measurer) chart.Scene { return chart.Scene{} }
	c.view = chartview.New(p.Tasks.After, fyne.NewSize(leastWidth, leastHeight), nothing, p.openHit)
	c.view.Menu = c.menuAt
	c.said = controls.Flush(c.summary)
	c.said.Hide()
	c.mark = newMark(p, c.subjects)

	caption := controls.Flush(c.caption)
	corner := container.NewVBox(container.NewHBox(c.mark, controls.NewMenuButton(p.Words.Say("chart.menu"), c.items)))
	above := container.New(layout.NewBorderLayout(nil, nil, nil, corner), caption, corner)
	if titled {
		above = controls.Stack(2,
			container.New(layout.NewBorderLayout(nil, nil, nil, corner), controls.Flush(c.title), corner), caption)
	}
	foot := controls.Stack(6, controls.Gap(0), c.said, c.done.Content())
	if link != nil {
		foot.Objects = slices.Insert(foot.Objects, 1, fyne.CanvasObject(container.NewHBox(link)))
	}
	c.root = look.Between(controls.Stack(0, above, controls.Gap(8)), c.view, foot)
	if titled {
		c.frame = controls.NewCard(c.root)
	}
	return c
}

// newDialsCard returns the card of both dials, on which changes are declared. While the
// chart has the focus, it tells what the keys do instead of how to read it. The lines
// above have the question marks.
func newDialsCard(p *Page) *chartCard {
	add := controls.NewLink(p.Words.Say("events.add"), p.AddChange)
	look.SetVisible(add, !p.ReadOnly)
	c := newChartCard(p, true, add)
	c.mark.Hide()
	c.view.OnEdit = p.addChangeAt
	c.view.OnFocus = func(focused bool) {
		if focused {
			c.caption.SetText(p.Words.Say("trends.chart.keys"))
		} else {
			c.caption.SetText(c.chart.Caption)
		}
	}
	return c
}

// subjects returns what explains the chart.
func (c *chartCard) subjects() (subjects []lean.Subject) {
	for _, f := range c.chart.Figures {
		subjects = append(subjects, lean.Subject{Figure: f, Span: c.span})
	}
	return subjects
}

// show shows a chart of a span, and hides the card if there is none.
func (c *chartCard) show(ch chart.Chart, span lean.Span) {
	c.chart, c.span = ch, span
	if c.frame != nil {
		look.SetVisible(c.frame, ch.ID != "")
	}
	if ch.ID == "" {
		return
	}
	c.title.SetText(ch.Title)
	c.caption.SetText(ch.Caption)
	c.summary.SetText(ch.Summary)
	c.mark.SetAbout(ch.Title)
	c.done.Show("")
	c.view.SetScene(ch.Draw, ch.Height)
}

// showResult shows how giving the chart away went.
func (c *chartCard) showResult(text string) {
	c.done.Show(text)
	c.root.Refresh() // a line that was never seen is not laid out
}

// items returns what can be done with the whole chart.
func (c *chartCard) items() []*fyne.MenuItem {
	read := "chart.words"
	if c.said.Visible() {
		read = "chart.words.hide"
	}
	return append(c.page.give.menu(c), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(c.page.Words.Say(read), c.toggleWords))
}

// menuAt returns the menu at a part of the chart, or at none of its parts.
func (c *chartCard) menuAt(h *chart.Hit) []*fyne.MenuItem {
	if h == nil {
		return c.items()
	}
	p, w := c.page, c.page.Words
	add := func(items []*fyne.MenuItem, text string, do func(chart.Hit)) []*fyne.MenuItem {
		return append(items, fyne.NewMenuItem(text, func() { do(*h) }))
	}
	var items []*fyne.MenuItem
	week := func(id string) string { return p.weekSay(id, h.Behind.Span.From) }
	switch {
	case h.Event != "" && !p.ReadOnly:
		items = add(items, w.Say("trends.menu.edit"), p.openHit)
	case h.Event != "":
	case isWeek(h.Behind):
		items = add(items, week("trends.menu.open"), p.openHit)
		if c.view.OnEdit != nil && !p.ReadOnly {
			items = add(items, week("trends.menu.add"), p.addChangeAt)
		}
	default:
		items = add(items, w.Say("trends.menu.behind"), p.openHit)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	return append(items, c.items()...)
}

// toggleWords shows or hides the chart in words, for those who cannot see it.
func (c *chartCard) toggleWords() {
	look.SetVisible(c.said, !c.said.Visible())
	c.root.Refresh()
	c.page.scroll.Content.Refresh()
	if c.said.Visible() {
		controls.Reveal(c.said)
	}
}

// scene returns the chart as it is given away: as large as on screen with texts of the
// usual size, but no smaller than fits a page.
func (c *chartCard) scene(m chart.Measurer) chart.Scene {
	const least = 560
	width := max(float64(c.view.Size().Width/look.TextScale()), least)
	return c.chart.Draw(width, c.chart.Height(width), m)
}

// weekSay formats something about a week.
func (p *Page) weekSay(id string, w journal.Week) string {
	return p.Words.Say(id, words.Args{"Week": p.Words.WeekInline(w)})
}
