package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/line"
	"heliotrope/ui/look"
)

// quickAdd is the card with the line that adds a moment.
type quickAdd struct {
	page *Page

	line  *line.Editor
	week  journal.Week // in which the moment was begun; zero if none is
	title *widget.Label
	place *fyne.Container // shows that week while another one is on screen
	where *controls.Colored
	move  *controls.Link
	hint  fyne.CanvasObject // teaches what is understood, while the line is empty
	root  fyne.CanvasObject
}

func newQuickAdd(p *Page) *quickAdd {
	q := &quickAdd{page: p}
	w := p.Words
	q.line = line.New(p.Session, p.past, q, journal.MaxMoment)
	q.title = controls.CardTitle(w.Say("week.add.title"))
	q.where = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{})
	q.move = controls.NewLink("", q.moveHere)
	q.place = container.New(&controls.Flow{GapX: 14, GapY: 4}, q.where, q.move)
	q.place.Hide()
	q.hint = controls.Flush(controls.Caption(w.Say("line.hint")))
	q.root = controls.NewCard(controls.Stack(8,
		controls.NewCardHead(q.title, controls.NewLink(w.Say("line.help"), p.showLineHelp)),
		q.line.Content(), q.hint, q.place))
	return q
}

// Enter implements [line.Owner]: it adds the moment.
func (q *quickAdd) Enter(m journal.Moment) {
	m.Logged = loggedNow(q.page.Now())
	q.page.window.FollowClock()
	week := q.forWeek()
	q.clear()
	q.page.past.Learn(m)
	q.page.addMoment(week, m)
	q.line.Focus()
	q.page.window.LineChanged()
}

// Touched implements [line.Owner]. A moment belongs to the week in which it was
// begun.
func (q *quickAdd) Touched() {
	switch empty := q.draft().Empty(); {
	case empty:
		q.setWeek(journal.Week{})
	case !q.begun():
		q.page.begin()
		q.setWeek(q.page.entry.Week)
	}
	if !look.Moves() {
		q.page.moments.dim()
	}
	q.page.drafts.Touch()
	q.page.window.LineChanged()
}

// Escape implements [line.Owner]. What is half-written stays.
func (q *quickAdd) Escape() {}

// KindMade implements [line.Owner].
func (q *quickAdd) KindMade() { q.page.offerKinds() }

// begun reports whether a moment was begun.
func (q *quickAdd) begun() bool { return !q.week.IsZero() }

// forWeek returns the week that a moment in the line goes into.
func (q *quickAdd) forWeek() journal.Week {
	if q.begun() {
		return q.week
	}
	return q.page.entry.Week
}

// clear empties the line.
func (q *quickAdd) clear() {
	q.line.Clear(journal.NewID())
	q.setWeek(journal.Week{})
}

// setWeek makes w the week in which a moment was begun, zero for none.
func (q *quickAdd) setWeek(w journal.Week) {
	q.week = w
	q.showWeek()
}

// showWeek shows the week of the moment, unless it is the one on screen, and for
// which week the line asks.
func (q *quickAdd) showWeek() {
	here := q.page.entry.Week
	look.SetVisible(q.place, q.begun() && q.week != here)
	look.SetVisible(q.hint, !q.begun())
	w := q.page.Words
	title, placeholder := "week.add.title", "week.add.placeholder"
	if here != q.page.today {
		title, placeholder = "week.add.title.that", "week.add.placeholder.that"
	}
	q.title.SetText(w.Say(title))
	q.line.SetPlaceHolder(w.Say(placeholder, words.Args{"Number": here.Number()}))
	q.where.Set(w.Say("week.add.for", words.Args{"Week": w.WeekInline(q.forWeek())}), theme.ColorNameForeground)
	q.move.SetText(w.Say("week.add.move", words.Args{"Number": here.Number()}))
}

// moveHere makes the moment one of the week on screen.
func (q *quickAdd) moveHere() {
	q.setWeek(q.page.entry.Week)
	q.page.drafts.Touch()
	q.page.window.LineChanged()
	q.line.Focus()
}

// draft returns what is in the line.
func (q *quickAdd) draft() journal.Draft { return q.line.Draft(q.forWeek()) }

// setDraft shows what was left in the line.
func (q *quickAdd) setDraft(d journal.Draft) {
	q.line.Resume(d)
	q.setWeek(d.Week)
}
