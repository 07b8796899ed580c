package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/notification"
	"heliotrope/desktop/reminder"
	"heliotrope/desktop/reminder/message"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/report"
)

// reminding is what the window does about the reminder of the week, and about the
// brief of a quarter, which comes in the same way.
//
// It reminds by a notification of the desktop, and where none can be shown by a bar
// above the page. Both ask the same, and one answer removes it. Where the system
// itself shows what was scheduled, see [shell.schedule], there is only the bar.
type reminding struct {
	waiter     waiter // nil on Windows and macOS, and for a sample
	unswitched error  // why that could not be switched last

	notify func(notification.Message, func(notification.Answer)) (remove func(), err error)

	due    reminder.Due // that is shown; none if nothing is
	barred bool         // it is shown in the bar
	count  int          // of what was shown, by which an answer to an earlier one is known
	remove func()       // removes the notification; nil if none is shown
}

// reminderBar names the bar of the reminder, and offerBar that which offers one.
const (
	reminderBar = "reminder"
	offerBar    = "reminder-offer"
)

// systemReminds reports whether the system shows a notification at its time, also
// while the program does not run.
const systemReminds = alwaysTray

// sent shows a notification by Fyne, as the system will show what is scheduled: it
// brings no answer, and nothing removes it.
func sent(a fyne.App) func(notification.Message, func(notification.Answer)) (func(), error) {
	return func(m notification.Message, _ func(notification.Answer)) (func(), error) {
		a.SendNotification(fyne.NewNotification(m.Title, m.Body))
		return func() {}, nil
	}
}

// canRemind reports whether the window may remind of its journal.
func (s *shell) canRemind() bool {
	return s.mine != nil && s.space != nil && s.restore == nil && !s.closing && !s.cfg.Vault.IsSample() &&
		(s.sample != nil || !s.space.ReadOnly)
}

// followReminder reminds of what is due by the clock.
func (s *shell) followReminder() {
	if !s.canRemind() || !reminder.Ready(s.cfg.Preferences.Get().Reminder, s.cfg.Vault.Path(), s.cfg.Now()) {
		return
	}
	var due reminder.Due
	entries := s.mine.View().Entries
	s.changeReminder(func(r *preferences.Reminder) {
		due = reminder.Take(r, s.cfg.Vault.Path(), s.cfg.Now(), entries)
	})
	if due.None() {
		return
	}
	s.forgetReminder()
	if systemReminds {
		s.remindHere(due)
		return
	}
	s.remindOnDesktop(due, func(err error) {
		if err != nil {
			s.remindHere(due)
		}
	})
}

// RemindNow implements [settings.Reminders].
func (s *shell) RemindNow(done func(error)) { s.remind(true, done) }

// remind reminds of what is due or, if now is set, of this week whatever is due. It
// calls done once that is shown, or with why it could not be.
func (s *shell) remind(now bool, done func(error)) {
	if !now {
		s.cfg.Preferences.Reload() // the one who asks may have recorded an answer
		s.followReminder()
		done(nil)
		return
	}
	due := reminder.Asked(s.cfg.Preferences.Get().Reminder, s.cfg.Vault.Path(), s.cfg.Now(), s.mine.View().Entries)
	s.forgetReminder()
	s.remindOnDesktop(due, done)
}

// remindOnDesktop shows a notification.
func (s *shell) remindOnDesktop(due reminder.Due, done func(error)) {
	r := &s.reminding
	r.count++
	this := r.count
	r.due = due
	m := message.Of(s.words(), due)
	var remove func()
	s.aside.Run(func() (err error) {
		remove, err = r.notify(m, func(a notification.Answer) {
			s.tasks.Post(func() { s.answer(this, message.Answer(a)) })
		})
		return err
	}, func(err error) {
		switch {
		case err != nil:
		case r.count == this && !r.due.None():
			r.remove = remove
		default:
			s.aside.Run(func() error { remove(); return nil }, func(error) {}) // it is needless by now
		}
		done(err)
	})
}

// remindHere shows the bar.
func (s *shell) remindHere(due reminder.Due) {
	s.reminding.count++
	s.reminding.due, s.reminding.barred = due, true
	s.showReminder()
}

// showReminder shows the bar, if that is what the reminder is in, in a workspace that
// was just made too.
func (s *shell) showReminder() {
	r := &s.reminding
	if !r.barred || s.space == nil || s.sample != nil {
		return
	}
	this, m := r.count, message.Of(s.words(), r.due)
	var actions []controls.Action
	for _, a := range m.Actions {
		actions = append(actions, controls.Action{Text: a.Label, Do: func() { s.answer(this, preferences.ReminderAnswer(a.Key)) }})
	}
	s.space.bars.Show(reminderBar, m.Title+". "+m.Body, actions...)
}

// answer does what the user answered to the reminder that was shown as number this.
func (s *shell) answer(this int, a preferences.ReminderAnswer) {
	r := &s.reminding
	due := r.due
	if this != r.count || due.None() {
		return
	}
	r.remove = nil // an answer removes it
	s.forgetReminder()
	s.changeReminder(func(r *preferences.Reminder) { due.Answer(r, s.cfg.Vault.Path(), a, s.cfg.Now()) })
	s.schedule()
	if a == preferences.ReminderOpened {
		s.comeForward()
		s.openDue(due)
	}
}

// forgetReminder removes what is shown.
func (s *shell) forgetReminder() {
	r := &s.reminding
	if remove := r.remove; remove != nil {
		s.aside.Run(func() error { remove(); return nil }, func(error) {})
	}
	if s.space != nil {
		s.space.bars.Hide(reminderBar)
	}
	r.due, r.barred, r.remove = reminder.Due{}, false, nil
}

// weekLogged removes the reminder of a week that is logged by now.
func (s *shell) weekLogged() {
	w := s.reminding.due.Week
	if !w.IsZero() && slices.ContainsFunc(s.mine.View().Entries, func(e journal.Entry) bool { return e.Week == w }) {
		s.forgetReminder()
	}
}

// openTarget shows what a reminder of another program is about, as
// [reminder.ParseTarget] reads it, or nothing if it is "".
func (s *shell) openTarget(target string) {
	if w, q, err := reminder.ParseTarget(target); err == nil {
		s.openDue(reminder.Due{Week: w, Quarter: q})
	}
}

// openDue shows what a reminder is about.
func (s *shell) openDue(due reminder.Due) {
	if s.space == nil || s.restore != nil {
		return
	}
	if s.sample != nil {
		s.leaveSample()
	}
	if !due.Week.IsZero() {
		s.space.FollowClock()
		s.space.showWeek(due.Week)
		s.space.week.GoToLine()
		return
	}
	s.space.openQuarter(due.Quarter)
}

// openQuarter shows the report with the weeks of a quarter.
func (s *workspace) openQuarter(q journal.Quarter) {
	s.open(pageReport)
	s.pages[pageReport].(*report.Page).Cover(q.First(), q.Last())
}

// SetReminder implements [settings.Reminders].
func (s *shell) SetReminder(on bool, day time.Weekday, minutes int) {
	err := s.cfg.Preferences.Change(func(p *preferences.Preferences) {
		p.Reminder.On = on
		p.Reminder.Set(day, minutes)
		reminder.Switched(&p.Reminder, s.cfg.Vault.Path(), s.cfg.Now())
		p.ReminderOffered = true
	})
	if err != nil {
		s.ask().Problem(err)
	}
	s.hideOffer()
	s.switchWaiter(on)
	if !on {
		s.forgetReminder()
	}
	s.schedule()
}

// changeReminder records what was done about the reminder.
func (s *shell) changeReminder(change func(*preferences.Reminder)) {
	s.changePreferences(func(p *preferences.Preferences) { change(&p.Reminder) })
}

// changePreferences changes the preferences, for as long as the program runs if they
// cannot be stored.
func (s *shell) changePreferences(change func(*preferences.Preferences)) {
	_ = s.cfg.Preferences.Change(change) // nobody waits for it
}
