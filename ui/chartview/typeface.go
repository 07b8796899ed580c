package chartview

import (
	"image"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	fixedpoint "golang.org/x/image/math/fixed"

	"heliotrope/journal/chart"
)

// typeface draws texts in a given font, each character as wide as the font
// has it and none moved for the sake of the screen: what was set for paper
// appears on a screen as it does there. Fyne's own texts are as wide as those of
// the next whole size, which spoils lines that were made to fit.
type typeface struct {
	file   *sfnt.Font
	buffer sfnt.Buffer
	glyphs map[rune]glyph
}

// glyph is a character, in ems.
type glyph struct {
	outline []piece
	advance float32
}

// piece is a part of an outline: its kind and up to three points.
type piece struct {
	op     sfnt.SegmentOp
	points [3][2]float32
}

// newTypeface reads a TrueType file, which must be one that is part of the
// program.
func newTypeface(ttf []byte) *typeface {
	file, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err)
	}
	return &typeface{file: file, glyphs: make(map[rune]glyph)}
}

// glyph returns a character; that of an unknown one if the font lacks it.
func (t *typeface) glyph(r rune) glyph {
	if g, known := t.glyphs[r]; known {
		return g
	}
	var g glyph
	units := t.file.UnitsPerEm()
	size := fixedpoint.I(int(units))
	em := float32(size)
	index, _ := t.file.GlyphIndex(&t.buffer, r) // 0, the unknown one, on an error
	if advance, err := t.file.GlyphAdvance(&t.buffer, index, size, font.HintingNone); err == nil {
		g.advance = float32(math.Round(float64(advance)/float64(em)*1000)) / 1000 // as paper has it
	}
	if outline, err := t.file.LoadGlyph(&t.buffer, index, size, nil); err == nil {
		for _, s := range outline {
			part := piece{op: s.Op}
			for i, at := range s.Args {
				part.points[i] = [2]float32{float32(at.X) / em, float32(at.Y) / em}
			}
			g.outline = append(g.outline, part)
		}
	}
	t.glyphs[r] = g
	return g
}

// write draws a text.
func (p *painter) write(text chart.Text, face *typeface) {
	width := float32(0)
	for _, r := range text.Text {
		width += face.glyph(r).advance
	}
	size := float32(text.Size * p.scale)
	x, y := float32(text.At.X*p.scale), float32(text.At.Y*p.scale)
	switch text.Anchor {
	case chart.Middle:
		x -= width * size / 2
	case chart.End:
		x -= width * size
	}
	// A letter may reach over its width, and an accent over its line.
	box := image.Rect(int(x-size), int(y-2*size), int(x+width*size+2*size), int(y+size)).Intersect(p.picture.Bounds())
	if box.Empty() {
		return
	}
	slant := float32(0)
	if text.Slanted {
		slant = chart.Slant
	}
	p.raster.Reset(box.Dx(), box.Dy())
	x, y = x-float32(box.Min.X), y-float32(box.Min.Y)
	for _, r := range text.Text {
		g := face.glyph(r)
		for _, s := range g.outline {
			at := func(i int) (float32, float32) {
				return x + (s.points[i][0]-slant*s.points[i][1])*size, y + s.points[i][1]*size
			}
			p.trace(s.op, at)
		}
		p.raster.ClosePath()
		x += g.advance * size
	}
	p.raster.Draw(p.picture, box, image.NewUniform(p.colorOf(text.Role)), image.Point{})
}

// trace adds a part of an outline to what is filled next.
func (p *painter) trace(op sfnt.SegmentOp, at func(i int) (x, y float32)) {
	x0, y0 := at(0)
	x1, y1 := at(1)
	x2, y2 := at(2)
	switch op {
	case sfnt.SegmentOpMoveTo:
		p.raster.ClosePath()
		p.raster.MoveTo(x0, y0)
	case sfnt.SegmentOpLineTo:
		p.raster.LineTo(x0, y0)
	case sfnt.SegmentOpQuadTo:
		p.raster.QuadTo(x0, y0, x1, y1)
	case sfnt.SegmentOpCubeTo:
		p.raster.CubeTo(x0, y0, x1, y1, x2, y2)
	}
}
