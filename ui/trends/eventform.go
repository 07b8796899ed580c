package trends

import (
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// eventForm is the set of fields that make an event.
type eventForm struct {
	kind  *controls.Choice
	title *controls.TextField
	role  *controls.Select
	size  *controls.Select
	week  *controls.TextField
	root  fyne.CanvasObject
}

func newEventForm(w *words.Words, e journal.Event, form controls.Form) *eventForm {
	f := &eventForm{}
	var kinds []string
	for _, k := range journal.EventKinds {
		kinds = append(kinds, w.EventKind(k))
	}
	f.kind = controls.NewChoice(kinds, nil)
	f.kind.OnSubmit = form.Submit
	f.title = controls.NewTextField(false, journal.MaxTitle, texts.CleanLine)
	f.title.SetPlaceHolder(w.Say("event.field.title"))
	f.title.SetText(e.Title)
	f.role = choices.NewRole(w, e.Role)
	f.size = choices.NewSize(w, e.CompanySize)
	f.week = controls.NewTextField(false, len("2026-W47"), texts.CleanLine)
	f.week.SetText(e.Week.String())
	for _, field := range []*controls.TextField{f.title, f.week} {
		field.Form = form
	}
	for i, k := range journal.EventKinds {
		if k == e.Kind {
			f.kind.SetChosen(i)
		}
	}
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	f.root = controls.Stack(8,
		f.kind, f.title,
		caption("event.field.role"), controls.Framed(f.role),
		caption("event.field.size"), controls.Framed(f.size),
		caption("event.field.week"), f.week)
	return f
}

// read returns what is in the form as an event with the identity of base. A
// title that was not changed stays, to the byte.
func (f *eventForm) read(base journal.Event) (journal.Event, error) {
	week, err := journal.ParseWeek(strings.ToUpper(strings.TrimSpace(f.week.Text)))
	if err != nil {
		return base, err
	}
	base.Week = week
	base.Kind = journal.EventKinds[max(f.kind.Chosen(), 0)]
	if f.title.Text != base.Title {
		base.Title = strings.TrimSpace(f.title.Text)
	}
	base.Role = choices.ChosenRole(f.role)
	base.CompanySize = choices.ChosenSize(f.size, base.CompanySize)
	return base, base.Validate()
}
