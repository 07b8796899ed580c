package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/chart"
)

// readout is the box beside the week that is read out, the line through it and
// the ring around its mark.
type readout struct {
	view  *View
	line  *canvas.Rectangle
	ring  *canvas.Circle
	box   *canvas.Rectangle
	lines []*canvas.Text
}

// maxLines is how many lines of a tip are shown.
const maxLines = 7

func newReadout(v *View) *readout {
	r := &readout{view: v, line: canvas.NewRectangle(nil), ring: canvas.NewCircle(nil), box: canvas.NewRectangle(nil)}
	for range maxLines {
		r.lines = append(r.lines, canvas.NewText("", nil))
	}
	return r
}

func (r *readout) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line, r.ring, r.box}
	for _, l := range r.lines {
		objects = append(objects, l)
	}
	return objects
}

func (r *readout) refresh() {
	tip := r.view.Reading()
	for _, o := range r.objects() {
		if tip == nil {
			o.Hide()
		} else {
			o.Show()
		}
	}
	if tip == nil {
		return
	}
	hit := r.view.drawn.Hits[r.view.reading]
	r.mark(hit)
	r.write(hit, tip)
	for _, o := range r.objects() {
		o.Refresh()
	}
}

// mark puts the line and the ring.
func (r *readout) mark(hit chart.Hit) {
	x := float32(hit.Focus.X)
	r.line.FillColor = themed(r.view, chart.Muted)
	r.line.Move(fyne.NewPos(x-0.5, float32(hit.Min.Y)))
	r.line.Resize(fyne.NewSize(1, float32(hit.Max.Y-hit.Min.Y)))
	const radius = 7
	r.ring.StrokeColor, r.ring.StrokeWidth = themed(r.view, chart.Ink), 1.5
	r.ring.Move(fyne.NewPos(x-radius, float32(hit.Focus.Y)-radius))
	r.ring.Resize(fyne.NewSquareSize(2 * radius))
}

// write puts the box with the lines, on the side with more room.
func (r *readout) write(hit chart.Hit, tip []string) {
	const pad = 10
	v := r.view
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	r.box.FillColor = v.Theme().Color(theme.ColorNameOverlayBackground, variant)
	r.box.StrokeColor, r.box.StrokeWidth = v.Theme().Color(theme.ColorNameInputBorder, variant), 1
	r.box.CornerRadius = 7

	size := fyne.NewSize(0, 2*pad)
	for i, l := range r.lines {
		l.Text, l.TextStyle.Bold = "", i == 0
		if i < len(tip) {
			l.Text = tip[i]
		}
		l.TextSize = v.Theme().Size(theme.SizeNameCaptionText)
		l.Color = themed(v, chart.Ink)
		if l.Text != "" {
			text := l.MinSize()
			size = fyne.NewSize(max(size.Width, text.Width+2*pad), size.Height+text.Height+1)
		}
	}
	x := float32(hit.Focus.X) + 14
	if x+size.Width > v.Size().Width {
		x = max(float32(hit.Focus.X)-14-size.Width, 0)
	}
	y := min(max(float32(hit.Focus.Y)-size.Height/2, 0), max(v.Size().Height-size.Height, 0))
	r.box.Move(fyne.NewPos(x, y))
	r.box.Resize(size)
	y += pad
	for _, l := range r.lines {
		l.Move(fyne.NewPos(x+pad, y))
		l.Resize(l.MinSize())
		if l.Text != "" {
			y += l.MinSize().Height + 1
		}
	}
}
