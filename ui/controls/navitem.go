package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Nav)(nil)
	_ fyne.Tappable     = (*NavItem)(nil)
	_ desktop.Hoverable = (*NavItem)(nil)
)

// Nav is a navigation rail. It is one stop for Tab; arrow keys, Home and End move
// between its items, Enter and Space press one.
type Nav struct {
	widget.BaseWidget

	items   []*NavItem
	at      int // index of the item that a key presses
	focused bool
	content fyne.CanvasObject
}

// NewNav returns a rail that shows content, in which items are, from the first to
// the last.
func NewNav(content fyne.CanvasObject, items ...*NavItem) *Nav {
	n := &Nav{items: items, content: content}
	n.ExtendBaseWidget(n)
	return n
}

// Select shows that the page of an item is the one on screen; nil for none. Keys
// begin there.
func (n *Nav) Select(item *NavItem) {
	for i, o := range n.items {
		o.selected = o == item
		if o.selected {
			n.at = i
		}
	}
	n.show()
}

func (n *Nav) move(to int) {
	n.at = max(0, min(to, len(n.items)-1))
	n.show()
}

// show draws the items as they are.
func (n *Nav) show() {
	for i, item := range n.items {
		item.focused = n.focused && i == n.at
		item.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (n *Nav) FocusGained() {
	n.focused = true
	n.show()
	Reveal(n)
}

// FocusLost implements fyne.Focusable.
func (n *Nav) FocusLost() {
	n.focused = false
	n.show()
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (n *Nav) TypedRune(r rune) {
	if r == ' ' {
		n.items[n.at].onTapped()
	}
}

// TypedKey implements fyne.Focusable.
func (n *Nav) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		n.move(n.at - 1)
	case fyne.KeyDown:
		n.move(n.at + 1)
	case fyne.KeyHome:
		n.move(0)
	case fyne.KeyEnd:
		n.move(len(n.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		n.items[n.at].onTapped()
	case fyne.KeySpace:
	default:
		PassUp(n, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (n *Nav) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.content) }

// NavItem is an entry of a navigation rail.
type NavItem struct {
	widget.BaseWidget

	text     string
	onTapped func()
	selected bool
	focused  bool // the rail has the focus, and a key presses this item
	hovered  bool
}

// NewNavItem returns an entry that calls onTapped.
func NewNavItem(text string, onTapped func()) *NavItem {
	n := &NavItem{text: text, onTapped: onTapped}
	n.ExtendBaseWidget(n)
	return n
}

// Tapped implements fyne.Tappable.
func (n *NavItem) Tapped(*fyne.PointEvent) { n.onTapped() }

// MouseIn implements desktop.Hoverable.
func (n *NavItem) MouseIn(*desktop.MouseEvent) { n.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (n *NavItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (n *NavItem) MouseOut() { n.hover(false) }

func (n *NavItem) hover(on bool) {
	n.hovered = on
	n.Refresh()
}

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

const (
	navInset = 10  // before the text
	navGap   = 8.5 // above and below it
)

func (r *navRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	text := r.text.MinSize()
	r.text.Move(fyne.NewPos(navInset, (size.Height-text.Height)/2))
	r.text.Resize(text)
}

func (r *navRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(2*navInset, 2*navGap)
}

func (r *navRenderer) Refresh() {
	n := r.item
	r.text.TextSize = n.Theme().Size(theme.SizeNameText)
	r.text.TextStyle.Bold = n.selected
	r.text.Color = themed(n, theme.ColorNameForeground)
	r.box.CornerRadius = 8
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
		r.box.StrokeColor, r.box.StrokeWidth = themed(n, theme.ColorNamePrimary), 2
	}
	r.box.Refresh()
	r.text.Refresh()
}

func (r *navRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }

func (r *navRenderer) Destroy() {}
