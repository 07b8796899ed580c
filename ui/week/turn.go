package week

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// What follows turns the page when another week begins while it is open. What
// was begun stays in its week, and the window shows which one that is.

// WeekBegan is called when another week than before is the one of today: the next
// one, or any other after a change of the clock or of the time zone.
func (p *Page) WeekBegan(today journal.Week) {
	shown := p.stays || p.entry.Week == p.today
	before := p.today
	p.today = today
	switch {
	case !shown || p.entry.Week == today:
		p.setStays(false)
		p.showToday()
	case p.busy():
		p.setStays(true)
		p.showToday()
	default:
		p.turn(p.beganWords(before))
	}
}

// beganWords formats that another week than before is the one of today.
func (p *Page) beganWords(before journal.Week) string {
	id := "week.began"
	if p.today.Before(before) {
		id = "week.began.earlier"
	}
	return p.Words.Say(id, words.Args{"Week": p.Words.WeekInline(p.today)})
}

// busy reports whether something was begun in the week on screen that would be lost
// from sight, or go to another week, if the page turned now.
func (p *Page) busy() bool {
	focused := p.Ask.Focused()
	elsewhere := focused != nil && focused != fyne.Focusable(p.quick.line.Text())
	return p.acting || p.quick.begun() || elsewhere || p.Ask.Open() || p.split.begun()
}

// setStays makes the page stay in a week that has ended, or no longer, and shows
// the way out above the pages.
func (p *Page) setStays(stays bool) {
	p.stays = stays
	if !stays {
		p.window.HideWeekBegan()
		return
	}
	week := p.entry.Week
	actions := []controls.Action{{Text: p.Words.Say("week.go", words.Args{"Number": p.today.Number()}), Do: p.GoToday}}
	if week.Before(p.today) {
		actions = append(actions, controls.Action{Text: p.Words.Say("week.stay", words.Args{"Number": week.Number()}), Do: p.stay})
	}
	p.window.ShowWeekBegan(p.beganWords(week)+" "+p.Words.Say("week.stays", words.Args{"Week": p.Words.WeekInline(week)}), actions...)
}

// stay makes the week that has ended the one that the user went to.
func (p *Page) stay() {
	p.setStays(false)
	if p.quick.begun() {
		p.quick.line.Focus()
	}
}

// turn shows the week of today in place of the one that has ended, with a text
// about why and a way back to it.
func (p *Page) turn(why string) {
	before := p.entry.Week
	p.Open(p.today)
	p.window.ShowDone(why, p.Words.Say("week.back", words.Args{"Number": before.Number()}), func() { p.window.OpenWeek(before) })
}

// CatchUp turns a page that stays in a week that has ended.
func (p *Page) CatchUp() {
	if p.stays {
		p.turn(p.beganWords(p.entry.Week))
	}
}

// begin is called when a moment is begun: it belongs to the week of today, unless
// the user went to another one.
func (p *Page) begin() {
	p.window.FollowClock()
	p.CatchUp()
}

// act does what changes the week on screen, and only then looks at the clock: what
// one saw is what one changed.
func (p *Page) act(do func()) {
	do()
	p.acting = true
	p.window.FollowClock()
	p.acting = false
}
