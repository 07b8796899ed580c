package ui

import (
	"context"
	"errors"

	"heliotrope/desktop/autostart"
	"heliotrope/desktop/notification"
	"heliotrope/journal/words"
)

// waiter has the reminder come while the program is closed, such as a [waitingProgram].
type waiter interface {
	// Switch switches that on or off.
	Switch(on bool) error
	// Refresh has it go on after the program was moved or updated.
	Refresh() error
	// Reach returns why the reminder comes only while the window is open; nil if it
	// comes always.
	Reach() error
}

// waitingProgram is the small program that waits, for the journal in a file.
type waitingProgram struct{ journal string }

// Switch implements [waiter].
func (w waitingProgram) Switch(on bool) error {
	if !on {
		return autostart.Disable()
	}
	if err := autostart.Enable(w.journal); err != nil {
		return err
	}
	return autostart.Start(w.journal)
}

// Refresh implements [waiter].
func (w waitingProgram) Refresh() error { return autostart.Refresh(w.journal) }

// Reach implements [waiter].
func (w waitingProgram) Reach() error {
	if err := notification.Check(context.Background()); err != nil {
		return err
	}
	if _, err := autostart.Program(); err != nil {
		return err
	}
	if !autostart.Enabled() {
		return autostart.ErrHidden
	}
	return nil
}

// Reach implements [settings.Reminders].
func (s *shell) Reach(then func(sentence string)) {
	say := s.words().Say
	r := &s.reminding
	if systemReminds || r.waiter == nil {
		then(say("settings.reminder.closed.system"))
		return
	}
	s.aside.Run(r.waiter.Reach, func(err error) {
		if r.unswitched != nil {
			err = r.unswitched
		}
		then(s.reach(err))
	})
}

// reach formats what becomes of the reminder while the window is closed.
func (s *shell) reach(err error) string {
	say := s.words().Say
	switch {
	case err == nil:
		return say("settings.reminder.closed")
	case errors.Is(err, notification.ErrNone):
		return say("settings.reminder.closed.mute")
	case errors.Is(err, autostart.ErrTemporary):
		return say("settings.reminder.closed.source")
	case errors.Is(err, autostart.ErrMissing):
		return say("settings.reminder.closed.missing")
	case errors.Is(err, autostart.ErrHidden):
		return say("settings.reminder.closed.hidden")
	}
	return say("settings.reminder.closed.failed", words.Args{"Problem": s.words().Problem(err).What})
}

// switchWaiter switches on or off that the reminder comes while the program is closed.
func (s *shell) switchWaiter(on bool) {
	r := &s.reminding
	if r.waiter != nil {
		s.aside.Run(func() error { return r.waiter.Switch(on) }, func(err error) { r.unswitched = err })
	}
}

// refreshWaiter is called once the window is on screen.
func (s *shell) refreshWaiter() {
	if w := s.reminding.waiter; w != nil && s.cfg.Preferences.Get().Reminder.On {
		s.aside.Run(w.Refresh, func(error) {}) // the settings show whether it waits
	}
}
