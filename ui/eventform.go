package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
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

func newEventForm(w *words.Words, e journal.Event, submit func()) *eventForm {
	f := &eventForm{}
	var kinds []string
	for _, k := range journal.EventKinds {
		kinds = append(kinds, w.EventKind(k))
	}
	f.kind = controls.NewChoice(kinds, nil)
	f.kind.OnSubmit = submit
	f.title = controls.NewTextField(false, journal.MaxTitle, cleanLine)
	f.title.SetPlaceHolder(w.Say("event.field.title"))
	f.title.SetText(e.Title)
	f.role = newRoleSelect(w, e.Role)
	f.size = newSizeSelect(w, e.CompanySize)
	f.week = controls.NewTextField(false, len("2026-W47"), cleanLine)
	f.week.SetText(e.Week.String())
	for _, field := range []*controls.TextField{f.title, f.week} {
		field.OnSubmitted = func(string) { submit() }
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

// read returns what the form holds as an event with the identity of base.
func (f *eventForm) read(base journal.Event) (journal.Event, error) {
	week, err := journal.ParseWeek(strings.ToUpper(strings.TrimSpace(f.week.Text)))
	if err != nil {
		return base, err
	}
	base.Week = week
	base.Kind = journal.EventKinds[max(f.kind.Chosen(), 0)]
	base.Title = strings.TrimSpace(f.title.Text)
	base.Role = chosenRole(f.role)
	base.CompanySize = chosenSize(f.size)
	return base, base.Validate()
}

// newRoleSelect returns a list of roles whose first entry stands for none.
func newRoleSelect(w *words.Words, role journal.Role) *controls.Select {
	options := []string{w.Say("event.role.none")}
	chosen := 0
	for i, r := range journal.Roles {
		options = append(options, w.Role(r))
		if r == role {
			chosen = i + 1
		}
	}
	s := controls.NewSelect(options, nil)
	s.SetSelectedIndex(chosen)
	return s
}

func chosenRole(s *controls.Select) journal.Role {
	if i := s.SelectedIndex(); i > 0 {
		return journal.Roles[i-1]
	}
	return ""
}

// newSizeSelect returns a list of company sizes whose first entry stands for
// none. A size that a file brought is offered beside the usual ones.
func newSizeSelect(w *words.Words, size string) *controls.Select {
	options := append([]string{w.Say("event.size.none")}, journal.CompanySizes...)
	chosen := 0
	for i, s := range options {
		if i > 0 && s == size {
			chosen = i
		}
	}
	if size != "" && chosen == 0 {
		options = append(options, size)
		chosen = len(options) - 1
	}
	s := controls.NewSelect(options, nil)
	s.SetSelectedIndex(chosen)
	return s
}

func chosenSize(s *controls.Select) string {
	if s.SelectedIndex() > 0 {
		return s.Selected
	}
	return ""
}
