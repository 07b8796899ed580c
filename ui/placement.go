package ui

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/preferences"
	"heliotrope/ui/native"
)

// usualSize is the size of the window until the user gives it another.
var usualSize = fyne.NewSize(1200, 800)

// startOnScreen fills the window, which has just come on screen, where it was when
// it was last closed.
func (s *shell) startOnScreen() {
	if !systemReminds && !s.cfg.Vault.IsSample() {
		s.reminding.waiter = waitingProgram{s.cfg.Vault.Path()}
	}
	defer s.refreshWaiter()
	s.native = native.Of(s.window)
	if s.native == nil { // the system draws it without GLFW
		s.start()
		return
	}
	s.least = s.native.Least()
	s.start()
	s.native.Open(s.lastPlace(), usualSize)
	if s.cfg.Preferences.Get().Window.Maximized {
		s.native.Maximize()
	}
	s.native.SetOnKey(s.press)
	s.native.SetOnResize(s.resized)
}

// lastPlace returns where the window was when it was last closed.
func (s *shell) lastPlace() native.Rect {
	was := s.cfg.Preferences.Get().Window
	return native.Rect{X: was.X, Y: was.Y, Width: was.Width, Height: was.Height}
}

// storePlace stores where the window is. It is called before the window closes or
// hides; one that is hidden has no place. What goes wrong with it is not worth a word
// to whoever leaves.
func (s *shell) storePlace() {
	if s.native == nil || s.trayed.hidden {
		return
	}
	place, maximized := s.native.Place()
	if !place.Usable() {
		return
	}
	now := preferences.Window{X: place.X, Y: place.Y, Width: place.Width, Height: place.Height, Maximized: maximized}
	if now != s.cfg.Preferences.Get().Window {
		_ = s.cfg.Preferences.Change(func(p *preferences.Preferences) { p.Window = now })
	}
}

// atMost lays out one object, whose least size counts only up to a size: the window
// must not become larger than its screen. Zero is no limit.
type atMost struct{ size *fyne.Size }

// Layout implements fyne.Layout.
func (atMost) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// MinSize implements fyne.Layout.
func (l atMost) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := o[0].MinSize()
	if l.size.IsZero() {
		return least
	}
	return fyne.NewSize(min(least.Width, l.size.Width), min(least.Height, l.size.Height))
}
