package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Colored is one line of text in a colour and size of the theme.
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

// Set changes text and colour.
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
	r.text.Text = shorten(r.colored.text, size.Width, r.text)
	r.text.Resize(size)
}

// shorten returns as much of text as fits into width, with an ellipsis if that
// is not all.
func shorten(text string, width float32, like *canvas.Text) string {
	fits := func(s string) bool {
		return fyne.MeasureText(s, like.TextSize, like.TextStyle).Width <= width+0.5
	}
	if width <= 0 || fits(text) {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if s := strings.TrimSpace(string(runes[:n])) + "…"; fits(s) {
			return s
		}
	}
	return "…"
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
