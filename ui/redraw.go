package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2/canvas"
)

// redrawPause is how long after its last change of size the window is drawn once more.
const redrawPause = 200 * time.Millisecond

// resized has the window drawn once more, soon after the last of several changes of its
// size. A driver that draws in software learns of the size when it shows a picture, so
// what Fyne draws after a change may be cut as before, and Fyne draws nothing else until
// something changes.
func (s *shell) resized() {
	if s.stopRedraw != nil {
		s.stopRedraw()
	}
	s.stopRedraw = s.tasks.After(redrawPause, func() {
		s.stopRedraw = nil
		s.window.Canvas().Refresh(canvas.NewRectangle(color.Transparent)) // draws all, and computes nothing anew
	})
}
