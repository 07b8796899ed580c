package controls

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringGap is what is free between a widget and the ring around it that shows the
// focus, and ringWidth how wide the ring is. A widget changes nothing else when it
// gets the focus.
const ringGap, ringWidth = 2, 2

// corner is the radius of the corners of controls.
const corner = 8

// ring is the ring around something that has the focus.
type ring struct{ *canvas.Rectangle }

func newRing() ring {
	r := canvas.NewRectangle(nil)
	r.StrokeWidth = ringWidth
	return ring{r}
}

// around puts the ring around a box whose corners have a radius.
func (r ring) around(pos fyne.Position, size fyne.Size, radius float32) {
	const out = ringGap + ringWidth
	r.CornerRadius = radius + out
	r.Move(pos.SubtractXY(out, out))
	r.Resize(size.AddWidthHeight(2*out, 2*out))
}

// show shows the ring in the colors of w, or hides it.
func (r ring) show(w interface{ Theme() fyne.Theme }, on bool) {
	r.StrokeColor = themed(w, theme.ColorNamePrimary)
	r.Hidden = !on
	r.Refresh()
}

// ringed draws a widget of Fyne's with the edge of a field and the ring around it.
type ringed struct {
	fyne.WidgetRenderer

	widget  themedWidget
	focused func() bool
	edge    *canvas.Rectangle
	ring    ring
}

type themedWidget interface {
	fyne.Widget
	Theme() fyne.Theme
}

func newRinged(w themedWidget, r fyne.WidgetRenderer, focused func() bool) *ringed {
	edge := canvas.NewRectangle(color.Transparent)
	edge.StrokeWidth, edge.CornerRadius = 1, corner
	g := &ringed{WidgetRenderer: r, widget: w, focused: focused, edge: edge, ring: newRing()}
	g.draw()
	return g
}

func (r *ringed) draw() {
	r.edge.StrokeColor = themed(r.widget, theme.ColorNameInputBorder)
	r.ring.show(r.widget, r.focused())
}

// Layout implements fyne.WidgetRenderer.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.edge.Resize(size)
	r.ring.around(fyne.Position{}, size, corner)
}

// MinSize implements fyne.WidgetRenderer.
func (r *ringed) MinSize() fyne.Size {
	return r.WidgetRenderer.MinSize().Max(fyne.NewSize(0, scaled(r.widget, targetHeight)))
}

// Refresh implements fyne.WidgetRenderer.
func (r *ringed) Refresh() {
	r.draw()
	r.WidgetRenderer.Refresh()
}

// Objects implements fyne.WidgetRenderer.
func (r *ringed) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.edge, r.ring.Rectangle)
}
