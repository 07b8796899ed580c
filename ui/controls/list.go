package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// List is Fyne's list, in which Enter selects as well as Space, and whose other
// keys reach the window. The wheel moves it as it does a [Scroll].
type List struct {
	widget.List

	view *container.Scroll // in which Fyne shows the rows
}

// NewList returns a list; see [widget.NewList].
func NewList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() {
	l.List.FocusGained()
	Reveal(l)
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		l.List.TypedKey(e)
	default:
		PassUp(l, e)
	}
}

func (l *List) scrolled() (at, most float32) {
	if l.view == nil {
		return 0, 0
	}
	return l.GetScrollOffset(), max(l.view.Content.MinSize().Height-l.Size().Height, 0)
}

func (l *List) scrollTo(at float32) { l.ScrollToOffset(at) }

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	r := &listRenderer{WidgetRenderer: l.List.CreateRenderer()}
	for _, o := range r.WidgetRenderer.Objects() {
		if view, ok := o.(*container.Scroll); ok {
			l.view = view
		}
	}
	r.wheel = newWheel(l, l.view)
	return r
}

// listRenderer is Fyne's renderer of a list.
type listRenderer struct {
	fyne.WidgetRenderer

	wheel *wheel
}

// Layout implements fyne.WidgetRenderer.
func (r *listRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// Objects implements fyne.WidgetRenderer.
func (r *listRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.wheel)
}
