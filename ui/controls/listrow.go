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
	_ fyne.DoubleTappable    = (*listRow)(nil)
	_ fyne.SecondaryTappable = (*listRow)(nil)
	_ fyne.Draggable         = (*listRow)(nil)
	_ desktop.Mouseable      = (*listRow)(nil)
	_ desktop.Hoverable      = (*listRow)(nil)
)

// Measures of a row.
const (
	rowPadX   = 20
	rowPadY   = 9
	rowDotsAt = 40 // from the end, and as wide
	rowRadius = 8
)

// listRow is a row of a [RowList]: a ground, the content, and three dots while the
// pointer or the focus is on it.
type listRow struct {
	widget.BaseWidget

	list    *RowList
	id      string
	content fyne.CanvasObject
	instead fyne.CanvasObject // shown in place of the content; nil if nothing is
	lit     float32           // 0 … 1
	hovered bool
	pressed bool // the pointer is, and may become a click
	dots    *rowDots
}

func newListRow(l *RowList, id string, content fyne.CanvasObject) *listRow {
	r := &listRow{list: l, id: id, content: content}
	r.dots = newRowDots(l.menuSpoken, func(at fyne.Position) { l.menu(r, at) })
	r.ExtendBaseWidget(r)
	return r
}

// shown returns what the row shows.
func (r *listRow) shown() fyne.CanvasObject {
	if r.instead != nil {
		return r.instead
	}
	return r.content
}

// live reports whether something can be done to the row: it is in its list, which is not
// fixed, and shows its content.
func (r *listRow) live() bool {
	return r.instead == nil && !r.list.fixed && r.list.index(r.id) >= 0
}

// children implements parent.
func (r *listRow) children() []fyne.CanvasObject { return []fyne.CanvasObject{r.shown()} }

// MouseDown implements desktop.Mouseable.
func (r *listRow) MouseDown(*desktop.MouseEvent) {
	if r.instead == nil {
		r.list.press(r)
		r.pressed = true
	}
}

// MouseUp implements desktop.Mouseable.
func (r *listRow) MouseUp(e *desktop.MouseEvent) {
	pressed := r.pressed
	r.pressed = false
	inside := (box{size: r.Size()}).contains(e.Position)
	if pressed && inside && e.Button != desktop.MouseButtonSecondary && r.live() {
		call(r.list.OnClick, r.id)
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (r *listRow) DoubleTapped(*fyne.PointEvent) {
	if r.live() {
		r.list.press(r)
		call(r.list.OnOpen, r.id)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *listRow) TappedSecondary(e *fyne.PointEvent) { r.list.menu(r, e.Position) }

// Dragged implements fyne.Draggable.
func (r *listRow) Dragged(e *fyne.DragEvent) {
	if r.list.OnOrder == nil || !r.live() {
		return
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.list).Y
	r.list.dragTo(r, e.AbsolutePosition.Y-top)
}

// DragEnd implements fyne.Draggable.
func (r *listRow) DragEnd() { r.list.dropped() }

// MouseIn implements desktop.Hoverable.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {
	if !r.hovered {
		r.hover(true)
	}
}

// MouseOut implements desktop.Hoverable.
func (r *listRow) MouseOut() { r.hover(false) }

func (r *listRow) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// pointed reports whether the pointer or the focus is on the row.
func (r *listRow) pointed() bool {
	l := r.list
	return r.hovered || l.focused && l.active < len(l.rows) && l.rows[l.active] == r
}

// CreateRenderer implements fyne.Widget.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	w := &listRowRenderer{row: r, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	w.Refresh()
	return w
}

type listRowRenderer struct {
	row          *listRow
	ground, line *canvas.Rectangle
}

// room returns the width of what the row shows.
func (w *listRowRenderer) room(width float32) float32 {
	if w.row.instead != nil {
		return width - 2*rowPadX
	}
	return width - rowPadX - rowDotsAt
}

func (w *listRowRenderer) Layout(size fyne.Size) {
	edge := float32(3)
	if w.row.list.Dense {
		edge = 0
	}
	w.ground.Move(fyne.NewPos(4, edge))
	w.ground.Resize(shrunk(size, 8, 2*edge))
	w.line.Resize(fyne.NewSize(size.Width, 1))
	shown := w.row.shown()
	width := max(0, w.room(size.Width))
	shown.Resize(fyne.NewSize(width, shown.Size().Height))
	height := shown.MinSize().Height
	shown.Resize(fyne.NewSize(width, height))
	shown.Move(fyne.NewPos(rowPadX, (size.Height-height)/2))
	w.row.dots.Resize(shrunk(fyne.NewSize(rowDotsAt-4, size.Height), 0, 2))
	w.row.dots.Move(fyne.NewPos(size.Width-rowDotsAt, 1))
}

func (w *listRowRenderer) MinSize() fyne.Size {
	least := w.row.shown().MinSize()
	if w.row.list.Dense && w.row.instead == nil {
		return fyne.NewSize(least.Width+rowPadX+rowDotsAt, max(least.Height, scaled(w.row, targetHeight)))
	}
	return fyne.NewSize(least.Width+rowPadX+rowDotsAt, max(least.Height+2*rowPadY, 40))
}

func (w *listRowRenderer) Refresh() {
	r := w.row
	lit := r.lit
	if r.hovered && r.live() {
		lit = 1
	}
	switch {
	case r.list.dragged == r:
		w.ground.FillColor = themed(r, ColorSelected)
	case lit > 0:
		w.ground.FillColor = faded(themed(r, ColorLit), lit)
	default:
		w.ground.FillColor = nil
	}
	w.ground.CornerRadius = rowRadius
	w.line.FillColor = themed(r, theme.ColorNameSeparator)
	w.line.Hidden = r.list.Dense || len(r.list.rows) > 0 && r.list.rows[0] == r
	r.dots.Hidden = !r.live() || !r.pointed()
	r.dots.Refresh()
	w.ground.Refresh() // not the row, whose text stays
	w.line.Refresh()
	w.Layout(r.Size())
}

func (w *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.ground, w.line, w.row.shown(), w.row.dots}
}

func (w *listRowRenderer) Destroy() {}

// shrunk returns a size that is smaller by width and height, and not below zero.
func shrunk(size fyne.Size, width, height float32) fyne.Size {
	return fyne.NewSize(max(0, size.Width-width), max(0, size.Height-height))
}

// faded returns an opaque color that what is below it shines through, unless amount
// is 1.
func faded(c color.Color, amount float32) color.Color {
	r, g, b, _ := c.RGBA()
	return color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: uint8(amount * 0xff)}
}
