package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/chart"
	"heliotrope/ui/controls"
)

// readout is the box next to the week that is read out, with the line through it
// and the ring around its point.
type readout struct {
	view  *View
	line  *canvas.Rectangle
	ring  *canvas.Circle
	box   *canvas.Rectangle
	lines []*canvas.Text
	shown bool
}

const (
	maxLines = 12  // of a tip are shown
	maxWidth = 360 // of a line of the usual size; a longer one is broken
	boxPad   = 10
	boxAway  = 14 // from the point to the box
	lineGap  = 1
)

func newReadout(v *View) *readout {
	r := &readout{view: v, line: canvas.NewRectangle(nil), ring: canvas.NewCircle(nil), box: canvas.NewRectangle(nil)}
	for range maxLines {
		r.lines = append(r.lines, canvas.NewText("", nil))
	}
	for _, o := range r.objects() {
		o.Hide()
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

// refresh shows what the view reads out.
func (r *readout) refresh() {
	tip := r.view.Reading()
	if tip == nil {
		r.show(false)
		return
	}
	r.show(true)
	hit := r.view.Scene().Hits[r.view.reading]
	r.pointAt(hit)
	r.place(hit, r.write(tip))
	for _, o := range r.objects() {
		o.Refresh()
	}
}

func (r *readout) show(shown bool) {
	if shown == r.shown {
		return
	}
	r.shown = shown
	for _, o := range r.objects() {
		if shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// pointAt moves the line and the ring to a hit.
func (r *readout) pointAt(hit chart.Hit) {
	at, top, bottom := r.view.place(hit.Focus), r.view.place(hit.Min).Y, r.view.place(hit.Max).Y
	r.line.FillColor = r.view.roleColor(chart.Muted)
	r.line.Hidden = !hit.Guide
	r.line.Move(fyne.NewPos(at.X-0.5, top))
	r.line.Resize(fyne.NewSize(1, bottom-top))
	radius := 7 * r.view.scale
	r.ring.StrokeColor, r.ring.StrokeWidth = r.view.roleColor(chart.Ink), 1.5
	r.ring.Move(at.SubtractXY(radius, radius))
	r.ring.Resize(fyne.NewSquareSize(2 * radius))
}

// write writes the tip into the lines, the first as a heading and none wider
// than the view has room for, and returns how large a box they need. What does
// not fit into the view is left out.
func (r *readout) write(tip []string) fyne.Size {
	size := fyne.NewSize(0, 2*boxPad-lineGap)
	caption, view := r.view.Theme().Size(theme.SizeNameCaptionText), r.view.Size()
	room := min(view.Width-2*boxPad, maxWidth*r.view.scale)
	height := fyne.MeasureText("x", caption, fyne.TextStyle{}).Height + lineGap
	most := min(max(int((view.Height-2*boxPad+lineGap)/height), 1), maxLines)
	var lines []string
	heading := 0 // lines of it
	for i, text := range tip {
		if len(lines) < most {
			lines = append(lines, controls.Wrap(text, room, caption, fyne.TextStyle{Bold: i == 0}, most-len(lines))...)
		}
		if i == 0 {
			heading = len(lines)
		}
	}
	for i, l := range r.lines {
		l.Text, l.TextStyle.Bold = "", i < heading
		l.TextSize, l.Color = caption, r.view.roleColor(chart.Ink)
		if i < len(lines) {
			l.Text = lines[i]
			l.Resize(l.MinSize())
			size = fyne.NewSize(max(size.Width, l.MinSize().Width+2*boxPad), size.Height+l.MinSize().Height+lineGap)
		}
	}
	return size
}

// place moves the box next to the point, on the side that has room for it, and
// the lines into the box. It stays inside the view.
func (r *readout) place(hit chart.Hit, size fyne.Size) {
	r.box.FillColor = r.view.color(theme.ColorNameOverlayBackground)
	r.box.StrokeColor, r.box.StrokeWidth = r.view.color(theme.ColorNameInputBorder), 1
	r.box.CornerRadius = 7

	room := r.view.Size().Subtract(size)
	focus := r.view.place(hit.Focus)
	x := focus.X + boxAway
	if x > room.Width {
		x = focus.X - boxAway - size.Width
	}
	at := fyne.NewPos(max(min(x, room.Width), 0), max(min(focus.Y-size.Height/2, room.Height), 0))
	r.box.Move(at)
	r.box.Resize(size)
	at = at.AddXY(boxPad, boxPad)
	for _, l := range r.lines {
		l.Move(at)
		at.Y += l.MinSize().Height + lineGap
	}
}
