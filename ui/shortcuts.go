package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/ui/week"
)

// shortcut is a key of the window. Its id has words in the catalog.
type shortcut struct {
	id       string
	key      fyne.KeyName
	modifier fyne.KeyModifier
	do       func(*workspace)
}

// shortcuts are the keys that work wherever the focus is.
var shortcuts = []shortcut{
	{"week", fyne.Key1, fyne.KeyModifierShortcutDefault, (*workspace).openToday},
	{"trends", fyne.Key2, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.open(pageTrends) }},
	{"journal", fyne.Key3, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.open(pagePast) }},
	{"report", fyne.Key4, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.open(pageReport) }},
	{"settings", fyne.KeyComma, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.open(pageSettings) }},
	{"new", fyne.KeyN, fyne.KeyModifierShortcutDefault, (*workspace).openToday},
	{"line", fyne.KeyReturn, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.onWeek((*week.Page).GoToLine) }},
	{"line", fyne.KeyEnter, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.onWeek((*week.Page).GoToLine) }},
	{"find", fyne.KeyF, fyne.KeyModifierShortcutDefault, func(s *workspace) { s.find() }},
	{"prev", fyne.KeyLeft, fyne.KeyModifierAlt, (*workspace).goPrev},
	{"next", fyne.KeyRight, fyne.KeyModifierAlt, func(s *workspace) { s.onWeek((*week.Page).GoNext) }},
	{"jump", fyne.KeyG, fyne.KeyModifierShortcutDefault, (*workspace).jump},
	{"today", fyne.KeyHome, fyne.KeyModifierAlt, func(s *workspace) { s.onWeek((*week.Page).GoToday) }},
}

// register makes the keys work in a window, on what on returns.
func register(c fyne.Canvas, on func() *workspace) {
	for _, k := range shortcuts {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k.key, Modifier: k.modifier},
			func(fyne.Shortcut) {
				if space := on(); space != nil && leavesMenu(c) {
					k.do(space)
				}
			})
	}
	registerUndo(c, on)
}

// leavesMenu closes the menu that is open, or the calendar, and reports whether the
// page is in front then. A dialog stays, and keys do nothing behind it.
func leavesMenu(c fyne.Canvas) bool {
	if menu, ok := c.Focused().(interface{ Dismiss() }); ok {
		menu.Dismiss()
	}
	return c.Overlays().Top() == nil
}

// onWeek does something on the page where a week is written, if it is on
// screen.
func (s *workspace) onWeek(do func(*week.Page)) {
	if s.current == pageWeek {
		do(s.week)
	}
}

// find shows the list of weeks with the cursor in its search.
func (s *workspace) find() {
	s.open(pagePast)
	s.past.Search()
}
