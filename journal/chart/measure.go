package chart

import (
	"sync"
	"unicode"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// FontMeasurer measures texts for a reader whose font is not known, such as that of a
// browser: with DejaVu Sans, which is among the widest that stand behind "sans-serif". It
// is safe for use by several goroutines.
type FontMeasurer struct{}

// Width implements [Measurer].
func (FontMeasurer) Width(text string, size float64, bold bool) float64 {
	advance := regular()
	if bold {
		advance = heavy()
	}
	width := 0.0
	for _, r := range text {
		width += advance(r)
	}
	return width * size
}

var (
	regular = sync.OnceValue(func() func(rune) float64 { return advances(dejavusans.TTF) })
	heavy   = sync.OnceValue(func() func(rune) float64 { return advances(dejavusansbold.TTF) })
)

// lacking is how wide a character counts that the font lacks, in ems: an emoji is up to
// that wide.
const lacking = 1.25

// advances returns a function for how wide a character of a font is, in ems. One that is
// drawn on another counts as nothing.
func advances(ttf []byte) func(rune) float64 {
	const em = 1000
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // a font that is part of the program
	}
	var known sync.Map // rune to float64
	return func(r rune) float64 {
		if width, ok := known.Load(r); ok {
			return width.(float64)
		}
		width := lacking
		var buffer sfnt.Buffer
		glyph, err := parsed.GlyphIndex(&buffer, r)
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			width = 0
		case err == nil && glyph != 0:
			if a, err := parsed.GlyphAdvance(&buffer, glyph, fixed.I(em), font.HintingNone); err == nil {
				width = float64(a) / 64 / em
			}
		}
		known.Store(r, width)
		return width
	}
}
