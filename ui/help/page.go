// Package help is the manual in the window: its chapters, a table of contents, a
// search over all of them, and a sheet of all keys.
//
// The text is that of assets/manual, so that the window, the repository and the
// command line have one manual. Links to other sites are shown as their addresses:
// nothing here opens a connection. A place in the manual is the name of a chapter
// and the anchor of a heading of the English one, such as "figures#when-a-side-is-named".
package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
	"heliotrope/ui/texts"
)

// The places that are no heading of the manual.
const (
	Start = ""     // the first chapter
	Keys  = "keys" // the sheet of all keys
)

// Page shows the manual.
type Page struct {
	session.Session
	window Window
	manual *manual

	now  place   // what is shown
	past []place // what was shown before, the last one last

	found   []finding
	at      int // the index of the finding that is shown; -1 for none
	results *results

	reader   *controls.Reader
	body     *fyne.Container // in the reader
	leaves   map[string]*leaf
	contents *contents
	search   *controls.TextField
	count    *controls.Hint
	root     fyne.CanvasObject
}

// Window is what the page asks of the window.
type Window interface {
	// LeaveHelp shows what was on screen before the manual.
	LeaveHelp()
	// CopyText puts a text into the clipboard.
	CopyText(text string)
	// Say shows a text for a while.
	Say(text string)
}

// place is a chapter, or the keys, and how far it is scrolled.
type place struct {
	chapter string
	offset  float32
}

// New returns the page, which shows the first chapter.
func New(s session.Session, window Window) *Page {
	p := &Page{Session: s, window: window, manual: readManual(s.Words.Language), at: -1, leaves: make(map[string]*leaf)}
	p.body = container.NewStack()
	p.reader = controls.NewReader(container.New(&column{most: readable}, p.body))
	p.contents = newContents(p)
	p.results = newResults(p)
	p.search = controls.NewTextField(false, 100, texts.CleanLine)
	p.search.SetPlaceHolder(p.Words.Say("help.search"))
	p.search.OnChanged = func(string) { p.find() }
	p.search.Keys = searchKeys{p}
	p.count = controls.NewHint(widget.LowImportance)
	back := controls.NewButtonWithIcon(p.Words.Say("help.back"), theme.NavigateBackIcon(), p.Back)
	head := controls.Stack(10,
		container.New(&controls.Ends{Gap: 12},
			controls.Flush(controls.Title(p.Words.Say("nav.help"), theme.SizeNameHeadingText)),
			container.NewHBox(p.contents.menu, back)),
		p.search, p.count.Content(), controls.Gap(2))
	sides := container.New(sides{}, p.contents.root, p.reader)
	p.root = look.PagePadding(look.Sized(look.Between(head, sides, nil), p.fit))
	p.show(place{chapter: start})
	return p
}

const narrowBelow = 620 // has no room for the table of contents; at the usual text size

// fit shows the table of contents, or a menu where that would leave the text too little
// room.
func (p *Page) fit(size fyne.Size) (changed bool) {
	narrow := size.Width < narrowBelow*look.TextScale()
	if narrow == p.contents.menu.Visible() {
		return false
	}
	look.SetVisible(p.contents.root, !narrow)
	look.SetVisible(p.contents.menu, narrow)
	return true
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown does nothing: the manual does not change.
func (p *Page) Shown() {}

// Changed does nothing: no week is shown.
func (p *Page) Changed(journal.Week) {}

// First returns what has the focus when the page comes: what is read.
func (p *Page) First() fyne.Focusable { return p.reader }

// Has reports whether the manual has a place.
func (p *Page) Has(at string) bool {
	_, _, ok := p.manual.find(at)
	return ok || at == Start || at == Keys
}

// Open shows a place of the manual, or its beginning if there is no such place. What
// was searched for is forgotten.
func (p *Page) Open(at string) {
	p.clear()
	p.follow(at)
}

// follow shows a place and remembers the one that is shown.
func (p *Page) follow(at string) {
	p.now.offset = p.reader.Offset()
	p.past = append(p.past, p.now)
	p.turn(at)
}

// turn shows a place.
func (p *Page) turn(at string) {
	name, _ := splitPlace(at)
	if p.manual.chapter(name) == nil && name != Keys {
		name, at = start, start
	}
	p.show(place{chapter: name})
	if _, heading, ok := p.manual.find(at); ok && heading != nil {
		p.reader.ScrollTo(p.leaf(name).texts[heading])
	}
	p.contents.mark(at)
}

// Back shows what was shown before, and leaves the manual if nothing was.
func (p *Page) Back() {
	last := len(p.past) - 1
	if last < 0 {
		p.window.LeaveHelp()
		return
	}
	to := p.past[last]
	p.past = p.past[:last]
	p.show(to)
}

// Arrive forgets what was shown before: the manual is opened from elsewhere.
func (p *Page) Arrive(at string) {
	p.Open(at)
	p.past = nil
}

// Escape forgets what was searched for, and leaves the manual if nothing was.
func (p *Page) Escape() {
	if p.search.Text == "" {
		p.window.LeaveHelp()
		return
	}
	p.clear()
	p.show(p.now)
}

// Search puts the cursor into the search.
func (p *Page) Search() { p.Ask.Focus(p.search) }

// show shows a chapter, or the keys, scrolled as it was.
func (p *Page) show(to place) {
	p.now = to
	p.put(p.leaf(to.chapter).root)
	p.reader.ScrollToOffset(to.offset)
	p.contents.mark(to.chapter)
	p.mark()
}

// put shows an object to read.
func (p *Page) put(o fyne.CanvasObject) {
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

// leaf returns a chapter, or the keys, as it is shown.
func (p *Page) leaf(name string) *leaf {
	l := p.leaves[name]
	if l == nil {
		if name == Keys {
			l = newKeys(p)
		} else {
			l = newLeaf(p, p.manual.chapter(name))
		}
		p.leaves[name] = l
	}
	return l
}

// copy puts lines of code into the clipboard.
func (p *Page) copy(text string) {
	p.window.CopyText(text)
	p.window.Say(p.Words.Say("help.copied"))
}

// say returns a sentence.
func (p *Page) say(id string, args ...words.Args) string { return p.Words.Say(id, args...) }
