package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*LongList)(nil)
	_ fyne.Shortcutable = (*LongList)(nil)
	_ fyne.Accessible   = (*LongList)(nil)
)

// LongRows are the rows of a [LongList].
type LongRows interface {
	// Len returns how many rows there are.
	Len() int
	// Height returns the height of a row that is as wide as width, in whole units.
	Height(i int, width float32) float32
	// Guess returns what returns about that, for rows that are not in view, at little
	// cost.
	Guess(width float32) func(i int) float32
	// New returns an object for a row.
	New() fyne.CanvasObject
	// Show shows a row in an object of New that may have shown another one.
	Show(i int, o fyne.CanvasObject)
}

// LongList shows rows of different heights below each other and scrolls. It has
// objects for the rows in view only, so that there may be many thousands. It is one
// stop of Tab, within which Up, Down, Page Up, Page Down, Home and End move. Enter, F2
// and a click open a row, Delete deletes it, and a right click, the Menu key, Shift+F10
// and the three dots at its end open its menu.
//
// Rows can be picked: with Ctrl and a click or Space, with Shift and a click or an
// arrow key those in between as well, and all with Ctrl+A. While Picking is set, so do
// a click and Space, which scrolls otherwise.
type LongList struct {
	widget.BaseWidget

	// What follows is called with the index of a row, and may be nil. OnMenu is
	// called with a place in the window, OnPick with the row from which on all are
	// picked, or twice the same.
	OnOpen    func(i int)
	OnDelete  func(i int)
	OnMenu    func(i int, at fyne.Position)
	OnPick    func(from, to int)
	OnPickAll func()
	// OnEscape is called for Escape and reports whether it did something; if not,
	// the window gets the key.
	OnEscape func() bool
	// OnRune is called with what is typed, other than spaces.
	OnRune func(rune)

	// Least is the least size of the list.
	Least fyne.Size
	// Picking makes a click and Space pick a row.
	Picking bool
	// Menus says that rows have a menu, whose screen-reader label it is.
	Menus string

	spoken  string
	source  LongRows
	active  int // the row that keys are for
	from    int // the row that was picked last
	focused bool

	scroll  *Scroll
	content *fyne.Container

	width, textSize float32   // for which heights are
	heights         []float32 // of the rows, those not yet measured guessed
	measured        []bool
	tops            []float32 // of the rows, and the end of the last
	shown           map[int]*longRow
	spare           []*longRow
	placing         bool
}

// NewLongList returns a list of rows. spoken is its screen-reader label.
func NewLongList(spoken string, rows LongRows) *LongList {
	l := &LongList{}
	l.init(spoken, rows)
	l.ExtendBaseWidget(l)
	return l
}

func (l *LongList) init(spoken string, rows LongRows) {
	l.spoken, l.source, l.shown, l.tops = spoken, rows, make(map[int]*longRow), []float32{0}
	l.content = container.New(longLayout{l})
	l.scroll = NewVScroll(l.content)
	l.scroll.OnScrolled = func(fyne.Position) { l.place() }
}

// Changed shows other rows, or rows with other heights. The row that keys are for is
// the one with the same index.
func (l *LongList) Changed() {
	l.width = 0
	l.activateQuietly(l.active)
	l.from = l.active
	l.release()
	l.place()
}

// Restart is Changed from the first row on.
func (l *LongList) Restart() {
	l.active, l.scroll.Offset.Y, l.heights = 0, 0, nil
	l.Changed()
}

// ShowAgain shows the rows that are in view again, with the heights that they had.
func (l *LongList) ShowAgain() {
	for i, r := range l.shown {
		l.source.Show(i, r.content)
		r.Refresh()
	}
}

// Active returns the index of the row that keys are for.
func (l *LongList) Active() int { return l.active }

// Activate makes a row the one that keys are for, and scrolls it into view.
func (l *LongList) Activate(i int) {
	was := l.active
	l.activateQuietly(i)
	l.refreshRow(was)
	l.refreshRow(l.active)
	l.reveal(l.active)
	if l.focused && l.active < len(l.heights) {
		revealPart(l, l.tops[l.active]-l.Offset(), l.heights[l.active])
	}
}

func (l *LongList) activateQuietly(i int) { l.active = max(0, min(i, l.source.Len()-1)) }

func (l *LongList) refreshRow(i int) {
	if r := l.shown[i]; r != nil {
		r.Refresh()
	}
}

// Offset returns how far the list is scrolled.
func (l *LongList) Offset() float32 { return l.scroll.Offset.Y }

// ScrollTo scrolls to an offset.
func (l *LongList) ScrollTo(offset float32) {
	l.place() // so that it is known how far one can scroll
	most := max(0, l.tops[len(l.tops)-1]-l.scroll.Size().Height)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(offset, most))))
	l.place()
}

// ScrollToRow makes a row the one that keys are for, and the first in view.
func (l *LongList) ScrollToRow(i int) {
	l.Activate(i)
	for range 2 { // the second time the heights on the way are measured
		l.ScrollTo(l.tops[l.active])
	}
}

// reveal scrolls as little as makes a row visible, and to the top for the first one.
func (l *LongList) reveal(i int) {
	if i >= len(l.tops)-1 {
		return
	}
	for range 2 {
		top, height := l.tops[i], l.heights[i]
		view := l.scroll.Size().Height
		switch offset := l.Offset(); {
		case i == 0:
			l.ScrollTo(0)
		case top < offset:
			l.ScrollTo(top)
		case top+height > offset+view:
			l.ScrollTo(top + height - view)
		}
	}
}

// PageBy moves the row that keys are for by pages.
func (l *LongList) PageBy(pages int) {
	if len(l.heights) == 0 {
		return
	}
	y := l.tops[l.active] + float32(pages)*(l.scroll.Size().Height-l.heights[l.active])
	to := l.rowAt(y)
	if to == l.active {
		to += pages
	}
	l.ScrollTo(l.Offset() + y - l.tops[l.active])
	l.Activate(to)
}

// AccessibilityLabel implements fyne.Accessible: the list, and the row that keys are
// for.
func (l *LongList) AccessibilityLabel() string {
	if r := l.shown[l.active]; r != nil {
		if words, ok := r.content.(fyne.Accessible); ok {
			return l.spoken + ": " + words.AccessibilityLabel()
		}
	}
	return l.spoken
}

// AccessibilityRole implements fyne.Accessible.
func (l *LongList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// children implements parent.
func (l *LongList) children() []fyne.CanvasObject { return []fyne.CanvasObject{l.scroll} }

// CreateRenderer implements fyne.Widget.
func (l *LongList) CreateRenderer() fyne.WidgetRenderer { return &longListRenderer{l} }
