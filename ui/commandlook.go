package ui

import "heliotrope/journal/preferences"

// sizes returns what changes the size of text.
func sizes(change func(*preferences.Preferences)) func(*shell) {
	return func(s *shell) { s.prefer(change) }
}

func atSize(percent int, id string) func(*shell) string {
	return func(s *shell) string {
		now := s.cfg.Preferences.Get()
		return s.reason(now.TextPercent() == percent, id)
	}
}

func appears(appearance string) func(*shell) {
	return func(s *shell) { s.prefer(func(p *preferences.Preferences) { p.Appearance = appearance }) }
}

func appearance(of string) func(*shell) bool {
	return func(s *shell) bool { return s.cfg.Preferences.Get().Appearance == of }
}

// prefer changes the preferences and shows the window in them. If they cannot be
// stored, they last until it closes.
func (s *shell) prefer(change func(*preferences.Preferences)) {
	if err := s.cfg.Preferences.Change(change); err != nil {
		s.ask().Problem(err)
	}
	s.ApplyLook()
}
