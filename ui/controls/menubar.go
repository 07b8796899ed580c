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
	_ desktop.Mouseable = (*MenuBar)(nil)
	_ desktop.Hoverable = (*MenuBar)(nil)
	_ fyne.Tappable     = (*MenuBar)(nil)
	_ fyne.Accessible   = (*MenuBar)(nil)
)

// MenuBar is the row of menus at the top of a window. It is no stop for Tab, and
// what has the focus retains it below a menu that is open.
//
// Fyne's own writes shortcuts in a fifth of the contrast of text, retains the width
// of an entry whose words have changed, and has no place for why an entry cannot be
// chosen.
type MenuBar struct {
	widget.BaseWidget

	canvas  fyne.Canvas
	names   []string
	menus   func() [][]MenuEntry
	titles  []*menuTitle
	hovered int // index of the name that the pointer is on; -1 for none
	open    *dropDown
}

// MenuEntry is an entry of a menu. Its zero value is a line between entries.
type MenuEntry struct {
	Text   string
	Keys   string // that do the same; may be ""
	Why    string // why it cannot be chosen now; "" if it can
	Chosen bool   // it is what is so now
	Do     func()
}

func (e MenuEntry) isLine() bool { return e.Text == "" }

// NewMenuBar returns a row of menus with names on a canvas, whose entries menus returns
// each time that a menu is opened. Fyne forgets on which canvas an object is that it has
// not drawn for a minute.
func NewMenuBar(c fyne.Canvas, names []string, menus func() [][]MenuEntry) *MenuBar {
	b := &MenuBar{canvas: c, names: names, menus: menus, hovered: -1}
	for _, name := range names {
		b.titles = append(b.titles, newMenuTitle(name))
	}
	b.ExtendBaseWidget(b)
	return b
}

// Toggle opens the first menu with its first entry active, or closes the one that is
// open. Over a dialog it does nothing.
func (b *MenuBar) Toggle() {
	if b.open != nil {
		b.open.Dismiss()
		return
	}
	if b.Open(0) {
		b.open.step(1)
	}
}

// Open opens a menu, and reports whether it could: over a dialog it cannot.
func (b *MenuBar) Open(i int) bool {
	c := b.canvas
	if b.open == nil && c.Overlays().Top() != nil {
		return false
	}
	if b.open == nil {
		b.open = newDropDown(b, c, b.menus())
		c.Overlays().Add(b.open)
		b.open.Resize(c.Size())
		c.Focus(b.open)
	}
	b.open.show(i)
	b.Refresh()
	return true
}

// Entries returns the entries of the menu that is open; nil if none is.
func (b *MenuBar) Entries() []MenuEntry {
	if b.open == nil {
		return nil
	}
	return b.open.menus[b.open.at]
}

// Choose does what an entry of the menu that is open does.
func (b *MenuBar) Choose(i int) { b.open.choose(i) }

// nameAt returns the index of the name at a place in the bar; -1 for none.
func (b *MenuBar) nameAt(p fyne.Position) int {
	for i, t := range b.titles {
		if p.X >= t.Position().X && p.X < t.Position().X+t.Size().Width && p.Y >= 0 && p.Y < b.Size().Height {
			return i
		}
	}
	return -1
}

// MouseDown implements desktop.Mouseable. It opens before Fyne takes the focus from
// what has it, which the entries are about.
func (b *MenuBar) MouseDown(e *desktop.MouseEvent) {
	if i := b.nameAt(e.Position); i >= 0 && e.Button == desktop.MouseButtonPrimary {
		b.Open(i)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *MenuBar) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable, for a finger.
func (b *MenuBar) Tapped(e *fyne.PointEvent) {
	if i := b.nameAt(e.Position); i >= 0 && b.open == nil {
		b.Open(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *MenuBar) MouseIn(e *desktop.MouseEvent) { b.hover(b.nameAt(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (b *MenuBar) MouseMoved(e *desktop.MouseEvent) { b.hover(b.nameAt(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (b *MenuBar) MouseOut() { b.hover(-1) }

func (b *MenuBar) hover(i int) {
	if i != b.hovered {
		b.hovered = i
		b.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *MenuBar) AccessibilityLabel() string {
	label := ""
	for i, name := range b.names {
		if i > 0 {
			label += ", "
		}
		label += name
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (b *MenuBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (b *MenuBar) CreateRenderer() fyne.WidgetRenderer {
	r := &menuBarRenderer{bar: b, line: canvas.NewRectangle(nil)}
	for _, t := range b.titles {
		r.objects = append(r.objects, t)
	}
	r.objects = append(r.objects, r.line)
	r.Refresh()
	return r
}

type menuBarRenderer struct {
	bar     *MenuBar
	line    *canvas.Rectangle // below the bar
	objects []fyne.CanvasObject
}

const menuBarInset = 6 // before the first name

func (r *menuBarRenderer) Layout(size fyne.Size) {
	x := float32(menuBarInset)
	for _, t := range r.bar.titles {
		t.Resize(fyne.NewSize(t.MinSize().Width, size.Height))
		t.Move(fyne.NewPos(x, 0))
		x += t.Size().Width
	}
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.line.Move(fyne.NewPos(0, size.Height-1))
}

func (r *menuBarRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(menuBarInset, targetHeight)
	for _, t := range r.bar.titles {
		least := t.MinSize()
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}

func (r *menuBarRenderer) Refresh() {
	b := r.bar
	for i, t := range b.titles {
		t.open = b.open != nil && b.open.at == i
		t.lit = t.open || b.hovered == i
		t.Refresh()
	}
	r.line.FillColor = themed(b, theme.ColorNameSeparator)
	r.Layout(b.Size())
	canvas.Refresh(b)
}

func (r *menuBarRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *menuBarRenderer) Destroy() {}

// menuTitle is the name of a menu in the bar.
type menuTitle struct {
	widget.BaseWidget

	text      string
	lit, open bool
}

func newMenuTitle(text string) *menuTitle {
	t := &menuTitle{text: text}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *menuTitle) CreateRenderer() fyne.WidgetRenderer {
	r := &menuTitleRenderer{title: t, box: canvas.NewRectangle(nil), text: canvas.NewText(t.text, nil)}
	r.Refresh()
	return r
}

type menuTitleRenderer struct {
	title *menuTitle
	box   *canvas.Rectangle
	text  *canvas.Text
}

const (
	menuTitleInset = 9 // before and after a name
	menuTitleGap   = 3 // above and below its ground
)

func (r *menuTitleRenderer) Layout(size fyne.Size) {
	text := r.text.MinSize()
	r.box.Move(fyne.NewPos(0, menuTitleGap))
	r.box.Resize(size.SubtractWidthHeight(0, 2*menuTitleGap+1))
	r.text.Move(fyne.NewPos((size.Width-text.Width)/2, (size.Height-1-text.Height)/2))
	r.text.Resize(text)
}

func (r *menuTitleRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(2*menuTitleInset, 2*menuTitleGap+1)
}

func (r *menuTitleRenderer) Refresh() {
	t := r.title
	r.text.TextSize, r.text.Color = t.Theme().Size(SizeControl), themed(t, theme.ColorNameForeground)
	r.box.CornerRadius, r.box.FillColor = 6, color.Transparent
	switch {
	case t.open:
		r.box.FillColor = themed(t, ColorSelected)
		r.text.Color = themed(t, ColorOnSelected)
	case t.lit:
		r.box.FillColor = themed(t, ColorLit)
	}
	r.Layout(t.Size())
	canvas.Refresh(t)
}

func (r *menuTitleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text}
}

func (r *menuTitleRenderer) Destroy() {}
