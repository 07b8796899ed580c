package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// own is what a brief has from the user: moments that they choose, and what they
// would like to try in their own words.
type own struct {
	page *Page

	without    *controls.Hint // shows that a report of figures has none of this
	gave, took *picked
	try        *controls.TextField
	root       *controls.Panel
}

// picked shows the moments that a brief quotes on one side, and leads to the others.
type picked struct {
	title   string // of the moments to choose from
	lacking string // is shown where there are none
	choices []report.Choice
	set     func(*journal.Brief, []journal.MomentRef)

	none   *widget.Label
	rows   *fyne.Container
	choose *controls.Link
	root   fyne.CanvasObject
}

func newOwn(p *Page) *own {
	w := p.Words
	o := &own{page: p, without: controls.NewHint(widget.LowImportance)}
	o.gave = o.newPicked("gave", func(b *journal.Brief, refs []journal.MomentRef) { b.Gave = refs })
	o.took = o.newPicked("took", func(b *journal.Brief, refs []journal.MomentRef) { b.Took = refs })
	o.try = controls.NewTextField(true, journal.MaxTry, texts.CleanLines)
	o.try.Spoken = w.Say("report.page.try")
	o.try.SetPlaceHolder(w.Say("report.page.try.example"))
	o.try.SetMinRowsVisible(3)
	o.try.Grow()
	o.try.OnChanged = func(text string) {
		clean, _ := journal.CleanText(text, journal.MaxTry)
		if clean == p.brief.get().Try {
			return
		}
		p.brief.change(func(b *journal.Brief) { b.Try = clean })
		p.choose()
	}
	o.try.OnBlur = p.saving.Flush
	if p.ReadOnly {
		o.try.Disable()
	}
	o.root = controls.NewCard(controls.Stack(12,
		controls.Stack(4, cardTitle(w.Say("report.page.own")), o.without.Content()),
		o.gave.root, o.took.root,
		controls.Stack(4, controls.Flush(controls.Heading(w.Say("report.page.try"), theme.SizeNameText)),
			o.try, controls.Flush(controls.Caption(w.Say("report.page.try.note"))))))
	return o
}

func cardTitle(text string) fyne.CanvasObject {
	return controls.Flush(controls.Heading(text, theme.SizeNameSubHeadingText))
}

func (o *own) newPicked(side string, set func(*journal.Brief, []journal.MomentRef)) *picked {
	say := o.page.Words.Say
	p := &picked{title: say("report.page.pick." + side), set: set}
	p.none, p.rows = controls.Caption(""), controls.Stack(8)
	p.lacking = say("report.page.pick.none." + side)
	p.choose = controls.NewLink(say("report.page.pick"), func() { o.pick(p) })
	p.choose.SetSpoken(p.title)
	p.root = controls.Stack(6,
		controls.NewCardHead(controls.Heading(say("report.page."+side), theme.SizeNameText), p.choose),
		controls.Flush(p.none), p.rows)
	return p
}

// leaveOut shows whether the report leaves this out.
func (o *own) leaveOut(out bool) {
	text := ""
	if out {
		text = o.page.Words.Say("report.page.own.without")
	}
	o.without.Show(text)
}

// shown brings what was chosen on screen, unless it is being typed.
func (o *own) shown() {
	if try := o.page.brief.get().Try; clean(o.try.Text) != try {
		o.try.SetText(try)
	}
}

func clean(text string) string {
	text, _ = journal.CleanText(text, journal.MaxTry)
	return text
}

// offer shows which moments are in the brief, of those that can be.
func (o *own) offer(gave, took []report.Choice) {
	o.gave.offer(o.page, gave)
	o.took.offer(o.page, took)
	o.root.Refresh()
}

func (p *picked) offer(page *Page, choices []report.Choice) {
	p.choices = choices
	p.rows.Objects = nil
	for _, c := range choices {
		if c.Picked {
			p.rows.Add(newPickedRow(page, c.Moment, c.Ref.Week))
		}
	}
	p.none.SetText(p.lacking)
	if len(choices) > 0 {
		p.none.SetText(page.Words.Say("report.page.pick.unpicked"))
	}
	look.SetVisible(p.none, len(p.rows.Objects) == 0)
	look.SetVisible(p.choose, len(choices) > 0 && !page.ReadOnly)
}

// newPickedRow shows a moment with its kind and its week.
func newPickedRow(page *Page, m journal.Moment, week journal.Week) fyne.CanvasObject {
	const most = 160
	body := controls.Stack(0, controls.Flush(controls.Body(texts.Flatten(m.Text, most))), controls.Flush(controls.Caption(page.about(m, week))))
	return container.New(&markAndBody{}, controls.NewGlyph(look.TrackShape(m.Track), look.TrackColor(m.Track)), body)
}

// about formats the kind, the week and the energy of a moment.
func (p *Page) about(m journal.Moment, week journal.Week) string {
	name := m.Kind
	if kind, ok := p.Journal.Kinds().Find(m.Kind); ok {
		name = p.Words.Kind(kind)
	}
	return texts.Flatten(name, 60) + " · " + p.Words.WeekInline(week) + " · " + p.Words.Energy(m.Energy)
}

// markAndBody lays out a mark in front of the first line of a text.
type markAndBody struct{}

const markRoom = 22 // at the usual text size

// Layout implements fyne.Layout.
func (markAndBody) Layout(o []fyne.CanvasObject, size fyne.Size) {
	mark, body, room := o[0], o[1], markRoom*look.TextScale()
	mark.Resize(mark.MinSize())
	mark.Move(fyne.NewPos(0, theme.TextSize()*0.72-mark.MinSize().Height/2))
	fitted(body, max(size.Width-room, 0))
	body.Move(fyne.NewPos(room, 0))
}

// MinSize implements fyne.Layout.
func (markAndBody) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := o[1].MinSize()
	return fyne.NewSize(least.Width+markRoom*look.TextScale(), least.Height)
}
