package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
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
		func() fyne.CanvasObject { return newPastLine() }, p.fillLine)
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

// pastLine is a line of the list.
type pastLine struct {
	widget.BaseWidget

	rule  *widget.Separator // above the head of a week
	glyph *controls.Glyph
	text  *widget.Label
	right *controls.Colored
}

func newPastLine() *pastLine {
	l := &pastLine{
		rule:  widget.NewSeparator(),
		glyph: controls.NewGlyph(controls.Circle, colorTechnical),
		text:  widget.NewLabel(""),
		right: controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
	}
	l.text.Truncation = fyne.TextTruncateEllipsis
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *pastLine) CreateRenderer() fyne.WidgetRenderer {
	middle := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
	}
	line := container.NewBorder(nil, nil, container.NewHBox(middle(l.glyph), controls.Gap(0)), middle(l.right), middle(controls.Flush(l.text)))
	return widget.NewSimpleRenderer(container.NewBorder(l.rule, nil, nil, nil,
		container.New(layout.NewCustomPaddedLayout(3, 3, 2, 16), line)))
}

func (p *pastPage) fillLine(id widget.ListItemID, o fyne.CanvasObject) {
	if id >= len(p.rows) {
		return
	}
	row, line := p.rows[id], o.(*pastLine)
	line.glyph.Hide()
	line.rule.Hide()
	line.text.TextStyle = fyne.TextStyle{}
	line.text.Importance = widget.MediumImportance
	switch {
	case row.head:
		line.rule.Show()
		line.text.TextStyle.Bold = true
		line.text.SetText(p.words.Week(row.entry.Week) + "   " + p.words.WeekDates(row.entry.Week))
		line.right.Set(p.headNote(row.entry), controls.ColorMuted)
	case row.moment != nil:
		m := row.moment
		line.glyph.Set(trackShape(m.Track), trackColor(m.Track))
		line.glyph.Show()
		line.text.SetText(flatten(m.Text, 300))
		line.right.Set(p.words.Say("past.moment", words.Args{
			"Kind": p.kinds[m.Kind], "Energy": p.words.Energy(m.Energy), "Hours": p.words.Hours(m.Hours)}), trackColor(m.Track))
	default:
		line.text.TextStyle.Italic = true
		line.text.Importance = widget.LowImportance
		line.text.SetText(flatten(row.entry.Reflection, 300))
		line.right.Set("", controls.ColorMuted)
	}
}

func (p *pastPage) headNote(e *journal.Entry) string {
	if e.Away != "" {
		return p.words.Away(e.Away)
	}
	if e.Split == nil {
		return ""
	}
	share := func(percent int) string { return p.words.Percent(float64(percent) / 100) }
	return p.words.Say("past.split", words.Args{
		"Technical": share(e.Split.Technical), "Both": share(e.Split.Both), "People": share(e.Split.People)})
}

// focus puts the cursor into the search.
func (p *pastPage) focus() { p.enter(p.search) }
