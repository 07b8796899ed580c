package week

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// kindList is the list of kinds of work to choose from, by track and each with
// what it means. It lies over the window and has the focus: arrow keys, Home and
// End move, a letter moves to the next kind that begins with it, Enter and Space
// choose, Escape closes.
type kindList struct {
	widget.BaseWidget

	rows   []*kindRow
	active int // index into rows
	scroll *container.Scroll
	popUp  *widget.PopUp
	closed func()
}

var (
	_ fyne.Focusable    = (*kindList)(nil)
	_ fyne.Tappable     = (*kindRow)(nil)
	_ desktop.Hoverable = (*kindRow)(nil)
)

const (
	kindListWidth = 590 // at the usual text size
	kindNameWidth = 176
	kindRowHeight = 25
	edge          = 8 // between the list and the edge of the window
)

// openKinds shows the list over the window, below the field of kinds if there is
// room.
func (f *momentForm) openKinds() {
	field := f.kind
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(field)
	if c == nil {
		return // it is on no window
	}
	l := f.newKindList()
	l.popUp = widget.NewPopUp(l, c)
	l.closed = func() { c.Focus(field) }
	room := c.Size().SubtractWidthHeight(2*edge, 2*edge)
	size := fyne.NewSize(min(kindListWidth*look.TextScale(), room.Width), 0)
	l.Resize(size) // lines that wrap know their height then
	size.Height = min(l.scroll.Content.MinSize().Height+2*edge, room.Height)
	place := driver.AbsolutePositionForObject(field).AddXY(0, field.Size().Height)
	place.X = max(edge, min(place.X, c.Size().Width-edge-size.Width))
	place.Y = max(edge, min(place.Y, c.Size().Height-edge-size.Height))
	l.popUp.ShowAtPosition(place)
	l.popUp.Resize(size)
	c.Focus(l)
	l.activate(l.active)
}

// newKindList returns a list of the kinds of f, with the one in the field active.
// Its last row makes a new kind, where one can be made.
func (f *momentForm) newKindList() *kindList {
	l := &kindList{}
	stack := controls.Stack(0)
	add := func(name, meaning string, index int) {
		r := newKindRow(l, len(l.rows), name, meaning, func() { f.kind.SetSelectedIndex(index) })
		if index == f.kind.SelectedIndex() {
			l.active = r.index
		}
		l.rows = append(l.rows, r)
		stack.Add(r)
	}
	for i, k := range f.kinds {
		if i == 0 || k.Track != f.kinds[i-1].Track {
			stack.Add(trackHeading(f, k.Track))
		}
		add(f.words.Kind(k), f.words.KindMeaning(k), i)
	}
	stack.Add(controls.Gap(6))
	stack.Add(controls.Caption(f.words.Say("kind.rule")))
	if f.newKind != nil {
		add(f.words.Say("week.kind.new"), "", len(f.kinds))
	}
	l.scroll = container.NewVScroll(stack)
	l.ExtendBaseWidget(l)
	return l
}

// trackHeading returns what stands above the kinds of a track.
func trackHeading(f *momentForm, t journal.Track) fyne.CanvasObject {
	name := controls.NewColored(f.words.TrackHeading(t), look.TrackColor(t), theme.SizeNameCaptionText, fyne.TextStyle{Bold: true})
	glyph := controls.NewGlyph(look.TrackShape(t), look.TrackColor(t))
	return container.NewPadded(container.NewHBox(container.NewCenter(glyph), name))
}

// CreateRenderer implements fyne.Widget.
func (l *kindList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// activate makes a row the one that Enter chooses, and scrolls it into view.
func (l *kindList) activate(index int) {
	was := l.active
	l.active = max(0, min(index, len(l.rows)-1))
	l.rows[was].Refresh()
	row := l.rows[l.active]
	row.Refresh()
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	switch view := l.scroll.Size().Height; {
	case l.active == 0:
		l.scroll.ScrollToTop()
	case l.active == len(l.rows)-1:
		l.scroll.ScrollToBottom()
	case top < l.scroll.Offset.Y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > l.scroll.Offset.Y+view:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
	}
}

// close takes the list away; the field has the focus again.
func (l *kindList) close() {
	l.popUp.Hide()
	l.closed()
}

// choose closes the list and chooses a row.
func (l *kindList) choose(r *kindRow) {
	l.close()
	r.chosen()
}

// FocusGained implements fyne.Focusable.
func (l *kindList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *kindList) FocusLost() {}

// TypedKey implements fyne.Focusable.
func (l *kindList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.activate(l.active - 1)
	case fyne.KeyDown:
		l.activate(l.active + 1)
	case fyne.KeyHome:
		l.activate(0)
	case fyne.KeyEnd:
		l.activate(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.choose(l.rows[l.active])
	case fyne.KeyEscape:
		l.close()
	}
}

// TypedRune implements fyne.Focusable.
func (l *kindList) TypedRune(letter rune) {
	typed := fold.String(string(letter))
	for n := 1; n <= len(l.rows); n++ {
		i := (l.active + n) % len(l.rows)
		if typed != "" && strings.HasPrefix(fold.String(l.rows[i].name), typed) {
			l.activate(i)
			return
		}
	}
}

// kindRow is a row of the list: the name of a kind and what it means.
type kindRow struct {
	widget.BaseWidget

	list          *kindList
	index         int
	name, meaning string
	chosen        func()
}

func newKindRow(l *kindList, index int, name, meaning string, chosen func()) *kindRow {
	r := &kindRow{list: l, index: index, name: name, meaning: meaning, chosen: chosen}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *kindRow) Tapped(*fyne.PointEvent) { r.list.choose(r) }

// MouseIn implements desktop.Hoverable.
func (r *kindRow) MouseIn(*desktop.MouseEvent) { r.list.activate(r.index) }

// MouseMoved implements desktop.Hoverable.
func (r *kindRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *kindRow) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (r *kindRow) CreateRenderer() fyne.WidgetRenderer {
	w := &kindRowRenderer{row: r, ground: canvas.NewRectangle(nil),
		name:    controls.NewColored(r.name, theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}),
		meaning: controls.NewColored(r.meaning, controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})}
	w.Refresh()
	return w
}

type kindRowRenderer struct {
	row           *kindRow
	ground        *canvas.Rectangle
	name, meaning *controls.Colored
}

// Layout gives the meaning what room the name leaves.
func (w *kindRowRenderer) Layout(size fyne.Size) {
	w.ground.Resize(size)
	put := func(o fyne.CanvasObject, x, width float32) {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	const indent = 22
	name := max(kindNameWidth*look.TextScale(), w.name.MinSize().Width)
	if w.row.meaning == "" {
		name = size.Width - indent - edge
	}
	put(w.name, indent, min(name, size.Width-indent-edge))
	put(w.meaning, indent+name+edge, max(0, size.Width-indent-name-2*edge))
}

func (w *kindRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, kindRowHeight*look.TextScale())
}

func (w *kindRowRenderer) Refresh() {
	fill := theme.ColorNameOverlayBackground
	if w.row.list.active == w.row.index {
		fill = theme.ColorNameHover
	}
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	w.ground.FillColor = w.row.Theme().Color(fill, variant)
	w.ground.CornerRadius = 5
	w.ground.Refresh()
}

func (w *kindRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.ground, w.name, w.meaning}
}

func (w *kindRowRenderer) Destroy() {}
