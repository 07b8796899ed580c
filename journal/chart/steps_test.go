package chart_test

import (
	"image/color"
	"math"
	"testing"

	"heliotrope/journal/chart"
)

// A cell differs from the card by its color or by its outline, its mark from the
// cell, and a step from its neighbors.
func TestStepContrast(t *testing.T) {
	const mark = 3     // WCAG 2.2, 1.4.11
	const apart = 10.0 // CIE 1976; 2.3 is a just noticeable difference
	for name, p := range map[string]chart.Palette{"light": chart.Light, "dark": chart.Dark} {
		if got := contrast(p.Color(chart.Balance), p.Card); got < mark {
			t.Errorf("%s: an outline has the contrast %.2f", name, got)
		}
		for step := chart.Step1; step <= chart.Step9; step++ {
			fill := p.Color(step)
			if got := contrast(fill, p.Card); got < mark && !chart.Pale(step) {
				t.Errorf("%s: %v has the contrast %.2f and no outline", name, step, got)
			}
			if got := contrast(p.Color(chart.OnStep(step)), fill); got < mark {
				t.Errorf("%s: a mark on %v has the contrast %.2f", name, step, got)
			}
			if step > chart.Step1 {
				if got := difference(fill, p.Color(step-1)); got < apart {
					t.Errorf("%s: %v and the step before are apart by %.1f", name, step, got)
				}
			}
			if mirror := chart.Step1 + chart.Step9 - step; mirror != step {
				if got := difference(fill, p.Color(mirror)); got < 2*apart {
					t.Errorf("%s: %v and its mirror are apart by %.1f", name, step, got)
				}
			}
		}
	}
}

// difference is how far two colors are apart in CIE L*a*b*.
func difference(a, b color.NRGBA) float64 {
	la, lb := lab(a), lab(b)
	return math.Hypot(math.Hypot(la[0]-lb[0], la[1]-lb[1]), la[2]-lb[2])
}

// lab is a color in CIE L*a*b* under D65.
func lab(c color.NRGBA) [3]float64 {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	root := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := root((0.4124*r + 0.3576*g + 0.1805*b) / 0.9505)
	y := root(0.2126*r + 0.7152*g + 0.0722*b)
	z := root((0.0193*r + 0.1192*g + 0.9505*b) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
