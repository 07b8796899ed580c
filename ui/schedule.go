package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/reminder"
	"heliotrope/desktop/reminder/message"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// scheduler is the system's own schedule of notifications, such as a [fyne.App] has it
// on Windows and macOS: what is scheduled comes whether the program runs or not.
type scheduler interface {
	ScheduleNotification(*fyne.Notification, time.Time) (*fyne.ScheduledNotification, error)
	CancelScheduledNotification(id string) error
}

// schedule has the system show the next reminder at its time, in place of the one that
// was scheduled before, or none.
func (s *shell) schedule() {
	if s.scheduler == nil || !s.canRemind() {
		return
	}
	now := s.cfg.Preferences.Get()
	at, due := upcoming(now.Reminder, s.cfg.Vault.Path(), s.cfg.Now(), s.mine.View().Entries)
	next := preferences.Scheduled{At: at}
	var n *fyne.Notification
	if !due.None() {
		m := message.Of(s.words(), due)
		n = fyne.NewNotification(m.Title, m.Body)
		next.Text = m.Title + "\n" + m.Body
	}
	if was := now.Scheduled; was.At.Equal(next.At) && was.Text == next.Text {
		return
	}
	if now.Scheduled.ID != "" {
		_ = s.scheduler.CancelScheduledNotification(now.Scheduled.ID) // it may be over
	}
	if n != nil {
		scheduled, err := s.scheduler.ScheduleNotification(n, at)
		if err != nil {
			next = preferences.Scheduled{} // it is tried again at the next chance
		} else {
			next.ID = scheduled.ID()
		}
	}
	s.changePreferences(func(p *preferences.Preferences) { p.Scheduled = next })
}

// mostTries bounds how many reminders are looked at to find one that is not needless.
const mostTries = 60

// upcoming returns the next reminder after now, and its time, as things are: of weeks
// that are logged there is none. It returns none if that is too far away.
func upcoming(r preferences.Reminder, path string, now time.Time, entries []journal.Entry) (time.Time, reminder.Due) {
	r = r.Clone()
	at := now
	for range mostTries {
		at = reminder.Next(r, path, at)
		if at.IsZero() {
			break
		}
		if due := reminder.Take(&r, path, at, entries); !due.None() && at.After(now) {
			return at, due
		}
	}
	return time.Time{}, reminder.Due{}
}
