package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// eventList shows what was declared about the work, and lets one add to it.
type eventList struct {
	words   *words.Words
	journal *journal.Journal
	now     func() time.Time
	ask     *asker
	changed func()
	deleted func(text string) // says that something went to the trash

	readOnly bool // nothing can be changed now

	rows *fyne.Container
	root fyne.CanvasObject
}

func newEventList(w *words.Words, j *journal.Journal, now func() time.Time, ask *asker, changed func(),
	deleted func(string), readOnly bool) *eventList {
	l := &eventList{words: w, journal: j, now: now, ask: ask, changed: changed, deleted: deleted, readOnly: readOnly, rows: controls.Stack(8)}
	add := controls.NewLink(w.Say("events.add"), l.add)
	show(add, !readOnly)
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
	events := l.journal.Events()
	slices.Reverse(events)
	for _, e := range events {
		l.rows.Add(l.row(e))
	}
	l.rows.Refresh()
}

func (l *eventList) row(e journal.Event) fyne.CanvasObject {
	text := widget.NewLabel(flatten(l.words.Event(e), 120))
	text.Truncation = fyne.TextTruncateEllipsis
	about := l.words.Say("events.about", words.Args{"Kind": l.words.EventKind(e.Kind), "Week": l.words.Week(e.Week)})
	if e.CompanySize != "" {
		about += " · " + l.words.CompanySize(e.CompanySize)
	}
	links := container.New(layout.NewCustomPaddedHBoxLayout(14),
		controls.NewLink(l.words.Say("events.edit"), func() { l.edit(e) }),
		controls.NewLink(l.words.Say("events.remove"), func() { l.remove(e) }))
	show(links, !l.readOnly)
	return container.NewBorder(nil, nil, nil, container.NewCenter(links),
		controls.Stack(0, controls.Flush(text), controls.Flush(controls.Caption(about))))
}

// add asks for a change of this week.
func (l *eventList) add() { l.addAt(journal.WeekOf(l.now())) }

// addAt asks for a change of a week.
func (l *eventList) addAt(w journal.Week) {
	l.edit(journal.Event{ID: journal.NewID(), Week: w, Kind: journal.RoleEvent})
}

// editID asks what the event with an id should be from now on.
func (l *eventList) editID(id string) {
	for _, e := range l.journal.Events() {
		if e.ID == id {
			l.edit(e)
		}
	}
}

func (l *eventList) edit(e journal.Event) {
	if l.readOnly {
		return
	}
	l.ask.event(e, func(event journal.Event) error {
		if err := l.journal.SaveEvent(event); err != nil {
			return err
		}
		l.changed()
		return nil
	})
}

func (l *eventList) remove(e journal.Event) {
	if err := l.journal.DeleteEvent(e.ID); err != nil {
		l.ask.problem(err)
		return
	}
	l.changed()
	l.deleted(l.words.Say("events.removed"))
}
