package message_test

import (
	"strings"
	"testing"

	"heliotrope/desktop/notification"
	"heliotrope/desktop/reminder"
	"heliotrope/desktop/reminder/message"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
)

func TestOf(t *testing.T) {
	w, err := journal.ParseWeek("2026-W48")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		language words.Language
		due      reminder.Due
		has      string
		labels   [3]string
	}{
		{words.English, reminder.Due{Week: w}, "Nothing is logged for week 48 of 2026", [3]string{"Open this week", "Later today", "Not this week"}},
		{words.English, reminder.Due{Week: w, Logged: true}, "Something is logged for week 48 of 2026", [3]string{"Open this week", "Later today", "Not this week"}},
		{words.English, reminder.Due{Quarter: journal.QuarterOf(w)}, "brief", [3]string{"Open the brief", "Later today", "Not this quarter"}},
		{words.French, reminder.Due{Week: w}, "semaine 48 de 2026", [3]string{"Ouvrir cette semaine", "Plus tard aujourd’hui", "Pas cette semaine"}},
	} {
		m := message.Of(words.In(tt.language), tt.due)
		if m.Title == "" || m.Instead == "" || !strings.Contains(m.Body, tt.has) {
			t.Errorf("%+v is shown as %+v", tt.due, m)
		}
		for i, key := range []preferences.ReminderAnswer{preferences.ReminderOpened, preferences.ReminderLater, preferences.ReminderSkipped} {
			if a := m.Actions[i]; a.Label != tt.labels[i] || message.Answer(notification.Answer{Key: a.Key}) != key {
				t.Errorf("action %d of %+v is %+v", i, tt.due, a)
			}
		}
	}
	if message.Answer(notification.Answer{}) != preferences.ReminderClosed {
		t.Error("closing it is something else")
	}
}
