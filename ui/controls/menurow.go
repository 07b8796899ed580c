package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable     = (*menuRow)(nil)
	_ desktop.Hoverable = (*menuRow)(nil)
	_ fyne.Accessible   = (*menuRow)(nil)
)

// menuRow is an entry of a menu that is open: its words, the keys that do the same,
// and below the words why it cannot be chosen.
type menuRow struct {
	widget.BaseWidget

	menu   *dropDown
	at     int
	entry  MenuEntry
	checks bool // an entry of the menu has a check, for which all leave room
}

func newMenuRow(menu *dropDown, at int, entry MenuEntry, checks bool) *menuRow {
	r := &menuRow{menu: menu, at: at, entry: entry, checks: checks}
	r.ExtendBaseWidget(r)
	return r
}

// newMenuLine returns a line between entries.
func newMenuLine() fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(4, 4, 4, 4), widget.NewSeparator())
}

// Tapped implements fyne.Tappable.
func (r *menuRow) Tapped(*fyne.PointEvent) { r.menu.choose(r.at) }

// MouseIn implements desktop.Hoverable.
func (r *menuRow) MouseIn(*desktop.MouseEvent) {
	if r.menu.can(r.at) {
		r.menu.active = r.at
	} else {
		r.menu.active = -1
	}
	r.menu.list.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *menuRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *menuRow) MouseOut() {}

// AccessibilityLabel implements fyne.Accessible.
func (r *menuRow) AccessibilityLabel() string {
	label := r.entry.Text
	for _, more := range []string{r.entry.Keys, r.entry.Why} {
		if more != "" {
			label += ", " + more
		}
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *menuRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	m := &menuRowRenderer{row: r, box: canvas.NewRectangle(nil), check: canvas.NewImageFromResource(nil),
		text: canvas.NewText(r.entry.Text, nil), keys: canvas.NewText(r.entry.Keys, nil), why: canvas.NewText(r.entry.Why, nil)}
	m.check.FillMode = canvas.ImageFillContain
	m.check.Hidden, m.keys.Hidden, m.why.Hidden = !r.entry.Chosen, r.entry.Keys == "", r.entry.Why == ""
	m.Refresh()
	return m
}

type menuRowRenderer struct {
	row             *menuRow
	box             *canvas.Rectangle
	check           *canvas.Image
	text, keys, why *canvas.Text
}

// The measures of an entry at the usual text size.
const (
	menuRowInset = 10 // before and after its words
	menuRowGap   = 6  // above and below them
	menuKeysGap  = 28 // between the words and the keys
	menuCheck    = 16
)

// indent returns where the words begin.
func (m *menuRowRenderer) indent() float32 {
	if !m.row.checks {
		return menuRowInset
	}
	return menuRowInset + scaled(m.row, menuCheck) + menuRowGap
}

func (m *menuRowRenderer) MinSize() fyne.Size {
	text, keys := m.text.MinSize(), fyne.Size{}
	if !m.keys.Hidden {
		keys = m.keys.MinSize()
		text.Width += menuKeysGap + keys.Width
	}
	if !m.why.Hidden {
		why := m.why.MinSize()
		text = fyne.NewSize(max(text.Width, why.Width), text.Height+why.Height)
	}
	return fyne.NewSize(m.indent()+text.Width+menuRowInset, max(text.Height+2*menuRowGap, targetHeight))
}

func (m *menuRowRenderer) Layout(size fyne.Size) {
	text, keys, why := m.text.MinSize(), m.keys.MinSize(), fyne.Size{}
	if !m.why.Hidden {
		why = m.why.MinSize()
	}
	y := (size.Height - text.Height - why.Height) / 2
	m.box.Resize(size)
	m.text.Move(fyne.NewPos(m.indent(), y))
	m.text.Resize(text)
	m.keys.Move(fyne.NewPos(size.Width-menuRowInset-keys.Width, y+text.Height-keys.Height))
	m.keys.Resize(keys)
	m.why.Move(fyne.NewPos(m.indent(), y+text.Height))
	m.why.Resize(why)
	side := scaled(m.row, menuCheck)
	m.check.Move(fyne.NewPos(menuRowInset, y+(text.Height-side)/2))
	m.check.Resize(fyne.NewSquareSize(side))
}

func (m *menuRowRenderer) Refresh() {
	r := m.row
	active := r.menu.active == r.at
	ink := theme.ColorNameForeground
	m.box.FillColor, m.box.CornerRadius = color.Transparent, 6
	switch {
	case r.entry.Why != "":
		ink = theme.ColorNameDisabled
	case active:
		m.box.FillColor = themed(r, ColorSelected)
		ink = ColorOnSelected
	}
	m.text.TextSize, m.text.Color = r.Theme().Size(SizeControl), themed(r, ink)
	m.keys.TextSize, m.keys.Color = r.Theme().Size(theme.SizeNameCaptionText), themed(r, ColorMuted)
	if active {
		m.keys.Color = themed(r, ColorOnSelected)
	}
	m.why.TextSize, m.why.Color = r.Theme().Size(theme.SizeNameCaptionText), themed(r, ColorMuted)
	m.check.Resource = theme.NewColoredResource(theme.ConfirmIcon(), ink)
	m.Layout(r.Size())
	m.check.Refresh()
	canvas.Refresh(r)
}

func (m *menuRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.box, m.check, m.text, m.keys, m.why}
}

func (m *menuRowRenderer) Destroy() {}
