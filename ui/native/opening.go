package native

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Opening is a window that comes on screen.
type Opening struct {
	window fyne.Window
	was    Rect
	usual  fyne.Size
	coming func() // nil once it was called

	room *fyne.Container // the content of the window
	glfw *glfw.Window    // nil until it is found
	open bool
}

// Prepare makes a window, which is not on screen yet, come there where it was and as
// large; if it was nowhere, in a usual size in units of Fyne. The window must come at
// once in its size: Fyne gives it an earlier one again if the system is slow.
//
// Coming is called once it is about to come, when all that takes the system long is
// done. What it fills the window with is seen in the first picture. It may panic, and
// the window does not come.
func Prepare(w fyne.Window, was Rect, usual fyne.Size, coming func()) *Opening {
	o := &Opening{window: w, was: was, usual: usual}
	o.room = container.New((*opening)(o), w.Content())
	w.SetContent(o.room)
	if d, ok := w.(desktop.Window); ok && was.Usable() {
		to := o.place()
		d.RequestPosition(to.X, to.Y)
	}
	o.coming = coming // from now on Fyne asks for the least size once it has made the window
	return o
}

// Fill fills the window, which has what Prepare found in it until then.
func (o *Opening) Fill(content fyne.CanvasObject) {
	content.Resize(o.least()) // before it is laid out in no size at all
	o.room.Objects = []fyne.CanvasObject{content}
}

// Window returns the window once it is on screen, as GLFW has it; nil if GLFW has none.
// From now on the window may be as small as its content.
func (o *Opening) Window() *Window {
	if o.glfw == nil {
		return nil
	}
	o.window.Resize(o.least()) // as it came, in the scale that Fyne knows by now
	o.open = true
	return &Window{fyne: o.window, glfw: o.glfw}
}

// usualFrame is how wide the border of a window is on most systems. That of a window
// is known only once it is on screen.
var usualFrame = Frame{2, 32, 2, 6}

// place returns where the window comes, as far as can be known before.
func (o *Opening) place() Rect {
	if o.was.Usable() {
		return o.was.Fit(Screens(), Frame{})
	}
	scale := o.window.Canvas().Scale()
	return Center(int(o.usual.Width*scale), int(o.usual.Height*scale), Screens(), usualFrame)
}

// least returns the size in which the window comes.
func (o *Opening) least() fyne.Size {
	to := o.place()
	return units(o.window, to.Width, to.Height)
}

// opening is the layout of a window that comes on screen, whose least size is that in
// which it comes.
type opening Opening

// Layout implements fyne.Layout.
func (*opening) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// MinSize implements fyne.Layout. Fyne asks for it also while that window's context of
// OpenGL is the current one, by which it is known.
func (o *opening) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if o.open {
		return objects[0].MinSize()
	}
	if coming := o.coming; coming != nil {
		o.coming = nil
		coming()
	}
	if w := glfw.GetCurrentContext(); w != nil {
		o.glfw = w
	}
	return (*Opening)(o).least()
}
