package native

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Screens returns the parts of all screens that windows may cover, that of the first
// screen first.
func Screens() (all []Rect) {
	for _, m := range glfw.GetMonitors() {
		var r Rect
		r.X, r.Y, r.Width, r.Height = m.GetWorkarea()
		if r.Width > 0 && r.Height > 0 {
			all = append(all, r)
		}
	}
	return all
}

// Room returns the size of the part of the first screen that a window may cover, in
// units of Fyne; zero if it is not known.
func Room(w fyne.Window) fyne.Size {
	screens := Screens()
	if len(screens) == 0 {
		return fyne.Size{}
	}
	scale := w.Canvas().Scale()
	return fyne.NewSize(float32(screens[0].Width)/scale, float32(screens[0].Height)/scale)
}

// Open gives a window that has just come on screen its place exactly. It is never
// larger than the screen that it opens on.
func (w *Window) Open(was Rect, usual fyne.Size) {
	scale, screens := w.fyne.Canvas().Scale(), Screens()
	to := was.Fit(screens, w.frame())
	if !was.Usable() {
		to = Center(int(usual.Width*scale), int(usual.Height*scale), screens, w.frame().most(usualFrame))
	}
	w.fyne.Resize(units(w.fyne, to.Width, to.Height))
	w.glfw.SetSize(to.Width, to.Height)
	if positions() && len(screens) > 0 {
		w.glfw.SetPos(to.X, to.Y)
	}
	w.normal, w.before = to, to
	w.watch()
}

// units returns the size that is so large on screen, in units of Fyne, which rounds up
// what it multiplies by its scale.
func units(w fyne.Window, width, height int) fyne.Size {
	scale := w.Canvas().Scale()
	return fyne.NewSize((float32(width)-0.5)/scale, (float32(height)-0.5)/scale)
}

// Maximize makes the window as large as its screen.
func (w *Window) Maximize() { w.glfw.Maximize() }

// Least returns how large the smallest window may be, in units of Fyne: what is shown
// must not make it larger than the screens.
func (w *Window) Least() fyne.Size {
	scale, f := w.fyne.Canvas().Scale(), w.frame()
	var least fyne.Size
	for i, s := range Screens() {
		room := fyne.NewSize(float32(s.Width-f.Left-f.Right)/scale, float32(s.Height-f.Top-f.Bottom)/scale)
		if i == 0 {
			least = room
		}
		least = fyne.NewSize(min(least.Width, room.Width), min(least.Height, room.Height))
	}
	return least
}

// watch remembers where the window is from now on.
func (w *Window) watch() {
	moved, resized := w.glfw.SetPosCallback(nil), w.glfw.SetSizeCallback(nil)
	w.glfw.SetPosCallback(func(g *glfw.Window, x, y int) {
		if moved != nil {
			moved(g, x, y)
		}
		w.look()
	})
	w.glfw.SetSizeCallback(func(g *glfw.Window, width, height int) {
		if resized != nil {
			resized(g, width, height)
		}
		w.look()
	})
	w.glfw.SetMaximizeCallback(func(_ *glfw.Window, maximized bool) {
		if maximized && w.normal == w.now() {
			w.normal = w.before // the system moved it before it said why
		}
	})
}

func (w *Window) look() {
	now := w.now()
	if !w.isNormal() || now == w.normal {
		return
	}
	w.before, w.normal = w.normal, now
	if fit := now.Fit(Screens(), w.frame()); w.corrected < mostCorrections && (fit.Width < now.Width || fit.Height < now.Height) {
		w.corrected++ // Fyne gave it a size that it had asked for earlier
		w.glfw.SetSize(fit.Width, fit.Height)
	}
}

// mostCorrections is how often a window that is larger than its screen is made smaller:
// there are systems that insist.
const mostCorrections = 5

// now returns where the window is.
func (w *Window) now() (r Rect) {
	r.Width, r.Height = w.glfw.GetSize()
	if positions() {
		r.X, r.Y = w.glfw.GetPos()
	}
	return r
}

// isNormal reports whether the window is neither maximized nor minimized nor the whole
// screen.
func (w *Window) isNormal() bool {
	return w.glfw.GetAttrib(glfw.Maximized) == 0 && w.glfw.GetAttrib(glfw.Iconified) == 0 && w.glfw.GetMonitor() == nil
}

// Place returns where the window is, or was before it was maximized, and whether it is
// maximized.
func (w *Window) Place() (r Rect, maximized bool) {
	w.look()
	return w.normal, w.glfw.GetAttrib(glfw.Maximized) != 0
}

// frame returns how wide the system's border is.
func (w *Window) frame() (f Frame) {
	if positions() {
		f.Left, f.Top, f.Right, f.Bottom = w.glfw.GetFrameSize()
	}
	return f
}

// positions reports whether the system lets a program know where its windows are,
// which Wayland does not.
func positions() bool { return glfw.GetPlatform() != glfw.PlatformWayland }
