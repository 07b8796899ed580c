package ui

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/capture"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// capturing is the small window in which a moment is captured. While the main window
// shows the journal, the week there does all that is done with the moment; without it,
// the small window brings the moment and its draft to the disk itself.
type capturing struct {
	windows *windows
	window  fyne.Window
	page    *capture.Page

	session session.Session
	saver   *saving.Autosave
	drafts  *saving.Drafts
	adding  *adding // the moment that is logged; nil if none is
}

// adding is the job that logs a moment.
type adding struct {
	journal *journal.Journal
	week    journal.Week
	moment  journal.Moment
	done    func(error)

	added bool
}

// Work implements [tasks.Job].
func (a *adding) Work() error {
	err := a.journal.AddMoment(a.week, a.moment)
	a.added = err == nil
	return err
}

// Done implements [tasks.Job].
func (a *adding) Done(err error) { a.done(err) }

func newCapturing(w *windows) *capturing {
	c := &capturing{windows: w, window: newWindow(w.app, w.cfg)}
	c.window.SetCloseIntercept(func() { c.page.Escape() })
	c.window.SetOnClosed(w.captureClosed)
	c.fill()
	return c
}

// show brings the window on screen, filled. Its title is its own only then, see
// [newWindow].
func (c *capturing) show() {
	c.window.Resize(c.least())
	c.window.Show()
	c.window.SetTitle(words.In(c.windows.cfg.Language).Say("capture.title"))
}

// fill shows the line of the journal as it now is, or why it cannot be written.
func (c *capturing) fill() {
	w, typed := c.windows, journal.Draft{}
	if c.page != nil {
		typed = c.page.Draft()
	}
	c.session = w.session(w.cfg.Language, c.window, w.journal)
	c.session.Ask.MakeRoom = c.makeRoom
	c.page, c.saver, c.drafts = c.newPage(), nil, nil
	if c.session.Journal != nil {
		c.saver = saving.NewAutosave(w.journal, w.tasks, w.cfg.Now, c.showState, func(journal.Week) {})
		c.drafts = saving.NewDrafts(w.journal, c.saver, w.cfg.Now, c.draft)
		if left := c.left(); left.ID != "" {
			c.page.Follow(left)
		}
		if !typed.Empty() { // and may not be stored yet
			c.page.Follow(typed)
			c.Written()
		}
	}
	canvas := c.window.Canvas()
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			c.page.Escape()
		}
	})
	c.addShortcuts(canvas)
	guard := &focusGuard{canvas, c.page.First}
	content := container.NewStack(look.Ground(theme.ColorNameBackground), guard.around(c.page.Content()))
	c.window.SetContent(controls.WithTips(container.New(&fitted{capturing: c}, content)))
	if first := c.page.First(); first != nil {
		canvas.Focus(first)
	}
}

// addShortcuts makes the keys take back and repeat what was typed, and close the window.
func (c *capturing) addShortcuts(canvas fyne.Canvas) {
	typing := func(do func(*controls.TextField) bool) func(fyne.Shortcut) {
		return func(fyne.Shortcut) {
			if field, ok := canvas.Focused().(*controls.TextField); ok {
				do(field)
			}
		}
	}
	redo := typing((*controls.TextField).RedoTyping)
	key := func(name fyne.KeyName, mods fyne.KeyModifier) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault | mods}
	}
	canvas.AddShortcut(&fyne.ShortcutUndo{}, typing((*controls.TextField).UndoTyping))
	canvas.AddShortcut(&fyne.ShortcutRedo{}, redo)
	canvas.AddShortcut(key(fyne.KeyZ, fyne.KeyModifierShift), redo)
	canvas.AddShortcut(key(fyne.KeyW, 0), func(fyne.Shortcut) { c.page.Escape() })
}

func (c *capturing) newPage() *capture.Page {
	w := c.windows
	warnings := w.cfg.Vault.Warnings()
	switch {
	case w.journal == nil:
		why := ""
		if w.cfg.Explain != nil {
			why = w.cfg.Explain(w.problem)
		}
		return capture.NewClosed(c.session, cmp.Or(why, c.session.Words.Problem(w.problem).String()), c)
	case warnings.ReadOnly != nil:
		c.session.Journal = nil
		return capture.NewClosed(c.session, c.session.Words.ReadOnly(warnings.ReadOnly), c)
	}
	page := capture.New(c.session, c)
	if warnings.Behind != nil {
		page.Warn(c.session.Words.Behind(*warnings.Behind))
	}
	return page
}

// left returns what was left half-written in the line.
func (c *capturing) left() journal.Draft {
	if p := c.windows.week(); p != nil {
		return p.Line()
	}
	line, _ := c.session.Journal.HalfWritten()
	return line
}

// draft returns what is stored of what is half-written. An edit that was left in the
// main window stays.
func (c *capturing) draft() journal.Draft {
	_, edit := c.session.Journal.HalfWritten()
	return c.page.Draft().With(edit)
}

// Log implements [capture.Window].
func (c *capturing) Log(w journal.Week, m journal.Moment, done func(error)) {
	if p := c.windows.week(); p != nil {
		space := c.windows.main.space
		if err := space.receive(w, m); err != nil {
			done(err)
			return
		}
		p.SetLine(journal.Draft{ID: journal.NewID()}) // which was this moment
		space.whenSaved(done)
		return
	}
	c.drafts.Pause()
	slow := c.windows.tasks.After(saving.SlowPause, func() { c.page.ShowProblem(journal.ErrSlow) })
	c.adding = &adding{journal: c.session.Journal, week: w, moment: m, done: func(err error) {
		slow()
		c.adding = nil
		done(err)
		if err != nil {
			c.drafts.Touch()
		}
	}}
	c.windows.tasks.Do(c.adding)
}

// Written implements [capture.Window].
func (c *capturing) Written() {
	if p := c.windows.week(); p != nil {
		p.SetLine(c.page.Draft())
		return
	}
	c.drafts.Touch()
}

// StoreDraft implements [capture.Window].
func (c *capturing) StoreDraft(done func(error)) {
	if c.windows.week() != nil {
		c.windows.main.space.whenSaved(done)
		return
	}
	if c.adding == nil {
		c.drafts.Flush()
	}
	c.windows.tasks.Run(func() error { return nil }, func(error) { // once all that is done
		if err := c.saver.Problem(); err != nil || c.stored() {
			done(err)
			return
		}
		c.StoreDraft(done) // an earlier one was under way
	})
}

// stored reports whether the disk has what is half-written.
func (c *capturing) stored() bool {
	there, _ := c.session.Journal.Draft()
	now := c.draft()
	return there.Equal(now) || there.Empty() && now.Empty()
}

// OpenMain implements [capture.Window].
func (c *capturing) OpenMain() { c.windows.OpenMain() }

// CopyText implements [capture.Window].
func (c *capturing) CopyText(text string) { c.windows.app.Clipboard().SetContent(text) }

// Close implements [capture.Window].
func (c *capturing) Close() { c.window.Close() }

// showState shows that what is half-written cannot be stored.
func (c *capturing) showState(state saving.State, err error) {
	if state == saving.Failing {
		c.page.ShowProblem(err)
		return
	}
	c.page.HideProblem()
}

// receive does what another program asks while there is no main window.
func (c *capturing) receive(r handover.Request, reply reply) {
	w := c.windows
	refuse := func(err error) { reply(func() handover.Answer { return refusal(err) }) }
	week, err := journal.ParseWeek(r.Week)
	switch {
	case c.session.Journal == nil:
		refuse(handover.ErrNotOpen)
	case r.Kind == handover.Add && err != nil:
		refuse(&journal.InvalidError{Field: "week", Rule: journal.RuleWeek})
	case r.Kind == handover.Add:
		w.tasks.Run(func() error { return w.journal.AddMoment(week, r.Moment) }, refuse)
	case r.Kind == handover.Read:
		c.StoreDraft(func(err error) { replyContents(w.journal, w.cfg.Now(), err, reply) })
	case r.Kind == handover.Check, r.Kind == handover.BackUp:
		c.StoreDraft(func(error) { reply(func() handover.Answer { return w.cfg.Inbox.command(r) }) })
	default:
		refuse(handover.ErrUnknown)
	}
}

// leave stores what is half-written, for the main window, which then shows it; what
// cannot be stored too.
func (c *capturing) leave(then func()) {
	if c.session.Journal == nil || c.windows.week() != nil {
		then()
		return
	}
	c.StoreDraft(func(err error) {
		if err != nil {
			c.page.ShowProblem(err)
		}
		then()
	})
}

// close stores what a signal left behind, once no window is there any more.
func (c *capturing) close() error {
	if c.session.Journal == nil {
		return c.windows.problem
	}
	c.windows.tasks.Settle()
	if c.adding != nil && c.adding.added || c.stored() {
		return nil
	}
	if err := c.drafts.Settle(); err != nil {
		return errors.Join(ErrUnsaved, err)
	}
	return nil
}
