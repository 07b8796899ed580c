package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/ui/look"
	"heliotrope/ui/native"
)

// least returns the least size of the window.
func (c *capturing) least() fyne.Size {
	size := c.page.Size()
	if !c.windows.screen {
		return size
	}
	if room := native.Room(c.window); room.Width > 0 {
		size.Width = min(size.Width, room.Width)
	}
	return size
}

// dialogHeight is how high the window is while a dialog is over it, at the usual text
// size.
const dialogHeight = 380

// makeRoom makes the window as high as a dialog needs it.
func (c *capturing) makeRoom() {
	size := c.window.Canvas().Size()
	c.window.Resize(fyne.NewSize(size.Width, max(size.Height, dialogHeight*look.TextScale())))
}

// fitted is the layout of what the window shows. The window is as high as that needs.
type fitted struct {
	*capturing

	height float32 // that was needed last
	stop   func()  // the timer after which the window gets that height; nil if there is none
}

// fitPause is how long after a change the window gets the height that it needs: it must
// not tremble while one types.
const fitPause = 250 * time.Millisecond

// Layout implements fyne.Layout.
func (f *fitted) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// MinSize implements fyne.Layout. Fyne makes a window larger for it, but not smaller,
// and may miss a change that comes while the system is slow.
func (f *fitted) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := f.least()
	least.Height = max(least.Height, o[0].MinSize().Height)
	if f.window.Canvas().Overlays().Top() != nil {
		least.Height = max(least.Height, dialogHeight*look.TextScale())
	}
	if f.height != 0 && least.Height != f.height {
		if f.stop != nil {
			f.stop()
		}
		f.stop = f.windows.tasks.After(fitPause, f.fit)
	}
	f.height = least.Height
	return least
}

// fit gives the window the height that it needs.
func (f *fitted) fit() {
	f.stop = nil
	if f.windows.capture == f.capturing {
		f.window.Resize(fyne.NewSize(f.window.Canvas().Size().Width, f.height))
	}
}
