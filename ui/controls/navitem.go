package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// NavItem is an entry of a navigation rail.
type NavItem struct {
	clickable

	text     string
	selected bool
}

// NewNavItem returns an entry that calls onTapped.
func NewNavItem(text string, onTapped func()) *NavItem {
	n := &NavItem{text: text}
	n.extend(n, onTapped)
	return n
}

// SetSelected shows whether the entry's page is the one on screen.
func (n *NavItem) SetSelected(on bool) { n.set(&n.selected, on) }

// CreateRenderer implements fyne.Widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{item: n, box: canvas.NewRectangle(nil), text: canvas.NewText(n.text, nil)}
	r.Refresh()
	return r
}

type navRenderer struct {
	item *NavItem
	box  *canvas.Rectangle
	text *canvas.Text
}

func (r *navRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	text := r.text.MinSize()
	r.text.Move(fyne.NewPos(12, (size.Height-text.Height)/2))
	r.text.Resize(text)
}

func (r *navRenderer) MinSize() fyne.Size { return r.text.MinSize().AddWidthHeight(24, 15) }

func (r *navRenderer) Refresh() {
	n := r.item
	r.text.TextSize = n.Theme().Size(theme.SizeNameText)
	r.text.TextStyle.Bold = n.selected
	r.text.Color = themed(n, theme.ColorNameForeground)
	r.box.CornerRadius = 7
	r.box.FillColor = color.Transparent
	switch {
	case n.selected:
		r.box.FillColor = themed(n, ColorSelected)
		r.text.Color = themed(n, theme.ColorNamePrimary)
	case n.hovered:
		r.box.FillColor = themed(n, theme.ColorNameHover)
	}
	r.box.StrokeWidth = 0
	if n.focused {
		r.box.StrokeColor, r.box.StrokeWidth = themed(n, theme.ColorNameFocus), 2
	}
	r.box.Refresh()
	r.text.Refresh()
}

func (r *navRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }

func (r *navRenderer) Destroy() {}
