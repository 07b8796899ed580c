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

// rows returns how many squares fit in a row of the given width and how many
// rows there are. As few rows as possible share the squares evenly.
func (s *Squares) rows(width float32) (perRow, rows int) {
	fit := max(int((width+squareGap)/(squareSide+squareGap)), 1)
	rows = max((len(s.filled)+fit-1)/fit, 1)
	return max((len(s.filled)+rows-1)/rows, 1), rows
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
	n, _ := r.squares.rows(size.Width)
	for i, box := range r.boxes {
		box.Resize(fyne.NewSquareSize(squareSide))
		box.Move(fyne.NewPos(float32(i%n)*(squareSide+squareGap), float32(i/n)*(squareSide+squareGap)))
	}
}

// MinSize is as high as the present width makes it.
func (r *squaresRenderer) MinSize() fyne.Size {
	width := r.squares.Size().Width
	if width == 0 {
		width = maxWidth
	}
	_, rows := r.squares.rows(width)
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
