package chartview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/chart"
)

// inside checks that an object is within a view but for rounding.
func inside(t *testing.T, what string, o fyne.CanvasObject, view fyne.Size) {
	t.Helper()
	p, s := o.Position(), o.Size()
	const rounding = 0.01
	if p.X < -rounding || p.Y < -rounding || p.X+s.Width > view.Width+rounding || p.Y+s.Height > view.Height+rounding {
		t.Errorf("%s at %v of %v leaves the view of %v", what, p, s, view)
	}
}

func TestReadoutStaysInside(t *testing.T) {
	short := []string{"2026-W47", "one", "two"}
	long := []string{"2026-W47", "Role: " + strings.Repeat("a very long title ", 20)}
	high := strings.Split(strings.Repeat("line,", 12), ",")
	for _, size := range []fyne.Size{{Width: 600, Height: 300}, {Width: 320, Height: 250}, {Width: 150, Height: 180}} {
		for name, tip := range map[string][]string{"short": short, "long": long, "high": high} {
			for _, focus := range []struct{ x, y float32 }{
				{0, 0}, {0.5, 0}, {1, 0}, {0, 0.5}, {0.5, 0.5}, {1, 0.5}, {0, 1}, {0.5, 1}, {1, 1}, {0.48, 0.5}, {0.52, 0.5},
			} {
				t.Run(fmt.Sprintf("%s tip in %v at %v", name, size, focus), func(t *testing.T) {
					at := chart.Point{X: float64(focus.x * size.Width), Y: float64(focus.y * size.Height)}
					v, _ := show(t, size, func(width, height float64, _ chart.Measurer) chart.Scene {
						return chart.Scene{Width: width, Height: height, Hits: []chart.Hit{
							{Max: chart.Point{X: width, Y: height}, Focus: at, Tip: func() []string { return tip }}}}
					}, nil)
					v.read(0)
					r := readoutOf(v)
					inside(t, "the box", r.box, size)
					for i, line := range r.lines {
						if line.Text == "" {
							continue
						}
						p, end := line.Position(), line.Position().Add(line.MinSize())
						box, far := r.box.Position(), r.box.Position().Add(r.box.Size())
						if p.X < box.X+9.9 || p.Y < box.Y+9.9 || end.X > far.X-9 || end.Y > far.Y-9.9 {
							t.Errorf("line %d from %v to %v leaves the box from %v to %v", i, p, end, box, far)
						}
					}
				})
			}
		}
	}
}

func TestReadoutIsBesideTheMark(t *testing.T) {
	v, _ := show(t, fyne.NewSize(400, 200), fourWeeks, nil)
	r := readoutOf(v)
	for i, right := range []bool{true, true, true, false} {
		v.read(i)
		hit := v.Scene().Hits[i]
		x, y := float32(hit.Focus.X), float32(hit.Focus.Y)
		if got := r.ring.Position(); got != fyne.NewPos(x-7, y-7) || r.ring.Size() != fyne.NewSquareSize(14) {
			t.Errorf("the ring is at %v, want around %v,%v", got, x, y)
		}
		if p, s := r.line.Position(), r.line.Size(); p != fyne.NewPos(x-0.5, 10) || s != fyne.NewSize(1, 180) {
			t.Errorf("the line is at %v with %v", p, s)
		}
		if box := r.box.Position().X; right && box != x+14 || !right && box+r.box.Size().Width != x-14 {
			t.Errorf("the box of week %d, at %v, begins at %v and is %v wide", i, x, box, r.box.Size().Width)
		}
		for _, o := range r.objects() {
			if !o.Visible() {
				t.Errorf("%T is not seen", o)
			}
		}
	}
}

func TestReadoutSaysTheTip(t *testing.T) {
	tips := [][]string{
		{"2026-W47", "62% on the technical side", "one", "two", "three", "four", "five", "six, which is too many"},
		{"2026-W48"},
	}
	v, _ := show(t, fyne.NewSize(400, 200), func(width, height float64, _ chart.Measurer) chart.Scene {
		s := chart.Scene{Width: width, Height: height}
		for i, tip := range tips {
			s.Hits = append(s.Hits, chart.Hit{Focus: chart.Point{X: float64(100 * i)}, Tip: func() []string { return tip }})
		}
		return s
	}, nil)
	for i, tip := range tips {
		v.read(i)
		for j, line := range readoutOf(v).lines {
			want := ""
			if j < len(tip) {
				want = tip[j]
			}
			if line.Text != want || line.TextStyle.Bold != (j == 0) || line.Color != chart.Light.Color(chart.Ink) {
				t.Errorf("line %d of week %d is %q, bold %v, want %q", j, i, line.Text, line.TextStyle.Bold, want)
			}
		}
	}
	one := readoutOf(v).lines[0].MinSize()
	if got, want := readoutOf(v).box.Size(), one.AddWidthHeight(20, 20); got != want {
		t.Errorf("the box around one line is %v, want %v", got, want)
	}
}
