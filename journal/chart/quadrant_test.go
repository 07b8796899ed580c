package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func TestQuadrantTitle(t *testing.T) {
	tests := []struct {
		t, d float64
		want string
	}{
		{-0.4, -0.3, "In Q1 2024: more time on technical work, more energy from it too"},
		{-0.4, 0.3, "In Q1 2024: more time on technical work, more energy from people work"},
		{-0.4, 0.05, "In Q1 2024: more time on technical work, no clear side in energy"},
		{0.4, -0.3, "In Q1 2024: more time on people work, more energy from technical work"},
		{0.4, 0.3, "In Q1 2024: more time on people work, more energy from it too"},
		{0.4, 0.05, "In Q1 2024: more time on people work, no clear side in energy"},
		{0.05, -0.3, "In Q1 2024: no clear side in time, more energy from technical work"},
		{0.05, 0.3, "In Q1 2024: no clear side in time, more energy from people work"},
		{0.05, 0.05, "In Q1 2024: no clear side in time or energy"},
	}
	for _, tt := range tests {
		c, _ := drawn(t, "quadrant", quarterly([2]float64{tt.t, tt.t + tt.d/2}), 560)
		if got := strings.ReplaceAll(c.Title, "\u00a0", " "); got != tt.want {
			t.Errorf("%g × %g: %q, want %q", tt.t, tt.d, got, tt.want)
		}
	}
}

// A quarter whose energy is not known for both tracks is not on the path, and
// without any there is no chart.
func TestQuadrantNeedsD(t *testing.T) {
	r := quarterly([2]float64{0.4, 0.1}, [2]float64{0.2, 0.1}, [2]float64{-0.4, 0.1})
	r.Quarters[1].HasD = false
	_, s := drawn(t, "quadrant", r, 560)
	if len(s.Hits) != 2 {
		t.Errorf("%d quarters, want 2", len(s.Hits))
	}
	if !slices.ContainsFunc(every[chart.Rule](s), func(rule chart.Rule) bool { return rule.Dashed }) {
		t.Error("the path across the quarter in between is not dashed")
	}
	for i := range r.Quarters {
		r.Quarters[i].HasD = false
	}
	if _, shown := byID(chart.Input{Result: r, Words: words.In(words.English)}, "quadrant"); shown {
		t.Error("shown without any energy lean")
	}
}

// The large mark and the box are the latest quarter that has intervals; one
// without them is hollow.
func TestQuadrantSurest(t *testing.T) {
	r := quarterly([2]float64{0.4, 0.3}, [2]float64{-0.2, -0.3}, [2]float64{0.3, 0.2})
	r.Quarters[2].HasBand = false
	c, s := drawn(t, "quadrant", r, 560)
	all := marks(s)[len(marks(s))-3:]
	for i, want := range []struct {
		hollow bool
		shape  chart.Shape
		radius float64
	}{{false, chart.Square, 4.5}, {false, chart.Circle, 6.5}, {true, chart.Square, 4.5}} {
		if got := all[i]; got.Hollow != want.hollow || got.Shape != want.shape || got.Radius != want.radius {
			t.Errorf("mark %d: %+v, want %+v", i, got, want)
		}
	}
	boxed := false
	for _, rect := range every[chart.Rect](s) {
		if rect.Role == chart.Band90 {
			at := all[1].At
			boxed = math.Abs(rect.Min.X+rect.Max.X-2*at.X) < 1e-9 && math.Abs(rect.Min.Y+rect.Max.Y-2*at.Y) < 1e-9
		}
	}
	if !boxed {
		t.Error("the box is not around the surest quarter")
	}
	if !strings.Contains(c.Title, "Q2") || !strings.Contains(c.Caption, "hollow") || !strings.Contains(c.Summary, "very likely") {
		t.Errorf("title %q, caption %q, summary %q", c.Title, c.Caption, c.Summary)
	}
	for i := range r.Quarters {
		r.Quarters[i].HasBand = false
	}
	c, s = drawn(t, "quadrant", r, 560)
	if c.Title != "Time and energy, side by side" || strings.Contains(dump(s), "band90") {
		t.Errorf("a claim without intervals: %q", c.Title)
	}
}

// Time runs to the right and energy upward to people, and the scale of energy
// opens up where half of it is not enough.
func TestQuadrantScale(t *testing.T) {
	_, s := drawn(t, "quadrant", quarterly([2]float64{-0.5, -0.4}, [2]float64{0.5, 0.4}), 560)
	from, to := s.Hits[0].Focus, s.Hits[1].Focus
	if from.X >= to.X || from.Y >= to.Y { // energy 0.2, then -0.2
		t.Errorf("from %v to %v", from, to)
	}
	_, wide := drawn(t, "quadrant", quarterly([2]float64{-0.5, -0.4}, [2]float64{0.5, 0.4}, [2]float64{0, 0.4}), 560)
	near, far := to.Y-from.Y, wide.Hits[1].Focus.Y-wide.Hits[0].Focus.Y
	if math.Abs(near-2*far) > 1e-9 {
		t.Errorf("apart by %g, and by %g where energy reaches 0.8", near, far)
	}
}

// No mark runs into a text, wherever the quarters are.
func TestQuadrantTextsAreFree(t *testing.T) {
	extremes := []lean.Result{
		quarterly([2]float64{-1, -0.5}, [2]float64{1, 0.5}, [2]float64{-1, -1}, [2]float64{1, 1}),
		quarterly([2]float64{0.3, 0.2}, [2]float64{0.3, 0.2}, [2]float64{0.3, 0.2}, [2]float64{0.3, 0.2}),
		inputFor(26, words.English).Result, inputFor(104, words.English).Result,
	}
	for _, r := range extremes {
		for i := range r.Quarters {
			q := &r.Quarters[i]
			q.TLow, q.THigh = max(q.TLow, -1), min(q.THigh, 1)
			q.DLow, q.DHigh = max(q.DLow, -1), min(q.DHigh, 1)
		}
		for _, lang := range words.Languages {
			c, _ := byID(chart.Input{Result: r, Words: words.In(lang)}, "quadrant")
			for _, width := range []float64{240, 300, 560, 1100} {
				s := c.Draw(width, c.Height(width), fonts)
				textsMustNotCollide(t, s)
				itemsMustStayInside(t, s)
				for _, mark := range marks(s) {
					for _, text := range texts(s) {
						from, to := box(text)
						if from.X < mark.At.X && mark.At.X < to.X && from.Y < mark.At.Y && mark.At.Y < to.Y {
							t.Errorf("%g wide: %q lies on a mark", width, text.Text)
						}
					}
				}
			}
		}
	}
}

// The first, the latest and the surest quarter always have their names.
func TestQuadrantNames(t *testing.T) {
	for _, weeks := range []int{26, 60, 160, 520} {
		in := inputFor(weeks, words.English)
		c, _ := byID(in, "quadrant")
		s := c.Draw(560, c.Height(560), fonts)
		for _, q := range []lean.Quarter{in.Result.Quarters[0], in.Result.Quarters[len(in.Result.Quarters)-1]} {
			name := in.Words.Say("chart.quarter", words.Args{"Number": q.Number, "Year": q.Year})
			if !slices.ContainsFunc(texts(s), func(text chart.Text) bool { return text.Text == name }) {
				t.Errorf("%d weeks: %s has no name", weeks, name)
			}
		}
	}
}

func TestQuadrantGolden(t *testing.T) {
	c, _ := byID(inputFor(60, words.English), "quadrant")
	golden(t, "quadrant.golden", dump(c.Draw(640, c.Height(640), fonts)))
	c, _ = byID(inputFor(26, words.French), "quadrant")
	golden(t, "quadrant-narrow.golden", dump(c.Draw(300, c.Height(300), fonts)))
}
