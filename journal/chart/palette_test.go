package chart_test

import (
	"image/color"
	"math"
	"testing"

	"heliotrope/journal/chart"
)

// The Web Content Accessibility Guidelines ask for 4.5 : 1 between text and its
// ground, and for 3 : 1 between a mark and its ground.
func TestPaletteContrast(t *testing.T) {
	const text, mark = 4.5, 3
	tests := []struct {
		name string
		role chart.Role
		on   []chart.Role // grounds besides the card
		want float64
	}{
		{"ink", chart.Ink, nil, text},
		{"muted", chart.Muted, nil, text},
		{"technical", chart.Technical, nil, text},
		{"people", chart.People, nil, text},
		{"accent", chart.Accent, nil, text},
		{"balance", chart.Balance, nil, mark},
		{"technical on the bands", chart.Technical, []chart.Role{chart.Band90, chart.Band50}, mark},
		{"people on the bands", chart.People, []chart.Role{chart.Band90, chart.Band50}, mark},
		{"balance on the outer band", chart.Balance, []chart.Role{chart.Band90}, mark},
		{"line on the bands", chart.Accent, []chart.Role{chart.Band90, chart.Band50}, mark},
	}
	for name, p := range map[string]chart.Palette{"light": chart.Light, "dark": chart.Dark} {
		for _, tt := range tests {
			grounds := []color.NRGBA{p.Card}
			for _, role := range tt.on {
				grounds = append(grounds, p.Color(role))
			}
			for _, ground := range grounds {
				if got := contrast(p.Color(tt.role), ground); got < tt.want {
					t.Errorf("%s: %s on %v: contrast %.2f, want %.1f", name, tt.name, ground, got, tt.want)
				}
			}
		}
		outer, inner := contrast(p.Color(chart.Band90), p.Card), contrast(p.Color(chart.Band50), p.Card)
		if !(1 < outer && outer < inner) {
			t.Errorf("%s: bands do not darken inward: %.2f outside, %.2f inside", name, outer, inner)
		}
	}
}

func TestPaletteUnknownRole(t *testing.T) {
	if got := chart.Light.Color(chart.Role(99)); got != chart.Light.Color(chart.Ink) {
		t.Errorf("an unknown role is %v, want ink", got)
	}
}

// contrast is the WCAG 2.2 contrast ratio, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear is the light of a part of a color in sRGB, 0 to 1.
func linear(part uint8) float64 {
	s := float64(part) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
