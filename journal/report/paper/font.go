package paper

import (
	"math"
	"sync"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Font returns DejaVu Sans as a TrueType file, for whoever draws pages. The
// bytes must not be changed.
func Font(bold bool) []byte {
	if bold {
		return dejavusansbold.TTF
	}
	return dejavusans.TTF
}

// Measurer measures texts as a PDF shows them. It implements
// [chart.Measurer] and is safe for use by several goroutines.
type Measurer struct{}

// Width implements [chart.Measurer], in points for a size in points.
func (Measurer) Width(text string, size float64, bold bool) float64 {
	return widthOf(legible(text), size, bold)
}

// widthOf measures a text that is legible already.
func widthOf(text string, size float64, bold bool) float64 {
	advances, sum := advancesOf(bold), 0
	for _, r := range text {
		sum += advances.of(r)
	}
	return float64(sum) * size / em
}

// em is the size of a font in the units of its advances. A PDF gives the
// advances as whole numbers, so they are rounded here too.
const em = 1000

// advances is how wide each character of a font is, -1 if the font lacks it.
// A PDF reaches only the characters up to U+FFFF.
type advances [1 << 16]int16

func (a *advances) has(r rune) bool { return r >= 0 && int(r) < len(a) && a[r] >= 0 }

func (a *advances) of(r rune) int {
	if isForeign(r) {
		return foreignOf(r).advance
	}
	if !a.has(r) {
		return 0
	}
	return int(a[r])
}

func advancesOf(bold bool) *advances {
	if bold {
		return boldAdvances()
	}
	return regularAdvances()
}

var (
	regularAdvances = sync.OnceValue(func() *advances { return readAdvances(Font(false)) })
	boldAdvances    = sync.OnceValue(func() *advances { return readAdvances(Font(true)) })
)

func readAdvances(ttf []byte) *advances {
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // a font that is part of the program
	}
	units := int(parsed.UnitsPerEm())
	var (
		table  advances
		buffer sfnt.Buffer
	)
	for r := range table {
		table[r] = -1
		glyph, err := parsed.GlyphIndex(&buffer, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		if wide, err := parsed.GlyphAdvance(&buffer, glyph, fixed.I(units), font.HintingNone); err == nil {
			table[r] = int16(math.Round(float64(wide) / 64 * em / float64(units)))
		}
	}
	return &table
}

// prints reports whether both weights of the font have r.
func prints(r rune) bool { return regularAdvances().has(r) && boldAdvances().has(r) }
