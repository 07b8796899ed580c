package week

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// momentList shows the moments of a week, each with its menu.
type momentList struct {
	page *Page

	moments []journal.Moment
	rows    *fyne.Container
	root    fyne.CanvasObject
}

func newMomentList(p *Page) *momentList {
	l := &momentList{page: p}
	l.rows = controls.Stack(0)
	l.root = controls.NewPanel(l.rows, controls.ColorCard, theme.ColorNameSeparator, 10, fyne.NewSize(18, 8))
	return l
}

// show shows the moments of a week.
func (l *momentList) show(moments []journal.Moment) {
	l.moments = moments
	l.rows.RemoveAll()
	hours := float32(rowHours) // all decimals are shown, below each other
	for _, m := range moments {
		hours = max(hours, l.hours(m).MinSize().Width)
	}
	for i, m := range moments {
		if i > 0 {
			l.rows.Add(widget.NewSeparator())
		}
		l.rows.Add(l.row(m, hours))
	}
	if len(moments) == 0 {
		l.rows.Add(container.NewPadded(controls.Flush(controls.Caption(l.page.Words.Say("week.moments.none")))))
	}
	l.rows.Refresh()
}

// hours returns what shows how long a moment took.
func (l *momentList) hours(m journal.Moment) *controls.Colored {
	return controls.NewColored(l.page.Words.Hours(m.Hours), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
}

// row returns what shows one moment, with a width for its hours.
func (l *momentList) row(m journal.Moment, hours float32) fyne.CanvasObject {
	kind, _ := l.page.Journal.Kinds().Find(m.Kind)
	name := l.page.Words.Kind(kind)
	if kind.Track != m.Track {
		name = l.page.Words.Say("week.kind.option", words.Args{"Kind": name, "Track": l.page.Words.Track(m.Track)})
	}
	text := controls.Body(texts.Flatten(m.Text, 300))
	notes := l.notes(m)
	body := controls.Stack(1, controls.Flush(text))
	if notes != "" {
		body.Add(controls.Flush(controls.Caption(notes)))
	}
	var menu *controls.Button
	menu = controls.NewButtonWithIcon("", theme.MoreHorizontalIcon(), func() { l.menu(m, menu) })
	menu.Importance = widget.LowImportance
	look.SetVisible(menu, !l.page.locked())
	return container.New(&momentRow{hours: hours},
		controls.NewGlyph(look.TrackShape(m.Track), look.TrackColor(m.Track)),
		body,
		controls.NewColored(name, look.TrackColor(m.Track), theme.SizeNameCaptionText, fyne.TextStyle{}),
		controls.NewDeviation(float32(m.Energy)/2, look.TrackColor(m.Track)),
		l.hours(m), menu)
}

// notes returns the small text below a moment: its tags, and whether it is
// private or was chosen.
func (l *momentList) notes(m journal.Moment) string {
	var notes []string
	for _, tag := range m.Tags {
		notes = append(notes, "#"+tag)
	}
	if m.Chosen {
		notes = append(notes, l.page.Words.Say("week.moment.chosen"))
	}
	if m.Private {
		notes = append(notes, l.page.Words.Say("week.moment.private"))
	}
	return strings.Join(notes, "  ")
}

func (l *momentList) menu(m journal.Moment, at fyne.CanvasObject) {
	driver, week := fyne.CurrentApp().Driver(), l.page.entry.Week
	c := driver.CanvasForObject(at)
	place := driver.AbsolutePositionForObject(at).AddXY(0, at.Size().Height)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("",
		fyne.NewMenuItem(l.page.Words.Say("week.moment.edit"), func() { l.page.editMoment(week, m) }),
		fyne.NewMenuItem(l.page.Words.Say("week.moment.remove"), func() { l.page.deleteMoment(week, m.ID) }),
	), c, place)
}

// momentRow lays out glyph, text, kind, energy, hours and menu: in one line
// where there is room, else with the text above the rest.
type momentRow struct{ width, hours float32 }

const (
	rowPad    = 9
	rowKind   = 144
	rowEnergy = 96
	rowHours  = 42 // at least
	rowMenu   = 30
	rowGap    = 10
	rowGlyph  = 24 // glyph and gap
	rowWide   = 600
)

func (l *momentRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	put := func(i int, x, center, width, height float32) {
		o[i].Resize(fyne.NewSize(width, height))
		o[i].Move(fyne.NewPos(x, center-height/2))
	}
	natural := func(i int) float32 { return o[i].MinSize().Height }
	body := o[1]
	width := size.Width - rowGlyph - rowMenu - 4
	if size.Width >= rowWide {
		width = size.Width - rowGlyph - rowKind - rowEnergy - l.hours - rowMenu - 3*rowGap
	}
	body.Resize(fyne.NewSize(width, natural(1)))
	body.Resize(fyne.NewSize(width, natural(1)))
	body.Move(fyne.NewPos(rowGlyph, rowPad))
	menuX := size.Width - rowMenu

	if size.Width >= rowWide {
		body.Move(fyne.NewPos(rowGlyph, (size.Height-natural(1))/2))
		middle := size.Height / 2
		put(0, 0, middle, natural(0), natural(0))
		x := menuX - l.hours - rowEnergy - rowKind - 2*rowGap
		put(2, x, middle, rowKind, natural(2))
		put(3, x+rowKind+rowGap, middle, rowEnergy, natural(3))
		put(4, x+rowKind+rowEnergy+2*rowGap, middle, l.hours, natural(4))
		put(5, menuX, middle, rowMenu, rowMenu)
		return
	}
	line := body.Size().Height + rowPad + 4 + natural(3)/2
	put(0, 0, rowPad+10, natural(0), natural(0))
	kind := min(o[2].MinSize().Width, size.Width-rowGlyph-(rowEnergy-20)-l.hours-2*rowGap)
	put(2, rowGlyph, line, kind, natural(2))
	put(3, rowGlyph+max(kind, rowKind)+rowGap, line, rowEnergy-20, natural(3))
	put(4, rowGlyph+max(kind, rowKind)+rowEnergy-20+2*rowGap, line, l.hours, natural(4))
	put(5, menuX, rowPad+10, rowMenu, rowMenu)
}

func (l *momentRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := o[1].MinSize().Height + 2*rowPad
	if l.width > 0 && l.width < rowWide {
		height += o[3].MinSize().Height + 4
	}
	return fyne.NewSize(rowGlyph+rowKind+rowEnergy+rowHours, max(height, 40))
}
