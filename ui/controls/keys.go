package controls

import "fyne.io/fyne/v2"

// passUp hands a key that a focused widget has no use for to the window, which
// otherwise gets only the keys typed while nothing has the focus.
func passUp(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(e)
}
