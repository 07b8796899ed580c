package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Deviation draws a value as a bar that leaves the middle to the right if it
// is positive and to the left if it is negative.
type Deviation struct {
	widget.BaseWidget

	value float32 // -1 … 1
	color fyne.ThemeColorName
}

// NewDeviation returns a bar for a value from -1 to 1. Zero is drawn as the
// middle alone.
func NewDeviation(value float32, color fyne.ThemeColorName) *Deviation {
	d := &Deviation{value: min(max(value, -1), 1), color: color}
	d.ExtendBaseWidget(d)
	return d
}

// Set changes value and color.
func (d *Deviation) Set(value float32, color fyne.ThemeColorName) {
	d.value, d.color = min(max(value, -1), 1), color
	d.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (d *Deviation) CreateRenderer() fyne.WidgetRenderer {
	r := &deviationRenderer{deviation: d}
	for i := range r.parts {
		r.parts[i] = canvas.NewRectangle(nil)
	}
	r.Refresh()
	return r
}

type deviationRenderer struct {
	deviation *Deviation
	parts     [3]*canvas.Rectangle // axis, middle, bar
}

func (r *deviationRenderer) Layout(size fyne.Size) {
	middle, half := size.Height/2, size.Width/2
	place := func(i int, x, y, w, h float32) {
		r.parts[i].Move(fyne.NewPos(x, y))
		r.parts[i].Resize(fyne.NewSize(w, h))
	}
	mark, bar := scaled(r.deviation, 16), scaled(r.deviation, 9)
	place(0, 0, middle-0.5, size.Width, 1)
	place(1, half-0.75, middle-mark/2, 1.5, mark)
	length := half * r.deviation.value
	place(2, half+min(length, 0), middle-bar/2, max(length, -length), bar)
}

func (r *deviationRenderer) MinSize() fyne.Size {
	return fyne.NewSize(scaled(r.deviation, 60), scaled(r.deviation, 18))
}

func (r *deviationRenderer) Refresh() {
	r.parts[0].FillColor = themed(r.deviation, theme.ColorNameSeparator)
	r.parts[1].FillColor = themed(r.deviation, ColorMuted)
	r.parts[2].FillColor = themed(r.deviation, r.deviation.color)
	r.parts[2].CornerRadius = 1.5
	r.Layout(r.deviation.Size())
	for _, part := range r.parts {
		part.Refresh()
	}
}

func (r *deviationRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.parts[0], r.parts[1], r.parts[2]}
}

func (r *deviationRenderer) Destroy() {}
