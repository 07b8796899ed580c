package week

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// desk is the page on screen, without the rest of the window.
type desk struct {
	*uitest.Desk
	page  *Page
	saver *saving.Autosave

	offered []string // what the page offered to undo
	history []journal.Week
	done    string // what it was asked to show for a while
	copied  string
	sources int // how often the page of the sources was opened
	today   journal.Week
	now     func() time.Time
}

// OfferUndo implements [Window].
func (d *desk) OfferUndo(text string) { d.offered = append(d.offered, text) }

// OpenWeek implements [Window].
func (d *desk) OpenWeek(w journal.Week) { d.page.Open(w) }

// MoveWeek implements [Window].
func (d *desk) MoveWeek(journal.Week) {}

// DeleteWeek implements [Window].
func (d *desk) DeleteWeek(journal.Week) {}

// OpenSources implements [Window].
func (d *desk) OpenSources() { d.sources++ }

// WeekShown implements [Window].
func (d *desk) WeekShown() {}

// GoBack implements [Window].
func (d *desk) GoBack() {}

// FollowClock implements [Window].
func (d *desk) FollowClock() {
	if today := journal.WeekOf(d.now()); d.page != nil && today != d.today {
		d.today = today
		d.page.WeekBegan(today)
	}
}

// ShowWeekBegan implements [Window].
func (d *desk) ShowWeekBegan(string, ...controls.Action) {}

// HideWeekBegan implements [Window].
func (d *desk) HideWeekBegan() {}

// LineChanged implements [Window].
func (d *desk) LineChanged() {}

// ShowDone implements [Window].
func (d *desk) ShowDone(text, _ string, _ func()) { d.done = text }

// Help implements [Window].
func (d *desk) Help(string) {}

// CopyText implements [Window].
func (d *desk) CopyText(text string) { d.copied = text }

// ShowHistory implements [Window].
func (d *desk) ShowHistory(w journal.Week) { d.history = append(d.history, w) }

// newDesk shows the page of a journal with contents.
func newDesk(t testing.TB, contents journal.Contents) *desk {
	t.Helper()
	return open(t, uitest.NewDesk(t, contents), func(*session.Session) {})
}

// open shows the page on a desk, with another session.
func open(t testing.TB, on *uitest.Desk, change func(*session.Session)) *desk {
	t.Helper()
	return openWith(t, on, change, nil)
}

// openWith is open with what looks at what weeks left behind.
func openWith(t testing.TB, on *uitest.Desk, change func(*session.Session), looker Looker) *desk {
	t.Helper()
	d := &desk{Desk: on}
	s := on.Session(words.English)
	change(&s)
	d.now, d.today = s.Now, journal.WeekOf(s.Now())
	d.saver = saving.NewAutosave(d.Journal, d.Clock, s.Now,
		func(state saving.State, err error) {
			if d.page != nil {
				d.page.ShowState(state, err)
			}
		},
		func(w journal.Week) { d.page.Changed(w) })
	d.page = New(s, d.saver, on.Preferences, looker, d)
	d.Show(d.page.Content())
	d.page.Shown()
	if first := d.page.First(); first != nil {
		d.Focus(first)
	}
	return d
}

// afterCrash returns the page as it opens on what the disk has, after an end
// that saved nothing.
func (d *desk) afterCrash() *desk {
	d.T.Helper()
	clock := uitest.NewClock()
	clock.Pass(d.Clock.Now().Sub(clock.Now()))
	return open(d.T, uitest.NewDeskOn(d.T, clock, d.Memory.Reopen()), func(*session.Session) {})
}

// add writes a moment and adds it, as neutral coding.
func (d *desk) add(text string) {
	d.T.Helper()
	d.Focus(d.field())
	d.Write(text + " /coding +0")
	d.Press("Return")
}

// log presses Enter on the line, takes the kind that is offered first if one is asked
// for, and calls it neutral.
func (d *desk) log() {
	d.T.Helper()
	for _, keys := range [][]fyne.KeyName{{"Return"}, {"Return"}, {"Down", "Return"}} {
		if d.Field() == d.field() {
			d.Press(keys...)
		}
	}
	d.Window.Canvas().Focused().TypedRune('3')
}

// field returns the line that adds a moment.
func (d *desk) field() *controls.TextField { return d.page.quick.line.Text() }

// toggle taps the chip with a text in the line that has the focus.
func (d *desk) toggle(text string) {
	d.T.Helper()
	test.Tap(uitest.Find(&d.Screen, func(c *controls.Chip) bool { return c.Text() == text }))
}
