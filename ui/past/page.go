// Package past is the page of all weeks, newest first: it finds among them,
// shows and restores earlier versions of a week, and empties the trash.
package past

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/texts"
)

// Page lists every week, newest first, and finds among them.
type Page struct {
	session.Session
	saver  *saving.Autosave
	window Window

	kinds  map[string]string // names by id
	all    []pastWeek        // newest first
	rows   []pastRow         // what the list shows
	search *controls.TextField
	count  *widget.Label
	trash  *controls.Link
	list   *controls.List
	root   fyne.CanvasObject
}

// Window is what the page asks of the window.
type Window interface {
	// OpenWeek shows a week where it is written.
	OpenWeek(journal.Week)
	// OfferUndo shows a text about what was just done, and offers to undo that.
	OfferUndo(text string)
	// ShowRestored is OfferUndo after what was done is shown.
	ShowRestored(text string)
	// Say shows a text for a while.
	Say(text string)
}

// pastWeek is a week with the text to search in, folded.
type pastWeek struct {
	entry      journal.Entry
	moments    []string
	reflection string
}

// pastRow is a line of the list: the head of a week, a moment, or the
// reflection.
type pastRow struct {
	entry  *journal.Entry
	moment *journal.Moment // nil for the head and for the reflection
	head   bool
}

// New returns the page. Saver has what is not in the journal yet.
func New(s session.Session, saver *saving.Autosave, window Window) *Page {
	p := &Page{Session: s, saver: saver, window: window}
	w := p.Words
	p.search = controls.NewTextField(false, 200, texts.CleanLine)
	p.search.SetPlaceHolder(w.Say("past.search"))
	p.search.OnChanged = func(string) { p.find() }
	p.count = widget.NewLabel("")
	p.count.SizeName, p.count.Importance = theme.SizeNameCaptionText, widget.LowImportance
	p.trash = controls.NewLink("", p.showTrash)
	p.list = controls.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newPastLine(w.Say("past.menu"), p.menu) }, p.fillLine)
	p.list.HideSeparators = true
	p.list.OnSelected = func(id widget.ListItemID) {
		p.list.UnselectAll()
		if id < len(p.rows) {
			p.window.OpenWeek(p.rows[id].entry.Week)
		}
	}
	top := controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("nav.journal"), theme.SizeNameHeadingText)),
		p.search, container.New(&controls.Ends{Gap: 12}, controls.Flush(p.count), p.trash), controls.Gap(4))
	p.root = look.PagePadding(look.Between(top, p.list, nil))
	return p
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown reads the journal again.
func (p *Page) Shown() {
	p.kinds = make(map[string]string)
	for _, k := range p.Journal.Kinds() {
		p.kinds[k.ID] = p.Words.Kind(k)
	}
	entries := p.Journal.Entries()
	p.all = make([]pastWeek, 0, len(entries))
	for i := len(entries) - 1; i >= 0; i-- {
		week := pastWeek{entry: entries[i], reflection: fold.String(entries[i].Prompt + " " + entries[i].Reflection)}
		for _, m := range entries[i].Moments {
			text := m.Text + " " + p.kinds[m.Kind] + " " + p.Words.Track(m.Track)
			for _, tag := range m.Tags {
				text += " #" + tag // as they are shown
			}
			week.moments = append(week.moments, fold.String(text))
		}
		p.all = append(p.all, week)
	}
	n := len(p.Journal.Trash())
	p.trash.SetText(p.Words.Say("past.trash", words.Args{"Number": n}))
	p.trash.Hidden = n == 0
	scrolled := p.list.GetScrollOffset()
	p.find()
	p.list.ScrollToOffset(scrolled)
}

// Reveal shows the line of a week.
func (p *Page) Reveal(w journal.Week) {
	p.Shown()
	for i, row := range p.rows {
		if row.entry.Week == w {
			p.list.ScrollTo(i)
			return
		}
	}
}

// menu returns what can be done with a week.
func (p *Page) menu(w journal.Week) []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.Words.Say("past.open"), func() { p.window.OpenWeek(w) })}
	if versions, err := p.Journal.Versions(w); err == nil && len(versions) > 0 {
		items = append(items, fyne.NewMenuItem(p.Words.Say("past.history"), func() { p.ShowHistory(w) }))
	}
	if !p.ReadOnly {
		items = append(items,
			fyne.NewMenuItem(p.Words.Say("past.move"), func() { p.MoveWeek(w) }),
			fyne.NewMenuItem(p.Words.Say("past.delete"), func() { p.DeleteWeek(w) }))
	}
	return items
}

// Changed does nothing: the page is read again each time it is shown.
func (p *Page) Changed(journal.Week) {}

// find shows the weeks, or those lines of them that match the search.
func (p *Page) find() {
	query := strings.Fields(fold.String(p.search.Text))
	p.rows = p.rows[:0]
	weeks := 0
	for i := range p.all {
		week := &p.all[i]
		var lines []pastRow
		for k := range week.moments {
			if matches(week.moments[k], query) {
				lines = append(lines, pastRow{entry: &week.entry, moment: &week.entry.Moments[k]})
			}
		}
		if week.entry.Reflection != "" && matches(week.reflection, query) {
			lines = append(lines, pastRow{entry: &week.entry})
		}
		if len(lines) == 0 && len(query) > 0 {
			continue
		}
		weeks++
		p.rows = append(p.rows, pastRow{entry: &week.entry, head: true})
		p.rows = append(p.rows, lines...)
	}
	switch {
	case len(p.all) == 0:
		p.count.SetText(p.Words.Say("past.empty"))
	case len(query) > 0:
		p.count.SetText(p.Words.Count("past.found", weeks))
	default:
		p.count.SetText(p.Words.WeeksLogged(p.Journal.WeeksLogged(), p.Journal.WeeksAway()))
	}
	p.list.Refresh()
	p.list.ScrollToTop()
}

func (p *Page) fillLine(id widget.ListItemID, o fyne.CanvasObject) {
	if id >= len(p.rows) {
		return
	}
	row, past := p.rows[id], o.(*pastLine)
	line := past.line
	past.week = row.entry.Week
	past.menu.Hidden = !row.head
	past.menu.Refresh()
	switch {
	case row.head:
		line.ShowWeek(p.Words, row.entry)
	case row.moment != nil:
		line.ShowMoment(p.Words, row.moment, p.kinds[row.moment.Kind])
	default:
		line.ShowReflection(row.entry.Reflection)
	}
}

// Search puts the cursor into the search.
func (p *Page) Search() { p.Ask.Focus(p.search) }

// DeleteWeek moves a week to the trash and reports whether that went well. If not,
// it shows why.
func (p *Page) DeleteWeek(w journal.Week) bool {
	err := p.saver.Settle()
	if err == nil {
		err = p.Journal.DeleteWeek(w)
	}
	if err != nil {
		p.Ask.Problem(err)
		return false
	}
	p.Shown()
	p.window.OfferUndo(p.Words.Say("past.deleted"))
	return true
}

// saved saves everything that is on screen and reports whether that went well.
// If not, the window shows why.
func (p *Page) saved() bool {
	err := p.saver.Settle()
	if err != nil {
		p.window.Say(p.Words.Problem(err).What)
	}
	return err == nil
}
