// Package trends is the page that shows where the time goes and what gives energy,
// and how sure both are. It leads with the two dials and their picture; what else the
// weeks show is in sections that are closed until somebody wants them, and neither
// computed in full nor drawn before. Every figure can be asked once how it is computed
// and what is behind it. Changes at work are declared here, next to what they explain.
package trends

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// Page is the page.
type Page struct {
	session.Session
	window Window
	give   *chartGiver

	spans    *choices.Span
	head     *head
	dials    *chartCard
	tracks   *chartCard
	findings *findings
	charts   []*chartSection
	changes  *changes
	folds    *controls.Panel
	start    fyne.CanvasObject // what an empty journal shows
	scroll   *controls.Scroll

	entries []journal.Entry // that the page shows
	basis   session.Basis   // of what was asked for last, but for the choice of weeks
	asked   int             // how often something was
}

// Window is what the page asks of the window.
type Window interface {
	// OpenWeek shows a week where it is written.
	OpenWeek(journal.Week)
	// OfferUndo shows a text about what was just done, and offers to undo that.
	OfferUndo(text string)
	// LogThisWeek shows the week of today, to write in it.
	LogThisWeek()
	// OpenSample shows the sample journal.
	OpenSample()
	// Help shows a place of the manual, such as "figures#other-figures".
	Help(place string)
}

// New returns the page. CopyPicture puts a picture, as PNG, into the
// clipboard; nil if that cannot be done.
func New(s session.Session, copyPicture func(png []byte) error, window Window) *Page {
	p := &Page{Session: s, window: window}
	p.give = &chartGiver{Session: s, copy: copyPicture}
	p.spans = choices.NewSpan(s, p.compute)
	p.head = newHead(p)
	p.start = newStart(p)
	p.dials = newDialsCard(p)
	p.tracks = newChartCard(p, true, nil)
	p.findings = newFindings(p)
	p.changes = newChanges(p)
	sections := []*controls.Fold{p.findings.fold}
	for _, id := range []string{"kinds", "stated", "year", "quadrant", "quarters", "drain"} {
		c := newChartSection(p, id)
		p.charts, sections = append(p.charts, c), append(sections, c.fold)
	}
	p.folds = controls.NewCard(controls.NewFolds(append(sections, p.changes.fold)...))
	p.scroll = look.PageScroll(controls.Stack(16, p.start, p.head.root,
		p.dials.frame, p.tracks.frame, p.folds))
	return p
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Shown brings the page up to date.
func (p *Page) Shown() { p.update() }

// Changed brings the page up to date: a week may be saved after the page was opened.
func (p *Page) Changed(journal.Week) { p.update() }

// AddChange asks for a change at work in the week of today.
func (p *Page) AddChange() { p.changes.add(journal.WeekOf(p.Now())) }

// update computes everything again if anything changed that it rests on.
func (p *Page) update() {
	if p.basis != p.Basis() {
		p.compute()
	}
}

// compute computes everything again, off the window's goroutine: ten years take
// longer than a frame.
func (p *Page) compute() {
	p.asked++
	asked := p.asked
	p.basis = p.Basis()
	in := chart.Input{
		Entries: p.Journal.View().Entries, Events: p.Journal.Events(), Kinds: p.Journal.Kinds(),
		Words: p.Words, Today: journal.WeekOf(p.Now()),
	}
	span := p.spans.Of(in.Entries, in.Events, in.Today)
	var charts []chart.Chart
	p.Tasks.Run(func() error {
		in.Result = lean.Of(in.Entries, in.Events, span)
		charts = chart.Charts(in)
		return nil
	}, func(error) {
		if asked == p.asked {
			p.show(in, charts)
		}
	})
}

// show shows what was computed.
func (p *Page) show(in chart.Input, charts []chart.Chart) {
	p.entries = in.Entries
	byID := make(map[string]chart.Chart)
	for _, c := range charts {
		byID[c.ID] = c
	}
	empty, span := len(in.Entries) == 0, in.Result.Span
	if in.Result.WeeksLogged == 0 { // there is a chart of the dials without them as well
		clear(byID)
	}
	look.SetVisible(p.start, empty)
	look.SetVisible(p.head.root, !empty)
	p.head.show(in)
	p.dials.show(byID[dialsID], span)
	p.tracks.show(byID["tracks"], span)
	p.findings.show(p.Words.Remarks(in.Result, in.Kinds),
		words.Remark{Subject: lean.Subject{Figure: lean.MemoryFigure, Span: span}, Text: p.Words.MemoryAhead(in.Result)})
	for _, c := range p.charts {
		c.show(byID[c.id], span)
	}
	p.changes.show()
	look.SetVisible(p.folds, !empty || len(in.Events) > 0)
	p.scroll.Content.Refresh()
	p.scroll.Refresh()
}

// openHit follows a click on a chart: to an event, to a week, or to what is
// behind any other figure.
func (p *Page) openHit(h chart.Hit) {
	switch s := h.Behind; {
	case h.Event != "":
		p.changes.editID(h.Event)
	case isWeek(s):
		p.window.OpenWeek(s.Span.From)
	default:
		p.explain(s)
	}
}

// isWeek reports whether a subject is a single week.
func isWeek(s lean.Subject) bool { return s.Figure == lean.WeekFigure && s.Span.From == s.Span.To }

// addChangeAt declares a change in the week of a hit, or edits the one that it is.
func (p *Page) addChangeAt(h chart.Hit) {
	if h.Event != "" {
		p.changes.editID(h.Event)
		return
	}
	p.changes.add(h.Behind.Span.From)
}

// explain shows how figures are computed and shows what is behind them, within
// the weeks of the page unless they say which.
func (p *Page) explain(subjects ...lean.Subject) {
	for i := range subjects {
		if subjects[i].Span == (lean.Span{}) {
			subjects[i].Span = p.spans.Last
		}
	}
	p.showExplanation(subjects)
}
