package chart_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// quarterly returns the result of a journal with one quarter for each pair of a
// time and an energy, from the first of 2024 on; NaN stands for an energy that
// is not known. The dials are on a side where they are clearly on one.
func quarterly(pairs ...[2]float64) lean.Result {
	r := lean.Result{Time: lean.Time{Dial: lean.Dial{State: lean.Open}}, Energy: lean.Energy{Dial: lean.Dial{State: lean.Open}}}
	for i, pair := range pairs {
		q := lean.Quarter{Year: 2024 + i/4, Number: i%4 + 1, Weeks: 12, HasEnergy: !math.IsNaN(pair[1])}
		levels := []lean.Level{}
		for k, v := range pair {
			levels = append(levels, lean.Level{Week: q.Span().To, Mid: v, Low90: v - 0.1, High90: v + 0.1})
			state := lean.Open
			switch {
			case v < -0.1:
				state = lean.Technical
			case v > 0.1:
				state = lean.People
			}
			dial := []*lean.Dial{&r.Time.Dial, &r.Energy.Dial}[k]
			dial.Spells = append(dial.Spells, lean.Spell{Span: q.Span(), State: state})
			dial.Levels = append(dial.Levels, levels[k])
		}
		q.Time, q.Energy = levels[0], levels[1]
		r.Quarters = append(r.Quarters, q)
		r.WeeksLogged += q.Weeks
	}
	r.Span = lean.Span{From: week("2024-W01"), To: r.Quarters[len(r.Quarters)-1].Span().To}
	return r
}

var unknown = math.NaN()

func drawn(t *testing.T, id string, r lean.Result, width float64) (chart.Chart, chart.Scene) {
	t.Helper()
	c, shown := byID(chart.Input{Result: r, Words: words.In(words.English)}, id)
	if !shown {
		t.Fatalf("%s is not shown", id)
	}
	return c, c.Draw(width, c.Height(width), fonts)
}

// The title tells on which side both dials were, as they told it then.
func TestQuartersTitle(t *testing.T) {
	tests := []struct {
		pairs [][2]float64
		want  string
	}{
		{[][2]float64{{0.3, -0.5}}, "More time on people work in 1 of 1 quarters; technical work left more energy in 1 of 1 quarters"},
		{[][2]float64{{-0.3, 0.5}, {-0.3, 0}}, "More time on technical work in 2 of 2 quarters; people work left more energy in 1 of 2 quarters"},
		{[][2]float64{{0, 0}, {0, 0}}, "No clear side of time at the end of any quarter; no clear side of energy"},
		{[][2]float64{{-0.3, 0.5}, {0.3, -0.5}}, "More time now on one side, now on the other; energy now on one side, now on the other"},
		{[][2]float64{{-0.3, unknown}, {0.05, unknown}}, "More time on technical work in 1 of 2 quarters"},
		{[][2]float64{{-0.3, unknown}, {-0.3, 0.4}}, "More time on technical work in 2 of 2 quarters; people work left more energy in 1 of 1 quarters"},
	}
	for _, tt := range tests {
		if c, _ := drawn(t, "quarters", quarterly(tt.pairs...), 560); c.Title != tt.want {
			t.Errorf("%v: %q, want %q", tt.pairs, c.Title, tt.want)
		}
	}
}

// axisMarks returns the marks of a chart of quarters without those that name the
// sides.
func axisMarks(s chart.Scene) []chart.Mark {
	return slices.DeleteFunc(marks(s), func(m chart.Mark) bool { return m.At.Y < s.Hits[0].Min.Y })
}

// Every mark can be read off its axis, whatever the width, in the shape and the
// color of its side.
func TestQuartersMarks(t *testing.T) {
	values := [][2]float64{{-1, 2}, {1, -2}, {0.5, 1}, {-0.02, unknown}, {0.25, 0}}
	for _, width := range []float64{240, 560, 1100} {
		_, s := drawn(t, "quarters", quarterly(values...), width)
		all, next := axisMarks(s), 0
		scale := func(first, second int, reach float64) func(float64) float64 {
			middle := (all[first].At.X + all[second].At.X) / 2
			return func(x float64) float64 { return (x - middle) / math.Abs(all[second].At.X-middle) * reach }
		}
		read := []func(float64) float64{scale(0, 2, 1), scale(3, 1, 2)}
		for row, pair := range values {
			for k, want := range pair {
				if math.IsNaN(want) {
					continue
				}
				m := all[next]
				next++
				if got := read[k](m.At.X); math.Abs(got-want) > 1e-9 {
					t.Errorf("%g wide: row %d reads %g, want %g", width, row, got, want)
				}
				shape := map[bool]chart.Shape{true: chart.Diamond, false: chart.Circle}[want > 0]
				if math.Abs(want) < 0.05 {
					shape = chart.Square
				}
				if m.Shape != shape {
					t.Errorf("%g is drawn as %+v", want, m)
				}
			}
		}
	}
}

// Where there is no room for all quarters the latest are shown, and the chart
// says so.
func TestQuartersTooMany(t *testing.T) {
	pairs := make([][2]float64, 48)
	for i := range pairs {
		pairs[i] = [2]float64{0.2, -0.1}
	}
	r := quarterly(pairs...)
	c, s := drawn(t, "quarters", r, 560)
	if n := len(s.Hits); n < 36 || n >= 48 {
		t.Errorf("%d quarters at the height that it wants", n)
	}
	low := c.Draw(560, 300, fonts)
	last := low.Hits[len(low.Hits)-1]
	if want := fmt.Sprintf("The latest %d of 48 quarters", len(low.Hits)); !strings.Contains(dump(low), want) {
		t.Errorf("it does not say %q", want)
	}
	if last.Behind.Span.To != r.Span.To {
		t.Errorf("the last row is about %v", last.Behind.Span)
	}
	if few, _ := drawn(t, "quarters", quarterly(pairs[:4]...), 560); strings.Contains(dump(few.Draw(560, 300, fonts)), "The latest") {
		t.Error("a few quarters are said to be the latest of more")
	}
}

// What is behind a quarter is in the span, even if the quarter is not.
func TestQuartersBehind(t *testing.T) {
	r := quarterly([2]float64{0.4, 0.2}, [2]float64{0.3, 0.2})
	r.Span = lean.Span{From: week("2024-W05"), To: week("2024-W20")}
	_, s := drawn(t, "quarters", r, 560)
	for i, want := range []string{"2024-W05 2024-W13", "2024-W14 2024-W20"} {
		behind := s.Hits[i].Behind
		if got := fmt.Sprint(behind.Span.From, " ", behind.Span.To); got != want || behind.Figure != lean.QuarterFigure {
			t.Errorf("quarter %d: %s of %s, want %s", i, behind.Figure, got, want)
		}
	}
}

func TestQuartersTip(t *testing.T) {
	_, s := drawn(t, "quarters", quarterly([2]float64{0.4, -0.7}, [2]float64{0.3, unknown}), 560)
	for i, want := range []string{
		"Q1 2024 · 12 weeks logged|Time: 70% on the people side, very likely between 65 and 75%|" +
			"Energy: technical work 0.7 points higher, very likely between 0.6 and 0.8 points",
		"Q2 2024 · 12 weeks logged|Time: 65% on the people side, very likely between 60 and 70%",
	} {
		if got := tipOf(s.Hits[i]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestQuartersGolden(t *testing.T) {
	for name, in := range map[string]chart.Input{"quarters": inputFor(60, words.English), "quarters-narrow": inputFor(60, words.French)} {
		c, _ := byID(in, "quarters")
		width := map[string]float64{"quarters": 640, "quarters-narrow": 300}[name]
		golden(t, name+".golden", dump(c.Draw(width, c.Height(width), fonts)))
	}
}
