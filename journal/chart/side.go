package chart

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

const (
	// inBalance is how far from 0 a value is still drawn as even, of what the
	// scale has on each side.
	inBalance = 0.05

	sideSize = 12.0 // of the name of a side
	sideMark = 4.0  // radius of the mark next to it
)

// sideName is the name of a side after the mark of that side.
type sideName struct {
	text  string
	shape Shape
	role  Role
}

func sideNamed(t journal.Track, w *words.Words) sideName {
	shape, role := MarkOf(t)
	return sideName{text: w.Track(t), shape: shape, role: role}
}

// width is that of the mark and the text together.
func (s sideName) width(m Measurer) float64 {
	return 3*sideMark + m.Width(s.text, sideSize, false)
}

// from returns the name as it begins at a point on the baseline.
func (s sideName) from(at Point) []Item {
	return []Item{
		Mark{At: Point{at.X + sideMark, at.Y - 0.35*sideSize}, Radius: sideMark, Shape: s.shape, Role: s.role},
		Text{At: Point{at.X + 3*sideMark, at.Y}, Text: s.text, Size: sideSize, Role: s.role},
	}
}

// to returns the name as it ends at a point on the baseline.
func (s sideName) to(at Point, m Measurer) []Item {
	return s.from(Point{at.X - s.width(m), at.Y})
}

// MarkOf returns the shape and the role that stand for a track.
func MarkOf(t journal.Track) (Shape, Role) {
	switch t {
	case journal.Technical:
		return Circle, Technical
	case journal.People:
		return Diamond, People
	}
	return Square, Balance
}

// sideOf returns the shape and the role that stand for a value, -1 to 1.
func sideOf(value float64) (Shape, Role) {
	switch {
	case math.Abs(value) < inBalance:
		return Square, Balance
	case value < 0:
		return Circle, Technical
	}
	return Diamond, People
}
