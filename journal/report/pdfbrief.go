package report

import (
	"heliotrope/journal"
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

// The most lines of what the user wrote in a brief. It is cut before, see the limits
// of a brief, but a character that no font has takes as many as its name.
const (
	titleLines  = 3 // of a chart, which may name a change at work
	pickedLines = 4
	storyLines  = 12
)

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
		p.put(paper.Figure{Title: c.Title, Caption: c.Caption, Wide: true, Scale: scale, Lines: titleLines, Height: c.Height, Draw: c.Draw})
	}
	p.picked()
	p.sideBySide(p.stories(), false)
	p.sideBySide(p.ends(), true)
}

// picked sets the moments in rows, those that gave energy next to those that took
// it.
func (p *printer) picked() {
	lists := p.Brief.Picked
	if len(lists) == 0 {
		return
	}
	var head paper.Columns
	var rows [journal.MostPicked]paper.Columns
	most := 0
	for _, list := range lists {
		side := func(c *paper.Columns) *[]paper.Block {
			c.Whole, c.WithNext = len(lists) == 1, true
			if list.ID == "took" {
				return &c.Right
			}
			return &c.Left
		}
		*side(&head) = []paper.Block{paper.Heading{Level: 2, Small: true, Text: paper.Plain(list.Title)}}
		for n, m := range list.Moments {
			shape, role := chart.MarkOf(trackOf(m.Class))
			*side(&rows[n]) = []paper.Block{paper.Quotes{{Text: m.Text, Note: m.Kind + " · " + m.Week, Shape: shape, Role: role, Lines: pickedLines}}}
			rows[n].Ruled = true
			most = max(most, n+1)
		}
	}
	rows[most-1].WithNext = false
	p.put(head)
	for _, row := range rows[:most] {
		p.put(row)
	}
}

func (p *printer) stories() (columns [][]paper.Block) {
	for _, s := range p.Brief.Stories {
		blocks := []paper.Block{paper.Heading{Level: 2, Small: true, Text: paper.Plain(s.Title)}}
		for _, text := range s.Paragraphs {
			blocks = append(blocks, paper.Paragraph{Text: paper.Plain(text), Lines: storyLines})
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
		p.put(paper.Columns{Left: columns[0], Right: columns[1], Whole: true, Ruled: ruled})
	}
}
