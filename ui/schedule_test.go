package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/reminder"
	"heliotrope/desktop/reminder/message"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// fakeScheduler is the schedule of a system.
type fakeScheduler struct {
	all   map[string]*fyne.ScheduledNotification
	calls int
	fails error
}

func (f *fakeScheduler) ScheduleNotification(n *fyne.Notification, at time.Time) (*fyne.ScheduledNotification, error) {
	f.calls++
	if f.fails != nil {
		return nil, f.fails
	}
	s := fyne.NewScheduledNotification(at.String(), n, at)
	f.all[s.ID()] = s
	return s, nil
}

func (f *fakeScheduler) CancelScheduledNotification(id string) error {
	delete(f.all, id)
	return nil
}

// at fails unless one notification is scheduled, and returns it.
func (f *fakeScheduler) at(t *testing.T, want string) *fyne.ScheduledNotification {
	t.Helper()
	for _, n := range f.all {
		if got := n.DeliveryTime.Format("2006-01-02 15:04"); got != want || len(f.all) > 1 {
			t.Errorf("%d are scheduled, one at %s, want %s", len(f.all), got, want)
		}
		return n
	}
	t.Errorf("none is scheduled, want %s", want)
	return &fyne.ScheduledNotification{Notification: &fyne.Notification{}}
}

// The system has the next reminder of a week that is not logged, and no other, as
// long as the reminder is on.
func TestScheduled(t *testing.T) {
	d := newDesk(t, uitest.Weeks(1), words.English) // on a Monday
	f := &fakeScheduler{all: make(map[string]*fyne.ScheduledNotification)}
	d.shell.scheduler = f
	d.shell.schedule()
	if f.calls > 0 {
		t.Error("something is scheduled while the reminder is off")
	}
	d.shell.SetReminder(true, time.Friday, 16*60)
	if n := f.at(t, "2026-11-27 16:00"); n.Content != "Nothing is logged for week 48 of 2026 yet. A few moments are enough." {
		t.Errorf("it says %q", n.Content)
	}
	d.shell.SetReminder(true, time.Thursday, 9*60+30)
	f.at(t, "2026-11-26 09:30")
	before := f.calls
	d.shell.schedule()
	if f.calls != before {
		t.Error("what is scheduled already is scheduled again")
	}
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	if n := f.at(t, "2026-11-26 09:30"); n.Title != "C’est le moment de votre semaine" {
		t.Errorf("it says %q", n.Title)
	}
	d.open(pageWeek)
	d.add("Fed the quokka")
	f.at(t, "2026-12-03 09:30") // of the next week
	d.undo()
	d.Clock.Advance(clockPause)
	f.at(t, "2026-11-26 09:30")
	f.fails = errors.New("no")
	d.shell.SetReminder(true, time.Friday, 16*60)
	if len(f.all) > 0 {
		t.Error("the former one stays")
	}
	f.fails = nil
	d.shell.schedule()
	f.at(t, "2026-11-27 16:00")
	d.shell.SetReminder(false, time.Friday, 16*60)
	if len(f.all) > 0 || d.Preferences.Get().Scheduled != (preferences.Scheduled{}) {
		t.Errorf("switched off, %d are scheduled", len(f.all))
	}
}

// Fyne puts the texts into a script on Windows, in which these characters mean
// something else.
func TestScheduledTextsAreNoCode(t *testing.T) {
	quarter := reminder.Due{Quarter: journal.QuarterOf(journal.WeekAt(2968))}
	for _, l := range words.Languages {
		for _, due := range []reminder.Due{{Week: journal.WeekAt(2968)}, {Week: journal.WeekAt(2968), Logged: true}, quarter} {
			m := message.Of(words.In(l), due)
			if strings.ContainsAny(m.Title+m.Body, "\"“”„$`\\") {
				t.Errorf("%s: %+v", l, m)
			}
		}
	}
}
