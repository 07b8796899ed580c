package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// caretPlace is where a caret is, in a text of some length.
type caretPlace struct{ row, column, length int }

// Grow makes a field of several lines as high as its text. While it is written in,
// the views around it scroll along with the caret.
func (f *TextField) Grow() {
	f.grows = true
	f.OnCursorChanged = f.follow
}

// MinSize implements fyne.CanvasObject.
func (f *TextField) MinSize() fyne.Size {
	size := f.Entry.MinSize().Add(fyne.NewSquareSize(2 * f.Room))
	if f.grows && f.view != nil {
		edges := 2 * f.Theme().Size(theme.SizeNameInputBorder)
		size.Height = max(size.Height, f.view.Content.MinSize().Height+edges+2*f.Room)
	}
	return size
}

// follow makes room for all rows of the text and shows the one with the caret, if
// the text or the place of the caret has changed.
func (f *TextField) follow() {
	at := caretPlace{f.CursorRow, f.CursorColumn, len(f.Text)}
	if !f.focused || f.pressed || at == f.followed {
		return
	}
	f.followed = at
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	path := pathTo(f, c.Content())
	if f.Size().Height != f.MinSize().Height {
		layOut(path)
	}
	revealOn(path, f.CursorPosition().Y+f.Room, f.rowHeight())
}

// rowHeight returns the height of a row of the text.
func (f *TextField) rowHeight() float32 {
	return fyne.MeasureText("M", f.Theme().Size(theme.SizeNameText), f.TextStyle).Height
}

// typedPage moves the caret by as many rows as are seen at once, less one: up for a
// negative direction.
func (f *TextField) typedPage(direction int) {
	rows := 1
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		if around := scrollsIn(pathTo(f, c.Content())); len(around) > 0 {
			rows = max(int(around[0].Size().Height/f.rowHeight())-1, 1)
		}
	}
	row, column := f.CursorRow+direction*rows, f.CursorColumn
	if row <= 0 {
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp}) // to the beginning
		return
	}
	f.pressed = true // what follows is no place that the user sees
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	f.pressed = false
	if row >= f.CursorRow {
		f.follow()
		return
	}
	f.CursorRow, f.CursorColumn = row+1, column
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) // no further than the row is long
}
