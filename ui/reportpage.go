package ui

import (
	"net/url"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// reportPage makes the report that one takes to a career conversation: choices,
// beside them what will be written, below them where to.
type reportPage struct {
	words   *words.Words
	journal *journal.Journal
	now     func() time.Time

	spans   *spanChoice
	covers  *widget.Label
	choices *reportChoices
	preview *reportPreview
	saver   *reportSaver
	view    *controls.Choice // which side is seen where there is no room for both
	frame   *choicesAndPreview
	sides   *fyne.Container
	nothing *controls.Hint // says that there is nothing to report
	root    *fyne.Container
}

// newReportPage returns the page. Path is that of the journal's file, which no
// report may replace; openURL opens a file in the system's own way.
func newReportPage(w *words.Words, j *journal.Journal, t tasks, now func() time.Time, ask *asker,
	wishes *reportWishes, path string, openURL func(*url.URL) error) *reportPage {
	p := &reportPage{words: w, journal: j, now: now}
	p.spans = newSpanChoice(w, func() { p.choose() })
	p.covers = controls.Caption("")
	weeks := controls.Stack(8, p.spans.column(), controls.Flush(p.covers))
	p.preview = newReportPreview(w, t, ask.focus, p.order)
	p.choices = newReportChoices(w, wishes, weeks, func() { p.choose() })
	p.saver = newReportSaver(w, t, ask, openURL, path, wishes, p.order)
	p.nothing = controls.NewHint(widget.MediumImportance)

	p.frame = &choicesAndPreview{}
	p.sides = container.New(p.frame, container.NewVScroll(besideBar(p.choices.root)), p.preview.root)
	p.view = controls.NewChoice([]string{w.Say("report.page.view.choices"), w.Say("report.page.view.preview")}, func(i int) {
		p.frame.alone = i == 1
		p.sides.Refresh()
	})
	p.view.SetChosen(0)
	head := controls.Stack(6,
		container.New(&controls.Ends{Gap: 16},
			controls.Flush(controls.Title(w.Say("nav.report"), theme.SizeNameHeadingText)), p.view),
		p.nothing.Content())
	p.root = pagePadding(container.New(headAndFoot{12}, head, p.sides, p.saver.root))
	return p
}

// besideBar leaves room at the right for the bar of a scroll.
func besideBar(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 10), o)
}

func (p *reportPage) content() fyne.CanvasObject { return p.root }

// shown brings the page up to date with what other pages changed.
func (p *reportPage) shown() {
	if p.saver.name.Text == "" {
		p.saver.name.SetText("heliotrope-" + journal.WeekOf(p.now()).String())
	}
	p.cover()
	p.preview.want(0)
}

func (p *reportPage) changed(journal.Week) { p.shown() }

// choose follows a change of a choice.
func (p *reportPage) choose() {
	if p.saver == nil {
		return // the page is being made
	}
	p.cover()
	p.saver.show()
	p.preview.want(quietTime)
}

// cover says what the report covers, or that this is nothing.
func (p *reportPage) cover() {
	order := p.order()
	span := order.span
	p.covers.SetText(p.words.Say("report.page.covers", words.Args{
		"From": p.words.Week(span.From), "To": p.words.Week(span.To)}))
	p.saver.allow(!order.empty())
	switch {
	case len(order.in.Entries) == 0:
		p.nothing.Say(p.words.Say("report.page.empty"))
	case order.empty():
		p.nothing.Say(p.words.Say("report.page.none"))
	default:
		p.nothing.Say("")
	}
}

func (p *reportPage) span(entries []journal.Entry) lean.Span {
	return p.spans.of(entries, p.journal.Events(), journal.WeekOf(p.now()))
}

// order returns the report that is chosen now.
func (p *reportPage) order() reportOrder {
	entries := p.journal.Entries()
	return reportOrder{
		in: report.Input{
			Entries: entries, Events: p.journal.Events(), Kinds: p.journal.Kinds(),
			Words: p.choices.spoken(), Written: p.now(), Options: p.choices.options(),
		},
		span:   p.span(entries),
		format: p.choices.wishes.format,
		name:   fileName(p.saver.name.Text, p.choices.wishes.format),
	}
}
