package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressed is what a reach extends.
type pressed interface {
	fyne.Widget
	fyne.Tappable
	desktop.Hoverable
	desktop.Cursorable
	Theme() fyne.Theme
}

// reach takes the pointer for a widget that is drawn smaller than a target should
// be: it is part of that widget, extends beyond its edges and is not seen.
type reach struct {
	widget.BaseWidget

	of pressed
}

func newReach(of pressed) *reach {
	r := &reach{of: of}
	r.ExtendBaseWidget(r)
	return r
}

// around centers the reach on a box of a size at the origin of its widget.
func (r *reach) around(width, height float32) {
	least := scaled(r.of, targetHeight)
	size := fyne.NewSize(max(width, least), max(height, least))
	r.Resize(size)
	r.Move(fyne.NewPos((width-size.Width)/2, (height-size.Height)/2))
}

// Tapped implements fyne.Tappable.
func (r *reach) Tapped(e *fyne.PointEvent) { r.of.Tapped(e) }

// MouseIn implements desktop.Hoverable.
func (r *reach) MouseIn(e *desktop.MouseEvent) { r.of.MouseIn(e) }

// MouseMoved implements desktop.Hoverable.
func (r *reach) MouseMoved(e *desktop.MouseEvent) { r.of.MouseMoved(e) }

// MouseOut implements desktop.Hoverable.
func (r *reach) MouseOut() { r.of.MouseOut() }

// Cursor implements desktop.Cursorable.
func (r *reach) Cursor() desktop.Cursor { return r.of.Cursor() }

// CreateRenderer implements fyne.Widget.
func (r *reach) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
