package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*clickable)(nil)
	_ fyne.Tappable     = (*clickable)(nil)
	_ desktop.Hoverable = (*clickable)(nil)
)

// clickable is the part of a widget that reacts to a click, to Enter and to
// Space, and knows whether the pointer or the focus is on it.
type clickable struct {
	widget.BaseWidget

	outer    fyne.Widget // the widget that embeds it
	onTapped func()
	hovered  bool
	focused  bool
}

// extend makes outer the widget, which calls onTapped.
func (c *clickable) extend(outer fyne.Widget, onTapped func()) {
	c.outer, c.onTapped = outer, onTapped
	c.ExtendBaseWidget(outer)
}

// Tapped implements fyne.Tappable.
func (c *clickable) Tapped(*fyne.PointEvent) { c.onTapped() }

// TypedKey implements fyne.Focusable.
func (c *clickable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.onTapped()
	case fyne.KeySpace:
	default:
		PassUp(c.outer, e)
	}
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (c *clickable) TypedRune(r rune) {
	if r == ' ' {
		c.onTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (c *clickable) FocusGained() {
	c.set(&c.focused, true)
	Reveal(c.outer)
}

// FocusLost implements fyne.Focusable.
func (c *clickable) FocusLost() { c.set(&c.focused, false) }

// MouseIn implements desktop.Hoverable.
func (c *clickable) MouseIn(*desktop.MouseEvent) { c.set(&c.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (c *clickable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *clickable) MouseOut() { c.set(&c.hovered, false) }

// set changes a part of the widget's state and draws it again.
func (c *clickable) set(state *bool, on bool) {
	*state = on
	c.Refresh()
}
