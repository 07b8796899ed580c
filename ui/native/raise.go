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
