// Package evidence is the page where one chooses what Heliotrope reads to show what a
// week held: repositories, calendars, and how to understand them.
//
// What is chosen is of this computer, so it is in the preferences and not in the
// journal. Looking for places reads the disk next to everything else, and is canceled
// by the next search. The page knows the kinds of sources by their interface alone.
package evidence

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// Page chooses the sources.
type Page struct {
	session.Session
	prefs  *preferences.File
	kinds  []source.Kind
	window Window

	search    *search
	groups    []*group
	addresses *addresses
	day       *day
	figures   *controls.Check
	dismissed *dismissed
	root      *controls.Scroll
}

// Window is what the page asks of the window.
type Window interface {
	// GoBack goes back to where the page was opened from.
	GoBack()
	// OfferUndo shows a text about what was just done, and offers to undo that.
	OfferUndo(text string)
	// Help shows a place of the manual, such as "using#what-the-week-held".
	Help(place string)
}

// The measures of the page at the usual text size.
const (
	cardGap     = 16
	sideWidth   = 380
	narrowBelow = 860 // one column
)

// New returns the page for the kinds of sources that there are.
func New(s session.Session, prefs *preferences.File, kinds []source.Kind, window Window) *Page {
	p := &Page{Session: s, prefs: prefs, kinds: kinds, window: window}
	say := s.Words.Say
	p.search = newSearch(p)
	main := []fyne.CanvasObject{p.search.root}
	for _, k := range kinds {
		g := newGroup(p, k)
		p.groups = append(p.groups, g)
		main = append(main, g.root)
	}
	p.addresses, p.day = newAddresses(p), newDay(p)
	p.figures = controls.NewCheck(say("sources.figures"), func(on bool) {
		p.change(func(e *preferences.Evidence) { e.Figures = on })
	})
	figures := controls.NewCard(controls.Stack(4, p.figures, controls.Flush(controls.Caption(say("sources.figures.about")))))
	p.dismissed = newDismissed(p)
	side := []fyne.CanvasObject{p.addresses.root, p.day.root, figures, p.dismissed.root}
	columns := controls.Columns{Main: main, Side: side, Gap: cardGap, SideWidth: sideWidth, NarrowBelow: narrowBelow}
	for _, card := range slices.Concat(main, side) {
		columns.Narrow = append(columns.Narrow, []fyne.CanvasObject{card})
	}
	p.root = look.PageScroll(controls.Stack(cardGap, p.newHead(), controls.NewColumns(columns)))
	p.show()
	return p
}

// newHead returns the title of the page, the way back, and what is promised.
func (p *Page) newHead() fyne.CanvasObject {
	say := p.Words.Say
	title := controls.Heading(say("nav.sources"), theme.SizeNameHeadingText)
	back := controls.NewButtonWithIcon(say("sources.back"), theme.NavigateBackIcon(), p.window.GoBack)
	why := controls.NewQuestionMark(say("sources.why"), func() { p.window.Help("using#what-the-week-held") })
	return controls.Stack(6, controls.NewCardHead(title, container.NewHBox(why, back)),
		controls.Flush(controls.Body(say("sources.promise"))))
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// First returns what has the focus when the page comes.
func (p *Page) First() fyne.Focusable { return p.search.folder }

// Changed does nothing: no week is shown.
func (p *Page) Changed(journal.Week) {}

// Fresh forgets what was found and not chosen.
func (p *Page) Fresh() {
	p.search.clear()
	for _, g := range p.groups {
		g.clear()
	}
}

// Shown shows what is chosen now, and asks for the user's addresses.
func (p *Page) Shown() {
	p.show()
	p.addresses.propose()
}

// Left is called when another page comes on screen: nothing is looked for any more.
func (p *Page) Left() {
	p.search.end()
	p.addresses.cancel()
}

// Escape goes back, or stops what is searched.
func (p *Page) Escape() {
	if !p.search.stop() {
		p.window.GoBack()
	}
}

// Offer shows the places at paths to be confirmed, such as those of files that were
// dropped onto the window.
func (p *Page) Offer(paths ...string) { p.search.look(paths...) }

// chosen returns what is chosen.
func (p *Page) chosen() preferences.Evidence { return p.prefs.Get().Evidence[p.Journal.ID()] }

// change changes what is chosen, for as long as the window is open if it cannot be
// stored.
func (p *Page) change(change func(*preferences.Evidence)) {
	err := p.prefs.Change(func(all *preferences.Preferences) { all.ChangeEvidence(p.Journal.ID(), change) })
	if err != nil {
		p.Ask.Problem(err)
	}
}

// show shows what is chosen.
func (p *Page) show() {
	now := p.chosen()
	for _, g := range p.groups {
		g.show(now.Places[g.kind.ID()])
	}
	p.addresses.show(now.Own)
	p.day.show(now)
	p.figures.Tick(now.Figures)
	p.dismissed.show()
}

// use reads places from now on. Where no address was chosen yet, those that the kinds
// know of are the user's.
func (p *Page) use(places []place) {
	p.change(func(e *preferences.Evidence) {
		if e.Places == nil {
			e.Places = make(map[string][]string)
		}
		for _, at := range places {
			if id := at.kind.ID(); !slices.Contains(e.Places[id], at.path) {
				e.Places[id] = append(e.Places[id], at.path)
			}
		}
		if len(e.Own) == 0 {
			e.Own = slices.Clone(p.addresses.proposed)
		}
	})
	p.show()
}

// setUsed reads a place from now on, or no longer.
func (p *Page) setUsed(at place, used bool) {
	if used {
		p.use([]place{at})
		return
	}
	p.change(func(e *preferences.Evidence) {
		id := at.kind.ID()
		e.Places[id] = slices.DeleteFunc(e.Places[id], func(path string) bool { return path == at.path })
	})
}
