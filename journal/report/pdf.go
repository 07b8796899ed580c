package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/report/paper"
	"heliotrope/journal/words"
)

// PDF writes the report on pages, A4 unless the options ask for another size. It fails
// only if w does.
func PDF(w io.Writer, in Input) error {
	d := newDocument(newMaterial(in))
	p := printed(d)
	p.Created = dayOf(in.Written)
	if err := paper.WritePDF(w, paper.LayOut(p, sheet(d.Paper)), p.Properties); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// Pages returns the pages that [PDF] writes, to be shown before it does.
func Pages(in Input) []paper.Page {
	d := newDocument(newMaterial(in))
	return paper.LayOut(printed(d), sheet(d.Paper))
}

// dayOf returns the day of t without its hour: two reports of one day, with the
// same contents, are the same to the byte.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func sheet(p Paper) paper.Size {
	if p == Letter {
		return paper.Letter
	}
	return paper.A4
}

// printed sets a document for paper.
func printed(d document) paper.Document {
	p := printer{document: d}
	p.brief()
	p.findings()
	for _, c := range onPaper(d.Charts) {
		p.put(paper.Figure{Title: c.Title, Caption: c.Caption, Wide: c.Wide, Height: c.Height, Draw: c.Draw})
	}
	p.moments()
	p.dimensions()
	p.events()
	p.reflections()
	p.method()
	for i, t := range d.Tables {
		p.table(t, i == 0)
	}
	return paper.Document{
		Properties: paper.Properties{Title: p.named(), Author: d.Name, Subject: d.Brief.Title.Text, Language: d.Lang},
		Blocks:     p.blocks,
		Foot:       d.Brief.Foot,
		Number: func(page, pages int) string {
			number := func(n int) string { return d.words.Number(float64(n), 0) }
			return d.Say("brief.page", words.Args{"Number": number(page), "Count": number(pages)})
		},
	}
}

// onPaper returns charts as they fill pages best. The kinds of work, many lines
// high in a column, are given the width of the page, and their place is before
// the charts that stand side by side, so that none of these is left alone.
func onPaper(charts []chart.Chart) []chart.Chart {
	charts = slices.Clone(charts)
	at := slices.IndexFunc(charts, func(c chart.Chart) bool { return slices.Contains(c.Figures, lean.KindFigure) })
	if at < 0 {
		return charts
	}
	kinds := charts[at]
	kinds.Wide = true
	charts = slices.Delete(charts, at, at+1)
	before := max(0, slices.IndexFunc(charts, func(c chart.Chart) bool { return !c.Wide }))
	return slices.Insert(charts, before, kinds)
}

// printer puts the parts of a document into blocks.
type printer struct {
	document
	blocks []paper.Block
}

func (p *printer) put(blocks ...paper.Block) { p.blocks = append(p.blocks, blocks...) }

func (p *printer) section(id string) {
	p.put(paper.Heading{Level: 2, Text: paper.Plain(p.Say(id))})
}

func (p *printer) note(text string) {
	p.put(paper.Paragraph{Text: paper.Plain(text), Style: paper.Note})
}

// lead is a note on what comes next, with which it stays.
func (p *printer) lead(text string) {
	p.put(paper.Paragraph{Text: paper.Plain(text), Style: paper.Note, WithNext: true})
}

// named returns what the document is, and whose.
func (p *printer) named() string {
	if p.Name == "" {
		return p.Brief.Kicker
	}
	return p.Brief.Kicker + " · " + p.Name
}

func (p *printer) brief() {
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
		p.put(paper.Figure{Title: c.Title, Caption: c.Caption, Wide: true, Height: c.Height, Draw: c.Draw})
	}
	p.picked()
	p.sideBySide(p.stories())
	p.sideBySide(p.ends())
}

// picked sets the moments in rows, those that gave energy next to those that took
// it.
func (p *printer) picked() {
	var heads, rows [2][]paper.Block
	for i, list := range p.Brief.Picked {
		heads[i] = []paper.Block{paper.Heading{Level: 2, Text: paper.Plain(list.Title)}}
		for _, m := range list.Moments {
			shape, role := chart.MarkOf(trackOf(m.Class))
			rows[i] = append(rows[i], paper.Quotes{{Text: m.Text, Note: m.Kind + " · " + m.Week, Shape: shape, Role: role}})
		}
	}
	if len(p.Brief.Picked) == 0 {
		return
	}
	p.put(paper.Columns{Left: heads[0], Right: heads[1]})
	for n := range max(len(rows[0]), len(rows[1])) {
		row := paper.Columns{Ruled: true}
		if n < len(rows[0]) {
			row.Left = rows[0][n : n+1]
		}
		if n < len(rows[1]) {
			row.Right = rows[1][n : n+1]
		}
		p.put(row)
	}
}

func (p *printer) stories() (columns [][]paper.Block) {
	for _, s := range p.Brief.Stories {
		blocks := []paper.Block{paper.Heading{Level: 2, Text: paper.Plain(s.Title)}}
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

// sideBySide sets two columns, or one as wide as the page.
func (p *printer) sideBySide(columns [][]paper.Block) {
	switch len(columns) {
	case 1:
		p.put(columns[0]...)
	case 2:
		p.put(paper.Columns{Left: columns[0], Right: columns[1]})
	}
}

// findings is what else the weeks show, and under which facts.
func (p *printer) findings() {
	if len(p.Remarks)+len(p.Tracks)+len(p.Context) == 0 {
		return
	}
	p.section("report.facts.title")
	var terms paper.Terms
	for _, t := range p.Context {
		terms = append(terms, paper.Term{Name: t.Name, Value: t.Value})
	}
	p.put(terms)
	p.tracks()
	for _, remark := range p.Remarks {
		p.put(paper.Paragraph{Text: paper.Plain(remark)})
	}
}

func (p *printer) tracks() {
	if len(p.Tracks) == 0 {
		return
	}
	p.lead(p.Note)
	t := paper.Table{Columns: []paper.Column{
		{Title: p.Say("report.tracks.work")}, {Title: p.Say("report.tracks.time")}, {Title: p.Say("report.tracks.energy")},
	}}
	for _, track := range p.Tracks {
		t.Rows = append(t.Rows, []paper.Cell{
			{Text: track.Name, Role: roleOf(track.Class)},
			{Text: track.Share, Bold: true, Picture: track.Bar},
			{Text: strings.TrimSpace(track.Energy + " " + track.Words), Bold: track.Energy != "", Picture: track.Strip},
		})
	}
	p.put(t)
}

func (p *printer) moments() {
	if len(p.Moments) == 0 && !p.Withheld {
		return
	}
	p.section("report.moments.title")
	if p.Withheld {
		p.note(p.Say("report.moments.withheld"))
	}
	for _, list := range p.Moments {
		p.put(paper.Heading{Level: 3, Text: paper.Plain(list.Title)})
		if len(list.Moments) == 0 {
			p.note(p.Say("report.moments.none"))
			continue
		}
		var quotes paper.Quotes
		for _, m := range list.Moments {
			notes := []string{m.Kind, m.Energy}
			if m.Hours != "" {
				notes = append(notes, m.Hours)
			}
			notes = append(notes, m.Week)
			if m.Chosen != "" {
				notes = append(notes, m.Chosen)
			}
			shape, role := chart.MarkOf(trackOf(m.Class))
			quotes = append(quotes, paper.Quote{Text: m.Text, Note: strings.Join(notes, " · "), Shape: shape, Role: role})
		}
		p.put(quotes)
	}
}

func (p *printer) dimensions() {
	if len(p.Dimensions) == 0 {
		return
	}
	p.section("report.stated.title")
	p.lead(p.Say("report.stated.note"))
	t := paper.Table{Columns: []paper.Column{
		{Title: p.Say("report.stated.question")}, {Title: p.words.TrackHeading(journal.Technical)}, {Title: p.words.Track(journal.People)},
		{Title: p.Say("report.kinds.mean"), Align: chart.End}, {Title: p.Say("report.stated.count"), Align: chart.End},
	}}
	for _, d := range p.Dimensions {
		t.Rows = append(t.Rows, []paper.Cell{
			{Text: d.Ask}, {Text: d.Technical, Role: chart.Technical}, {Text: d.People, Role: chart.People},
			{Text: d.Mean.Text, Role: roleOf(d.Mean.Class)}, {Text: d.N, Role: chart.Muted},
		})
	}
	p.put(t)
}

func (p *printer) events() {
	if len(p.Events) == 0 {
		return
	}
	p.section("report.events.title")
	t := paper.Table{Columns: []paper.Column{
		{Title: p.Say("report.events.when")}, {Title: p.Say("report.events.what")}, {Title: p.Say("report.events.details")},
	}}
	for _, e := range p.Events {
		t.Rows = append(t.Rows, []paper.Cell{{Text: e.Date, Role: chart.Muted}, {Text: e.Name}, {Text: e.Details, Role: chart.Muted}})
	}
	p.put(t)
}

func (p *printer) reflections() {
	if len(p.Reflections) == 0 {
		return
	}
	p.section("report.reflections.title")
	for _, r := range p.Reflections {
		p.put(paper.Heading{Level: 3, Text: paper.Plain(r.Week)})
		if r.Prompt != "" {
			p.lead(r.Prompt)
		}
		p.prose(r.Text)
	}
}

// prose puts what the user wrote in blocks.
func (p *printer) prose(text prose) {
	for _, b := range text {
		var runs []paper.Run
		for _, s := range b.shown() {
			runs = append(runs, paper.Run{Text: s.text, Bold: s.bold, Italic: s.italic, Code: s.code})
		}
		if b.depth > 0 {
			p.put(paper.Item{Mark: b.mark, Depth: b.depth, Text: runs})
		} else {
			p.put(paper.Paragraph{Text: runs, WithNext: b.kind == heading})
		}
	}
}

func (p *printer) method() {
	if len(p.Method) == 0 {
		return
	}
	p.section("report.method.title")
	for _, m := range p.Method {
		p.put(paper.Paragraph{Text: []paper.Run{{Text: m.Title + " ", Bold: true}, {Text: m.Text}}, Style: paper.Note})
	}
}

func (p *printer) table(t table, first bool) {
	if first {
		p.section("report.tables.title")
		p.lead(p.Say("report.tables.note"))
	}
	p.put(paper.Heading{Level: 3, Text: paper.Plain(t.Caption)})
	set := paper.Table{}
	for _, c := range t.Columns {
		column := paper.Column{Title: c.Name}
		if c.Number {
			column.Align = chart.End
		}
		set.Columns = append(set.Columns, column)
	}
	for _, r := range t.Rows {
		cells := []paper.Cell{{Text: r.Head, Role: roleOf(r.Class)}}
		for _, c := range r.Cells {
			role := roleOf(c.Class)
			if r.Missing {
				role = chart.Muted
			}
			cells = append(cells, paper.Cell{Text: c.Text, Role: role, Span: c.Span})
		}
		set.Rows = append(set.Rows, cells)
	}
	p.put(set)
}

// roleOf returns the color of a class: a side's own, and Ink for none.
func roleOf(class string) chart.Role {
	switch class {
	case string(journal.Technical):
		return chart.Technical
	case string(journal.People):
		return chart.People
	case string(journal.Both), "balance":
		return chart.Muted
	}
	return chart.Ink
}
