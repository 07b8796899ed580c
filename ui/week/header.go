package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// header returns the line with the week, the ways to others, and the state.
func (p *Page) header() fyne.CanvasObject {
	p.name = controls.Title("", theme.SizeNameHeadingText)
	p.dates = widget.NewLabel("")
	p.dates.Importance = widget.LowImportance
	prev := controls.NewButtonWithIcon("", theme.NavigateBackIcon(), p.GoPrev)
	p.next = controls.NewButtonWithIcon("", theme.NavigateNextIcon(), p.GoNext)
	p.toToday = controls.NewLink(p.Words.Say("week.today"), p.GoToday)
	p.status = widget.NewLabel("")
	p.status.SizeName = theme.SizeNameCaptionText
	p.status.Importance = widget.LowImportance
	p.away = controls.NewLink(p.Words.Say("week.off"), p.askAway)

	center := func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewCenter(o) }
	left := container.New(layout.NewCustomPaddedHBoxLayout(12), center(prev), center(controls.Flush(p.name)), center(controls.Flush(p.dates)),
		center(p.next), center(p.toToday))
	right := container.New(layout.NewCustomPaddedHBoxLayout(12), center(p.status), center(p.versions), center(p.away))
	return container.New(&controls.Ends{Gap: 16}, left, right)
}

// GoPrev shows the week before, and from a week that has not begun the last one
// that has.
func (p *Page) GoPrev() {
	if p.ahead() {
		p.Open(p.begun)
		return
	}
	p.Open(p.entry.Week.Prev())
}

// GoNext shows the week after, unless that has not begun.
func (p *Page) GoNext() {
	if p.entry.Week.Before(p.begun) {
		p.Open(p.entry.Week.Next())
	}
}

// GoToday shows the week of today.
func (p *Page) GoToday() {
	p.window.FollowClock()
	p.Open(p.today)
}
