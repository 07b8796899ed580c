package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// form is a dialog of fields with a button that submits them.
type form struct {
	ask     *Asker
	box     *Box
	title   string
	take    func() error
	problem *controls.Hint
	content *fyne.Container // the fields, and what is wrong with them
}

// NewForm returns a form that is not shown yet. Take is called when it is
// submitted. If take returns an error, that is shown below the fields and the
// form stays open.
func (a *Asker) NewForm(title string, take func() error) *form {
	return &form{ask: a, title: title, take: take, problem: controls.NewHint(widget.DangerImportance)}
}

// Show shows the form with its fields. Closed, which may be nil, is called when
// it is closed, submitted or not.
func (f *form) Show(fields fyne.CanvasObject, closed func()) {
	ok := controls.NewButton(f.ask.Words.Say("dialog.save"), f.Submit)
	ok.Importance = widget.HighImportance
	f.content = controls.Stack(10, fields, f.problem.Content())
	f.box = f.ask.NewBox(f.title, controls.NewVScroll(f.content), "dialog.cancel")
	f.box.Add(ok)
	f.ask.ShowThen(f.box, closed)
	f.fit()
}

// fit gives the form the room that its fields need, as far as the window has it.
func (f *form) fit() {
	const width = 480
	f.ask.Fit(f.box, width, f.content)
}

// Submit submits the form, as Enter in one of its fields does.
func (f *form) Submit() {
	if err := f.take(); err != nil {
		f.problem.Show(f.ask.Words.Problem(err).What)
		f.fit()
		controls.Reveal(f.problem.Content())
		return
	}
	f.box.Hide()
}
