package chartview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// decade is the chart of the dials of ten years without a gap.
func decade() func(width, height float64, m chart.Measurer) chart.Scene {
	const weeks = 520
	span := lean.Span{From: firstWeek, To: firstWeek.Add(weeks - 1)}
	r := lean.Result{Span: span, WeeksLogged: weeks}
	dial := lean.Dial{State: lean.Open, Since: firstWeek, Spells: []lean.Spell{{Span: span, State: lean.Open}}}
	r.Time.Dial, r.Energy.Dial = dial, dial
	for i := range weeks {
		w, mid := firstWeek.Add(i), 0.35*math.Cos(float64(i)/19)
		level := lean.Level{Week: w, Mid: mid, Low50: mid - 0.09, High50: mid + 0.09, Low90: mid - 0.22, High90: mid + 0.22}
		r.Time.Levels, r.Energy.Levels = append(r.Time.Levels, level), append(r.Energy.Levels, level)
		week := lean.Week{Week: w, Observed: true, Time: mid + 0.4*math.Sin(float64(i)*7.9), Noise: 1 + float64(i%4)/2, Moments: 4}
		week.Energy.Technical, week.Energy.People = lean.Tally{N: 2, Sum: i % 3}, lean.Tally{N: 2, Sum: i % 2}
		r.Weeks = append(r.Weeks, week)
	}
	return chart.Charts(chart.Input{Result: r, Words: words.In(words.English)})[0].Draw
}

var pageSize = fyne.NewSize(1000, 380)

// Ten years on a page must be painted within a frame.
func BenchmarkPaint(b *testing.B) { benchmarkPaint(b, 1) }

func BenchmarkPaintSharp(b *testing.B) { benchmarkPaint(b, 2) } // two pixels to a unit

func benchmarkPaint(b *testing.B, sharp int) {
	v, _ := show(b, pageSize, decade(), nil)
	r := rendererOf(v)
	b.ReportAllocs()
	for b.Loop() {
		v.painted = false
		r.paint(sharp*int(pageSize.Width), sharp*int(pageSize.Height))
	}
}

// A size of the many that come while the window is resized must cost nothing.
func BenchmarkResize(b *testing.B) {
	v, _ := show(b, pageSize, decade(), nil)
	look(v)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		v.Resize(pageSize.AddWidthHeight(float32(i%2), 0))
		look(v)
	}
}

func BenchmarkRead(b *testing.B) {
	_, w := show(b, pageSize, decade(), nil)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		test.MoveMouse(w.Canvas(), fyne.NewPos(100+float32(i%800), 150))
	}
}
