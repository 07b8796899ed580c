package controls

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// WeekCalendar shows a month week by week, from Monday to Sunday, with the week's
// number, and lets one choose a week. Up and Down go to the next week, Page Up and
// Page Down to the next month, Enter submits.
//
// Fyne's calendar chooses days, begins its lines with the day of the system's
// region, so that a line may be no week, and has English names of months.
type WeekCalendar struct {
	// OnChosen is called with the Monday of a week that the user chose. It may be
	// nil.
	OnChosen func(monday time.Time)
	// OnSubmit is called when Enter is pressed. It may be nil.
	OnSubmit func()

	names  CalendarNames
	month  time.Time // the first of the month on screen
	chosen time.Time // Monday of the week that is chosen
	latest time.Time // Monday of the last week that can be
	title  *Colored
	grid   *weekGrid
	root   *fyne.Container
}

// CalendarNames are the words of a calendar.
type CalendarNames struct {
	Month func(time.Time) string
	Days  [7]string // short, from Monday
}

// NewWeekCalendar returns a calendar on which the week of a day is chosen. Weeks after
// that of latest cannot be.
func NewWeekCalendar(names CalendarNames, chosen, latest time.Time) *WeekCalendar {
	c := &WeekCalendar{names: names, latest: monday(latest)}
	c.title = NewColored("", theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true})
	c.grid = newWeekGrid(c)
	arrow := func(icon fyne.Resource, months int) fyne.CanvasObject {
		b := NewButtonWithIcon("", icon, func() { c.show(c.month.AddDate(0, months, 0)) })
		b.Importance = widget.LowImportance
		return container.NewGridWrap(fyne.NewSquareSize(gridRow), b)
	}
	head := container.NewBorder(nil, nil, arrow(theme.NavigateBackIcon(), -1), arrow(theme.NavigateNextIcon(), 1),
		container.NewCenter(c.title))
	c.root = Stack(4, head, c.grid)
	c.Choose(chosen)
	return c
}

// monday returns the first day of the week of t.
func monday(t time.Time) time.Time {
	day := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

// Content returns the object to show.
func (c *WeekCalendar) Content() fyne.CanvasObject { return c.root }

// Focus returns what is to have the focus for the keys of the calendar.
func (c *WeekCalendar) Focus() fyne.Focusable { return c.grid }

// Chosen returns the Monday of the week that is chosen.
func (c *WeekCalendar) Chosen() time.Time { return c.chosen }

// Choose chooses the week of a day, or the last one that can be, and shows its month.
func (c *WeekCalendar) Choose(day time.Time) {
	c.chosen = monday(day)
	if c.chosen.After(c.latest) {
		c.chosen = c.latest
	}
	c.show(c.chosen.AddDate(0, 0, 3)) // the month of most of its days
}

// show shows the month of a day.
func (c *WeekCalendar) show(day time.Time) {
	c.month = time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	c.title.Set(c.names.Month(c.month), theme.ColorNameForeground)
	c.root.Refresh()
	c.grid.Refresh()
}

// take is Choose on behalf of the user.
func (c *WeekCalendar) take(day time.Time) {
	c.Choose(day)
	if c.OnChosen != nil {
		c.OnChosen(c.chosen)
	}
}

const (
	gridRow  = 32 // height of a week
	gridRows = 6
)

// weekGrid is the weeks of the month of a calendar.
type weekGrid struct {
	widget.BaseWidget
	calendar *WeekCalendar
	focused  bool
	hovered  int // row; -1 if none is
}

var (
	_ fyne.Focusable    = (*weekGrid)(nil)
	_ fyne.Tappable     = (*weekGrid)(nil)
	_ desktop.Hoverable = (*weekGrid)(nil)
)

func newWeekGrid(c *WeekCalendar) *weekGrid {
	g := &weekGrid{calendar: c, hovered: -1}
	g.ExtendBaseWidget(g)
	return g
}

// week returns the Monday of a row.
func (g *weekGrid) week(row int) time.Time { return monday(g.calendar.month).AddDate(0, 0, 7*row) }

// rowAt returns the row at a place, -1 above the first.
func (g *weekGrid) rowAt(p fyne.Position) int {
	row := int(p.Y/g.rowHeight()) - 1
	return min(row, gridRows-1)
}

// rowHeight returns the height of a week.
func (g *weekGrid) rowHeight() float32 { return scaled(g, gridRow) }

// Tapped implements fyne.Tappable.
func (g *weekGrid) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	if row := g.rowAt(e.Position); row >= 0 && !g.week(row).After(g.calendar.latest) {
		g.calendar.take(g.week(row))
	}
}

// MouseIn implements desktop.Hoverable.
func (g *weekGrid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (g *weekGrid) MouseMoved(e *desktop.MouseEvent) {
	if row := g.rowAt(e.Position); row != g.hovered {
		g.hovered = row
		g.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (g *weekGrid) MouseOut() {
	g.hovered = -1
	g.Refresh()
}

// FocusGained implements fyne.Focusable.
func (g *weekGrid) FocusGained() {
	g.focused = true
	g.Refresh()
	Reveal(g)
}

// FocusLost implements fyne.Focusable.
func (g *weekGrid) FocusLost() {
	g.focused = false
	g.Refresh()
}

// TypedRune implements fyne.Focusable.
func (g *weekGrid) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *weekGrid) TypedKey(e *fyne.KeyEvent) {
	c := g.calendar
	switch e.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		c.take(c.chosen.AddDate(0, 0, -7))
	case fyne.KeyDown, fyne.KeyRight:
		c.take(c.chosen.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		c.take(c.chosen.AddDate(0, 0, -28))
	case fyne.KeyPageDown:
		c.take(c.chosen.AddDate(0, 0, 28))
	case fyne.KeyEnd:
		c.take(c.latest)
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnSubmit != nil {
			c.OnSubmit()
		}
	default:
		passUp(g, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (g *weekGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &weekGridRenderer{grid: g, mark: canvas.NewRectangle(nil)}
	for i := range r.grounds {
		r.grounds[i] = canvas.NewRectangle(nil)
		r.objects = append(r.objects, r.grounds[i])
	}
	for row := range r.texts {
		for column := range r.texts[row] {
			r.texts[row][column] = canvas.NewText("", nil)
			r.objects = append(r.objects, r.texts[row][column])
		}
	}
	r.objects = append(r.objects, r.mark)
	r.Refresh()
	return r
}

// weekGridRenderer has a line of names of days, and below it six weeks of a number and
// seven days.
type weekGridRenderer struct {
	grid    *weekGrid
	grounds [gridRows]*canvas.Rectangle
	texts   [gridRows + 1][8]*canvas.Text
	mark    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *weekGridRenderer) Layout(size fyne.Size) {
	height, width := r.grid.rowHeight(), size.Width/8
	for row := range r.texts {
		for column, text := range r.texts[row] {
			least := text.MinSize()
			text.Resize(least)
			text.Move(fyne.NewPos(float32(column)*width+(width-least.Width)/2, float32(row)*height+(height-least.Height)/2))
		}
	}
	r.mark.Hidden = true
	for row, ground := range r.grounds {
		ground.Move(fyne.NewPos(0, float32(row+1)*height+1))
		ground.Resize(shrunk(fyne.NewSize(size.Width, height), 0, 2))
		if r.grid.focused && r.grid.week(row).Equal(r.grid.calendar.chosen) {
			r.mark.Hidden = false
			r.mark.Move(ground.Position())
			r.mark.Resize(ground.Size())
		}
	}
}

func (r *weekGridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(scaled(r.grid, 8*40), (gridRows+1)*r.grid.rowHeight())
}

func (r *weekGridRenderer) Refresh() {
	g := r.grid
	c := g.calendar
	set := func(text *canvas.Text, s string, name fyne.ThemeColorName, bold bool) {
		text.Text, text.Color, text.TextStyle.Bold = s, themed(g, name), bold
		text.TextSize = g.Theme().Size(theme.SizeNameText)
		text.Refresh()
	}
	for i, name := range c.names.Days {
		set(r.texts[0][i+1], name, ColorMuted, false)
	}
	for row, ground := range r.grounds {
		week := g.week(row)
		_, number := week.ISOWeek()
		chosen, ahead := week.Equal(c.chosen), week.After(c.latest)
		set(r.texts[row+1][0], strconv.Itoa(number), ColorMuted, chosen)
		for i := range 7 {
			day := week.AddDate(0, 0, i)
			name := theme.ColorNameForeground
			if ahead || day.Month() != c.month.Month() {
				name = theme.ColorNamePlaceHolder
			}
			set(r.texts[row+1][i+1], strconv.Itoa(day.Day()), name, chosen)
		}
		switch {
		case chosen:
			ground.FillColor = themed(g, ColorSelected)
		case row == g.hovered && !ahead:
			ground.FillColor = themed(g, ColorLit)
		default:
			ground.FillColor = nil
		}
		ground.CornerRadius = rowRadius
		ground.Refresh()
	}
	r.mark.StrokeColor, r.mark.StrokeWidth, r.mark.CornerRadius = themed(g, theme.ColorNamePrimary), 2, rowRadius
	r.Layout(g.Size())
	canvas.Refresh(g)
}

func (r *weekGridRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *weekGridRenderer) Destroy() {}
