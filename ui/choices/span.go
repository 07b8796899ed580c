// Package choices has the choices that more than one page offers: of weeks, of
// roles and company sizes, and of languages.
package choices

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// spanKind is a way to say which weeks are meant.
type spanKind int

// The ways. Those above 0 are so many of the last weeks.
const (
	spanAll  spanKind = 0
	spanRole spanKind = -1 // since the last new role
	spanOwn  spanKind = -2 // between two weeks that the user picks
)

// spanKinds lists the ways in the order in which they are offered; the usual
// one is chosen first.
var spanKinds = []spanKind{12, usualSpan, 52, spanRole, spanAll, spanOwn}

const usualSpan spanKind = 26

// Span lets one say which weeks are meant.
type Span struct {
	words   *words.Words
	changed func()

	offered  []spanKind
	Pills    *controls.Choice
	from, to *WeekPicker
	order    *controls.Hint  // shows that from is after to
	Dates    *fyne.Container // the pickers, there only for a range of the user's own

	Last  lean.Span    // that was meant
	today journal.Week // as it was last known
}

// NewSpan returns the choice, with half a year chosen. Changed is called
// when other weeks are meant.
func NewSpan(on session.Session, changed func()) *Span {
	s := &Span{words: on.Words, changed: changed, order: controls.NewTrouble()}
	s.Pills = controls.NewChoice(nil, func(int) { s.choose() })
	picker := func(id string) (*WeekPicker, fyne.CanvasObject) {
		p := NewWeekPicker(on, on.Words.Say(id), func() journal.Week { return s.today })
		p.OnPicked = s.picked
		return p, controls.Stack(4, controls.Flush(controls.Caption(on.Words.Say(id))), p)
	}
	from, fromColumn := picker("span.from")
	to, toColumn := picker("span.to")
	s.from, s.to = from, to
	s.Dates = controls.Stack(6, container.New(&controls.Flow{GapX: 16, GapY: 8}, fromColumn, toColumn), s.order.Content())
	s.Dates.Hide()
	s.offer(false)
	return s
}

// Column returns the choice with the pickers below.
func (s *Span) Column() fyne.CanvasObject { return controls.Stack(8, s.Pills, s.Dates) }

// offer offers the ways; that of the role only if there was a new one.
func (s *Span) offer(role bool) {
	kind := usualSpan
	if i := s.Pills.Chosen(); i >= 0 {
		kind = s.offered[i]
	}
	var names []string
	offered := make([]spanKind, 0, len(spanKinds))
	for _, k := range spanKinds {
		if k != spanRole || role {
			offered, names = append(offered, k), append(names, s.name(k))
		}
	}
	if slices.Equal(offered, s.offered) {
		return
	}
	s.offered = offered
	chosen := slices.Index(offered, kind)
	if chosen < 0 {
		chosen = slices.Index(offered, usualSpan)
	}
	s.Pills.SetOptions(names, chosen)
}

func (s *Span) name(k spanKind) string {
	switch k {
	case spanRole:
		return s.words.Say("span.role")
	case spanAll:
		return s.words.Say("span.all")
	case spanOwn:
		return s.words.Say("span.own")
	}
	return s.words.Count("span.weeks", int(k))
}

// choose follows a choice of the user: a range of their own begins with what was meant
// before.
func (s *Span) choose() {
	own := s.offered[s.Pills.Chosen()] == spanOwn
	if own {
		s.from.SetWeek(s.Last.From)
		s.to.SetWeek(s.Last.To)
		s.order.Show("")
	}
	look.SetVisible(s.Dates, own)
	s.changed()
}

// SetRange chooses the weeks from one to another, as if the user had picked them,
// without calling changed.
func (s *Span) SetRange(from, to journal.Week) {
	s.Pills.SetChosen(slices.Index(s.offered, spanOwn))
	s.from.SetWeek(from)
	s.to.SetWeek(to)
	s.order.Show("")
	look.SetVisible(s.Dates, true)
}

// picked follows a week that was picked. A range backwards is told, and changes
// nothing.
func (s *Span) picked() {
	if s.to.Week().Before(s.from.Week()) {
		s.order.Show(s.words.Say("span.backwards"))
		return
	}
	s.order.Show("")
	s.changed()
}

// Of returns the weeks that are meant: the last ones up to today, or others of
// which none is later.
func (s *Span) Of(entries []journal.Entry, events []journal.Event, today journal.Week) lean.Span {
	s.today = today
	began, known := roleBegan(events, today)
	s.offer(known)
	span := lean.SpanOf(entries, today)
	switch kind := s.offered[s.Pills.Chosen()]; kind {
	case spanAll:
	case spanRole:
		span.From = began
	case spanOwn:
		if from, to := s.from.Week(), s.to.Week(); !to.Before(from) {
			span = lean.Span{From: from, To: to}
		} else {
			span = s.Last
		}
	default:
		// A younger journal fills the chart from its first week on.
		if from := span.To.Add(1 - int(kind)); from.After(span.From) {
			span.From = from
		}
	}
	s.Last = span
	return span
}

// roleBegan returns the week of the last new role up to today, if there was
// one.
func roleBegan(events []journal.Event, today journal.Week) (journal.Week, bool) {
	var began journal.Week
	for _, e := range events {
		if (e.Kind == journal.RoleEvent || e.Role != "") && !e.Week.After(today) && !e.Week.Before(began) {
			began = e.Week
		}
	}
	return began, began.Valid()
}
