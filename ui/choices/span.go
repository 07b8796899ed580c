// Package choices has the choices that more than one page offers: of weeks, of
// roles and company sizes, and of languages.
package choices

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// spanKind is a way to say which weeks are meant.
type spanKind int

// The ways. Those above 0 are so many of the last weeks.
const (
	spanAll  spanKind = 0
	spanRole spanKind = -1 // since the last new role
	spanOwn  spanKind = -2 // from and to as typed
)

// spanKinds lists the ways in the order in which they are offered; the usual
// one is chosen first.
var spanKinds = []spanKind{12, usualSpan, 52, spanRole, spanAll, spanOwn}

const usualSpan spanKind = 26

// Span lets one say which weeks are meant.
type Span struct {
	words   *words.Words
	changed func()

	offered []spanKind
	Pills   *controls.Choice
	from    *weekField
	to      *weekField
	order   *controls.Hint  // shows that from is after to
	Dates   *fyne.Container // the fields, there only for own dates

	Last  lean.Span    // that was meant
	today journal.Week // as it was last known
}

// NewSpan returns the choice, with half a year chosen. Changed is called
// when other weeks are meant.
func NewSpan(w *words.Words, changed func()) *Span {
	s := &Span{words: w, changed: changed, order: controls.NewHint(widget.DangerImportance)}
	s.Pills = controls.NewChoice(nil, func(int) { s.choose() })
	s.from, s.to = newWeekField(w, s.typed), newWeekField(w, s.typed)
	column := func(id string, f *weekField) fyne.CanvasObject {
		return controls.Stack(2, controls.Flush(controls.Caption(w.Say(id))), look.Sized(230, f.text), f.problem.Content())
	}
	s.Dates = controls.Stack(4,
		container.New(layout.NewCustomPaddedHBoxLayout(16), column("span.from", s.from), column("span.to", s.to)),
		s.order.Content())
	s.Dates.Hide()
	s.offer(false)
	return s
}

// Column returns the choice with its fields below.
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

// choose follows a choice of the user: own dates begin with what was meant
// before.
func (s *Span) choose() {
	if s.offered[s.Pills.Chosen()] == spanOwn {
		s.from.set(s.Last.From)
		s.to.set(s.Last.To)
		s.order.Show("")
		s.Dates.Show()
	} else {
		s.Dates.Hide()
	}
	s.changed()
}

// typed follows what was typed, once a week is in both fields.
func (s *Span) typed() {
	from, to := s.from.week(), s.to.week()
	s.order.Show("")
	switch {
	case !from.Valid() || !to.Valid():
	case to.Before(from):
		s.order.Show(s.words.Say("span.backwards"))
	case from.After(s.today):
		s.order.Show(s.words.Say("span.ahead"))
	case s.Last != lean.Span{From: from, To: to}:
		s.changed()
	}
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
		from, to := s.from.week(), s.to.week()
		if to.After(today) {
			s.order.Show(s.words.Say("span.ahead"))
			to = today
		}
		if span = (lean.Span{From: from, To: to}); !from.Valid() || !to.Valid() || to.Before(from) {
			span = s.Last // as long as something is wrong with the fields
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

// weekField is a field for a week, which may be typed as any of its days.
type weekField struct {
	words   *words.Words
	text    *controls.TextField
	problem *controls.Hint
}

// newWeekField returns a field that calls changed when another week is in it.
func newWeekField(w *words.Words, changed func()) *weekField {
	f := &weekField{words: w, problem: controls.NewHint(widget.DangerImportance)}
	const longest = 40 // bytes: room for what is wrong as well
	f.text = controls.NewTextField(false, longest, texts.CleanLine)
	f.text.SetPlaceHolder(w.Say("span.form"))
	f.text.OnChanged = func(string) {
		if f.week().Valid() {
			f.problem.Show("")
		}
		changed()
	}
	f.text.OnSubmitted = func(string) { f.complain() }
	f.text.OnBlur = f.complain
	return f
}

// complain shows what is wrong, if anything is. It does not while one types.
func (f *weekField) complain() {
	if f.week().Valid() {
		f.problem.Show("")
		return
	}
	f.problem.Show(f.words.Say("span.wrong"))
}

// set shows a week.
func (f *weekField) set(w journal.Week) {
	f.text.Text = w.String()
	f.text.Refresh()
	f.problem.Show("")
}

// week returns the week in the field, the zero week if there is none.
func (f *weekField) week() journal.Week {
	return weekFrom(f.text.Text, f.words.Language)
}

// weekFrom reads a week, "2026-W12", or the week of a day: "2026-03-17",
// "17.3.2026", and in French "17/3/2026", which elsewhere may be another day.
func weekFrom(text string, lang words.Language) journal.Week {
	text = strings.ToUpper(strings.TrimSpace(text))
	if week, err := journal.ParseWeek(text); err == nil {
		return week
	}
	forms := []string{"2006-1-2", "2.1.2006"}
	if lang == words.French {
		forms = append(forms, "2/1/2006")
	}
	for _, form := range forms {
		if day, err := time.Parse(form, text); err == nil && journal.WeekOf(day).Valid() {
			return journal.WeekOf(day)
		}
	}
	return journal.Week{}
}
