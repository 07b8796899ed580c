// Package message puts a reminder into a notification, and what the user chose there
// into an answer. Nothing that the user wrote is in it.
package message

import (
	"heliotrope/desktop/notification"
	"heliotrope/desktop/reminder"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
)

// Of returns the notification of what is due, see [reminder.Due].
func Of(w *words.Words, due reminder.Due) notification.Message {
	m := notification.Message{
		Title: w.Say("remind.quarter.title"), Body: w.Say("remind.quarter.text"), Instead: w.Say("remind.quarter.instead"),
	}
	open, skip := "remind.open.quarter", "remind.skip.quarter"
	if !due.Week.IsZero() {
		args := words.Args{"Week": w.WeekInline(due.Week)}
		m.Title, m.Body, m.Instead = w.Say("remind.week.title"), w.Say("remind.week.text", args), w.Say("remind.week.instead")
		if due.Logged {
			m.Body = w.Say("remind.week.logged", args)
		}
		open, skip = "remind.open.week", "remind.skip.week"
	}
	m.Actions = []notification.Action{
		{Key: string(preferences.ReminderOpened), Label: w.Say(open)},
		{Key: string(preferences.ReminderLater), Label: w.Say("remind.later")},
		{Key: string(preferences.ReminderSkipped), Label: w.Say(skip)},
	}
	return m
}

// Answer returns what the user answered by choosing an action, or by closing the
// notification.
func Answer(a notification.Answer) preferences.ReminderAnswer {
	if a.Key == "" {
		return preferences.ReminderClosed
	}
	return preferences.ReminderAnswer(a.Key)
}
