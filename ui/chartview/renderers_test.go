package chartview

import (
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
	"heliotrope/journal/words"
)

// figure is a shape as a renderer drew it: a box around it, or the baseline of
// a text as a box of no height whose width is not looked at.
type figure struct {
	name             string
	x0, y0, x1, y1   float64
	horizontallyFree bool // the renderer's own font decides where it begins
}

func around(name string, points ...chart.Point) figure {
	f := figure{name: name, x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1)}
	for _, p := range points {
		f.x0, f.y0 = min(f.x0, p.X), min(f.y0, p.Y)
		f.x1, f.y1 = max(f.x1, p.X), max(f.y1, p.Y)
	}
	return f
}

// figuresOf returns the figures of a scene, in painting order.
func figuresOf(s chart.Scene) (all []figure) {
	mark := func(m chart.Mark) figure {
		if corners := m.Corners(); corners != nil {
			return around("shape", corners...)
		}
		return around("shape", chart.Point{X: m.At.X - m.Radius, Y: m.At.Y - m.Radius}, chart.Point{X: m.At.X + m.Radius, Y: m.At.Y + m.Radius})
	}
	for _, item := range s.Items {
		switch v := item.(type) {
		case chart.Line:
			all = append(all, around("shape", v.Points...))
		case chart.Rule:
			all = append(all, around("shape", v.From, v.To))
		case chart.Area:
			all = append(all, around("shape", v.Points...))
		case chart.Rect:
			in := v.Outline / 2 // the middle of its line
			all = append(all, around("shape", chart.Point{X: v.Min.X + in, Y: v.Min.Y + in}, chart.Point{X: v.Max.X - in, Y: v.Max.Y - in}))
		case chart.Mark:
			all = append(all, mark(v))
			if v.Hollow {
				all = append(all, mark(v.Inside()))
			}
		case chart.Text:
			f := around("text", v.At)
			f.horizontallyFree = v.Anchor != chart.Start
			all = append(all, f)
		}
	}
	return all
}

// TestThreeRenderersAgree draws every chart of the sample on the window's
// canvas, as SVG and as PDF, and requires that all three show the same shapes and
// texts at the same places.
func TestThreeRenderersAgree(t *testing.T) {
	for _, lang := range words.Languages {
		if testing.Short() && lang != words.English {
			continue // once is enough for races
		}
		for _, c := range sampleCharts(t, lang) {
			t.Run(string(lang)+" "+c.ID, func(t *testing.T) {
				const width = 560
				v, w := show(t, fyne.NewSize(width, float32(c.Height(width))), c.Draw, nil)
				w.Canvas().Capture()
				scene := v.Scene()
				want := figuresOf(scene)
				wantFigures(t, "SVG", inSVG(t, scene), want, 0.011)
				wantFigures(t, "PDF", inPDF(t, scene), want, 0.02)
				wantPainted(t, rendererOf(v), scene)
			})
		}
	}
}

func wantFigures(t *testing.T, renderer string, got, want []figure, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s has %d figures, the scene %d", renderer, len(got), len(want))
	}
	for i, g := range got {
		w := want[i]
		apart := math.Max(math.Abs(g.y0-w.y0), math.Abs(g.y1-w.y1))
		if !w.horizontallyFree || renderer == "SVG" {
			apart = max(apart, math.Abs(g.x0-w.x0), math.Abs(g.x1-w.x1))
		}
		if g.name != w.name || !(apart <= tolerance) {
			t.Fatalf("%s, figure %d is %+v, want %+v", renderer, i, g, w)
		}
	}
}

// inSVG reads the figures of a scene that was written as SVG.
func inSVG(t *testing.T, s chart.Scene) (all []figure) {
	t.Helper()
	var file bytes.Buffer
	if err := s.SVG(&file, chart.Light); err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(&file)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		a := make(map[string]string)
		for _, attr := range element.Attr {
			a[attr.Name.Local] = attr.Value
		}
		n := func(name string) float64 { v, _ := strconv.ParseFloat(a[name], 64); return v }
		switch {
		case a["class"] == "hit" || a["width"] == "100%":
		case element.Name.Local == "polyline" || element.Name.Local == "polygon":
			var points []chart.Point
			for _, pair := range strings.Fields(a["points"]) {
				var p chart.Point
				if _, err := fmt.Sscanf(pair, "%g,%g", &p.X, &p.Y); err != nil {
					t.Fatal(err)
				}
				points = append(points, p)
			}
			all = append(all, around("shape", points...))
		case element.Name.Local == "line":
			all = append(all, around("shape", chart.Point{X: n("x1"), Y: n("y1")}, chart.Point{X: n("x2"), Y: n("y2")}))
		case element.Name.Local == "rect":
			all = append(all, around("shape", chart.Point{X: n("x"), Y: n("y")}, chart.Point{X: n("x") + n("width"), Y: n("y") + n("height")}))
		case element.Name.Local == "circle":
			all = append(all, around("shape", chart.Point{X: n("cx") - n("r"), Y: n("cy") - n("r")}, chart.Point{X: n("cx") + n("r"), Y: n("cy") + n("r")}))
		case element.Name.Local == "text":
			all = append(all, around("text", chart.Point{X: n("x"), Y: n("y")}))
		}
	}
}

var (
	pdfStream = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	pdfNoise  = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)|\[[^\]]*\]|/\w+`) // strings, dashes, names
)

// inPDF reads the figures of a scene that was written as PDF: a path is one
// figure, from where it begins to where it is painted.
func inPDF(t *testing.T, s chart.Scene) (all []figure) {
	t.Helper()
	var file bytes.Buffer
	if err := paper.WritePDF(&file, []paper.Page{{Scene: s}}, paper.Properties{Title: s.Title, Language: "en"}); err != nil {
		t.Fatal(err)
	}
	packed, err := zlib.NewReader(bytes.NewReader(pdfStream.FindSubmatch(file.Bytes())[1]))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(packed)
	if err != nil {
		t.Fatal(err)
	}
	var operands []float64
	var path []chart.Point
	round := false // the path is a circle
	at := func(i int) chart.Point { return chart.Point{X: operands[i], Y: s.Height - operands[i+1]} }
	for _, word := range strings.Fields(string(pdfNoise.ReplaceAll(content, nil))) {
		if v, err := strconv.ParseFloat(word, 64); err == nil {
			operands = append(operands, v)
			continue
		}
		switch word {
		case "m", "l":
			path = append(path, at(0))
		case "c":
			path, round = append(path, at(4)), true
		case "re":
			path = append(path, at(0), chart.Point{X: operands[0] + operands[2], Y: s.Height - operands[1] - operands[3]})
		case "S", "f", "b", "B", "s":
			f := around("shape", path...)
			if round { // its curves end where it is widest, but not where it is highest
				middle, radius := (f.y0+f.y1)/2, (f.x1-f.x0)/2
				f.y0, f.y1 = middle-radius, middle+radius
			}
			all, path, round = append(all, f), nil, false
		case "Td":
			all = append(all, around("text", at(0)))
		}
		operands = nil
	}
	return all
}

// wantPainted requires that the window's raster shows the scene: where nothing
// later lies above it, the middle of each shape has its color.
func wantPainted(t *testing.T, r *renderer, s chart.Scene) {
	t.Helper()
	const scale = 4
	shapes := r.paint(int(s.Width)*scale, int(s.Height)*scale)
	picture := image.NewRGBA(shapes.Bounds())
	draw.Draw(picture, picture.Rect, image.NewUniform(chart.Light.Card), image.Point{}, draw.Src)
	draw.Draw(picture, picture.Rect, shapes, shapes.Bounds().Min, draw.Over)
	looked := 0
	for i, item := range s.Items {
		at, role, ok := middleOf(item)
		if !ok || covered(at, s.Items[i+1:]) {
			continue
		}
		looked++
		got, want := colorAt(picture, at, scale), chart.Light.Color(role)
		if distance(got, want) > distance(got, chart.Light.Card) && want != chart.Light.Card {
			t.Errorf("item %d, %T at %.1f, is %v, want %v", i, item, at, got, want)
		}
	}
	if looked == 0 {
		t.Error("nothing was looked at")
	}
}

// middleOf returns a point that an item paints and its color there.
func middleOf(item chart.Item) (at chart.Point, role chart.Role, ok bool) {
	between := func(a, b chart.Point) chart.Point { return chart.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2} }
	switch v := item.(type) {
	case chart.Mark:
		if v.Hollow {
			return v.At, chart.Ground, true
		}
		return v.At, v.Role, true
	case chart.Rect:
		return between(v.Min, v.Max), v.Role, v.Outline == 0
	case chart.Rule:
		return between(v.From, v.To), v.Role, !v.Dashed
	case chart.Line:
		return between(v.Points[0], v.Points[1]), v.Role, true
	}
	return at, role, false
}

// covered reports whether a shape among items may lie over a point.
func covered(at chart.Point, items []chart.Item) bool {
	const near = 3
	for _, f := range figuresOf(chart.Scene{Items: items}) {
		if f.name == "shape" && at.X > f.x0-near && at.X < f.x1+near && at.Y > f.y0-near && at.Y < f.y1+near {
			return true
		}
	}
	return false
}

func colorAt(picture image.Image, at chart.Point, scale float64) color.NRGBA {
	return color.NRGBAModel.Convert(picture.At(int(at.X*scale), int(at.Y*scale))).(color.NRGBA)
}

func distance(a, b color.NRGBA) float64 {
	sum := 0.0
	for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B), int(a.A) - int(b.A)} {
		sum += float64(d * d)
	}
	return math.Sqrt(sum)
}
