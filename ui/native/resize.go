package native

import "github.com/go-gl/glfw/v3.4/glfw"

// SetOnResize sets what is called each time the window has got another size, after
// Fyne was told.
func (w *Window) SetOnResize(then func()) {
	rest := w.glfw.SetSizeCallback(nil)
	w.glfw.SetSizeCallback(func(g *glfw.Window, width, height int) {
		if rest != nil {
			rest(g, width, height)
		}
		then()
	})
}
