package ui

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// pageName names a page of the rail.
type pageName string

const (
	pageWelcome  pageName = "welcome"
	pageWeek     pageName = "week"
	pageTrends   pageName = "trends"
	pagePast     pageName = "journal"
	pageReport   pageName = "report"
	pageSettings pageName = "settings"
)

// workspace is the rail and the pages for one journal. Pages are made when
// they are first shown, so that the window opens without waiting for them.
type workspace struct {
	words   *words.Words
	journal *journal.Journal
	now     func() time.Time
	saver   *autosave
	ask     *asker
	bars    *notices
	trouble *trouble
	keeping *keeping // nil if nothing is backed up

	readOnly bool // nothing can be written now

	make    map[pageName]func() page
	pages   map[pageName]page
	week    *weekPage // nil until it was first shown
	current pageName
	bar     *doneBar
	offered *journal.Step // what the bar offers to undo; nil if it does not
	stepped bool          // what was undone last is a step of the journal, and not typing

	items map[pageName]*controls.NavItem
	count *widget.Label
	stack *fyne.Container
	root  fyne.CanvasObject
}

// newWorkspace returns the workspace for cfg's journal, before any page is
// shown. Pages ask through ask; leave, if it is not nil, leads back from a
// sample.
func newWorkspace(cfg Config, w *words.Words, t tasks, ask *asker, hooks workspaceHooks) *workspace {
	s := &workspace{
		words: w, journal: cfg.Journal, now: cfg.Now, ask: ask, pages: make(map[pageName]page), bar: newDoneBar(t),
		stack: container.NewStack(), keeping: hooks.keeping, readOnly: hooks.noticed.ReadOnly != nil,
	}
	place := ""
	if !cfg.Vault.IsSample() {
		place = cfg.Vault.Path()
	}
	s.bars = newNotices(w, s.stack)
	s.saver = newAutosave(cfg.Journal, t, cfg.Now, s.showState, s.changed)
	s.trouble = &trouble{
		words: w, journal: cfg.Journal, tasks: t, now: cfg.Now, ask: ask, bars: s.bars,
		hooks: troubleHooks{unsaved: s.unsaved, save: s.saver.flush, copied: hooks.copied, back: hooks.back},
	}
	s.make = map[pageName]func() page{
		pageWelcome: func() page { return newWelcomePage(w, cfg.icon(), s.begin, hooks.sample) },
		pageWeek: func() page {
			s.week = newWeekPage(w, s.journal, s.saver, cfg.Now, hooks.prefs, ask,
				weekHooks{s.clockDoubt(cfg.Vault.IsSample()), s.offerUndo, s.showHistory}, s.readOnly)
			return s.week
		},
		pageTrends: func() page {
			return newTrendsPage(w, s.journal, t, cfg.Now, ask, cfg.CopyPicture, s.openWeek, s.offerUndo, s.readOnly)
		},
		pagePast: func() page {
			hooks := pastHooks{open: s.openWeek, history: s.showHistory, delete: s.deleteWeek, trash: s.showTrash}
			if s.readOnly {
				hooks.delete = nil
			}
			return newPastPage(w, s.journal, ask.focus, hooks)
		},
		pageReport: func() page {
			return newReportPage(w, s.journal, t, cfg.Now, ask, hooks.report, hooks.path, hooks.settings.open)
		},
		pageSettings: func() page {
			return newSettingsPage(w, hooks.prefs, place, cfg.Version, hooks.settings, s.backups(ask, hooks))
		},
	}
	s.bars.tellNoticed(hooks.noticed, hooks.prefs, s.openBackups)
	s.root = container.NewBorder(nil, nil, s.rail(), nil, s.body(cfg.Vault.IsSample(), hooks.leave))
	return s
}

// workspaceHooks are what pages need of the window.
type workspaceHooks struct {
	prefs    *settings
	settings settingsHooks
	report   *reportWishes
	path     string // of the user's journal, also while the sample is shown
	sample   func() // opens the sample; nil if there is none
	leave    func() // leaves the sample; nil outside it
	copied   func(text string)

	// Of a journal that is kept and backed up:
	keeping *keeping
	noticed vault.Warnings
	restore func(backup.Backup)
	back    func() // leads to the ways back
}

// backups returns the card of the backups, nil if nothing is backed up.
func (s *workspace) backups(ask *asker, hooks workspaceHooks) *backupCard {
	if hooks.keeping == nil {
		return nil
	}
	return newBackupCard(s.words, s.journal, hooks.keeping, ask, backupHooks{open: hooks.settings.open, restore: hooks.restore})
}

// rail returns the column on the left.
func (s *workspace) rail() fyne.CanvasObject {
	s.items = make(map[pageName]*controls.NavItem)
	item := func(name pageName) fyne.CanvasObject {
		n := controls.NewNavItem(s.words.Say("nav."+string(name)), func() { s.open(name) })
		s.items[name] = n
		return n
	}
	s.count = controls.Caption("")
	name := controls.NewColored("Heliotrope", theme.ColorNamePrimary, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true})
	menu := controls.NewMenuButtonOf(s.words.Say("undo.menu"), s.undoMenu)
	head := container.NewBorder(nil, nil, nil, container.NewCenter(menu), container.New(layout.NewCustomPaddedLayout(8, 12, 10, 0), name))
	top := controls.Stack(4, head,
		item(pageWeek), item(pageTrends), item(pagePast), item(pageReport))
	bottom := controls.Stack(6, item(pageSettings),
		container.New(layout.NewCustomPaddedLayout(0, 6, 12, 0), controls.Flush(s.count)))
	ground := newGround(colorRail)
	column := container.New(layout.NewCustomPaddedLayout(12, 12, 10, 10), container.NewBorder(top, bottom, nil, nil))
	return container.NewStack(ground, container.New(fixedColumn(176), column))
}

// body returns the place of the pages, below what there is to tell.
func (s *workspace) body(sample bool, leave func()) fyne.CanvasObject {
	pages := between(controls.Gap(0), s.bars.root, s.bar.root)
	if !sample {
		return pages
	}
	notice := container.New(&controls.Flow{GapX: 16, GapY: 4},
		controls.NewColored(s.words.Say("sample.notice"), theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{}))
	if leave != nil {
		notice.Add(controls.NewLink(s.words.Say("sample.leave"), leave))
	}
	return between(controls.NewPanel(notice, colorNotice, "", 0, 30, 8), pages, nil)
}

// start shows the first page.
func (s *workspace) start() {
	if _, half := s.journal.Draft(); s.journal.Empty() && !half && !s.readOnly {
		s.open(pageWelcome)
		return
	}
	s.open(pageWeek)
}

// open shows a page. What was changed on the one before is saved.
func (s *workspace) open(name pageName) {
	s.saver.flush()
	p, made := s.pages[name]
	if !made {
		p = s.make[name]()
		s.pages[name] = p
	}
	s.current = name
	for n, item := range s.items {
		item.SetSelected(n == name)
	}
	s.stack.Objects = []fyne.CanvasObject{p.content()}
	s.stack.Refresh()
	s.showCount()
	p.shown()
}

// clockDoubt returns what says that the clock may be wrong. The weeks of a
// sample were written at no time, so of them no clock is wrong.
func (s *workspace) clockDoubt(sample bool) func() string {
	return func() string {
		if sample {
			return ""
		}
		now := s.now()
		doubt, last := s.journal.DoubtClock(now)
		return s.words.ClockDoubt(doubt, now, last)
	}
}

// finish saves everything, also a moment that was written and not added yet,
// which it keeps as Enter would. Its error tells why not all could be saved.
func (s *workspace) finish() error {
	if s.week != nil {
		s.week.keepUnadded()
	}
	return s.settle()
}

// settle saves everything as it stands, also what is only half-written.
func (s *workspace) settle() error {
	err := s.saver.settle()
	if s.week != nil {
		err = errors.Join(err, s.week.drafts.settle())
	}
	return err
}

// reopen shows the week that is on screen as it now is.
func (s *workspace) reopen() {
	if s.week != nil {
		s.week.quick.form.clear()
		s.week.open(s.week.entry.Week)
	}
}

// openWeek shows a week on the page where it is written.
func (s *workspace) openWeek(w journal.Week) {
	s.open(pageWeek)
	s.week.open(w)
}

// openBackups shows the backups in the settings.
func (s *workspace) openBackups() {
	s.open(pageSettings)
	s.pages[pageSettings].(*settingsPage).toBackups()
}

// begin ends the welcome: it keeps the role of today, if one was named.
func (s *workspace) begin(e journal.Event) {
	if e.Role != "" {
		e.ID, e.Week = journal.NewID(), journal.WeekOf(s.now())
		if err := s.journal.SaveEvent(e); err != nil {
			// The week page says it too, as soon as something is written.
			s.saver.failed = err
		}
	}
	s.open(pageWeek)
}

// changed is told which week was brought to the disk.
func (s *workspace) changed(w journal.Week) {
	s.showCount()
	s.forgetOffer()
	if p, ok := s.pages[s.current]; ok {
		p.changed(w)
	}
}

func (s *workspace) showState(state saveState, err error) {
	s.trouble.show(state, err)
	if s.week != nil {
		s.week.showState(state, err)
	}
}

func (s *workspace) showCount() {
	text := s.words.Count("weeks.logged", s.journal.WeeksLogged())
	if s.keeping != nil && s.keeping.made.Backup.Path != "" {
		text += "\n" + s.words.LastBackup(s.keeping.made.Backup.Made, s.now())
	}
	s.count.SetText(text)
}

// fixedColumn lays one object out in a width of its own and the full height.
type fixedColumn float32

func (w fixedColumn) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (w fixedColumn) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(float32(w), o[0].MinSize().Width), o[0].MinSize().Height)
}

// newGround returns a plain ground in a color of the theme.
func newGround(name fyne.ThemeColorName) fyne.CanvasObject {
	return controls.NewPanel(container.NewWithoutLayout(), name, "", 0, 0, 0)
}

// unsaved returns what the disk does not have, with a moment that was written
// and not added yet.
func (s *workspace) unsaved() []journal.Entry {
	entries := s.saver.unsaved()
	if s.week == nil {
		return entries
	}
	e, ok := s.week.withUnadded()
	if !ok {
		return entries
	}
	for i := range entries {
		if entries[i].Week == e.Week {
			entries[i] = e
			return entries
		}
	}
	return append(entries, e)
}
