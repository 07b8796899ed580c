package trends

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

// eventList shows what was declared about the work, and lets one add to it.
type eventList struct {
	page *Page

	rows *fyne.Container
	root fyne.CanvasObject
}

func newEventList(p *Page) *eventList {
	l := &eventList{page: p, rows: controls.Stack(8)}
	w := p.Words
	add := controls.NewLink(w.Say("events.add"), l.add)
	look.SetVisible(add, !p.ReadOnly)
	l.root = controls.NewCard(controls.Stack(8,
		container.New(&controls.Ends{Gap: 12},
			controls.Flush(controls.Title(w.Say("events.title"), theme.SizeNameSubHeadingText)),
			add),
		controls.Flush(controls.Caption(w.Say("events.why"))),
		l.rows))
	return l
}

// show shows the events of the journal, newest first.
func (l *eventList) show() {
	l.rows.RemoveAll()
	events := l.page.Journal.Events()
	slices.Reverse(events)
	for _, e := range events {
		l.rows.Add(l.row(e))
	}
	l.rows.Refresh()
}

func (l *eventList) row(e journal.Event) fyne.CanvasObject {
	text := widget.NewLabel(texts.Flatten(l.page.Words.Event(e), 120))
	text.Truncation = fyne.TextTruncateEllipsis
	about := l.page.Words.Say("events.about", words.Args{"Kind": l.page.Words.EventKind(e.Kind), "Week": l.page.Words.WeekInline(e.Week)})
	if e.CompanySize != "" {
		about += " · " + l.page.Words.CompanySize(e.CompanySize)
	}
	links := container.New(layout.NewCustomPaddedHBoxLayout(14),
		controls.NewLink(l.page.Words.Say("events.edit"), func() { l.edit(e) }),
		controls.NewLink(l.page.Words.Say("events.remove"), func() { l.remove(e) }))
	look.SetVisible(links, !l.page.ReadOnly)
	return container.NewBorder(nil, nil, nil, container.NewCenter(links),
		controls.Stack(0, controls.Flush(text), controls.Flush(controls.Caption(about))))
}

// add asks for a change of this week.
func (l *eventList) add() { l.addAt(journal.WeekOf(l.page.Now())) }

// addAt asks for a change of a week.
func (l *eventList) addAt(w journal.Week) {
	l.edit(journal.Event{ID: journal.NewID(), Week: w, Kind: journal.RoleEvent})
}

// editID asks what the event with an id should be from now on.
func (l *eventList) editID(id string) {
	for _, e := range l.page.Journal.Events() {
		if e.ID == id {
			l.edit(e)
		}
	}
}

func (l *eventList) edit(e journal.Event) {
	if l.page.ReadOnly {
		return
	}
	var fields *eventForm
	form := l.page.Ask.NewForm(l.page.Words.Say("event.title"), func() error {
		event, err := fields.read(e)
		if err == nil {
			err = l.page.Journal.SaveEvent(event)
		}
		if err == nil {
			l.page.compute()
		}
		return err
	})
	fields = newEventForm(l.page.Words, e, form)
	form.Show(fields.root, nil)
	l.page.Ask.Focus(fields.title)
}

func (l *eventList) remove(e journal.Event) {
	if err := l.page.Journal.DeleteEvent(e.ID); err != nil {
		l.page.Ask.Problem(err)
		return
	}
	l.page.compute()
	l.page.window.OfferUndo(l.page.Words.Say("events.removed"))
}
