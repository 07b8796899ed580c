package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable         = (*menu)(nil)
	_ fyne.Tappable          = (*menu)(nil)
	_ fyne.SecondaryTappable = (*menu)(nil)
	_ desktop.Hoverable      = (*menu)(nil)
	_ fyne.Accessible        = (*menu)(nil)
)

// menu is a menu over all of a window, until it is closed. Unlike the PopUpMenu of Fyne it
// acts on the rune of Space and not on its key: the rune comes after the key, and
// would be typed into a field that the act leads to.
type menu struct {
	widget.BaseWidget

	items  []*fyne.MenuItem
	list   *widget.Menu
	canvas fyne.Canvas
	place  fyne.Position // where there is room
}

func newMenu(c fyne.Canvas, items []*fyne.MenuItem) *menu {
	m := &menu{items: items, list: widget.NewMenu(fyne.NewMenu("", items...)), canvas: c}
	m.list.OnDismiss = func() { c.Overlays().Remove(m) }
	m.ExtendBaseWidget(m)
	return m
}

// showAt opens the menu at a place in the window, with its first item marked.
func (m *menu) showAt(place fyne.Position) {
	m.place = place
	m.canvas.Overlays().Add(m)
	m.Resize(m.canvas.Size())
	m.canvas.Focus(m)
	m.list.ActivateNext()
}

// Dismiss closes the menu, as the window does for one of its keys.
func (m *menu) Dismiss() { m.list.Dismiss() }

// Hide implements fyne.CanvasObject: a menu that is hidden is closed.
func (m *menu) Hide() { m.Dismiss() }

// AccessibilityLabel implements fyne.Accessible.
func (m *menu) AccessibilityLabel() string {
	var names []string
	for _, item := range m.items {
		if !item.IsSeparator {
			names = append(names, item.Label)
		}
	}
	return strings.Join(names, ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (m *menu) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// TypedKey implements fyne.Focusable.
func (m *menu) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.list.ActivateNext()
	case fyne.KeyUp:
		m.list.ActivatePrevious()
	case fyne.KeyRight:
		m.list.ActivateLastSubmenu()
	case fyne.KeyLeft:
		m.list.DeactivateLastSubmenu()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.list.TriggerLast()
	case fyne.KeyEscape:
		m.list.Dismiss()
	}
}

// TypedRune implements fyne.Focusable.
func (m *menu) TypedRune(r rune) {
	if r == ' ' {
		m.list.TriggerLast()
	}
}

// FocusGained implements fyne.Focusable.
func (m *menu) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (m *menu) FocusLost() {}

// Tapped implements fyne.Tappable: a click elsewhere closes the menu.
func (m *menu) Tapped(*fyne.PointEvent) { m.list.Dismiss() }

// TappedSecondary implements fyne.SecondaryTappable.
func (m *menu) TappedSecondary(*fyne.PointEvent) { m.list.Dismiss() }

// MouseIn implements desktop.Hoverable: what is below the menu is not hovered over.
func (m *menu) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (m *menu) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (m *menu) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(menuLayout{m}, m.list))
}

// menuLayout has the list at its place, or as near to it as there is room.
type menuLayout struct{ m *menu }

// Layout implements fyne.Layout.
func (l menuLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	list, least := l.m.list, l.m.list.MinSize()
	list.Move(fyne.NewPos(
		max(min(l.m.place.X, size.Width-least.Width), 0),
		max(min(l.m.place.Y, size.Height-least.Height), 0)))
	list.Resize(least)
}

// MinSize implements fyne.Layout.
func (l menuLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.m.list.MinSize() }
