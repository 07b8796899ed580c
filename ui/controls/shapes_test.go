package controls

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func TestSquaresGeometry(t *testing.T) {
	for _, tt := range []struct {
		n      int
		width  float32
		perRow int
		height float32
	}{
		{26, 500, 26, 14},
		{26, 464, 26, 14}, // 26 squares and 25 gaps exactly
		{26, 463, 13, 32},
		{26, 240, 13, 32},
		{26, 212, 9, 50}, // eleven would fit; three rows share them
		{26, 120, 6, 86},
		{26, 14, 1, 464},
		{26, 5, 1, 464},
		{7, 100, 4, 32},
		{1, 100, 1, 14},
		{0, 100, 1, 14},
	} {
		t.Run(fmt.Sprint(tt.n, " in ", tt.width), func(t *testing.T) {
			newApp(t)
			s := NewSquares(tt.n, "left")
			s.Resize(fyne.NewSize(tt.width, 20))
			for i, box := range drawn[*canvas.Rectangle](s) {
				wantBox(t, fmt.Sprint("square ", i), box, float32(i%tt.perRow)*18, float32(i/tt.perRow)*18, 14, 14)
			}
			wantSize(t, "the smallest size", s.MinSize(), fyne.NewSize(100, tt.height))
		})
	}
}

func TestSquaresSet(t *testing.T) {
	newApp(t)
	s := NewSquares(4, "left")
	filled := func() (got []bool) {
		for _, box := range drawn[*canvas.Rectangle](s) {
			if box.FillColor != in("left") && box.FillColor != in(theme.ColorNameSeparator) {
				t.Errorf("a square has the color %v", box.FillColor)
			}
			got = append(got, box.FillColor == in("left"))
		}
		return got
	}
	for _, tt := range []struct{ set, want []bool }{
		{nil, []bool{false, false, false, false}},
		{[]bool{true, false, true, false}, []bool{true, false, true, false}},
		{[]bool{false, true, true, true, true, true}, []bool{false, true, true, true}},
	} {
		if s.Set(tt.set); fmt.Sprint(filled()) != fmt.Sprint(tt.want) {
			t.Errorf("after %v filled are %v, want %v", tt.set, filled(), tt.want)
		}
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
