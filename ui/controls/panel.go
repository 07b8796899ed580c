package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel is a filled box with rounded corners and a fine border around its
// content.
type Panel struct {
	widget.BaseWidget

	content      fyne.CanvasObject
	fill, border fyne.ThemeColorName
	radius       float32
	padding      fyne.Size
}

// NewCard returns a panel for a group of things on a page.
func NewCard(content fyne.CanvasObject) *Panel {
	return NewPanel(content, ColorCard, theme.ColorNameSeparator, 12, fyne.NewSize(20, 16))
}

// NewPanel returns a panel with the given colors, corner radius and padding: its
// width on the left and right, its height above and below.
// An empty border name draws no border.
func NewPanel(content fyne.CanvasObject, fill, border fyne.ThemeColorName, radius float32, padding fyne.Size) *Panel {
	p := &Panel{content: content, fill: fill, border: border, radius: radius, padding: padding}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, box: canvas.NewRectangle(nil)}
	r.inner = layout.NewCustomPaddedLayout(p.padding.Height, p.padding.Height, p.padding.Width, p.padding.Width)
	r.Refresh()
	return r
}

type panelRenderer struct {
	panel *Panel
	box   *canvas.Rectangle
	inner fyne.Layout
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.inner.Layout([]fyne.CanvasObject{r.panel.content}, size)
}

func (r *panelRenderer) MinSize() fyne.Size {
	return r.inner.MinSize([]fyne.CanvasObject{r.panel.content})
}

func (r *panelRenderer) Refresh() {
	p := r.panel
	r.box.FillColor = themed(p, p.fill)
	r.box.CornerRadius = p.radius
	if p.border != "" {
		r.box.StrokeColor = themed(p, p.border)
		r.box.StrokeWidth = 1
	}
	r.box.Refresh()
}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.panel.content}
}

func (r *panelRenderer) Destroy() {}
