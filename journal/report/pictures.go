package report

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
)

// pictures draws scenes into the page and numbers them.
type pictures struct{ drawn int }

func (p *pictures) draw(s chart.Scene) template.HTML {
	p.drawn++
	var b bytes.Buffer
	_ = s.InlineSVG(&b, chart.Light, fmt.Sprintf("picture-%d", p.drawn)) // memory does not fail
	return template.HTML(b.String())                                     // chart has escaped every text in it
}

// Sizes of the pictures in a cell of a table.
const (
	stripWidth, stripHeight = 180, 18
	barWidth, barHeight     = 180, 10
)

// strip draws an energy; weight from 0 to 1 is the size of its mark.
func (p *pictures) strip(k lean.Kind, weight float64, track journal.Track) template.HTML {
	strip := chart.Strip{Mean: k.Mean, Low: k.Low, High: k.High, HasBand: k.HasBand, Weight: weight, Track: track}
	return p.draw(strip.Scene(stripWidth, stripHeight))
}

func (p *pictures) bar(share float64, track journal.Track) template.HTML {
	return p.draw(chart.ShareBar(share, track, barWidth, barHeight))
}

// style gives the page and its pictures the colours of package chart. Paper is
// always light.
func style() template.CSS {
	var b strings.Builder
	fmt.Fprintf(&b, ":root { %s }\n", variables(chart.Light))
	fmt.Fprintf(&b, "@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; %s } }\n", variables(chart.Dark))
	for _, role := range chart.Roles() {
		fmt.Fprintf(&b, ".%v { color: var(--%v) } svg .%v { fill: var(--%v) } svg .line.%v { fill: none; stroke: var(--%v) }\n",
			role, role, role, role, role, role)
	}
	return template.CSS(b.String())
}

// variables names every colour of a palette as a role names it.
func variables(p chart.Palette) string {
	var b strings.Builder
	fmt.Fprintf(&b, "--page: #%02X%02X%02X; --card: #%02X%02X%02X;", p.Page.R, p.Page.G, p.Page.B, p.Card.R, p.Card.G, p.Card.B)
	for _, role := range chart.Roles() {
		c := p.Color(role)
		fmt.Fprintf(&b, " --%v: #%02X%02X%02X;", role, c.R, c.G, c.B)
	}
	return b.String()
}
