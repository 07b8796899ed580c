package controls

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Stack returns objects one below the other with the given gap. Heights are
// rounded up to whole units, so that what is below, such as a chart, starts on
// a whole pixel and is drawn sharp.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stack{gap}, objects...)
}

type stack struct{ gap float32 }

// Layout implements fyne.Layout. An object gets its width first, since its
// height may depend on it.
func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.Size().Height))
		height := whole(o.MinSize().Height)
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + s.gap
	}
}

// MinSize implements fyne.Layout.
func (s stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -s.gap)
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+whole(least.Height)+s.gap)
		}
	}
	return fyne.NewSize(size.Width, max(size.Height, 0))
}

func whole(v float32) float32 { return float32(math.Ceil(float64(v))) }
