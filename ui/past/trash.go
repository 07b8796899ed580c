package past

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// trashBox shows what was deleted, newest first, and brings it back.
type trashBox struct {
	page *Page

	items   []journal.Trashed
	count   *widget.Label
	problem *controls.Hint
	list    *controls.List
	empty   *controls.Button
	root    fyne.CanvasObject
}

func newTrashBox(p *Page) *trashBox {
	b := &trashBox{page: p}
	w := p.Words
	b.count = controls.Caption("")
	b.problem = controls.NewHint(widget.DangerImportance)
	b.list = controls.NewList(func() int { return len(b.items) },
		func() fyne.CanvasObject { return newTrashLine(w.Say("trash.restore")) }, b.fill)
	b.empty = controls.NewButton(w.Say("trash.empty"), b.askEmpty)
	b.root = look.Between(controls.Stack(6, controls.Flush(b.count), b.problem.Content()), b.list, nil)
	b.show()
	return b
}

// show reads the trash again.
func (b *trashBox) show() {
	b.items = b.page.Journal.Trash()
	slices.Reverse(b.items)
	b.problem.Show("")
	if len(b.items) == 0 {
		b.count.SetText(b.page.Words.Say("trash.none"))
		b.empty.Disable()
	} else {
		b.count.SetText(b.page.Words.Say("trash.about"))
		b.empty.Enable()
	}
	b.list.Refresh()
}

func (b *trashBox) fill(id widget.ListItemID, o fyne.CanvasObject) {
	if id >= len(b.items) {
		return
	}
	t, line := b.items[id], o.(*trashLine)
	line.text.SetText(b.what(t))
	line.about.Set(b.page.Words.Say("trash.when", words.Args{"Week": b.page.Words.Week(t.Week), "When": whenWords(b.page.Words, t.At)}), controls.ColorMuted)
	line.glyph.Hide()
	if m, ok := t.Item.(journal.Moment); ok {
		line.glyph.Set(look.TrackShape(m.Track), look.TrackColor(m.Track))
		line.glyph.Show()
	}
	line.link.SetSpoken(b.page.Words.Say("trash.restore.of", words.Args{"What": b.what(t)}))
	line.do = func() {
		if err := b.page.Do(func() error { return b.page.Journal.RestoreTrashed(t.ID) }); err != nil {
			b.problem.Show(b.page.Words.Problem(err).String())
			return
		}
		b.page.window.ShowRestored(b.page.Words.Say("trash.restored"))
		b.show()
	}
}

// what formats what something in the trash is and contains.
func (b *trashBox) what(t journal.Trashed) string {
	switch item := t.Item.(type) {
	case journal.Moment:
		return texts.Flatten(item.Text, 200)
	case journal.Event:
		return texts.Flatten(b.page.Words.Event(item), 200)
	case journal.Entry:
		what := b.page.Words.Say("trash.week", words.Args{
			"Week": b.page.Words.Week(t.Week), "Moments": b.page.Words.Count("count.moments", len(item.Moments))})
		if item.Reflection != "" {
			what += ", " + b.page.Words.Say("trash.reflection", words.Args{"Text": texts.Flatten(item.Reflection, 100)})
		}
		return what
	}
	return ""
}

// trashLine is a line of the trash.
type trashLine struct {
	widget.BaseWidget

	glyph *controls.Glyph
	text  *widget.Label
	about *controls.Colored
	link  *controls.Link
	do    func()
}

func newTrashLine(restore string) *trashLine {
	l := &trashLine{
		glyph: controls.NewGlyph(controls.Circle, look.ColorTechnical),
		text:  widget.NewLabel(""),
		about: controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
	}
	l.link = controls.NewLink(restore, func() { l.do() })
	l.text.Truncation = fyne.TextTruncateEllipsis
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *trashLine) CreateRenderer() fyne.WidgetRenderer {
	about := container.New(shrinking{}, l.about)
	line := container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(l.glyph), controls.Gap(0)),
		container.NewCenter(l.link), controls.Stack(2, controls.Flush(l.text), about))
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(6, 6, 2, 16), line))
}

// askEmpty empties the trash, once that is what the user wants.
func (b *trashBox) askEmpty() {
	w := b.page.Words
	text := w.Count("trash.empty.text", len(b.items)) + " " + w.Say("trash.empty.backups")
	b.page.Ask.Confirm(w.Say("trash.empty.title"), text, w.Say("trash.empty.yes"), func() {
		err := b.page.Journal.EmptyTrash()
		b.page.Shown()
		if err != nil {
			b.problem.Show(w.Problem(err).String())
			return
		}
		b.show()
	})
}

// showTrash shows what was deleted.
func (p *Page) showTrash() {
	if !p.saved() {
		return
	}
	b := newTrashBox(p)
	d := p.Ask.NewBox(p.Words.Say("trash.title"), b.root, "dialog.close")
	d.Add(b.empty)
	p.Ask.ShowLarge(d, 720)
	p.Ask.Focus(b.list)
}
