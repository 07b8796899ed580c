// Package trends is the page that shows which way the work leans, and how sure
// that is. Every figure on it can be asked how it is computed and what is behind
// it. Changes about the work are declared here, next to what they explain.
package trends

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// Page shows which way the work leans, and how sure that is. Every figure
// on it can be asked how it is computed and what is behind it.
type Page struct {
	session.Session
	window Window
	give   *chartGiver

	spans      *choices.Span
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

// Window is what the page asks of the window.
type Window interface {
	// OpenWeek shows a week where it is written.
	OpenWeek(journal.Week)
	// OfferUndo shows a text about what was just done, and offers to undo that.
	OfferUndo(text string)
}

// New returns the page. CopyPicture puts a picture, as PNG, into the
// clipboard; nil if that cannot be done.
func New(s session.Session, copyPicture func(png []byte) error, window Window) *Page {
	p := &Page{Session: s, window: window, cards: make(map[string]*chartCard)}
	p.give = &chartGiver{Session: s, copy: copyPicture}
	w := p.Words
	p.spans = choices.NewSpan(w, p.compute)
	p.finding = widget.NewRichText()
	p.finding.Wrapping = fyne.TextWrapWord
	p.facts = newExplainedLine(w, controls.Body(""), p.explain)
	p.certainty = newExplainedLine(w, controls.Caption(""), p.explain)
	p.events = newEventList(p)
	p.remarks = controls.Stack(8)
	p.remarkCard = controls.NewCard(controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("trends.remarks.title"), theme.SizeNameSubHeadingText)), p.remarks))
	p.board = container.New(&controls.Board{Gap: 16, NarrowBelow: 860, Wide: p.wide})

	head := container.New(&controls.Ends{Gap: 16},
		controls.NewColored(w.Say("trends.title"), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}), p.spans.Pills)
	p.scroll = look.PageScroll(controls.Stack(10, head, p.spans.Dates,
		controls.Flush(p.finding), p.facts.root, p.certainty.root, controls.Gap(2), p.board))
	return p
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Shown brings the page up to date.
func (p *Page) Shown() { p.compute() }

// Changed does nothing: the page is computed again each time it is shown.
func (p *Page) Changed(journal.Week) {}

// compute draws the charts again, off the window's goroutine: ten years take
// longer than a frame.
func (p *Page) compute() {
	p.generation++
	generation := p.generation
	in := chart.Input{Entries: p.Journal.Entries(), Events: p.Journal.Events(), Kinds: p.Journal.Kinds(), Words: p.Words}
	span := p.spans.Of(in.Entries, in.Events, journal.WeekOf(p.Now()))
	var charts []chart.Chart
	p.events.show()
	p.Tasks.Run(func() error {
		in.Result = lean.Of(in.Entries, in.Events, span)
		charts = chart.Charts(in)
		return nil
	}, func(error) {
		if generation == p.generation {
			p.show(in, charts)
		}
	})
}

func (p *Page) show(in chart.Input, charts []chart.Chart) {
	r := in.Result
	p.entries = in.Entries
	p.finding.Segments = findingSegments(p.Words, r)
	p.finding.Refresh()
	about := func(f lean.Figure) lean.Subject { return lean.Subject{Figure: f, Span: r.Span} }
	switch {
	case r.Verdict.Strength != lean.Insufficient:
		p.facts.show(p.Words.Facts(r), about(lean.TimeFigure), about(lean.EnergyFigure))
		p.certainty.show(p.Words.Certainty(r), about(lean.LevelFigure))
	case len(r.Weeks) > 0: // no figures yet, but a word on when there are
		p.facts.show(p.Words.Facts(r))
		p.certainty.show(p.Words.Certainty(r), about(lean.LevelFigure))
	default:
		p.facts.show(p.Words.Facts(r))
		p.certainty.show(p.Words.Certainty(r))
	}
	p.remarks.RemoveAll()
	for _, remark := range p.Words.Remarks(r, in.Kinds) {
		line := newExplainedLine(p.Words, controls.Body(""), p.explain)
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
func (p *Page) card(id string) *chartCard {
	if card, made := p.cards[id]; made {
		return card
	}
	var card *chartCard
	if id == leanChartID {
		add := controls.NewLink(p.Words.Say("events.add"), p.events.add)
		look.SetVisible(add, !p.ReadOnly)
		card = newChartCard(p, p.Words.Say("trends.chart.keys"), add)
		card.view.OnSecondary = p.addChangeAt
	} else {
		card = newChartCard(p, "")
	}
	p.cards[id] = card
	return card
}

// leanChartID is the id of the chart on which events are declared.
const leanChartID = "lean"

// wide reports whether a card takes the whole width.
func (p *Page) wide(card fyne.CanvasObject) bool {
	for _, c := range p.cards {
		if c.root == card {
			return c.chart.Wide
		}
	}
	return true
}

// openHit follows a click on a chart: to an event, to a week, or to what is
// behind any other figure.
func (p *Page) openHit(h chart.Hit) {
	switch s := h.Behind; {
	case h.Event != "":
		p.events.editID(h.Event)
	case s.Figure == lean.WeekFigure && s.Span.From == s.Span.To:
		p.window.OpenWeek(s.Span.From)
	default:
		p.explain(s)
	}
}

// addChangeAt follows a click of the second button: it declares a change in a week,
// or edits one.
func (p *Page) addChangeAt(h chart.Hit) {
	if h.Event != "" {
		p.events.editID(h.Event)
		return
	}
	p.events.addAt(h.Behind.Span.From)
}

// explain shows how figures are computed and shows what is behind them, within
// the weeks of the page unless they say which.
func (p *Page) explain(subjects ...lean.Subject) {
	for i := range subjects {
		if subjects[i].Span == (lean.Span{}) {
			subjects[i].Span = p.spans.Last
		}
	}
	p.showEvidence(subjects)
}

// findingSegments gives the finding with the side that it names in the side's
// color.
func findingSegments(w *words.Words, r lean.Result) []widget.RichTextSegment {
	finding := w.Finding(r) + "."
	side := w.FindingSide(r)
	color := look.ColorPeople
	if r.Verdict.Side == lean.TechnicalSide {
		color = look.ColorTechnical
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
