package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// heldCard shows what the week on screen held, by the traces that it left. Nothing of
// that is stored but moments that are logged from it, and what is never to be shown.
//
// Only the week on screen is looked at, next to everything else, and no longer once it
// is left. What is shown of what was found follows the moments of the week without
// another look.
type heldCard struct {
	page   *Page
	looker Looker // nil where there are no kinds of sources

	week    journal.Week
	found   source.Found
	known   bool // found is what there is of the week
	held    evidence.Week
	kinds   map[string]string // guesses by title, as long as the past is the same
	cancel  func()            // ends the look that goes on; nil if none does
	slow    func()            // stops the timer after which that is said; nil if it is off
	writing *heldDraft        // the line that is made a moment; nil if none is
	half    map[string]string // lines that were changed and left, by the source
	all     bool              // all lines are shown, however many there are

	title    *widget.Label
	invite   fyne.CanvasObject // to choose places, where there are none; apart from the card
	state    *controls.Hint
	rows     *controls.RowList
	contents map[string]*heldRow
	more     *controls.Link // shows all lines
	keys     fyne.CanvasObject
	free     *controls.Hint
	off      *controls.Hint
	away     *controls.Button
	troubles *fyne.Container
	root     fyne.CanvasObject
}

const (
	mostTroubles = 3  // that are told
	mostLines    = 10 // that are shown at first; a few more are shown too
	fewMore      = 2
)

func newHeldCard(p *Page, looker Looker) *heldCard {
	c := &heldCard{page: p, looker: looker, half: make(map[string]string), contents: make(map[string]*heldRow)}
	say := p.Words.Say
	c.title = controls.CardTitle("")
	c.state, c.free, c.off = controls.NewHint(widget.LowImportance), controls.NewHint(widget.LowImportance), controls.NewHint(widget.MediumImportance)
	c.rows = controls.NewRowList(say("week.held.spoken"), say("week.held.menu"))
	c.rows.OnOpen = c.open
	c.rows.OnClick = c.open
	c.rows.OnDelete = c.dismiss
	c.rows.OnMenu = c.openHeldMenu
	c.more = controls.NewLink("", func() {
		first := c.held.Lines[mostLines].Source
		c.all = true
		c.show()
		c.focus(first)
	})
	c.keys = newKeyLine(say("week.held.keys"))
	c.away = controls.NewButton(say("week.off"), p.askAway)
	c.troubles = controls.Stack(4)
	edge := func(o ...fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(0, 0, rowEdge, rowEdge), controls.Stack(6, o...))
	}
	choose := controls.NewLink(say("week.held.sources"), p.window.OpenSources)
	head := container.New(layout.NewCustomPaddedLayout(14, 8, rowEdge, rowEdge),
		controls.NewCardHead(c.title, linkAndWhy(choose, p.why("using#what-the-week-held"))))
	c.root = controls.NewPanel(controls.Stack(0, head, c.rows, c.keys,
		edge(container.NewHBox(c.more), c.state.Content(), c.free.Content(), c.off.Content(), container.NewHBox(c.away), c.troubles), controls.Gap(12)),
		controls.ColorCard, theme.ColorNameSeparator, 12, fyne.NewSize(1, 2))
	see := controls.NewLink(say("week.held.invite"), p.window.OpenSources)
	never := controls.NewLink(say("week.held.hide"), c.hide)
	c.invite = container.New(layout.NewCustomPaddedLayout(0, 0, rowEdge, rowEdge), container.New(&controls.Flow{GapX: 18, GapY: 4}, see, never))
	return c
}

// chosen returns which places are looked at.
func (c *heldCard) chosen() preferences.Evidence {
	return c.page.prefs.Get().Evidence[c.page.Journal.ID()]
}

// wanted reports whether the week on screen can have held anything that is to be shown.
func (c *heldCard) wanted() bool {
	p := c.page
	return c.looker != nil && !p.Sample && p.entry.Away == "" && !p.entry.Week.After(p.begun) && !c.chosen().Hidden
}

// show shows what is known of the week, by its moments as they are now.
func (c *heldCard) show() {
	p := c.page
	chosen := c.chosen()
	wanted := c.wanted() && p.entry.Week == c.week
	c.held = evidence.Week{}
	if c.known && wanted {
		from, to := chosen.WorkingDay()
		c.held = evidence.Of(c.found, evidence.Facts{
			Week: c.week, Now: p.Now(), From: from, To: to, Moments: p.entry.Moments, Kinds: p.Journal.Kinds(),
			Guess: c.kindOf, Dismissed: p.Journal.IsDismissed,
		})
	}
	look.SetVisible(c.root, wanted && chosen.Any())
	look.SetVisible(c.invite, wanted && !chosen.Any() && !p.locked())
	if wanted && chosen.Any() {
		c.showHeld()
	}
	c.root.Refresh()
}

// showHeld shows the lines of what the week held, and what there is to say of them.
func (c *heldCard) showHeld() {
	p, w := c.page, c.page.Words
	title := "week.held.title"
	if !p.isThisWeek() {
		title += ".that"
	}
	c.title.SetText(w.Say(title))
	lines := c.lines()
	contents := make(map[string]*heldRow, len(lines))
	rows := make([]controls.Row, len(lines))
	kinds := p.Journal.Kinds()
	for i, l := range lines {
		content := c.contents[l.Source]
		if content == nil {
			content = newHeldRow()
		}
		content.set(w, kinds, l)
		contents[l.Source] = content
		rows[i] = controls.Row{ID: l.Source, Content: content.root}
	}
	if d := c.writing; d != nil && contents[d.of.Source] == nil {
		c.endDraft() // its line is gone
	}
	c.contents = contents
	c.rows.SetFixed(p.locked())
	c.rows.SetRows(rows)
	c.more.SetText(w.Count("week.held.all", len(c.held.Lines)))
	look.SetVisible(c.more, len(lines) < len(c.held.Lines))
	look.SetVisible(c.rows, len(rows) > 0)
	c.state.Show(c.stateText())
	c.free.Show(w.EvidenceFree(c.held.Free))
	c.off.Show(w.EvidenceOff(c.held))
	look.SetVisible(c.away, c.held.AllOff() && !p.locked())
	c.showTroubles()
	c.fit()
	c.root.Refresh()
}

// fit shows the line about keys where there is room for it.
func (c *heldCard) fit() {
	look.SetVisible(c.keys, c.rows.Visible() && !c.page.locked() && c.page.high)
}

// stateText says that a look goes on, or that nothing was found; "" for neither.
func (c *heldCard) stateText() string {
	switch {
	case c.cancel != nil && c.slow == nil && !c.known:
		return c.page.Words.Say("week.held.looking")
	case c.known && len(c.held.Lines) == 0 && len(c.held.Off) == 0:
		return c.page.Words.Say("held.nothing")
	}
	return ""
}

// lines returns the lines that are shown.
func (c *heldCard) lines() []evidence.Line {
	if all := c.held.Lines; !c.all && len(all) > mostLines+fewMore {
		return all[:mostLines]
	}
	return c.held.Lines
}

// showTroubles tells what could not be read.
func (c *heldCard) showTroubles() {
	c.troubles.RemoveAll()
	all := c.held.Troubles
	for _, t := range all[:min(len(all), mostTroubles)] {
		told := controls.NewTrouble()
		told.Show(c.page.Words.EvidenceTrouble(t))
		c.troubles.Add(told.Content())
	}
	if more := len(all) - mostTroubles; more > 0 {
		c.troubles.Add(controls.Flush(controls.Caption(c.page.Words.Count("week.held.troubles", more))))
	}
	look.SetVisible(c.troubles, len(all) > 0)
}
