package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Frames lays a window out as the real driver does before each frame: what is around
// something whose smallest size differs from that in the last frame, and nothing else.
type Frames struct {
	screen *Screen
	least  map[fyne.CanvasObject]fyne.Size
}

// NewFrames returns the frames of a window.
func NewFrames(s *Screen) *Frames {
	return &Frames{s, make(map[fyne.CanvasObject]fyne.Size)}
}

// Rest lays out frames until one has nothing to lay out, and at most ten.
func (f *Frames) Rest() {
	for range 10 {
		if !f.frame(f.screen.Window.Content()) {
			return
		}
	}
	f.screen.T.Error("the window has something to lay out in each frame")
}

// frame lays out what is in an object and reports whether its smallest size differs
// from that in the last frame.
func (f *Frames) frame(o fyne.CanvasObject) (differs bool) {
	if !o.Visible() {
		return false
	}
	var inside []fyne.CanvasObject
	layout := func() {}
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
		if o.Layout != nil {
			layout = func() { o.Layout.Layout(o.Objects, o.Size()) }
		}
	case fyne.Widget:
		r := test.WidgetRenderer(o)
		inside, layout = r.Objects(), func() { r.Layout(o.Size()) }
	}
	for _, child := range inside {
		differs = f.frame(child) || differs
	}
	if differs {
		layout()
	}
	least := o.MinSize()
	differs = f.least[o] != least
	f.least[o] = least
	return differs
}
