// Package native is what the window needs of GLFW, on which Fyne draws it: keys
// before Fyne gives them to what has the focus, and the place of the window on the
// screens. Fyne has no way to either.
//
// All functions must be called on the window's goroutine.
package native

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"heliotrope/ui/shortcuts"
)

// Window is a window of Fyne's, as GLFW has it.
type Window struct {
	fyne fyne.Window
	glfw *glfw.Window

	normal Rect // where it was last while it was not maximized
	before Rect // where it was before that

	corrected int // how often it was made smaller
}

// SetOnKey sets what is called with each key that is pressed or repeats, by the names
// that it has: that of its letter, and that of its place on the keyboard. If it
// reports that it took one of them, what has the focus does not get it. Alt that is
// pressed alone is F10, once it is released.
func (w *Window) SetOnKey(take func(shortcuts.Key) bool) {
	alone := false
	rest := w.glfw.SetKeyCallback(nil)
	w.glfw.SetKeyCallback(func(g *glfw.Window, key glfw.Key, scancode int, action glfw.Action, mods glfw.ModifierKey) {
		alt := key == glfw.KeyLeftAlt || key == glfw.KeyRightAlt
		switch {
		case action == glfw.Press:
			alone = alt && mods&^glfw.ModAlt == 0
		case action == glfw.Release && alt && alone && w.glfw.GetAttrib(glfw.Focused) != 0: // not on the way to another window
			alone = false
			take(shortcuts.Key{Name: fyne.KeyF10})
		}
		if action != glfw.Release {
			for _, name := range names(key, scancode) {
				if take(shortcuts.Key{Name: name, Modifier: modifiers(mods)}) {
					return
				}
			}
		}
		if rest != nil {
			rest(g, key, scancode, action, mods)
		}
	})
}
