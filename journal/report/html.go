package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"heliotrope/journal/chart"
)

//go:embed report.gohtml style.css
var files embed.FS

var htmlPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(files, "report.gohtml", "style.css"))
})

// HTML writes the report as one self-contained page. It fails only if w does.
func HTML(w io.Writer, in Input) error {
	if err := htmlPage().ExecuteTemplate(w, "report.gohtml", newPage(newDocument(newMaterial(in)))); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// page is a document with its pictures, as the template needs it.
type page struct {
	document
	Style template.CSS // the colors
	drawn int          // pictures so far, which numbers them

	BriefPictures, Pictures []picture // one a chart
}

// picture is a chart drawn for a page, and for a phone if it is too wide to
// fit one.
type picture struct {
	chart.Chart
	Page, Phone template.HTML
	Tall        bool // two others fit next to it
}

// Widths of charts: across the page, in one of two columns, on a phone.
const (
	pageWidth   = 758.0
	columnWidth = 342.0
	phoneWidth  = 300.0
)

func newPage(d document) *page {
	p := &page{document: d, Style: style(d.Paper)}
	for _, c := range d.Brief.Charts {
		c.Wide = true
		p.BriefPictures = append(p.BriefPictures, picture{Chart: c, Page: p.chart(c, pageWidth), Phone: p.chart(c, phoneWidth)})
	}
	for _, c := range d.Charts {
		if !c.Wide {
			const tall = 1.2 // heights of its width
			p.Pictures = append(p.Pictures, picture{
				Chart: c, Page: p.chart(c, columnWidth), Tall: c.Height(columnWidth) > tall*columnWidth,
			})
			continue
		}
		p.Pictures = append(p.Pictures, picture{Chart: c, Page: p.chart(c, pageWidth), Phone: p.chart(c, phoneWidth)})
	}
	return p
}

// chart draws a chart. There is no hovering on a phone.
func (p *page) chart(c chart.Chart, width float64) template.HTML {
	scene := c.Draw(width, c.Height(width), chart.FontMeasurer{})
	if width == phoneWidth {
		scene.Hits = nil
	}
	return p.draw(scene)
}

// Sizes of the pictures next to a figure.
const (
	sketchWidth = 180
	stripHeight = 18
	barHeight   = 10
)

// Strip draws an energy next to its figure.
func (p *page) Strip(s sketch) template.HTML { return p.sketch(s, stripHeight) }

// Bar draws a share next to its figure.
func (p *page) Bar(s sketch) template.HTML { return p.sketch(s, barHeight) }

func (p *page) sketch(s sketch, height float64) template.HTML {
	if s == nil {
		return ""
	}
	return p.draw(s(sketchWidth, height))
}

// draw puts a scene into the page.
func (p *page) draw(s chart.Scene) template.HTML {
	p.drawn++
	var b strings.Builder
	_ = s.InlineSVG(&b, chart.Light, fmt.Sprintf("picture-%d", p.drawn)) // memory does not fail
	return template.HTML(b.String())                                     // chart has escaped every text in it
}

// style gives the page and its pictures the colors of package chart. Paper is
// always light.
func style(paper Paper) template.CSS {
	var b strings.Builder
	fmt.Fprintf(&b, ":root { %s }\n", variables(chart.Light))
	fmt.Fprintf(&b, "@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; %s } }\n", variables(chart.Dark))
	for _, role := range chart.Roles() {
		fmt.Fprintf(&b, ".%v { color: var(--%v) } svg .%v { fill: var(--%v) } svg .line.%v { fill: none; stroke: var(--%v) }\n",
			role, role, role, role, role, role)
	}
	switch paper {
	case A4:
		b.WriteString("@page { size: A4 }\n")
	case Letter:
		b.WriteString("@page { size: letter }\n")
	}
	return template.CSS(b.String())
}

// variables names every color of a palette as a role names it.
func variables(p chart.Palette) string {
	var b strings.Builder
	fmt.Fprintf(&b, "--page: #%02X%02X%02X; --card: #%02X%02X%02X;", p.Page.R, p.Page.G, p.Page.B, p.Card.R, p.Card.G, p.Card.B)
	for _, role := range chart.Roles() {
		c := p.Color(role)
		fmt.Fprintf(&b, " --%v: #%02X%02X%02X;", role, c.R, c.G, c.B)
	}
	return b.String()
}
