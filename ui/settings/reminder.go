package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/input"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
	"heliotrope/ui/texts"
)

// Reminders is what the page asks of the window about the reminder.
type Reminders interface {
	// SetReminder switches the reminder on, for a day and a time of day in minutes
	// since midnight, or off.
	SetReminder(on bool, day time.Weekday, minutes int)
	// Reach calls then with a sentence on what becomes of the reminder while the
	// window is closed.
	Reach(then func(sentence string))
	// RemindNow shows the reminder as it will come, and then calls done.
	RemindNow(done func(error))
}

// reminderGroup chooses when the user is reminded to log the week.
type reminderGroup struct {
	session.Session
	prefs  *preferences.File
	window Reminders

	on      *controls.Check
	day     *controls.Select
	time    *controls.TextField
	trouble *controls.Hint
	reach   *controls.Hint
	said    *controls.Hint
	details []fyne.CanvasObject // there only while it is on
	root    *fyne.Container
}

// week are the days in the order in which they are offered.
var week = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// maxTime is the longest time that can be typed, in bytes.
const maxTime = 32

func newReminderGroup(s session.Session, prefs *preferences.File, window Reminders) *reminderGroup {
	g := &reminderGroup{Session: s, prefs: prefs, window: window}
	say := s.Words.Say
	g.on = controls.NewCheck(say("settings.reminder"), func(bool) { g.set() })
	var names []string
	for _, day := range week {
		names = append(names, s.Words.Weekday(day))
	}
	g.day = controls.NewSelect(names, func(string) { g.set() })
	g.trouble, g.said = controls.NewTrouble(), controls.NewHint(widget.MediumImportance)
	g.reach = controls.NewHint(widget.LowImportance)
	g.time = controls.NewTextField(false, maxTime, texts.CleanLine)
	g.time.Spoken = say("settings.reminder.time")
	g.time.OnChanged = func(string) { g.trouble.Show("") }
	g.time.OnBlur = func() { g.setTime() }
	g.time.OnSubmitted = func(string) { g.setTime() }
	g.time.Keys = escape(func() { g.show() })
	field := controls.Short(g.time)
	when := newLine(say("settings.reminder.day"), nil, g.day)
	at := controls.Stack(4, newLine(say("settings.reminder.time"), nil, field), g.trouble.Content())
	now := controls.Stack(4, buttons(controls.NewButton(say("settings.reminder.show"), g.showNow)), g.said.Content())
	g.details = []fyne.CanvasObject{widget.NewSeparator(), when, widget.NewSeparator(), at, widget.NewSeparator(), g.reach.Content(), now}
	lines := controls.Stack(7, controls.Stack(2, g.on, controls.Flush(controls.Caption(say("settings.reminder.about")))))
	for _, line := range g.details {
		lines.Add(line)
	}
	g.root = newGroup(say("settings.reminder.title"), lines)
	g.show()
	return g
}

// show shows the reminder as it is set.
func (g *reminderGroup) show() {
	now := g.prefs.Get().Reminder
	g.on.Tick(now.On)
	chosen := g.day.OnChanged
	g.day.OnChanged = nil
	g.day.SetSelected(g.Words.Weekday(now.Day()))
	g.day.OnChanged = chosen
	g.time.SetText(now.Clock())
	g.trouble.Show("")
	g.said.Show("")
	for _, line := range g.details {
		look.SetVisible(line, now.On)
	}
	g.root.Refresh()
	if now.On {
		g.window.Reach(func(sentence string) {
			g.reach.Show(sentence)
			g.root.Refresh()
		})
	}
}

// set stores what is chosen, but for a time that is none.
func (g *reminderGroup) set() {
	minutes, ok := input.TimeOfDay(g.time.Text)
	if !ok {
		minutes = g.prefs.Get().Reminder.TimeOfDay()
	}
	g.window.SetReminder(g.on.Checked, week[max(g.day.SelectedIndex(), 0)], minutes)
	typed := g.time.Text
	if g.show(); !ok && g.on.Checked {
		g.time.SetText(typed)
		g.trouble.Show(g.Words.Say("settings.reminder.time.wrong"))
	}
}

// setTime stores the time that is typed, or shows that it is none.
func (g *reminderGroup) setTime() {
	minutes, ok := input.TimeOfDay(g.time.Text)
	switch now := g.prefs.Get().Reminder; {
	case !ok:
		g.trouble.Show(g.Words.Say("settings.reminder.time.wrong"))
	case minutes == now.TimeOfDay():
		g.time.SetText(now.Clock())
	default:
		g.set()
	}
}

// showNow shows the reminder.
func (g *reminderGroup) showNow() {
	g.said.Show("")
	g.window.RemindNow(func(err error) {
		if err != nil {
			g.said.Show(g.Words.Say("settings.reminder.unshown"))
			return
		}
		g.said.Show(g.Words.Say("settings.reminder.shown"))
	})
}
