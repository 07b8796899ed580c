package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// trashBox shows what was deleted, newest first, and brings it back.
type trashBox struct {
	words   *words.Words
	read    func() []journal.Trashed
	kinds   func() journal.Kinds
	restore func(id string) error

	items   []journal.Trashed
	count   *widget.Label
	problem *controls.Hint
	list    *controls.List
	empty   *controls.Button
	root    fyne.CanvasObject
}

func newTrashBox(w *words.Words, hooks trashHooks, askEmpty func()) *trashBox {
	b := &trashBox{words: w, read: hooks.read, kinds: hooks.kinds, restore: hooks.restore}
	b.count = controls.Caption("")
	b.problem = controls.NewHint(widget.DangerImportance)
	b.list = controls.NewList(func() int { return len(b.items) },
		func() fyne.CanvasObject { return newTrashLine(w.Say("trash.restore")) }, b.fill)
	b.empty = controls.NewButton(w.Say("trash.empty"), askEmpty)
	b.root = between(controls.Stack(6, controls.Flush(b.count), b.problem.Content()), b.list, nil)
	b.show()
	return b
}

// trashHooks are what the box does with a journal.
type trashHooks struct {
	read    func() []journal.Trashed // oldest first
	kinds   func() journal.Kinds
	restore func(id string) error
	empty   func() error
}

// show reads the trash anew.
func (b *trashBox) show() {
	b.items = b.read()
	slices.Reverse(b.items)
	b.problem.Say("")
	if len(b.items) == 0 {
		b.count.SetText(b.words.Say("trash.none"))
		b.empty.Disable()
	} else {
		b.count.SetText(b.words.Say("trash.about"))
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
	line.about.Set(b.words.Say("trash.when", words.Args{"Week": b.words.Week(t.Week), "When": whenWords(b.words, t.At)}), controls.ColorMuted)
	line.glyph.Hide()
	if t.Moment != nil {
		line.glyph.Set(trackShape(t.Moment.Track), trackColor(t.Moment.Track))
		line.glyph.Show()
	}
	line.link.SetSpoken(b.words.Say("trash.restore.of", words.Args{"What": b.what(t)}))
	line.do = func() {
		if err := b.restore(t.ID); err != nil {
			b.problem.Say(b.words.Problem(err).String())
			return
		}
		b.show()
	}
}

// what says what something in the trash is and what it holds.
func (b *trashBox) what(t journal.Trashed) string {
	switch {
	case t.Moment != nil:
		return flatten(t.Moment.Text, 200)
	case t.Event != nil:
		return flatten(b.words.Event(*t.Event), 200)
	}
	what := b.words.Say("trash.week", words.Args{
		"Week": b.words.Week(t.Week), "Moments": b.words.Count("count.moments", len(t.Entry.Moments))})
	if t.Entry.Reflection != "" {
		what += ", " + b.words.Say("trash.reflection", words.Args{"Text": flatten(t.Entry.Reflection, 100)})
	}
	return what
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
		glyph: controls.NewGlyph(controls.Circle, colorTechnical),
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

// trash shows what was deleted.
func (a *asker) trash(hooks trashHooks) {
	var b *trashBox
	b = newTrashBox(a.words, hooks, func() {
		text := a.words.Count("trash.empty.text", len(b.items)) + " " + a.words.Say("trash.empty.backups")
		a.confirm(a.words.Say("trash.empty.title"), text, a.words.Say("trash.empty.yes"), func() {
			if err := hooks.empty(); err != nil {
				b.problem.Say(a.words.Problem(err).String())
				return
			}
			b.show()
		})
	})
	d := dialog.NewCustomWithoutButtons(a.words.Say("trash.title"), container.NewPadded(b.root), a.window)
	d.SetButtons([]fyne.CanvasObject{b.empty, controls.NewButton(a.words.Say("dialog.close"), d.Hide)})
	a.showLarge(d, 720)
	a.focus(b.list)
}
