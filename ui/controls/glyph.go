package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Shape is the form of a glyph.
type Shape int

// The shapes.
const (
	Circle Shape = iota
	Square
	Diamond
)

// Glyph is a small filled shape, as charts use for a data point.
type Glyph struct {
	widget.BaseWidget

	shape Shape
	color fyne.ThemeColorName
}

// NewGlyph returns a glyph.
func NewGlyph(shape Shape, color fyne.ThemeColorName) *Glyph {
	g := &Glyph{shape: shape, color: color}
	g.ExtendBaseWidget(g)
	return g
}

// Set changes shape and color.
func (g *Glyph) Set(shape Shape, color fyne.ThemeColorName) {
	g.shape, g.color = shape, color
	g.Refresh()
}

// glyphSize is at the usual text size.
const glyphSize = 10

// CreateRenderer implements fyne.Widget.
func (g *Glyph) CreateRenderer() fyne.WidgetRenderer {
	r := &glyphRenderer{glyph: g}
	r.round = canvas.NewRectangle(nil) // a rectangle with round corners is a circle or a square
	r.diamond = canvas.NewRegularPolygon(4, nil)
	r.Refresh()
	return r
}

type glyphRenderer struct {
	glyph   *Glyph
	round   *canvas.Rectangle
	diamond *canvas.RegularPolygon
}

func (r *glyphRenderer) Layout(size fyne.Size) {
	round, diamond := r.sizes()
	middle := func(o fyne.CanvasObject, side float32) {
		o.Resize(fyne.NewSquareSize(side))
		o.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	}
	middle(r.round, round)
	middle(r.diamond, diamond)
}

// sizes returns the sides of the squares around a circle or a square, and around
// a diamond, which is larger so as to look the same.
func (r *glyphRenderer) sizes() (round, diamond float32) {
	return scaled(r.glyph, glyphSize), scaled(r.glyph, glyphSize+3)
}

func (r *glyphRenderer) MinSize() fyne.Size {
	_, diamond := r.sizes()
	return fyne.NewSquareSize(diamond)
}

func (r *glyphRenderer) Refresh() {
	color := themed(r.glyph, r.glyph.color)
	r.round.FillColor, r.diamond.FillColor = color, color
	r.round.CornerRadius = 1
	if r.glyph.shape == Circle {
		round, _ := r.sizes()
		r.round.CornerRadius = round / 2
	}
	r.round.Hidden = r.glyph.shape == Diamond
	r.diamond.Hidden = !r.round.Hidden
	r.Layout(r.glyph.Size())
	r.round.Refresh()
	r.diamond.Refresh()
}

func (r *glyphRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.round, r.diamond}
}

func (r *glyphRenderer) Destroy() {}
