package controls

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

type edges [2]int

// split returns a bar 200 wide, so that a percent is two pixels, which shows
// the given edges, and what it reports.
func split(t *testing.T, at edges) (*SplitBar, *[]edges, fyne.Window) {
	t.Helper()
	var got []edges
	newApp(t)
	s := NewSplitBar([3]fyne.ThemeColorName{"left", "middle", "right"}, "drag here", func(first, second int) {
		got = append(got, edges{first, second})
	})
	s.Set(at[0], at[1])
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 32))
	return s, &got, w
}

func TestSplitBarGeometry(t *testing.T) {
	for _, tt := range []struct {
		edges edges
		parts [3][2]float32 // from, width
		grips [2]float32
	}{
		{edges{40, 60}, [3][2]float32{{0, 80}, {80, 40}, {120, 80}}, [2]float32{73, 113}},
		{edges{25, 75}, [3][2]float32{{0, 50}, {50, 100}, {150, 50}}, [2]float32{43, 143}},
		{edges{42, 61}, [3][2]float32{{0, 84}, {84, 38}, {122, 78}}, [2]float32{77, 115}},
		// Handles at one place are side by side.
		{edges{50, 50}, [3][2]float32{{0, 100}, {100, 0}, {100, 100}}, [2]float32{86, 100}},
		{edges{50, 55}, [3][2]float32{{0, 100}, {100, 10}, {110, 90}}, [2]float32{91, 105}},
		{edges{5, 5}, [3][2]float32{{0, 10}, {10, 0}, {10, 190}}, [2]float32{0, 14}},
		// At the ends they stay on the bar, and each can be taken.
		{edges{0, 0}, [3][2]float32{{0, 0}, {0, 0}, {0, 200}}, [2]float32{-3, 11}},
		{edges{100, 100}, [3][2]float32{{0, 200}, {200, 0}, {200, 0}}, [2]float32{175, 189}},
		{edges{0, 100}, [3][2]float32{{0, 0}, {0, 200}, {200, 0}}, [2]float32{-3, 189}},
	} {
		t.Run(fmt.Sprint(tt.edges), func(t *testing.T) {
			s, _, _ := split(t, tt.edges)
			for i, part := range drawn[*canvas.Rectangle](s) {
				wantBox(t, fmt.Sprint("part ", i), part, tt.parts[i][0], 4, tt.parts[i][1], 24)
				if part.CornerRadius > part.Size().Width/2 {
					t.Errorf("part %d is %v wide with corners of %v", i, part.Size().Width, part.CornerRadius)
				}
			}
			for i, grip := range s.grips {
				wantBox(t, fmt.Sprint("handle ", i), grip, tt.grips[i], 0, 14, 32)
				wantBox(t, fmt.Sprint("knob ", i), drawn[*canvas.Rectangle](grip)[0], 3.5, 0, 7, 32)
			}
		})
	}
}

// Whatever the edges and the width are, each handle can be taken alone.
func TestSplitBarHandlesNeverOverlap(t *testing.T) {
	newApp(t)
	s := NewSplitBar([3]fyne.ThemeColorName{"left", "middle", "right"}, "", nil)
	s.Set(40, 60)
	for _, width := range []float32{120, 173, 260, 400} {
		for first := 0; first <= 100; first++ {
			for second := first; second <= 100; second++ {
				s.edges = edges{first, second}
				x := s.gripsAt(width)
				if x[0] < -3.01 || x[1] < x[0]+13.99 || x[1] > width-10.99 {
					t.Fatalf("at %d and %d on %v the handles begin at %v", first, second, width, x)
				}
			}
		}
	}
}

func TestSplitBarTap(t *testing.T) {
	for _, tt := range []struct {
		edges edges
		x     float32
		want  []edges
	}{
		{edges{40, 60}, 20, []edges{{10, 60}}},
		{edges{40, 60}, 24.9, []edges{{10, 60}}},
		{edges{40, 60}, 25.1, []edges{{15, 60}}},
		{edges{40, 60}, 95, []edges{{50, 60}}}, // left of the middle between both
		{edges{40, 60}, 105, []edges{{40, 55}}},
		{edges{40, 60}, 180, []edges{{40, 90}}},
		{edges{40, 60}, 0, []edges{{0, 60}}},
		{edges{40, 60}, 199.9, []edges{{40, 100}}},
		{edges{50, 50}, 20, []edges{{10, 50}}},
		{edges{50, 50}, 180, []edges{{50, 90}}},
		{edges{0, 0}, 100, []edges{{0, 50}}},
		{edges{100, 100}, 100, []edges{{50, 100}}},
		{edges{40, 90}, 82, nil}, // at the edge, next to its handle or on it
	} {
		s, got, w := split(t, tt.edges)
		test.TapCanvas(w.Canvas(), fyne.NewPos(tt.x, 16))
		if !slices.Equal(*got, tt.want) {
			t.Errorf("a tap at %v with edges %v reported %v, want %v", tt.x, tt.edges, *got, tt.want)
		}
		if want := append([]edges{tt.edges}, tt.want...); s.edges != want[len(want)-1] {
			t.Errorf("after a tap at %v the edges are %v", tt.x, s.edges)
		}
	}
}

func TestSplitBarDrag(t *testing.T) {
	for _, tt := range []struct {
		name  string
		edges edges
		grip  int
		moves []float32
		want  []edges
	}{
		{"first to the right", edges{40, 60}, 0, []float32{20}, []edges{{50, 60}}},
		{"second to the left", edges{40, 60}, 1, []float32{-20}, []edges{{40, 50}}},
		{"in small moves", edges{40, 60}, 0, []float32{-3, -3, -3, -3}, []edges{{35, 60}}},
		{"there and back", edges{40, 60}, 0, []float32{-10, 10}, []edges{{35, 60}, {40, 60}}},
		{"less than half a step", edges{40, 60}, 0, []float32{4}, nil},
		{"against the neighbor", edges{40, 60}, 0, []float32{60, 60}, []edges{{60, 60}}},
		{"second against the first", edges{40, 60}, 1, []float32{-90}, []edges{{40, 40}}},
		{"back from the neighbor, which takes as long", edges{40, 60}, 0, []float32{60, -20, -20, -20}, []edges{{60, 60}, {50, 60}, {40, 60}}},
		{"off the left end", edges{40, 60}, 0, []float32{-300}, []edges{{0, 60}}},
		{"off the right end", edges{40, 60}, 1, []float32{300}, []edges{{40, 100}}},
		{"first of two at one place, a little", edges{50, 50}, 0, []float32{-2, -2}, nil},
		{"first of two at one place", edges{50, 50}, 0, []float32{-10}, []edges{{45, 50}}},
		{"second of two at one place", edges{50, 50}, 1, []float32{10}, []edges{{50, 55}}},
		{"first of two at one place, against the other", edges{50, 50}, 0, []float32{40}, nil},
		{"first from the right end", edges{100, 100}, 0, []float32{-20}, []edges{{90, 100}}},
		{"second from the left end", edges{0, 0}, 1, []float32{20}, []edges{{0, 10}}},
		{"from between two steps", edges{42, 61}, 0, []float32{1}, []edges{{45, 61}}}, // 42.5 is nearer to 45
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, got, _ := split(t, tt.edges)
			for _, dx := range tt.moves {
				s.grips[tt.grip].Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
			}
			s.grips[tt.grip].DragEnd()
			if !slices.Equal(*got, tt.want) {
				t.Errorf("reported %v, want %v", *got, tt.want)
			}
		})
	}
}

func TestSplitBarDragsAreApart(t *testing.T) {
	s, got, w := split(t, edges{40, 60})
	test.Drag(w.Canvas(), fyne.NewPos(80, 16), 6, 0)  // 43 %
	test.Drag(w.Canvas(), fyne.NewPos(90, 16), 6, 0)  // 48 %, from 45
	test.Drag(w.Canvas(), fyne.NewPos(120, 16), 6, 0) // the other
	if want := []edges{{45, 60}, {50, 60}, {50, 65}}; !slices.Equal(*got, want) {
		t.Errorf("reported %v, want %v", *got, want)
	}
	if s.edges != (edges{50, 65}) {
		t.Errorf("the edges are %v", s.edges)
	}
}

func TestSplitBarKeys(t *testing.T) {
	for _, tt := range []struct {
		name  string
		edges edges
		grip  int
		keys  []fyne.KeyName
		want  []edges
	}{
		{"left", edges{40, 60}, 0, []fyne.KeyName{fyne.KeyLeft, fyne.KeyDown}, []edges{{35, 60}, {30, 60}}},
		{"right", edges{40, 60}, 1, []fyne.KeyName{fyne.KeyRight, fyne.KeyUp}, []edges{{40, 65}, {40, 70}}},
		{"home of the first", edges{40, 60}, 0, []fyne.KeyName{fyne.KeyHome}, []edges{{0, 60}}},
		{"end of the first is its neighbor", edges{40, 60}, 0, []fyne.KeyName{fyne.KeyEnd}, []edges{{60, 60}}},
		{"home of the second is its neighbor", edges{40, 60}, 1, []fyne.KeyName{fyne.KeyHome}, []edges{{40, 40}}},
		{"end of the second", edges{40, 60}, 1, []fyne.KeyName{fyne.KeyEnd}, []edges{{40, 100}}},
		{"right against the neighbor", edges{55, 60}, 0, []fyne.KeyName{fyne.KeyRight, fyne.KeyRight}, []edges{{60, 60}}},
		{"left at the left end", edges{0, 60}, 0, []fyne.KeyName{fyne.KeyLeft}, nil},
		{"right at the right end", edges{0, 100}, 1, []fyne.KeyName{fyne.KeyRight}, nil},
		{"to the next step from between two", edges{42, 61}, 0, []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}, []edges{{40, 61}, {45, 61}}},
		{"to the next step upwards", edges{42, 61}, 1, []fyne.KeyName{fyne.KeyRight}, []edges{{42, 65}}},
		{"enter changes nothing", edges{42, 61}, 0, []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, got, _ := split(t, tt.edges)
			s.grips[tt.grip].TypedRune('x')
			press(s.grips[tt.grip], tt.keys...)
			if !slices.Equal(*got, tt.want) {
				t.Errorf("reported %v, want %v", *got, tt.want)
			}
		})
	}
}

// empty returns an empty bar 200 wide, what it reports, and how often a first
// handle was set.
func empty(t *testing.T) (s *SplitBar, got *[]edges, begun *int) {
	t.Helper()
	s, got, _ = split(t, edges{40, 60})
	begun = new(int)
	s.OnBegun = func() { *begun++ }
	s.Clear()
	return s, got, begun
}

func handles(s *SplitBar) (n int) {
	for _, g := range s.grips {
		if g.Visible() {
			n++
		}
	}
	return n
}

// An empty bar has a dashed edge, its words, and neither parts nor handles.
func TestSplitBarEmpty(t *testing.T) {
	s, _, _ := empty(t)
	words := drawn[*canvas.Text](s)[0]
	if words.Text != "drag here" || !words.Visible() || handles(s) != 0 {
		t.Errorf("an empty bar shows %q: %v, with %d handles", words.Text, words.Visible(), handles(s))
	}
	edge := drawn[*canvas.Raster](s)[0]
	if !edge.Visible() || edge.Size().Width != 200 {
		t.Errorf("its edge is seen: %v, and %v wide", edge.Visible(), edge.Size().Width)
	}
	if picture := edge.Generator(200, 30); picture.At(102, 0) == picture.At(100, 15) {
		t.Error("its edge is not drawn")
	}
	for i, part := range drawn[*canvas.Rectangle](s) {
		if part.Visible() {
			t.Errorf("it shows part %d", i)
		}
	}
	s.Set(30, 50)
	if edge.Visible() || words.Visible() || handles(s) != 2 {
		t.Error("a bar that is divided still looks empty")
	}
	s.Clear()
	s.Disable()
	if words.Visible() {
		t.Error("an empty bar that cannot be changed invites to drag")
	}
}

// The first click or drag sets one handle, which is reported as no division yet.
func TestSplitBarFirstHandles(t *testing.T) {
	tap := func(x float32) func(*SplitBar) {
		return func(s *SplitBar) { s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 16)}) }
	}
	drag := func(from float32, moves ...float32) func(*SplitBar) {
		return func(s *SplitBar) {
			for _, dx := range moves {
				from += dx
				s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from, 16)}, Dragged: fyne.NewDelta(dx, 0)})
			}
			s.DragEnd()
		}
	}
	for _, tt := range []struct {
		name  string
		first func(*SplitBar)
		at    int
		then  func(*SplitBar)
		want  []edges
	}{
		{"two clicks", tap(60), 30, tap(120), []edges{{30, 60}}},
		{"two clicks from the right", tap(120), 60, tap(60), []edges{{30, 60}}},
		{"two clicks at one place", tap(100), 50, tap(100), []edges{{50, 50}}},
		{"two drags", drag(40, 10, 10), 30, drag(100, 10, 10), []edges{{30, 50}, {30, 55}, {30, 60}}},
		{"two drags from the right", drag(100, 20), 60, drag(20, 40), []edges{{10, 60}, {30, 60}}},
		{"a drag against the first", drag(40, 20), 30, drag(120, -100), []edges{{30, 60}, {30, 30}}},
		{"a drag out of the bar", drag(40, 500), 100, drag(100, -500), []edges{{50, 100}, {0, 100}}},
		{"the first again by its handle", tap(60), 30, func(s *SplitBar) {
			s.grips[0].Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(100, 0)})
			s.grips[0].DragEnd()
			tap(180)(s)
		}, []edges{{80, 90}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, got, begun := empty(t)
			tt.first(s)
			if len(*got) != 0 || *begun == 0 || s.edges[0] != tt.at || handles(s) != 1 || !s.Begun() {
				t.Fatalf("the first handle is at %d, with %d handles, begun %d times and reported as %v", s.edges[0], handles(s), *begun, *got)
			}
			tt.then(s)
			if !slices.Equal(*got, tt.want) || handles(s) != 2 || s.Begun() {
				t.Errorf("reported %v with %d handles, want %v", *got, handles(s), tt.want)
			}
		})
	}
}

func TestSplitBarReportsAWhole(t *testing.T) {
	s, got, _ := split(t, edges{40, 60})
	keys := []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyEnd, fyne.KeyHome, fyne.KeyRight, fyne.KeyRight}
	for i := range 300 {
		g := s.grips[i*7%5%2]
		switch i % 3 {
		case 0:
			g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(float32(i*37%140-70), 0)})
		case 1:
			g.DragEnd()
			press(g, keys[i%len(keys)])
		default:
			s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(i*53%200), 0)})
		}
	}
	if len(*got) < 100 {
		t.Fatalf("only %d reports", len(*got))
	}
	for _, e := range *got {
		if e[0] < 0 || e[1] < e[0] || e[1] > 100 || e[0]%5 != 0 || e[1]%5 != 0 {
			t.Errorf("reported %v: the parts would be %d, %d and %d", e, e[0], e[1]-e[0], 100-e[1])
		}
	}
}

// Tab passes the handles by; one that was clicked takes keys until it is left.
func TestSplitBarFocus(t *testing.T) {
	s, got, w := split(t, edges{40, 60})
	keys := keysOf(w)
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Fatalf("Tab comes to %T", w.Canvas().Focused())
	}
	ring := func() bool {
		return drawn[*canvas.Rectangle](s.grips[0])[0].StrokeColor == in(theme.ColorNamePrimary)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 16))
	if w.Canvas().Focused() != fyne.Focusable(s.grips[0]) || !ring() || len(*got) != 0 {
		t.Fatalf("a tap on a handle gives %T the focus and reports %v", w.Canvas().Focused(), *got)
	}
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if !slices.Equal(*keys, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("the window got %v", *keys)
	}
	w.Canvas().Unfocus()
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil || ring() {
		t.Errorf("after it was left, Tab comes to %T", w.Canvas().Focused())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 16))
	if s.Clear(); w.Canvas().Focused() != nil {
		t.Error("a handle that is gone has the focus")
	}
	press(s.grips[0], fyne.KeyRight)
	if len(*got) != 0 || s.set != 0 {
		t.Errorf("a key for a handle that is gone reported %v", *got)
	}
}

func TestSplitBarBeforeItHasASize(t *testing.T) {
	newApp(t)
	s := NewSplitBar([3]fyne.ThemeColorName{"left", "middle", "right"}, "", nil)
	s.Tapped(&fyne.PointEvent{})
	s.grips[1].Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(10, 0)})
	if s.edges[0] < 0 || s.edges[1] < s.edges[0] || s.edges[1] > 100 {
		t.Errorf("the edges are %v", s.edges)
	}
	if s.MinSize().Width < 2*14 || s.MinSize().Height < 24 {
		t.Errorf("the smallest size is %v", s.MinSize())
	}
}
