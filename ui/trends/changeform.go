package trends

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"heliotrope/journal"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/session"
	"heliotrope/ui/texts"
)

// weeksAhead is how far ahead a change can be declared: one may know of it before.
const weeksAhead = 52

// changeForm is the set of fields that make an event.
type changeForm struct {
	kind  *controls.Choice
	title *controls.TextField
	role  *controls.Select
	size  *controls.Select
	week  *choices.WeekPicker
	root  fyne.CanvasObject
}

func newChangeForm(on session.Session, e journal.Event, form controls.Form) *changeForm {
	w, f := on.Words, &changeForm{}
	var kinds []string
	for _, k := range journal.EventKinds {
		kinds = append(kinds, w.EventKind(k))
	}
	f.kind = controls.NewChoice(kinds, nil)
	f.kind.OnSubmit = form.Submit
	f.title = controls.NewTextField(false, journal.MaxTitle, texts.CleanLine)
	f.title.SetPlaceHolder(w.Say("event.field.example"))
	f.title.SetText(e.Title)
	f.role = choices.NewRole(w, e.Role)
	f.size = choices.NewSize(w, e.CompanySize)
	f.week = choices.NewWeekPicker(on, w.Say("event.field.week"), func() journal.Week {
		last := journal.WeekOf(on.Now()).Add(weeksAhead)
		if e.Week.After(last) {
			return e.Week
		}
		return last
	})
	f.week.SetWeek(e.Week)
	f.title.Form = form
	for i, k := range journal.EventKinds {
		if k == e.Kind {
			f.kind.SetChosen(i)
		}
	}
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	f.root = controls.Stack(8,
		f.kind, caption("event.field.title"), f.title,
		caption("event.field.role"), controls.Framed(f.role),
		caption("event.field.size"), controls.Framed(f.size),
		caption("event.field.week"), container.NewHBox(f.week))
	return f
}

// read returns what is in the form as an event with the identity of base. A
// title that was not changed stays, to the byte.
func (f *changeForm) read(base journal.Event) (journal.Event, error) {
	base.Week = f.week.Week()
	base.Kind = journal.EventKinds[max(f.kind.Chosen(), 0)]
	if f.title.Text != base.Title {
		base.Title = strings.TrimSpace(f.title.Text)
	}
	base.Role = choices.ChosenRole(f.role)
	base.CompanySize = choices.ChosenSize(f.size, base.CompanySize)
	return base, base.Validate()
}
