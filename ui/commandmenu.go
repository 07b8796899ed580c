package ui

import (
	"heliotrope/ui/controls"
	"heliotrope/ui/shortcuts"
)

// entries returns the menus as they are once everything is saved: what was written
// last can be undone then.
func (s *shell) entries() [][]controls.MenuEntry {
	if s.space != nil && s.restore == nil {
		if err := s.space.saver.Settle(); err != nil {
			s.space.Say(s.words().Problem(err).What)
		}
	}
	return s.entriesNow()
}

func (s *shell) entriesNow() [][]controls.MenuEntry {
	all := make([][]controls.MenuEntry, len(menus))
	for i, m := range menus {
		for _, id := range m.entries {
			all[i] = append(all[i], s.entry(id))
		}
	}
	return all
}

// entry returns an entry of a menu as it is now.
func (s *shell) entry(id string) controls.MenuEntry {
	if id == "" {
		return controls.MenuEntry{}
	}
	c := commands[id]
	e := controls.MenuEntry{Why: s.whyNot(c), Chosen: c.chosen != nil && c.chosen(s), Do: func() { s.do(c) }}
	if c.text != nil {
		e.Text = c.text(s)
	} else {
		e.Text = s.words().Say("menu." + id)
	}
	e.Keys = shortcuts.Text(s.words(), s.keysOf(id))
	return e
}

// keysOf returns the id of the shortcut that an entry shows, "" for none.
func (s *shell) keysOf(id string) string {
	if keys := commands[id].keys; keys != nil {
		return keys(s)
	}
	return id
}

// newMenuBar returns the bar of menus.
func (s *shell) newMenuBar() *controls.MenuBar {
	var names []string
	for _, m := range menus {
		names = append(names, s.words().Say("menu."+m.id))
	}
	return controls.NewMenuBar(s.window.Canvas(), names, s.entries)
}
