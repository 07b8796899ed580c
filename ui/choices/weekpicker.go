package choices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/session"
)

var _ fyne.Accessible = (*WeekPicker)(nil)

// WeekPicker is a button that shows a week and opens a calendar to choose another.
type WeekPicker struct {
	controls.Button

	// OnPicked is called when the user chose another week. It may be nil.
	OnPicked func()

	session session.Session
	name    string
	last    func() journal.Week
	week    journal.Week
}

// NewWeekPicker returns a picker of no week yet. Name is what the week is for, which
// a screen reader says before it; last returns the last week that can be chosen.
func NewWeekPicker(s session.Session, name string, last func() journal.Week) *WeekPicker {
	p := &WeekPicker{session: s, name: name, last: last}
	p.Icon, p.IconPlacement = theme.MenuDropDownIcon(), widget.ButtonIconTrailingText
	p.OnTapped = p.pick
	p.ExtendBaseWidget(p)
	return p
}

// Week returns the week that is shown.
func (p *WeekPicker) Week() journal.Week { return p.week }

// SetWeek shows a week, without calling OnPicked.
func (p *WeekPicker) SetWeek(w journal.Week) {
	p.week = w
	p.SetText(p.session.Words.Week(w))
}

// FocusGained implements fyne.Focusable.
func (p *WeekPicker) FocusGained() {
	p.Button.FocusGained()
	controls.Reveal(p)
}

// AccessibilityLabel implements fyne.Accessible.
func (p *WeekPicker) AccessibilityLabel() string { return p.name + ": " + p.Text }

// pick opens the calendar, and shows the week that is chosen there.
func (p *WeekPicker) pick() {
	if p.session.Ask.Focused() == nil { // a click took it away
		p.session.Ask.Focus(p)
	}
	logged := func(w journal.Week) bool { return !p.session.Journal.Entry(w).Empty() }
	NewCalendar(p.session.Words, p.session.Now(), p.week, p.last(), logged).Open(p.session.Ask, p, func(w journal.Week) {
		if w == p.week {
			return
		}
		p.SetWeek(w)
		if p.OnPicked != nil {
			p.OnPicked()
		}
	})
}
