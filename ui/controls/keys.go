package controls

import "fyne.io/fyne/v2"

// PassUp passes a key that a widget with the focus does not use to the window, which
// would get only the keys typed while nothing has the focus.
func PassUp(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(e)
}

// passShortcutUp passes a shortcut that a focused widget does not use to the window,
// which would get only those typed while no such widget has the focus.
func passShortcutUp(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
