package chart_test

import (
	"math"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// statedOf returns the input for a stated chart of the given mean answers; NaN
// stands for none.
func statedOf(lang words.Language, means ...float64) chart.Input {
	r := sample(26)
	for i, q := range journal.Questions {
		s := lean.Stated{Question: q}
		if i < len(means) && !math.IsNaN(means[i]) {
			s.N, s.Mean = i+1, means[i]
		}
		r.Stated = append(r.Stated, s)
	}
	return chart.Input{Result: r, Words: words.In(lang)}
}

// Marks stand at their answers and the line at the lean, on one scale; a
// question without an answer has neither.
func TestStatedMarks(t *testing.T) {
	none := math.NaN()
	in := statedOf(words.English, -2, none, 0, none, 1.5)
	level := in.Result.Verdict.Level
	for _, width := range []float64{300, 600, 1100} {
		c, _ := chartOf(in, "stated")
		s := c.Draw(width, c.Height(width), fonts)
		if len(s.Hits) != 10 {
			t.Fatalf("%d hits", len(s.Hits))
		}
		for i, hit := range s.Hits {
			q := in.Result.Stated[i]
			if hit.Behind != (lean.Subject{Figure: lean.StatedFigure, Question: q.Question, Span: in.Result.Span}) {
				t.Errorf("behind %s: %+v", q.Question, hit.Behind)
			}
			within := func(p chart.Point) bool {
				return p.X > hit.Min.X && p.X < hit.Max.X && p.Y > hit.Min.Y && p.Y < hit.Max.Y
			}
			middle, half := (hit.Min.X+hit.Max.X)/2, (hit.Max.X-hit.Min.X)/2-12
			var marks, lines, bands []float64
			for _, item := range s.Items {
				switch v := item.(type) {
				case chart.Mark:
					if within(v.At) {
						marks = append(marks, (v.At.X-middle)/half*2)
					}
				case chart.Line:
					if at := (chart.Point{X: v.Points[0].X, Y: v.Points[0].Y + 1}); within(at) {
						lines = append(lines, (at.X-middle)/half)
					}
				case chart.Rect:
					if within(chart.Point{X: v.Min.X, Y: v.Min.Y + 1}) {
						bands = append(bands, (v.Min.X-middle)/half, (v.Max.X-middle)/half)
					}
				}
			}
			if q.N == 0 {
				if len(marks)+len(lines)+len(bands) > 0 {
					t.Errorf("%g wide: %s has no answer, and is drawn", width, q.Question)
				}
				continue
			}
			want := []float64{q.Mean, level.Mid, level.Low90, level.High90}
			got := append(append(marks, lines...), bands...)
			for k := range want {
				if len(got) != len(want) || math.Abs(got[k]-want[k]) > 1e-9 {
					t.Errorf("%g wide: %s is at %v, want %v", width, q.Question, got, want)
					break
				}
			}
		}
	}
}

func TestStatedNeedsAnswers(t *testing.T) {
	if _, shown := chartOf(statedOf(words.English), "stated"); shown {
		t.Error("a chart without an answer")
	}
	if c, _ := chartOf(statedOf(words.English, 1), "stated"); c.Title != "1 question of ten answered so far" {
		t.Errorf("title %q", c.Title)
	}
}

func TestStatedGolden(t *testing.T) {
	none := math.NaN()
	in := statedOf(words.English, 1, 0.5, -1, none, 0, 2, -0.25, none, 1.2, -2)
	c, _ := chartOf(in, "stated")
	golden(t, "stated.golden", dump(c.Draw(600, c.Height(600), fonts)))
}
