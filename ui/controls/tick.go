package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tick is the box of a row that can be ticked. It takes no clicks: the row does.
type Tick struct {
	widget.BaseWidget
	on, some bool
}

// NewTick returns a box that is not ticked.
func NewTick() *Tick {
	t := &Tick{}
	t.ExtendBaseWidget(t)
	return t
}

// Set ticks the box, or shows a dash in it where some of what it is for is ticked.
func (t *Tick) Set(on, some bool) {
	if t.on != on || t.some != some {
		t.on, t.some = on, some
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{tick: t, box: canvas.NewRectangle(nil), lines: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}}
	r.Refresh()
	return r
}

type tickRenderer struct {
	tick  *Tick
	box   *canvas.Rectangle
	lines [2]*canvas.Line
}

func (r *tickRenderer) Layout(size fyne.Size) {
	side := size.Height
	r.box.Resize(fyne.NewSquareSize(side))
	at := func(x, y float32) fyne.Position { return fyne.NewPos(x*side, y*side) }
	if r.tick.on {
		r.lines[0].Position1, r.lines[0].Position2 = at(0.24, 0.52), at(0.43, 0.7)
		r.lines[1].Position1, r.lines[1].Position2 = at(0.43, 0.7), at(0.77, 0.3)
		return
	}
	for _, line := range r.lines {
		line.Position1, line.Position2 = at(0.28, 0.5), at(0.72, 0.5)
	}
}

func (r *tickRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(scaled(r.tick, checkBox)) }

func (r *tickRenderer) Refresh() {
	t := r.tick
	r.box.FillColor, r.box.StrokeColor = themed(t, ColorCard), themed(t, theme.ColorNameInputBorder)
	r.box.StrokeWidth, r.box.CornerRadius = 1, 4
	if t.on || t.some {
		r.box.FillColor, r.box.StrokeColor = themed(t, theme.ColorNamePrimary), themed(t, theme.ColorNamePrimary)
	}
	for _, line := range r.lines {
		line.StrokeColor, line.StrokeWidth = themed(t, theme.ColorNameForegroundOnPrimary), scaled(t, 2)
		line.Hidden = !t.on && !t.some
	}
	r.Layout(t.Size())
	canvas.Refresh(r.box)
}

func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.lines[0], r.lines[1]}
}

func (r *tickRenderer) Destroy() {}
