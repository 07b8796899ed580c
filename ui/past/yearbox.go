package past

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/search"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// yearBox is the calendar with the arrows to other years and what its colors mean.
type yearBox struct {
	page          *Page
	grid          *yearGrid
	name          *widget.Label
	before, after *controls.Button
	how           *widget.Label
	root          fyne.CanvasObject
}

func newYearBox(p *Page) *yearBox {
	b := &yearBox{page: p, name: controls.Title("", theme.SizeNameSubHeadingText), how: controls.Caption("")}
	say := p.Words.Say
	b.name.Alignment = fyne.TextAlignCenter
	b.grid = newYearGrid(p.Words, p.goTo, b.choose)
	b.before = controls.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { b.choose(b.grid.year - 1) })
	b.after = controls.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { b.choose(b.grid.year + 1) })
	head := container.NewBorder(nil, nil, b.before, b.after, container.NewCenter(controls.Flush(b.name)))
	entry := func(id string, fill, edge fyne.ThemeColorName) fyne.CanvasObject {
		return container.NewHBox(container.NewCenter(newSwatch(fill, id == "past.year.off")),
			controls.NewColored(say(id), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}))
	}
	legend := controls.Stack(4,
		entry("past.year.logged", look.ColorLogged, ""), entry("past.year.not", theme.ColorNameSeparator, ""), entry("past.year.off", theme.ColorNameSeparator, ""))
	fixed := container.New(&fixedWidth{}, controls.Stack(10, head, b.grid, legend, controls.Flush(b.how)))
	b.root = container.New(layout.NewCustomPaddedLayout(4, 4, 0, 0), fixed)
	b.grid.today = journal.WeekOf(p.Now())
	b.choose(b.grid.today.Year())
	return b
}

// Content returns what the page shows.
func (b *yearBox) Content() fyne.CanvasObject { return b.root }

// read reads which weeks are logged.
func (b *yearBox) read() {
	p, g := b.page, b.grid
	g.state = make(map[journal.Week]weekState)
	for e := range p.Journal.All() {
		g.state[e.Week] = logged
		if e.Away != "" {
			g.state[e.Week] = weekOff
		}
	}
	g.today, g.begun = journal.WeekOf(p.Now()), p.Journal.ReadClock(p.Now()).Begun
	b.choose(g.year)
}

// showHits shows which weeks have what is searched for.
func (b *yearBox) showHits(q search.Query, rows []search.Row) {
	id := "past.year.how"
	b.grid.hits = nil
	if !q.Empty() {
		id = "past.year.hits"
		b.grid.hits = make(map[journal.Week]bool)
		for _, row := range rows {
			if row.Item == search.Head {
				b.grid.hits[row.Entry.Week] = true
			}
		}
	}
	if text := b.page.Words.Say(id); text != b.how.Text {
		b.how.SetText(text)
	}
	b.grid.Refresh()
}

// choose shows a year.
func (b *yearBox) choose(year int) {
	last := max(b.grid.today.Year(), b.grid.begun.Year())
	year = max(journal.FirstYear, min(year, last))
	b.name.SetText(strconv.Itoa(year))
	for button, there := range map[*controls.Button]bool{b.before: year > journal.FirstYear, b.after: year < last} {
		if there == button.Disabled() {
			if there {
				button.Enable()
			} else {
				button.Disable()
			}
		}
	}
	b.grid.show(year)
}

// newSwatch returns a small box in a color of the calendar, with a dash for a week off.
func newSwatch(fill fyne.ThemeColorName, off bool) fyne.CanvasObject {
	s := &swatch{fill: fill, off: off}
	s.ExtendBaseWidget(s)
	return s
}

type swatch struct {
	widget.BaseWidget
	fill fyne.ThemeColorName
	off  bool
}

// CreateRenderer implements fyne.Widget.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{swatch: s, box: canvas.NewRectangle(nil), dash: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	swatch    *swatch
	box, dash *canvas.Rectangle
}

func (r *swatchRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.dash.Resize(fyne.NewSize(size.Width/2, 2))
	r.dash.Move(fyne.NewPos(size.Width/4, size.Height/2-1))
}

func (r *swatchRenderer) MinSize() fyne.Size {
	return fyne.NewSize(16*look.TextScale(), 11*look.TextScale())
}

func (r *swatchRenderer) Refresh() {
	r.box.FillColor, r.box.CornerRadius = themed(r.swatch, r.swatch.fill), 3
	r.dash.FillColor, r.dash.Hidden = themed(r.swatch, controls.ColorMuted), !r.swatch.off
	canvas.Refresh(r.box)
}

func (r *swatchRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.dash} }

func (r *swatchRenderer) Destroy() {}

// fixedWidth gives the calendar the width that it needs, however much there is.
type fixedWidth struct{}

// Layout implements fyne.Layout.
func (fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(yearWidth*look.TextScale(), size.Height))
}

// MinSize implements fyne.Layout.
func (fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := yearWidth * look.TextScale()
	o[0].Resize(fyne.NewSize(width, o[0].Size().Height))
	return fyne.NewSize(width, o[0].MinSize().Height)
}
