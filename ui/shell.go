package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"heliotrope/desktop/notification"
	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/native"
	"heliotrope/ui/report"
	"heliotrope/ui/rescue"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/tasks"
)

// shell is the main window. It shows one workspace at a time, the journal's or the
// sample's, or the recovery options while the journal cannot be opened.
type shell struct {
	cfg     Config
	app     fyne.App
	tasks   tasks.Tasks
	aside   tasks.Tasks // for what must not delay that something is saved
	report  *report.Wishes
	windows *windows
	window  fyne.Window

	opening *native.Opening // nil once the window is on screen
	native  *native.Window  // nil in tests, which have no screen
	least   fyne.Size       // of all screens; zero if that is not known
	menu    *controls.MenuBar
	focus   *focusGuard
	space   *workspace      // nil while the journal cannot be opened
	rescue  *rescue.Page    // nil while it can
	problem error           // why it cannot be opened, while that is so
	carried carried         // what was on screen before that
	restore *restoration    // that is under way; nil if none is
	backups *saving.Backups // nil if nothing is backed up
	sample  *vault.Vault    // that is shown in place of the journal; nil if none is
	left    place           // where the user was in the journal before that
	closing bool            // the window closes as soon as everything is saved
	mine    *journal.Journal
	trayed  trayed

	reminding reminding
	scheduler scheduler // nil where the system has none
	offering  bool      // a reminder is offered in the window

	wait       func(time.Duration) // waits on the way out; tests replace it
	stopClock  func()              // the timer of the next look at the clock
	stopRedraw func()              // the timer of drawing the window once more; nil if there is none
	day        string              // that the clock showed last
}

// newShell returns the main window, empty until it is started.
func newShell(w *windows) *shell {
	s := &shell{cfg: w.cfg, app: w.app, tasks: w.tasks, aside: w.aside, report: report.NewWishes(), windows: w, mine: w.journal, problem: w.problem, wait: time.Sleep}
	s.reminding.notify = notification.Begin
	if systemReminds {
		s.reminding.notify, s.scheduler = sent(w.app), w.app
	}
	s.window = newWindow(w.app, w.cfg)
	if !s.cfg.Vault.IsSample() {
		s.backups = saving.NewBackups(s.cfg.Vault, w.aside, s.backedUp)
	}
	return s
}

// start fills the window.
func (s *shell) start() {
	s.watchClock()
	s.window.SetCloseIntercept(s.leave)
	s.window.SetOnDropped(s.dropped)
	c := s.window.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape && s.space != nil {
			switch s.space.current {
			case pageHelp:
				s.space.help.Escape()
			case pageSources:
				s.space.sources.Escape()
			}
		}
		controls.ScrollKey(c, e.Name)
	})
	if s.mine == nil {
		s.showRescue(s.problem)
	} else {
		s.show(s.mine)
		s.arrived()
		s.startTray()
	}
	s.openTarget(s.cfg.Open)
	if s.cfg.File != "" && s.mine != nil {
		_ = s.openFile(s.cfg.File) // the window shows what is wrong with it
	}
}

// session returns what pages work with to show j, in the present
// language; j may be nil.
func (s *shell) session(j *journal.Journal) session.Session {
	on := s.windows.session(s.cfg.Language, s.window, j)
	on.Sample = s.sample != nil || s.cfg.Vault.IsSample()
	return on
}

// session returns what is worked with in a window to show j in a language; j may be
// nil.
func (w *windows) session(l words.Language, window fyne.Window, j *journal.Journal) session.Session {
	speakFyne(l)
	said := words.In(l)
	return session.Session{Words: said, Journal: j, Tasks: w.tasks, Now: w.cfg.Now, Ask: dialogs.New(said, window)}
}

// show shows a journal, that of the vault or the sample's.
func (s *shell) show(j *journal.Journal) {
	var warnings vault.Warnings
	if s.sample == nil {
		warnings = s.cfg.Vault.Warnings()
	}
	s.fill(j, warnings)
}

// fill fills the window with a journal and what was noticed when it was opened.
func (s *shell) fill(j *journal.Journal, warnings vault.Warnings) {
	s.rescue = nil
	if s.space != nil {
		s.space.left()
	}
	s.space = newWorkspace(s, s.session(j), warnings)
	s.setContent(s.space.root, s.space.first)
	s.space.start()
	s.windows.follow(s)
	s.showReminder()
	s.offerReminder()
	s.followReminder()
	s.schedule()
}

// setContent fills the window. Safe returns what takes the focus where it cannot
// stay.
func (s *shell) setContent(content fyne.CanvasObject, safe func() fyne.Focusable) {
	s.menu = s.newMenuBar()
	s.focus = &focusGuard{s.window.Canvas(), safe}
	if !hasMenus {
		content = look.Above(s.menu, content)
	}
	s.showMenus()
	content = controls.WithTips(s.focus.around(container.New(atMost{&s.least}, content)))
	if s.opening != nil {
		s.opening.Fill(content)
		return
	}
	s.window.SetContent(content)
}

// speakFyne makes Fyne's own words, such as those of the menu on a text, speak
// the same language. Fyne looks at the environment each time it is given
// translations.
func speakFyne(l words.Language) {
	if os.Setenv("LANGUAGE", string(l)) == nil {
		// An error leaves Fyne's few words in the system's language.
		_ = lang.AddTranslationsForLocale([]byte(`{"heliotrope": "Heliotrope"}`), fyne.Locale(l))
	}
}

// ApplyLook implements [settings.Window].
func (s *shell) ApplyLook() {
	s.windows.applyLook()
	if s.space != nil && s.space.current == pageSettings {
		s.space.settings.LookChanged()
	}
}

// ChangeLanguage implements [settings.Window].
func (s *shell) ChangeLanguage(l words.Language) { s.speak(l, pageSettings) }

// speak makes all pages again in another language, and opens one of them. What is
// typed meanwhile may go to the pages of before, so a language that is spoken already
// changes nothing.
func (s *shell) speak(l words.Language, page pageName) {
	if err := s.cfg.Preferences.Change(func(p *preferences.Preferences) { p.Language = string(l) }); err != nil {
		s.space.Ask.Problem(err) // it lasts until the window closes
	}
	if l == s.cfg.Language {
		return // all pages speak it
	}
	s.cfg.Language = l
	s.whenSettled(func() {
		switch {
		case s.sample != nil:
			s.dropSample()
			s.showSample()
		case s.cfg.Vault.IsSample():
			s.replaceSample()
		default:
			s.show(s.mine)
		}
		s.space.open(page)
		s.ShowInTray()
	})
}

// OpenPath implements [settings.Window].
func (s *shell) OpenPath(path string) error { return s.app.OpenURL(fileURL(path)) }

// fileURL names a file in the form that the system opens.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive letter
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}

// openSample shows the sample in place of the journal.
func (s *shell) openSample() {
	s.whenSettled(func() {
		s.left = s.space.here()
		s.showSample()
	})
}

func (s *shell) showSample() {
	sample, j, err := s.newSample()
	if err != nil {
		s.space.Ask.Problem(err)
		return
	}
	s.sample = sample
	s.show(j)
}

// newSample returns a new copy of the sample in the present language, open.
func (s *shell) newSample() (*vault.Vault, *journal.Journal, error) {
	sample, err := vault.Sample(string(s.cfg.Language), s.cfg.Now)
	if err != nil {
		return nil, nil, err
	}
	j, err := sample.Open()
	if err != nil {
		_ = sample.Close() // nothing of it remains
		return nil, nil, err
	}
	return sample, j, nil
}

// replaceSample shows the sample in the present language where the program was
// started with it.
func (s *shell) replaceSample() {
	sample, j, err := s.newSample()
	if err != nil {
		s.space.Ask.Problem(err)
		return
	}
	s.tasks.Settle()
	_ = s.cfg.Vault.Close() // nothing of it remains
	s.cfg.Vault, s.mine = sample, j
	s.show(j)
}

// leaveSample goes back to the journal, and to where the user was in it.
func (s *shell) leaveSample() {
	s.dropSample()
	s.show(s.mine)
	s.space.goTo(s.left)
}

func (s *shell) dropSample() {
	if s.sample != nil {
		s.tasks.Settle()
		_ = s.sample.Close() // nothing of it remains
		s.sample = nil
	}
}

// whenSettled saves everything and then calls then; if it cannot be saved, the
// week page shows it.
func (s *shell) whenSettled(then func()) {
	s.space.whenSaved(func(err error) {
		if err == nil {
			then()
		}
	})
}
