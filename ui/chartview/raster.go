package chartview

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"heliotrope/journal/chart"
)

// paint draws the shapes of the scene into a picture of w by h pixels.
func (r *renderer) paint(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	scene := r.view.drawn
	if scene.Width <= 0 || w <= 0 || h <= 0 {
		return picture
	}
	p := painter{picture: picture, scale: float64(w) / scene.Width, colorOf: r.view.roleColor}
	for _, item := range scene.Items {
		p.item(item)
	}
	return picture
}

// painter fills polygons on a picture. Scene units become pixels by scale.
type painter struct {
	picture *image.RGBA
	raster  vector.Rasterizer
	scale   float64
	colorOf func(chart.Role) color.Color
}

func (p *painter) item(item chart.Item) {
	switch i := item.(type) {
	case chart.Area:
		p.fill(i.Role, i.Points)
	case chart.Rect:
		p.fill(i.Role, []chart.Point{i.Min, {X: i.Max.X, Y: i.Min.Y}, i.Max, {X: i.Min.X, Y: i.Max.Y}})
	case chart.Line:
		p.fill(i.Role, stroke(i.Points, i.Width)...)
	case chart.Rule:
		p.fill(i.Role, rule(i)...)
	case chart.Mark:
		p.fill(i.Role, outline(i))
	}
}

// fill paints the union of polygons in the colour of a role. Each is drawn by
// itself, and a pixel gets the most that any of them covers of it: added up,
// the soft edges of two that overlap, as the pieces of a line do at each turn,
// would show as dots.
func (p *painter) fill(role chart.Role, polygons ...[]chart.Point) {
	all := p.bounds(polygons...)
	if all.Empty() {
		return
	}
	cover := image.NewAlpha(all)
	for _, polygon := range polygons {
		p.cover(cover, polygon)
	}
	draw.DrawMask(p.picture, all, image.NewUniform(p.colorOf(role)), image.Point{}, cover, all.Min, draw.Over)
}

// cover raises each pixel of cover to what a polygon covers of it.
func (p *painter) cover(cover *image.Alpha, polygon []chart.Point) {
	box := p.bounds(polygon)
	if box.Empty() || len(polygon) < 3 {
		return
	}
	at := func(i int) (x, y float32) {
		return float32(polygon[i].X*p.scale) - float32(box.Min.X), float32(polygon[i].Y*p.scale) - float32(box.Min.Y)
	}
	p.raster.Reset(box.Dx(), box.Dy())
	p.raster.DrawOp = draw.Src
	p.raster.MoveTo(at(0))
	for i := 1; i < len(polygon); i++ {
		p.raster.LineTo(at(i))
	}
	p.raster.ClosePath()
	stamp := image.NewAlpha(box)
	p.raster.Draw(stamp, box, image.Opaque, image.Point{})
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			i, k := cover.PixOffset(x, y), stamp.PixOffset(x, y)
			cover.Pix[i] = max(cover.Pix[i], stamp.Pix[k])
		}
	}
}

// bounds returns the pixels of the picture that polygons can touch. The
// rasterizer goes over all pixels that it is given, so without this each of a
// thousand marks would cost as much as the whole picture.
func (p *painter) bounds(polygons ...[]chart.Point) image.Rectangle {
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

// stroke returns polygons that together cover a polyline of the given width,
// with round joins and ends.
func stroke(points []chart.Point, width float64) [][]chart.Point {
	polygons := make([][]chart.Point, 0, 2*len(points))
	for i, a := range points {
		if width > 1.5 || len(points) == 1 {
			polygons = append(polygons, circle(a, width/2, 12))
		}
		if i == 0 {
			continue
		}
		polygons = append(polygons, segment(points[i-1], a, width))
	}
	return polygons
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

func circle(centre chart.Point, radius float64, corners int) []chart.Point {
	points := make([]chart.Point, corners)
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(corners))
		points[i] = chart.Point{X: centre.X + radius*cos, Y: centre.Y + radius*sin}
	}
	return points
}
