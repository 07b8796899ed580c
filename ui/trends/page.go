// Package trends is the page that shows where the time goes and what gives energy,
// and how sure both are. Every figure on it can be asked how it is computed and what is behind
// it. Changes about the work are declared here, next to what they explain.
package trends

import (
	"slices"
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

// Page shows both dials, the charts and what else the weeks show. Every figure on
// it can be asked how it is computed and what is behind it.
type Page struct {
	session.Session
	window Window
	give   *chartGiver

	spans   *choices.Span
	finding *widget.RichText
	time    *explainedLine
	energy  *explainedLine
	dials   *fyne.Container       // the lines of both
	basis   *controls.Hint        // hidden while nothing is logged
	cards   map[string]*chartCard // by id of the chart, those that were shown
	remarks *remarkList
	events  *eventList
	board   *fyne.Container
	scroll  *controls.Scroll

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
	p.spans = choices.NewSpan(s, p.compute)
	p.finding = widget.NewRichText()
	p.finding.Wrapping = fyne.TextWrapWord
	p.time = newExplainedLine(w, controls.Body(""), p.explain)
	p.energy = newExplainedLine(w, controls.Body(""), p.explain)
	p.dials = namedLines(w, []string{"chart.time.name", "chart.energy.name"}, p.time, p.energy)
	p.basis = controls.NewHint(widget.LowImportance)
	p.events = newEventList(p)
	p.remarks = newRemarkList(p)
	p.board = container.New(&controls.Board{Gap: 16, NarrowBelow: 860, Wide: p.wide})

	head := container.New(&controls.Ends{Gap: 16},
		controls.NewColored(w.Say("trends.title"), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}), p.spans.Pills)
	p.scroll = look.PageScroll(controls.Stack(10, head, p.spans.Dates,
		controls.Flush(p.finding), p.dials, p.basis.Content(), controls.Gap(2), p.board))
	return p
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Shown brings the page up to date.
func (p *Page) Shown() { p.compute() }

// Changed brings the page up to date: a week may be saved after the page was opened.
func (p *Page) Changed(journal.Week) { p.compute() }

// compute draws the charts again, off the window's goroutine: ten years take
// longer than a frame.
func (p *Page) compute() {
	p.generation++
	generation := p.generation
	in := chart.Input{
		Entries: p.Journal.Entries(), Events: p.Journal.Events(), Kinds: p.Journal.Kinds(),
		Words: p.Words, Today: journal.WeekOf(p.Now()),
	}
	span := p.spans.Of(in.Entries, in.Events, in.Today)
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
	about := func(figures ...lean.Figure) (subjects []lean.Subject) {
		if len(r.Weeks) == 0 {
			return nil // there is nothing to explain
		}
		for _, f := range figures {
			subjects = append(subjects, lean.Subject{Figure: f, Span: r.Span})
		}
		return subjects
	}
	p.time.show(p.Words.TimeLine(r), about(lean.TimeFigure, lean.StateFigure)...)
	p.energy.show(p.Words.EnergyLine(r), about(lean.EnergyFigure, lean.StateFigure, lean.TracksFigure)...)
	p.basis.Show(p.Words.Basis(r))
	for i, line := range []*explainedLine{p.time, p.energy} {
		row := p.dials.Objects[i].(*fyne.Container)
		row.Hidden = line.root.Hidden
		look.SetVisible(row.Objects[0], r.WeeksLogged > 0) // what to do first is of neither dial
	}
	p.dials.Refresh()
	p.remarks.show(p.Words.Remarks(r, in.Kinds))

	var objects []fyne.CanvasObject
	remarksAt := 0
	for _, c := range charts {
		card := p.card(c.ID)
		card.show(c, r.Span)
		objects = append(objects, card.root)
		if slices.Contains(chartsFirst, c.ID) {
			remarksAt = len(objects)
		}
	}
	objects = slices.Insert(objects, remarksAt, fyne.CanvasObject(p.remarks.root))
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
	if id == dialsChartID {
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

// dialsChartID is the id of the chart on which events are declared.
const dialsChartID = "dials"

// chartsFirst are the ids of the charts that come before the remarks: the dials,
// and what is behind the energy.
var chartsFirst = []string{dialsChartID, "tracks", "kinds"}

// wide reports whether a card takes the whole width. The remarks share it with the
// charts around them.
func (p *Page) wide(card fyne.CanvasObject) bool {
	if card == p.remarks.root {
		return false
	}
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

// namedLines puts a name before each line.
func namedLines(w *words.Words, names []string, lines ...*explainedLine) *fyne.Container {
	column := &nameAndLine{}
	rows := controls.Stack(4)
	for i, line := range lines {
		name := controls.Flush(controls.Title(w.Say(names[i]), theme.SizeNameText))
		column.names = append(column.names, name)
		rows.Add(container.New(column, name, line.root))
	}
	return rows
}

// findingSegments gives the finding with each side that it names in the side's
// color.
func findingSegments(w *words.Words, r lean.Result) []widget.RichTextSegment {
	var segments []widget.RichTextSegment
	add := func(text string, color fyne.ThemeColorName) {
		if text == "" {
			return
		}
		segments = append(segments, &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
			Inline: true, ColorName: color, SizeName: theme.SizeNameHeadingText,
			TextStyle: fyne.TextStyle{Bold: true}}})
	}
	rest := w.Finding(r) + "."
	for _, side := range w.FindingSides(r) {
		before, after, found := strings.Cut(rest, side.Text)
		if !found {
			continue
		}
		color := look.ColorPeople
		if side.Side == lean.Technical {
			color = look.ColorTechnical
		}
		add(before, theme.ColorNameForeground)
		add(side.Text, color)
		rest = after
	}
	add(rest, theme.ColorNameForeground)
	return segments
}
