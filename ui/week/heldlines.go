package week

import (
	"slices"

	"fyne.io/fyne/v2"

	"heliotrope/journal/evidence"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
)

// line returns the line with a source, and whether there is one.
func (c *heldCard) line(id string) (evidence.Line, bool) {
	i := slices.IndexFunc(c.held.Lines, func(l evidence.Line) bool { return l.Source == id })
	if i < 0 {
		return evidence.Line{}, false
	}
	return c.held.Lines[i], true
}

// open makes a moment of a line, or shows the one that was made of it.
func (c *heldCard) open(id string) {
	l, ok := c.line(id)
	switch {
	case !ok:
	case l.Logged:
		c.showLogged(l)
	default:
		c.write(l)
	}
}

// showLogged shows the moment that a line is logged as, if it was made of that.
func (c *heldCard) showLogged(l evidence.Line) {
	for _, m := range c.page.entry.Moments {
		if m.Source == l.Source {
			c.page.ShowMoment(m.ID)
			return
		}
	}
}

// dismiss never shows the title or the repository of a line again, and offers to undo
// that.
func (c *heldCard) dismiss(id string) {
	l, ok := c.line(id)
	if !ok {
		return
	}
	p := c.page
	if err := p.saver.Settle(); err != nil {
		return // the bar above shows why
	}
	if err := p.Journal.Dismiss(l.Dismissal); err != nil {
		p.Ask.Problem(err)
		return
	}
	c.show()
	if len(c.held.Lines) == 0 && p.Ask.Focused() == fyne.Focusable(c.rows) {
		p.GoToLine()
	}
	p.window.OfferUndo(p.Words.Say("week.held.dismissed"))
}

// openHeldMenu opens the menu of a line at a place in the window.
func (c *heldCard) openHeldMenu(id string, at fyne.Position) {
	l, ok := c.line(id)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c.rows)
	if !ok || canvas == nil {
		return
	}
	say := c.page.Words.Say
	first := fyne.NewMenuItem(say("week.held.log"), func() { c.open(id) })
	if l.Logged {
		first = fyne.NewMenuItem(say("week.held.logged"), func() { c.open(id) })
	}
	controls.ShowMenuAt(canvas, at, first, fyne.NewMenuItem(say("week.held.dismiss"), func() { c.dismiss(id) }))
}

// hide shows the card no more.
func (c *heldCard) hide() {
	p := c.page
	p.prefer(func(all *preferences.Preferences) {
		all.ChangeEvidence(p.Journal.ID(), func(e *preferences.Evidence) { e.Hidden = true })
	})
	p.window.ShowDone(p.Words.Say("week.held.hidden"), "", nil)
	p.GoToLine()
}
