package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*RowList)(nil)
	_ fyne.Shortcutable = (*RowList)(nil)
	_ fyne.Accessible   = (*RowList)(nil)
	_ desktop.Keyable   = (*RowList)(nil)
)

// Row is a row of a [RowList].
type Row struct {
	ID      string // unique in its list
	Content fyne.CanvasObject
}

// RowList shows rows of different heights below each other. It is one stop of Tab,
// within which Up, Down, Home and End move. Enter, F2 and a double click open a row,
// Delete deletes it, Alt with Up or Down and dragging give it another place, and a
// right click, the Menu key, Shift+F10 and the three dots at its end open its menu.
//
// Unlike Fyne's list it gives each row the height that its content needs, and has
// all of them; it is for hundreds of rows, not for thousands.
type RowList struct {
	widget.BaseWidget

	// OnOpen, OnDelete, OnMenu and OnOrder are called with the id of a row. OnMenu
	// is called with a place in the window, OnOrder with the index that the row is
	// to have. None is called while the list is fixed.
	OnOpen   func(id string)
	OnDelete func(id string)
	OnMenu   func(id string, at fyne.Position)
	OnOrder  func(id string, to int)
	// OnClick is called with the id of a row that is clicked. If it is nil, it takes
	// a double click to open a row.
	OnClick func(id string)
	// Dense rows are as high as a button, without lines between them.
	Dense bool

	spoken, menuSpoken string

	fixed   bool
	rows    []*listRow
	arrange bool // rows may have other places or heights
	active  int  // the row that keys are for; an index into rows
	focused bool

	deleteDown bool // the Delete key is pressed
	deleted    bool // and has deleted a row, so that it deletes no other while it repeats

	dragged *listRow // nil if none is
	drop    int      // the index before which it would be put; -1 where it would stay
}

// NewRowList returns a list without rows. spoken is its screen-reader label, and menu
// that of the three dots of a row.
func NewRowList(spoken, menu string) *RowList {
	l := &RowList{spoken: spoken, menuSpoken: menu, drop: -1}
	l.ExtendBaseWidget(l)
	return l
}

// SetRows shows other rows. Those with an id that was there before stay the same
// objects. If the active row is gone, the one after it is active.
func (l *RowList) SetRows(rows []Row) {
	before := make(map[string]*listRow, len(l.rows))
	for _, r := range l.rows {
		before[r.id] = r
	}
	active, was := l.activeID(), l.rows
	l.rows = make([]*listRow, 0, len(rows))
	for i, row := range rows {
		r := before[row.ID]
		if r == nil {
			r = newListRow(l, row.ID, row.Content)
		}
		if r.content != row.Content {
			r.content = row.Content
			r.Refresh()
		}
		if row.ID == active {
			l.active = i
		}
		if i >= len(was) || was[i] != r {
			r.hovered = false // until the pointer moves again: it may be over another row now
		}
		l.rows = append(l.rows, r)
	}
	l.active, l.arrange = max(0, min(l.active, len(l.rows)-1)), true
	for i, r := range l.rows {
		if i >= len(was) || was[i] != r || i == l.active {
			r.Refresh() // whether a line is above it, its ground and the dots
		}
	}
	if l.dragged != nil && !slices.Contains(l.rows, l.dragged) {
		l.endDrag()
	}
	l.Refresh()
}

// SetFixed makes a list whose rows can be looked at and not changed, or one whose
// rows can be.
func (l *RowList) SetFixed(fixed bool) {
	if l.fixed == fixed {
		return
	}
	l.fixed = fixed
	for _, r := range l.rows {
		r.Refresh()
	}
}

// Put shows an object in place of the content of a row, such as the fields that
// change it; nil shows the content again. The keys and the pointer are then those of
// the object. It does nothing if there is no such row.
func (l *RowList) Put(id string, o fyne.CanvasObject) {
	if r := l.row(id); r != nil {
		r.instead, l.arrange = o, true
		r.Refresh()
		l.Refresh()
	}
}

// Light gives a row the ground of one that is new, from 0 for none to 1.
func (l *RowList) Light(id string, amount float32) {
	if r := l.row(id); r != nil && r.lit != amount {
		r.lit = amount
		r.Refresh()
	}
}

// Activate makes a row the one that keys are for, if there is one with the id.
func (l *RowList) Activate(id string) {
	if i := l.index(id); i >= 0 {
		l.activate(i)
	}
}

// Reveal scrolls all of a row into view, with what is shown in place of its content, or
// its top if there is no room for all. Fyne does not know yet where something new is.
func (l *RowList) Reveal(id string) {
	r := l.row(id)
	if r == nil {
		return
	}
	l.arrange = true
	l.Refresh()
	path := pathOnScreen(l)
	layOut(path)
	revealOn(path, r.Position().Y, r.Size().Height)
}

func (l *RowList) row(id string) *listRow {
	if i := l.index(id); i >= 0 {
		return l.rows[i]
	}
	return nil
}

func (l *RowList) index(id string) int {
	return slices.IndexFunc(l.rows, func(r *listRow) bool { return r.id == id })
}

func (l *RowList) activeID() string {
	if l.active < len(l.rows) {
		return l.rows[l.active].id
	}
	return ""
}

// activate makes the row with an index the one that keys are for, and scrolls it
// into view.
func (l *RowList) activate(index int) {
	if len(l.rows) == 0 {
		return
	}
	was := l.active
	l.active = max(0, min(index, len(l.rows)-1))
	r := l.rows[l.active]
	if l.focused {
		revealPart(l, r.Position().Y, r.Size().Height)
	}
	if was < len(l.rows) {
		l.rows[was].Refresh()
	}
	r.Refresh()
	l.Refresh()
}

// press gives the list the focus, as a press of the pointer on a row does.
func (l *RowList) press(r *listRow) {
	l.activate(l.index(r.id))
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// menu opens the menu of a row at a place in the row.
func (l *RowList) menu(r *listRow, at fyne.Position) {
	if l.OnMenu == nil || !r.live() {
		return
	}
	l.press(r)
	l.OnMenu(r.id, fyne.CurrentApp().Driver().AbsolutePositionForObject(r).Add(at))
}

// AccessibilityLabel implements fyne.Accessible.
func (l *RowList) AccessibilityLabel() string { return l.spoken }

// AccessibilityRole implements fyne.Accessible.
func (l *RowList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// children implements parent.
func (l *RowList) children() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(l.rows))
	for i, r := range l.rows {
		all[i] = r
	}
	return all
}
