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
	center := fyne.NewPos((size.Width-glyphSize)/2, (size.Height-glyphSize)/2)
	r.round.Resize(fyne.NewSquareSize(glyphSize))
	r.round.Move(center)
	r.diamond.Resize(fyne.NewSquareSize(glyphSize + 3))
	r.diamond.Move(center.SubtractXY(1.5, 1.5))
}

func (r *glyphRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(glyphSize + 3) }

func (r *glyphRenderer) Refresh() {
	color := themed(r.glyph, r.glyph.color)
	r.round.FillColor, r.diamond.FillColor = color, color
	r.round.CornerRadius = 1
	if r.glyph.shape == Circle {
		r.round.CornerRadius = glyphSize / 2
	}
	r.round.Hidden = r.glyph.shape == Diamond
	r.diamond.Hidden = !r.round.Hidden
	r.round.Refresh()
	r.diamond.Refresh()
}

func (r *glyphRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.round, r.diamond}
}

func (r *glyphRenderer) Destroy() {}
