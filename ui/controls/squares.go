package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Squares draws a row of small squares, filled or not, that wraps.
type Squares struct {
	widget.BaseWidget

	filled []bool
	color  fyne.ThemeColorName
}

const (
	squareSide = 14
	squareGap  = 4
)

// NewSquares returns n empty squares.
func NewSquares(n int, color fyne.ThemeColorName) *Squares {
	s := &Squares{filled: make([]bool, n), color: color}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows which squares are filled; it takes as many as there are.
func (s *Squares) Set(filled []bool) {
	copy(s.filled, filled)
	s.Refresh()
}

// perRow returns how many squares fit into a width. Rows are of equal length
// where that is possible with one row more.
func (s *Squares) perRow(width float32) int {
	n := max(int((width+squareGap)/(squareSide+squareGap)), 1)
	rows := (len(s.filled) + n - 1) / n
	return (len(s.filled) + rows - 1) / rows
}

// CreateRenderer implements fyne.Widget.
func (s *Squares) CreateRenderer() fyne.WidgetRenderer {
	r := &squaresRenderer{squares: s}
	for range s.filled {
		r.boxes = append(r.boxes, canvas.NewRectangle(nil))
	}
	r.Refresh()
	return r
}

type squaresRenderer struct {
	squares *Squares
	boxes   []fyne.CanvasObject
}

func (r *squaresRenderer) Layout(size fyne.Size) {
	n := r.squares.perRow(size.Width)
	for i, box := range r.boxes {
		box.Resize(fyne.NewSquareSize(squareSide))
		box.Move(fyne.NewPos(float32(i%n)*(squareSide+squareGap), float32(i/n)*(squareSide+squareGap)))
	}
}

func (r *squaresRenderer) MinSize() fyne.Size {
	n := r.squares.perRow(max(r.squares.Size().Width, 200))
	rows := (len(r.boxes) + n - 1) / n
	return fyne.NewSize(100, float32(rows)*(squareSide+squareGap)-squareGap)
}

func (r *squaresRenderer) Refresh() {
	for i, object := range r.boxes {
		box := object.(*canvas.Rectangle)
		box.CornerRadius = 3
		box.FillColor = themed(r.squares, theme.ColorNameSeparator)
		if r.squares.filled[i] {
			box.FillColor = themed(r.squares, r.squares.color)
		}
		box.Refresh()
	}
}

func (r *squaresRenderer) Objects() []fyne.CanvasObject { return r.boxes }

func (r *squaresRenderer) Destroy() {}
