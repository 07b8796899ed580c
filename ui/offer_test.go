package ui

import (
	"testing"
	"time"

	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

const offerText = "Remind you on Fridays at 16:00?"

// newOfferDesk opens the window on a journal in which one week is logged, before
// somebody logs the second one.
func newOfferDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, uitest.Weeks(1), words.English)
	d.Misses(offerText)
	return d
}

// again fails if the reminder is offered again, now or in a window to come.
func (d *desk) again() {
	d.T.Helper()
	d.add("Fed it again")
	d.Misses(offerText)
	d.Window.Close()
	next := openDesk(d.T, d.Clock, d.Memory.Reopen(), words.English, func(c *Config) { c.Preferences = d.Preferences })
	next.Misses(offerText)
}

// A reminder is offered once, when the second week is logged, and never again whatever
// is chosen.
func TestReminderIsOfferedOnce(t *testing.T) {
	for action, on := range map[string]bool{"Remind me": true, "Choose another time": false, "No reminder": false, "": false} {
		t.Run(action, func(t *testing.T) {
			d := newOfferDesk(t)
			d.add("Fed the quokka")
			d.Sees(offerText)
			d.open(pageTrends)
			d.Sees(offerText) // until it is answered
			if action != "" {
				d.TapLink(action)
				d.Misses(offerText)
			}
			if r := d.Preferences.Get().Reminder; r.On != on || on && (r.Day() != time.Friday || r.Time != "16:00") {
				t.Errorf("the reminder is %+v", r)
			}
			if action == "Choose another time" {
				d.shows(pageSettings)
				if d.Window.Canvas().Focused() == nil {
					t.Error("nothing has the focus")
				}
			}
			d.open(pageWeek)
			if action != "" {
				d.again()
			}
		})
	}
}

// Until it is answered, it stays in the window, in whatever language.
func TestOfferStays(t *testing.T) {
	d := newOfferDesk(t)
	d.add("Fed the quokka")
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	d.Sees("Vous le rappeler le vendredi")
	d.shell.openSample()
	d.Clock.Finish()
	d.Misses("Remind you", "Vous le rappeler")
	d.shell.leaveSample()
	d.Clock.Finish()
	d.Sees("Vous le rappeler")
}

// It is not offered to whoever has it, found it in the settings, or looks at a sample.
func TestReminderIsNotOffered(t *testing.T) {
	d := newOfferDesk(t)
	d.shell.SetReminder(true, time.Monday, 9*60)
	d.add("Fed the quokka")
	d.Misses(offerText)

	d = newOfferDesk(t)
	d.shell.SetReminder(true, time.Monday, 9*60)
	d.shell.SetReminder(false, time.Monday, 9*60)
	d.add("Fed the quokka")
	d.Misses(offerText)

	d = newOfferDesk(t)
	d.shell.space.ReadOnly = true
	d.shell.space.changed(d.Today())
	d.Misses(offerText)

	d = newDesk(t, uitest.Weeks(1), words.English)
	d.shell.openSample()
	d.Clock.Finish()
	d.Misses(offerText)
	if d.Preferences.Get().ReminderOffered {
		t.Error("the sample uses up the offer")
	}
	d = newDesk(t, uitest.Weeks(5), words.English)
	d.Sees(offerText) // who logged weeks before there was a reminder
}
