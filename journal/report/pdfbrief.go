package report

import (
	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

// named returns what the document is, and whose.
func (p *printer) named() string {
	if p.Name == "" {
		return p.Brief.Kicker
	}
	return p.Brief.Kicker + " · " + p.Name
}

// briefFits are the ways to have a brief on one page, the first of which that does is
// taken: what the lengths and letters of its charts, and those of all, are multiplied
// with.
var briefFits = []struct{ charts, all float64 }{{paper.FigureScale, 1}, {0.66, 1}, {0.66, 0.96}, {0.62, 0.93}, {0.6, 0.9}}

// brief puts the brief, with its charts as large as scale says and, unless that is
// the usual scale, as low as they can be.
func (p *printer) brief(scale float64) {
	b := p.Brief
	p.put(paper.Ends{Left: paper.Plain(p.named()), Right: paper.Plain(b.Date)})
	var runs []paper.Run
	for _, piece := range b.Title.Pieces {
		runs = append(runs, paper.Run{Text: piece.Text, Role: roleOf(piece.Class)})
	}
	p.put(paper.Heading{Level: 1, Text: runs})
	var facts paper.Facts
	for _, t := range b.Facts {
		facts = append(facts, paper.Term{Name: t.Name, Value: t.Value})
	}
	p.put(facts)
	if b.Later != "" {
		p.note(b.Later)
	}
	for _, c := range b.Charts {
		if scale != paper.FigureScale {
			c.Height = func(width float64) float64 { return c.Draw(width, 0, paper.Measurer{}).Height }
		}
		p.put(paper.Figure{Title: c.Title, Caption: c.Caption, Wide: true, Scale: scale, Height: c.Height, Draw: c.Draw})
	}
	p.picked()
	p.sideBySide(p.stories(), false)
	p.sideBySide(p.ends(), true)
}

// picked sets the moments in rows, those that gave energy next to those that took
// it.
func (p *printer) picked() {
	var heads, rows [2][]paper.Block
	for i, list := range p.Brief.Picked {
		heads[i] = []paper.Block{paper.Heading{Level: 3, Text: paper.Plain(list.Title)}}
		for _, m := range list.Moments {
			shape, role := chart.MarkOf(trackOf(m.Class))
			rows[i] = append(rows[i], paper.Quotes{{Text: m.Text, Note: m.Kind + " · " + m.Week, Shape: shape, Role: role}})
		}
	}
	if len(p.Brief.Picked) == 0 {
		return
	}
	p.put(paper.Columns{Left: heads[0], Right: heads[1], WithNext: true})
	most := max(len(rows[0]), len(rows[1]))
	for n := range most {
		row := paper.Columns{Ruled: true, WithNext: n < most-1}
		row.Left, row.Right = cellOf(rows[0], n), cellOf(rows[1], n)
		p.put(row)
	}
}

// cellOf returns the n-th of a column, or what is as empty where it has fewer.
func cellOf(column []paper.Block, n int) []paper.Block {
	switch {
	case n < len(column):
		return column[n : n+1]
	case len(column) > 0:
		return []paper.Block{paper.Paragraph{}}
	}
	return nil
}

func (p *printer) stories() (columns [][]paper.Block) {
	for _, s := range p.Brief.Stories {
		blocks := []paper.Block{paper.Heading{Level: 3, Text: paper.Plain(s.Title)}}
		for _, text := range s.Paragraphs {
			blocks = append(blocks, paper.Paragraph{Text: paper.Plain(text)})
		}
		columns = append(columns, blocks)
	}
	return columns
}

func (p *printer) ends() (columns [][]paper.Block) {
	for _, e := range p.Brief.Ends {
		columns = append(columns, []paper.Block{paper.Paragraph{
			Text: []paper.Run{{Text: e.Title + " ", Bold: true, Role: chart.Ink}, {Text: e.Text}}, Style: paper.Note,
		}})
	}
	return columns
}

// sideBySide sets up to two columns.
func (p *printer) sideBySide(columns [][]paper.Block, ruled bool) {
	if len(columns) > 0 {
		columns = append(columns, nil)
		p.put(paper.Columns{Left: columns[0], Right: columns[1], Ruled: ruled})
	}
}
