package past

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

var (
	_ fyne.Focusable     = (*yearGrid)(nil)
	_ fyne.Tappable      = (*yearGrid)(nil)
	_ fyne.Accessible    = (*yearGrid)(nil)
	_ desktop.Hoverable  = (*yearGrid)(nil)
	_ desktop.Cursorable = (*yearGrid)(nil)
)

// yearGrid shows the weeks of a year, a month a line, to go to one of them. It is one
// stop of Tab: Left and Right lead from week to week, Up and Down from month to month,
// Page Up and Page Down from year to year, Home to the week of today, and Enter, Space
// or a click goes to the week.
type yearGrid struct {
	widget.BaseWidget

	words *words.Words
	goTo  func(journal.Week)
	turn  func(year int) // shows another year
	today journal.Week
	begun journal.Week // the last week that one can go to
	state map[journal.Week]weekState
	hits  map[journal.Week]bool // nil if nothing is searched

	year    int
	months  [12][]journal.Week
	at      journal.Week // where the keys led
	hovered journal.Week
	focused bool
}

// weekState is what a calendar shows of a week in which something is logged.
type weekState int

const (
	notLogged weekState = iota
	logged
	weekOff
)

func newYearGrid(w *words.Words, goTo func(journal.Week), turn func(year int)) *yearGrid {
	g := &yearGrid{words: w, goTo: goTo, turn: turn}
	g.ExtendBaseWidget(g)
	return g
}

// show shows a year.
func (g *yearGrid) show(year int) {
	g.year, g.months = year, [12][]journal.Week{}
	// The fourth of January is always in the first week.
	for w := journal.WeekOf(time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)); w.Year() == year; w = w.Next() {
		month := monthOf(w)
		g.months[month] = append(g.months[month], w)
	}
	if g.at.Year() != year {
		g.at = g.months[0][0]
		if year == g.today.Year() {
			g.at = g.today
		}
	}
	g.Refresh()
}

// monthOf returns the month, counted from 0, that most days of a week are in.
func monthOf(w journal.Week) int { return int(w.Monday().AddDate(0, 0, 3).Month()) - 1 }

// place returns the line and the column of a week.
func (g *yearGrid) place(w journal.Week) (line, column int) {
	line = monthOf(w)
	for i, o := range g.months[line] {
		if o == w {
			column = i
		}
	}
	return line, column
}

// Measures of a calendar at the usual text size.
const (
	yearName   = 44 // of a month
	yearStep   = 42 // from column to column
	yearCell   = 36
	yearLine   = 27
	yearHigh   = 21
	yearMost   = 5 // weeks of a month
	yearWidth  = yearName + yearMost*yearStep
	cellCorner = 4
)

// under returns the week at a place, the zero week if there is none.
func (g *yearGrid) under(p fyne.Position) journal.Week {
	scale := look.TextScale()
	line, column := int(p.Y/(yearLine*scale)), int((p.X-yearName*scale)/(yearStep*scale))
	if p.X < yearName*scale || p.Y < 0 || line > 11 || column >= len(g.months[line]) {
		return journal.Week{}
	}
	return g.months[line][column]
}

// box returns where a week is drawn.
func (g *yearGrid) box(w journal.Week) (fyne.Position, fyne.Size) {
	scale := look.TextScale()
	line, column := g.place(w)
	return fyne.NewPos((yearName+float32(column)*yearStep)*scale, (float32(line)*yearLine+(yearLine-yearHigh)/2)*scale),
		fyne.NewSize(yearCell*scale, yearHigh*scale)
}

// Tapped implements fyne.Tappable.
func (g *yearGrid) Tapped(e *fyne.PointEvent) {
	if w := g.under(e.Position); !w.IsZero() {
		g.at = w
		g.take()
	}
}

// take goes to the week that the keys led to, if it has begun.
func (g *yearGrid) take() {
	g.Refresh()
	if !g.at.After(g.begun) {
		controls.HideTip(g)
		g.goTo(g.at)
	}
}

// Cursor implements desktop.Cursorable.
func (g *yearGrid) Cursor() desktop.Cursor {
	if g.hovered.IsZero() || g.hovered.After(g.begun) {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn implements desktop.Hoverable.
func (g *yearGrid) MouseIn(e *desktop.MouseEvent) { g.hover(g.under(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (g *yearGrid) MouseMoved(e *desktop.MouseEvent) { g.hover(g.under(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (g *yearGrid) MouseOut() { g.hover(journal.Week{}) }

func (g *yearGrid) hover(w journal.Week) {
	if w == g.hovered {
		return
	}
	g.hovered = w
	g.Refresh()
	if w.IsZero() {
		controls.HideTip(g)
	} else {
		g.tip(w)
	}
}

// tip shows the days of a week, and whether it is logged.
func (g *yearGrid) tip(w journal.Week) {
	at, size := g.box(w)
	controls.ShowTip(g, at, size, g.tipWords(w))
}

func (g *yearGrid) tipWords(w journal.Week) string {
	state := "past.year.not"
	switch {
	case w.After(g.begun):
		state = "past.year.future"
	case g.state[w] == logged:
		state = "past.year.logged"
	case g.state[w] == weekOff:
		state = "past.year.off"
	}
	return g.words.Say("past.year.tip", words.Args{
		"Week": g.words.Say("week.title", words.Args{"Number": w.Number()}), "Dates": g.words.WeekDates(w), "State": g.words.Say(state)})
}

// FocusGained implements fyne.Focusable.
func (g *yearGrid) FocusGained() {
	g.focused = true
	g.Refresh()
	controls.Reveal(g)
	g.tip(g.at)
}

// FocusLost implements fyne.Focusable.
func (g *yearGrid) FocusLost() {
	g.focused = false
	g.Refresh()
	controls.HideTip(g)
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (g *yearGrid) TypedRune(r rune) {
	if r == ' ' {
		g.take()
	}
}

// TypedKey implements fyne.Focusable.
func (g *yearGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		g.lead(g.at.Prev())
	case fyne.KeyRight:
		g.lead(g.at.Next())
	case fyne.KeyUp:
		g.leadMonths(-1)
	case fyne.KeyDown:
		g.leadMonths(1)
	case fyne.KeyPageUp:
		g.lead(g.at.Add(-52))
	case fyne.KeyPageDown:
		g.lead(g.at.Add(52))
	case fyne.KeyHome:
		g.lead(g.today)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.take()
	case fyne.KeySpace:
	default:
		controls.PassUp(g, e)
	}
}

// leadMonths leads to the same place in another month of the year.
func (g *yearGrid) leadMonths(by int) {
	line, column := g.place(g.at)
	if to := line + by; to >= 0 && to < len(g.months) {
		weeks := g.months[to]
		g.lead(weeks[min(column, len(weeks)-1)])
		return
	}
	g.lead(g.at.Add(4 * by))
}

// lead leads to a week, up to the end of the year of today.
func (g *yearGrid) lead(w journal.Week) {
	if w.Year() < journal.FirstYear || w.Year() > max(g.today.Year(), g.begun.Year()) {
		return
	}
	g.at = w
	if w.Year() != g.year {
		g.turn(w.Year())
	}
	g.Refresh()
	g.tip(w)
}

// AccessibilityLabel implements fyne.Accessible.
func (g *yearGrid) AccessibilityLabel() string {
	return g.words.Say("past.year.spoken", words.Args{"Year": g.year}) + ": " + g.tipWords(g.at)
}

// AccessibilityRole implements fyne.Accessible.
func (g *yearGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (g *yearGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &yearRenderer{grid: g, today: canvas.NewRectangle(color.Transparent), at: canvas.NewRectangle(color.Transparent)}
	for i := range r.months {
		r.months[i] = canvas.NewText("", nil)
		r.objects = append(r.objects, r.months[i])
	}
	for i := range r.weeks {
		w := weekCell{canvas.NewRectangle(nil), canvas.NewText("", nil)}
		w.text.Alignment = fyne.TextAlignCenter
		r.weeks[i], r.objects = w, append(r.objects, w.box, w.text)
	}
	r.objects = append(r.objects, r.today, r.at)
	r.draw()
	return r
}

type yearRenderer struct {
	grid      *yearGrid
	months    [12]*canvas.Text
	weeks     [mostWeeks]weekCell
	today, at *canvas.Rectangle // rings around weeks
	objects   []fyne.CanvasObject
}

const mostWeeks = 53 // of a year

// weekCell is a week on the canvas.
type weekCell struct {
	box  *canvas.Rectangle
	text *canvas.Text
}

func (r *yearRenderer) Layout(fyne.Size) {}

func (r *yearRenderer) MinSize() fyne.Size {
	return fyne.NewSize(yearWidth*look.TextScale(), 12*yearLine*look.TextScale())
}

func (r *yearRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.grid)
}

func (r *yearRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *yearRenderer) Destroy() {}

// draw draws the months with their weeks, on the objects that there are.
func (r *yearRenderer) draw() {
	g, scale, n := r.grid, look.TextScale(), 0
	r.today.Hidden, r.at.Hidden = true, !g.focused
	for line, weeks := range g.months {
		r.write(r.months[line], g.words.MonthShort(time.Month(line+1)), controls.ColorMuted,
			fyne.NewPos(0, float32(line)*yearLine*scale), fyne.NewSize(yearName*scale, yearLine*scale))
		for _, w := range weeks {
			at, size := g.box(w)
			look, cell := g.lookOf(w), r.weeks[n]
			cell.box.FillColor, cell.box.CornerRadius, cell.box.StrokeWidth = themed(g, look.fill), cellCorner, 0
			if look.edge != "" {
				cell.box.StrokeWidth, cell.box.StrokeColor = 1, themed(g, look.edge)
			}
			cell.box.Move(at)
			cell.box.Resize(size)
			r.write(cell.text, look.text, look.ink, at, size)
			if w == g.today {
				r.today.Hidden = false
				r.ring(r.today, w, 3)
			}
			n++
		}
	}
	for i, cell := range r.weeks {
		cell.box.Hidden, cell.text.Hidden = i >= n, i >= n
	}
	if g.focused {
		r.ring(r.at, g.at, 1)
	}
}

// write writes a text into the middle of the height of a box.
func (r *yearRenderer) write(t *canvas.Text, text string, ink fyne.ThemeColorName, at fyne.Position, box fyne.Size) {
	t.Text, t.Color, t.TextSize = text, themed(r.grid, ink), r.grid.Theme().Size(theme.SizeNameCaptionText)
	height := t.MinSize().Height
	t.Move(at.AddXY(0, (box.Height-height)/2))
	t.Resize(fyne.NewSize(box.Width, height))
}

// ring draws a ring around a week, out from its edge.
func (r *yearRenderer) ring(o *canvas.Rectangle, w journal.Week, out float32) {
	at, size := r.grid.box(w)
	o.StrokeColor, o.StrokeWidth, o.CornerRadius = themed(r.grid, theme.ColorNamePrimary), 2, cellCorner+out
	o.Move(at.SubtractXY(out, out))
	o.Resize(size.AddWidthHeight(2*out, 2*out))
}

// cellLook is how a week is drawn.
type cellLook struct {
	fill, edge, ink fyne.ThemeColorName
	text            string
}

func (g *yearGrid) lookOf(w journal.Week) cellLook {
	c := cellLook{theme.ColorNameSeparator, "", controls.ColorMuted, strconv.Itoa(w.Number())}
	switch {
	case w.After(g.begun):
		c.fill, c.edge = theme.ColorNameBackground, controls.ColorFrame
	case g.hits[w]:
		c.fill, c.ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	case g.state[w] == weekOff:
		c.text = "–"
	case g.state[w] == logged:
		c.fill, c.ink = look.ColorLogged, look.ColorOnLogged
	}
	if w == g.hovered && !w.After(g.begun) {
		c.edge = theme.ColorNamePrimary
	}
	return c
}
