package controls

import (
	"image"
	"image/color"
	"math"
)

// The dashes of an edge at the usual scale.
const dashOn, dashOff = 4, 3

// dashed draws the edge of a box of w by h pixels, with corners of a radius, as
// dashes. All lengths are in pixels. The dashes begin at the top left and are
// stretched to fill the way around evenly.
func dashed(w, h int, radius, stroke, scale float64, ink color.Color) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, w, h))
	c := color.NRGBAModel.Convert(ink).(color.NRGBA)
	// The middle of the stroke is a box itself.
	width, height := float64(w)-stroke, float64(h)-stroke
	radius = min(max(radius-stroke/2, 0), width/2, height/2)
	flatX, flatY, arc := width-2*radius, height-2*radius, radius*math.Pi/2
	around := 2*(flatX+flatY) + 4*arc
	if around <= 0 {
		return picture
	}
	dash := around / max(1, math.Round(around/((dashOn+dashOff)*scale)))
	on := dash * dashOn / (dashOn + dashOff)
	for y := range h {
		for x := range w {
			// From the center of the box, in the quarter to the right and below.
			px, py := float64(x)+0.5-float64(w)/2, float64(y)+0.5-float64(h)/2
			qx, qy := math.Abs(px)-flatX/2, math.Abs(py)-flatY/2
			off := min(max(qx, qy), 0) + math.Hypot(max(qx, 0), max(qy, 0)) - radius
			cover := min(max(stroke/2+0.5-math.Abs(off), 0), 1)
			if cover == 0 {
				continue
			}
			along := math.Mod(wayAround(px, py, flatX, flatY, radius), dash)
			// Half a pixel at each end of a dash is soft.
			cover *= min(max(min(along, on-along)+0.5, 0), 1)
			c.A = uint8(cover * 255)
			picture.SetNRGBA(x, y, c)
		}
	}
	return picture
}

// wayAround returns how far around a box, clockwise from the middle of its top,
// the edge is nearest to a place given from the center of the box.
func wayAround(x, y, flatX, flatY, radius float64) float64 {
	arc := radius * math.Pi / 2
	side, quarter := flatX/2+arc+flatY/2, 0.0
	// Turned so that it is on the right of the top and above the middle.
	switch {
	case x >= 0 && y < 0:
	case x >= 0:
		quarter = 1
	case y >= 0:
		quarter = 2
	default:
		quarter = 3
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var way float64 // from the middle of the top, or of the bottom
	switch {
	case ax <= flatX/2 && ay >= flatY/2:
		way = ax
	case ay <= flatY/2 && ax >= flatX/2:
		way = side - ay
	case radius > 0 && ax > flatX/2:
		way = flatX/2 + radius*math.Atan2(ax-flatX/2, ay-flatY/2)
	}
	if quarter == 1 || quarter == 3 {
		way = side - way
	}
	return quarter*side + way
}
