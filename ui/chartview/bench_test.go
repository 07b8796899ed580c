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

// decade is the lean chart of ten years without a gap.
func decade() func(width, height float64, m chart.Measurer) chart.Scene {
	const weeks = 520
	r := lean.Result{
		Span:        lean.Span{From: firstWeek, To: firstWeek.Add(weeks - 1)},
		Verdict:     lean.Verdict{Side: lean.TechnicalSide, Strength: lean.Clear},
		WeeksLogged: weeks,
	}
	for i := range weeks {
		w, mid := firstWeek.Add(i), 0.35*math.Cos(float64(i)/19)
		r.Levels = append(r.Levels, lean.Level{
			Week: w, Mid: mid, Low50: mid - 0.09, High50: mid + 0.09, Low90: mid - 0.22, High90: mid + 0.22})
		r.Weeks = append(r.Weeks, lean.Week{
			Week: w, Observed: true, L: mid + 0.4*math.Sin(float64(i)*7.9), T: mid / 2, NEff: 3, Noise: 0.5 + float64(i%4)/2})
	}
	english := words.In(words.English)
	return func(width, height float64, m chart.Measurer) chart.Scene {
		return chart.LeanChart(r, nil, english, m, width, height)
	}
}

var pageSize = fyne.NewSize(1000, 380)

// Ten years on a page must be painted within a frame.
func BenchmarkPaint(b *testing.B) {
	v, _ := show(b, pageSize, decade(), nil)
	r := rendererOf(v)
	b.ReportAllocs()
	for b.Loop() {
		r.paint(int(pageSize.Width), int(pageSize.Height))
	}
}

func BenchmarkPaintSharp(b *testing.B) { // two pixels to a unit
	v, _ := show(b, pageSize, decade(), nil)
	r := rendererOf(v)
	b.ReportAllocs()
	for b.Loop() {
		r.paint(2*int(pageSize.Width), 2*int(pageSize.Height))
	}
}

func BenchmarkResize(b *testing.B) {
	v, _ := show(b, pageSize, decade(), nil)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		v.Resize(pageSize.AddWidthHeight(float32(i%2), 0))
	}
}

func BenchmarkRead(b *testing.B) {
	_, w := show(b, pageSize, decade(), nil)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		test.MoveMouse(w.Canvas(), fyne.NewPos(100+float32(i%800), 150))
	}
}
