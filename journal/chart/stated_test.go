package chart_test

import (
	"fmt"
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

// Both dials stand above the answers, on one scale: time as a share of what is
// possible, energy in points. A question without an answer has no mark.
func TestStatedRows(t *testing.T) {
	none := math.NaN()
	in := statedOf(words.English, -2, none, 0, none, 1.5)
	time, _ := in.Result.Time.Now()
	energy, _ := in.Result.Energy.Now()
	for _, width := range []float64{300, 600, 1100} {
		c, _ := byID(in, "stated")
		s := c.Draw(width, c.Height(width), fonts)
		if len(s.Hits) != 12 {
			t.Fatalf("%d hits", len(s.Hits))
		}
		for i, hit := range s.Hits {
			got, ends := rowMarks(s, hit)
			var want []float64
			behind := lean.Subject{Figure: lean.TimeFigure, Span: in.Result.Span}
			switch {
			case i == 0:
				want = []float64{2 * time.Mid, 2 * time.Low90, 2 * time.High90}
			case i == 1:
				want = []float64{energy.Mid, energy.Low90, energy.High90}
				behind.Figure = lean.EnergyFigure
			default:
				q := in.Result.Stated[i-2]
				behind.Figure, behind.Question = lean.StatedFigure, q.Question
				if q.N > 0 {
					want = []float64{q.Mean}
				}
			}
			var values []float64
			for _, m := range got {
				values = append(values, m.at)
			}
			if values = append(values, ends...); fmt.Sprintf("%.6f", values) != fmt.Sprintf("%.6f", want) {
				t.Errorf("%g wide: row %d is at %v, want %v", width, i, values, want)
			}
			if hit.Behind != behind {
				t.Errorf("behind row %d: %+v", i, hit.Behind)
			}
		}
	}
}

func TestStatedNeedsAnswers(t *testing.T) {
	if _, shown := byID(statedOf(words.English), "stated"); shown {
		t.Error("a chart without an answer")
	}
}

func TestStatedGolden(t *testing.T) {
	none := math.NaN()
	in := statedOf(words.English, 1, 0.5, -1, none, 0, 2, -0.25, none, 1.2, -2)
	c, _ := byID(in, "stated")
	golden(t, "stated.golden", dump(c.Draw(600, c.Height(600), fonts)))
}
