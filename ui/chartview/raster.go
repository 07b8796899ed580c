package chartview

import (
	"image"
	"image/color"
	"math"
	"slices"
	"sync"

	"golang.org/x/image/vector"

	"heliotrope/journal/chart"
)

// blank returns an empty picture of w by h pixels, in the memory of another one if that
// is enough.
func blank(before *image.RGBA, w, h int) *image.RGBA {
	w, h = max(w, 0), max(h, 0)
	n := 4 * w * h
	if before == nil || cap(before.Pix) < n {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	pix := before.Pix[:n]
	clear(pix)
	return &image.RGBA{Pix: pix, Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
}

// paintScene draws the shapes of a scene on a picture of its shape.
func paintScene(picture *image.RGBA, scene chart.Scene, colorOf func(chart.Role) color.Color) {
	if scene.Width <= 0 || picture.Rect.Empty() {
		return
	}
	p := newPainter(picture, scene.Width, colorOf)
	defer p.free()
	for _, item := range scene.Items {
		p.item(item)
	}
}

// painter fills polygons on a picture. Scene units become pixels by scale.
type painter struct {
	picture *image.RGBA
	raster  vector.Rasterizer
	scale   float64
	colorOf func(chart.Role) color.Color
}

// painters are those that have painted: the memory of a rasterizer is as large as what
// it fills.
var painters = sync.Pool{New: func() any { return new(painter) }}

// newPainter returns a painter of a scene so wide.
func newPainter(picture *image.RGBA, width float64, colorOf func(chart.Role) color.Color) *painter {
	p := painters.Get().(*painter)
	p.picture, p.colorOf = picture, colorOf
	p.scale = float64(picture.Rect.Dx()) / width
	return p
}

// free is called when nothing is painted with it any more.
func (p *painter) free() {
	p.picture, p.colorOf = nil, nil
	painters.Put(p)
}

func (p *painter) item(item chart.Item) {
	switch i := item.(type) {
	case chart.Area:
		p.fill(i.Role, i.Points)
	case chart.Rect:
		p.fill(i.Role, box(i)...)
	case chart.Line:
		p.fill(i.Role, stroke(i.Points, i.Width)...)
	case chart.Rule:
		p.fill(i.Role, rule(i)...)
	case chart.Mark:
		p.fill(i.Role, outline(i))
		if i.Hollow {
			p.fill(chart.Ground, outline(i.Inside()))
		}
	case chart.Drawn:
		p.draw(i)
	}
}

// draw fills a glyph, whose inner contours run the other way round.
func (p *painter) draw(d chart.Drawn) {
	contours := d.Outline()
	box := p.bounds(contours)
	if box.Empty() {
		return
	}
	p.raster.Reset(box.Dx(), box.Dy())
	for _, contour := range contours {
		for i, at := range contour {
			x, y := float32(at.X*p.scale)-float32(box.Min.X), float32(at.Y*p.scale)-float32(box.Min.Y)
			if i == 0 {
				p.raster.MoveTo(x, y)
			} else {
				p.raster.LineTo(x, y)
			}
		}
		p.raster.ClosePath()
	}
	p.raster.Draw(p.picture, box, image.NewUniform(p.colorOf(d.Role)), image.Point{})
}

// box returns the polygons of a rectangle: itself, or the sides of its outline.
func box(r chart.Rect) [][]chart.Point {
	side := func(x0, y0, x1, y1 float64) []chart.Point {
		return []chart.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}}
	}
	left, top, right, bottom := r.Min.X, r.Min.Y, r.Max.X, r.Max.Y
	if r.Outline <= 0 {
		return [][]chart.Point{side(left, top, right, bottom)}
	}
	o := r.Outline
	return [][]chart.Point{
		side(left, top, right, top+o), side(left, bottom-o, right, bottom),
		side(left, top+o, left+o, bottom-o), side(right-o, top+o, right, bottom-o),
	}
}

// fill paints the union of polygons in the color of a role. The rasterizer
// adds signed areas, so all polygons are turned the same way round: else two
// that overlap would cancel each other. It also means that the soft edges of
// two add up, which is right where they meet and too much where they overlap.
func (p *painter) fill(role chart.Role, polygons ...[]chart.Point) {
	box := p.bounds(polygons)
	if box.Empty() {
		return
	}
	p.raster.Reset(box.Dx(), box.Dy())
	for _, polygon := range polygons {
		if len(polygon) < 3 {
			continue
		}
		n, backwards := len(polygon), signedArea(polygon) < 0
		at := func(i int) (x, y float32) {
			if backwards {
				i = n - 1 - i
			}
			return float32(polygon[i].X*p.scale) - float32(box.Min.X), float32(polygon[i].Y*p.scale) - float32(box.Min.Y)
		}
		p.raster.MoveTo(at(0))
		for i := 1; i < n; i++ {
			p.raster.LineTo(at(i))
		}
		p.raster.ClosePath()
	}
	p.raster.Draw(p.picture, box, image.NewUniform(p.colorOf(role)), image.Point{})
}

// bounds returns the pixels of the picture that polygons can touch. The
// rasterizer goes over all pixels that it is given, so without this each of a
// thousand marks would cost as much as the whole picture.
func (p *painter) bounds(polygons [][]chart.Point) image.Rectangle {
	low, high := chart.Point{X: math.Inf(1), Y: math.Inf(1)}, chart.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, polygon := range polygons {
		for _, at := range polygon {
			low.X, low.Y = min(low.X, at.X), min(low.Y, at.Y)
			high.X, high.Y = max(high.X, at.X), max(high.Y, at.Y)
		}
	}
	if !(low.X <= high.X && low.Y <= high.Y) { // no corners, or one that is not a number
		return image.Rectangle{}
	}
	size := p.picture.Bounds().Size()
	within := func(at float64, end int) int { return int(min(max(at, 0), float64(end))) }
	return image.Rect(
		within(math.Floor(low.X*p.scale), size.X), within(math.Floor(low.Y*p.scale), size.Y),
		within(math.Ceil(high.X*p.scale), size.X), within(math.Ceil(high.Y*p.scale), size.Y))
}

// signedArea is twice the area of a polygon, negative if it goes the other way
// round than most.
func signedArea(polygon []chart.Point) float64 {
	area := 0.0
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		area += a.X*b.Y - b.X*a.Y
	}
	return area
}

// stroke returns polygons that together cover a polyline of the given width,
// with round joins and ends. They meet and hardly overlap, so that the line is
// as even where it turns as elsewhere: a join is the wedge that two segments
// leave open, and not a whole circle.
func stroke(points []chart.Point, width float64) [][]chart.Point {
	const right = math.Pi / 2
	points = slices.Compact(slices.Clone(points))
	if len(points) == 1 {
		return [][]chart.Point{circle(points[0], width/2, 12)}
	}
	var polygons [][]chart.Point
	before := 0.0
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		ahead := math.Atan2(b.Y-a.Y, b.X-a.X)
		from, turn := ahead+right, 2*right // the end is half a circle
		if i > 1 {
			turn = math.Remainder(ahead-before, 2*math.Pi)
			from = before - math.Copysign(right, turn)
		}
		polygons = append(polygons, wedge(a, width/2, from, turn), segment(a, b, width))
		if i == len(points)-1 {
			polygons = append(polygons, wedge(b, width/2, ahead-right, 2*right))
		}
		before = ahead
	}
	return polygons
}

// wedge returns the part of a disc that begins at an angle and goes on for
// another, positive or negative.
func wedge(center chart.Point, radius, from, turn float64) []chart.Point {
	polygon := []chart.Point{center}
	steps := math.Ceil(math.Abs(turn) / (math.Pi / 6))
	for i := range int(steps) + 1 {
		sin, cos := math.Sincos(from + turn*float64(i)/max(steps, 1))
		polygon = append(polygon, chart.Point{X: center.X + radius*cos, Y: center.Y + radius*sin})
	}
	return polygon
}

// segment returns the rectangle around a straight line, nil for one of no
// length.
func segment(a, b chart.Point, width float64) []chart.Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return nil
	}
	nx, ny := (a.Y-b.Y)/length*width/2, (b.X-a.X)/length*width/2
	return []chart.Point{{X: a.X + nx, Y: a.Y + ny}, {X: b.X + nx, Y: b.Y + ny}, {X: b.X - nx, Y: b.Y - ny}, {X: a.X - nx, Y: a.Y - ny}}
}

// rule returns the polygons of a rule, one for each dash if it is dashed.
func rule(r chart.Rule) [][]chart.Point {
	if !r.Dashed {
		return [][]chart.Point{segment(r.From, r.To, r.Width)}
	}
	const dash, gap = 4, 3
	length := math.Hypot(r.To.X-r.From.X, r.To.Y-r.From.Y)
	at := func(d float64) chart.Point {
		t := math.Min(d/length, 1)
		return chart.Point{X: r.From.X + t*(r.To.X-r.From.X), Y: r.From.Y + t*(r.To.Y-r.From.Y)}
	}
	var dashes [][]chart.Point
	for d := 0.0; d < length; d += dash + gap {
		dashes = append(dashes, segment(at(d), at(d+dash), r.Width))
	}
	return dashes
}

// outline returns the polygon of a mark.
func outline(m chart.Mark) []chart.Point {
	if m.Shape == chart.Circle {
		return circle(m.At, m.Radius, 24)
	}
	return m.Corners()
}

func circle(center chart.Point, radius float64, corners int) []chart.Point {
	points := make([]chart.Point, corners)
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(corners))
		points[i] = chart.Point{X: center.X + radius*cos, Y: center.Y + radius*sin}
	}
	return points
}
