package ui

import (
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
)

// offerAfter is how many weeks are logged when a reminder is offered.
const offerAfter = 2

// offered is the reminder that is offered: on Fridays at 16:00.
var offered preferences.Reminder

// offerReminder offers a reminder, once and never again, whatever becomes of it. The
// offer stays until it is answered or the program ends.
func (s *shell) offerReminder() {
	if s.space == nil || s.space.Sample || s.space.ReadOnly {
		return
	}
	now := s.cfg.Preferences.Get()
	if !s.offering {
		if now.ReminderOffered || now.Reminder.On || s.mine.WeeksLogged() < offerAfter {
			return
		}
		s.offering = true
		s.changePreferences(func(p *preferences.Preferences) { p.ReminderOffered = true })
	}
	action := func(id string, do func()) controls.Action {
		return controls.Action{Text: s.words().Say(id), Do: func() {
			s.hideOffer()
			do()
		}}
	}
	s.space.bars.Show(offerBar, s.words().Say("offer.reminder"),
		action("offer.reminder.yes", func() { s.SetReminder(true, offered.Day(), offered.TimeOfDay()) }),
		action("offer.reminder.other", s.chooseReminder),
		action("offer.reminder.no", func() {}))
}

// chooseReminder shows the reminder in the settings.
func (s *shell) chooseReminder() {
	s.space.open(pageSettings)
	s.space.settings.ShowReminder()
}

func (s *shell) hideOffer() {
	s.offering = false
	if s.space != nil {
		s.space.bars.Hide(offerBar)
	}
}
