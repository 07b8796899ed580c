package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Scale is a [Choice] among five points between two ends, as wide as there is
// room, with drawn marks: circles at one end, diamonds at the other, the larger
// the nearer. The words of a point are shown as a tip.
type Scale struct {
	Choice

	colors [2]fyne.ThemeColorName // of the marks at each end
}

// scalePoints is how many points a scale has.
const scalePoints = 5

// NewScale returns a scale of which no point is chosen. A point that is chosen
// can be taken back.
func NewScale(low, high fyne.ThemeColorName, changed func(index int)) *Scale {
	s := &Scale{colors: [2]fyne.ThemeColorName{low, high}}
	s.extend(s, s.boxes, make([]string, scalePoints), changed)
	s.Optional = true
	s.ExtendBaseWidget(s)
	return s
}

// SetWords sets the words of each point, which are shown as a tip.
func (s *Scale) SetWords(words [scalePoints]string) { s.options = words[:] }

// MouseIn implements desktop.Hoverable.
func (s *Scale) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (s *Scale) MouseMoved(e *desktop.MouseEvent) {
	s.hover(s.at(e.Position))
	if i := s.at(e.Position); i >= 0 {
		b := s.boxes(s.Size().Width)[i]
		ShowTip(s, b.pos, b.size, s.options[i])
	} else {
		HideTip(s)
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Scale) MouseOut() {
	s.hover(-1)
	HideTip(s)
}

// scaleGap is what is free between two cells.
const scaleGap = 8

// boxes returns the cells, all equally wide.
func (s *Scale) boxes(width float32) []box {
	boxes := make([]box, scalePoints)
	size := fyne.NewSize((width-(scalePoints-1)*scaleGap)/scalePoints, scaled(s, cellHeight))
	for i := range boxes {
		boxes[i] = box{fyne.NewPos(float32(i)*(size.Width+scaleGap), 0), size}
	}
	return boxes
}

// PreferredWidth implements [Preferrer]. There is none: cells are as wide as
// there is room.
func (s *Scale) PreferredWidth() float32 { return 0 }

// CreateRenderer implements fyne.Widget.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	r := &scaleRenderer{scale: s, ring: newRing()}
	for i := range r.cells {
		r.cells[i], r.round[i] = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
		r.diamonds[i] = canvas.NewRegularPolygon(4, nil)
	}
	r.Refresh()
	return r
}

type scaleRenderer struct {
	scale    *Scale
	cells    [scalePoints]*canvas.Rectangle
	round    [scalePoints]*canvas.Rectangle // circles, and the dash in the middle
	diamonds [scalePoints]*canvas.RegularPolygon
	ring     ring
}

// The marks at the usual text size.
var scaleMarks = [scalePoints]fyne.Size{
	{Width: 12, Height: 12}, {Width: 7, Height: 7}, {Width: 10, Height: 2.5}, {Width: 10, Height: 10}, {Width: 15, Height: 15},
}

func (r *scaleRenderer) Layout(size fyne.Size) {
	boxes := r.scale.boxes(size.Width)
	for i, b := range boxes {
		r.cells[i].Move(b.pos)
		r.cells[i].Resize(b.size)
		mark := fyne.NewSize(scaled(r.scale, scaleMarks[i].Width), scaled(r.scale, scaleMarks[i].Height))
		at := b.pos.AddXY((b.size.Width-mark.Width)/2, (b.size.Height-mark.Height)/2)
		for _, o := range []fyne.CanvasObject{r.round[i], r.diamonds[i]} {
			o.Resize(mark)
			o.Move(at)
		}
		r.round[i].CornerRadius = mark.Height / 2
	}
	around := box{size: extent(boxes)}
	if r.scale.chosen >= 0 {
		around = boxes[r.scale.chosen]
	}
	r.ring.around(around.pos, around.size, corner)
}

func (r *scaleRenderer) MinSize() fyne.Size {
	return fyne.NewSize(scalePoints*targetHeight+(scalePoints-1)*scaleGap, scaled(r.scale, cellHeight))
}

func (r *scaleRenderer) Refresh() {
	s := r.scale
	for i, cell := range r.cells {
		cell.CornerRadius, cell.StrokeWidth = corner, 1
		fill, edge, ink := ColorCard, theme.ColorNameInputBorder, ColorMuted
		switch {
		case i < scalePoints/2:
			ink = s.colors[0]
		case i > scalePoints/2:
			ink = s.colors[1]
		}
		switch {
		case i == s.chosen:
			fill, edge, ink = theme.ColorNamePrimary, theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
		case s.Disabled():
			edge = ColorCard
		case i == s.hovered:
			fill = ColorLit
		}
		cell.FillColor, cell.StrokeColor = themed(s, fill), themed(s, edge)
		r.round[i].FillColor, r.diamonds[i].FillColor = themed(s, ink), themed(s, ink)
		r.round[i].Hidden = i > scalePoints/2
		r.diamonds[i].Hidden = !r.round[i].Hidden
	}
	r.ring.show(s, s.focused)
	r.Layout(s.Size())
	canvas.Refresh(s)
}

func (r *scaleRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range r.cells {
		objects = append(objects, r.cells[i], r.round[i], r.diamonds[i])
	}
	return append(objects, r.ring.Rectangle)
}

func (r *scaleRenderer) Destroy() {}
