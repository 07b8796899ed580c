package choices

import (
	"image/color"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
)

// Calendar shows a month to choose a week from. It is one stop for Tab: Up and Down
// move by a week, Left and Right by a month, Page Up and Page Down by a year, Home
// goes to the week of today, Enter and Space choose, Escape closes.
//
// Fyne's own calendar chooses days, has months in English only, begins weeks as the
// system does and leaves the arrow keys alone.
type Calendar struct {
	widget.BaseWidget

	words  *words.Words
	today  time.Time
	last   journal.Week // that can be chosen
	shown  journal.Week // that is on screen
	logged func(journal.Week) bool
	choose func(journal.Week)
	hide   func()
	focus  func() // the calendar

	marked  journal.Week // that Enter chooses
	focused bool
	month   *widget.Label
	later   [2]*calendarStep // to months and years after this one
	rows    [calendarRows]*calendarRow
	content fyne.CanvasObject
}

// calendarRows is the most weeks that a month has days in.
const calendarRows = 6

// NewCalendar returns a calendar with the week that is shown now and the last one that
// can be chosen. Logged reports in which weeks something is logged.
func NewCalendar(w *words.Words, today time.Time, shown, last journal.Week, logged func(journal.Week) bool) *Calendar {
	c := &Calendar{words: w, today: today, shown: shown, marked: shown, last: last, logged: logged}
	c.month = controls.Title("", theme.SizeNameText)
	c.month.Alignment = fyne.TextAlignCenter
	step := func(icon fyne.Resource, months int) *calendarStep {
		return newCalendarStep(icon, func() {
			c.turn(months)
			c.focus() // a click takes it away
		})
	}
	c.later = [2]*calendarStep{step(theme.NavigateNextIcon(), 1), step(theme.MediaFastForwardIcon(), 12)}
	stack := controls.Stack(2,
		container.NewBorder(nil, nil,
			container.NewHBox(step(theme.MediaFastRewindIcon(), -12), step(theme.NavigateBackIcon(), -1)),
			container.NewHBox(c.later[0], c.later[1]), c.month),
		newCalendarHead(strings.Fields(w.Say("calendar.days"))))
	for i := range c.rows {
		c.rows[i] = newCalendarRow(c)
		stack.Add(c.rows[i])
	}
	stack.Add(controls.Gap(4))
	stack.Add(controls.KeyCaption(w.Say("calendar.keys")))
	c.content = container.NewPadded(stack)
	c.ExtendBaseWidget(c)
	c.mark(shown)
	return c
}

// Open shows the calendar over the window, below o, until it calls choose or is closed.
func (c *Calendar) Open(ask *dialogs.Asker, o fyne.CanvasObject, choose func(journal.Week)) {
	c.choose = choose
	c.focus = func() { ask.Focus(c) }
	c.hide = ask.ShowBelow(o, c)
}

// OpenTitled shows the calendar as a dialog with a title, until it calls choose or is
// closed. Enter first chooses the week that is marked.
func (c *Calendar) OpenTitled(ask *dialogs.Asker, title string, marked journal.Week, choose func(journal.Week)) {
	d := ask.NewBox(title, c, "dialog.cancel")
	c.choose, c.hide = choose, d.Hide
	c.focus = func() { ask.Focus(c) }
	ask.Show(d)
	c.mark(marked)
	c.focus()
}

// mark moves the keys to a week, at most to the last one, and shows its month.
func (c *Calendar) mark(w journal.Week) {
	if w.After(c.last) {
		w = c.last
	}
	if w.Year() < journal.FirstYear {
		return
	}
	c.marked = w
	first := monthOf(w)
	c.month.SetText(c.words.Say("calendar.month", words.Args{"Month": c.words.Month(first.Month()), "Year": first.Year()}))
	for i, row := range c.rows {
		row.show(journal.WeekOf(first).Add(i), first.Month())
	}
	for _, step := range c.later {
		step.allow(monthOf(c.last).After(first))
	}
}

// monthOf returns the first day of the month that most days of a week are in.
func monthOf(w journal.Week) time.Time {
	thursday := w.Monday().AddDate(0, 0, 3)
	return time.Date(thursday.Year(), thursday.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// turn moves by months, to the first week of one.
func (c *Calendar) turn(months int) {
	first := monthOf(c.marked).AddDate(0, months, 0)
	w := journal.WeekOf(first)
	if monthOf(w) != first { // most of its days are in the month before
		w = w.Next()
	}
	c.mark(w)
}

// take chooses a week, if it can be chosen.
func (c *Calendar) take(w journal.Week) {
	if w.After(c.last) {
		return
	}
	c.hide()
	c.choose(w)
}

// Dismiss closes the calendar, as it does a menu.
func (c *Calendar) Dismiss() { c.hide() }

// FocusGained implements fyne.Focusable.
func (c *Calendar) FocusGained() { c.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (c *Calendar) FocusLost() { c.setFocused(false) }

func (c *Calendar) setFocused(on bool) {
	c.focused = on
	for _, row := range c.rows {
		row.Refresh()
	}
}

// TypedRune implements fyne.Focusable. Space takes the week here and not as a key: its
// rune comes after the key, and would be typed into a field that the week leads to.
func (c *Calendar) TypedRune(r rune) {
	if r == ' ' {
		c.take(c.marked)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Calendar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		c.mark(c.marked.Prev())
	case fyne.KeyDown:
		c.mark(c.marked.Next())
	case fyne.KeyLeft:
		c.turn(-1)
	case fyne.KeyRight:
		c.turn(1)
	case fyne.KeyPageUp:
		c.turn(-12)
	case fyne.KeyPageDown:
		c.turn(12)
	case fyne.KeyHome:
		c.mark(journal.WeekOf(c.today))
	case fyne.KeyReturn, fyne.KeyEnter:
		c.take(c.marked)
	case fyne.KeyEscape:
		c.hide()
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// calendarStep is an icon that leads to another month.
type calendarStep struct {
	widget.BaseWidget

	icon    *widget.Icon
	tapped  func()
	allowed bool
}

func newCalendarStep(icon fyne.Resource, tapped func()) *calendarStep {
	s := &calendarStep{icon: widget.NewIcon(icon), tapped: tapped, allowed: true}
	s.ExtendBaseWidget(s)
	return s
}

// allow shows the icon, or not where there is no such month to choose from.
func (s *calendarStep) allow(allowed bool) {
	s.allowed, s.icon.Hidden = allowed, !allowed
	s.icon.Refresh()
}

// Tapped implements fyne.Tappable.
func (s *calendarStep) Tapped(*fyne.PointEvent) {
	if s.allowed {
		s.tapped()
	}
}

// Cursor implements desktop.Cursorable.
func (s *calendarStep) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *calendarStep) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewGridWrap(fyne.NewSquareSize(calendarCell), container.NewCenter(s.icon)))
}

// calendarCell is the least width and height of a day and of a row, and calendarDot
// is how wide the dot of a week is in which something is logged.
const calendarCell, calendarDot = 32, 6

// calendarCells lays out the number of a week, after the room for its dot, and its
// days.
type calendarCells struct{}

const calendarDotRoom = calendarDot + 6

func (calendarCells) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - calendarDotRoom) / float32(len(o))
	for i, cell := range o {
		height := cell.MinSize().Height
		cell.Resize(fyne.NewSize(width, height))
		cell.Move(fyne.NewPos(calendarDotRoom+float32(i)*width, (size.Height-height)/2))
	}
}

func (calendarCells) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSquareSize(calendarCell)
	for _, cell := range o {
		size = size.Max(cell.MinSize().AddWidthHeight(8, 0))
	}
	return fyne.NewSize(calendarDotRoom+size.Width*float32(len(o)), size.Height)
}

// newCalendarHead returns the names of the days.
func newCalendarHead(days []string) fyne.CanvasObject {
	head := container.New(calendarCells{}, centeredText())
	for _, day := range days {
		text := centeredText()
		text.Text, text.Color = day, theme.Color(controls.ColorMuted)
		text.TextSize = theme.Size(theme.SizeNameCaptionText)
		head.Add(text)
	}
	return head
}

func centeredText() *canvas.Text {
	t := canvas.NewText("", nil)
	t.Alignment = fyne.TextAlignCenter
	return t
}

// calendarRow is a week of the calendar.
type calendarRow struct {
	widget.BaseWidget

	calendar *Calendar
	week     journal.Week
	month    time.Month
	hovered  bool
}

var (
	_ fyne.Tappable     = (*calendarRow)(nil)
	_ desktop.Hoverable = (*calendarRow)(nil)
)

func newCalendarRow(c *Calendar) *calendarRow {
	r := &calendarRow{calendar: c}
	r.ExtendBaseWidget(r)
	return r
}

// show shows a week, if any of its days is in a month.
func (r *calendarRow) show(w journal.Week, month time.Month) {
	r.week, r.month = w, month
	r.Hidden = w.Monday().Month() != month && w.Sunday().Month() != month
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *calendarRow) Tapped(*fyne.PointEvent) { r.calendar.take(r.week) }

// MouseIn implements desktop.Hoverable.
func (r *calendarRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (r *calendarRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *calendarRow) MouseOut() { r.hover(false) }

func (r *calendarRow) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *calendarRow) CreateRenderer() fyne.WidgetRenderer {
	w := &calendarRowRenderer{row: r, ground: canvas.NewRectangle(nil), dot: canvas.NewCircle(nil)}
	w.cells = container.New(calendarCells{})
	for i := range w.texts {
		w.texts[i] = centeredText()
		w.cells.Add(w.texts[i])
	}
	w.Refresh()
	return w
}

type calendarRowRenderer struct {
	row    *calendarRow
	ground *canvas.Rectangle
	dot    *canvas.Circle // something is logged
	texts  [8]*canvas.Text
	cells  *fyne.Container
}

func (w *calendarRowRenderer) Layout(size fyne.Size) {
	w.ground.Resize(size)
	w.cells.Resize(size)
	w.dot.Resize(fyne.NewSquareSize(calendarDot))
	w.dot.Move(fyne.NewPos(calendarDot, (size.Height-calendarDot)/2))
}

func (w *calendarRowRenderer) MinSize() fyne.Size { return w.cells.MinSize() }

func (w *calendarRowRenderer) Refresh() {
	r, c := w.row, w.row.calendar
	w.ground.CornerRadius, w.ground.FillColor, w.ground.StrokeWidth = 6, color.Transparent, 0
	possible := !r.week.After(c.last)
	switch {
	case r.week == c.shown:
		w.ground.FillColor = theme.Color(controls.ColorSelected)
	case r.hovered && possible:
		w.ground.FillColor = theme.Color(controls.ColorLit)
	}
	if r.week == c.marked && c.focused {
		w.ground.StrokeColor, w.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	w.dot.FillColor = theme.Color(theme.ColorNamePrimary)
	w.dot.Hidden = r.week.IsZero() || !possible || !c.logged(r.week)
	for i, text := range w.texts {
		ink := theme.ColorNameForeground
		text.TextSize, text.TextStyle.Bold = theme.Size(controls.SizeControl), false
		day := r.week.Monday().AddDate(0, 0, i-1)
		switch {
		case i == 0:
			text.Text, ink = strconv.Itoa(r.week.Number()), controls.ColorMuted
		default:
			text.Text = strconv.Itoa(day.Day())
			if day.Month() != r.month {
				ink = controls.ColorMuted
			}
			if day.Format(time.DateOnly) == c.today.Format(time.DateOnly) {
				ink, text.TextStyle.Bold = theme.ColorNamePrimary, true
			}
		}
		if !possible {
			ink = theme.ColorNameDisabled
		}
		text.Color = theme.Color(ink)
	}
	canvas.Refresh(r)
}

func (w *calendarRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.ground, w.dot, w.cells}
}

func (w *calendarRowRenderer) Destroy() {}

// AccessibilityLabel implements fyne.Accessible: the week that Enter chooses.
func (c *Calendar) AccessibilityLabel() string { return c.words.Week(c.marked) }

// AccessibilityRole implements fyne.Accessible.
func (c *Calendar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
