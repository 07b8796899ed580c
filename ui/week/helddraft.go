package week

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/ui/controls"
	"heliotrope/ui/line"
)

// heldDraft makes a moment of a line of what a week held, in place of its row. What is
// half-written in the line that adds a moment stays as it is.
type heldDraft struct {
	card *heldCard

	of    evidence.Line
	week  journal.Week
	begun string // the line as it was proposed
	line  *line.Editor
	root  fyne.CanvasObject
}

// write proposes a line as a moment and asks for its energy. Another one that is
// written is left.
func (c *heldCard) write(l evidence.Line) {
	p := c.page
	c.endDraft()
	d := &heldDraft{card: c, of: l, week: c.week}
	d.line = line.New(p.Session, p.past, d, journal.MaxMoment)
	d.line.Propose(journal.Moment{
		ID: journal.NewID(), Text: p.Words.EvidenceText(l), Kind: l.Kind, Hours: quarters(l.Hours), Source: l.Source,
	})
	d.begun = d.line.Text().Text
	add := controls.NewButton(p.Words.Say("week.held.add"), d.line.Submit)
	add.Importance = widget.HighImportance
	cancel := controls.NewButton(p.Words.Say("dialog.cancel"), d.leave)
	add.OnEscape, cancel.OnEscape = d.leave, d.leave
	d.root = container.NewPadded(controls.Stack(8, d.line.Content(), container.NewHBox(cancel, add)))
	c.writing = d
	c.rows.Put(l.Source, d.root)
	if half, changed := c.half[l.Source]; changed {
		d.line.Resume(journal.Draft{ID: journal.NewID(), Week: d.week, Text: half, Source: l.Source})
		d.line.Focus()
	} else {
		d.line.Submit() // which asks for what is missing
	}
	c.rows.Reveal(l.Source)
}

// quarters rounds hours to quarters of an hour, as far as a moment may have so many.
func quarters(hours float64) float64 { return min(math.Round(hours*4)/4, journal.MaxHours) }

// draft returns the line that is written, and whether it was changed.
func (c *heldCard) draft() (d journal.Draft, ok bool) {
	if c.writing == nil || c.writing.line.Text().Text == c.writing.begun {
		return d, false
	}
	d = c.writing.line.Draft(c.writing.week)
	d.Source = c.writing.of.Source
	return d, !d.Empty()
}

// endDraft shows the row again in place of the line that is written. If that was
// changed, it is as it was left when it is written again.
func (c *heldCard) endDraft() {
	d := c.writing
	if d == nil {
		return
	}
	if now, changed := c.draft(); changed {
		c.half[d.of.Source] = now.Text
	} else {
		delete(c.half, d.of.Source)
	}
	c.writing = nil
	c.rows.Put(d.of.Source, nil)
	c.page.drafts.Touch()
}

// Enter implements [line.Owner]: it adds the moment, and goes on to the next line that
// is not logged.
func (d *heldDraft) Enter(m journal.Moment) {
	c := d.card
	p := c.page
	m.Source, m.Logged = d.of.Source, loggedNow(p.Now())
	next := c.next(d.of.Source)
	c.all = c.all || !slices.ContainsFunc(c.lines(), func(l evidence.Line) bool { return l.Source == next })
	c.endDraft()
	delete(c.half, d.of.Source)
	p.past.Learn(m)
	p.addMoment(d.week, m)
	c.focus(next)
}

// next returns the source of the first line after the one with a source that is not
// logged; that one's if there is none.
func (c *heldCard) next(id string) string {
	passed := false
	for _, l := range c.held.Lines {
		if passed && !l.Logged {
			return l.Source
		}
		passed = passed || l.Source == id
	}
	return id
}

// focus gives a row the focus, if the card is there.
func (c *heldCard) focus(id string) {
	c.rows.Activate(id)
	c.page.Ask.Focus(c.rows)
}

// Touched implements [line.Owner].
func (d *heldDraft) Touched() { d.card.page.drafts.Touch() }

// Escape implements [line.Owner]: it leaves the line.
func (d *heldDraft) Escape() { d.leave() }

// KindMade implements [line.Owner].
func (d *heldDraft) KindMade() { d.card.page.offerKinds() }

// leave shows the row again.
func (d *heldDraft) leave() {
	c := d.card
	if c.writing == d {
		c.endDraft()
		c.focus(d.of.Source)
	}
}
