// Package past is the page of all weeks, newest first.
//
// [Page] shows what the user searches for, which package search finds: filters has
// the chips that narrow it, results the rows of what was found, each drawn by a row,
// year the calendar next to them, and picks what is done to several moments at once.
// Menus are in actions, history shows and restores earlier versions of a week, and
// trash what was deleted.
package past

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/search"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// Page lists every week, newest first, and finds among them.
type Page struct {
	session.Session
	saver  *saving.Autosave
	window Window

	basis   session.Basis // of what is shown
	names   search.Names
	index   *search.Index // of the journal as it is shown
	ready   *search.Index // the last one that is folded
	folding bool          // the work on another one is pending
	results *results

	search    *searchField
	filters   *filters
	picks     *picks
	year      *yearBox
	since     *controls.Colored
	trash     *controls.Link
	pick      *controls.Link
	yearLink  *controls.Link
	found     *widget.RichText
	resultRow fyne.CanvasObject
	list      *controls.LongList
	none      *nothing
	layout    *arrangement
	scroll    *controls.Scroll
	root      fyne.CanvasObject
}

// Window is what the page asks of the window.
type Window interface {
	// OpenWeek shows a week where it is written.
	OpenWeek(journal.Week)
	// OpenMoment is OpenWeek, scrolled to a moment.
	OpenMoment(w journal.Week, id string)
	// OpenReflection is OpenWeek, scrolled to the reflection.
	OpenReflection(journal.Week)
	// OfferUndo shows a text about what was just done, and offers to undo that.
	OfferUndo(text string)
	// ShowRestored is OfferUndo after what was done is shown.
	ShowRestored(text string)
	// Say shows a text for a while.
	Say(text string)
	// CopyText puts a text on the clipboard.
	CopyText(text string)
}

// New returns the page. Saver has what is not in the journal yet.
func New(s session.Session, saver *saving.Autosave, window Window) *Page {
	p := &Page{Session: s, saver: saver, window: window}
	w := p.Words
	p.names.Tracks = make(map[journal.Track]string)
	for _, t := range journal.Tracks {
		p.names.Tracks[t] = w.Track(t)
	}
	p.index = search.New(func(func(journal.Entry) bool) {}, p.names, nil)
	p.results = &results{page: p, ruler: newRow()}
	p.list = controls.NewLongList(w.Say("past.list.spoken"), p.results)
	p.list.Menus = w.Say("past.row.menu")
	p.list.OnOpen = p.openRow
	p.list.OnMenu = p.openMenu
	p.list.OnDelete = p.deleteRow
	p.picks = newPicks(p)
	p.search = newSearchField(p)
	p.filters = newFilters(p)
	p.year = newYearBox(p)
	p.since = controls.NewColored("", controls.ColorMuted, theme.SizeNameText, fyne.TextStyle{})
	p.trash = controls.NewLink("", p.showTrash)
	p.pick = controls.NewLink(w.Say("past.pick"), func() { p.picks.begin() })
	p.yearLink = controls.NewLink(w.Say("past.year"), func() { p.layout.toggleYear() })
	p.none = newNothing(p)
	p.arrange()
	return p
}

// arrange puts the parts on the page.
func (p *Page) arrange() {
	w := p.Words
	title := controls.NewColored(w.Say("nav.journal"), theme.ColorNameForeground, theme.SizeNameHeadingText, fyne.TextStyle{Bold: true})
	name := container.New(&controls.Flow{GapX: 16, GapY: 2}, title, p.since, p.trash)
	p.found = widget.NewRichText()
	p.found.Wrapping = fyne.TextWrapWord
	links := container.New(&controls.Flow{GapX: 20, GapY: 4}, p.yearLink, p.pick)
	clear := controls.NewLink(w.Say("past.clear"), p.clear)
	p.resultRow = controls.NewLabeled(controls.Flush(p.found), clear, 200)
	head := controls.Stack(10,
		name,
		p.search.Content(),
		container.New(&controls.Ends{Gap: 12}, p.filters.Content(), links),
		p.resultRow, p.picks.Content())
	p.layout = &arrangement{page: p, head: head, list: container.NewStack(p.list, p.none.Content()), side: controls.NewVScroll(p.year.Content())}
	p.layout.root = container.New(p.layout)
	p.layout.fill(true)
	p.scroll = look.PageScroll(p.layout.root)
	p.root = p.scroll
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// First returns what has the focus when the page comes.
func (p *Page) First() fyne.Focusable { return p.search.text }

// Fresh begins anew: without a search, filters and picked moments.
func (p *Page) Fresh() {
	if !p.query().Empty() || p.picks.on {
		p.picks.end()
		p.clear()
	}
	p.year.choose(journal.WeekOf(p.Now()).Year())
}

// Shown reads the journal again if it changed since.
func (p *Page) Shown() {
	if p.basis == p.Basis() {
		return
	}
	p.basis = p.Basis()
	p.names.Kinds = make(map[string]string)
	for _, k := range p.Journal.Kinds() {
		p.names.Kinds[k.ID] = p.Words.Kind(k)
	}
	n := len(p.Journal.Trash())
	p.trash.SetText(p.Words.Say("past.trash", words.Args{"Number": p.Words.Number(float64(n), 0)}))
	p.trash.Hidden = n == 0
	p.showSince()
	p.read()
	p.picks.forget()
	p.year.read()
	p.find()
}

// Changed reads the journal again when a week was saved while the page is on screen.
func (p *Page) Changed(journal.Week) { p.Shown() }

// showSince shows how many weeks are logged since when.
func (p *Page) showSince() {
	text := ""
	for e := range p.Journal.All() {
		first := e.Week.Monday()
		text = p.Words.Count("past.since", p.Journal.WeeksLogged(), words.Args{"Month": p.Words.Month(first.Month()), "Year": first.Year()})
		break
	}
	p.since.Set(text, controls.ColorMuted)
}

// fewTexts are so few that they are folded at once, in a few milliseconds.
const fewTexts = 500

// read indexes the journal. To fold all of a long one takes a while, in which it is
// shown and not yet searched.
func (p *Page) read() {
	if p.folding { // the index that is being folded cannot be a part of another one
		p.index = search.New(p.Journal.All(), p.names, nil)
		return
	}
	p.index = search.New(p.Journal.All(), p.names, p.ready)
	if p.index.Unfolded() <= fewTexts {
		p.index.Fold()
		p.ready = p.index
		return
	}
	p.folding = true
	x := p.index
	p.Tasks.Run(func() error {
		x.Fold()
		return nil
	}, func(error) {
		p.folding, p.ready = false, x
		if p.index != x {
			p.read()
		}
		p.find()
	})
}

// folded reports whether words and tags can be looked for.
func (p *Page) folded() bool { return p.index == p.ready }

// query returns what is searched for.
func (p *Page) query() search.Query {
	q := p.filters.query()
	q.Words = search.Words(p.search.text.Text)
	return q
}

// narrowed shows what is found for another search, from its beginning.
func (p *Page) narrowed() { p.findThen(p.list.Restart) }

// find shows the weeks, or what of them is searched for, where the list is scrolled to.
func (p *Page) find() { p.findThen(p.list.Changed) }

func (p *Page) findThen(show func()) {
	q := p.query()
	if q.Folded() && !p.folded() {
		return // it is called again then
	}
	p.results.words, p.results.found = q.Words, p.index.Find(q)
	show()
	p.showFound(q)
	p.year.showHits(q, p.results.found.Rows)
	p.picks.show()
	p.none.show(q)
	p.layout.Layout(nil, p.layout.root.Size()) // not the rows, which are drawn already
}

// showFound shows how much was found.
func (p *Page) showFound(q search.Query) {
	shown := !q.Empty() && p.results.Len() > 0
	look.SetVisible(p.resultRow, shown)
	if !shown {
		return
	}
	found, w := p.results.found, p.Words
	weeks := w.Count("count.weeks", found.Weeks)
	moments, reflections := w.Count("count.moments", found.Moments), w.Count("past.count.reflections", found.Reflections)
	what := moments
	switch {
	case found.Moments > 0 && found.Reflections > 0:
		what = w.Say("past.and", words.Args{"A": moments, "B": reflections})
	case found.Reflections > 0:
		what = reflections
	}
	text := weeks
	if found.Moments+found.Reflections > 0 || found.Weeks == 0 {
		text = w.Say("past.result", words.Args{"What": what, "Weeks": weeks})
	}
	piece := func(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) *widget.TextSegment {
		return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{Inline: true, ColorName: color, SizeName: size, TextStyle: fyne.TextStyle{Bold: bold}}}
	}
	p.found.Segments = []widget.RichTextSegment{piece(text, theme.ColorNameForeground, theme.SizeNameText, true)}
	if about := p.filters.text(); about != "" {
		p.found.Segments = append(p.found.Segments, piece(" · "+about, controls.ColorMuted, controls.SizeControl, false))
	}
	p.found.Refresh()
}

// clear takes search and filters back.
func (p *Page) clear() {
	p.filters.clear()
	p.search.set("")
	p.narrowed()
}

// Search puts the cursor into the search.
func (p *Page) Search() { p.Ask.Focus(p.search.text) }

// Reveal shows a week in the list.
func (p *Page) Reveal(w journal.Week) {
	p.Shown()
	if i, ok := p.rowOf(w); ok {
		p.list.ScrollToRow(i)
	}
}

// rowOf returns the row of the head of a week, and whether there is one.
func (p *Page) rowOf(w journal.Week) (i int, ok bool) {
	for i, row := range p.results.found.Rows {
		if row.Item == search.Head && row.Entry.Week == w {
			return i, true
		}
	}
	return 0, false
}

// goTo shows a week: in the list if it is there, else where it is written.
func (p *Page) goTo(w journal.Week) {
	if i, ok := p.rowOf(w); ok {
		p.list.ScrollToRow(i)
		p.layout.hideYear()
		p.Ask.Focus(p.list)
		return
	}
	p.window.OpenWeek(w)
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

// nothing is shown in place of the list where there is nothing to list.
type nothing struct {
	page *Page
	text *widget.Label
	act  *controls.Button
	do   func()
	root fyne.CanvasObject
}

func newNothing(p *Page) *nothing {
	n := &nothing{page: p, text: controls.Body("")}
	n.act = controls.NewButton("", func() { n.do() })
	words := controls.Stack(12, controls.Gap(8), controls.Flush(n.text), container.NewHBox(n.act))
	n.root = container.New(layout.NewCustomPaddedLayout(0, 0, controls.LongRowInset, 0), words)
	return n
}

// Content returns what the page shows.
func (n *nothing) Content() fyne.CanvasObject { return n.root }

// show shows why nothing is listed, if that is so.
func (n *nothing) show(q search.Query) {
	p, say := n.page, n.page.Words.Say
	empty := p.results.Len() == 0
	look.SetVisible(n.root, empty)
	look.SetVisible(p.list, !empty)
	switch {
	case q.Empty():
		n.text.SetText(say("past.empty"))
		n.act.SetText(say("past.empty.log"))
		n.do = func() { p.window.OpenWeek(journal.WeekOf(p.Now())) }
		look.SetVisible(n.act, !p.ReadOnly)
		return
	case len(q.Words) > 0:
		n.text.SetText(say("past.none", words.Args{"Text": p.search.text.Text}))
		n.act.SetText(say("past.none.clear"))
	default:
		n.text.SetText(say("past.none.filters"))
		n.act.SetText(say("past.clear"))
	}
	look.SetVisible(n.act, true)
	n.do = func() {
		p.clear()
		p.Search()
	}
}
