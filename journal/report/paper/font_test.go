package paper_test

import (
	"bytes"
	"math"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

var measurer chart.Measurer = paper.Measurer{}

// The measurer must agree with the library that draws, character by character.
func TestWidthIsThatOfThePDF(t *testing.T) {
	file := fpdf.New("P", "pt", "A4", "")
	file.AddUTF8FontFromBytes("font", "", bytes.Clone(paper.Font(false)))
	file.AddUTF8FontFromBytes("font", "B", bytes.Clone(paper.Font(true)))
	for _, bold := range []bool{false, true} {
		style := map[bool]string{true: "B"}[bold]
		file.SetFont("font", style, 10)
		known := 0
		for r := rune(' '); r < 0xFFFF; r++ {
			width := measurer.Width(string(r), 10, bold)
			if paper.Legible(string(r)) != string(r) {
				continue // it is printed as something else
			}
			known++
			if want := file.GetStringWidth(string(r)); math.Abs(width-want) > 1e-9 {
				t.Fatalf("%U is %g wide, fpdf says %g (bold: %v)", r, width, want, bold)
			}
		}
		if known < 5000 {
			t.Errorf("only %d characters are known", known)
		}
		const text = "Où penche l’énergie : −0,42 → +0,18 ≥ ½ « technique »"
		file.SetFont("font", style, 8.64)
		if width, want := measurer.Width(text, 8.64, bold), file.GetStringWidth(text); math.Abs(width-want) > 1e-9 {
			t.Errorf("%g wide, fpdf says %g", width, want)
		}
	}
}

// Charts measure at one size and are printed at another.
func TestWidthIsLinear(t *testing.T) {
	one, ten := measurer.Width("Penchant", 1, false), measurer.Width("Penchant", 10, false)
	if math.Abs(10*one-ten) > 1e-9 || one <= 0 {
		t.Errorf("%g and %g", one, ten)
	}
	if bold := measurer.Width("Penchant", 10, true); bold <= ten {
		t.Errorf("bold is %g wide, regular %g", bold, ten)
	}
}
