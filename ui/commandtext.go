package ui

import "fyne.io/fyne/v2"

// The text that has the focus, as far as the menu knows it.
type (
	selectable interface{ SelectedText() string }
	editable   interface {
		selectable
		fyne.Disableable
	}
)

// field returns the field that has the focus and can be written in, or nil.
func (s *shell) field() editable {
	if f, ok := s.window.Canvas().Focused().(editable); ok && !f.Disabled() {
		return f
	}
	return nil
}

func (s *shell) selected() string {
	if t, ok := s.window.Canvas().Focused().(selectable); ok {
		return t.SelectedText()
	}
	return ""
}

func toCut(s *shell) string {
	if s.field() == nil {
		return s.words().Say("menu.not.field")
	}
	return toCopy(s)
}

func toCopy(s *shell) string { return s.reason(s.selected() == "", "menu.not.selected") }

func toPaste(s *shell) string {
	if s.field() == nil {
		return s.words().Say("menu.not.field")
	}
	return s.reason(s.app.Clipboard().Content() == "", "menu.not.clipboard")
}

func toSelect(s *shell) string {
	_, text := s.window.Canvas().Focused().(selectable)
	return s.reason(!text, "menu.not.field")
}

// edits returns what does in the text that has the focus what its key does.
func edits(shortcut fyne.Shortcut) func(*shell) {
	return func(s *shell) {
		switch shortcut.(type) {
		case *fyne.ShortcutCut:
			s.edit(&fyne.ShortcutCut{Clipboard: s.app.Clipboard()})
		case *fyne.ShortcutCopy:
			s.edit(&fyne.ShortcutCopy{Clipboard: s.app.Clipboard()})
		default:
			s.edit(shortcut)
		}
	}
}

func (s *shell) edit(shortcut fyne.Shortcut) {
	if f, ok := s.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(shortcut)
	}
}
