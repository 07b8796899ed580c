package controls

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*dropDown)(nil)
	_ fyne.Tappable     = (*dropDown)(nil)
	_ desktop.Hoverable = (*dropDown)(nil)
)

// dropDown is the menu of a [MenuBar] that is open. It is as large as the window, so
// that a press elsewhere closes it, and a pointer on another name opens that menu.
// Arrow keys, Home, End and the first letter of an entry move, Enter and Space
// choose, Escape closes.
type dropDown struct {
	widget.BaseWidget

	bar    *MenuBar
	canvas fyne.Canvas
	menus  [][]MenuEntry
	at     int // index of the menu that is shown
	active int // index of the entry that a key chooses; -1 for none

	rows   []fyne.CanvasObject
	list   *fyne.Container
	scroll *container.Scroll
}

func newDropDown(bar *MenuBar, c fyne.Canvas, menus [][]MenuEntry) *dropDown {
	d := &dropDown{bar: bar, canvas: c, menus: menus, at: -1, active: -1, list: Stack(0)}
	d.scroll = container.NewVScroll(d.list)
	d.ExtendBaseWidget(d)
	return d
}

// show shows a menu with no entry active.
func (d *dropDown) show(i int) {
	if i == d.at {
		return
	}
	d.at, d.active, d.rows = i, -1, nil
	checks := false
	for _, e := range d.menus[i] {
		checks = checks || e.Chosen
	}
	for at, e := range d.menus[i] {
		if e.isLine() {
			d.rows = append(d.rows, newMenuLine())
		} else {
			d.rows = append(d.rows, newMenuRow(d, at, e, checks))
		}
	}
	d.list.Objects = d.rows
	d.scroll.Offset = fyne.Position{}
	d.Refresh()
	d.bar.Refresh()
}

// activate makes an entry the one that a key chooses, and shows it.
func (d *dropDown) activate(i int) {
	d.active = i
	d.list.Refresh()
	if i >= 0 {
		row := d.rows[i]
		d.scroll.ScrollToOffset(d.scroll.Offset.AddXY(0, hiddenBy(row.Position().Y-d.scroll.Offset.Y, row.Size().Height, d.scroll.Size().Height)))
	}
}

// can reports whether an entry can be chosen.
func (d *dropDown) can(i int) bool {
	e := d.menus[d.at][i]
	return !e.isLine() && e.Why == ""
}

// step makes the next entry that can be chosen the active one, or with -1 the one
// before, from the one that is.
func (d *dropDown) step(by int) {
	from := d.active
	if from < 0 && by < 0 {
		from = 0
	}
	d.seek(from, by, func(MenuEntry) bool { return true })
}

// seek makes the first entry after from for which is returns true the active one.
func (d *dropDown) seek(from, by int, is func(MenuEntry) bool) {
	n := len(d.rows)
	for k := 1; k <= n; k++ {
		i := ((from+by*k)%n + n) % n
		if d.can(i) && is(d.menus[d.at][i]) {
			d.activate(i)
			return
		}
	}
}

// choose closes the menu and does what an entry does, if that can be.
func (d *dropDown) choose(i int) {
	if i < 0 || !d.can(i) {
		return
	}
	do := d.menus[d.at][i].Do
	d.Dismiss()
	do()
}

// Dismiss closes the menu. What had the focus before has it again.
func (d *dropDown) Dismiss() {
	d.canvas.Overlays().Remove(d)
	d.bar.open = nil
	d.bar.hovered = -1
	d.bar.Refresh()
}

// FocusGained implements fyne.Focusable.
func (d *dropDown) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (d *dropDown) FocusLost() {}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (d *dropDown) TypedRune(r rune) {
	if r == ' ' {
		d.choose(d.active)
		return
	}
	d.seek(d.active, 1, func(e MenuEntry) bool {
		return strings.HasPrefix(strings.ToLower(e.Text), string(unicode.ToLower(r)))
	})
}

// TypedKey implements fyne.Focusable.
func (d *dropDown) TypedKey(e *fyne.KeyEvent) {
	n := len(d.menus)
	switch e.Name {
	case fyne.KeyDown:
		d.step(1)
	case fyne.KeyUp:
		d.step(-1)
	case fyne.KeyHome:
		d.seek(-1, 1, func(MenuEntry) bool { return true })
	case fyne.KeyEnd:
		d.seek(0, -1, func(MenuEntry) bool { return true })
	case fyne.KeyRight:
		d.show((d.at + 1) % n)
		d.step(1)
	case fyne.KeyLeft:
		d.show((d.at + n - 1) % n)
		d.step(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.choose(d.active)
	case fyne.KeyEscape:
		d.Dismiss()
	}
}

// Tapped implements fyne.Tappable: it was beside the menu.
func (d *dropDown) Tapped(*fyne.PointEvent) { d.Dismiss() }

// MouseIn implements desktop.Hoverable.
func (d *dropDown) MouseIn(e *desktop.MouseEvent) { d.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (d *dropDown) MouseMoved(e *desktop.MouseEvent) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.bar)
	if i := d.bar.nameAt(e.Position.Subtract(at)); i >= 0 {
		d.show(i)
	}
}

// MouseOut implements desktop.Hoverable.
func (d *dropDown) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (d *dropDown) CreateRenderer() fyne.WidgetRenderer {
	r := &dropDownRenderer{menu: d, box: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type dropDownRenderer struct {
	menu *dropDown
	box  *canvas.Rectangle
}

const (
	menuPadding = 5 // around the entries
	menuMargin  = 6 // between the menu and the edges of the window
)

func (r *dropDownRenderer) Layout(window fyne.Size) {
	d := r.menu
	if d.at < 0 {
		return
	}
	bar := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.bar)
	top := bar.Y + d.bar.Size().Height
	size := d.list.MinSize().AddWidthHeight(2*menuPadding, 2*menuPadding)
	size.Width = min(size.Width, window.Width-2*menuMargin)
	size.Height = min(size.Height, window.Height-top-menuMargin)
	left := bar.X + d.bar.titles[d.at].Position().X
	place := fyne.NewPos(max(min(left, window.Width-size.Width-menuMargin), menuMargin), top)
	r.box.Move(place)
	r.box.Resize(size)
	d.scroll.Move(place.AddXY(menuPadding, menuPadding))
	d.scroll.Resize(size.SubtractWidthHeight(2*menuPadding, 2*menuPadding))
}

func (r *dropDownRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *dropDownRenderer) Refresh() {
	d := r.menu
	r.box.FillColor, r.box.StrokeColor = themed(d, theme.ColorNameMenuBackground), themed(d, ColorFrame)
	r.box.StrokeWidth, r.box.CornerRadius = 1, corner
	r.Layout(d.Size())
	d.scroll.Refresh()
	canvas.Refresh(d)
}

func (r *dropDownRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.menu.scroll}
}

func (r *dropDownRenderer) Destroy() {}
