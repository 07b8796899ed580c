package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/vault"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/native"
	"heliotrope/ui/tasks"
	"heliotrope/ui/week"
)

// windows are those of one program on one journal: the main one, and the small one in
// which a moment is captured. Either may come first, and the program ends when the
// last one is closed.
type windows struct {
	cfg   Config
	app   fyne.App
	tasks tasks.Tasks
	aside tasks.Tasks // for backups

	looker week.Looker // at what weeks left behind; nil if there are no kinds of sources

	opening *opening         // the journal that the main window waits for; nil if it does not
	journal *journal.Journal // nil if it could not be opened
	problem error            // why

	main    *shell     // nil while it is not open
	capture *capturing // nil while it is not open
	running bool       // what is shown is on screen at once
	screen  bool       // there is one; not in tests
	started func()     // ends the start, see [memory.Start]

	ended  []func() error // what is saved once no window is there any more
	failed error          // why something could not be saved before
}

func newWindows(cfg Config, a fyne.App, t, aside tasks.Tasks) *windows {
	w := &windows{cfg: cfg, app: a, tasks: t, aside: aside, journal: cfg.Journal, problem: cfg.Problem}
	if len(cfg.Sources) > 0 {
		w.looker = evidence.NewLooker(cfg.Sources...)
	}
	a.Lifecycle().SetOnEnteredForeground(w.returned)
	return w
}

// returned is called when one of the windows comes to the front after others of the
// desktop.
func (w *windows) returned() {
	if w.main != nil {
		controls.WindowReturns(w.main.window.Canvas())
		w.main.lookAtClock()
	}
	if w.capture != nil {
		controls.WindowReturns(w.capture.window.Canvas())
		w.capture.page.FollowClock()
	}
}

// start fills what is on screen, now that it is.
func (w *windows) start() {
	w.running = true
	if w.main != nil {
		w.main.onScreen()
	}
	if w.screen {
		w.tasks.After(settlePause, func() { w.aside.Run(w.settle, func(error) {}) })
	}
	w.cfg.Inbox.open(w.tasks, w.receive)
}

// settlePause is how long after the start it is over: the backup has begun, and what
// follows comes after it.
const settlePause = 2 * backUpPause

// settle ends the start.
func (w *windows) settle() error {
	w.started()
	return nil
}

// receive does what another program asks.
func (w *windows) receive(r handover.Request, reply reply) {
	switch {
	case r.Kind == handover.Capture:
		w.OpenCapture()
		reply(func() handover.Answer { return handover.Answer{} })
	case w.main == nil && r.Kind == handover.Raise:
		w.openMain(func() {
			if w.main == nil { // the small window shows why
				reply(func() handover.Answer { return handover.Answer{} })
				return
			}
			w.main.receive(r, reply)
		})
	case w.main != nil:
		w.main.receive(r, reply)
	default:
		w.capture.receive(r, reply)
	}
}

// first returns the window that came first, as long as it is the only one.
func (w *windows) first() fyne.Window {
	if w.main != nil {
		return w.main.window
	}
	return w.capture.window
}

// OpenMain opens the main window, or brings it to the front.
func (w *windows) OpenMain() {
	if w.main != nil {
		w.main.comeForward()
		return
	}
	w.openMain(func() {})
}

// openMain opens the main window, and calls then once it is there, or cannot be.
func (w *windows) openMain(then func()) {
	if w.capture == nil {
		w.showMain()
		then()
		return
	}
	w.capture.leave(func() {
		if w.main == nil { // nobody else has opened it meanwhile
			w.showMain()
		}
		then()
	})
}

// showMain shows the main window. A journal that could not be opened before is tried
// again; if that fails for a reason without recovery options, only the small window
// shows it.
func (w *windows) showMain() {
	if w.journal == nil && w.capture != nil {
		if w.journal, w.problem = w.cfg.Vault.Open(); w.problem != nil && !vault.Recoverable(w.problem) {
			w.capture.fill()
			return
		}
	}
	w.main = newShell(w)
	s := w.main
	s.prepareTray()
	coming := func() {
		w.await()
		s.comes()
	}
	if w.screen {
		s.opening = native.Prepare(s.window, s.lastPlace(), usualSize, coming)
	}
	s.window.SetOnClosed(func() { w.mainClosed(s) })
	s.window.Show()
	w.await()
	if w.running {
		s.onScreen()
	}
	if w.capture != nil {
		w.capture.fill()
	}
}

// mainClosed is called while the main window closes.
func (w *windows) mainClosed(s *shell) {
	s.storePlace()
	w.main = nil
	w.takeOver(s)
	if w.capture == nil {
		w.cfg.Inbox.End()
		w.ended = append(w.ended, s.close) // later: the window need not wait for that
		return
	}
	if err := s.close(); w.journal != nil {
		w.failed = errors.Join(w.failed, err)
	}
	w.capture.fill()
}

// OpenCapture opens the small window, or brings it to the front.
func (w *windows) OpenCapture() {
	if w.capture != nil {
		w.capture.page.Stay()
		bringForward(w.capture.window, nil)
		return
	}
	w.capture = newCapturing(w)
	w.capture.show()
}

// bringForward shows a window in front of the others. Native is the window as the
// system has it, nil if that is not known.
func bringForward(w fyne.Window, native *native.Window) {
	w.Show()
	if native == nil {
		w.RequestFocus()
		return
	}
	native.Raise()
}

// opened is called once the journal could be opened that the small window waits for, or
// with why it could not.
func (w *windows) opened(j *journal.Journal, problem error) {
	switch {
	case w.capture == nil && w.main == nil:
	case errors.Is(problem, ErrElsewhere):
		w.problem = nil
		w.capture.window.Close()
	default:
		w.journal, w.problem = j, problem
		w.capture.fill()
	}
}

// captureClosed is called while the small window closes.
func (w *windows) captureClosed() {
	c := w.capture
	w.capture = nil
	if w.main == nil {
		w.cfg.Inbox.End()
		w.ended = append(w.ended, c.close)
	}
}

// week returns the page of the week in the main window, nil while that does not show
// the user's journal.
func (w *windows) week() *week.Page {
	s := w.main
	if s == nil || s.space == nil || s.mine == nil || s.sample != nil || s.restore != nil || s.space.ReadOnly {
		return nil
	}
	s.space.made(pageWeek)
	return s.space.week
}

// follow is called when the main window shows another journal, or none any more, or
// speaks another language.
func (w *windows) follow(s *shell) {
	w.takeOver(s)
	if w.capture != nil {
		w.capture.fill()
	}
}

// applyLook shows all windows in the appearance and the text size of the preferences.
func (w *windows) applyLook() { w.app.Settings().SetTheme(look.New(w.cfg.Preferences.Get())) }

// takeOver takes from the main window what that may have changed.
func (w *windows) takeOver(s *shell) {
	w.journal, w.problem = s.mine, s.problem
	w.cfg.Vault, w.cfg.Language, w.cfg.File, w.cfg.Open = s.cfg.Vault, s.cfg.Language, "", ""
}

// lineChanged is called after each change of the line of the week in the main window.
func (w *windows) lineChanged() {
	if w.capture == nil {
		return
	}
	if p := w.week(); p != nil {
		w.capture.page.Follow(p.Line())
	}
}

// closeAll closes all windows, without a question.
func (w *windows) closeAll() {
	if w.capture != nil {
		w.capture.window.Close()
	}
	if w.main != nil {
		w.main.window.Close()
	}
}

// close saves what is not saved yet, once no window is there any more.
func (w *windows) close() error {
	err := w.failed
	for _, save := range w.ended {
		err = errors.Join(err, save())
	}
	return err
}
