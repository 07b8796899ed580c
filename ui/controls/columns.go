package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// usualTextSize is the size for which widths are given.
const usualTextSize = 14

// Columns lays two objects out side by side: the first takes the width that
// the second leaves, which is between SideMin and SideMax wide. Below
// NarrowBelow the second is below the first.
type Columns struct {
	Gap              float32
	SideMin, SideMax float32
	NarrowBelow      float32 // at the usual text size; larger text needs more

	width float32 // of the last layout, which decides the height
}

// widths returns the widths of both columns, and whether they are side by
// side.
func (c *Columns) widths(width float32) (first, second float32, beside bool) {
	if width < c.NarrowBelow*theme.TextSize()/usualTextSize {
		return width, width, false
	}
	side := min(max(width*0.28, c.SideMin), c.SideMax)
	return width - side - c.Gap, side, true
}

// Layout implements fyne.Layout.
func (c *Columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	first, second, beside := c.widths(size.Width)
	a, b := objects[0], objects[1]
	fitHeight(a, first)
	fitHeight(b, second)
	a.Move(fyne.NewPos(0, 0))
	if beside {
		b.Move(fyne.NewPos(first+c.Gap, 0))
	} else {
		b.Move(fyne.NewPos(0, a.Size().Height+c.Gap))
	}
}

// fitHeight gives o a width and the height that it then needs.
func fitHeight(o fyne.CanvasObject, width float32) {
	o.Resize(fyne.NewSize(width, max(o.Size().Height, o.MinSize().Height)))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
}

// MinSize implements fyne.Layout.
func (c *Columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	width := max(a.Width, b.Width)
	if _, _, beside := c.widths(c.width); c.width == 0 || beside {
		return fyne.NewSize(width, max(a.Height, b.Height))
	}
	return fyne.NewSize(width, a.Height+c.Gap+b.Height)
}
