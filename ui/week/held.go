package week

import (
	"context"
	"slices"
	"time"

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

// Looker looks at the places that the user chose, such as [evidence.Looker].
type Looker interface {
	// Look returns what the places have of a span of time. The error is that of ctx.
	Look(ctx context.Context, places evidence.Places, s source.Span) (source.Found, error)
}

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
	cancel  func()            // what is looked at; nil if nothing is
	slow    func()            // the timer after which that is said; nil if there is none
	writing *heldDraft        // the line that is made a moment; nil if none is
	half    map[string]string // lines that were changed and left, by the source
	all     bool              // all lines are shown, however many there are

	title    *widget.Label
	choose   *controls.Link
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
	lookingAfter = 400 * time.Millisecond // a look that takes longer is said to go on
	mostTroubles = 3                      // that are told
	mostLines    = 10                     // that are shown at first; a few more are shown too
	fewMore      = 2
)

func newHeldCard(p *Page, looker Looker) *heldCard {
	c := &heldCard{page: p, looker: looker, half: make(map[string]string), contents: make(map[string]*heldRow)}
	say := p.Words.Say
	c.title = controls.CardTitle("")
	c.choose = controls.NewLink(say("week.held.sources"), p.window.OpenSources)
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
	c.keys = container.New(&footLayout{c.rows}, controls.KeyCaption(say("week.held.keys")))
	c.away = controls.NewButton(say("week.off"), p.askAway)
	c.troubles = controls.Stack(4)
	edge := func(o ...fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(0, 0, rowEdge, rowEdge), controls.Stack(6, o...))
	}
	head := container.New(layout.NewCustomPaddedLayout(14, 8, rowEdge, rowEdge),
		controls.NewCardHead(c.title, linkAndWhy(c.choose, p.why("using#what-the-week-held"))))
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

// follow looks at the week on screen, and no longer at the one before.
func (c *heldCard) follow() {
	c.leave()
	if w := c.page.entry.Week; w != c.week {
		c.endDraft()
		c.week, c.found, c.known, c.all = w, source.Found{}, false, false
		c.rows.SetRows(nil)
		c.contents = make(map[string]*heldRow)
	}
	chosen := c.chosen()
	if !c.wanted() || !chosen.Any() {
		c.found, c.known = source.Found{}, false
		c.show()
		return
	}
	p := c.page
	p.past.Want()
	places := evidence.Places{Paths: chosen.Places, Own: chosen.Own}
	span := evidence.SpanOf(c.week, p.Now().Location())
	var found source.Found
	c.cancel = p.Tasks.Aside(func(ctx context.Context) (err error) {
		found, err = c.looker.Look(ctx, places, span)
		return err
	}, func(err error) {
		c.leave()
		if err == nil {
			c.found, c.known = found, true
		}
		c.kinds = nil
		c.show()
		p.diary.show()
		p.compare()
	})
	c.slow = p.Tasks.After(lookingAfter, func() {
		c.slow = nil
		c.show()
	})
	c.show()
}

// leave ends the look that goes on.
func (c *heldCard) leave() {
	if c.cancel != nil {
		c.cancel()
		c.cancel = nil
	}
	if c.slow != nil {
		c.slow()
		c.slow = nil
	}
}

// guessed is called when kinds can be guessed by more moments than before.
func (c *heldCard) guessed() {
	c.kinds = nil
	c.show()
}

// kindOf guesses the kind of a meeting by its title, "" if that is not sure.
func (c *heldCard) kindOf(title string) string {
	kind, there := c.kinds[title]
	if !there {
		if c.kinds == nil {
			c.kinds = make(map[string]string)
		}
		kind = c.page.past.Kind(title)
		c.kinds[title] = kind
	}
	return kind
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
	look.SetVisible(c.keys, len(rows) > 0 && !p.locked())
	state := ""
	switch {
	case c.cancel != nil && c.slow == nil && !c.known:
		state = w.Say("week.held.looking")
	case c.known && len(rows) == 0 && len(c.held.Off) == 0:
		state = w.Say("held.nothing")
	}
	c.state.Show(state)
	c.free.Show(w.EvidenceFree(c.held.Free))
	c.off.Show(w.EvidenceOff(c.held))
	look.SetVisible(c.away, c.held.AllOff() && !p.locked())
	c.showTroubles()
	c.root.Refresh()
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

// hide shows the card no more.
func (c *heldCard) hide() {
	p := c.page
	p.prefer(func(all *preferences.Preferences) {
		all.ChangeEvidence(p.Journal.ID(), func(e *preferences.Evidence) { e.Hidden = true })
	})
	p.window.ShowDone(p.Words.Say("week.held.hidden"), "", nil)
	p.GoToLine()
}

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
