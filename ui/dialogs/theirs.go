package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// front is a dialog of Fyne's with what shows it.
type front struct {
	dialog Dialog
	shown  fyne.CanvasObject
	files  bool // it asks for a file, not for a folder
}

const stops = 64 // more than such a dialog has for Tab

// showTheirs shows a dialog of Fyne's, whose buttons and lists leave no key to others.
func (a *Asker) showTheirs(d Dialog, files bool) {
	a.ShowThen(d, func() { a.theirs = front{} })
	a.theirs = front{d, a.window.Canvas().Overlays().Top(), files}
}

// Press closes the dialog of Fyne's that is in front with Escape, chooses what has the
// focus there with Enter, and reports whether it did.
func (a *Asker) Press(key fyne.KeyName) bool {
	open, c := a.theirs, a.window.Canvas()
	if open.dialog == nil || c.Overlays().Top() != open.shown {
		return false
	}
	switch key {
	case fyne.KeyEscape:
		open.dialog.Hide()
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		focused := c.Focused()
		if focused == nil {
			return false
		}
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if list, ok := focused.(*widget.List); ok && open.files {
			a.focusOpen(list)
		}
		return true
	}
	return false
}

// focusOpen gives the button that opens the file that was chosen in a list the focus.
// A folder was opened if it is disabled.
func (a *Asker) focusOpen(list *widget.List) {
	c := a.window.Canvas()
	for range stops {
		c.FocusNext()
		if b, ok := c.Focused().(*widget.Button); ok && b.Importance == widget.HighImportance {
			return
		}
	}
	c.Focus(list)
}
