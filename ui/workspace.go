package ui

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/evidence"
	"heliotrope/ui/help"
	"heliotrope/ui/notices"
	"heliotrope/ui/past"
	"heliotrope/ui/report"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/settings"
	"heliotrope/ui/trends"
	"heliotrope/ui/week"
	"heliotrope/ui/welcome"
)

// pageName names a page.
type pageName string

const (
	pageWelcome  pageName = "welcome"
	pageWeek     pageName = "week"
	pageTrends   pageName = "trends"
	pagePast     pageName = "journal"
	pageReport   pageName = "report"
	pageSettings pageName = "settings"
	pageHelp     pageName = "help"
	pageSources  pageName = "sources"
)

// page is what the window shows next to the rail.
type page interface {
	Content() fyne.CanvasObject
	// Shown is called each time the page comes on screen.
	Shown()
	// Changed is called when a week was saved while the page is on screen.
	Changed(journal.Week)
}

// workspace is the rail and the pages for one journal. Pages are made when
// they are first shown, so that the window opens without waiting for them. It
// is the window to its pages: what they ask of the rest.
type workspace struct {
	session.Session
	shell   *shell
	saver   *saving.Autosave
	bars    *notices.Bars
	trouble *saving.Trouble
	backups *saving.Backups // nil if nothing is backed up

	pages    map[pageName]page // those that were shown
	week     *week.Page        // each of these is nil until it was first shown
	past     *past.Page
	settings *settings.Page
	help     *help.Page
	sources  *evidence.Page
	current  pageName
	today    journal.Week // as it was last known
	back     []place      // to go back to, the last one first

	bar     *notices.DoneBar
	offered *journal.Step // what the bar offers to undo; nil if it does not
	stepped bool          // what was undone last is a step of the journal, and not typing

	nav   *controls.Nav
	items map[pageName]*controls.NavItem
	count *widget.Label
	stack *fyne.Container             // has the page that is shown
	looks map[fyne.CanvasObject]dress // in which the others were shown last
	root  fyne.CanvasObject
}

// newWorkspace returns the workspace of a session, with what was noticed when its
// journal was opened, before any page is shown.
func newWorkspace(shell *shell, on session.Session, warnings vault.Warnings) *workspace {
	s := &workspace{Session: on, shell: shell, pages: make(map[pageName]page), bar: notices.NewDoneBar(on.Tasks), stack: container.NewStack(), looks: make(map[fyne.CanvasObject]dress)}
	s.today = journal.WeekOf(s.Now())
	s.bars = notices.NewBars(s.Words, s.stack)
	if shell.backups != nil && shell.sample == nil {
		s.backups = shell.backups
	}
	s.ReadOnly = warnings.ReadOnly != nil
	s.showWarnings(warnings)
	s.showBackup()
	s.saver = saving.NewAutosave(s.Journal, s.Tasks, s.Now, s.showState, s.changed)
	s.Settle = s.saver.Settle
	s.trouble = saving.NewTrouble(s.Session, s.saver, s.bars, s)
	s.root = container.New(pageAndRail{}, s.body(), s.rail())
	return s
}

// wholeWindow is the window to pages that ask more of it than the workspace does.
type wholeWindow struct {
	*shell
	*workspace
}

// WhenSaved implements [settings.Window].
func (w wholeWindow) WhenSaved(then func()) { w.whenSettled(then) }

// newPage makes a page.
func (s *workspace) newPage(name pageName) page {
	shell := s.shell
	switch name {
	case pageWelcome:
		return welcome.New(s.Words, shell.cfg.icon(), !s.Sample, s)
	case pageTrends:
		return trends.New(s.Session, shell.cfg.CopyPicture, s)
	case pagePast:
		s.past = past.New(s.Session, s.saver, s)
		return s.past
	case pageReport:
		return report.New(s.Session, s.saver, shell.report, wholeWindow{shell, s})
	case pageSettings:
		a := settings.About{Path: shell.cfg.Vault.Path(), Version: shell.cfg.Build.Version}
		for _, k := range shell.cfg.Sources {
			a.Sources = append(a.Sources, k.ID())
		}
		if s.Sample {
			a.Path = ""
		}
		s.settings = settings.New(s.Session, shell.cfg.Preferences, a, s.backups, wholeWindow{shell, s})
		return s.settings
	case pageHelp:
		s.help = help.New(s.Session, s)
		return s.help
	case pageSources:
		s.sources = evidence.New(s.Session, shell.cfg.Preferences, shell.cfg.Sources, s)
		return s.sources
	}
	s.week = week.New(s.Session, s.saver, shell.cfg.Preferences, shell.windows.looker, s)
	return s.week
}

// start shows the first page.
func (s *workspace) start() {
	if s.Sample {
		s.open(pageTrends)
		return
	}
	if _, half := s.Journal.Draft(); s.Journal.Empty() && !half && !s.ReadOnly {
		s.open(pageWelcome)
		return
	}
	s.open(pageWeek)
}

// fresher is a page that begins anew when it is opened, but not when one goes back to
// it.
type fresher interface{ Fresh() }

// leaver is a page that ends what it does for the user alone once another page comes on
// screen.
type leaver interface{ Left() }

// left tells the page on screen that it leaves that.
func (s *workspace) left() {
	if p, ok := s.pages[s.current].(leaver); ok {
		p.Left()
	}
}

// open opens a page.
func (s *workspace) open(name pageName) {
	if p, ok := s.made(name).(fresher); ok && name != s.current {
		p.Fresh()
	}
	s.bring(name)
}

// bring shows a page. What was changed on the one before is saved. Nothing of that
// has the focus any more.
func (s *workspace) bring(name pageName) {
	s.saver.Flush()
	p, another := s.made(name), name != s.current || s.Ask.Focused() == nil
	if name != s.current {
		s.left()
	}
	s.current = name
	s.setBack(nil)
	s.WeekShown()
	controls.HideTip(s.root) // of what is no longer on screen
	s.put(p.Content())
	s.showCount()
	s.leaveWeek()
	p.Shown()
	if another {
		s.Ask.Focus(s.first())
	}
}

// put shows the content of a page in place of what is shown. A page that is not shown
// is not in the window either, so that nothing is done for it. Fyne applies another theme
// or text size only to what the window contains, so one that was away then gets it when it
// comes back, and with it all others that were: each time Fyne reads its fonts again, and
// retains the ones before.
func (s *workspace) put(content fyne.CanvasObject) {
	now := dressOf(s.shell.app.Settings())
	for _, o := range s.stack.Objects {
		s.looks[o] = now
		if o != content {
			o.Hide()
		}
	}
	last, before := s.looks[content]
	s.stack.Objects = []fyne.CanvasObject{content}
	content.Show()
	s.stack.Layout.Layout(s.stack.Objects, s.stack.Size())
	if !before || last == now {
		return
	}
	for o, was := range s.looks {
		if o != content && was != now {
			s.stack.Objects = append(s.stack.Objects, o)
			s.looks[o] = now
		}
	}
	s.shell.app.Settings().SetTheme(now.theme)
	s.stack.Objects = s.stack.Objects[:1]
}

// dress is what Fyne applies to all that a window contains.
type dress struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

func dressOf(s fyne.Settings) dress { return dress{s.Theme(), s.ThemeVariant()} }

// first returns what has the focus when a page comes: what is first in the page,
// if it has such a thing, or its item of the rail.
func (s *workspace) first() fyne.Focusable {
	if p, ok := s.pages[s.current].(interface{ First() fyne.Focusable }); ok {
		if first := p.First(); first != nil {
			return first
		}
	}
	return s.nav
}

// made returns a page, which it makes if there is none yet.
func (s *workspace) made(name pageName) page {
	p, made := s.pages[name]
	if !made {
		p = s.newPage(name)
		s.pages[name] = p
	}
	return p
}

// whenSaved saves everything as it is, also what is unfinished, and then calls
// then with why not all could be saved.
func (s *workspace) whenSaved(then func(error)) {
	s.saver.Flush()
	if s.week != nil {
		s.week.Flush()
	}
	s.Tasks.Run(func() error { return nil }, func(error) { // once all that is done
		err := s.saver.Problem()
		if err == nil && (s.saver.State() == saving.Pending || s.week != nil && s.week.Pending()) {
			s.whenSaved(then) // more was written meanwhile
			return
		}
		then(err)
	})
}

// finish saves everything before it returns. It is the way out, where nobody can
// try again later, so it does so itself, and calls wait in between. Its error is
// why not all could be saved.
func (s *workspace) finish(wait func(time.Duration)) error {
	err := s.settle()
	for try := 1; err != nil && try < lastTries; try++ {
		wait(lastPause)
		err = s.settle()
	}
	return err
}

// settle saves everything as it is, also what is unfinished, before it returns.
func (s *workspace) settle() error {
	err := s.saver.Settle()
	if s.week != nil {
		err = errors.Join(err, s.week.Settle())
	}
	return err
}

// MoveWeek implements [week.Window].
func (s *workspace) MoveWeek(w journal.Week) {
	s.made(pagePast)
	s.past.MoveWeek(w)
}

// DeleteWeek implements [week.Window].
func (s *workspace) DeleteWeek(w journal.Week) {
	s.made(pagePast)
	if s.past.DeleteWeek(w) {
		s.week.GoToday()
	}
}

// ShowHistory implements [week.Window].
func (s *workspace) ShowHistory(w journal.Week) {
	s.made(pagePast)
	s.past.ShowHistory(w)
}

// Say shows a text for a while.
func (s *workspace) Say(text string) { s.bar.Show(text, "", nil) }

// Offer implements [settings.Window].
func (s *workspace) Offer(text, link string, do func()) { s.bar.Show(text, link, do) }

// Imported implements [settings.Window].
func (s *workspace) Imported(text string) {
	if s.current == pageWelcome {
		s.open(pageWeek)
	}
	s.showCount()
	s.pages[s.current].Shown()
	s.OfferUndo(text)
}

// CopyText implements [saving.Window].
func (s *workspace) CopyText(text string) { s.shell.app.Clipboard().SetContent(text) }

// LogThisWeek implements [report.Window].
func (s *workspace) LogThisWeek() {
	s.open(pageWeek)
	s.week.GoToday()
}

// CanLookBack implements [saving.Window].
func (s *workspace) CanLookBack() bool { return s.backups != nil }

// LookBack implements [saving.Window].
func (s *workspace) LookBack() { s.shell.lookBack() }

// openBackups shows the backups in the settings.
func (s *workspace) openBackups() {
	s.open(pageSettings)
	s.settings.ShowBackups()
}

// Begin implements [welcome.Window]. It saves the role of today and the size of the
// company, if either was named.
func (s *workspace) Begin(e journal.Event) {
	if e.Role != "" || e.CompanySize != "" {
		e.ID, e.Week = journal.NewID(), journal.WeekOf(s.Now())
		s.saver.Store(func() error { return s.Journal.SaveEvent(e) })
		_ = s.saver.Settle() // before the charts ask for it; if it fails, that is shown
	}
	s.open(pageWeek)
}

// Speak implements [welcome.Window].
func (s *workspace) Speak(l words.Language) { s.shell.speak(l, pageWelcome) }

// LineChanged implements [week.Window].
func (s *workspace) LineChanged() { s.shell.windows.lineChanged() }

// OpenSample implements [welcome.Window].
func (s *workspace) OpenSample() { s.shell.openSample() }

// changed is called with each week that was saved.
func (s *workspace) changed(w journal.Week) {
	s.showCount()
	s.forgetOffer()
	if !s.Sample {
		s.shell.weekLogged()
		s.shell.offerReminder()
		s.shell.schedule()
	}
	if p, ok := s.pages[s.current]; ok {
		p.Changed(w)
	}
}

func (s *workspace) showState(state saving.State, err error) {
	s.trouble.Show(state, err)
	if s.week != nil {
		s.week.ShowState(state, err)
	}
}

// Draft implements [saving.Window].
func (s *workspace) Draft() journal.Draft {
	if s.week == nil {
		return journal.Draft{}
	}
	return s.week.Draft()
}
