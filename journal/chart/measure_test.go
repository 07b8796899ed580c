package chart_test

import (
	"testing"

	"heliotrope/journal/chart"
)

func TestFontMeasurer(t *testing.T) {
	tests := []struct {
		text     string
		bold     bool
		min, max float64 // ems
	}{
		{"", false, 0, 0},
		{"technical", false, 4.53, 4.55},
		{"technical", true, 5.12, 5.14},
		{"Week 47, 2026", false, 7.56, 7.58},
		{"Week 47, 2026", true, 8.37, 8.39},
		{"漢字", false, 2, 2.5},        // not in the font: as wide as an emoji
		{"e\u0301", false, 0.5, 0.8}, // the accent is drawn on the letter
	}
	for _, tt := range tests {
		got := chart.FontMeasurer{}.Width(tt.text, 1, tt.bold)
		if got < tt.min || got > tt.max {
			t.Errorf("%q bold %t is %.2f em wide, want %.2f to %.2f", tt.text, tt.bold, got, tt.min, tt.max)
		}
	}
	if small, large := (chart.FontMeasurer{}).Width("Staff", 10, false), (chart.FontMeasurer{}).Width("Staff", 20, false); large != 2*small {
		t.Errorf("twice the size is %g wide, not twice %g", large, small)
	}
}
