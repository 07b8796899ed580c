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
	f.box = f.ask.NewWideBox(f.title, controls.Stack(10, fields, f.problem.Content()), "dialog.cancel")
	f.box.Add(ok)
	f.ask.ShowThen(f.box, closed)
}

// Submit submits the form, as Enter in one of its fields does.
func (f *form) Submit() {
	if err := f.take(); err != nil {
		f.problem.Show(f.ask.Words.Problem(err).What)
		return
	}
	f.box.Hide()
}
