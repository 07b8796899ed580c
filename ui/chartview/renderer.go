package chartview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/chart"
)

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{view: v, texts: container.NewWithoutLayout(), readout: newReadout(v), ring: canvas.NewRectangle(nil)}
	r.raster = canvas.NewRaster(r.paint)
	r.objects = append([]fyne.CanvasObject{r.ring, r.raster, r.texts}, r.readout.objects()...)
	r.Refresh()
	return r
}

type renderer struct {
	view    *View
	raster  *canvas.Raster
	texts   *fyne.Container // the labels
	labels  []*label        // of the scene, and some that are hidden until one has more texts
	readout *readout
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject // everything, in painting order
	picture *image.RGBA         // on the raster
	colors  [2]color.Color      // two of those that it is in, which no two themes share
}

func (r *renderer) Layout(size fyne.Size) {
	r.raster.Resize(size)
	r.texts.Resize(size)
	r.ring.Move(fyne.NewPos(-4, -4))
	r.ring.Resize(size.AddWidthHeight(8, 8))
	if r.current() {
		r.place()
		r.readout.refresh()
	}
}

// MinSize is as high as the chart wants to be at the present width.
func (r *renderer) MinSize() fyne.Size {
	v, scale := r.view, r.view.textScale()
	least := fyne.NewSize(scale*v.minimum.Width, scale*v.minimum.Height)
	if v.height == nil {
		return least
	}
	width := max(v.Size().Width, least.Width) / scale
	return least.Max(fyne.NewSize(0, scale*float32(v.height(float64(width)))))
}

// Refresh shows what the view reads out, and has the rest painted if it is another
// scene or if the colors are others.
func (r *renderer) Refresh() {
	v := r.view
	r.ring.StrokeColor = v.color(theme.ColorNamePrimary)
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 6
	r.ring.Hidden = !v.focused
	r.ring.Refresh()
	if !v.outdated() {
		r.readout.refresh()
	}
	if !r.current() {
		r.raster.Refresh()
	}
}

// current reports whether the raster shows what it is to show, maybe stretched.
func (r *renderer) current() bool {
	v := r.view
	return v.painted && !v.outdated() && r.colors == r.themed()
}

func (r *renderer) themed() [2]color.Color {
	return [2]color.Color{r.view.roleColor(chart.Ink), r.view.roleColor(chart.Accent)}
}

// paint returns the shapes of the scene as a picture of w by h pixels, or, while the
// view is resized, the picture that there is. Fyne calls it when it draws the raster,
// and draws the texts and what is read out after it.
func (r *renderer) paint(w, h int) image.Image {
	v, current := r.view, r.current()
	if current && (v.resize.underWay() || r.picture.Rect.Dx() == w && r.picture.Rect.Dy() == h) {
		return r.picture
	}
	if v.resize.underWay() {
		v.outdate() // other colors do not wait for its end
	}
	scene := v.Scene()
	r.picture = blank(r.picture, w, h)
	paintScene(r.picture, scene, v.roleColor)
	v.painted, r.colors = !v.stale, r.themed()
	if !current {
		r.write(scene)
		r.place()
		r.readout.refresh()
	}
	return r.picture
}

// write has the labels show the texts of a scene.
func (r *renderer) write(scene chart.Scene) {
	n := 0
	for _, item := range scene.Items {
		t, ok := item.(chart.Text)
		if !ok {
			continue
		}
		if n == len(r.labels) {
			l := newLabel()
			r.labels, r.texts.Objects = append(r.labels, l), append(r.texts.Objects, l.object)
		}
		r.labels[n].write(t, r.view.scale, r.view.roleColor(t.Role))
		n++
	}
	for i, l := range r.labels {
		l.object.Hidden = i >= n
	}
}

// place moves the labels to where their points of the scene are.
func (r *renderer) place() {
	for _, l := range r.labels {
		l.place(r.view.place(l.item.At))
	}
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy implements fyne.WidgetRenderer. It is called when the view was not on screen
// for a while, and leaves nothing that is made again when it is.
func (r *renderer) Destroy() {
	r.view.outdate()
	r.view.drawn = chart.Scene{}
}

// label is a text of a scene on the canvas.
type label struct {
	item     chart.Text
	object   *canvas.Text
	baseline float32
}

func newLabel() *label { return &label{object: canvas.NewText("", nil)} }

// write has the label show a text, scale times as large as in its scene.
func (l *label) write(t chart.Text, scale float32, ink color.Color) {
	o := l.object
	l.item = t
	o.Text, o.Color, o.TextSize, o.TextStyle.Bold = t.Text, ink, scale*float32(t.Size), t.Bold
	var size fyne.Size
	size, l.baseline = fyne.CurrentApp().Driver().RenderedTextSize(t.Text, o.TextSize, o.TextStyle, nil)
	o.Resize(size)
}

// place moves the label to its point.
func (l *label) place(at fyne.Position) {
	switch l.item.Anchor {
	case chart.Middle:
		at.X -= l.object.Size().Width / 2
	case chart.End:
		at.X -= l.object.Size().Width
	}
	l.object.Move(at.SubtractXY(0, l.baseline))
}
