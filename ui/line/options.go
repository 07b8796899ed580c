package line

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// option is a row of the list below the line: a kind of work, a tag, or a moment
// of before. One without take is a heading.
type option struct {
	id    string        // of what it stands for; "" for a heading
	name  string        // what is taken
	note  string        // what a kind means
	track journal.Track // of a kind; "" shows no mark
	plain bool          // its name is an action, not a kind
	take  func()
}

// options is the list below the line. It opens inside the card, covers nothing and
// never has the focus: the keys come to the field above it.
type options struct {
	widget.BaseWidget

	field  fyne.CanvasObject // above it
	all    []option
	rows   []*optionRow // reused; the first len(all) are shown
	active int          // index of the option that Tab takes; -1 for none
	stack  *fyne.Container
	scroll *controls.Scroll
}

const (
	optionHeight = 32 // at the usual text size
	optionsShown = 8  // rows before the list scrolls
	optionName   = 168
	optionsLeast = 3
	listPart     = 1. / 3 // of the height of the window, which the list takes at most
)

var (
	_ fyne.Tappable     = (*optionRow)(nil)
	_ desktop.Hoverable = (*optionRow)(nil)
)

func newOptions(field fyne.CanvasObject) *options {
	o := &options{field: field, active: -1, stack: controls.Stack(0)}
	o.scroll = controls.NewVScroll(o.stack)
	o.ExtendBaseWidget(o)
	o.Hide()
	return o
}

// show lists all, with one of them active, -1 for none. Nothing is listed if all is
// empty.
func (o *options) show(all []option, active int) {
	o.all = all
	for len(o.rows) < len(all) {
		o.rows = append(o.rows, newOptionRow(o, len(o.rows)))
	}
	o.stack.Objects = o.stack.Objects[:0]
	for _, r := range o.rows[:len(all)] {
		o.stack.Objects = append(o.stack.Objects, r)
	}
	o.active = active
	look.SetVisible(o, len(all) > 0)
	if len(all) == 0 {
		return
	}
	for _, r := range o.rows[:len(all)] {
		r.Refresh()
	}
	o.stack.Refresh()
	o.Refresh()
	o.scroll.Resize(o.Size())
	o.reveal()
}

// view returns the height of what is seen of the list: of all options, if they are few
// and the window is not low.
func (o *options) view() float32 {
	row := optionHeight * look.TextScale()
	rows := min(len(o.all), optionsShown)
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.field); c != nil {
		rows = min(rows, max(int(listPart*c.Size().Height/row), optionsLeast))
	}
	return float32(rows) * row
}

// open reports whether something is listed.
func (o *options) open() bool { return o.Visible() }

// close hides the list.
func (o *options) close() { o.show(nil, -1) }

// taken returns the option that Tab takes; false if none is active.
func (o *options) taken() (option, bool) {
	if !o.open() || o.active < 0 {
		return option{}, false
	}
	return o.all[o.active], true
}

// step makes the next option active, or the one before; headings are passed over,
// and the ends are not left.
func (o *options) step(by int) {
	for i := o.active + by; i >= 0 && i < len(o.all); i += by {
		if o.all[i].take != nil {
			o.activate(i)
			controls.Reveal(o)
			return
		}
	}
}

// activate makes an option active and scrolls it into view.
func (o *options) activate(i int) {
	was := o.active
	o.active = i
	for _, n := range []int{was, i} {
		if n >= 0 && n < len(o.all) {
			o.rows[n].Refresh()
		}
	}
	o.reveal()
}

// reveal scrolls the active option into view, and the heading above it.
func (o *options) reveal() {
	if o.active < 0 {
		o.scroll.ScrollToTop()
		return
	}
	row := optionHeight * look.TextScale()
	first := o.active
	for first > 0 && o.all[first-1].take == nil {
		first--
	}
	top, bottom := float32(first)*row, float32(o.active+1)*row
	switch view := o.view(); { // it may not be laid out yet
	case top < o.scroll.Offset.Y:
		o.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > o.scroll.Offset.Y+view:
		o.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
	}
}

// CreateRenderer implements fyne.Widget.
func (o *options) CreateRenderer() fyne.WidgetRenderer {
	r := &optionsRenderer{list: o, box: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type optionsRenderer struct {
	list *options
	box  *canvas.Rectangle
}

func (r *optionsRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.list.scroll.Move(fyne.NewPos(1, 1))
	r.list.scroll.Resize(size.SubtractWidthHeight(2, 2))
}

func (r *optionsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.list.view()+2)
}

func (r *optionsRenderer) Refresh() {
	theme, variant := r.list.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.box.FillColor = theme.Color(controls.ColorCard, variant)
	r.box.StrokeColor, r.box.StrokeWidth = theme.Color(lineColor, variant), 1
	r.box.CornerRadius = 8
	r.box.Refresh()
}

func (r *optionsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.list.scroll}
}

func (r *optionsRenderer) Destroy() {}

const lineColor = theme.ColorNameSeparator

// optionRow shows an option.
type optionRow struct {
	widget.BaseWidget

	list  *options
	index int
}

func newOptionRow(l *options, index int) *optionRow {
	r := &optionRow{list: l, index: index}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *optionRow) Tapped(*fyne.PointEvent) {
	if r.index < len(r.list.all) && r.list.all[r.index].take != nil {
		r.list.all[r.index].take()
	}
}

// MouseIn implements desktop.Hoverable.
func (r *optionRow) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable. A pointer that only lies there takes
// nothing from the keys.
func (r *optionRow) MouseMoved(*desktop.MouseEvent) {
	if r.index < len(r.list.all) && r.list.all[r.index].take != nil && r.list.active != r.index {
		r.list.activate(r.index)
	}
}

// MouseOut implements desktop.Hoverable.
func (r *optionRow) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer {
	o := &optionRenderer{
		row: r, ground: canvas.NewRectangle(nil), mark: controls.NewGlyph(controls.Circle, look.ColorTechnical),
		name:  controls.NewColored("", theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}),
		note:  controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
		title: controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}),
	}
	o.Refresh()
	return o
}

type optionRenderer struct {
	row               *optionRow
	ground            *canvas.Rectangle
	mark              *controls.Glyph
	name, note, title *controls.Colored
}

// Layout gives the note what room the name leaves. Where that is too little for
// all of it, none of it is shown.
func (o *optionRenderer) Layout(size fyne.Size) {
	const left, indent, right = 12, 36, 12
	o.ground.Resize(size)
	put := func(c fyne.CanvasObject, x, width float32) {
		height := c.MinSize().Height
		c.Resize(fyne.NewSize(max(width, 0), height))
		c.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	put(o.mark, left, o.mark.MinSize().Width)
	put(o.title, left, size.Width-left-right)
	from := float32(indent)
	if !o.mark.Visible() {
		from = left
	}
	name := max(optionName*look.TextScale(), o.name.MinSize().Width)
	const gap = 8
	room := size.Width - from - gap - right
	if note := o.note.MinSize().Width; name+note > room {
		name = o.name.MinSize().Width
		o.note.Hidden = o.note.Text() == "" || name+note > room
	}
	if !o.note.Visible() {
		name = size.Width - from - right
	}
	put(o.name, from, min(name, size.Width-from-right))
	put(o.note, from+name+gap, room-name)
}

func (o *optionRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, optionHeight*look.TextScale())
}

func (o *optionRenderer) Refresh() {
	if o.row.index >= len(o.row.list.all) {
		return // it waits to be used again
	}
	v := o.row.list.all[o.row.index]
	active := o.row.list.active == o.row.index
	heading := v.take == nil
	o.mark.Hidden = v.track == "" || heading
	o.name.Hidden, o.title.Hidden = heading, !heading
	o.note.Hidden = v.note == ""
	if v.track != "" {
		o.mark.Set(look.TrackShape(v.track), look.TrackColor(v.track))
		o.title.Set(v.name, look.TrackText(v.track))
	}
	ink := theme.ColorNameForeground
	if v.plain {
		ink = theme.ColorNameHyperlink
	}
	o.name.Set(v.name, ink)
	o.note.Set(v.note, controls.ColorMuted)
	o.ground.Hidden = !active
	o.ground.FillColor = o.row.Theme().Color(controls.ColorSelected, fyne.CurrentApp().Settings().ThemeVariant())
	o.ground.CornerRadius = 6
	o.ground.Refresh()
	o.Layout(o.row.Size())
}

func (o *optionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.ground, o.mark, o.title, o.name, o.note}
}

func (o *optionRenderer) Destroy() {}
