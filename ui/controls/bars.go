package controls

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bars draws values as bars that leave a common middle, to the right if they are
// positive and to the left if they are negative; zero is a dot. The text of a
// bar is on the other side of the middle, as many of its words as there is room
// for.
type Bars struct {
	widget.BaseWidget

	right, left fyne.ThemeColorName
	bars        []Bar
}

// Bar is one value of [Bars].
type Bar struct {
	Value float32 // from -1 to 1
	Text  string
}

// The measures of bars at the usual text size.
const (
	barEvery   = 24 // from one bar to the next
	barHeight  = 16
	barDot     = 7
	barTextGap = 8 // between the middle and a text
	barEdge    = 4 // free at both ends
)

// NewBars returns no bars yet, in the colors of those to the right and to the
// left.
func NewBars(right, left fyne.ThemeColorName) *Bars {
	b := &Bars{right: right, left: left}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows bars, one below the other.
func (b *Bars) Set(bars []Bar) {
	b.bars = bars
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer {
	r := &barsRenderer{bars: b, middle: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type barsRenderer struct {
	bars   *Bars
	middle *canvas.Rectangle
	shapes []*canvas.Rectangle
	texts  []*canvas.Text
}

func (r *barsRenderer) Layout(size fyne.Size) {
	b := r.bars
	every, height, dot := scaled(b, barEvery), scaled(b, barHeight), scaled(b, barDot)
	half := size.Width / 2
	r.middle.Move(fyne.NewPos(half-0.75, 0))
	r.middle.Resize(fyne.NewSize(1.5, size.Height))
	for i, bar := range b.bars {
		center := (float32(i) + 0.5) * every
		shape, text := r.shapes[i], r.texts[i]
		length := (half - barEdge) * min(max(bar.Value, -1), 1)
		shape.Move(fyne.NewPos(half+min(length, 0), center-height/2))
		shape.Resize(fyne.NewSize(max(length, -length), height))
		shape.CornerRadius = 2
		if length == 0 {
			shape.Move(fyne.NewPos(half-dot/2, center-dot/2))
			shape.Resize(fyne.NewSquareSize(dot))
			shape.CornerRadius = dot / 2
		}
		text.Text = firstWords(bar.Text, half-barTextGap, text.TextSize)
		least := text.MinSize()
		x := half + barTextGap
		if bar.Value > 0 {
			x = half - barTextGap - least.Width
		}
		text.Move(fyne.NewPos(x, center-least.Height/2))
		text.Resize(least)
	}
}

// firstWords returns as many words of text as fit into width, at least a part of
// the first. A text that is cut ends with no short word, such as "of the".
func firstWords(text string, width, size float32) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	n := len(words)
	for n > 1 && fyne.MeasureText(strings.Join(words[:n], " "), size, fyne.TextStyle{}).Width > width {
		n--
	}
	if n < len(words) {
		for n > 1 && utf8.RuneCountInString(words[n-1]) <= 3 {
			n--
		}
	}
	return Shorten(strings.TrimRight(strings.Join(words[:n], " "), ".,;:–—-"), width, size, fyne.TextStyle{})
}

func (r *barsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, float32(len(r.bars.bars))*scaled(r.bars, barEvery))
}

func (r *barsRenderer) Refresh() {
	b := r.bars
	for len(r.shapes) < len(b.bars) {
		r.shapes = append(r.shapes, canvas.NewRectangle(nil))
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.shapes, r.texts = r.shapes[:len(b.bars)], r.texts[:len(b.bars)]
	r.middle.FillColor = themed(b, ColorMuted)
	for i, bar := range b.bars {
		color := b.right
		if bar.Value <= 0 {
			color = b.left
		}
		r.shapes[i].FillColor = themed(b, color)
		r.texts[i].Color, r.texts[i].TextSize = themed(b, theme.ColorNameForeground), b.Theme().Size(theme.SizeNameCaptionText)
	}
	r.Layout(b.Size())
	canvas.Refresh(b)
}

func (r *barsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.middle}
	for i := range r.shapes {
		objects = append(objects, r.shapes[i], r.texts[i])
	}
	return objects
}

func (r *barsRenderer) Destroy() {}
