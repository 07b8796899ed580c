package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// pastPage lists every week, newest first, and finds among them.
type pastPage struct {
	words   *words.Words
	journal *journal.Journal
	hooks   pastHooks
	enter   func(fyne.Focusable) // gives something the focus

	kinds  map[string]string // names by id
	all    []pastWeek        // newest first
	rows   []pastRow         // what the list shows
	search *controls.TextField
	count  *widget.Label
	trash  *controls.Link
	list   *controls.List
	root   fyne.CanvasObject
}

// pastHooks are what is done with a week of the list.
type pastHooks struct {
	open    func(journal.Week)
	history func(journal.Week)
	delete  func(journal.Week) // nil if nothing can be written now
	trash   func()             // shows what was deleted
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

// newPastPage returns the page. A click on a line opens its week.
func newPastPage(w *words.Words, j *journal.Journal, enter func(fyne.Focusable), hooks pastHooks) *pastPage {
	p := &pastPage{words: w, journal: j, hooks: hooks, enter: enter}
	p.search = controls.NewTextField(false, 200, cleanLine)
	p.search.SetPlaceHolder(w.Say("past.search"))
	p.search.OnChanged = func(string) { p.find() }
	p.count = widget.NewLabel("")
	p.count.SizeName, p.count.Importance = theme.SizeNameCaptionText, widget.LowImportance
	p.trash = controls.NewLink("", hooks.trash)
	p.list = controls.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newPastLine(w.Say("past.menu"), p.menu) }, p.fillLine)
	p.list.HideSeparators = true
	p.list.OnSelected = func(id widget.ListItemID) {
		p.list.UnselectAll()
		if id < len(p.rows) {
			p.hooks.open(p.rows[id].entry.Week)
		}
	}
	top := controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("nav.journal"), theme.SizeNameHeadingText)),
		p.search, container.New(&controls.Ends{Gap: 12}, controls.Flush(p.count), p.trash), controls.Gap(4))
	p.root = pagePadding(between(top, p.list, nil))
	return p
}

func (p *pastPage) content() fyne.CanvasObject { return p.root }

// shown reads the journal anew.
func (p *pastPage) shown() {
	p.kinds = make(map[string]string)
	for _, k := range p.journal.Kinds() {
		p.kinds[k.ID] = p.words.Kind(k)
	}
	entries := p.journal.Entries()
	p.all = make([]pastWeek, 0, len(entries))
	for i := len(entries) - 1; i >= 0; i-- {
		week := pastWeek{entry: entries[i], reflection: fold(entries[i].Prompt + " " + entries[i].Reflection)}
		for _, m := range entries[i].Moments {
			text := m.Text + " " + strings.Join(m.Tags, " ") + " " + p.kinds[m.Kind] + " " + p.words.Track(m.Track)
			week.moments = append(week.moments, fold(text))
		}
		p.all = append(p.all, week)
	}
	n := len(p.journal.Trash())
	p.trash.SetText(p.words.Say("past.trash", words.Args{"Number": n}))
	p.trash.Hidden = n == 0
	p.find()
}

// reveal shows the line of a week.
func (p *pastPage) reveal(w journal.Week) {
	p.shown()
	for i, row := range p.rows {
		if row.entry.Week == w {
			p.list.ScrollTo(i)
			return
		}
	}
}

// menu returns what can be done with a week.
func (p *pastPage) menu(w journal.Week) []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.words.Say("past.open"), func() { p.hooks.open(w) })}
	if versions, err := p.journal.Versions(w); err == nil && len(versions) > 0 {
		items = append(items, fyne.NewMenuItem(p.words.Say("past.history"), func() { p.hooks.history(w) }))
	}
	if p.hooks.delete != nil {
		items = append(items, fyne.NewMenuItem(p.words.Say("past.delete"), func() { p.hooks.delete(w) }))
	}
	return items
}

// changed does nothing: the page is read anew each time it is shown.
func (p *pastPage) changed(journal.Week) {}

// find shows the weeks, or those lines of them that match the search.
func (p *pastPage) find() {
	query := strings.Fields(fold(p.search.Text))
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
		p.count.SetText(p.words.Say("past.empty"))
	case len(query) > 0:
		p.count.SetText(p.words.Count("past.found", weeks))
	default:
		p.count.SetText(p.words.Count("weeks.logged", weeks))
	}
	p.list.Refresh()
	p.list.ScrollToTop()
}

func (p *pastPage) fillLine(id widget.ListItemID, o fyne.CanvasObject) {
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
		line.head(p.words, row.entry)
	case row.moment != nil:
		line.moment(p.words, row.moment, p.kinds[row.moment.Kind])
	default:
		line.reflection(row.entry.Reflection)
	}
}

// focus puts the cursor into the search.
func (p *pastPage) focus() { p.enter(p.search) }
