package paper

import (
	"strings"

	"heliotrope/journal/chart"
)

// The sizes of type.
var (
	titleLook   = look{size: 19, leading: 24, bold: true}
	sectionLook = look{size: 13.5, leading: 18, bold: true}
	partLook    = look{size: 10, leading: 14, bold: true}
	leadLook    = look{size: 11.5, leading: 17}
	bodyLook    = look{size: 9.5, leading: 14.5}
	noteLook    = look{size: 8.2, leading: 12, role: chart.Muted}
)

// longest is how wide running text may be, so that the eye finds the next line.
const longest = 452.0

func (s setter) heading(h Heading) []strip {
	look, above, below := titleLook, 10.0, 8.0
	switch {
	case h.Level >= 3, h.Level == 2 && h.Small:
		look, above, below = partLook, 16, 5
	case h.Level == 2:
		look, above, below = sectionLook, 30, 8
	}
	title, room := text{h.Text, look}, s.width
	if h.Level == 1 {
		room = title.evenRoom(room)
	}
	set := textStrips(title, 0, room)
	for i := range set {
		set[i].withNext = true
	}
	var name strings.Builder
	for _, run := range h.Text {
		name.WriteString(run.Text)
	}
	set[0].bookmarks = []heading{{level: max(1, h.Level), text: name.String()}}
	set[0].above, set[len(set)-1].below = above, below
	return set
}

func (s setter) paragraph(p Paragraph) []strip {
	look := map[Style]look{Body: s.body, Lead: leadLook, Note: s.note}[p.Style]
	set := apart(fewStrips(text{p.Text, look}, 0, s.line, p.Lines))
	set[0].above, set[len(set)-1].below = s.body.leading/4, s.body.leading/2
	for i := range set {
		set[i].withNext = set[i].withNext || p.WithNext
	}
	return set
}

// itemIndent is how far a list is from the text around it.
const itemIndent = 16.0

func (s setter) item(i Item) []strip {
	left := itemIndent * float64(i.Depth)
	set := textStrips(text{i.Text, s.body}, left, s.line-left)
	if i.Mark != "" {
		mark := text{Plain(i.Mark), s.body}
		set[0].items = append(set[0].items, mark.set(mark.lines(itemIndent * 2)[0], left-itemIndent*1.5, itemIndent*1.5-4, s.body.rise(), chart.End)...)
	}
	set = apart(set)
	set[0].above, set[len(set)-1].below = 2, 3
	return set
}

// textStrips sets each line of t as a strip, between left and left+room.
func textStrips(t text, left, room float64) []strip { return fewStrips(t, left, room, 0) }

// fewStrips is textStrips with no more than most lines, or any number for 0.
func fewStrips(t text, left, room float64, most int) []strip {
	var set []strip
	for _, line := range t.fewLines(room, most) {
		set = append(set, strip{
			height: t.look.leading,
			items:  t.set(line, left, room, t.look.rise(), chart.Start),
		})
	}
	return set
}

// Measures of a quote.
const (
	quoteIndent = 16.0
	quoteMark   = 3.2 // radius
)

func (s setter) quotes(quotes Quotes) []strip {
	var all []strip
	for _, q := range quotes {
		room := s.line - quoteIndent
		set := fewStrips(text{Plain(strings.TrimSpace(q.Text)), s.body}, quoteIndent, room, q.Lines)
		set[0].items = append(set[0].items, chart.Mark{
			At: chart.Point{X: quoteMark + 1, Y: s.body.leading / 2}, Radius: quoteMark, Shape: q.Shape, Role: q.Role,
		})
		if q.Note != "" {
			set[len(set)-1].withNext = true
			set = append(set, textStrips(text{Plain(q.Note), s.note}, quoteIndent, room)...)
		}
		set = apart(set)
		set[0].above, set[len(set)-1].below = 7, 7
		all = append(all, set...)
	}
	return all
}

const (
	termWidth = 108.0 // the least that a term asks for
	termGap   = 16.0
)

// terms are set in rows of as many columns of the same width as fit.
func (s setter) terms(terms Terms) []strip {
	columns := max(1, min(len(terms), int((s.width+termGap)/(termWidth+termGap))))
	room := (s.width+termGap)/float64(columns) - termGap
	var all []strip
	for from := 0; from < len(terms); from += columns {
		row := strip{above: 7, below: 7}
		inRow := terms[from:min(from+columns, len(terms))]
		for i, term := range inRow {
			left := float64(i) * (room + termGap)
			items, end := stack([]text{{Plain(term.Name), s.note}, {Plain(term.Value), s.body}}, left, room, 0)
			row.items = append(row.items, items...)
			row.height = max(row.height, end)
		}
		if row.height <= s.height {
			all = append(all, row)
			continue
		}
		for _, term := range inRow { // too much text for a row
			all = append(all, s.paragraph(Paragraph{Text: Plain(term.Name), Style: Note})...)
			all = append(all, s.paragraph(Paragraph{Text: Plain(term.Value)})...)
		}
	}
	return all
}

// stack sets texts under each other from y down, and returns where they end.
// What is empty takes no room.
func stack(texts []text, left, room, y float64) ([]chart.Item, float64) {
	return fewStacked(texts, left, room, y, 0)
}

// fewStacked is stack with no more than most lines of each, or any number for 0.
func fewStacked(texts []text, left, room, y float64, most int) ([]chart.Item, float64) {
	var items []chart.Item
	for _, t := range texts {
		if len(t.runs) == 1 && t.runs[0].Text == "" {
			continue
		}
		for _, line := range t.fewLines(room, most) {
			items = append(items, t.set(line, left, room, y+t.look.rise(), chart.Start)...)
			y += t.look.leading
		}
	}
	return items, y
}
