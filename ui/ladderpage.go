package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// ladderPage stands in place of everything else while the journal cannot be
// opened: what happened, what is safe, and each way back before it is chosen.
type ladderPage struct {
	words *words.Words
	vault *vault.Vault
	tasks tasks
	ask   *asker
	hooks ladderHooks

	problem error
	head    *fyne.Container
	steps   *fyne.Container
	foot    *fyne.Container
	busy    *controls.Hint
	working bool // until it is over, nothing else can be chosen
	root    fyne.CanvasObject
}

// ladderHooks are what the page leads to.
type ladderHooks struct {
	// opened is called with the journal once there is one, and with what to
	// tell about it; "" for nothing.
	opened func(j *journal.Journal, said string)
	quit   func()
}

func newLadderPage(w *words.Words, v *vault.Vault, t tasks, ask *asker, path string, problem error, hooks ladderHooks) *ladderPage {
	p := &ladderPage{words: w, vault: v, tasks: t, ask: ask, hooks: hooks}
	p.head, p.steps, p.foot = controls.Stack(10), controls.Stack(12), container.New(&controls.Flow{GapX: 12, GapY: 8})
	p.busy = controls.NewHint(widget.MediumImportance)
	where := controls.Caption(path)
	where.Wrapping = fyne.TextWrapBreak
	where.Selectable = true
	column := controls.Stack(16, p.head, controls.Flush(where), p.busy.Content(), p.steps, p.foot)
	p.root = container.NewStack(newGround(theme.ColorNameBackground),
		container.NewVScroll(container.New(&centered{width: 680}, pagePadding(column))))
	p.sayProblem(problem)
	return p
}

// start looks for the ways back.
func (p *ladderPage) start() {
	var found backup.Ladder
	p.work(p.words.Say("ladder.looking"), func() (err error) {
		found, err = p.vault.Diagnose()
		return err
	}, func() { p.show(found) })
}

// work does something that takes time and says so meanwhile.
func (p *ladderPage) work(said string, do func() error, done func()) {
	if p.working {
		return
	}
	p.working = true
	p.busy.Say(said)
	p.tasks.run(do, func(err error) {
		p.working = false
		p.busy.Say("")
		if err != nil {
			p.failed(err)
			return
		}
		done()
	})
}

// failed says why something could not be done; everything is as it was.
func (p *ladderPage) failed(err error) {
	p.showFoot(false)
	p.ask.problem(err)
}

// sayProblem says what happened and what is safe.
func (p *ladderPage) sayProblem(problem error) {
	p.problem = problem
	said := p.words.Problem(problem)
	p.head.RemoveAll()
	p.head.Add(controls.Flush(controls.Heading(said.What, theme.SizeNameHeadingText)))
	p.head.Add(controls.Flush(controls.Body(said.Safe)))
	p.head.Refresh()
}

// show shows what was found.
func (p *ladderPage) show(found backup.Ladder) {
	if found.Problem == nil {
		p.again() // it is there again by now
		return
	}
	p.sayProblem(found.Problem)
	p.steps.RemoveAll()
	intro := "ladder.choose"
	if len(found.Steps) == 0 {
		intro = "ladder.none"
	}
	p.steps.Add(controls.Flush(controls.Body(p.words.Say(intro))))
	if !errors.Is(found.Problem, journal.ErrMissing) {
		p.steps.Add(controls.Flush(controls.Caption(p.words.Say("ladder.kept"))))
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
		p.steps.Add(controls.Flush(controls.Caption(p.words.Count("ladder.bad", n))))
	}
	p.steps.Refresh()
	again := p.showFoot(true)
	if first == nil {
		first = again
	}
	p.ask.focus(first)
}

// step shows a way back with what it brings and what it lacks.
func (p *ladderPage) step(s backup.Step, first bool) (fyne.CanvasObject, *controls.Button) {
	said := p.words.Step(s)
	choose := controls.NewButton(p.words.Say("ladder.bring"), func() { p.choose(s) })
	if first {
		choose.Importance = widget.HighImportance
	}
	look := controls.NewLink(p.words.Say("ladder.look"), func() { p.look(s) })
	look.SetSpoken(said.Title)
	return controls.NewCard(controls.Stack(8,
		controls.Flush(controls.Heading(said.Title, theme.SizeNameSubHeadingText)),
		controls.Flush(controls.Body(said.Holds)),
		controls.Flush(controls.Caption(said.Loses)),
		container.New(&controls.Flow{GapX: 18, GapY: 6}, choose, look))), choose
}

// showFoot shows what can be done besides: all of it, or only to look again and
// to leave. It returns the button that looks again.
func (p *ladderPage) showFoot(all bool) (again *controls.Button) {
	p.foot.RemoveAll()
	again = controls.NewButton(p.words.Say("ladder.again"), p.again)
	p.foot.Add(again)
	if all && !errors.Is(p.problem, journal.ErrNotJournal) {
		p.foot.Add(controls.NewButton(p.words.Say("ladder.begin"), p.begin))
	}
	p.foot.Add(controls.NewButton(p.words.Say("ladder.quit"), p.hooks.quit))
	p.foot.Refresh()
	return again
}

// look shows what a way back holds.
func (p *ladderPage) look(s backup.Step) {
	var c journal.Contents
	p.work(p.words.Say("ladder.looking"), func() (err error) {
		c, err = p.vault.Inside(s)
		return err
	}, func() {
		said := p.words.Step(s)
		p.ask.inside(said.Title, []string{said.Holds + " " + said.Loses}, c, p.words.Say("ladder.bring"), func() { p.choose(s) })
	})
}

// choose goes back by a way.
func (p *ladderPage) choose(s backup.Step) {
	var (
		j        *journal.Journal
		restored backup.Restored
	)
	p.work(p.words.Say("ladder.bringing"), func() (err error) {
		if restored, err = p.vault.Repair(s); err == nil {
			j, err = p.vault.Open()
		}
		return err
	}, func() { p.hooks.opened(j, p.words.Repaired(restored)) })
}

// again opens the journal if it is there again, as once a disk was connected,
// and looks for the ways back anew if it is not.
func (p *ladderPage) again() {
	var (
		j     *journal.Journal
		still error
	)
	p.work(p.words.Say("ladder.looking"), func() error {
		j, still = p.vault.Open()
		if vault.Recoverable(still) {
			return nil
		}
		return still
	}, func() {
		if still != nil {
			p.start()
			return
		}
		p.hooks.opened(j, "")
	})
}

// begin begins a new journal, once that is what the user wants.
func (p *ladderPage) begin() {
	say := p.words.Say
	text := say("ladder.begin.text")
	if errors.Is(p.problem, journal.ErrMissing) {
		text = say("ladder.begin.missing")
	}
	p.ask.confirm(say("ladder.begin.title"), text, say("ladder.begin.yes"), func() {
		var (
			j     *journal.Journal
			aside string
		)
		p.work(say("ladder.bringing"), func() (err error) {
			j, aside, err = p.vault.Begin()
			return err
		}, func() { p.hooks.opened(j, p.words.Repaired(backup.Restored{Aside: aside})) })
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
