package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewLabeled returns a control at the end of the line of its label, or below the
// label where they do not fit next to each other. The label wraps, and takes a line
// for itself rather than be narrower than least at the usual text size.
func NewLabeled(label, control fyne.CanvasObject, least float32) *fyne.Container {
	return container.New(&labeled{least: least}, label, control)
}

const labeledGap = 16

type labeled struct {
	least float32
	width float32 // of the last layout, which decides the height
}

func (l *labeled) oneLine(control fyne.CanvasObject, width float32) bool {
	return l.least*growth()+labeledGap+wanted(control) <= width+0.5
}

// Layout implements fyne.Layout.
func (l *labeled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	label, control := objects[0], objects[1]
	fitHeight(control, min(wanted(control), size.Width))
	if !l.oneLine(control, size.Width) {
		fitHeight(label, size.Width)
		label.Move(fyne.Position{})
		control.Move(fyne.NewPos(0, label.Size().Height+labeledGap/2))
		return
	}
	fitHeight(label, size.Width-control.Size().Width-labeledGap)
	height := max(label.Size().Height, control.Size().Height)
	label.Move(fyne.NewPos(0, (height-label.Size().Height)/2))
	control.Move(fyne.NewPos(size.Width-control.Size().Width, (height-control.Size().Height)/2))
}

// MinSize implements fyne.Layout.
func (l *labeled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	label, control := objects[0].MinSize(), objects[1].MinSize()
	width := max(label.Width, control.Width)
	if l.width == 0 || l.oneLine(objects[1], l.width) {
		return fyne.NewSize(width, max(label.Height, control.Height))
	}
	return fyne.NewSize(width, label.Height+labeledGap/2+control.Height)
}
