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
	"heliotrope/ui/controls"
)

// trendsPage says which way the work leans, and how sure that is. Every figure
// on it can be asked how it is computed and what is behind it.
type trendsPage struct {
	words    *words.Words
	journal  *journal.Journal
	tasks    tasks
	now      func() time.Time
	ask      *asker
	openWeek func(journal.Week)
	hooks    chartHooks

	spans      *spanChoice
	finding    *widget.RichText
	facts      *explainedLine
	certainty  *explainedLine
	cards      map[string]*chartCard // by id of the chart, those that were shown
	remarks    *fyne.Container
	remarkCard *controls.Panel // hidden while there is nothing to remark
	events     *eventList
	board      *fyne.Container
	scroll     *container.Scroll

	entries    []journal.Entry // that the page shows
	generation int             // of the last computation that was asked for
}

// newTrendsPage returns the page. A week that is chosen is opened by openWeek;
// copyPicture puts a picture into the clipboard, and is nil if it cannot.
func newTrendsPage(w *words.Words, j *journal.Journal, t tasks, now func() time.Time, ask *asker,
	copyPicture func(png []byte) error, openWeek func(journal.Week), deleted func(string), readOnly bool) *trendsPage {
	p := &trendsPage{words: w, journal: j, tasks: t, now: now, ask: ask, openWeek: openWeek, cards: make(map[string]*chartCard)}
	p.hooks = chartHooks{open: p.openHit, explain: p.explain,
		give: &chartGiver{words: w, tasks: t, ask: ask, now: now, copy: copyPicture}}
	p.spans = newSpanChoice(w, p.compute)
	p.finding = widget.NewRichText()
	p.finding.Wrapping = fyne.TextWrapWord
	p.facts = newExplainedLine(w, controls.Body(""), p.explain)
	p.certainty = newExplainedLine(w, controls.Caption(""), p.explain)
	p.events = newEventList(w, j, now, ask, p.compute, deleted, readOnly)
	p.remarks = controls.Stack(8)
	p.remarkCard = controls.NewCard(controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("trends.remarks.title"), theme.SizeNameSubHeadingText)), p.remarks))
	p.board = container.New(&controls.Board{Gap: 16, NarrowBelow: 860, Wide: p.wide})

	head := container.New(&controls.Ends{Gap: 16},
		controls.NewColored(w.Say("trends.title"), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}), p.spans.pills)
	p.scroll = pageScroll(controls.Stack(10, head, p.spans.dates,
		controls.Flush(p.finding), p.facts.root, p.certainty.root, controls.Gap(2), p.board))
	return p
}

func (p *trendsPage) content() fyne.CanvasObject { return p.scroll }

func (p *trendsPage) shown() { p.compute() }

// changed does nothing: the page is computed anew each time it is shown.
func (p *trendsPage) changed(journal.Week) {}

// compute draws the charts anew, off the window's goroutine: ten years take
// longer than a frame.
func (p *trendsPage) compute() {
	p.generation++
	generation := p.generation
	in := chart.Input{Entries: p.journal.Entries(), Events: p.journal.Events(), Kinds: p.journal.Kinds(), Words: p.words}
	span := p.spans.of(in.Entries, in.Events, journal.WeekOf(p.now()))
	var charts []chart.Chart
	p.events.show()
	p.tasks.run(func() error {
		in.Result = lean.Of(in.Entries, in.Events, span)
		charts = chart.Charts(in)
		return nil
	}, func(error) {
		if generation == p.generation {
			p.show(in, charts)
		}
	})
}

func (p *trendsPage) show(in chart.Input, charts []chart.Chart) {
	r := in.Result
	p.entries = in.Entries
	p.finding.Segments = findingSegments(p.words, r)
	p.finding.Refresh()
	about := func(f lean.Figure) lean.Subject { return lean.Subject{Figure: f, Span: r.Span} }
	switch {
	case r.Verdict.Strength != lean.Insufficient:
		p.facts.show(p.words.Facts(r), about(lean.TimeFigure), about(lean.EnergyFigure))
		p.certainty.show(p.words.Certainty(r), about(lean.LevelFigure))
	case len(r.Weeks) > 0: // no figures yet, but a word on when there are
		p.facts.show(p.words.Facts(r))
		p.certainty.show(p.words.Certainty(r), about(lean.LevelFigure))
	default:
		p.facts.show(p.words.Facts(r))
		p.certainty.show(p.words.Certainty(r))
	}
	p.remarks.RemoveAll()
	for _, remark := range p.words.Remarks(r, in.Kinds) {
		line := newExplainedLine(p.words, controls.Body(""), p.explain)
		line.show(remark.Text, remark.Subject)
		p.remarks.Add(line.root)
	}
	p.remarkCard.Hidden = len(p.remarks.Objects) == 0
	p.remarks.Refresh()

	// The remarks stand after the first chart, the lean over time.
	var objects []fyne.CanvasObject
	for i, c := range charts {
		card := p.card(c.ID)
		card.show(c, r.Span)
		objects = append(objects, card.root)
		if i == 0 {
			objects = append(objects, p.remarkCard)
		}
	}
	p.board.Objects = append(objects, p.events.root)
	p.board.Refresh()
}

// card returns the card of the chart with an id, which stays the same while the
// page is open.
func (p *trendsPage) card(id string) *chartCard {
	if card, made := p.cards[id]; made {
		return card
	}
	var card *chartCard
	if id == leanChartID {
		add := controls.NewLink(p.words.Say("events.add"), p.events.add)
		show(add, !p.events.readOnly)
		card = newChartCard(p.words, p.hooks, p.words.Say("trends.chart.keys"), add)
		card.view.OnNote = p.noteHit
	} else {
		card = newChartCard(p.words, p.hooks, "")
	}
	p.cards[id] = card
	return card
}

// leanChartID is the id of the chart on which events are declared.
const leanChartID = "lean"

// wide reports whether a card takes the whole width.
func (p *trendsPage) wide(card fyne.CanvasObject) bool {
	for _, c := range p.cards {
		if c.root == card {
			return c.chart.Wide
		}
	}
	return true
}

// openHit follows a click on a chart: to an event, to a week, or to what is
// behind any other figure.
func (p *trendsPage) openHit(h chart.Hit) {
	switch s := h.Behind; {
	case h.Event != "":
		p.events.editID(h.Event)
	case s.Figure == lean.WeekFigure && s.Span.From == s.Span.To:
		p.openWeek(s.Span.From)
	default:
		p.explain(s)
	}
}

// noteHit follows a click of the second button: it declares a change in a week,
// or edits one.
func (p *trendsPage) noteHit(h chart.Hit) {
	if h.Event != "" {
		p.events.editID(h.Event)
		return
	}
	p.events.addAt(h.Behind.Span.From)
}

// explain tells how figures are computed and shows what is behind them, within
// the weeks of the page unless they say which.
func (p *trendsPage) explain(subjects ...lean.Subject) {
	for i := range subjects {
		if subjects[i].Span == (lean.Span{}) {
			subjects[i].Span = p.spans.last
		}
	}
	p.ask.evidence(p.entries, p.journal.Kinds(), subjects, p.openWeek)
}

// findingSegments gives the finding with the side that it names in the side's
// color.
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
