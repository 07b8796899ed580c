package native

import "github.com/go-gl/glfw/v3.4/glfw"

// Raise brings the window to the front with the focus, also if it is hidden or was
// made an icon. A system may show that it asks for attention instead.
func (w *Window) Raise() {
	if w.glfw.GetAttrib(glfw.Iconified) != 0 {
		w.glfw.Restore()
	}
	w.glfw.Show()
	w.glfw.Focus()
}

// Return gives a window its place again that was hidden and has just come back: a
// system may have put it next to that.
func (w *Window) Return(to Rect, maximized bool) {
	if !maximized && w.isNormal() && positions() && w.now() != to {
		w.glfw.SetSize(to.Width, to.Height)
		w.glfw.SetPos(to.X, to.Y)
	}
	if maximized {
		w.glfw.Maximize()
	}
	w.normal, w.before = to, to
}
