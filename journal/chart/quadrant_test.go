package chart_test

import (
	"math"
	"slices"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

func TestQuadrantTitle(t *testing.T) {
	tests := []struct {
		time, energy float64
		want         string
	}{
		{-0.4, -0.3, "more time on technical work, which leaves more energy too"},
		{-0.4, 0.3, "more time on technical work, but people work leaves more energy"},
		{-0.4, 0.05, "more time on technical work, no clear side in energy"},
		{0.4, -0.3, "more time on people work, but technical work leaves more energy"},
		{0.4, 0.3, "more time on people work, which leaves more energy too"},
		{0.4, 0.05, "more time on people work, no clear side in energy"},
		{0.05, -0.3, "no clear side in time, but technical work leaves more energy"},
		{0.05, 0.3, "no clear side in time, but people work leaves more energy"},
		{0.05, 0.05, "no clear side in time or energy"},
	}
	for _, tt := range tests {
		c, _ := drawn(t, "quadrant", quarterly([2]float64{tt.time, tt.energy}), 560)
		if want := "At the end of Q1 2024: " + tt.want; c.Title != want {
			t.Errorf("%g × %g: %q, want %q", tt.time, tt.energy, c.Title, want)
		}
	}
}

// A quarter whose energy is not known is not on the path, and without any there
// is no chart.
func TestQuadrantNeedsEnergy(t *testing.T) {
	_, s := drawn(t, "quadrant", quarterly([2]float64{0.4, 0.1}, [2]float64{0.2, unknown}, [2]float64{-0.4, 0.1}), 560)
	if len(s.Hits) != 2 {
		t.Errorf("%d quarters, want 2", len(s.Hits))
	}
	if !slices.ContainsFunc(every[chart.Rule](s), func(rule chart.Rule) bool { return rule.Dashed }) {
		t.Error("the path across the quarter in between is not dashed")
	}
	in := chart.Input{Result: quarterly([2]float64{0.4, unknown}), Words: words.In(words.English)}
	if _, shown := byID(in, "quadrant"); shown {
		t.Error("shown without any energy")
	}
}

// The large mark in the box is the latest quarter.
func TestQuadrantLatest(t *testing.T) {
	_, s := drawn(t, "quadrant", quarterly([2]float64{0.4, 0.3}, [2]float64{-0.2, -0.3}, [2]float64{0.3, -0.2}), 560)
	all := marks(s)[len(marks(s))-3:]
	for i, want := range []struct {
		shape  chart.Shape
		radius float64
	}{{chart.Diamond, 4.5}, {chart.Circle, 4.5}, {chart.Square, 6.5}} {
		if got := all[i]; got.Shape != want.shape || got.Radius != want.radius {
			t.Errorf("mark %d: %+v, want %+v", i, got, want)
		}
	}
	boxed := false
	for _, rect := range every[chart.Rect](s) {
		if rect.Role == chart.Band90 {
			at := all[2].At
			boxed = math.Abs(rect.Min.X+rect.Max.X-2*at.X) < 1e-9 && math.Abs(rect.Min.Y+rect.Max.Y-2*at.Y) < 1e-9
		}
	}
	if !boxed {
		t.Error("the box is not around the latest quarter")
	}
}

// Time runs to the right and energy upward to people, and the scale of energy
// opens up where two points are not enough.
func TestQuadrantScale(t *testing.T) {
	_, s := drawn(t, "quadrant", quarterly([2]float64{-0.5, 0.6}, [2]float64{0.5, -0.6}), 560)
	from, to := s.Hits[0].Focus, s.Hits[1].Focus
	if from.X >= to.X || from.Y >= to.Y {
		t.Errorf("from %v to %v", from, to)
	}
	_, wide := drawn(t, "quadrant", quarterly([2]float64{-0.5, 0.6}, [2]float64{0.5, -0.6}, [2]float64{0, 3.5}), 560)
	near, far := to.Y-from.Y, wide.Hits[1].Focus.Y-wide.Hits[0].Focus.Y
	if math.Abs(near-2*far) > 1e-9 {
		t.Errorf("apart by %g, and by %g where energy reaches 3.5", near, far)
	}
}

// No mark runs into a text, wherever the quarters are.
func TestQuadrantTextsAreFree(t *testing.T) {
	extremes := []lean.Result{
		quarterly([2]float64{-1, 4}, [2]float64{1, -4}, [2]float64{-1, -4}, [2]float64{1, 4}),
		quarterly([2]float64{0.3, 0.2}, [2]float64{0.3, 0.2}, [2]float64{0.3, 0.2}, [2]float64{0.3, 0.2}),
		inputFor(26, words.English).Result, inputFor(104, words.English).Result,
	}
	for _, r := range extremes {
		for i := range r.Quarters {
			q := &r.Quarters[i]
			q.Time.Low90, q.Time.High90 = max(q.Time.Low90, -1), min(q.Time.High90, 1)
			q.Energy.Low90, q.Energy.High90 = max(q.Energy.Low90, -4), min(q.Energy.High90, 4)
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

// The first and the latest quarter always have their names.
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
