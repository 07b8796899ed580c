package chart_test

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
)

func TestStrip(t *testing.T) {
	tests := []struct {
		name   string
		strip  chart.Strip
		x      float64 // of the mark
		radius float64
		shape  chart.Shape
	}{
		{"middle", chart.Strip{Track: journal.Both}, 90, 3, chart.Square},
		{"energized", chart.Strip{Mean: 2, Weight: 1, Track: journal.Technical}, 172, 5.5, chart.Circle},
		{"drained", chart.Strip{Mean: -2, Track: journal.People}, 8, 3, chart.Diamond},
		{"between", chart.Strip{Mean: 1, Track: journal.People}, 131, 3, chart.Diamond},
		{"out of range", chart.Strip{Mean: 9, Weight: 9, Track: journal.Technical}, 172, 5.5, chart.Circle},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tt.strip.Scene(180, 18)
			mark, ok := s.Items[len(s.Items)-1].(chart.Mark)
			if !ok || mark.At != (chart.Point{X: tt.x, Y: 9}) || mark.Radius != tt.radius || mark.Shape != tt.shape {
				t.Errorf("%+v, want x %g, radius %g, shape %d", mark, tt.x, tt.radius, tt.shape)
			}
		})
	}
}

func TestShareBar(t *testing.T) {
	for share, want := range map[float64]float64{-1: 0, 0: 0, 0.42: 75.6, 1: 180, 2: 180} {
		s := chart.ShareBar(share, journal.Technical, 180, 10)
		bar := s.Items[1].(chart.Rect)
		if bar.Max.X != want || bar.Role != chart.Technical {
			t.Errorf("%g: %+v, want a width of %g", share, bar, want)
		}
	}
}
