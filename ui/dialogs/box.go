package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// Box is a dialog: its title, aligned with its content, and its buttons at the right
// below, first the one that closes it and last what it is for.
type Box struct {
	buttons *fyne.Container
	popUp   *widget.PopUp
	closed  func()
}

const (
	boxMargin = 20
	boxGap    = 14 // between title, content and buttons
)

// NewBox returns a dialog that is not shown. Closing is the id of the words on
// the button that closes it, "" for no such button.
func (a *Asker) NewBox(title string, content fyne.CanvasObject, closing string) *Box {
	c := a.window.Canvas()
	b := &Box{buttons: container.New(buttonRow{c})}
	if closing != "" {
		b.buttons.Add(controls.NewButton(a.Words.Say(closing), b.Hide))
	}
	head := controls.Flush(controls.Heading(title, theme.SizeNameSubHeadingText))
	look := container.New(layout.NewCustomPaddedLayout(boxMargin, boxMargin, boxMargin, boxMargin),
		container.New(boxLayout{c}, head, controls.NewVScroll(content), b.buttons))
	b.popUp = widget.NewModalPopUp(look, c)
	return b
}

// NewWideBox is NewBox for content that has no width itself.
func (a *Asker) NewWideBox(title string, content fyne.CanvasObject, closing string) *Box {
	return a.NewBox(title, wide(content), closing)
}

// Add adds buttons after the one that closes. The last one is what the dialog is
// for.
func (b *Box) Add(buttons ...*controls.Button) {
	for _, button := range buttons {
		b.buttons.Add(button)
	}
}

// Show shows the dialog.
func (b *Box) Show() {
	b.popUp.Show()
	b.Resize(b.popUp.Size()) // as high as its texts need in its width
}

// Hide hides the dialog.
func (b *Box) Hide() {
	b.popUp.Hide()
	if b.closed != nil {
		b.closed()
	}
}

// SetOnClosed sets what is called once the dialog is hidden.
func (b *Box) SetOnClosed(closed func()) { b.closed = closed }

// Resize sets the size of the dialog, as far as its content allows.
func (b *Box) Resize(size fyne.Size) {
	for range 2 { // the height that texts need follows from the width that they got
		b.popUp.Resize(size.Max(b.popUp.MinSize()))
	}
	for _, o := range b.popUp.Canvas.Overlays().List() {
		o.Refresh() // moves the dialog to the middle
	}
}

// boxLayout lays out title, content and buttons below each other. The content gets
// the room that is left, and scrolls where the window is too low for all of it.
type boxLayout struct{ canvas fyne.Canvas }

func (boxLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head, content, buttons := o[0], o[1], o[2]
	head.Resize(fyne.NewSize(size.Width, head.MinSize().Height))
	top, foot := head.MinSize().Height+boxGap, float32(0)
	if least := buttons.MinSize(); least.Height > 0 {
		foot = least.Height + boxGap
		buttons.Move(fyne.NewPos(0, size.Height-least.Height))
		buttons.Resize(fyne.NewSize(size.Width, least.Height))
	}
	content.Move(fyne.NewPos(0, top))
	content.Resize(fyne.NewSize(size.Width, size.Height-top-foot))
}

func (l boxLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	size, content := fyne.Size{}, o[1].(*controls.Scroll).Content.MinSize()
	for i, least := range []fyne.Size{o[0].MinSize(), content, o[2].MinSize()} {
		if i > 0 && least.Height > 0 {
			size.Height += boxGap
		}
		size.Width, size.Height = max(size.Width, least.Width), size.Height+least.Height
	}
	if room := l.canvas.Size().Height - 2*boxMargin; room > 0 {
		size.Height = min(size.Height, room)
	}
	return size
}

// buttonRow lays buttons out at the right of a line, or below each other where the
// window is too narrow for that.
type buttonRow struct{ canvas fyne.Canvas }

const buttonGap = 4

// needs returns the size of the buttons in one line, and whether there is room for it.
func (r buttonRow) needs(o []fyne.CanvasObject) (line fyne.Size, fits bool) {
	for i, button := range o {
		least := button.MinSize()
		if i > 0 {
			line.Width += buttonGap
		}
		line.Width, line.Height = line.Width+least.Width, max(line.Height, least.Height)
	}
	return line, line.Width <= r.canvas.Size().Width-2*boxMargin || r.canvas.Size().Width == 0
}

// Layout implements fyne.Layout.
func (r buttonRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	line, fits := r.needs(o)
	at := fyne.NewPos(size.Width-line.Width, 0)
	for _, button := range o {
		least := button.MinSize()
		button.Resize(least)
		if fits {
			button.Move(at)
			at.X += least.Width + buttonGap
		} else {
			button.Move(fyne.NewPos(size.Width-least.Width, at.Y))
			at.Y += least.Height + buttonGap
		}
	}
}

// MinSize implements fyne.Layout.
func (r buttonRow) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	line, fits := r.needs(o)
	if fits {
		return line
	}
	for i, button := range o {
		least := button.MinSize()
		if i > 0 {
			size.Height += buttonGap
		}
		size.Width, size.Height = max(size.Width, least.Width), size.Height+least.Height
	}
	return size
}
