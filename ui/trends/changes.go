package trends

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// changes is the section of what was declared about the work, which lets one add to it.
type changes struct {
	page *Page
	fold *controls.Fold
	rows *fyne.Container
}

func newChanges(p *Page) *changes {
	c := &changes{page: p, rows: controls.Stack(12)}
	add := controls.NewLink(p.Words.Say("events.add"), p.AddChange)
	look.SetVisible(add, !p.ReadOnly)
	body := padded(controls.Stack(12, controls.NewCardHead(controls.Caption(p.Words.Say("events.why")), add), c.rows))
	c.fold = p.newFold("events.title", func() fyne.CanvasObject {
		c.fill()
		return body
	})
	return c
}

// show shows how many events the journal has, and themselves if the section is open.
func (c *changes) show() {
	c.fold.SetWords(c.page.Words.Number(float64(len(c.page.Journal.Events())), 0))
	if c.fold.Opened() {
		c.fill()
	}
}

// fill fills in the events, newest first.
func (c *changes) fill() {
	c.rows.RemoveAll()
	for _, e := range slices.Backward(c.page.Journal.Events()) {
		c.rows.Add(c.row(e))
	}
}

func (c *changes) row(e journal.Event) fyne.CanvasObject {
	w := c.page.Words
	about := w.Say("events.about", words.Args{"Kind": w.EventKind(e.Kind), "Week": w.WeekInline(e.Week)})
	if e.CompanySize != "" {
		about += " · " + w.CompanySize(e.CompanySize)
	}
	title := texts.Flatten(w.Event(e), 120)
	link := func(id string, do func(journal.Event)) *controls.Link {
		l := controls.NewLink(w.Say(id), func() { do(e) })
		l.SetSpoken(w.Say(id) + ": " + title)
		return l
	}
	links := container.NewCenter(container.New(layout.NewCustomPaddedHBoxLayout(14), link("events.edit", c.edit), link("events.remove", c.remove)))
	look.SetVisible(links, !c.page.ReadOnly)
	text := controls.Stack(0, controls.Flush(controls.Body(title)), controls.Flush(controls.Caption(about)))
	return container.NewBorder(nil, nil, nil, links, text)
}

// add asks for a change in a week.
func (c *changes) add(w journal.Week) {
	c.edit(journal.Event{ID: journal.NewID(), Week: w, Kind: journal.RoleEvent})
}

// editID asks what the event with an id should be from now on.
func (c *changes) editID(id string) {
	for _, e := range c.page.Journal.Events() {
		if e.ID == id {
			c.edit(e)
		}
	}
}

func (c *changes) edit(e journal.Event) {
	p := c.page
	if p.ReadOnly {
		return
	}
	var fields *changeForm
	form := p.Ask.NewForm(p.Words.Say("event.title"), func() error {
		event, err := fields.read(e)
		if err == nil {
			err = p.Do(func() error { return p.Journal.SaveEvent(event) })
		}
		if err == nil {
			p.update()
		}
		return err
	})
	fields = newChangeForm(p.Session, e, form)
	form.Show(fields.root, nil)
	p.Ask.Focus(fields.title)
}

func (c *changes) remove(e journal.Event) {
	p := c.page
	if err := p.Do(func() error { return p.Journal.DeleteEvent(e.ID) }); err != nil {
		p.Ask.Problem(err)
		return
	}
	p.update()
	p.window.OfferUndo(p.Words.Say("events.removed"))
}
