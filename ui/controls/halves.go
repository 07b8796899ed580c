package controls

import "fyne.io/fyne/v2"

// Halves lays two objects out side by side, each in half of the width.
type Halves struct{ Gap float32 }

// Layout implements fyne.Layout.
func (h Halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - h.Gap) / 2
	for i, o := range objects {
		fitHeight(o, width)
		o.Move(fyne.NewPos(float32(i)*(width+h.Gap), 0))
	}
}

// MinSize implements fyne.Layout.
func (h Halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return fyne.NewSize(2*size.Width+h.Gap, size.Height)
}
