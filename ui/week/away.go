package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// awayCard is shown in place of the questions in a week that was not worked.
type awayCard struct {
	page *Page

	title   *widget.Label
	onCall  *controls.Link // in a week that was only on call
	reason  *controls.Link
	worked  *controls.Link
	actions *fyne.Container
	root    fyne.CanvasObject
}

func newAwayCard(p *Page) *awayCard {
	say := p.Words.Say
	c := &awayCard{page: p, title: controls.Heading("", theme.SizeNameSubHeadingText)}
	c.onCall = controls.NewLink(say("week.away.on-call"), p.countAsWorked)
	c.reason = controls.NewLink(say("week.away.reason"), p.askAway)
	c.worked = controls.NewLink("", p.countAsWorked)
	c.actions = controls.Stack(6, container.NewHBox(c.onCall),
		container.New(&controls.Flow{GapX: 18, GapY: 4}, c.reason, c.worked))
	c.root = controls.NewPanel(controls.Stack(10, controls.Flush(c.title),
		controls.Flush(controls.Body(say("week.away.text"))), c.actions),
		look.ColorNotice, theme.ColorNameSeparator, 10, fyne.NewSize(18, 16))
	return c
}

// show shows the reason of an entry, and nothing for a week that was worked.
// Without changes it only shows it.
func (c *awayCard) show(e journal.Entry, running, changes bool) {
	look.SetVisible(c.root, e.Away != "")
	title, worked := "week.away.title.old", "week.away.back.old"
	if running {
		title, worked = "week.away.title", "week.away.back"
	}
	c.title.SetText(c.page.Words.Say(title, words.Args{"Reason": c.page.Words.Away(e.Away)}))
	c.worked.SetText(c.page.Words.Say(worked))
	look.SetVisible(c.onCall, e.Away == journal.OnCall)
	look.SetVisible(c.actions, changes)
}

// askAway asks why the week on screen was not worked, and marks it as a week off.
func (p *Page) askAway() {
	week, now := p.entry.Week, p.entry.Away
	reasons := controls.Stack(8, controls.Flush(controls.Body(p.Words.Say("week.away.stays"))))
	d := p.Ask.NewWideBox(p.Words.Say("week.away.ask", words.Args{"Number": week.Number()}), reasons, "dialog.cancel")
	var first *controls.Button
	for _, reason := range journal.AwayReasons {
		b := controls.NewButton(p.Words.Away(reason), func() {
			d.Hide()
			p.setAway(week, reason)
			p.Ask.Focus(p.awayCard.reason)
		})
		if first == nil || reason == now {
			first = b
		}
		reasons.Add(b)
	}
	p.Ask.Show(d)
	p.Ask.Focus(first)
}

// awayMenu returns the reasons for a week off as items that mark a week as one and
// then call done.
func (p *Page) awayMenu(w journal.Week, done func()) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, reason := range journal.AwayReasons {
		items = append(items, fyne.NewMenuItem(p.Words.Away(reason), func() {
			p.setAway(w, reason)
			done()
		}))
	}
	return items
}

// setAway marks a week as one off, and offers to undo that.
func (p *Page) setAway(w journal.Week, reason string) {
	p.change(w, func(e *journal.Entry) { e.Away = reason })
	p.window.OfferUndo(p.Words.Say("week.away.done", words.Args{"Number": w.Number(), "Reason": p.Words.Away(reason)}))
}

// countAsWorked makes the week on screen one that was worked, with the caret where
// its moments are written.
func (p *Page) countAsWorked() {
	week := p.entry.Week
	p.change(week, func(e *journal.Entry) { e.Away = "" })
	p.window.OfferUndo(p.Words.Say("week.away.undone", words.Args{"Number": week.Number()}))
	p.quick.line.Focus()
}
