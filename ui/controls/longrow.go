package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable          = (*longRow)(nil)
	_ fyne.SecondaryTappable = (*longRow)(nil)
	_ desktop.Mouseable      = (*longRow)(nil)
	_ desktop.Hoverable      = (*longRow)(nil)
	_ desktop.Cursorable     = (*longRow)(nil)
)

// longRow is a row of a [LongList] in view: a ground, the content, three dots while
// the pointer or the focus is on it, and the mark of the focus.
type longRow struct {
	widget.BaseWidget

	list    *LongList
	index   int
	content fyne.CanvasObject
	hovered bool
	keys    fyne.KeyModifier // that were held when the pointer was pressed
	dots    *rowDots
}

func newLongRow(l *LongList) *longRow {
	r := &longRow{list: l, content: l.source.New()}
	r.dots = newRowDots(l.Menus, func(at fyne.Position) { l.menu(r, at) })
	r.ExtendBaseWidget(r)
	return r
}

// MouseDown implements desktop.Mouseable.
func (r *longRow) MouseDown(e *desktop.MouseEvent) { r.keys = e.Modifier }

// MouseUp implements desktop.Mouseable.
func (r *longRow) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable.
func (r *longRow) Tapped(*fyne.PointEvent) {
	keys := r.keys
	r.keys = 0
	r.list.clicked(r.index, keys)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *longRow) TappedSecondary(e *fyne.PointEvent) {
	r.keys = 0
	r.list.menu(r, e.Position)
}

// Cursor implements desktop.Cursorable.
func (r *longRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (r *longRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (r *longRow) MouseMoved(*desktop.MouseEvent) {
	if !r.hovered {
		r.hover(true)
	}
}

// MouseOut implements desktop.Hoverable.
func (r *longRow) MouseOut() { r.hover(false) }

func (r *longRow) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// marked reports whether keys are for the row.
func (r *longRow) marked() bool { return r.list.focused && r.list.active == r.index }

// CreateRenderer implements fyne.Widget.
func (r *longRow) CreateRenderer() fyne.WidgetRenderer {
	w := &longRowRenderer{row: r, ground: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil)}
	w.Refresh()
	return w
}

type longRowRenderer struct {
	row          *longRow
	ground, mark *canvas.Rectangle
}

func (w *longRowRenderer) Layout(size fyne.Size) {
	r := w.row
	w.ground.Resize(size)
	w.mark.Move(fyne.NewPos(1, 1))
	w.mark.Resize(shrunk(size, 2, 2))
	dots := float32(0)
	if r.list.Menus != "" {
		dots = LongRowDots
	}
	r.content.Move(fyne.NewPos(LongRowInset, 0))
	r.content.Resize(shrunk(size, LongRowInset+dots, 0))
	r.dots.Resize(fyne.NewSize(LongRowDots, size.Height))
	r.dots.Move(fyne.NewPos(size.Width-LongRowDots, 0))
}

// LongRowInset is what a row of a [LongList] leaves free before its content, for the
// mark of the focus.
const LongRowInset = 8

// LongRowDots is what a row of a [LongList] with menus leaves free at its end.
const LongRowDots = 32

// LongListBar is what a list leaves free at its end for the bar to scroll with.
const LongListBar = 14

func (w *longRowRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (w *longRowRenderer) Refresh() {
	r := w.row
	w.ground.FillColor = nil
	if r.hovered {
		w.ground.FillColor = themed(r, ColorLit)
	}
	w.ground.CornerRadius, w.mark.CornerRadius = rowRadius, rowRadius
	w.mark.StrokeColor, w.mark.StrokeWidth = themed(r, theme.ColorNamePrimary), ringWidth
	w.mark.Hidden = !r.marked()
	r.dots.Hidden = r.list.Menus == "" || !r.hovered && !r.marked()
	r.dots.Refresh()
	w.ground.Refresh() // not the row, whose text stays
	w.mark.Refresh()
}

func (w *longRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.ground, w.row.content, w.row.dots, w.mark}
}

func (w *longRowRenderer) Destroy() {}
