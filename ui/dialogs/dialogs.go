// Package dialogs shows dialogs over the window, for pages that do not know the
// window: questions, problems, forms, files and folders.
package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// Asker shows dialogs over a window, which Escape closes.
type Asker struct {
	Words *words.Words
	// MakeRoom is called before a dialog is shown, in a window that may be too small
	// for it. It may be nil.
	MakeRoom func()

	window fyne.Window
	theirs front // the dialog of Fyne's that is open
}

// New returns an asker that speaks through w over a window.
func New(w *words.Words, window fyne.Window) *Asker { return &Asker{Words: w, window: window} }

// Confirm asks before something that cannot be undone, and calls do after a
// yes.
func (a *Asker) Confirm(title, text, yes string, do func()) {
	b := a.NewWideBox(title, controls.Flush(controls.Body(text)), "dialog.cancel")
	act := controls.NewButton(yes, func() {
		b.Hide()
		do()
	})
	act.Importance = widget.HighImportance
	b.Add(act)
	a.Show(b)
}

// Problem shows what went wrong.
func (a *Asker) Problem(err error) {
	p := a.Words.Problem(err)
	a.Show(a.NewWideBox(p.What, controls.Flush(controls.Body(p.Safe+" "+p.Do)), "dialog.close"))
}

// Dialog is a [Box], or one of Fyne's dialogs.
type Dialog interface {
	Show()
	Hide()
	SetOnClosed(closed func())
}

// Show shows a dialog.
func (a *Asker) Show(d Dialog) { a.ShowThen(d, nil) }

// ShowThen is Show with something to do once the dialog is closed. Closed may
// be nil.
func (a *Asker) ShowThen(d Dialog, closed func()) {
	if a.MakeRoom != nil {
		a.MakeRoom()
	}
	c := a.window.Canvas()
	before := c.OnTypedKey()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Hide()
			return
		}
		controls.ScrollKey(c, e.Name)
	})
	d.SetOnClosed(func() {
		c.SetOnTypedKey(before)
		if closed != nil {
			closed()
		}
	})
	d.Show()
	if c.Focused() == nil {
		c.FocusNext() // the first of its fields, or its first button
	}
}

// ShowLarge shows a dialog in as much room as it can use, which at the usual
// text size has a width.
func (a *Asker) ShowLarge(b *Box, width float32) {
	a.Show(b)
	room := a.window.Canvas().Size()
	b.Resize(fyne.NewSize(min(room.Width-60, width*look.TextScale()), min(room.Height-40, 720)))
}

// Fit gives a dialog a width at the usual text size, and the height that its
// content, which scrolls, then needs, as far as there is room.
func (a *Asker) Fit(b *Box, width float32, content fyne.CanvasObject) {
	room := a.window.Canvas().Size()
	width = min(room.Width-60, width*look.TextScale())
	content.Resize(fyne.NewSize(width-2*boxMargin, content.Size().Height))
	b.Resize(fyne.NewSize(width, min(room.Height-40, b.popUp.MinSize().Height+content.MinSize().Height)))
}

// ShowWaiting shows a text that stays until done is called: something goes on
// meanwhile.
func (a *Asker) ShowWaiting(title, text string) (done func()) {
	b := a.NewWideBox(title, controls.Flush(controls.Caption(text)), "")
	b.Show()
	return b.Hide
}

// ShowBelow shows something that can have the focus over the window, below o, and
// gives it the focus. It stays until hide is called or the pointer presses elsewhere.
func (a *Asker) ShowBelow(o fyne.CanvasObject, content interface {
	fyne.CanvasObject
	fyne.Focusable
}) (hide func()) {
	c := a.window.Canvas()
	popUp := widget.NewPopUp(content, c)
	size, room := popUp.MinSize(), c.Size()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height+4)
	place.X = max(0, min(place.X, room.Width-size.Width))
	place.Y = max(0, min(place.Y, room.Height-size.Height))
	popUp.ShowAtPosition(place)
	c.Focus(content)
	return popUp.Hide
}

// Focus gives something in the window the focus.
func (a *Asker) Focus(o fyne.Focusable) {
	c := a.window.Canvas()
	if content, ok := o.(fyne.CanvasObject); ok {
		controls.Wake(content, c)
	}
	c.Focus(o)
}

// Focused returns what has the focus in the window, nil if nothing has.
func (a *Asker) Focused() fyne.Focusable { return a.window.Canvas().Focused() }

// Open reports whether a dialog or a menu is open.
func (a *Asker) Open() bool { return a.window.Canvas().Overlays().Top() != nil }

// Folder asks for a folder and calls take with its path, unless none is chosen.
func (a *Asker) Folder(take func(path string)) {
	a.showTheirs(dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
		if err == nil && chosen != nil {
			take(chosen.Path())
		}
	}, a.window), false)
}

// wide gives the content of a dialog a fitting width.
func wide(o fyne.CanvasObject) fyne.CanvasObject {
	spacer := container.NewGridWrap(fyne.NewSize(440, 0), container.NewWithoutLayout())
	return controls.Stack(0, spacer, o)
}
