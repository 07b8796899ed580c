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
	set, pages := printed(in)
	if err := paper.WritePDF(w, pages, set.Properties); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// Pages returns the pages that [PDF] writes, to be shown before it does.
func Pages(in Input) []paper.Page {
	_, pages := printed(in)
	return pages
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

// printed sets a report on pages: the brief, on one page if there is a way to have it
// there and on two if not, and after it the sections.
func printed(in Input) (set paper.Document, pages []paper.Page) {
	d := newDocument(newMaterial(in))
	for _, fit := range append(briefFits, briefFits[0]) {
		p := printer{document: d, created: dayOf(in.Written)}
		p.brief(fit.charts)
		set = p.printed(fit.all)
		if pages = paper.LayOut(set, sheet(d.Paper)); len(pages) > 1 {
			continue
		}
		if p.sections() {
			set = p.printed(fit.all)
			pages = paper.LayOut(set, sheet(d.Paper))
		}
		return set, pages
	}
	return set, pages
}

// printed returns the blocks as a document, with all of it scaled.
func (p *printer) printed(scale float64) paper.Document {
	return paper.Document{
		Properties: paper.Properties{Title: p.named(), Author: p.Name, Subject: p.Brief.Title.Text, Language: p.Lang, Created: p.created},
		Blocks:     p.blocks,
		Foot:       p.Brief.Foot,
		Number: func(page, pages int) string {
			number := func(n int) string { return p.words.Number(float64(n), 0) }
			return p.Say("brief.page", words.Args{"Number": number(page), "Count": number(pages)})
		},
		Scale: scale,
	}
}

// sections puts all that is added to the brief on new pages, and reports whether
// anything is.
func (p *printer) sections() bool {
	before := len(p.blocks)
	p.put(paper.Break{})
	p.findings()
	for _, c := range onPaper(p.Charts) {
		p.put(paper.Figure{Title: c.Title, Caption: c.Caption, Wide: c.Wide, Height: c.Height, Draw: c.Draw})
	}
	p.moments()
	p.dimensions()
	p.events()
	p.reflections()
	p.method()
	for i, t := range p.Tables {
		p.table(t, i == 0)
	}
	return len(p.blocks) > before+1
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
	created time.Time
	blocks  []paper.Block
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
