package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// momentList shows the moments of a week, each with its menu.
type momentList struct {
	words  *words.Words
	kinds  func() journal.Kinds
	edit   func(journal.Moment) // shows one of them to be changed
	remove func(id string)      // deletes one of them

	readOnly bool // nothing can be changed now

	moments []journal.Moment
	rows    *fyne.Container
	root    fyne.CanvasObject
}

func newMomentList(w *words.Words, kinds func() journal.Kinds, edit func(journal.Moment), remove func(id string), readOnly bool) *momentList {
	l := &momentList{words: w, kinds: kinds, edit: edit, remove: remove, readOnly: readOnly}
	l.rows = controls.Stack(0)
	l.root = controls.NewPanel(l.rows, controls.ColorCard, theme.ColorNameSeparator, 10, 18, 8)
	return l
}

// show shows the moments of a week.
func (l *momentList) show(moments []journal.Moment) {
	l.moments = moments
	l.rows.RemoveAll()
	for i, m := range moments {
		if i > 0 {
			l.rows.Add(widget.NewSeparator())
		}
		l.rows.Add(l.row(m))
	}
	if len(moments) == 0 {
		l.rows.Add(container.NewPadded(controls.Flush(controls.Caption(l.words.Say("week.moments.none")))))
	}
	l.rows.Refresh()
}

// row returns what shows one moment.
func (l *momentList) row(m journal.Moment) fyne.CanvasObject {
	kind, _ := l.kinds().Find(m.Kind)
	name := l.words.Kind(kind)
	if kind.Track != m.Track {
		name = l.words.Say("week.kind.option", words.Args{"Kind": name, "Track": l.words.Track(m.Track)})
	}
	text := controls.Body(flatten(m.Text, 300))
	notes := l.notes(m)
	body := controls.Stack(1, controls.Flush(text))
	if notes != "" {
		body.Add(controls.Flush(controls.Caption(notes)))
	}
	var menu *controls.Button
	menu = controls.NewButtonWithIcon("", theme.MoreHorizontalIcon(), func() { l.menu(m, menu) })
	menu.Importance = widget.LowImportance
	show(menu, !l.readOnly)
	return container.New(&momentRow{},
		controls.NewGlyph(trackShape(m.Track), trackColor(m.Track)),
		body,
		controls.NewColored(name, trackColor(m.Track), theme.SizeNameCaptionText, fyne.TextStyle{}),
		controls.NewDeviation(float32(m.Energy)/2, trackColor(m.Track)),
		controls.NewColored(l.words.Hours(m.Hours), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
		menu)
}

// notes gives what stands small below a moment: its tags, and whether it is
// private or was chosen.
func (l *momentList) notes(m journal.Moment) string {
	var notes []string
	for _, tag := range m.Tags {
		notes = append(notes, "#"+tag)
	}
	if m.Chosen {
		notes = append(notes, l.words.Say("week.moment.chosen"))
	}
	if m.Private {
		notes = append(notes, l.words.Say("week.moment.private"))
	}
	return strings.Join(notes, "  ")
}

func (l *momentList) menu(m journal.Moment, at fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(at)
	place := driver.AbsolutePositionForObject(at).AddXY(0, at.Size().Height)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("",
		fyne.NewMenuItem(l.words.Say("week.moment.edit"), func() { l.edit(m) }),
		fyne.NewMenuItem(l.words.Say("week.moment.remove"), func() { l.remove(m.ID) }),
	), c, place)
}

// flatten puts text on one line and shortens it to at most n characters: a
// label slows down with the length of its text.
func flatten(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return strings.TrimSpace(string(runes[:n-1])) + "…"
}

// momentRow lays out glyph, text, kind, energy, hours and menu: in one line
// where there is room, else with the text above the rest.
type momentRow struct{ width float32 }

const (
	rowPad    = 9
	rowKind   = 104
	rowEnergy = 96
	rowHours  = 42
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
	width := l.bodyWidth(size.Width)
	body.Resize(fyne.NewSize(width, natural(1)))
	body.Resize(fyne.NewSize(width, natural(1)))
	body.Move(fyne.NewPos(rowGlyph, rowPad))
	menuX := size.Width - rowMenu

	if size.Width >= rowWide {
		body.Move(fyne.NewPos(rowGlyph, (size.Height-natural(1))/2))
		middle := size.Height / 2
		put(0, 0, middle, natural(0), natural(0))
		x := menuX - rowHours - rowEnergy - rowKind - 2*rowGap
		put(2, x, middle, rowKind, natural(2))
		put(3, x+rowKind+rowGap, middle, rowEnergy, natural(3))
		put(4, x+rowKind+rowEnergy+2*rowGap, middle, rowHours, natural(4))
		put(5, menuX, middle, rowMenu, rowMenu)
		return
	}
	line := body.Size().Height + rowPad + 4 + natural(3)/2
	put(0, 0, rowPad+10, natural(0), natural(0))
	kind := min(o[2].MinSize().Width, size.Width-rowGlyph-rowEnergy-rowHours-2*rowGap)
	put(2, rowGlyph, line, kind, natural(2))
	put(3, rowGlyph+max(kind, rowKind)+rowGap, line, rowEnergy-20, natural(3))
	put(4, rowGlyph+max(kind, rowKind)+rowEnergy-20+2*rowGap, line, rowHours, natural(4))
	put(5, menuX, rowPad+10, rowMenu, rowMenu)
}

func (l *momentRow) bodyWidth(width float32) float32 {
	if width >= rowWide {
		return width - rowGlyph - rowKind - rowEnergy - rowHours - rowMenu - 3*rowGap
	}
	return width - rowGlyph - rowMenu - 4
}

func (l *momentRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := o[1].MinSize().Height + 2*rowPad
	if l.width > 0 && l.width < rowWide {
		height += o[3].MinSize().Height + 4
	}
	return fyne.NewSize(rowGlyph+rowKind+rowEnergy+rowHours, max(height, 40))
}
