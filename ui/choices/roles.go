package choices

import (
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// NewRole returns a list of roles whose first entry means none.
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

// ChosenRole returns the role that is chosen in s; "" if none is.
func ChosenRole(s *controls.Select) journal.Role {
	if i := s.SelectedIndex(); i > 0 {
		return journal.Roles[i-1]
	}
	return ""
}

// NewSize returns a list of company sizes whose first entry means
// none. A size from an imported file follows the usual ones.
func NewSize(w *words.Words, size string) *controls.Select {
	options := []string{w.Say("event.size.none")}
	chosen := 0
	for i, s := range journal.CompanySizes {
		options = append(options, w.CompanySize(s))
		if s == size {
			chosen = i + 1
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

// ChosenSize returns the company size that is selected; imported is the one
// that [NewSize] was given.
func ChosenSize(s *controls.Select, imported string) string {
	switch i := s.SelectedIndex(); {
	case i <= 0:
		return ""
	case i <= len(journal.CompanySizes):
		return journal.CompanySizes[i-1]
	}
	return imported
}
