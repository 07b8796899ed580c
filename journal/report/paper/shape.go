package paper

import (
	"math"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"heliotrope/journal/chart"
)

// shape returns how characters look next to each other, from left to right: each
// alone, or a whole stretch that runs from right to left. It is nil if the font
// lacks one, or has it as a picture only.
func (f *shelfFace) shape(characters []rune) (shown []foreign) {
	defer func() {
		if recover() != nil {
			f.face, f.broken, shown = nil, true, nil // a damaged file
		}
	}()
	if !f.read() {
		return nil
	}
	rightToLeft := isRightToLeft(characters)
	in := shaping.Input{
		Text: characters, RunEnd: len(characters), Face: f.face, Size: fixed.I(em),
		Script: scriptOf(characters), Direction: di.DirectionLTR, Language: language.DefaultLanguage(),
	}
	if rightToLeft {
		in.Direction = di.DirectionRTL
	}
	glyphs := f.shaper.Shape(in).Glyphs
	for i := 0; i < len(glyphs); {
		next := foreign{glyph: &chart.Glyph{Font: f.family}}
		first := glyphs[i].TextIndex()
		from, to := first, first+glyphs[i].RunesCount()
		for ; i < len(glyphs) && (rightToLeft || glyphs[i].TextIndex() == first); i++ {
			g := glyphs[i]
			from, to = min(from, g.TextIndex()), max(to, g.TextIndex()+g.RunesCount())
			outline, ok := f.face.GlyphDataOutline(g.GlyphID) // also of a font that has it in colors
			if !ok || g.GlyphID == 0 || len(outline.Segments) == 0 && g.Advance > 0 {
				return nil
			}
			x, y := float64(next.advance)+units(g.XOffset), units(g.YOffset)
			next.glyph.Contours = append(next.glyph.Contours, contoursOf(outline.Segments, float64(f.face.Upem()), x/em, y/em)...)
			next.advance += int(math.Round(units(g.Advance)))
		}
		next.text = string(characters[from:to])
		shown = append(shown, next)
	}
	for _, s := range shown {
		if len(s.glyph.Contours) == 0 {
			return nil
		}
	}
	return shown
}

func units(v fixed.Int26_6) float64 { return float64(v) / 64 }

// scriptOf returns the script of the first character that has one.
func scriptOf(characters []rune) language.Script {
	for _, r := range characters {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Common
}

// contoursOf returns an outline whose unit is 1/upem of an em, its curves as
// straight lines, moved by x and y ems to the right and up.
func contoursOf(outline []font.Segment, upem, x, y float64) [][]chart.Point {
	var contours [][]chart.Point
	for _, s := range outline {
		var at [3]chart.Point
		for i, p := range s.Args {
			at[i] = chart.Point{X: x + float64(p.X)/upem, Y: -y - float64(p.Y)/upem}
		}
		if s.Op == opentype.SegmentOpMoveTo {
			contours = append(contours, []chart.Point{at[0]})
			continue
		}
		if len(contours) == 0 {
			continue
		}
		last := &contours[len(contours)-1]
		from := (*last)[len(*last)-1]
		switch s.Op {
		case opentype.SegmentOpLineTo:
			*last = append(*last, at[0])
		case opentype.SegmentOpQuadTo:
			third := func(a, b chart.Point) chart.Point { return chart.Point{X: (a.X + 2*b.X) / 3, Y: (a.Y + 2*b.Y) / 3} }
			*last = appendCurve(*last, from, third(from, at[0]), third(at[1], at[0]), at[1])
		case opentype.SegmentOpCubeTo:
			*last = appendCurve(*last, from, at[0], at[1], at[2])
		}
	}
	return contours
}

// appendCurve adds a cubic Bézier curve as lines that are no farther from it
// than a thousandth of an em.
func appendCurve(points []chart.Point, a, b, c, d chart.Point) []chart.Point {
	// The second derivative bounds how far a chord is from its curve.
	bend := math.Max(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y), math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y))
	const tolerance = 0.001
	steps := min(max(1, math.Ceil(math.Sqrt(0.75*bend/tolerance))), 32)
	for i := 1.0; i <= steps; i++ {
		t := i / steps
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		points = append(points, chart.Point{X: k0*a.X + k1*b.X + k2*c.X + k3*d.X, Y: k0*a.Y + k1*b.Y + k2*c.Y + k3*d.Y})
	}
	return points
}
