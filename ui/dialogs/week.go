package dialogs

import (
	"fmt"
	"time"

	"heliotrope/journal"
	"heliotrope/ui/controls"
)

// Week asks for a week up to latest, with a calendar on which another one is chosen at
// first, and calls take with it. If take returns an error, that is shown below the
// calendar, which stays open.
func (a *Asker) Week(title, act string, chosen, latest journal.Week, take func(journal.Week) error) {
	calendar := controls.NewWeekCalendar(a.calendarNames(), chosen.Monday(), latest.Monday())
	form := a.NewForm(title, func() error { return take(journal.WeekOf(calendar.Chosen())) })
	form.act = act
	dates := controls.Caption("")
	show := func(monday time.Time) {
		w := journal.WeekOf(monday)
		dates.SetText(a.Words.Week(w) + " · " + a.Words.WeekDates(w))
	}
	show(calendar.Chosen())
	calendar.OnChosen, calendar.OnSubmit = show, form.Submit
	form.Show(controls.Stack(8, controls.Flush(dates), calendar.Content()), nil)
	a.Focus(calendar.Focus())
}

// calendarNames returns the words of a calendar.
func (a *Asker) calendarNames() controls.CalendarNames {
	names := controls.CalendarNames{
		Month: func(t time.Time) string { return fmt.Sprintf("%s %d", a.Words.Month(t.Month()), t.Year()) },
	}
	for i := range names.Days {
		names.Days[i] = a.Words.Say(fmt.Sprintf("day.short.%d", i+1))
	}
	return names
}
