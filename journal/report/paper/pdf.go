package paper

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/text/unicode/norm"

	"heliotrope/journal/chart"
)

// WritePDF writes pages as a PDF in the colors of [chart.Light].
func WritePDF(w io.Writer, pages []Page, p Properties) error {
	pdf := newPDF(p)
	for _, page := range pages {
		pdf.page(page.Scene)
		for _, b := range page.Bookmarks {
			pdf.file.Bookmark(named(b.Text), b.Level, b.Y)
		}
	}
	var file bytes.Buffer
	if err := pdf.file.Output(&file); err != nil {
		return err
	}
	accessible(file.Bytes())
	_, err := w.Write(file.Bytes())
	return err
}

// accessible asks a reader to show the title of a file instead of its name, and
// says that the file is of the version that can do so. fpdf has no way to, but
// writes an empty list of attachments, in whose place there is room: every other
// byte stays where the file says it is.
func accessible(file []byte) {
	const attachments, title = "/Names <<\n/EmbeddedFiles << /Names [\n  \n] >>\n>>", "/ViewerPreferences <</DisplayDocTitle true>>"
	overwrite(file, "%PDF-1.3", "%PDF-1.5")
	overwrite(file, attachments, fmt.Sprintf("%-*s", len(attachments), title))
}

// overwrite replaces the first old in file, if there is one, by something as long.
func overwrite(file []byte, old, as string) {
	if at := bytes.Index(file, []byte(old)); at >= 0 {
		copy(file[at:], as)
	}
}

var languageTag = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

// family names the font within a PDF.
const family = "dejavusans"

// pdfWriter draws scenes into a file. What it sets stays set until it is set
// to something else, or the page ends.
type pdfWriter struct {
	file    *fpdf.Fpdf
	palette chart.Palette
	glyphs  map[*chart.Glyph]fpdf.Template
}

func newPDF(p Properties) pdfWriter {
	file := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: A4.Width, Ht: A4.Height}})
	file.SetMargins(0, 0, 0)
	file.SetAutoPageBreak(false, 0)
	file.SetCatalogSort(true)
	created := p.Created
	if created.IsZero() {
		created = time.Unix(0, 0).UTC() // fpdf would ask the clock
	}
	file.SetCreationDate(created)
	file.SetModificationDate(created)
	file.SetTitle(named(p.Title), true)
	if p.Author != "" {
		file.SetAuthor(named(p.Author), true)
	}
	if p.Subject != "" {
		file.SetSubject(named(p.Subject), true)
	}
	file.SetCreator("Heliotrope", true)
	file.SetXmpMetadata(metadata(p, created))
	if languageTag.MatchString(p.Language) { // fpdf writes it as it is
		file.SetLang(p.Language)
	}
	// fpdf may write into the font that it is given.
	file.AddUTF8FontFromBytes(family, "", bytes.Clone(Font(false)))
	file.AddUTF8FontFromBytes(family, "B", bytes.Clone(Font(true)))
	file.SetLineJoinStyle("round")
	return pdfWriter{file, chart.Light, make(map[*chart.Glyph]fpdf.Template)}
}

// named returns text for the properties and bookmarks of a file, in reading
// order. There the reader's own fonts are used, but fpdf knows characters up to
// U+FFFF only.
func named(text string) string {
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || unseen(r) && r > 0xFFFF:
			return ' '
		}
		return r
	}, text)
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if r > 0xFFFF {
			b.WriteString(namesOf([][]rune{{r}}))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (d pdfWriter) page(s chart.Scene) {
	d.file.AddPageFormat("P", fpdf.SizeType{Wd: s.Width, Ht: s.Height})
	for _, item := range s.Items {
		switch v := item.(type) {
		case chart.Line:
			d.line(v)
		case chart.Rule:
			d.rule(v)
		case chart.Area:
			d.fill(v.Role)
			d.polygon(v.Points)
		case chart.Rect:
			d.rect(v)
		case chart.Mark:
			d.mark(v)
			if v.Hollow {
				d.mark(v.Inside())
			}
		case chart.Text:
			d.text(v)
		case chart.Drawn:
			d.drawn(v)
		}
	}
}

func (d pdfWriter) line(l chart.Line) {
	if len(l.Points) < 2 {
		return
	}
	d.stroke(l.Role, l.Width)
	d.file.MoveTo(l.Points[0].X, l.Points[0].Y)
	for _, p := range l.Points[1:] {
		d.file.LineTo(p.X, p.Y)
	}
	d.file.DrawPath("D")
}

func (d pdfWriter) rule(r chart.Rule) {
	d.stroke(r.Role, r.Width)
	if r.Dashed {
		d.file.SetDashPattern([]float64{3, 3}, 0)
		defer d.file.SetDashPattern(nil, 0)
	}
	d.file.Line(r.From.X, r.From.Y, r.To.X, r.To.Y)
}

func (d pdfWriter) rect(r chart.Rect) {
	in := r.Outline / 2 // half of an outline is drawn outside
	x, y, width, height := r.Min.X+in, r.Min.Y+in, r.Max.X-r.Min.X-2*in, r.Max.Y-r.Min.Y-2*in
	if r.Outline > 0 {
		d.stroke(r.Role, r.Outline)
		d.file.Rect(x, y, width, height, "D")
		return
	}
	d.fill(r.Role)
	d.file.Rect(x, y, width, height, "F")
}

func (d pdfWriter) mark(m chart.Mark) {
	d.fill(m.Role)
	if corners := m.Corners(); corners != nil {
		d.polygon(corners)
		return
	}
	d.file.Circle(m.At.X, m.At.Y, m.Radius, "F")
}

func (d pdfWriter) text(t chart.Text) {
	seen := strings.Map(func(r rune) rune {
		if !prints(r) {
			return box // fpdf cannot write a character that the font lacks
		}
		return r
	}, t.Text)
	if seen == "" {
		return
	}
	t.Text = seen
	x := startOf(t)
	style := ""
	if t.Bold {
		style = "B"
	}
	d.file.SetFont(family, style, t.Size)
	c := d.palette.Color(t.Role)
	d.file.SetTextColor(int(c.R), int(c.G), int(c.B))
	if t.Slanted {
		d.file.TransformBegin()
		defer d.file.TransformEnd()
		d.file.TransformSkewX(math.Atan(chart.Slant)*180/math.Pi, x, t.At.Y)
	}
	d.file.Text(x, t.At.Y, seen)
}

// drawn draws a glyph as a shape that all its places share, over an unseen box
// that stands for its text where a reader searches or copies it.
func (d pdfWriter) drawn(v chart.Drawn) {
	if v.Glyph == nil {
		return
	}
	edge := reach(v.Glyph)
	shape, known := d.glyphs[v.Glyph]
	if !known {
		shape = fpdf.CreateTpl(fpdf.PointType{}, fpdf.SizeType{Wd: 2 * edge * em, Ht: 2 * edge * em}, "P", "pt", "", func(t *fpdf.Tpl) {
			for _, contour := range (chart.Drawn{At: chart.Point{X: edge * em, Y: edge * em}, Size: em, Glyph: v.Glyph}).Outline() {
				t.MoveTo(contour[0].X, contour[0].Y)
				for _, p := range contour[1:] {
					t.LineTo(p.X, p.Y)
				}
				t.ClosePath()
			}
			t.DrawPath("F")
		})
		d.glyphs[v.Glyph] = shape
	}
	d.fill(v.Role)
	if v.Slanted {
		d.file.TransformBegin()
		defer d.file.TransformEnd()
		d.file.TransformSkewX(math.Atan(chart.Slant)*180/math.Pi, v.At.X, v.At.Y)
	}
	d.file.RawWriteStr(fmt.Sprintf("/Span <</ActualText <%X>>> BDC", utf16Text(v.Text)))
	d.file.SetTextRenderingMode(3) // unseen
	d.file.SetFont(family, "", v.Size)
	d.file.Text(v.At.X, v.At.Y, string(box))
	d.file.SetTextRenderingMode(0)
	d.file.UseTemplateScaled(shape, fpdf.PointType{X: v.At.X - edge*v.Size, Y: v.At.Y - edge*v.Size},
		fpdf.SizeType{Wd: 2 * edge * v.Size, Ht: 2 * edge * v.Size})
	d.file.RawWriteStr("EMC")
}

// reach returns how many ems around its beginning a glyph needs, a whole number.
func reach(g *chart.Glyph) float64 {
	reach := 1.0
	for _, contour := range g.Contours {
		for _, p := range contour {
			reach = max(reach, math.Abs(p.X), math.Abs(p.Y))
		}
	}
	return math.Ceil(reach)
}

// utf16Text returns a text as PDF writes one that may contain any character.
func utf16Text(text string) []byte {
	b := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.BigEndian.AppendUint16(b, unit)
	}
	return b
}

func (d pdfWriter) polygon(points []chart.Point) {
	corners := make([]fpdf.PointType, len(points))
	for i, p := range points {
		corners[i] = fpdf.PointType{X: p.X, Y: p.Y}
	}
	d.file.Polygon(corners, "F")
}

func (d pdfWriter) stroke(role chart.Role, width float64) {
	c := d.palette.Color(role)
	d.file.SetDrawColor(int(c.R), int(c.G), int(c.B))
	d.file.SetLineWidth(width)
}

func (d pdfWriter) fill(role chart.Role) {
	c := d.palette.Color(role)
	d.file.SetFillColor(int(c.R), int(c.G), int(c.B))
}
