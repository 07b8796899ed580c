package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// quarterly returns the result of a journal with one quarter for each pair of a
// time lean and an energy-weighted one, from the first of 2024 on.
func quarterly(pairs ...[2]float64) lean.Result {
	r := lean.Result{Verdict: lean.Verdict{Side: lean.NoSide, Strength: lean.NoClear}}
	for i, pair := range pairs {
		q := lean.Quarter{
			Year: 2024 + i/4, Number: i%4 + 1, T: pair[0], L: pair[1], Pull: pair[1] - pair[0],
			D: 2 * (pair[1] - pair[0]), HasD: true, Weeks: 12, WeeksD: 12, Hours: 300,
		}
		q.HasBand = true
		q.TLow, q.THigh, q.DLow, q.DHigh = q.T-0.1, q.T+0.1, q.D-0.1, q.D+0.1
		r.Quarters = append(r.Quarters, q)
		r.WeeksLogged += q.Weeks
	}
	r.Span = lean.Span{From: week("2024-W01"), To: r.Quarters[len(r.Quarters)-1].Span().To}
	return r
}

func drawn(t *testing.T, id string, r lean.Result, width float64) (chart.Chart, chart.Scene) {
	t.Helper()
	c, shown := byID(chart.Input{Result: r, Words: words.In(words.English)}, id)
	if !shown {
		t.Fatalf("%s is not shown", id)
	}
	return c, c.Draw(width, c.Height(width), fonts)
}

func TestQuartersTitle(t *testing.T) {
	technical, people, agree := [2]float64{0.3, 0.1}, [2]float64{-0.3, -0.1}, [2]float64{0.2, 0.21}
	tests := []struct {
		pairs [][2]float64
		want  string
	}{
		{[][2]float64{technical}, "Energy pulls toward technical"},
		{[][2]float64{people}, "Energy pulls toward people"},
		{[][2]float64{agree}, "Time and energy agree"},
		{[][2]float64{technical, technical}, "Energy pulls toward technical in every quarter"},
		{[][2]float64{agree, agree, agree}, "Time and energy agree in every quarter"},
		{[][2]float64{technical, people}, "Energy pulls now one way, now the other"},
		{[][2]float64{technical, people, agree}, "Energy pulls now one way, now the other"},
		{[][2]float64{technical, people, technical, technical}, "Energy pulls toward technical in 3 of 4 quarters"},
		{[][2]float64{people, agree}, "Energy pulls toward people in 1 of 2 quarters"},
		{[][2]float64{people, agree, agree}, "Time and energy agree in 2 of 3 quarters"},
		{[][2]float64{technical, people, agree, agree}, "Time and energy agree in 2 of 4 quarters"},
	}
	for _, tt := range tests {
		if c, _ := drawn(t, "quarters", quarterly(tt.pairs...), 560); c.Title != tt.want {
			t.Errorf("%v: %q, want %q", tt.pairs, c.Title, tt.want)
		}
	}
}

// A quarter of a few weeks is gray and not counted, and the caption says so.
func TestQuartersThin(t *testing.T) {
	r := quarterly([2]float64{0.3, 0.1}, [2]float64{-0.3, 0.1})
	r.Quarters[1].Weeks = 3
	c, s := drawn(t, "quarters", r, 560)
	if c.Title != "Energy pulls toward technical" || !strings.Contains(c.Caption, "gray") {
		t.Errorf("title %q, caption %q", c.Title, c.Caption)
	}
	row := marks(s)[4:] // after the names of the sides and the first row
	for _, mark := range row {
		if mark.Role != chart.Balance {
			t.Errorf("a mark of few weeks is %v", mark.Role)
		}
	}
	if row[0].Radius >= marks(s)[2].Radius {
		t.Error("a mark of few weeks is as large as one of many")
	}
	for i := range r.Quarters {
		r.Quarters[i].Weeks = 2
	}
	if c, _ := drawn(t, "quarters", r, 560); c.Title != "Time and energy, quarter by quarter" {
		t.Errorf("a claim without enough weeks: %q", c.Title)
	}
}

// The hollow mark is the time, the filled one the energy, each in the shape and
// the color of its side, and the line between them has those of the pull.
func TestQuartersMarks(t *testing.T) {
	r := quarterly([2]float64{0.4, -0.2}, [2]float64{-0.02, -0.02})
	_, s := drawn(t, "quarters", r, 1000)
	all := marks(s)[2:]
	time, energy := all[0], all[1]
	if !time.Hollow || time.Shape != chart.Diamond || time.Role != chart.People {
		t.Errorf("time is %+v", time)
	}
	if energy.Hollow || energy.Shape != chart.Circle || energy.Role != chart.Technical {
		t.Errorf("energy is %+v", energy)
	}
	if time.At.X <= energy.At.X || time.At.Y != energy.At.Y {
		t.Errorf("time at %v, energy at %v", time.At, energy.At)
	}
	if both := all[2]; both.Shape != chart.Square || both.Radius <= all[3].Radius || both.At != all[3].At {
		t.Errorf("where both agree, %+v does not surround %+v", both, all[3])
	}
	lines := every[chart.Line](s)
	if len(lines) != 1 || lines[0].Role != chart.Technical || lines[0].Points[0] != time.At || lines[0].Points[1] != energy.At {
		t.Errorf("lines %+v", lines)
	}
}

// The lean of every mark can be read off the axis, whatever the width.
func TestQuartersScale(t *testing.T) {
	r := quarterly([2]float64{-1, 1}, [2]float64{0.5, -0.5}, [2]float64{0, 0.25})
	for _, width := range []float64{240, 560, 1100} {
		_, s := drawn(t, "quarters", r, width)
		all := marks(s)[2:]
		unit := (all[1].At.X - all[0].At.X) / 2
		middle := (all[1].At.X + all[0].At.X) / 2
		for i, want := range []float64{-1, 1, 0.5, -0.5, 0, 0.25} {
			if got := (all[i].At.X - middle) / unit; math.Abs(got-want) > 1e-9 {
				t.Errorf("%g wide: mark %d reads %g, want %g", width, i, got, want)
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
	r := quarterly([2]float64{0.4, 0.17}, [2]float64{0.3, 0.3})
	_, s := drawn(t, "quarters", r, 560)
	for i, want := range []string{
		"Q1 2024 · 12 weeks logged|Time: 0.40 toward people|With energy weighed in: 0.17 toward people|Pull of energy: 0.23 toward technical",
		"Q2 2024 · 12 weeks logged|Time: 0.30 toward people|With energy weighed in: 0.30 toward people|Pull of energy: none",
	} {
		if got := strings.ReplaceAll(strings.Join(s.Hits[i].Tip, "|"), "\u00a0", " "); got != want {
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
