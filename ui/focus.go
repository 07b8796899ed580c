package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// focusGuard moves the focus of the window to something that can be seen and used
// whenever it is on something that cannot. Fyne leaves the focus on what was hidden,
// disabled or removed, and keys would go on changing it there.
//
// It is the layout of all that the window shows. Fyne asks for the smallest size
// of that before it draws, so after each change that can be seen. That is the
// one place which nothing that hides an object can forget to call.
type focusGuard struct {
	canvas fyne.Canvas
	safe   func() fyne.Focusable // what takes the focus; nil for nothing
}

// around returns content with the guard on it.
func (g *focusGuard) around(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(g, content)
}

// Layout implements fyne.Layout.
func (g *focusGuard) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// MinSize implements fyne.Layout.
func (g *focusGuard) MinSize(o []fyne.CanvasObject) fyne.Size {
	g.check()
	return o[0].MinSize()
}

// check moves the focus if it must not stay where it is.
func (g *focusGuard) check() {
	focused := g.canvas.Focused()
	if focused == nil || g.usable(focused) {
		return
	}
	if g.canvas.Overlays().Top() == nil {
		if safe := g.safe(); safe != nil {
			g.canvas.Focus(safe)
		}
		if g.canvas.Focused() != focused {
			return
		}
	}
	g.canvas.Unfocus()
	g.canvas.FocusNext() // the first of what can have it
}

// usable reports whether an object is on screen and not disabled. A disabled text
// can still be selected.
func (g *focusGuard) usable(o fyne.Focusable) bool {
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		if _, text := o.(interface{ SelectedText() string }); !text {
			return false
		}
	}
	driver, object := fyne.CurrentApp().Driver(), o.(fyne.CanvasObject)
	if driver.CanvasForObject(object) == nil {
		return true // it was not drawn yet
	}
	// Fyne looks for the place among what is visible. Nothing that can have the
	// focus is in the corner of the window, which is its answer for all else.
	return driver.AbsolutePositionForObject(object) != driver.AbsolutePositionForObject(g.canvas.Content())
}
