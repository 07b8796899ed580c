package controls

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
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

// rowAt returns the index of the row at a height below the first, or of the nearest.
func (l *LongList) rowAt(y float32) int {
	n := len(l.heights)
	return max(0, min(sort.Search(n, func(i int) bool { return l.tops[i+1] > y }), n-1))
}

func (l *LongList) rowWidth() float32 { return max(0, l.scroll.Size().Width-LongListBar) }

// guess takes all heights as those that the rows about have.
func (l *LongList) guess(width float32) {
	n := l.source.Len()
	l.width, l.textSize = width, theme.TextSize()
	l.heights, l.measured, l.tops = make([]float32, n), make([]bool, n), make([]float32, n+1)
	guess := l.source.Guess(width)
	for i := range n {
		l.heights[i] = guess(i)
		l.tops[i+1] = l.tops[i] + l.heights[i]
	}
}

// measure takes the heights of the rows between two heights as what they are, and
// reports whether any was another one.
func (l *LongList) measure(top, bottom float32) (other bool) {
	if len(l.heights) == 0 {
		return false
	}
	from := l.rowAt(top)
	y := l.tops[from]
	for i := from; i < len(l.heights) && y < bottom; i++ {
		if !l.measured[i] {
			l.measured[i] = true
			if height := l.source.Height(i, l.width); height != l.heights[i] {
				l.heights[i], other = height, true
			}
		}
		y += l.heights[i]
	}
	if other {
		for i := from; i < len(l.heights); i++ {
			l.tops[i+1] = l.tops[i] + l.heights[i]
		}
	}
	return other
}

// place gives the rows in view objects, and these their places. What is first in view
// stays where it is, whatever heights those above turn out to have.
func (l *LongList) place() {
	width := l.rowWidth()
	if l.placing || width <= 0 {
		return
	}
	l.placing = true
	defer func() { l.placing = false }()
	if width != l.width || l.textSize != theme.TextSize() || len(l.heights) != l.source.Len() {
		l.release()
		first, into := l.rowAt(l.Offset()), float32(0)
		if first < len(l.heights) {
			into = l.Offset() - l.tops[first]
		}
		l.guess(width)
		if first > 0 && first < len(l.heights) && into > 0 {
			l.scroll.Offset.Y = l.tops[first] + into
		}
	}
	view := l.scroll.Size().Height
	for range 4 {
		y := l.Offset()
		first := l.rowAt(y)
		before := l.tops[min(first, len(l.tops)-1)]
		if !l.measure(y-view/2, y+view*3/2) {
			break
		}
		if y > 0 {
			l.scroll.Offset.Y += l.tops[min(first, len(l.tops)-1)] - before
		}
	}
	l.scroll.Refresh() // for another height of all, and within it
	l.showRows(l.Offset(), view)
}

// showRows has objects for the rows in a view, and for no others.
func (l *LongList) showRows(y, view float32) {
	first, last := 0, -1
	if len(l.heights) > 0 {
		first, last = l.rowAt(y), l.rowAt(y+view)
	}
	for i, r := range l.shown {
		if i < first || i > last {
			delete(l.shown, i)
			l.spare = append(l.spare, r)
		}
	}
	objects := make([]fyne.CanvasObject, 0, last-first+1)
	for i := first; i <= last; i++ {
		r := l.shown[i]
		if r == nil {
			r = l.fresh()
			r.index, r.hovered = i, false // until the pointer moves again
			l.shown[i] = r
			l.source.Show(i, r.content)
			r.Resize(fyne.NewSize(l.width, l.heights[i]))
			r.Refresh()
		}
		r.Resize(fyne.NewSize(l.width, l.heights[i]))
		r.Move(fyne.NewPos(0, l.tops[i]))
		objects = append(objects, r)
	}
	l.content.Objects = objects
	l.spare = l.spare[:min(len(l.spare), 60)]
}

func (l *LongList) fresh() *longRow {
	if n := len(l.spare); n > 0 {
		r := l.spare[n-1]
		l.spare = l.spare[:n-1]
		return r
	}
	return newLongRow(l)
}

// release takes the rows out of view.
func (l *LongList) release() {
	for i, r := range l.shown {
		delete(l.shown, i)
		l.spare = append(l.spare, r)
	}
}

// longLayout is the layout of what a list scrolls.
type longLayout struct{ list *LongList }

// Layout implements fyne.Layout.
func (w longLayout) Layout([]fyne.CanvasObject, fyne.Size) { w.list.place() }

// MinSize implements fyne.Layout.
func (w longLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	l := w.list
	return fyne.NewSize(0, l.tops[len(l.tops)-1])
}

// FocusGained implements fyne.Focusable.
func (l *LongList) FocusGained() {
	l.focused = true
	l.refreshRow(l.active)
	Reveal(l)
}

// FocusLost implements fyne.Focusable.
func (l *LongList) FocusLost() {
	l.focused = false
	l.refreshRow(l.active)
}

// focus gives the list the focus, with a row as the one that keys are for.
func (l *LongList) focus(i int) {
	was := l.active
	l.activateQuietly(i)
	l.refreshRow(was)
	l.refreshRow(l.active)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

func (l *LongList) has(i int) bool { return i >= 0 && i < l.source.Len() }

// clicked does what a click on a row with modifier keys asks for.
func (l *LongList) clicked(i int, keys fyne.KeyModifier) {
	if !l.has(i) {
		return
	}
	l.focus(i)
	switch {
	case l.OnPick != nil && keys&fyne.KeyModifierShift != 0:
		l.pick(l.from, i)
	case l.OnPick != nil && (l.Picking || keys&fyne.KeyModifierShortcutDefault != 0):
		l.pick(i, i)
	default:
		l.open(i)
	}
}

func (l *LongList) open(i int) {
	if l.OnOpen != nil && l.has(i) {
		l.OnOpen(i)
	}
}

func (l *LongList) pick(from, to int) {
	if l.OnPick != nil && l.has(from) && l.has(to) {
		l.OnPick(from, to)
		l.from = to
	}
}

// menu opens the menu of a row at a place in the row.
func (l *LongList) menu(r *longRow, at fyne.Position) {
	if l.OnMenu == nil || !l.has(r.index) {
		return
	}
	l.focus(r.index)
	l.OnMenu(r.index, fyne.CurrentApp().Driver().AbsolutePositionForObject(r).Add(at))
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (l *LongList) TypedRune(r rune) {
	switch {
	case r != ' ':
		if l.OnRune != nil {
			l.OnRune(r)
		}
	case l.OnPick != nil && l.Picking:
		l.pick(l.active, l.active)
	case shiftIsDown():
		l.PageBy(-1)
	default:
		l.PageBy(1)
	}
}

// TypedKey implements fyne.Focusable.
func (l *LongList) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		if l.OnEscape == nil || !l.OnEscape() {
			PassUp(l, e)
		}
		return
	}
	if l.source.Len() == 0 || !l.typed(e.Name) {
		PassUp(l, e)
	}
}

// typed does what a key asks for, and reports whether it does.
func (l *LongList) typed(key fyne.KeyName) bool {
	r := l.shown[l.active]
	was := l.active
	switch key {
	case fyne.KeyUp:
		l.Activate(l.active - 1)
	case fyne.KeyDown:
		l.Activate(l.active + 1)
	case fyne.KeyHome:
		l.Activate(0)
	case fyne.KeyEnd:
		l.Activate(l.source.Len() - 1)
	case fyne.KeyPageUp:
		l.PageBy(-1)
	case fyne.KeyPageDown:
		l.PageBy(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		l.open(l.active)
		return true
	case fyne.KeySpace:
		return true // comes as a rune as well
	case fyne.KeyDelete:
		if l.OnDelete == nil {
			return false
		}
		l.OnDelete(l.active)
		return true
	case desktop.KeyMenu:
		l.menuOfActive(r)
		return true
	case fyne.KeyF10:
		if !shiftIsDown() {
			return false
		}
		l.menuOfActive(r)
		return true
	default:
		return false
	}
	if shiftIsDown() && was != l.active {
		l.pick(was, l.active)
	}
	return true
}

func (l *LongList) menuOfActive(r *longRow) {
	if r == nil { // it was scrolled away
		l.reveal(l.active)
		r = l.shown[l.active]
	}
	if r != nil {
		l.menu(r, fyne.NewPos(rowPadX, r.Size().Height))
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (l *LongList) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		if l.OnPickAll != nil {
			l.OnPickAll()
			return
		}
	case *desktop.CustomShortcut:
		if s.KeyName == fyne.KeySpace && s.Modifier == fyne.KeyModifierShortcutDefault && l.OnPick != nil {
			l.pick(l.active, l.active)
			return
		}
	}
	passShortcutUp(l, s)
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

type longListRenderer struct{ list *LongList }

func (r *longListRenderer) Layout(size fyne.Size) {
	r.list.scroll.Resize(size)
	r.list.place()
}

// MinSize has room for some rows.
func (r *longListRenderer) MinSize() fyne.Size {
	return r.list.Least.Max(fyne.NewSize(100, scaled(r.list, 3*targetHeight)))
}

func (r *longListRenderer) Refresh() {
	r.list.place()
	r.list.ShowAgain()
}

func (r *longListRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.list.scroll} }

func (r *longListRenderer) Destroy() {}
