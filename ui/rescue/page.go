// Package rescue is the page shown in place of all others while the journal
// cannot be opened: what happened, what is safe, and each recovery option before
// it is taken.
package rescue

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/ui/controls"
	"heliotrope/ui/entries"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// Page is shown in place of everything else while the journal cannot be
// opened: what happened, what is safe, and each recovery option before it is taken.
type Page struct {
	session.Session
	vault  *vault.Vault
	window Window

	problem error
	head    *fyne.Container
	steps   *fyne.Container
	foot    *fyne.Container
	busy    *controls.Hint
	under   *recovery // what is under way; nil if nothing is
	root    fyne.CanvasObject
}

// Window is what the page asks of the window.
type Window interface {
	// Recovered shows a journal, with what to say about it; "" for nothing.
	Recovered(j *journal.Journal, said string)
	// Quit closes the window.
	Quit()
}

// New returns the page for a problem with the journal at path.
func New(s session.Session, v *vault.Vault, path string, problem error, window Window) *Page {
	p := &Page{Session: s, vault: v, window: window}
	p.head, p.steps, p.foot = controls.Stack(10), controls.Stack(12), container.New(&controls.Flow{GapX: 12, GapY: 8})
	p.busy = controls.NewHint(widget.MediumImportance)
	where := controls.Caption(path)
	where.Wrapping = fyne.TextWrapBreak
	where.Selectable = true
	column := controls.Stack(16, p.head, controls.Flush(where), p.busy.Content(), p.steps, p.foot)
	p.root = container.NewStack(look.Ground(theme.ColorNameBackground),
		controls.NewVScroll(container.New(&centered{width: 680}, look.PagePadding(column))))
	p.showProblem(problem)
	return p
}

// Content returns what is shown.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Start looks for the recovery options.
func (p *Page) Start() {
	var found backup.Ladder
	p.work(p.Words.Say("ladder.looking"), func() (err error) {
		found, err = p.vault.Diagnose()
		return err
	}, func() { p.show(found) })
}

// Finish waits until what is under way is done. It returns the journal that was
// recovered, with what to say about it, or nil if there is none. Nothing is
// shown here any more.
func (p *Page) Finish() (j *journal.Journal, said string) {
	p.Tasks.Settle()
	r := p.under
	if r == nil || r.journal == nil {
		return nil, ""
	}
	r.over = true
	return r.journal, r.said
}

// recovery is a job that may recover the journal.
type recovery struct {
	page *Page
	work func(*recovery) error
	done func(*recovery)
	over bool // the window took what came of it

	journal *journal.Journal // nil if there is none
	said    string           // about the journal
}

// Work implements [tasks.Job].
func (r *recovery) Work() error { return r.work(r) }

// Done implements [tasks.Job].
func (r *recovery) Done(err error) {
	if r.over {
		return
	}
	p := r.page
	p.under = nil
	p.busy.Show("")
	switch {
	case err != nil:
		p.failed(err)
	case r.journal != nil:
		p.window.Recovered(r.journal, r.said)
	default:
		r.done(r)
	}
}

// attempt does what may recover the journal, and shows meanwhile that it does. Done is
// called if it did not and there was no error.
func (p *Page) attempt(said string, work func(*recovery) error, done func(*recovery)) {
	if p.under != nil {
		return // until it is over, nothing else can be chosen
	}
	p.under = &recovery{page: p, work: work, done: done}
	p.busy.Show(said)
	p.Tasks.Do(p.under)
}

// work is attempt for what only looks.
func (p *Page) work(said string, do func() error, done func()) {
	p.attempt(said, func(*recovery) error { return do() }, func(*recovery) { done() })
}

// failed shows why something could not be done; everything is as it was.
func (p *Page) failed(err error) {
	p.showFoot(false)
	p.Ask.Problem(err)
}

// showProblem shows what happened and what is safe.
func (p *Page) showProblem(problem error) {
	p.problem = problem
	said := p.Words.Problem(problem)
	p.head.RemoveAll()
	p.head.Add(controls.Flush(controls.Heading(said.What, theme.SizeNameHeadingText)))
	p.head.Add(controls.Flush(controls.Body(said.Safe)))
	p.head.Refresh()
}

// show shows what was found.
func (p *Page) show(found backup.Ladder) {
	if found.Problem == nil {
		p.again() // it is there again by now
		return
	}
	p.showProblem(found.Problem)
	p.steps.RemoveAll()
	intro := "ladder.choose"
	if len(found.Steps) == 0 {
		intro = "ladder.none"
	}
	p.steps.Add(controls.Flush(controls.Body(p.Words.Say(intro))))
	if lost := p.Words.Lost(found.Lost); lost != "" {
		p.steps.Add(controls.Flush(controls.Body(lost)))
	}
	if !errors.Is(found.Problem, journal.ErrMissing) {
		p.steps.Add(controls.Flush(controls.Caption(p.Words.Say("ladder.kept"))))
	}
	var first *controls.Button
	for i, s := range found.Steps {
		card, button := p.step(s, i == 0)
		p.steps.Add(card)
		if i == 0 {
			first = button
		}
	}
	if n := len(found.Bad); n > 0 {
		p.steps.Add(controls.Flush(controls.Caption(p.Words.Count("ladder.bad", n))))
	}
	p.steps.Refresh()
	again := p.showFoot(true)
	if first == nil {
		first = again
	}
	p.Ask.Focus(first)
}

// step shows a recovery option with what it brings and what it lacks.
func (p *Page) step(s backup.Step, first bool) (fyne.CanvasObject, *controls.Button) {
	said := p.Words.Step(s)
	bring := p.Words.Say("ladder.bring")
	if s.Way == backup.Present {
		bring = p.Words.Say("ladder.stay")
	}
	choose := controls.NewButton(bring, func() { p.choose(s) })
	if first {
		choose.Importance = widget.HighImportance
	}
	look := controls.NewLink(p.Words.Say("ladder.look"), func() { p.look(s) })
	look.SetSpoken(said.Title)
	return controls.NewCard(controls.Stack(8,
		controls.Flush(controls.Heading(said.Title, theme.SizeNameSubHeadingText)),
		controls.Flush(controls.Body(said.Holds)),
		controls.Flush(controls.Caption(said.Loses)),
		container.New(&controls.Flow{GapX: 18, GapY: 6}, choose, look))), choose
}

// showFoot shows what else can be done: all of it, or only to look again and
// to leave. It returns the button that looks again.
func (p *Page) showFoot(all bool) (again *controls.Button) {
	p.foot.RemoveAll()
	label := p.Words.Say("ladder.again")
	behind := errors.Is(p.problem, journal.ErrBehind)
	if behind {
		label = p.Words.Say("ladder.back")
	}
	again = controls.NewButton(label, p.again)
	p.foot.Add(again)
	if all && !behind && !errors.Is(p.problem, journal.ErrNotJournal) {
		p.foot.Add(controls.NewButton(p.Words.Say("ladder.begin"), p.begin))
	}
	p.foot.Add(controls.NewButton(p.Words.Say("ladder.quit"), p.window.Quit))
	p.foot.Refresh()
	return again
}

// look shows what a recovery option contains.
func (p *Page) look(s backup.Step) {
	var c journal.Contents
	p.work(p.Words.Say("ladder.looking"), func() (err error) {
		c, err = p.vault.Inside(s)
		return err
	}, func() {
		said := p.Words.Step(s)
		entries.Preview{Title: said.Title, Lines: []string{said.Holds + " " + said.Loses}, Bring: p.Words.Say("ladder.bring")}.
			Show(p.Ask, c, func() { p.choose(s) })
	})
}

// choose takes a recovery option.
func (p *Page) choose(s backup.Step) {
	p.attempt(p.Words.Say("ladder.bringing"), func(r *recovery) error {
		restored, err := p.vault.Repair(s)
		if err == nil {
			r.said = p.Words.Repaired(restored)
			r.journal, err = p.vault.Open()
		}
		return err
	}, nil)
}

// again opens the journal if it is there again, as once a disk was connected,
// and looks for recovery options again if it is not.
func (p *Page) again() {
	p.attempt(p.Words.Say("ladder.looking"), func(r *recovery) (err error) {
		r.journal, err = p.vault.Open()
		if vault.Recoverable(err) {
			return nil
		}
		return err
	}, func(*recovery) { p.Start() })
}

// begin begins a new journal, once that is what the user wants.
func (p *Page) begin() {
	say := p.Words.Say
	text := say("ladder.begin.text")
	if errors.Is(p.problem, journal.ErrMissing) {
		text = say("ladder.begin.missing")
	}
	p.Ask.Confirm(say("ladder.begin.title"), text, say("ladder.begin.yes"), func() {
		p.attempt(say("ladder.bringing"), func(r *recovery) error {
			j, aside, err := p.vault.Begin()
			r.journal, r.said = j, p.Words.Repaired(backup.Restored{Aside: aside})
			return err
		}, nil)
	})
}

// centered lays one object out in the middle, no wider than a width.
type centered struct {
	width float32
}

func (c *centered) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(c.width, size.Width)
	o[0].Resize(fyne.NewSize(width, o[0].Size().Height))
	o[0].Resize(fyne.NewSize(width, max(o[0].MinSize().Height, size.Height)))
	o[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}

func (c *centered) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
