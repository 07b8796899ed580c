package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Accessible = (*MenuButton)(nil)

// MenuButton is a button of three dots, or of a text, that opens a menu below itself. The
// menu works with the arrow keys, Enter and Escape.
type MenuButton struct {
	Button

	spoken string
}

// NewMenuButton returns a button that opens a menu of what items returns at that moment.
// Spoken is its screen-reader label.
func NewMenuButton(spoken string, items func() []*fyne.MenuItem) *MenuButton {
	b := newMenuButton(spoken, items)
	b.Icon, b.Importance = theme.MoreHorizontalIcon(), widget.LowImportance
	return b
}

// NewNamedMenuButton is NewMenuButton with a text in place of the dots.
func NewNamedMenuButton(text string, items func() []*fyne.MenuItem) *MenuButton {
	b := newMenuButton(text, items)
	b.Text, b.Icon, b.IconPlacement = text, theme.MenuDropDownIcon(), widget.ButtonIconTrailingText
	return b
}

func newMenuButton(spoken string, items func() []*fyne.MenuItem) *MenuButton {
	b := &MenuButton{spoken: spoken}
	b.OnTapped = func() { ShowMenu(b, items()...) }
	b.ExtendBaseWidget(b)
	return b
}

// ShowMenu opens a menu below o, with its first item marked. Once it is closed, the
// focus is where it was, or on o if it was nowhere.
func ShowMenu(o fyne.CanvasObject, items ...*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return // it is on no window
	}
	if f, ok := o.(fyne.Focusable); ok && c.Focused() == nil { // a click took it away
		c.Focus(f)
	}
	m := newMenu(c, items)
	place := driver.AbsolutePositionForObject(o).AddXY(0, o.Size().Height)
	if x := place.X + o.Size().Width - m.list.MinSize().Width; x >= 0 {
		place.X = x // the ends line up, if there is room
	}
	m.showAt(place)
}

// ShowMenuAt opens a menu at a place in a window, with its first item marked.
func ShowMenuAt(c fyne.Canvas, place fyne.Position, items ...*fyne.MenuItem) {
	newMenu(c, items).showAt(place)
}

// AccessibilityLabel implements fyne.Accessible.
func (b *MenuButton) AccessibilityLabel() string { return b.spoken }

// AccessibilityRole implements fyne.Accessible.
func (b *MenuButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// FocusGained implements fyne.Focusable.
func (b *MenuButton) FocusGained() {
	b.Button.FocusGained()
	Reveal(b)
}
