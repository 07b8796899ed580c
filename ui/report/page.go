// Package report is the page that makes the report for a career conversation:
// choices, a preview of what they make, and the files.
package report

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// Page makes the report that one takes to a career conversation: choices,
// next to them what will be written, below them where to.
type Page struct {
	session.Session
	window Window
	saving *saving.Autosave
	brief  *briefChoices

	spans   *choices.Span
	covers  *widget.Label
	form    *form
	own     *own
	preview *preview
	saver   *saver
	view    *controls.Choice // which side is seen where there is no room for both
	parts   *pageLayout
	named   string         // the name of the file that the page gave it
	basis   session.Basis  // of the preview that was wanted last
	nothing *controls.Hint // shows why there can be no report
	choices *controls.Scroll
	scroll  *controls.Scroll
	empty   fyne.CanvasObject // is shown before the first week is logged
	root    *fyne.Container
}

// Window is what the page asks of the window.
type Window interface {
	// OpenPath opens a file or a folder in the system's own way.
	OpenPath(path string) error
	// CopyText puts a text on the clipboard.
	CopyText(text string)
	// Help shows a place of the manual, such as "report#formats".
	Help(place string)
	// LogThisWeek shows the week of today.
	LogThisWeek()
}

// New returns the page. What is chosen for the brief is saved by saver.
func New(s session.Session, saver *saving.Autosave, wishes *Wishes, window Window) *Page {
	p := &Page{Session: s, window: window, saving: saver, brief: newBriefChoices(s.Journal, saver)}
	w := p.Words
	p.spans = choices.NewSpan(s, func() { p.choose() })
	p.covers = controls.Caption("")
	weeks := controls.Stack(8, p.spans.Column(), controls.Flush(p.covers))
	p.preview = newPreview(p)
	p.own = newOwn(p)
	p.form = newForm(p, wishes, weeks, func() { p.choose() })
	p.saver = newSaver(p, wishes)
	p.nothing = controls.NewHint(widget.MediumImportance)

	p.view = controls.NewChoice([]string{w.Say("report.page.view.choices"), w.Say("report.page.view.preview")}, func(i int) {
		p.parts.alone = i == 1
		p.scroll.Refresh()
	})
	p.view.SetChosen(0)
	head := controls.Stack(6,
		container.New(&controls.Ends{Gap: 16},
			controls.Flush(controls.Title(w.Say("nav.report"), theme.SizeNameHeadingText)), p.view),
		p.nothing.Content())
	form := leftOfBar(p.form.root)
	p.choices = controls.NewVScroll(form)
	p.parts = &pageLayout{sides: p.view, form: form}
	p.scroll = look.PageScroll(container.New(p.parts, head, p.choices, p.preview.root, p.saver.root))
	p.parts.view = p.scroll
	p.empty = p.makeEmpty()
	p.root = container.NewStack(p.scroll, p.empty)
	return p
}

// makeEmpty returns what the page shows before the first week is logged.
func (p *Page) makeEmpty() fyne.CanvasObject {
	w := p.Words
	act := controls.NewButton(w.Say("report.page.log"), func() { p.window.LogThisWeek() })
	act.Importance = widget.HighImportance
	return look.PageScroll(controls.Stack(16,
		controls.Flush(controls.Title(w.Say("nav.report"), theme.SizeNameHeadingText)),
		controls.NewCard(controls.Stack(12, controls.Flush(controls.Body(w.Say("report.page.empty"))),
			container.New(&controls.Flow{}, act)))))
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown brings the page up to date with what other pages changed.
func (p *Page) Shown() {
	if name := &p.saver.name.Text; *name == "" || *name == p.named {
		p.named = "heliotrope-" + journal.WeekOf(p.Now()).String()
		p.saver.name.SetText(p.named)
	}
	p.own.shown()
	if p.basis == p.Basis() && p.preview.current() {
		return
	}
	p.cover()
	p.preview.want(0)
}

// Changed brings the page up to date.
func (p *Page) Changed(journal.Week) { p.Shown() }

// Cover chooses the weeks from one to another.
func (p *Page) Cover(from, to journal.Week) {
	p.spans.SetRange(from, to)
	p.choose()
}

// choose follows a change of a choice.
func (p *Page) choose() {
	if p.saver == nil {
		return // the page is being made
	}
	p.cover()
	p.saver.show()
	p.preview.want(quietTime)
}

// cover shows what the report covers, or why there can be none.
func (p *Page) cover() {
	order := p.order()
	span := order.span
	p.own.leaveOut(order.in.Options.Redact.Text)
	later := p.Words.Later(span.Later(order.in.Entries, journal.WeekOf(p.Now())))
	p.covers.SetText(strings.TrimSpace(p.Words.Say("report.page.covers", words.Args{
		"From": p.Words.Week(span.From), "To": p.Words.Week(span.To)}) + "\n" + later))
	nameless := slices.ContainsFunc(order.in.Options.Redact.Names, func(name string) bool { return !report.IsName(name) })
	p.saver.allow(!order.empty() && !nameless)
	none := len(order.in.Entries) == 0
	look.SetVisible(p.scroll, !none)
	look.SetVisible(p.empty, none)
	switch {
	case order.empty():
		p.nothing.Show(p.Words.Say("report.page.none"))
	case nameless:
		p.nothing.Show(p.Words.Say("report.page.names.bad"))
	default:
		p.nothing.Show("")
	}
}

func (p *Page) span(entries []journal.Entry) lean.Span {
	return p.spans.Of(entries, p.Journal.Events(), journal.WeekOf(p.Now()))
}

// settled is order once what is on screen is saved. What cannot be is not in the report,
// and the window shows why.
func (p *Page) settled() order {
	_ = p.saving.Settle()
	return p.order()
}

// order returns the report that is chosen now.
func (p *Page) order() order {
	entries := p.Journal.View().Entries
	return order{
		in: report.Input{
			Entries: entries, Events: p.Journal.Events(), Kinds: p.Journal.Kinds(),
			Words: p.form.spoken(), Written: p.Now(), Options: p.form.options(), Brief: p.brief.get(),
		},
		span:   p.span(entries),
		format: p.form.wishes.format,
		name:   fileName(p.saver.name.Text, p.form.wishes.format),
	}
}
