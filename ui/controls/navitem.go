package controls

import (
	"image/color"
	"strings"

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

// move leads on by so many items, of those that are shown, as far as there are any.
func (n *Nav) move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for i := n.at + step; by != 0 && i >= 0 && i < len(n.items); i += step {
		if n.items[i].Visible() {
			n.at, by = i, by-step
		}
	}
	n.show()
	if item := n.items[n.at]; n.focused && item.Visible() {
		Reveal(item)
	}
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
		n.move(-1)
	case fyne.KeyDown:
		n.move(+1)
	case fyne.KeyReturn, fyne.KeyEnter:
		n.items[n.at].onTapped()
	case fyne.KeySpace:
	default:
		PassUp(n, e)
	}
}

// children implements parent.
func (n *Nav) children() []fyne.CanvasObject { return []fyne.CanvasObject{n.content} }

// CreateRenderer implements fyne.Widget.
func (n *Nav) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.content) }

// NavItem is an entry of a navigation rail, or of a table of contents.
type NavItem struct {
	widget.BaseWidget

	text     string
	depth    int  // in a table of contents
	wraps    bool // the text may take more than one line
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

// NewContentsItem returns an entry of a table of contents, which is in so many
// others. Its text wraps.
func NewContentsItem(text string, depth int, onTapped func()) *NavItem {
	n := NewNavItem(text, onTapped)
	n.depth, n.wraps = depth, true
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

// AccessibilityLabel implements fyne.Accessible.
func (n *NavItem) AccessibilityLabel() string { return n.text }

// AccessibilityRole implements fyne.Accessible.
func (n *NavItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{item: n, box: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type navRenderer struct {
	item  *NavItem
	box   *canvas.Rectangle
	lines []*canvas.Text
}

const (
	navInset  = 10  // before the text
	navDeeper = 12  // for each level
	navGap    = 8.5 // above and below it
)

// inset returns what is free before the text.
func (n *NavItem) inset() float32 { return navInset + float32(n.depth)*navDeeper }

// style returns the size and the style of the text. The room is always that of bold
// text, so that nothing moves when another item is selected.
func (n *NavItem) style() (float32, fyne.TextStyle) {
	size := theme.SizeNameText
	if n.depth > 0 {
		size = SizeControl
	}
	return n.Theme().Size(size), fyne.TextStyle{Bold: n.selected}
}

func (r *navRenderer) wrap(width float32) []string {
	n := r.item
	if !n.wraps || width <= 0 {
		return []string{n.text}
	}
	size, _ := n.style()
	return Wrap(n.text, width-n.inset()-navInset, size, fyne.TextStyle{Bold: true}, len(n.text)+1)
}

func (r *navRenderer) Layout(size fyne.Size) {
	n := r.item
	r.box.Resize(size)
	words := r.wrap(size.Width)
	letters, style := n.style()
	ink := themed(n, theme.ColorNameForeground)
	if n.selected {
		ink = themed(n, theme.ColorNamePrimary)
	}
	for len(r.lines) < len(words) {
		r.lines = append(r.lines, canvas.NewText("", nil))
	}
	r.lines = r.lines[:len(words)]
	high := r.lineHeight()
	y := (size.Height - float32(len(words))*high) / 2
	for i, text := range words {
		t := r.lines[i]
		t.Text, t.Color, t.TextSize, t.TextStyle = text, ink, letters, style
		t.Move(fyne.NewPos(n.inset(), y+float32(i)*high))
		t.Resize(t.MinSize())
	}
}

func (r *navRenderer) lineHeight() float32 {
	size, _ := r.item.style()
	return fyne.MeasureText("M", size, fyne.TextStyle{Bold: true}).Height
}

func (r *navRenderer) MinSize() fyne.Size {
	n := r.item
	size, _ := n.style()
	if !n.wraps {
		return fyne.MeasureText(n.text, size, fyne.TextStyle{Bold: true}).AddWidthHeight(2*navInset, 2*navGap)
	}
	widest := float32(0)
	for _, word := range strings.Fields(n.text) {
		widest = max(widest, fyne.MeasureText(word, size, fyne.TextStyle{Bold: true}).Width)
	}
	const pad = 12 // above and below
	high := float32(len(r.wrap(n.Size().Width)))*r.lineHeight() + pad
	return fyne.NewSize(widest+n.inset()+navInset, max(high, scaled(n, targetHeight)))
}

func (r *navRenderer) Refresh() {
	n := r.item
	r.box.CornerRadius = corner
	r.box.FillColor = color.Transparent
	switch {
	case n.selected:
		r.box.FillColor = themed(n, ColorSelected)
	case n.hovered:
		r.box.FillColor = themed(n, theme.ColorNameHover)
	}
	r.box.StrokeWidth = 0
	if n.focused {
		r.box.StrokeColor, r.box.StrokeWidth = themed(n, theme.ColorNamePrimary), ringWidth
	}
	r.Layout(n.Size())
	canvas.Refresh(n)
}

func (r *navRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.box}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *navRenderer) Destroy() {}
