package paper

import (
	"bytes"
	"io"
	"math"
	"regexp"
	"strings"
	"time"

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
	return pdf.file.Output(w)
}

var languageTag = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

// family names the font within a PDF.
const family = "dejavusans"

// pdfWriter draws scenes into a file. What it sets stays set until it is set
// to something else, or the page ends.
type pdfWriter struct {
	file    *fpdf.Fpdf
	palette chart.Palette
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
	file.SetAuthor(named(p.Author), true)
	file.SetSubject(named(p.Subject), true)
	file.SetCreator("Heliotrope", true)
	if languageTag.MatchString(p.Language) { // fpdf writes it as it is
		file.SetLang(p.Language)
	}
	// fpdf may write into the font that it is given.
	file.AddUTF8FontFromBytes(family, "", bytes.Clone(Font(false)))
	file.AddUTF8FontFromBytes(family, "B", bytes.Clone(Font(true)))
	file.SetLineJoinStyle("round")
	return pdfWriter{file, chart.Light}
}

// named returns text for the properties and bookmarks of a file, in reading
// order. There the reader's own fonts are used, but fpdf knows characters up to
// U+FFFF only.
func named(text string) string {
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		switch {
		case r > 0xFFFF:
			return box
		case r < ' ':
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
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
	x := t.At.X
	switch t.Anchor {
	case chart.Middle:
		x -= widthOf(seen, t.Size, t.Bold) / 2
	case chart.End:
		x -= widthOf(seen, t.Size, t.Bold)
	}
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
