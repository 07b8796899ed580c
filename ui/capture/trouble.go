package capture

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2/container"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/session"
)

// NewClosed returns the page of a journal that cannot be written, with why.
func NewClosed(s session.Session, why string, window Window) *Page {
	p := &Page{Session: s, window: window}
	p.fill(container.NewWithoutLayout())
	p.bars.Show(trouble, why, p.openMain(), controls.Action{Text: s.Words.Say("dialog.close"), Do: window.Close})
	return p
}

// trouble names the bar about what went wrong.
const trouble = "trouble"

// ShowProblem shows why what is in the line is not on the disk.
func (p *Page) ShowProblem(err error) {
	say := p.Words.Say
	problem := p.Words.Problem(err)
	lines := []string{problem.What + " " + say("trouble.safe"), problem.Do}
	if _, bad := errors.AsType[*journal.InvalidError](err); bad || problem.Do == "" {
		lines = lines[:1]
	}
	p.bars.Show(trouble, strings.Join(lines, "\n"), p.openMain(),
		controls.Action{Text: say("trouble.copy"), Do: func() { p.window.CopyText(strings.TrimSpace(p.Draft().Text)) }},
		controls.Action{Text: say("unsaved.close"), Do: p.window.Close})
}

// HideProblem shows that the disk has what is in the line.
func (p *Page) HideProblem() { p.bars.Hide(trouble) }

// Warn shows a text about the journal, which can be written all the same.
func (p *Page) Warn(text string) { p.bars.Show("warning", text, p.openMain()) }

func (p *Page) openMain() controls.Action {
	return controls.Action{Text: p.Words.Say("capture.open"), Do: p.window.OpenMain}
}
