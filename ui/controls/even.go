package controls

import "fyne.io/fyne/v2"

// Even lays objects out side by side in equal widths, or one below the other
// where one of them needs more than its share.
type Even struct {
	Gap float32

	width float32 // of the last layout, which decides the height
}

// shares returns the objects that are shown, and the width of each if they are
// side by side.
func (e *Even) shares(objects []fyne.CanvasObject, width float32) (shown []fyne.CanvasObject, share float32, beside bool) {
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
			widest = max(widest, o.MinSize().Width)
		}
	}
	if len(shown) == 0 {
		return nil, 0, true
	}
	share = (width - float32(len(shown)-1)*e.Gap) / float32(len(shown))
	return shown, share, widest <= share+0.5
}

// Layout implements fyne.Layout.
func (e *Even) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	shown, share, beside := e.shares(objects, size.Width)
	at := fyne.Position{}
	for _, o := range shown {
		if beside {
			fitHeight(o, share)
			o.Move(at)
			at.X += share + e.Gap
		} else {
			fitHeight(o, size.Width)
			o.Move(at)
			at.Y += whole(o.Size().Height) + e.Gap
		}
	}
}

// MinSize implements fyne.Layout.
func (e *Even) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown, _, beside := e.shares(objects, e.width)
	var size fyne.Size
	var sum float32
	for _, o := range shown {
		least := o.MinSize()
		size = size.Max(least)
		sum += whole(least.Height) + e.Gap
	}
	if !beside && e.width > 0 {
		size.Height = sum - e.Gap
	}
	return size
}
