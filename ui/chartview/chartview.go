// Package chartview draws a scene of package chart on a Fyne canvas and lets
// one read it out: with the pointer, or with the arrow keys.
//
// Shapes are painted into one raster, since Fyne's polygons end at 16 corners
// and areas put together from several show seams; texts are canvas texts, so
// that they are as sharp as the rest of the window. The package computes
// nothing: what is where was decided when the scene was made.
package chartview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/chart"
	"heliotrope/ui/controls"
)

var (
	_ fyne.Focusable    = (*View)(nil)
	_ fyne.Tappable     = (*View)(nil)
	_ desktop.Hoverable = (*View)(nil)
)

// View shows a chart. It makes the scene anew for each size it is given.
type View struct {
	widget.BaseWidget

	scene   func(width, height float64, m chart.Measurer) chart.Scene
	open    func(chart.Hit)
	minimum fyne.Size

	drawn   chart.Scene
	reading int // index of the hit that is read out, -1 for none
	focused bool
}

// New returns a view of the scene that scene makes for a size, no smaller than
// minimum. A click on a hit, or Enter, calls open.
func New(minimum fyne.Size, scene func(width, height float64, m chart.Measurer) chart.Scene, open func(chart.Hit)) *View {
	v := &View{scene: scene, open: open, minimum: minimum, reading: -1}
	v.ExtendBaseWidget(v)
	return v
}

// SetScene shows another chart.
func (v *View) SetScene(scene func(width, height float64, m chart.Measurer) chart.Scene) {
	v.scene = scene
	v.reading = -1
	v.draw(v.Size())
	v.Refresh()
}

// Resize implements fyne.CanvasObject.
func (v *View) Resize(size fyne.Size) {
	if size != v.Size() {
		v.draw(size)
	}
	v.BaseWidget.Resize(size)
}

func (v *View) draw(size fyne.Size) {
	if size.Width > 0 && size.Height > 0 {
		v.drawn = v.scene(float64(size.Width), float64(size.Height), measurer{})
		v.reading = min(v.reading, v.newest())
	}
}

// newest returns the index of the newest hit, -1 if there is none.
func (v *View) newest() int { return len(v.drawn.Hits) - 1 }

// Scene returns the scene as it is drawn now.
func (v *View) Scene() chart.Scene { return v.drawn }

// Reading returns the lines that are read out now, nil if there are none.
func (v *View) Reading() []string {
	if v.reading < 0 {
		return nil
	}
	return v.drawn.Hits[v.reading].Tip
}

func (v *View) read(index int) {
	index = min(index, v.newest())
	if index != v.reading {
		v.reading = index
		v.Refresh()
	}
}

// at returns the index of the hit at a place, -1 if there is none.
func (v *View) at(p fyne.Position) int {
	x, y := float64(p.X), float64(p.Y)
	for i, h := range v.drawn.Hits {
		if x >= h.Min.X && x < h.Max.X && y >= h.Min.Y && y < h.Max.Y {
			return i
		}
	}
	return -1
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.read(v.at(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (v *View) MouseMoved(e *desktop.MouseEvent) { v.read(v.at(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() { v.read(-1) }

// Tapped implements fyne.Tappable.
func (v *View) Tapped(e *fyne.PointEvent) { v.openHit(v.at(e.Position)) }

func (v *View) openHit(index int) {
	if index >= 0 && v.open != nil {
		v.open(v.drawn.Hits[index])
	}
}

// FocusGained implements fyne.Focusable: reading starts at the newest week.
func (v *View) FocusGained() {
	v.focused = true
	v.reading = v.newest()
	v.Refresh()
	controls.Reveal(v)
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.focused = false
	v.reading = -1
	v.Refresh()
}

// TypedRune implements fyne.Focusable.
func (v *View) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		if v.reading < 0 { // nothing is read out: from the newest week on, backwards
			v.read(v.newest())
		} else {
			v.read(max(v.reading-1, 0))
		}
	case fyne.KeyRight, fyne.KeyDown:
		v.read(v.reading + 1)
	case fyne.KeyHome:
		v.read(0)
	case fyne.KeyEnd:
		v.read(v.newest())
	case fyne.KeyReturn, fyne.KeyEnter:
		v.openHit(v.reading)
	case fyne.KeyEscape:
		v.read(-1)
	}
}

// measurer measures text in the fonts of the window.
type measurer struct{}

func (measurer) Width(text string, size float64, bold bool) float64 {
	return float64(fyne.MeasureText(text, float32(size), fyne.TextStyle{Bold: bold}).Width)
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{view: v, readout: newReadout(v), ring: canvas.NewRectangle(nil)}
	r.raster = canvas.NewRaster(r.paint)
	r.Refresh()
	return r
}

type renderer struct {
	view    *View
	raster  *canvas.Raster
	texts   []fyne.CanvasObject
	readout *readout
	ring    *canvas.Rectangle
	painted chart.Scene    // the scene that texts and raster show
	colors  [2]color.Color // two of the colours they were made in, which no two themes share
}

func (r *renderer) Layout(size fyne.Size) {
	r.raster.Resize(size)
	r.ring.Move(fyne.NewPos(-4, -4))
	r.ring.Resize(size.AddWidthHeight(8, 8))
	r.Refresh()
}

func (r *renderer) MinSize() fyne.Size { return r.view.minimum }

// Refresh repaints the shapes only if the scene or the colours are others;
// reading out a week moves the readout alone.
func (r *renderer) Refresh() {
	v := r.view
	colors := [2]color.Color{v.roleColor(chart.Ink), v.roleColor(chart.Accent)}
	if !sameScene(r.painted, v.drawn) || r.colors != colors {
		r.painted, r.colors = v.drawn, colors
		r.texts = texts(v)
		r.raster.Refresh()
	}
	r.ring.StrokeColor = v.color(theme.ColorNameFocus)
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 6
	r.ring.Hidden = !v.focused
	r.ring.Refresh()
	r.readout.refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.ring, r.raster}, r.texts...)
	return append(objects, r.readout.objects()...)
}

func (r *renderer) Destroy() {}

// sameScene reports whether two scenes are the same one, not whether they
// look alike: a scene is never changed once it was made.
func sameScene(a, b chart.Scene) bool {
	return a.Width == b.Width && a.Height == b.Height && len(a.Items) == len(b.Items) &&
		(len(a.Items) == 0 || &a.Items[0] == &b.Items[0])
}

// texts makes the canvas texts of the scene.
func texts(v *View) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, item := range v.drawn.Items {
		t, ok := item.(chart.Text)
		if !ok {
			continue
		}
		text := canvas.NewText(t.Text, v.roleColor(t.Role))
		text.TextSize = float32(t.Size)
		text.TextStyle.Bold = t.Bold
		size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, text.TextSize, text.TextStyle, nil)
		x := float32(t.At.X)
		switch t.Anchor {
		case chart.Middle:
			x -= size.Width / 2
		case chart.End:
			x -= size.Width
		}
		text.Move(fyne.NewPos(x, float32(t.At.Y)-baseline))
		text.Resize(size)
		objects = append(objects, text)
	}
	return objects
}
