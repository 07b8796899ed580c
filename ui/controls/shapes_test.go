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

// squares returns 26 squares in a window 300 wide, and which were opened.
func squares(t *testing.T) (*Squares, *[]int, fyne.Window) {
	t.Helper()
	newApp(t)
	var opened []int
	s := NewSquares(26, "left", func(i int) { opened = append(opened, i) })
	s.Words = func(i int) string { return fmt.Sprint("square ", i) }
	w := test.NewTempWindow(t, WithTips(s))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 64))
	return s, &opened, w
}

func TestSquaresGeometry(t *testing.T) {
	s, _, _ := squares(t)
	for i := range 26 {
		b := s.box(i)
		x, y := float32(i%13)*19, float32(14.5)
		if i >= 13 {
			y = 33.5
		}
		if !near(b.pos.X, x) || !near(b.pos.Y, y) || !near(b.size.Width, 16) {
			t.Errorf("square %d is at %v, %v wide, want %v,%v", i, b.pos, b.size.Width, x, y)
		}
	}
	if least := s.MinSize(); least.Height < 64 || least.Width > 248 {
		t.Errorf("the smallest size is %v", least)
	}
	s.Resize(fyne.NewSize(160, 64))
	if b := s.box(12); b.pos.X+b.size.Width > 160.1 {
		t.Errorf("in 160 the last square of a row ends at %v", b.pos.X+b.size.Width)
	}
}

// Each square takes the clicks of 32 units of height, and of the gap next to it.
func TestSquaresTargets(t *testing.T) {
	s, opened, _ := squares(t)
	for _, tt := range []struct {
		x, y float32
		want int
	}{
		{0, 0, 0}, {18, 31, 0}, {19, 31, 1}, {19, 33, 14}, {240, 63, 25}, {8, 63, 13}, {250, 10, -1}, {290, 40, -1},
	} {
		*opened = nil
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(tt.x, tt.y)})
		if tt.want < 0 && len(*opened) > 0 || tt.want >= 0 && !slices.Equal(*opened, []int{tt.want}) {
			t.Errorf("a click at %v,%v opened %v, want %d", tt.x, tt.y, *opened, tt.want)
		}
	}
}

func TestSquaresKeys(t *testing.T) {
	s, opened, w := squares(t)
	s.Set(nil, 25, 21)
	keys := keysOf(w)
	w.Canvas().FocusNext()
	if text, _, _ := tipOf(w); text != "square 21" {
		t.Errorf("on arrival the tip is %q", text)
	}
	for _, tt := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyLeft, 20}, {fyne.KeyUp, 7}, {fyne.KeyUp, 7}, {fyne.KeyRight, 8}, {fyne.KeyDown, 21}, {fyne.KeyDown, 21},
		{fyne.KeyEnd, 25}, {fyne.KeyRight, 25}, {fyne.KeyHome, 0}, {fyne.KeyLeft, 0},
	} {
		*opened = nil
		press(s, tt.key, fyne.KeyReturn)
		if text, _, _ := tipOf(w); !slices.Equal(*opened, []int{tt.want}) || text != fmt.Sprint("square ", tt.want) {
			t.Errorf("%s and Enter opened %v with the tip %q, want %d", tt.key, *opened, text, tt.want)
		}
	}
	if press(s, fyne.KeyEscape); !slices.Equal(*keys, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("the window got %v", *keys)
	}
	if w.Canvas().Unfocus(); !hidden(w) {
		t.Error("the tip stays when the focus leaves")
	}
}

func TestSquaresHover(t *testing.T) {
	s, _, w := squares(t)
	s.MouseIn(at(20, 10))
	if text, _, _ := tipOf(w); text != "square 1" {
		t.Errorf("the tip is %q", text)
	}
	s.MouseMoved(at(20, 50))
	if text, _, _ := tipOf(w); text != "square 14" {
		t.Errorf("the tip is %q", text)
	}
	if s.MouseMoved(at(280, 50)); !hidden(w) {
		t.Error("the tip stays beside the squares")
	}
	s.MouseIn(at(20, 10))
	if s.MouseOut(); !hidden(w) {
		t.Error("the tip stays when the pointer leaves")
	}
}

func TestSquaresSet(t *testing.T) {
	s, _, _ := squares(t)
	s.Set([]SquareState{SquareFilled, SquareOff, SquareEmpty}, 2, 0)
	r := test.WidgetRenderer(s).(*squaresRenderer)
	for i, want := range []struct {
		fill fyne.ThemeColorName
		dash bool
		now  bool
	}{{"left", false, false}, {theme.ColorNameSeparator, true, false}, {theme.ColorNameSeparator, false, true}} {
		if r.boxes[i].FillColor != in(want.fill) || r.dashes[i].Visible() != want.dash || (r.boxes[i].StrokeWidth > 0) != want.now {
			t.Errorf("square %d has the color %v, a dash: %v, an edge: %v", i, r.boxes[i].FillColor, r.dashes[i].Visible(), r.boxes[i].StrokeWidth)
		}
	}
	if !r.shown.Visible() || r.shown.Position().X > 0 || r.shown.Size().Width <= 16 {
		t.Errorf("the square shown has its edge at %v", r.shown.Position())
	}
	for _, shown := range []int{2, -1, 26} { // the one of now, and none
		if s.Set(nil, 2, shown); r.shown.Visible() {
			t.Errorf("square %d has an edge around it", shown)
		}
	}
}

func TestBars(t *testing.T) {
	newApp(t)
	b := NewBars("right", "left")
	b.Set([]Bar{{1, "Coached Ines"}, {-0.5, "Quarter planning, third round of the whole team with no decision"}, {0, "Handover"}})
	b.Resize(fyne.NewSize(248, 72))
	r := test.WidgetRenderer(b).(*barsRenderer)
	wantBox(t, "what gave", r.shapes[0], 124, 4, 120, 16)
	wantBox(t, "what took", r.shapes[1], 64, 28, 60, 16)
	wantBox(t, "neither", r.shapes[2], 120.5, 56.5, 7, 7)
	for i, want := range []fyne.ThemeColorName{"right", "left", "left"} {
		if r.shapes[i].FillColor != in(want) {
			t.Errorf("bar %d has the color %v", i, r.shapes[i].FillColor)
		}
	}
	for i, right := range []bool{false, true, true} {
		text := r.texts[i]
		from, to := text.Position().X, text.Position().X+text.Size().Width
		if right && (from < 124 || to > 248) || !right && (to > 124 || from < 0) {
			t.Errorf("the text %q is from %v to %v", text.Text, from, to)
		}
	}
	wantSize(t, "the smallest size", b.MinSize(), fyne.NewSize(160, 72))
	if b.Set(nil); len(drawn[*canvas.Text](b)) != 0 {
		t.Error("bars that are gone are drawn")
	}
}

func TestFirstWords(t *testing.T) {
	newApp(t)
	width := func(text string) float32 { return fyne.MeasureText(text, 12, fyne.TextStyle{}).Width }
	for _, tt := range []struct {
		text  string
		width float32
		want  string
	}{
		{"Coached Ines", 1000, "Coached Ines"},
		{"1:1 with Mo", width("1:1 with Mo"), "1:1 with Mo"},
		{"Quarter planning, third round", width("Quarter planning, thi"), "Quarter planning"},
		{"Half of the team met", width("Half of the te"), "Half"},
		{"Of it all the rest", width("Of it all"), "Of"},
		{"", 100, ""},
	} {
		if got := firstWords(tt.text, tt.width+0.1, 12); got != tt.want {
			t.Errorf("in %v, %q is %q, want %q", tt.width, tt.text, got, tt.want)
		}
	}
	if got := firstWords("Donaudampfschifffahrt", 60, 12); width(got) > 60.5 || got == "" {
		t.Errorf("a long word is %q", got)
	}
}

func TestDeviation(t *testing.T) {
	for _, tt := range []struct{ value, x, width float32 }{
		{1, 50, 50}, {0.5, 50, 25}, {0, 50, 0}, {-0.5, 25, 25}, {-1, 0, 50}, {3, 50, 50}, {-3, 0, 50},
	} {
		t.Run(fmt.Sprint(tt.value), func(t *testing.T) {
			newApp(t)
			d := NewDeviation(tt.value, "right")
			d.Resize(fyne.NewSize(100, 30))
			parts := drawn[*canvas.Rectangle](d)
			wantBox(t, "the axis", parts[0], 0, 14.5, 100, 1)
			wantBox(t, "the middle", parts[1], 49.25, 7, 1.5, 16)
			wantBox(t, "the bar", parts[2], tt.x, 10.5, tt.width, 9)
			if parts[2].FillColor != in("right") {
				t.Errorf("the bar has the color %v", parts[2].FillColor)
			}
		})
	}
}

// The three shapes are distinguished by which of a few pixels they paint.
func TestGlyph(t *testing.T) {
	g := NewGlyph(Circle, "left")
	w := show(t, g, fyne.NewSize(40, 40))
	ground := w.Canvas().Capture().At(0, 0)
	for _, tt := range []struct {
		name              string
		shape             Shape
		side, corner, tip bool
	}{
		{"circle", Circle, true, false, false},
		{"square", Square, true, true, false},
		{"diamond", Diamond, true, false, true},
	} {
		g.Set(tt.shape, "right")
		picture := w.Canvas().Capture()
		painted := func(x, y int) bool { return picture.At(x, y) != ground }
		if side, corner, tip := painted(24, 20), painted(24, 24), painted(20, 14); side != tt.side || corner != tt.corner || tip != tt.tip {
			t.Errorf("a %s paints its side %v, its corner %v, the place of a tip %v", tt.name, side, corner, tip)
		}
		if r, _, b, _ := picture.At(20, 20).RGBA(); r>>8 != 0xff || b != 0 {
			t.Errorf("a %s is not in its color but in %v", tt.name, picture.At(20, 20))
		}
	}
	wantSize(t, "the smallest size", g.MinSize(), fyne.NewSize(13, 13))
}
