package controls

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Answers is a [Choice] among at most nine numbered answers, as wide as the row is,
// in more than one line where that is too narrow. A click or a digit gives an answer;
// Left and Right only lead to one, which Enter or Space then gives. None is given
// until the user gives it. OnChanged is called also for the answer that was given
// before.
type Answers struct {
	Choice

	// OnEscape is called for Escape; if it is nil, the window gets the key.
	OnEscape func()

	led int // where Left and Right led, -1 for nowhere
}

// NewAnswers returns a row of answers, none of them given.
func NewAnswers(texts []string, given func(index int)) *Answers {
	a := &Answers{led: -1}
	a.extend(a, a.boxes, texts, given)
	a.ExtendBaseWidget(a)
	return a
}

// SetChosen shows an answer as given, or none for -1, without calling OnChanged.
func (a *Answers) SetChosen(index int) {
	a.led = -1
	a.Choice.SetChosen(index)
}

func (a *Answers) give(index int) {
	if a.Disabled() || index < 0 || index >= len(a.options) {
		return
	}
	a.SetChosen(index)
	if a.OnChanged != nil {
		a.OnChanged(index)
	}
}

// Tapped implements fyne.Tappable.
func (a *Answers) Tapped(e *fyne.PointEvent) {
	index := a.at(e.Position)
	if c := fyne.CurrentApp().Driver().CanvasForObject(a); c != nil && index >= 0 && !a.Disabled() {
		c.Focus(a)
	}
	a.give(index)
}

// FocusLost implements fyne.Focusable.
func (a *Answers) FocusLost() {
	a.led = -1
	a.Choice.FocusLost()
}

// TypedRune implements fyne.Focusable: 1 gives the first answer, and so on. Space
// gives the one that was led to, here and not as a key: its rune comes after the key,
// and would be typed into a field that the answer leads to.
func (a *Answers) TypedRune(r rune) {
	if r == ' ' {
		a.give(a.led)
		return
	}
	a.give(int(r - '1'))
}

// TypedKey implements fyne.Focusable.
func (a *Answers) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		a.lead(-1)
	case fyne.KeyRight, fyne.KeyDown:
		a.lead(+1)
	case fyne.KeyReturn, fyne.KeyEnter:
		a.give(a.led)
	case fyne.KeySpace:
	case fyne.KeyEscape:
		if a.OnEscape != nil {
			a.OnEscape()
			return
		}
		PassUp(a, e)
	default:
		PassUp(a, e)
	}
}

// lead leads n answers on, staying within them. It begins at the answer given,
// or else in the middle, so that neither end is favored.
func (a *Answers) lead(n int) {
	last := len(a.options) - 1
	switch {
	case a.led >= 0:
		a.led = min(max(a.led+n, 0), last)
	case a.chosen >= 0:
		a.led = min(max(a.chosen+n, 0), last)
	default:
		a.led = last / 2
	}
	a.Refresh()
}

// The measures of an answer at the usual text size, and between two.
const (
	answerPadding = 8
	answerNumber  = 8 // between number and text
	answerGap     = 8
)

// boxes lays the answers out in lines no wider than width: all equally wide, or each
// as wide as it needs to be where that saves a line.
func (a *Answers) boxes(width float32) []box {
	if len(a.options) == 0 {
		return nil
	}
	widths := a.widths()
	widest, height := slices.Max(widths), scaled(a, cellHeight)
	boxes := make([]box, len(a.options))
	columns := min(max(int((width+answerGap)/(widest+answerGap)), 1), len(a.options))
	if spare := width - total(widths); columns < len(a.options) && spare >= 0 {
		var x float32
		for i, natural := range widths {
			size := fyne.NewSize(natural+spare/float32(len(a.options)), height)
			boxes[i] = box{fyne.NewPos(x, 0), size}
			x += size.Width + answerGap
		}
		return boxes
	}
	lines := (len(a.options) + columns - 1) / columns
	columns = (len(a.options) + lines - 1) / lines // no line much shorter than the others
	size := fyne.NewSize(max((width-float32(columns-1)*answerGap)/float32(columns), widest), height)
	for i := range boxes {
		x, y := float32(i%columns)*(size.Width+answerGap), float32(i/columns)*(size.Height+answerGap)
		boxes[i] = box{fyne.NewPos(x, y), size}
	}
	return boxes
}

// widths returns the least width in which each answer fits, also when it is bold.
func (a *Answers) widths() []float32 {
	size := a.Theme().Size(SizeControl)
	widths := make([]float32, len(a.options))
	for i, text := range a.options {
		number := fyne.MeasureText(strconv.Itoa(i+1), size, fyne.TextStyle{Bold: true})
		words := fyne.MeasureText(text, size, fyne.TextStyle{Bold: true})
		widths[i] = number.Width + answerNumber + words.Width + 2*answerPadding
	}
	return widths
}

// total returns the width of answers next to each other.
func total(widths []float32) (width float32) {
	for _, w := range widths {
		width += w + answerGap
	}
	return max(width-answerGap, 0)
}

// PreferredWidth implements Preferrer: everything in one line.
func (a *Answers) PreferredWidth() float32 { return total(a.widths()) }

// CreateRenderer implements fyne.Widget.
func (a *Answers) CreateRenderer() fyne.WidgetRenderer {
	r := &answersRenderer{answers: a, ring: newRing()}
	for range a.options {
		r.cells = append(r.cells, canvas.NewRectangle(nil))
		r.numbers = append(r.numbers, canvas.NewText("", nil))
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.Refresh()
	return r
}

type answersRenderer struct {
	answers        *Answers
	cells          []*canvas.Rectangle
	numbers, texts []*canvas.Text
	ring           ring
}

func (r *answersRenderer) Layout(size fyne.Size) {
	boxes := r.answers.boxes(size.Width)
	for i, b := range boxes {
		r.cells[i].Move(b.pos)
		r.cells[i].Resize(b.size)
		number, text := r.numbers[i].MinSize(), r.texts[i].MinSize()
		x := b.pos.X + (b.size.Width-number.Width-answerNumber-text.Width)/2
		y := b.pos.Y + (b.size.Height-text.Height)/2
		r.numbers[i].Move(fyne.NewPos(x, y))
		r.numbers[i].Resize(number)
		r.texts[i].Move(fyne.NewPos(x+number.Width+answerNumber, y))
		r.texts[i].Resize(text)
	}
	around := box{size: extent(boxes)}
	if at := r.answers.ringed(); at >= 0 {
		around = boxes[at]
	}
	r.ring.around(around.pos, around.size, corner)
}

// ringed returns the index of the answer around which the focus is shown, -1 if
// it is around all of them.
func (a *Answers) ringed() int {
	if a.led >= 0 {
		return a.led
	}
	return a.chosen
}

// MinSize is as wide as the widest answer and, since answers wrap, as high as the
// present width makes it.
func (r *answersRenderer) MinSize() fyne.Size {
	width := r.answers.Size().Width
	if width == 0 {
		width = maxWidth
	}
	return fyne.NewSize(slices.Max(r.answers.widths()), extent(r.answers.boxes(width)).Height)
}

func (r *answersRenderer) Refresh() {
	a := r.answers
	for i, words := range a.options {
		cell, number, text := r.cells[i], r.numbers[i], r.texts[i]
		cell.CornerRadius, cell.StrokeWidth = corner, 1
		fill, edge, ink, faint := ColorCard, theme.ColorNameInputBorder, theme.ColorNameForeground, ColorMuted
		switch {
		case i == a.chosen:
			fill, edge = theme.ColorNamePrimary, theme.ColorNamePrimary
			ink, faint = theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnPrimary
		case a.Disabled():
			edge, ink = ColorCard, ColorMuted
		case i == a.hovered:
			fill = ColorLit
		}
		cell.FillColor, cell.StrokeColor = themed(a, fill), themed(a, edge)
		number.Text, number.Color = strconv.Itoa(i+1), themed(a, faint)
		text.Text, text.Color = words, themed(a, ink)
		for _, t := range []*canvas.Text{number, text} {
			t.TextSize, t.TextStyle.Bold = a.Theme().Size(SizeControl), i == a.chosen
		}
	}
	r.ring.show(a, a.focused)
	r.Layout(a.Size())
	canvas.Refresh(a)
}

func (r *answersRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 3*len(r.cells)+1)
	for i := range r.cells {
		objects = append(objects, r.cells[i], r.numbers[i], r.texts[i])
	}
	return append(objects, r.ring.Rectangle)
}

func (r *answersRenderer) Destroy() {}
