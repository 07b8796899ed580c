package controls

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Colored is one line of text in a color and size of the theme.
type Colored struct {
	widget.BaseWidget

	text  string
	color fyne.ThemeColorName
	size  fyne.ThemeSizeName
	style fyne.TextStyle
}

// NewColored returns a line of text.
func NewColored(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName, style fyne.TextStyle) *Colored {
	c := &Colored{text: text, color: color, size: size, style: style}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes text and color.
func (c *Colored) Set(text string, color fyne.ThemeColorName) {
	c.text, c.color = text, color
	c.Refresh()
}

// Text returns the text.
func (c *Colored) Text() string { return c.text }

// CreateRenderer implements fyne.Widget.
func (c *Colored) CreateRenderer() fyne.WidgetRenderer {
	r := &coloredRenderer{colored: c, text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type coloredRenderer struct {
	colored *Colored
	text    *canvas.Text
}

// Layout shortens a text that has less room than it wants.
func (r *coloredRenderer) Layout(size fyne.Size) {
	r.text.Text = r.colored.text
	if size.Width > 0 { // else it has no place yet
		r.text.Text = Shorten(r.colored.text, size.Width, r.text.TextSize, r.text.TextStyle)
	}
	r.text.Resize(size)
}

// Shorten returns as much of text as fits into width, with an ellipsis if that
// is not all.
func Shorten(text string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool {
		return fyne.MeasureText(s, size, style).Width <= width+0.5
	}
	if fits(text) {
		return text
	}
	runes := []rune(text)
	cut := func(n int) string { return strings.TrimSpace(string(runes[:n])) + "…" }
	tooMany := sort.Search(len(runes), func(n int) bool { return !fits(cut(n)) })
	return cut(max(tooMany-1, 0))
}

func (r *coloredRenderer) MinSize() fyne.Size {
	return fyne.MeasureText(r.colored.text, r.text.TextSize, r.text.TextStyle)
}

func (r *coloredRenderer) Refresh() {
	c := r.colored
	r.text.Text, r.text.TextStyle = c.text, c.style
	r.text.TextSize, r.text.Color = c.Theme().Size(c.size), themed(c, c.color)
	r.Layout(c.Size())
	r.text.Refresh()
}

func (r *coloredRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }

func (r *coloredRenderer) Destroy() {}
