package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable.
func (l *RowList) FocusGained() {
	l.focused = true
	l.activate(l.active)
}

// FocusLost implements fyne.Focusable.
func (l *RowList) FocusLost() {
	l.focused, l.deleteDown, l.deleted = false, false, false
	l.activate(l.active)
}

// KeyDown implements desktop.Keyable.
func (l *RowList) KeyDown(e *fyne.KeyEvent) { l.deleteDown = l.deleteDown || e.Name == fyne.KeyDelete }

// KeyUp implements desktop.Keyable.
func (l *RowList) KeyUp(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDelete {
		l.deleteDown, l.deleted = false, false
	}
}

// TypedRune implements fyne.Focusable.
func (l *RowList) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *RowList) TypedKey(e *fyne.KeyEvent) {
	if len(l.rows) == 0 {
		PassUp(l, e)
		return
	}
	r := l.rows[l.active]
	switch {
	case e.Name == fyne.KeyUp:
		l.activate(l.active - 1)
	case e.Name == fyne.KeyDown:
		l.activate(l.active + 1)
	case e.Name == fyne.KeyHome:
		l.activate(0)
	case e.Name == fyne.KeyEnd:
		l.activate(len(l.rows) - 1)
	case e.Name == fyne.KeyEscape && l.dragged != nil:
		l.endDrag()
	case !r.live() || !l.act(r, e.Name):
		PassUp(l, e)
	}
}

// act does to a row what a key asks for, and reports whether it does.
func (l *RowList) act(r *listRow, key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyReturn, key == fyne.KeyEnter, key == fyne.KeyF2:
		call(l.OnOpen, r.id)
	case key == fyne.KeyDelete && l.deleted:
	case key == fyne.KeyDelete:
		l.deleted = l.deleteDown
		call(l.OnDelete, r.id)
	case key == desktop.KeyMenu, key == fyne.KeyF10 && shiftIsDown():
		l.menu(r, fyne.NewPos(rowPadX, r.Size().Height))
	default:
		return false
	}
	return true
}

func call(f func(string), id string) {
	if f != nil {
		f(id)
	}
}

func shiftIsDown() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers() == fyne.KeyModifierShift
}

// TypedShortcut implements fyne.Shortcutable.
func (l *RowList) TypedShortcut(s fyne.Shortcut) {
	step := 0
	if key, ok := s.(*desktop.CustomShortcut); ok && key.Modifier == fyne.KeyModifierAlt {
		switch key.KeyName {
		case fyne.KeyUp:
			step = -1
		case fyne.KeyDown:
			step = 1
		}
	}
	if step == 0 {
		passShortcutUp(l, s)
		return
	}
	to := l.active + step
	if to >= 0 && to < len(l.rows) && l.rows[l.active].live() {
		l.order(l.rows[l.active], to)
	}
}
