package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"
)

// svgFont is what the texts are set in: the reader's own sans-serif.
const svgFont = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif"

// SVG writes the scene as a picture file in the colors of p.
func (s Scene) SVG(w io.Writer, p Palette) error {
	d := svgWriter{palette: p}
	d.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s"`, svgNumber(s.Width), svgNumber(s.Height))
	d.scene(s, "chart", true)
	_, err := w.Write(d.Bytes())
	return err
}

// InlineSVG writes the scene as an element of an HTML document, where id is not
// used by anything else. The colors are those of p unless a style sheet gives
// others: every shape has the class of its role, such as "technical" or
// "band90", and also "line", "mark" or "text". The regions of the hits have
// their tips as titles, which a browser shows on hovering.
func (s Scene) InlineSVG(w io.Writer, p Palette, id string) error {
	d := svgWriter{palette: p}
	d.printf(`<svg`)
	d.scene(s, id, false)
	_, err := w.Write(d.Bytes())
	return err
}

// svgWriter writes a picture into memory, so that nothing can fail on the way.
type svgWriter struct {
	bytes.Buffer
	palette Palette
}

func (d *svgWriter) printf(format string, args ...any) { fmt.Fprintf(&d.Buffer, format, args...) }

// scene writes everything after the name of the element.
func (d *svgWriter) scene(s Scene, id string, ground bool) {
	d.printf(` viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title %s-desc" font-family="%s">`+"\n",
		svgNumber(s.Width), svgNumber(s.Height), id, id, svgFont)
	d.printf("<title id=\"%s-title\">%s</title>\n", id, svgText(s.Title))
	d.printf("<desc id=\"%s-desc\">%s</desc>\n", id, svgText(s.Summary))
	if ground {
		d.printf("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", svgColor(d.palette.Card))
	}
	for _, item := range s.Items {
		d.item(item)
	}
	for _, hit := range s.Hits {
		d.printf(`<rect class="hit" x="%s" y="%s" width="%s" height="%s" fill="none" pointer-events="all"><title>%s</title></rect>`+"\n",
			svgNumber(hit.Min.X), svgNumber(hit.Min.Y),
			svgNumber(hit.Max.X-hit.Min.X), svgNumber(hit.Max.Y-hit.Min.Y), svgText(strings.Join(hit.Tip(), "\n")))
	}
	d.printf("</svg>\n")
}

func (d *svgWriter) item(item Item) {
	switch v := item.(type) {
	case Line:
		d.printf(`<polyline points="%s" fill="none" stroke-linejoin="round"`, svgPoints(v.Points))
		d.stroke("line", v.Role, v.Width)
	case Rule:
		d.printf(`<line x1="%s" y1="%s" x2="%s" y2="%s"`,
			svgNumber(v.From.X), svgNumber(v.From.Y), svgNumber(v.To.X), svgNumber(v.To.Y))
		if v.Dashed {
			d.printf(` stroke-dasharray="3 3"`)
		}
		d.stroke("line", v.Role, v.Width)
	case Area:
		d.printf(`<polygon points="%s"`, svgPoints(v.Points))
		d.fill("area", v.Role)
	case Rect:
		in := v.Outline / 2 // SVG draws half of an outline outside
		d.printf(`<rect x="%s" y="%s" width="%s" height="%s"`, svgNumber(v.Min.X+in), svgNumber(v.Min.Y+in),
			svgNumber(v.Max.X-v.Min.X-2*in), svgNumber(v.Max.Y-v.Min.Y-2*in))
		if v.Outline > 0 {
			d.printf(` fill="none"`)
			d.stroke("line", v.Role, v.Outline)
			return
		}
		d.fill("area", v.Role)
	case Mark:
		d.mark(v)
		if v.Hollow {
			d.mark(v.Inside())
		}
	case Text:
		d.text(v)
	}
}

func (d *svgWriter) mark(m Mark) {
	if corners := m.Corners(); corners != nil {
		d.printf(`<polygon points="%s"`, svgPoints(corners))
	} else {
		d.printf(`<circle cx="%s" cy="%s" r="%s"`, svgNumber(m.At.X), svgNumber(m.At.Y), svgNumber(m.Radius))
	}
	d.fill("mark", m.Role)
}

func (d *svgWriter) text(t Text) {
	d.printf(`<text x="%s" y="%s" font-size="%s"`, svgNumber(t.At.X), svgNumber(t.At.Y), svgNumber(t.Size))
	if t.Bold {
		d.printf(` font-weight="bold"`)
	}
	if t.Anchor != Start {
		d.printf(` text-anchor="%s"`, map[Anchor]string{Middle: "middle", End: "end"}[t.Anchor])
	}
	d.printf(" class=\"text %v\" fill=\"%s\">%s</text>\n", t.Role, svgColor(d.palette.Color(t.Role)), svgText(t.Text))
}

func (d *svgWriter) stroke(class string, role Role, width float64) {
	d.printf(" class=\"%s %v\" stroke=\"%s\" stroke-width=\"%s\"/>\n", class, role, svgColor(d.palette.Color(role)), svgNumber(width))
}

func (d *svgWriter) fill(class string, role Role) {
	d.printf(" class=\"%s %v\" fill=\"%s\"/>\n", class, role, svgColor(d.palette.Color(role)))
}

func svgColor(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// svgNumber writes a coordinate to a hundredth, in one form only.
func svgNumber(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	if text == "-0" || text == "" {
		return "0"
	}
	return text
}

func svgPoints(points []Point) string {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(svgNumber(p.X) + "," + svgNumber(p.Y))
	}
	return b.String()
}

// svgText escapes text. Characters that XML does not allow become U+FFFD.
func svgText(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder never fails
	return b.String()
}
