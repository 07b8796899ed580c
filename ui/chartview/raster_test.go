package chartview

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"heliotrope/journal/chart"
)

func TestSegment(t *testing.T) {
	for _, tt := range []struct {
		name  string
		a, b  chart.Point
		width float64
		want  []chart.Point
	}{
		{"level", chart.Point{X: 10, Y: 20}, chart.Point{X: 30, Y: 20}, 4, area(10, 22, 30, 22, 30, 18, 10, 18)},
		{"level, backwards", chart.Point{X: 30, Y: 20}, chart.Point{X: 10, Y: 20}, 4, area(30, 18, 10, 18, 10, 22, 30, 22)},
		{"upright", chart.Point{X: 10, Y: 20}, chart.Point{X: 10, Y: 50}, 2, area(9, 20, 9, 50, 11, 50, 11, 20)},
		{"slanting", chart.Point{}, chart.Point{X: 30, Y: 40}, 10, area(-4, 3, 26, 43, 34, 37, 4, -3)},
		{"of no length", chart.Point{X: 1, Y: 1}, chart.Point{X: 1, Y: 1}, 4, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			wantPolygons(t, [][]chart.Point{segment(tt.a, tt.b, tt.width)}, [][]chart.Point{tt.want})
		})
	}
}

func TestStroke(t *testing.T) {
	const right = math.Pi / 2
	from, corner, to := chart.Point{}, chart.Point{X: 10}, chart.Point{X: 10, Y: 10}
	first, second := segment(from, corner, 4), segment(corner, to, 4)
	dot := circle(chart.Point{X: 3, Y: 4}, 1, 12)
	for _, tt := range []struct {
		name   string
		points []chart.Point
		width  float64
		want   [][]chart.Point
	}{
		{"two points", []chart.Point{from, corner}, 4, [][]chart.Point{
			wedge(from, 2, right, 2*right), first, wedge(corner, 2, -right, 2*right)}},
		{"a turn to the right", []chart.Point{from, corner, to}, 4, [][]chart.Point{
			wedge(from, 2, right, 2*right), first, wedge(corner, 2, -right, right), second, wedge(to, 2, 0, 2*right)}},
		{"a turn to the left", []chart.Point{to, corner, from}, 4, [][]chart.Point{
			wedge(to, 2, 0, 2*right), segment(to, corner, 4), wedge(corner, 2, 0, -right), segment(corner, from, 4),
			wedge(from, 2, right, 2*right)}},
		{"a point twice", []chart.Point{from, corner, corner, to}, 4, [][]chart.Point{
			wedge(from, 2, right, 2*right), first, wedge(corner, 2, -right, right), second, wedge(to, 2, 0, 2*right)}},
		{"one point is a dot", area(3, 4), 2, [][]chart.Point{dot}},
		{"one point twice as well", area(3, 4, 3, 4), 2, [][]chart.Point{dot}},
		{"no point", nil, 4, nil},
	} {
		t.Run(tt.name, func(t *testing.T) { wantPolygons(t, stroke(tt.points, tt.width), tt.want) })
	}
}

func TestWedge(t *testing.T) {
	at := chart.Point{X: 10, Y: 20}
	x, y := 2*math.Cos(math.Pi/6), 2*math.Sin(math.Pi/6)
	for _, tt := range []struct {
		from, turn float64
		want       []chart.Point
	}{
		{0, math.Pi / 6, area(10, 20, 12, 20, 10+x, 20+y)},
		{0, -math.Pi / 6, area(10, 20, 12, 20, 10+x, 20-y)},
		{math.Pi, math.Pi / 2, area(10, 20, 8, 20, 10-x, 20-y, 10-y, 20-x, 10, 18)},
		{0, 0, area(10, 20, 12, 20)},
	} {
		wantPolygons(t, [][]chart.Point{wedge(at, 2, tt.from, tt.turn)}, [][]chart.Point{tt.want})
	}
}

func TestRule(t *testing.T) {
	from, to := chart.Point{X: 5, Y: 10}, chart.Point{X: 5, Y: 26}
	for _, tt := range []struct {
		name string
		rule chart.Rule
		want [][]chart.Point
	}{
		{"whole", chart.Rule{From: from, To: to, Width: 2}, [][]chart.Point{area(4, 10, 4, 26, 6, 26, 6, 10)}},
		{"dashed, the last dash cut off", chart.Rule{From: from, To: to, Width: 2, Dashed: true}, [][]chart.Point{
			area(4, 10, 4, 14, 6, 14, 6, 10), area(4, 17, 4, 21, 6, 21, 6, 17), area(4, 24, 4, 26, 6, 26, 6, 24)}},
		{"dashed, of no length", chart.Rule{From: from, To: from, Width: 2, Dashed: true}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) { wantPolygons(t, rule(tt.rule), tt.want) })
	}
}

func TestOutline(t *testing.T) {
	at := chart.Point{X: 20, Y: 30}
	for _, shape := range []chart.Shape{chart.Diamond, chart.Square} {
		m := chart.Mark{At: at, Radius: 5, Shape: shape}
		wantPolygons(t, [][]chart.Point{outline(m)}, [][]chart.Point{m.Corners()})
	}
	round := outline(chart.Mark{At: at, Radius: 5, Shape: chart.Circle})
	for _, p := range round {
		if r := math.Hypot(p.X-at.X, p.Y-at.Y); math.Abs(r-5) > 1e-9 {
			t.Errorf("a corner of a circle is %v from its center, want 5", r)
		}
	}
	if sagitta := 5 * (1 - math.Cos(math.Pi/float64(len(round)))); sagitta > 0.1 {
		t.Errorf("%d corners leave a circle %v short of round", len(round), sagitta)
	}
	// Shapes weigh the same to the eye.
	want := math.Pi * 25
	for _, shape := range []chart.Shape{chart.Circle, chart.Diamond, chart.Square} {
		got := math.Abs(signedArea(outline(chart.Mark{At: at, Radius: 5, Shape: shape}))) / 2
		if math.Abs(got-want)/want > 0.02 {
			t.Errorf("shape %d has an area of %.1f, want %.1f", shape, got, want)
		}
	}
}

// The polygons of one item are painted as one shape, whichever way round each
// goes: where two overlap there is no hole.
func TestOverlapsDoNotCancel(t *testing.T) {
	left, right := area(2, 2, 22, 2, 22, 18, 2, 18), area(12, 2, 32, 2, 32, 18, 12, 18)
	turned := func(polygon []chart.Point) []chart.Point {
		polygon = slices.Clone(polygon)
		slices.Reverse(polygon)
		return polygon
	}
	for name, polygons := range map[string][][]chart.Point{
		"both clockwise":  {left, right},
		"first turned":    {turned(left), right},
		"second turned":   {left, turned(right)},
		"both turned":     {turned(left), turned(right)},
		"one over itself": {left, turned(left), left, right},
	} {
		p := painter{picture: paint(40, 20, 1), scale: 1, colorOf: lightColor}
		p.fill(chart.Accent, polygons...)
		for x := 2; x < 32; x++ {
			if got := p.picture.RGBAAt(x, 10).A; got != 0xff {
				t.Errorf("%s: pixel %d has alpha %d", name, x, got)
			}
		}
		wantInk(t, p.picture, 1, 10, none)
		wantInk(t, p.picture, 33, 10, none)
	}
}

// A line is as even where it turns as between: its pieces meet there without a
// gap and without showing twice.
func TestLinesAreEven(t *testing.T) {
	for _, width := range []float64{1, 2.25, 5} {
		for name, y := range map[string]func(x float64) float64{
			"level":    func(float64) float64 { return 20.3 },
			"slanting": func(x float64) float64 { return 12 + x/6 },
		} {
			var bent []chart.Point
			for x := 10.0; x <= 91; x += 9 {
				bent = append(bent, chart.Point{X: x, Y: y(x)})
			}
			straight := []chart.Point{bent[0], bent[len(bent)-1]}
			got := paint(100, 40, 1, chart.Line{Points: bent, Width: width, Role: chart.Accent})
			want := paint(100, 40, 1, chart.Line{Points: straight, Width: width, Role: chart.Accent})
			if pixels, most := difference(got, want); most > 3 {
				t.Errorf("a %s line %v wide differs by up to %d in %d pixels for having points on its way", name, width, most, pixels)
			}
		}
	}
}

// A line that turns back over itself, or runs in any direction, is whole.
func TestLinesHaveNoHoles(t *testing.T) {
	turning := chart.Line{Points: area(10, 50, 90, 50, 20, 50, 50, 10, 50, 90), Width: 6, Role: chart.Accent}
	picture := paint(100, 100, 1, turning)
	for i := 12; i < 88; i++ {
		wantInk(t, picture, i, 50, chart.Accent)
		wantInk(t, picture, 50, i, chart.Accent)
	}
	for degrees := 0; degrees < 360; degrees += 15 {
		sin, cos := math.Sincos(float64(degrees) * math.Pi / 180)
		spoke := chart.Line{Points: area(50, 50, 50+40*cos, 50+40*sin), Width: 3, Role: chart.Accent}
		picture := paint(100, 100, 1, spoke)
		for _, along := range []float64{0, 10, 20, 38} {
			wantInk(t, picture, int(50+along*cos), int(50+along*sin), chart.Accent)
		}
	}
}

// Fyne cuts its own polygons at 16 corners; a band over a year has a hundred.
func TestBandIsWhole(t *testing.T) {
	const points = 60
	var band []chart.Point
	middle := func(x float64) float64 { return 50 + 25*math.Sin(x/40) }
	for i := range points {
		x := 10 + 280*float64(i)/(points-1)
		band = append(band, chart.Point{X: x, Y: middle(x) - 12})
	}
	for i := points - 1; i >= 0; i-- {
		x := 10 + 280*float64(i)/(points-1)
		band = append(band, chart.Point{X: x, Y: middle(x) + 12})
	}
	picture := paint(300, 100, 1, chart.Area{Points: band, Role: chart.Band90})
	for x := 11; x < 289; x++ {
		y := middle(float64(x) + 0.5)
		for _, inside := range []float64{-9, 0, 9} {
			wantInk(t, picture, x, int(y+inside), chart.Band90)
		}
		for _, outside := range []float64{-15, 15} {
			wantInk(t, picture, x, int(y+outside), none)
		}
	}
	wantInk(t, picture, 8, 50, none)
	wantInk(t, picture, 291, 50, none)
}

func TestItemsAreWhereTheSceneSays(t *testing.T) {
	for _, scale := range []float64{1, 2, 1.5} {
		t.Run(fmt.Sprint("at scale ", scale), func(t *testing.T) {
			picture := paint(int(100*scale), int(60*scale), scale,
				chart.Rect{Min: chart.Point{X: 10, Y: 10}, Max: chart.Point{X: 40, Y: 20}, Role: chart.Grid},
				chart.Mark{At: chart.Point{X: 70, Y: 30}, Radius: 10, Shape: chart.Square, Role: chart.People},
				chart.Mark{At: chart.Point{X: 70, Y: 30}, Radius: 4, Shape: chart.Circle, Role: chart.Ink},
				chart.Rule{From: chart.Point{X: 10, Y: 50}, To: chart.Point{X: 90, Y: 50}, Width: 2, Role: chart.Muted},
				chart.Text{At: chart.Point{X: 20, Y: 40}, Text: "not painted here", Size: 12},
			)
			for _, tt := range []struct {
				x, y float64
				want chart.Role
			}{
				{12, 12, chart.Grid}, {38, 18, chart.Grid}, {8, 15, none}, {42, 15, none}, {25, 22, none}, {25, 8, none},
				{62.5, 22.5, chart.People}, {77, 37, chart.People}, {60, 30, none}, {81, 30, none},
				{70, 30, chart.Ink}, {72, 30, chart.Ink}, {75.5, 30, chart.People},
				{50, 50, chart.Muted}, {50, 52.5, none}, {92, 50, none}, {25, 38, none},
			} {
				wantInk(t, picture, int(tt.x*scale), int(tt.y*scale), tt.want)
			}
		})
	}
}

// Only the pixels that an item can touch are worked on; what is left out must
// not show, at the edges of the picture least of all.
func TestItemsAtTheEdges(t *testing.T) {
	for _, at := range []chart.Point{
		{X: 0, Y: 0}, {X: 50, Y: 0}, {X: 100, Y: 0}, {X: 0, Y: 30}, {X: 100, Y: 30}, {X: 0, Y: 60}, {X: 50, Y: 60}, {X: 100, Y: 60},
		{X: -4, Y: 30}, {X: 104, Y: 30}, {X: 50, Y: -4}, {X: 50, Y: 64}, {X: 33.3, Y: 21.7},
	} {
		picture := paint(100, 60, 1, chart.Mark{At: at, Radius: 8, Shape: chart.Circle, Role: chart.Accent})
		for y := range 60 {
			for x := range 100 {
				away := math.Hypot(float64(x)+0.5-at.X, float64(y)+0.5-at.Y)
				switch alpha := picture.RGBAAt(x, y).A; {
				case away < 7 && alpha != 0xff:
					t.Errorf("a mark at %v leaves a hole at %d,%d", at, x, y)
				case away > 9 && alpha != 0:
					t.Errorf("a mark at %v leaves a trace at %d,%d", at, x, y)
				}
			}
		}
	}
}

func TestItemsThatCannotBePainted(t *testing.T) {
	nan, away := math.NaN(), chart.Point{X: 500, Y: -500}
	picture := paint(50, 50, 1,
		chart.Area{Role: chart.Ink}, chart.Area{Points: area(1, 1, 40, 40), Role: chart.Ink},
		chart.Line{Role: chart.Ink, Width: 2}, chart.Line{Points: area(nan, nan, 20, 20), Width: 2, Role: chart.Ink},
		chart.Mark{At: away, Radius: 5, Role: chart.Ink}, chart.Mark{At: chart.Point{X: 20, Y: nan}, Radius: 5, Role: chart.Ink},
		chart.Rule{Role: chart.Ink, Width: 1}, chart.Rule{Role: chart.Ink, Width: 1, Dashed: true},
		chart.Text{Text: "text", Role: chart.Ink},
	)
	for i := 3; i < len(picture.Pix); i += 4 {
		if picture.Pix[i] != 0 {
			t.Fatalf("pixel %d is painted", i/4)
		}
	}
}
