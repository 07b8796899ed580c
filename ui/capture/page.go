// Package capture is the small window in which one moment is written: the line of
// the week page, and nothing else. It is shown for a key of the desktop, and closed
// by the moment that it was opened for.
//
// It is a page like the others and knows no window. What is half-written in it is
// the same draft as in the line of the week page, see [journal.Draft].
package capture

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/line"
	"heliotrope/ui/look"
	"heliotrope/ui/notices"
	"heliotrope/ui/session"
)

// Window is what the page asks of the window that it is in, and of the program.
type Window interface {
	// Log logs a moment in a week. It calls done once the moment is on the disk, or
	// with why it is not.
	Log(w journal.Week, m journal.Moment, done func(error))
	// Written is called after each change of what is half-written.
	Written()
	// StoreDraft brings what is half-written to the disk, and calls done.
	StoreDraft(done func(error))
	// OpenMain opens the window with all pages, or brings it to the front.
	OpenMain()
	// CopyText puts a text on the clipboard.
	CopyText(text string)
	// Close closes the window.
	Close()
}

// LoggedPause is how long the window shows that a moment was logged before it closes,
// unless another one is begun.
const LoggedPause = 500 * time.Millisecond

// The measures of the window, those in two directions at the usual text size.
const (
	width  = 560
	height = 150
	margin = 14
	gap    = 8
)

// Page is what the small window shows.
type Page struct {
	session.Session
	window Window

	past  *line.Past
	line  *line.Editor
	week  journal.Week // for which the moment was begun; zero if none is
	busy  bool         // the moment is on its way to the disk
	stop  func()       // the timer that closes the window; nil if there is none
	aside *fyne.Container
	keyed string // what aside shows

	hint  fyne.CanvasObject // teaches what is understood, while the line is empty
	place *fyne.Container   // shows the week of the moment if it is not that of today
	where *controls.Colored
	move  *controls.Link
	bars  *notices.Bars
	root  fyne.CanvasObject
}

// New returns the page of a journal, with an empty line.
func New(s session.Session, window Window) *Page {
	p := &Page{Session: s, window: window, past: line.NewPast(s), aside: container.NewStack()}
	p.line = line.New(s, p.past, p, journal.MaxMoment)
	p.past.OnRead = p.line.Refresh
	p.line.SetPlaceHolder(s.Words.Say("week.add.placeholder"))
	p.line.Shrink(p.aside)
	p.hint = controls.Flush(controls.Caption(s.Words.Say("line.hint")))
	p.where = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{})
	p.move = controls.NewLink("", p.moveHere)
	p.place = container.New(&controls.Flow{GapX: 14, GapY: 4}, p.where, p.move)
	p.fill(controls.Stack(gap, p.line.Content(), p.hint, p.place))
	p.showWeek()
	return p
}

func (p *Page) fill(content fyne.CanvasObject) {
	p.bars = notices.NewBars(p.Words, container.New(layout.NewCustomPaddedLayout(margin, margin, margin, margin), content))
	p.root = p.bars.Root
}

// Size returns the least size of the window, which has room for a usual line.
func (p *Page) Size() fyne.Size {
	scale := look.TextScale()
	size := fyne.NewSize(width*scale, height*scale)
	if p.line != nil {
		size.Width = max(size.Width, p.line.PreferredWidth()+2*margin)
	}
	return size
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// First returns what has the focus first, nil for nothing.
func (p *Page) First() fyne.Focusable {
	if p.line == nil {
		return nil
	}
	return p.line.Text()
}

// Draft returns what is in the line.
func (p *Page) Draft() journal.Draft {
	if p.line == nil {
		return journal.Draft{}
	}
	return p.line.Draft(p.forWeek())
}

// Follow shows in the line what was written in that of another window.
func (p *Page) Follow(d journal.Draft) {
	if p.line == nil || p.busy || d.Equal(p.Draft()) {
		return
	}
	p.line.Resume(d)
	p.week = journal.Week{}
	if !d.Empty() {
		p.week = d.Week
	}
	p.showWeek()
}

// FollowClock shows the week of today, if another one has begun.
func (p *Page) FollowClock() {
	if p.line != nil {
		p.showWeek()
	}
}

// Enter implements [line.Owner].
func (p *Page) Enter(m journal.Moment) {
	if p.busy {
		return
	}
	week := p.forWeek()
	m.Logged = p.Now().Truncate(time.Second)
	p.busy = true
	p.line.Text().Disable() // it is logged as it stands
	p.window.Log(week, m, func(err error) {
		p.busy = false
		p.line.Text().Enable()
		if err != nil {
			p.ShowProblem(err)
			p.line.Focus()
			return
		}
		p.logged(week, m)
	})
}

// logged shows for a moment that it was logged, and closes the window unless the next
// one is begun meanwhile.
func (p *Page) logged(week journal.Week, m journal.Moment) {
	p.bars.Hide(trouble)
	p.past.Learn(m)
	p.line.Clear(journal.NewID())
	p.week = journal.Week{}
	p.showWeek()
	p.keyed = ""
	said := controls.NewColored(p.Words.Say("capture.logged", words.Args{"Number": week.Number()}),
		theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{Bold: true})
	p.aside.Objects = []fyne.CanvasObject{container.NewCenter(said)}
	p.aside.Refresh()
	p.line.Focus()
	p.stop = p.Tasks.After(LoggedPause, p.window.Close)
}

// Stay stops the window from closing, if it is about to.
func (p *Page) Stay() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
		p.showWeek()
	}
}

// Touched implements [line.Owner]. A moment belongs to the week in which it was begun.
func (p *Page) Touched() {
	p.Stay()
	switch empty := p.Draft().Empty(); {
	case empty:
		p.week = journal.Week{}
	case p.week.IsZero():
		p.week = p.today()
	}
	p.showWeek()
	p.window.Written()
}

// Escape implements [line.Owner]: it closes the window, and leaves what is half-written
// as a draft.
func (p *Page) Escape() {
	if p.line == nil || p.stop != nil {
		p.window.Close()
		return
	}
	if p.busy {
		return // it closes soon
	}
	p.window.StoreDraft(func(err error) {
		if err == nil {
			p.window.Close()
			return
		}
		p.ShowProblem(err)
	})
}

// KindMade implements [line.Owner].
func (p *Page) KindMade() {}

func (p *Page) today() journal.Week { return journal.WeekOf(p.Now()) }

// forWeek returns the week that the moment goes into.
func (p *Page) forWeek() journal.Week {
	if p.week.IsZero() {
		return p.today()
	}
	return p.week
}

// showWeek shows the week of the moment, and what Escape does.
func (p *Page) showWeek() {
	w, today := p.Words, p.today()
	begun := !p.week.IsZero()
	look.SetVisible(p.hint, !begun)
	look.SetVisible(p.place, begun && p.week != today)
	p.where.Set(w.Say("week.add.for", words.Args{"Week": w.WeekInline(p.forWeek())}), theme.ColorNameForeground)
	p.move.SetText(w.Say("week.add.move", words.Args{"Number": today.Number()}))
	id := "capture.closes"
	if begun {
		id = "capture.leaves"
	}
	p.show(id, p.forWeek())
}

// show shows a sentence about a week next to the chips.
func (p *Page) show(id string, week journal.Week) {
	text := p.Words.Say(id, words.Args{"Number": week.Number()})
	if text == p.keyed {
		return
	}
	p.keyed = text
	row := container.NewHBox()
	for _, o := range controls.KeyCaption(text).Objects {
		row.Add(container.NewCenter(o))
	}
	p.aside.Objects = []fyne.CanvasObject{container.NewCenter(row)}
	p.aside.Refresh()
}

// moveHere makes the moment one of today's week.
func (p *Page) moveHere() {
	p.week = p.today()
	p.showWeek()
	p.window.Written()
	p.line.Focus()
}
