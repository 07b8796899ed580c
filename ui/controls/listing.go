package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Draggable     = (*Listing)(nil)
	_ fyne.Shortcutable  = (*Listing)(nil)
	_ desktop.Mouseable  = (*Listing)(nil)
	_ desktop.Cursorable = (*Listing)(nil)
)

// Listing shows a long text as it is in a file, in letters of one width. Text
// can be selected and copied, and not changed. Only the lines that are looked at
// are drawn: a label of a thousand lines takes seconds.
type Listing struct {
	widget.BaseWidget

	// OnPress is called when the pointer is pressed on the text, which does not
	// take the focus itself. It may be nil.
	OnPress func()

	wrap   bool
	text   string
	rows   []row
	setFor int // columns that rows were made for

	top, height float32 // what is looked at
	from, to    spot    // what is selected is between them, in either order
}

// spot is a place between two characters of a row.
type spot struct{ row, column int }

func (s spot) before(o spot) bool { return s.row < o.row || s.row == o.row && s.column < o.column }

// NewListing returns a listing of nothing, whose lines wrap or are as wide as
// they are.
func NewListing(wrap bool) *Listing {
	l := &Listing{wrap: wrap}
	l.ExtendBaseWidget(l)
	return l
}

// SetText shows another text.
func (l *Listing) SetText(text string) {
	l.text = text
	l.from, l.to = spot{}, spot{}
	l.rows = nil
	l.Refresh()
}

// Text returns the text.
func (l *Listing) Text() string { return l.text }

// Look draws what is seen through a window that begins at top and is height
// high.
func (l *Listing) Look(top, height float32) {
	if l.top != top || l.height != height {
		l.top, l.height = top, height
		l.Refresh()
	}
}

// lines returns the rows for the present width and text size.
func (l *Listing) lines() []row {
	if columns := l.columns(); l.rows == nil || l.setFor != columns {
		l.setFor = columns
		l.rows = rowsOf(l.text, columns)
		l.from, l.to = spot{}, spot{} // of other rows
	}
	return l.rows
}

// columns returns how many characters fit on a line, 0 for any number.
func (l *Listing) columns() int {
	if !l.wrap || l.Size().Width <= 0 {
		return 0
	}
	const fewest = 10
	return max(int(l.Size().Width/l.cell().Width), fewest)
}

// cell is the room that a character takes.
func (l *Listing) cell() fyne.Size {
	const many = 64 // so that rounding does not matter
	size := l.measure(strings.Repeat("m", many))
	return fyne.NewSize(size.Width/many, whole(size.Height))
}

func (l *Listing) measure(text string) fyne.Size {
	return fyne.MeasureText(text, l.Theme().Size(theme.SizeNameCaptionText), fyne.TextStyle{Monospace: true})
}

// at returns the spot at a place.
func (l *Listing) at(p fyne.Position) spot {
	rows := l.lines()
	cell := l.cell()
	i := min(max(int(p.Y/cell.Height), 0), len(rows)-1)
	column := 0
	for runes := []rune(rows[i].text); column < len(runes); column++ {
		if l.measure(string(runes[:column+1])).Width-cell.Width/2 > p.X {
			break
		}
	}
	return spot{i, column}
}

// MouseDown implements desktop.Mouseable: what is selected next begins here.
func (l *Listing) MouseDown(e *desktop.MouseEvent) {
	if l.OnPress != nil {
		l.OnPress()
	}
	l.selectAs(l.at(e.Position), l.at(e.Position))
}

// MouseUp implements desktop.Mouseable.
func (l *Listing) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (l *Listing) Dragged(e *fyne.DragEvent) { l.selectAs(l.from, l.at(e.Position)) }

// DragEnd implements fyne.Draggable.
func (l *Listing) DragEnd() {}

// Cursor implements desktop.Cursorable.
func (l *Listing) Cursor() desktop.Cursor { return desktop.TextCursor }

// TypedShortcut implements fyne.Shortcutable: select all, and copy.
func (l *Listing) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		last := len(l.lines()) - 1
		l.selectAs(spot{}, spot{last, len([]rune(l.rows[last].text))})
	case *fyne.ShortcutCopy:
		if text := l.Selected(); text != "" {
			s.Clipboard.SetContent(text)
		}
	}
}

func (l *Listing) selectAs(from, to spot) {
	if l.from != from || l.to != to {
		l.from, l.to = from, to
		l.Refresh()
	}
}

// selection returns where what is selected begins and ends.
func (l *Listing) selection() (from, to spot) {
	if l.to.before(l.from) {
		return l.to, l.from
	}
	return l.from, l.to
}

// Selected returns what is selected, as it is in the file.
func (l *Listing) Selected() string {
	var b strings.Builder
	from, to := l.selection()
	for i := from.row; i <= to.row && i < len(l.rows); i++ {
		begin, end := l.selectedIn(i)
		b.WriteString(string([]rune(l.rows[i].text)[begin:end]))
		if i < to.row && !l.rows[i].goesOn {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// selectedIn returns the columns of a row that are selected.
func (l *Listing) selectedIn(row int) (begin, end int) {
	from, to := l.selection()
	if row < from.row || row > to.row {
		return 0, 0
	}
	end = len([]rune(l.rows[row].text))
	if row == to.row {
		end = min(to.column, end)
	}
	if row == from.row {
		begin = min(from.column, end)
	}
	return begin, end
}
