package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sign is a warning sign as drawn lines: a triangle around an exclamation mark.
// It is no letter, which a font may not have, and no color alone, which not
// everybody sees.
type sign struct {
	widget.BaseWidget

	color color.Color // nil for that of text
}

func newSign() *sign {
	s := &sign{}
	s.ExtendBaseWidget(s)
	return s
}

// NewSign returns a warning sign to put before the words that warn.
func NewSign() fyne.CanvasObject { return newSign() }

func (s *sign) setColor(c color.Color) {
	s.color = c
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{sign: s}
	for i := range r.lines {
		r.lines[i] = canvas.NewLine(nil)
	}
	r.Refresh()
	return r
}

// signLines are the lines of the sign in a square of 16, the last two those of
// the exclamation mark.
var signLines = [5][4]float32{{8, 2, 14.5, 13.5}, {14.5, 13.5, 1.5, 13.5}, {1.5, 13.5, 8, 2}, {8, 6, 8, 9.4}, {8, 10.8, 8, 12}}

type signRenderer struct {
	sign  *sign
	lines [len(signLines)]*canvas.Line
}

func (r *signRenderer) Layout(size fyne.Size) {
	unit := min(size.Width, size.Height) / signSize
	at := func(x, y float32) fyne.Position { return fyne.NewPos(x*unit, y*unit) }
	for i, l := range signLines {
		r.lines[i].Position1, r.lines[i].Position2 = at(l[0], l[1]), at(l[2], l[3])
		r.lines[i].StrokeWidth = 1.5 * unit
	}
}

func (r *signRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(scaled(r.sign, signSize)) }

func (r *signRenderer) Refresh() {
	ink := r.sign.color
	if ink == nil {
		ink = themed(r.sign, theme.ColorNameForeground)
	}
	for _, line := range r.lines {
		line.StrokeColor = ink
	}
	canvas.Refresh(r.sign)
}

func (r *signRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines))
	for i, line := range r.lines {
		objects[i] = line
	}
	return objects
}

func (r *signRenderer) Destroy() {}
