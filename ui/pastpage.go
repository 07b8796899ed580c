package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// pastPage lists every week, newest first, and finds among them.
type pastPage struct {
	words    *words.Words
	journal  *journal.Journal
	openWeek func(journal.Week)
	enter    func(fyne.Focusable) // gives something the focus

	kinds  map[string]string // names by id
	all    []pastWeek        // newest first
	rows   []pastRow         // what the list shows
	search *controls.TextField
	count  *widget.Label
	list   *widget.List
	root   fyne.CanvasObject
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

// newPastPage returns the page. A click on a line calls openWeek.
func newPastPage(w *words.Words, j *journal.Journal, enter func(fyne.Focusable), openWeek func(journal.Week)) *pastPage {
	p := &pastPage{words: w, journal: j, openWeek: openWeek, enter: enter}
	p.search = controls.NewTextField(false, 200, cleanLine)
	p.search.SetPlaceHolder(w.Say("past.search"))
	p.search.OnChanged = func(string) { p.find() }
	p.count = controls.Caption("")
	p.list = widget.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newEntryLine() }, p.fillLine)
	p.list.HideSeparators = true
	p.list.OnSelected = func(id widget.ListItemID) {
		p.list.UnselectAll()
		if id < len(p.rows) {
			p.openWeek(p.rows[id].entry.Week)
		}
	}
	top := controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("nav.journal"), theme.SizeNameHeadingText)),
		p.search, controls.Flush(p.count), controls.Gap(4))
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
	p.find()
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
	row, line := p.rows[id], o.(*entryLine)
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
