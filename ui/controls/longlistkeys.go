package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable.
func (l *LongList) FocusGained() {
	l.focused = true
	l.refreshRow(l.active)
	Reveal(l)
}

// FocusLost implements fyne.Focusable.
func (l *LongList) FocusLost() {
	l.focused = false
	l.refreshRow(l.active)
}

// focus gives the list the focus, with a row as the one that keys are for.
func (l *LongList) focus(i int) {
	was := l.active
	l.activateQuietly(i)
	l.refreshRow(was)
	l.refreshRow(l.active)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

func (l *LongList) has(i int) bool { return i >= 0 && i < l.source.Len() }

// clicked does what a click on a row with modifier keys asks for.
func (l *LongList) clicked(i int, keys fyne.KeyModifier) {
	if !l.has(i) {
		return
	}
	l.focus(i)
	switch {
	case l.OnPick != nil && keys&fyne.KeyModifierShift != 0:
		l.pick(l.from, i)
	case l.OnPick != nil && (l.Picking || keys&fyne.KeyModifierShortcutDefault != 0):
		l.pick(i, i)
	default:
		l.open(i)
	}
}

func (l *LongList) open(i int) {
	if l.OnOpen != nil && l.has(i) {
		l.OnOpen(i)
	}
}

func (l *LongList) pick(from, to int) {
	if l.OnPick != nil && l.has(from) && l.has(to) {
		l.OnPick(from, to)
		l.from = to
	}
}

// menu opens the menu of a row at a place in the row.
func (l *LongList) menu(r *longRow, at fyne.Position) {
	if l.OnMenu == nil || !l.has(r.index) {
		return
	}
	l.focus(r.index)
	l.OnMenu(r.index, fyne.CurrentApp().Driver().AbsolutePositionForObject(r).Add(at))
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (l *LongList) TypedRune(r rune) {
	switch {
	case r != ' ':
		if l.OnRune != nil {
			l.OnRune(r)
		}
	case l.OnPick != nil && l.Picking:
		l.pick(l.active, l.active)
	case shiftIsDown():
		l.PageBy(-1)
	default:
		l.PageBy(1)
	}
}

// TypedKey implements fyne.Focusable.
func (l *LongList) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		if l.OnEscape == nil || !l.OnEscape() {
			PassUp(l, e)
		}
		return
	}
	if l.source.Len() == 0 || !l.typed(e.Name) {
		PassUp(l, e)
	}
}

// typed does what a key asks for, and reports whether it does.
func (l *LongList) typed(key fyne.KeyName) bool {
	r := l.shown[l.active]
	was := l.active
	switch key {
	case fyne.KeyUp:
		l.Activate(l.active - 1)
	case fyne.KeyDown:
		l.Activate(l.active + 1)
	case fyne.KeyHome:
		l.Activate(0)
	case fyne.KeyEnd:
		l.Activate(l.source.Len() - 1)
	case fyne.KeyPageUp:
		l.PageBy(-1)
	case fyne.KeyPageDown:
		l.PageBy(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		l.open(l.active)
		return true
	case fyne.KeySpace:
		return true // comes as a rune as well
	case fyne.KeyDelete:
		if l.OnDelete == nil {
			return false
		}
		l.OnDelete(l.active)
		return true
	case desktop.KeyMenu:
		l.menuOfActive(r)
		return true
	case fyne.KeyF10:
		if !shiftIsDown() {
			return false
		}
		l.menuOfActive(r)
		return true
	default:
		return false
	}
	if shiftIsDown() && was != l.active {
		l.pick(was, l.active)
	}
	return true
}

func (l *LongList) menuOfActive(r *longRow) {
	if r == nil { // it was scrolled away
		l.reveal(l.active)
		r = l.shown[l.active]
	}
	if r != nil {
		l.menu(r, fyne.NewPos(rowPadX, r.Size().Height))
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (l *LongList) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		if l.OnPickAll != nil {
			l.OnPickAll()
			return
		}
	case *desktop.CustomShortcut:
		if s.KeyName == fyne.KeySpace && s.Modifier == fyne.KeyModifierShortcutDefault && l.OnPick != nil {
			l.pick(l.active, l.active)
			return
		}
	}
	passShortcutUp(l, s)
}
