package controls

import "fyne.io/fyne/v2"

// Ends lays two objects out at both ends of a line, the second below the first
// where the line is too short for both.
type Ends struct {
	Gap float32

	width float32 // of the last layout, which decides the height
}

func (e *Ends) oneLine(objects []fyne.CanvasObject, width float32) bool {
	return wanted(objects[0])+e.Gap+wanted(objects[1]) <= width+0.5
}

// wanted returns the width that an object would like.
func wanted(o fyne.CanvasObject) float32 {
	width := o.MinSize().Width
	if p, ok := o.(Preferrer); ok {
		width = max(width, p.PreferredWidth())
	}
	if c, ok := o.(*fyne.Container); ok {
		if flow, ok := c.Layout.(*Flow); ok {
			width = max(width, flow.inOneRow(c.Objects))
		}
	}
	return width
}

// Layout implements fyne.Layout.
func (e *Ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(wanted(o), size.Width), o.MinSize().Height))
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
	}
	a, b := objects[0].Size(), objects[1].Size()
	if e.oneLine(objects, size.Width) {
		objects[0].Move(fyne.NewPos(0, (size.Height-a.Height)/2))
		objects[1].Move(fyne.NewPos(size.Width-b.Width, (size.Height-b.Height)/2))
		return
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Move(fyne.NewPos(0, a.Height+e.Gap/2))
}

// MinSize implements fyne.Layout.
func (e *Ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	width := max(a.Width, b.Width)
	if e.width == 0 || e.oneLine(objects, e.width) {
		return fyne.NewSize(width, max(a.Height, b.Height))
	}
	return fyne.NewSize(width, a.Height+e.Gap/2+b.Height)
}
