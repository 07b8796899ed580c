package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// quickAdd is the line that makes a moment in a few seconds. Enter adds.
type quickAdd struct {
	page *Page

	id      string       // that the moment will have
	week    journal.Week // in which it was begun; zero if none is
	form    *momentForm
	place   *fyne.Container // shows that week while another one is on screen
	where   *controls.Colored
	move    *controls.Link
	problem *controls.Hint
	cut     *leftOut
	more    *controls.Link
	details *fyne.Container
	root    fyne.CanvasObject
}

func newQuickAdd(p *Page) *quickAdd {
	q := &quickAdd{page: p, id: journal.NewID(), cut: newLeftOut(p.Words, p.Tasks, p.Ask)}
	w := p.Words
	q.form = newMomentForm(w, p.Journal, q, p.newKind, q.touched)
	q.form.text.OnCut = q.cut.show
	q.problem = controls.NewHint(widget.DangerImportance)

	button := controls.NewButton(w.Say("week.add.button"), q.Submit)
	button.Importance = widget.HighImportance
	q.more = controls.NewLink(w.Say("week.add.more"), q.toggleDetails)
	q.details = container.NewPadded(controls.Stack(8,
		container.New(&controls.Flow{GapX: 16, GapY: 6},
			labeled(w.Say("week.add.track"), q.form.track),
			labeled(w.Say("week.add.hours"), look.Sized(70, q.form.exact))),
		q.form.tags,
		container.New(&controls.Flow{GapX: 16}, q.form.chosen, q.form.private)))
	q.details.Hide()

	q.where = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{})
	q.move = controls.NewLink("", q.moveHere)
	q.place = container.New(&controls.Flow{GapX: 14, GapY: 4}, q.where, q.move)
	q.place.Hide()

	q.root = controls.NewCard(controls.Stack(10,
		container.New(&controls.Ends{Gap: 12},
			controls.Flush(controls.Title(w.Say("week.add.title"), theme.SizeNameSubHeadingText)), q.more),
		container.New(&textAndKind{}, q.form.text, controls.Framed(q.form.kind)),
		q.place,
		container.New(&controls.Flow{GapX: 12, GapY: 8}, q.form.energy, q.form.hours, button),
		q.problem.Content(), q.cut.root,
		q.details))
	return q
}

// Submit adds the moment, or shows what is missing.
func (q *quickAdd) Submit() {
	m, err := q.form.read(newMoment(q.id, q.page.Now()))
	if err != nil {
		q.problem.Show(q.page.Words.Problem(err).What)
		q.focus()
		return
	}
	q.page.window.FollowClock()
	week := q.forWeek()
	q.problem.Show("")
	q.cut.hide()
	q.id = journal.NewID()
	q.form.clear()
	q.setWeek(journal.Week{})
	q.page.addMoment(week, m)
	q.focus()
}

// touched is called after each change. A moment belongs to the week in which it
// was begun.
func (q *quickAdd) touched() {
	if q.form == nil {
		return // it is being made
	}
	switch empty := q.form.draft(q.id, q.week).Empty(); {
	case empty:
		q.setWeek(journal.Week{})
	case !q.begun():
		q.page.begin()
		q.setWeek(q.page.entry.Week)
	}
	q.page.drafts.Touch()
}

// begun reports whether a moment was begun.
func (q *quickAdd) begun() bool { return !q.week.IsZero() }

// forWeek returns the week that a moment in the line goes into.
func (q *quickAdd) forWeek() journal.Week {
	if q.begun() {
		return q.week
	}
	return q.page.entry.Week
}

// setWeek makes w the week in which a moment was begun, zero for none.
func (q *quickAdd) setWeek(w journal.Week) {
	q.week = w
	q.showWeek()
}

// showWeek shows the week of the moment, unless it is the one on screen.
func (q *quickAdd) showWeek() {
	here := q.page.entry.Week
	look.SetVisible(q.place, q.begun() && q.week != here)
	w := q.page.Words
	q.where.Set(w.Say("week.add.for", words.Args{"Week": w.WeekInline(q.forWeek())}), theme.ColorNameForeground)
	q.move.SetText(w.Say("week.add.move", words.Args{"Number": here.Number()}))
}

// moveHere makes the moment one of the week on screen.
func (q *quickAdd) moveHere() {
	q.setWeek(q.page.entry.Week)
	q.page.drafts.Touch()
	q.focus()
}

// draft returns what is in the line.
func (q *quickAdd) draft() journal.Draft { return q.form.draft(q.id, q.forWeek()) }

// setDraft shows what was in the line before the program was cut off, with
// the details if one of them differs from the usual.
func (q *quickAdd) setDraft(d journal.Draft) {
	q.id = d.ID
	q.form.setDraft(d)
	q.setWeek(d.Week)
	k, _ := q.form.kinds.Find(d.Kind)
	if (d.Tags != "" || d.Private || d.Chosen || d.Track != k.Track || d.Hours != "" && q.form.hours.Chosen() < 0) && !q.details.Visible() {
		q.toggleDetails()
	}
}

// focus puts the cursor into the text.
func (q *quickAdd) focus() { q.page.Ask.Focus(q.form.text) }

func (q *quickAdd) toggleDetails() {
	if q.details.Visible() {
		q.details.Hide()
		q.more.SetText(q.page.Words.Say("week.add.more"))
		return
	}
	q.details.Show()
	q.more.SetText(q.page.Words.Say("week.add.less"))
}

// labeled puts a small caption before a field.
func labeled(caption string, field fyne.CanvasObject) fyne.CanvasObject {
	label := widget.NewLabel(caption)
	label.SizeName = theme.SizeNameCaptionText
	label.Importance = widget.LowImportance
	return container.NewHBox(controls.Flush(label), container.NewCenter(field))
}

// textAndKind lays the text out with the kind at its right, or below it where
// that leaves the text too little room.
type textAndKind struct{ width float32 }

const (
	kindWidth    = 230
	leastForText = 220
)

func (l *textAndKind) beside(width float32) bool { return width >= leastForText+10+kindWidth }

func (l *textAndKind) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	text, kind := objects[0], objects[1]
	height := text.MinSize().Height
	if l.beside(size.Width) {
		text.Resize(fyne.NewSize(size.Width-kindWidth-10, height))
		kind.Resize(fyne.NewSize(kindWidth, height))
		kind.Move(fyne.NewPos(size.Width-kindWidth, 0))
		return
	}
	text.Resize(fyne.NewSize(size.Width, height))
	kind.Resize(fyne.NewSize(size.Width, height))
	kind.Move(fyne.NewPos(0, height+8))
}

func (l *textAndKind) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := objects[0].MinSize().Height
	if l.width > 0 && !l.beside(l.width) {
		height = 2*height + 8
	}
	return fyne.NewSize(leastForText, height)
}
