package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Squares)(nil)
	_ fyne.Tappable     = (*Squares)(nil)
	_ desktop.Hoverable = (*Squares)(nil)
)

// Squares are small squares in two rows, of which each can be opened with a
// click. They are one stop for Tab: the arrow keys lead from one to the next, and
// Enter or Space opens it. The words of a square are shown as a tip.
type Squares struct {
	widget.BaseWidget

	// Words returns the words of a square. It may be nil.
	Words func(i int) string

	open    func(i int)
	squares []SquareState
	color   fyne.ThemeColorName // of those that are filled
	now     int                 // the one with an edge in the accent color; none if out of range
	shown   int                 // the one with an edge around it; none if out of range
	at      int                 // where the arrow keys led
	hovered int                 // -1 for none
	focused bool
}

// SquareState is the state of one of [Squares].
type SquareState int

// The states of a square.
const (
	SquareEmpty SquareState = iota
	SquareFilled
	SquareOff // marked with a dash
)

// The measures of squares at the usual text size. Each takes the clicks in half
// of the height, and so far more than is drawn.
const (
	squareSide = 16
	squareGap  = 3
	squareRows = 2
)

// NewSquares returns n empty squares, of which each calls open.
func NewSquares(n int, color fyne.ThemeColorName, open func(i int)) *Squares {
	s := &Squares{squares: make([]SquareState, n), color: color, open: open, now: -1, shown: -1, hovered: -1}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows the squares, as many as there are, and which of them is the one of
// now and which the one on screen. Either may be out of range.
func (s *Squares) Set(squares []SquareState, now, shown int) {
	copy(s.squares, squares)
	if s.now, s.shown = now, shown; !s.focused {
		s.at = now
		if s.has(shown) {
			s.at = shown
		}
	}
	s.Refresh()
}

func (s *Squares) has(i int) bool { return i >= 0 && i < len(s.squares) }

// columns returns how many squares are in a row.
func (s *Squares) columns() int { return (len(s.squares) + squareRows - 1) / squareRows }

// box returns where square i is drawn. In too narrow a place, squares are
// smaller.
func (s *Squares) box(i int) box {
	n := float32(s.columns())
	side := min(scaled(s, squareSide), (s.Size().Width-(n-1)*squareGap)/n)
	x := float32(i%s.columns()) * (side + squareGap)
	y := s.Size().Height/2 - side - squareGap/2.0
	if i >= s.columns() {
		y = s.Size().Height/2 + squareGap/2.0
	}
	return box{fyne.NewPos(x, y), fyne.NewSquareSize(side)}
}

// under returns the index of the square that takes the clicks at a place, -1 if
// there is none.
func (s *Squares) under(p fyne.Position) int {
	column := int(p.X / (s.box(0).size.Width + squareGap))
	if p.X < 0 || column >= s.columns() {
		return -1
	}
	i := column
	if p.Y >= s.Size().Height/2 {
		i += s.columns()
	}
	if !s.has(i) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (s *Squares) Tapped(e *fyne.PointEvent) {
	if i := s.under(e.Position); i >= 0 {
		s.at = i
		s.open(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Squares) MouseIn(e *desktop.MouseEvent) { s.hover(s.under(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (s *Squares) MouseMoved(e *desktop.MouseEvent) { s.hover(s.under(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (s *Squares) MouseOut() { s.hover(-1) }

func (s *Squares) hover(i int) {
	if i < 0 {
		HideTip(s)
	} else if i != s.hovered {
		s.tip(i)
	}
	s.hovered = i
}

func (s *Squares) tip(i int) {
	if s.Words != nil {
		b := s.box(i)
		ShowTip(s, b.pos, b.size, s.Words(i))
	}
}

// FocusGained implements fyne.Focusable.
func (s *Squares) FocusGained() {
	s.focused = true
	s.Refresh()
	Reveal(s)
	s.tip(s.at)
}

// FocusLost implements fyne.Focusable.
func (s *Squares) FocusLost() {
	s.focused = false
	s.Refresh()
	HideTip(s)
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (s *Squares) TypedRune(r rune) {
	if r == ' ' {
		s.open(s.at)
	}
}

// TypedKey implements fyne.Focusable.
func (s *Squares) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.lead(s.at - 1)
	case fyne.KeyRight:
		s.lead(s.at + 1)
	case fyne.KeyUp:
		s.lead(s.at - s.columns())
	case fyne.KeyDown:
		s.lead(s.at + s.columns())
	case fyne.KeyHome:
		s.lead(0)
	case fyne.KeyEnd:
		s.lead(len(s.squares) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.open(s.at)
	case fyne.KeySpace:
	default:
		PassUp(s, e)
	}
}

// lead leads to a square, if there is one.
func (s *Squares) lead(to int) {
	if s.has(to) {
		s.at = to
		s.Refresh()
		s.tip(to)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Squares) CreateRenderer() fyne.WidgetRenderer {
	r := &squaresRenderer{squares: s, shown: canvas.NewRectangle(nil), ring: newRing()}
	for range s.squares {
		r.boxes = append(r.boxes, canvas.NewRectangle(nil))
		r.dashes = append(r.dashes, canvas.NewRectangle(nil))
	}
	r.Refresh()
	return r
}

type squaresRenderer struct {
	squares *Squares
	boxes   []*canvas.Rectangle
	dashes  []*canvas.Rectangle
	shown   *canvas.Rectangle
	ring    ring
}

func (r *squaresRenderer) Layout(fyne.Size) {
	s := r.squares
	for i := range r.boxes {
		b := s.box(i)
		r.boxes[i].Move(b.pos)
		r.boxes[i].Resize(b.size)
		dash := fyne.NewSize(b.size.Width/2, 2)
		r.dashes[i].Move(b.pos.AddXY((b.size.Width-dash.Width)/2, (b.size.Height-dash.Height)/2))
		r.dashes[i].Resize(dash)
	}
	if s.has(s.shown) {
		b := s.box(s.shown)
		r.shown.Move(b.pos.SubtractXY(2.5, 2.5))
		r.shown.Resize(b.size.AddWidthHeight(5, 5))
	}
	if s.has(s.at) {
		b := s.box(s.at)
		r.ring.around(b.pos, b.size, squareCorner)
	}
}

const squareCorner = 3

// MinSize has room for two targets below each other.
func (r *squaresRenderer) MinSize() fyne.Size {
	return fyne.NewSize(float32(r.squares.columns())*12, squareRows*max(scaled(r.squares, squareSide+squareGap), targetHeight))
}

func (r *squaresRenderer) Refresh() {
	s := r.squares
	for i, box := range r.boxes {
		box.CornerRadius, box.StrokeWidth = squareCorner, 0
		fill := theme.ColorNameSeparator
		if s.squares[i] == SquareFilled {
			fill = s.color
		}
		if i == s.now {
			box.StrokeWidth, box.StrokeColor = 2, themed(s, theme.ColorNamePrimary)
		}
		box.FillColor = themed(s, fill)
		r.dashes[i].FillColor = themed(s, ColorMuted)
		r.dashes[i].Hidden = s.squares[i] != SquareOff
	}
	r.shown.StrokeColor, r.shown.StrokeWidth, r.shown.CornerRadius = themed(s, theme.ColorNameForeground), 1.5, squareCorner+2.5
	r.shown.Hidden = !s.has(s.shown) || s.shown == s.now
	r.ring.show(s, s.focused && s.has(s.at))
	r.Layout(s.Size())
	canvas.Refresh(s)
}

func (r *squaresRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range r.boxes {
		objects = append(objects, r.boxes[i], r.dashes[i])
	}
	return append(objects, r.shown, r.ring.Rectangle)
}

func (r *squaresRenderer) Destroy() {}
