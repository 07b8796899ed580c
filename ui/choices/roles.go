package choices

import (
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// NewRole returns a list of roles whose first entry stands for none.
func NewRole(w *words.Words, role journal.Role) *controls.Select {
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

func ChosenRole(s *controls.Select) journal.Role {
	if i := s.SelectedIndex(); i > 0 {
		return journal.Roles[i-1]
	}
	return ""
}

// NewSize returns a list of company sizes whose first entry stands for
// none. A size that a file brought is offered beside the usual ones.
func NewSize(w *words.Words, size string) *controls.Select {
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

func ChosenSize(s *controls.Select) string {
	if s.SelectedIndex() > 0 {
		return s.Selected
	}
	return ""
}
