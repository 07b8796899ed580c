package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// newRail shows a rail of three items, and returns which of them were pressed.
func newRail(t *testing.T) (fyne.Window, *Nav, []*NavItem, *[]int) {
	t.Helper()
	pressed := new([]int)
	var items []*NavItem
	column := container.NewVBox()
	for i := range 3 {
		items = append(items, NewNavItem("Page", func() { *pressed = append(*pressed, i) }))
		column.Add(items[i])
	}
	n := NewNav(column, items...)
	return show(t, n, fyne.NewSize(200, 200)), n, items, pressed
}

func TestNavIsPressed(t *testing.T) {
	w, n, items, pressed := newRail(t)
	c, keys := w.Canvas(), keysOf(w)
	test.Tap(items[2])
	n.Select(items[1])
	c.Focus(n)
	press(n, fyne.KeyReturn, fyne.KeyUp, fyne.KeyUp, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnter, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	test.Type(n, "x")
	if want := []int{2, 1, 0, 2, 0}; !slices.Equal(*pressed, want) {
		t.Errorf("pressed %v, want %v", *pressed, want)
	}
	press(n, fyne.KeyEscape, fyne.KeyHome, fyne.KeyEnd) // the last two scroll the page
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyHome, fyne.KeyEnd}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
	if c.FocusNext(); c.Focused() != fyne.Focusable(n) {
		t.Error("the rail is more than one stop")
	}
}

func TestNavItemLook(t *testing.T) {
	w, n, items, _ := newRail(t)
	item := items[1]
	box, text := drawn[*canvas.Rectangle](item)[0], drawn[*canvas.Text](item)[0]
	if h := item.MinSize().Height; h < 32 {
		t.Errorf("it is %v high", h)
	}
	alpha := func() uint32 { _, _, _, a := box.FillColor.RGBA(); return a }
	if alpha() != 0 || text.TextStyle.Bold || text.Color != in(theme.ColorNameForeground) {
		t.Error("at rest it has a ground, is bold or has another color than text")
	}
	item.MouseIn(at(1, 1))
	if box.FillColor != in(theme.ColorNameHover) {
		t.Error("hovering does not show")
	}
	n.Select(item)
	if box.FillColor != in(ColorSelected) || !text.TextStyle.Bold || text.Color != in(theme.ColorNamePrimary) {
		t.Error("that it is selected does not show")
	}
	item.MouseOut()
	n.Select(nil)
	if alpha() != 0 || text.TextStyle.Bold {
		t.Error("that it is selected still shows")
	}
	c := w.Canvas()
	c.Focus(n)
	if box.StrokeWidth != 2 || box.StrokeColor != in(theme.ColorNamePrimary) {
		t.Error("the focus does not show")
	}
	if other := drawn[*canvas.Rectangle](items[0])[0]; other.StrokeWidth != 0 {
		t.Error("the focus shows on another item too")
	}
	c.Unfocus()
	if box.StrokeWidth != 0 {
		t.Error("the focus still shows")
	}
}

func TestNavItemSizeIsTheSameWhenSelected(t *testing.T) {
	_, n, items, _ := newRail(t)
	rest := items[1].MinSize()
	if n.Select(items[1]); items[1].MinSize() != rest {
		t.Errorf("selected, it needs %v, at rest %v: the rail would change its width", items[1].MinSize(), rest)
	}
}
