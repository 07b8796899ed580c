package ui

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/preferences"
	"heliotrope/ui/native"
)

// usualSize is the size of the window until the user gives it another.
var usualSize = fyne.NewSize(1200, 800)

// comes fills the window, which is about to come on screen.
func (s *shell) comes() {
	if !systemReminds && !s.cfg.Vault.IsSample() {
		s.reminding.waiter = waitingProgram{s.cfg.Vault.Path()}
	}
	s.start()
}

// onScreen puts the window, which has just come on screen, where it was when it was
// last closed.
func (s *shell) onScreen() {
	defer s.refreshWaiter()
	if s.opening != nil {
		s.native, s.opening = s.opening.Window(), nil
	}
	if !s.filled() { // nobody told that it comes
		s.comes()
	}
	if s.native == nil { // the system draws it without GLFW
		return
	}
	s.least = s.native.Least()
	s.native.Open(s.lastPlace(), usualSize)
	if s.cfg.Preferences.Get().Window.Maximized {
		afterEvents(s.native.Maximize) // and after Fyne gave the window the size again in which it came
	}
	s.native.SetOnKey(s.press)
	s.native.SetOnResize(s.resized)
	s.resized() // what Fyne drew before its loop began it forgets at once if that took long
}

// filled reports whether the window shows anything.
func (s *shell) filled() bool { return s.space != nil || s.rescue != nil }

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
