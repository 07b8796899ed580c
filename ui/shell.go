package ui

import (
	"net/url"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"heliotrope/journal"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

// shell is the window. It shows one workspace at a time: the journal's, or the
// sample's.
type shell struct {
	cfg    Config
	app    fyne.App
	tasks  tasks
	prefs  *settings
	report *reportWishes
	window fyne.Window

	space   *workspace   // nil while the journal cannot be opened
	keeping *keeping     // nil if nothing is backed up
	problem error        // why the journal cannot be opened, while it is so
	carried carried      // what was on screen before that
	sample  *vault.Vault // that is shown in place of the journal; nil if it is not
	mine    *journal.Journal
}

// newShell returns the window, empty until it is started.
func newShell(cfg Config, a fyne.App, t tasks) *shell {
	s := &shell{cfg: cfg, app: a, tasks: t, prefs: &settings{file: cfg.Preferences}, report: newReportWishes(), mine: cfg.Journal}
	s.window = newWindow(a, cfg)
	s.window.Resize(fyne.NewSize(1200, 800))
	if !cfg.Vault.IsSample() {
		s.keeping = &keeping{vault: cfg.Vault, tasks: t, told: s.backedUp}
	}
	return s
}

// start fills the window.
func (s *shell) start() {
	s.window.SetCloseIntercept(s.tryClose)
	s.prefs.onFailed = func(err error) { (&asker{words.In(s.cfg.Language), s.window}).problem(err) }
	register(s.window.Canvas(), func() *workspace { return s.space })
	if s.mine == nil {
		s.showLadder(s.cfg.Problem)
		return
	}
	s.show(s.mine, nil)
	s.arrived()
}

// show shows a journal, in the language that holds now. Leave leads back from
// a sample.
func (s *shell) show(j *journal.Journal, leave func()) {
	hooks := workspaceHooks{
		prefs:    s.prefs,
		settings: settingsHooks{look: s.applyLook, language: s.changeLanguage, open: s.open},
		report:   s.report,
		path:     s.cfg.Vault.Path(),
		leave:    leave,
		copied:   s.app.Clipboard().SetContent,
	}
	if leave == nil && s.keeping != nil {
		hooks.keeping, hooks.noticed = s.keeping, s.cfg.Vault.Warnings()
		hooks.restore, hooks.back = s.restore, s.lookForWays
	}
	s.fill(j, hooks)
}

// fill fills the window with a journal.
func (s *shell) fill(j *journal.Journal, hooks workspaceHooks) {
	w := words.In(s.cfg.Language)
	speakFyne(w.Language)
	cfg := s.cfg
	cfg.Journal = j
	if s.sample != nil {
		cfg.Vault = s.sample
	}
	if !cfg.Vault.IsSample() {
		hooks.sample = s.openSample
	}
	s.space = newWorkspace(cfg, w, s.tasks, &asker{w, s.window}, hooks)
	s.window.SetContent(s.space.root)
	s.space.start()
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

func (s *shell) applyLook() {
	s.app.Settings().SetTheme(newLook(s.prefs.appearance(), s.prefs.textScale()))
}

// changeLanguage makes the workspace anew in another language.
func (s *shell) changeLanguage(l words.Language) {
	s.prefs.setLanguage(l)
	s.cfg.Language = l
	if !s.settled() {
		return
	}
	s.show(s.space.journal, s.leaveOf())
	s.space.open(pageSettings)
}

func (s *shell) open(u *url.URL) error { return s.app.OpenURL(u) }

// openSample shows the sample in place of the journal.
func (s *shell) openSample() {
	if !s.settled() {
		return
	}
	sample, err := vault.Sample(string(s.cfg.Language), s.cfg.Now)
	if err != nil {
		(&asker{s.space.words, s.window}).problem(err)
		return
	}
	s.sample = sample
	j, err := sample.Open()
	if err != nil {
		s.dropSample()
		(&asker{s.space.words, s.window}).problem(err)
		return
	}
	s.show(j, s.leaveSample)
}

func (s *shell) leaveOf() func() {
	if s.sample == nil {
		return nil
	}
	return s.leaveSample
}

// leaveSample goes back to the journal.
func (s *shell) leaveSample() {
	s.dropSample()
	s.show(s.mine, nil)
}

func (s *shell) dropSample() {
	if s.sample != nil {
		s.tasks.settle()
		_ = s.sample.Close() // what cannot be removed is left for the system to clean up
		s.sample = nil
	}
}

// settled saves everything and reports whether that went well; if it did not,
// the week page says so.
func (s *shell) settled() bool { return s.space.settle() == nil }

// tryClose closes the window once everything is on the disk. If the disk says
// no it asks, and the text can still be copied.
func (s *shell) tryClose() {
	if s.space == nil {
		s.closeLadder()
		return
	}
	err := s.space.finish()
	if err == nil {
		s.window.Close()
		return
	}
	s.space.reopen()
	a := &asker{s.space.words, s.window}
	a.unsaved(err, s.space.trouble.copy, s.space.trouble.elsewhere, s.window.Close)
}

// close saves what a signal left unsaved, once no window is there any more.
func (s *shell) close() error {
	if s.space == nil {
		return s.problem // of which nothing came, or nil if it was never started
	}
	err := s.space.finish()
	s.dropSample()
	return err
}
