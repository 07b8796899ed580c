package controls

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// rowsHigh returns rows of the given heights, named a, b, c and so on.
func rowsHigh(heights ...float32) []Row {
	rows := make([]Row, len(heights))
	for i, h := range heights {
		rows[i] = Row{ID: string(rune('a' + i)), Content: Gap(h)}
	}
	return rows
}

func TestRowListStacksRows(t *testing.T) {
	newApp(t)
	l := NewRowList("rows", "menu")
	l.SetRows(rowsHigh(40, 100, 20))
	show(t, Stack(0, l), fyne.NewSize(400, 600))
	y := float32(0)
	for i, want := range []float32{58, 118, 40} {
		r := l.rows[i]
		if r.Position().Y != y || r.Size() != fyne.NewSize(400, want) {
			t.Errorf("row %d is at %v, %v", i, r.Position(), r.Size())
		}
		y += want
	}
	if got := l.Size().Height; got != y {
		t.Errorf("the list is %v high, want %v", got, y)
	}
}

// TestRowListRetainsRows: rows with the same id stay, wherever they go, and so do the
// active one and what stands in place of a row.
func TestRowListRetainsRows(t *testing.T) {
	newApp(t)
	l := NewRowList("rows", "menu")
	rows := rowsHigh(40, 40, 40, 40)
	l.SetRows(rows)
	l.Activate("c")
	l.Put("b", Gap(70))
	before := map[string]*listRow{}
	for _, r := range l.rows {
		before[r.id] = r
	}
	l.SetRows([]Row{rows[2], rows[3], rows[1]})
	for _, r := range l.rows {
		if before[r.id] != r {
			t.Errorf("%s is another row", r.id)
		}
	}
	if l.activeID() != "c" || l.rows[2].instead == nil {
		t.Errorf("%q is active, and %v in place of b", l.activeID(), l.rows[2].instead)
	}
	l.SetRows([]Row{rows[3], rows[1]})
	if l.activeID() != "d" {
		t.Errorf("after c, %q is active", l.activeID())
	}
	l.SetRows(nil)
	l.Activate("d")
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if l.activeID() != "" {
		t.Errorf("in an empty list %q is active", l.activeID())
	}
}

func TestRowListKeys(t *testing.T) {
	var done string
	newApp(t)
	l := NewRowList("rows", "menu")
	l.OnOpen = func(id string) { done = "open " + id }
	l.OnDelete = func(id string) { done = "delete " + id }
	l.OnMenu = func(id string, _ fyne.Position) { done = "menu " + id }
	l.OnOrder = func(id string, to int) { done = fmt.Sprint("order ", id, " ", to) }
	l.SetRows(rowsHigh(40, 40, 40))
	w := show(t, l, fyne.NewSize(400, 600))
	var passed fyne.KeyName
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { passed = e.Name })
	w.Canvas().Focus(l)
	for _, tt := range []struct {
		key    fyne.KeyName
		active string
		done   string
		passed bool
	}{
		{fyne.KeyUp, "a", "", false}, {fyne.KeyDown, "b", "", false}, {fyne.KeyEnd, "c", "", false}, {fyne.KeyDown, "c", "", false},
		{fyne.KeyHome, "a", "", false}, {fyne.KeyReturn, "a", "open a", false}, {fyne.KeyEnter, "a", "open a", false},
		{fyne.KeyF2, "a", "open a", false}, {fyne.KeyDelete, "a", "delete a", false}, {desktop.KeyMenu, "a", "menu a", false},
		{fyne.KeyF10, "a", "", true}, {fyne.KeyEscape, "a", "", true}, {fyne.KeyPageDown, "a", "", true},
	} {
		done, passed = "", ""
		l.TypedKey(&fyne.KeyEvent{Name: tt.key})
		if l.activeID() != tt.active || done != tt.done || (passed == tt.key) != tt.passed {
			t.Errorf("%s: %q is active, %q was done, %q passed on", tt.key, l.activeID(), done, passed)
		}
	}
	l.SetFixed(true)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyF2, fyne.KeyDelete, desktop.KeyMenu} {
		done, passed = "", ""
		l.TypedKey(&fyne.KeyEvent{Name: key})
		if done != "" || passed != key {
			t.Errorf("fixed, %s did %q", key, done)
		}
	}
}

// TestRowListPassesShortcutsOn: only Alt with Up and Down is for the list.
func TestRowListPassesShortcutsOn(t *testing.T) {
	var done string
	a, c := newApp(t), software.NewCanvas()
	fyne.SetCurrentApp(windowed{a, c})
	l := NewRowList("rows", "menu")
	l.OnOrder = func(id string, to int) { done = fmt.Sprint(id, to) }
	l.SetRows(rowsHigh(40, 40, 40))
	c.SetContent(l)
	c.Focus(l)
	left := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	c.AddShortcut(left, func(fyne.Shortcut) { done = "left" })
	for _, tt := range []struct {
		key      fyne.KeyName
		modifier fyne.KeyModifier
		want     string
	}{
		{fyne.KeyUp, fyne.KeyModifierAlt, ""}, {fyne.KeyDown, fyne.KeyModifierAlt, "a1"}, {fyne.KeyLeft, fyne.KeyModifierAlt, "left"},
		{fyne.KeyDown, fyne.KeyModifierControl, ""}, {fyne.KeyDown, fyne.KeyModifierAlt | fyne.KeyModifierShift, ""},
	} {
		done = ""
		l.TypedShortcut(&desktop.CustomShortcut{KeyName: tt.key, Modifier: tt.modifier})
		if done != tt.want {
			t.Errorf("%v with %s did %q, want %q", tt.modifier, tt.key, done, tt.want)
		}
	}
}

// TestRowListMarksTheFocus: the mark is around the active row while the list has the
// focus, and the dots are on that row and on the one under the pointer.
func TestRowListMarksTheFocus(t *testing.T) {
	newApp(t)
	l := NewRowList("rows", "menu")
	l.SetRows(rowsHigh(40, 40, 40))
	w := show(t, Stack(0, l), fyne.NewSize(400, 600))
	mark := test.WidgetRenderer(l).(*rowListRenderer).mark
	dots := func() string {
		seen := ""
		for _, r := range l.rows {
			if r.dots.Visible() {
				seen += r.id
			}
		}
		return seen
	}
	if mark.Visible() || dots() != "" {
		t.Errorf("without the focus there is a mark, or dots on %q", dots())
	}
	w.Canvas().Focus(l)
	l.activate(1)
	r := l.rows[1]
	if !mark.Visible() || mark.StrokeColor != in(theme.ColorNamePrimary) || mark.StrokeWidth != 2 ||
		mark.Position().Y < r.Position().Y || mark.Position().Y+mark.Size().Height > r.Position().Y+r.Size().Height {
		t.Errorf("the mark is %v at %v, %v", mark.Visible(), mark.Position(), mark.Size())
	}
	l.rows[2].MouseIn(nil)
	if dots() != "bc" {
		t.Errorf("the dots are on %q", dots())
	}
	l.rows[2].MouseOut()
	l.rows[0].MouseDown(nil)
	if dots() != "a" || l.activeID() != "a" {
		t.Errorf("after a press on a, %q is active, and the dots are on %q", l.activeID(), dots())
	}
	w.Canvas().Unfocus()
	if mark.Visible() || dots() != "" {
		t.Errorf("after it there is a mark, or dots on %q", dots())
	}
}

// TestRowListIsInView: the active row is scrolled into view, and what stands in place
// of a row is when it gets the focus.
func TestRowListIsInView(t *testing.T) {
	newApp(t)
	l := NewRowList("rows", "menu")
	l.SetRows(rowsHigh(80, 80, 80, 80, 80, 80))
	scroll := NewVScroll(NewCard(Stack(10, l)))
	w := show(t, scroll, fyne.NewSize(400, 200))
	w.Canvas().Focus(l)
	for range l.rows {
		if r := l.rows[l.active]; !seen(r, scroll) {
			t.Errorf("row %s is not in view", r.id)
		}
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	field := NewTextField(false, 10, upper)
	l.Put("a", field)
	w.Canvas().Focus(field)
	if !seen(field, scroll) {
		t.Error("a field in place of a row is not in view")
	}
}

// TestRowListDrops: a line shows where a dragged row would go, and Escape ends that.
func TestRowListDrops(t *testing.T) {
	var to []int
	newApp(t)
	l := NewRowList("rows", "menu")
	l.OnOrder = func(_ string, index int) { to = append(to, index) }
	l.SetRows(rowsHigh(42, 42, 42)) // 60 high each
	show(t, Stack(0, l), fyne.NewSize(400, 600))
	drop := test.WidgetRenderer(l).(*rowListRenderer).drop
	for _, tt := range []struct {
		row  int
		y    float32
		mark float32 // -1 for none
		to   int     // -1 where it stays
	}{
		{0, 100, 119, 1}, {0, 80, -1, -1}, {0, 170, 178, 2}, {2, 10, 0, 0}, {2, 40, 59, 1}, {1, -90, 0, 0}, {1, 900, 178, 2}, {1, 60, -1, -1},
	} {
		to = nil
		l.dragTo(l.rows[tt.row], tt.y)
		if drop.Visible() != (tt.mark >= 0) || drop.Visible() && drop.Position().Y != tt.mark {
			t.Errorf("row %d at %v: the line is %v at %v", tt.row, tt.y, drop.Visible(), drop.Position().Y)
		}
		l.rows[tt.row].DragEnd()
		if drop.Visible() || len(to) > 0 != (tt.to >= 0) || len(to) > 0 && to[0] != tt.to {
			t.Errorf("row %d at %v: dropped at %v, the line is %v", tt.row, tt.y, to, drop.Visible())
		}
	}
	to = nil
	l.dragTo(l.rows[0], 170)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	l.rows[0].DragEnd()
	if len(to) > 0 {
		t.Errorf("after Escape it was dropped at %v", to)
	}
}

// TestRowListDots: the dots open the menu next to themselves, wherever the row is.
func TestRowListDots(t *testing.T) {
	var at fyne.Position
	var id string
	newApp(t)
	l := NewRowList("rows", "menu")
	l.OnMenu = func(row string, place fyne.Position) { id, at = row, place }
	l.SetRows(rowsHigh(42, 42))
	show(t, Stack(0, l), fyne.NewSize(400, 600))
	l.rows[1].MouseIn(nil)
	test.Tap(l.rows[1].dots)
	if id != "b" || at.X < 340 || at.Y < 60 || at.Y > 120 || l.activeID() != "b" {
		t.Errorf("the menu of %q opens at %v, and %q is active", id, at, l.activeID())
	}
}

// TestRowThatIsGone: a row that is no longer in its list does nothing, and one that
// went to another place is not under the pointer until that moves.
func TestRowThatIsGone(t *testing.T) {
	newApp(t)
	var done string
	l := NewRowList("rows", "menu")
	l.OnOpen = func(id string) { done = "open " + id }
	l.OnMenu = func(id string, _ fyne.Position) { done = "menu " + id }
	l.OnOrder = func(id string, _ int) { done = "order " + id }
	rows := rowsHigh(42, 42, 42)
	l.SetRows(rows)
	show(t, Stack(0, l), fyne.NewSize(400, 600))
	a, b := l.rows[0], l.rows[1]
	a.MouseIn(nil)
	b.MouseIn(nil)
	l.SetRows(rows[1:])
	a.DoubleTapped(nil)
	a.TappedSecondary(&fyne.PointEvent{})
	a.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(9, 900)}})
	a.DragEnd()
	if done != "" || l.dragged != nil {
		t.Errorf("the row that is gone did %q", done)
	}
	if b.hovered || b.dots.Visible() {
		t.Error("the row that moved is still shown as the one under the pointer")
	}
	if b.MouseMoved(nil); !b.hovered || !b.dots.Visible() {
		t.Error("the row that the pointer moved on is not shown as such")
	}
}

// A click is a press and a release of the first button on the same row.
func TestRowListClick(t *testing.T) {
	newApp(t)
	l := NewRowList("rows", "menu")
	var clicked []string
	l.OnClick = func(id string) { clicked = append(clicked, id) }
	l.Dense = true
	l.SetRows(rowsHigh(10, 60))
	show(t, Stack(0, l), fyne.NewSize(400, 600))
	if low, high := l.rows[0].Size().Height, l.rows[1].Size().Height; low != 32 || high != 60 {
		t.Errorf("dense rows are %v and %v high", low, high)
	}
	press, beyond := at(20, 20), at(20, 200)
	second := at(20, 20)
	second.Button = desktop.MouseButtonSecondary
	r := l.rows[0]
	for _, release := range []*desktop.MouseEvent{beyond, second, press, press} {
		r.MouseUp(release) // without a press before
		r.MouseDown(release)
		r.MouseUp(release)
	}
	if got := fmt.Sprint(clicked); got != "[a a]" {
		t.Errorf("the clicks are on %s", got)
	}
	l.Put("a", Gap(80))
	r.MouseDown(press)
	r.MouseUp(press)
	l.SetFixed(true)
	l.rows[1].MouseDown(press)
	l.rows[1].MouseUp(press)
	if len(clicked) != 2 {
		t.Errorf("the clicks are on %v", clicked)
	}
}
