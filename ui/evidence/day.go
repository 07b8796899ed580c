package evidence

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"heliotrope/journal/input"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// day is the user's working day.
type day struct {
	page     *Page
	from, to *controls.TextField
	trouble  *controls.Hint
	root     fyne.CanvasObject
}

const longestTime = 32 // that can be typed, in bytes

func newDay(p *Page) *day {
	d := &day{page: p, trouble: controls.NewTrouble()}
	say := p.Words.Say
	field := func(id string) (*controls.TextField, fyne.CanvasObject) {
		f := controls.NewTextField(false, longestTime, texts.CleanLine)
		f.Spoken = say(id)
		f.OnChanged = func(string) { d.trouble.Show("") }
		f.OnBlur = d.set
		f.OnSubmitted = func(string) { d.set() }
		return f, controls.Stack(2, controls.Flush(controls.Caption(say(id))), controls.Short(f))
	}
	var from, to fyne.CanvasObject
	d.from, from = field("sources.day.from")
	d.to, to = field("sources.day.to")
	d.root = controls.NewCard(controls.Stack(8,
		controls.Flush(controls.CardTitle(say("sources.day"))),
		controls.Flush(controls.Caption(say("sources.day.about"))),
		container.New(&controls.Flow{GapX: 12, GapY: 6}, from, to), d.trouble.Content()))
	return d
}

// show shows the working day that is chosen.
func (d *day) show(e preferences.Evidence) {
	from, to := e.WorkingDay()
	d.from.SetText(clock(from))
	d.to.SetText(clock(to))
	d.trouble.Show("")
}

// clock formats minutes since midnight as a clock shows them. The end of the day is
// 24:00.
func clock(minutes int) string {
	if minutes == 24*60 {
		return "24:00"
	}
	return time.Date(1, 1, 1, 0, minutes, 0, 0, time.UTC).Format("15:04")
}

// set stores the day that is typed, or shows that it is none.
func (d *day) set() {
	from, okFrom := input.TimeOfDay(d.from.Text)
	to, okTo := input.TimeOfDay(d.to.Text)
	if d.to.Text == "24:00" {
		to, okTo = 24*60, true
	}
	if !okFrom || !okTo || from >= to {
		d.trouble.Show(d.page.Words.Say("sources.day.wrong"))
		d.root.Refresh()
		return
	}
	if f, t := d.page.chosen().WorkingDay(); f == from && t == to {
		return
	}
	d.page.change(func(e *preferences.Evidence) { e.From, e.To = from, to })
}
