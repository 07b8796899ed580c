package report

import (
	"bytes"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/outfile"
)

// Markdown makes the report in GitHub's flavor of Markdown, to be written at
// path, and next to it the charts as pictures that it shows: "report.md" comes
// with "report-dials.svg".
func Markdown(path string, in Input) []outfile.File {
	d := newDocument(newMaterial(in))
	m := markdownWriter{document: d, base: strings.TrimSuffix(path, filepath.Ext(path))}
	m.brief()
	m.findings()
	for _, c := range d.Charts {
		m.chart(c)
	}
	m.story()
	for _, t := range d.Tables {
		m.table(t)
	}
	m.printf("---\n\n%s\n", d.Brief.Foot)
	return append([]outfile.File{{Path: path, Content: m.Bytes()}}, m.pictures...)
}

// BriefMarkdown formats the brief as one text in Markdown, to be pasted: its charts
// are in words, and whatever else the options ask for is left out.
func BriefMarkdown(in Input) string {
	in.Options.Sections = nil
	m := markdownWriter{document: newDocument(newMaterial(in)), inWords: true}
	m.brief()
	m.printf("---\n\n%s\n", m.Brief.Foot)
	return m.String()
}

// markdownWriter writes a document into memory, so that nothing can fail on
// the way.
type markdownWriter struct {
	bytes.Buffer
	document
	base     string // of the paths of pictures
	inWords  bool   // charts are, without pictures
	pictures []outfile.File
}

func (m *markdownWriter) printf(format string, args ...any) { fmt.Fprintf(&m.Buffer, format, args...) }

func (m *markdownWriter) heading(text string) { m.printf("## %s\n\n", inline(text)) }

// brief writes the brief, with its charts as pictures next to the file or, without
// a file, in words.
func (m *markdownWriter) brief() {
	b := m.Brief
	m.printf("%s", b.Kicker)
	if m.Name != "" {
		m.printf(" · **%s**", inline(m.Name))
	}
	m.printf(" · %s\n\n# %s\n\n", b.Date, b.Title.Text)
	for _, t := range b.Facts {
		m.printf("- **%s** · %s\n", t.Name, inline(t.Value))
	}
	if len(b.Facts) > 0 {
		m.printf("\n")
	}
	if b.Later != "" {
		m.printf("%s\n\n", b.Later)
	}
	for _, c := range b.Charts {
		c.Wide = true
		m.chart(c)
	}
	for _, list := range b.Picked {
		m.heading(list.Title)
		for _, q := range list.Moments {
			m.printf("- %s (%s · %s)\n", inline(q.Text), inline(q.Kind), q.Week)
		}
		m.printf("\n")
	}
	for _, s := range b.Stories {
		m.heading(s.Title)
		for _, text := range s.Paragraphs {
			m.printf("%s\n\n", inline(text))
		}
	}
	for _, p := range b.Ends {
		m.printf("**%s** %s\n\n", p.Title, p.Text)
	}
}

// findings writes what else the weeks show, and under which facts.
func (m *markdownWriter) findings() {
	if len(m.Remarks)+len(m.Tracks)+len(m.Context) == 0 {
		return
	}
	m.heading(m.Say("report.facts.title"))
	for _, t := range m.Context {
		m.printf("- **%s** · %s\n", t.Name, inline(t.Value))
	}
	m.printf("\n")
	for _, remark := range m.Remarks {
		m.printf("- %s\n", inline(remark))
	}
	if len(m.Remarks) > 0 {
		m.printf("\n")
	}
	if len(m.Tracks) > 0 {
		m.printf("%s\n\n", m.Note)
		m.head([]column{{m.Say("report.tracks.work"), false}, {m.Say("report.tracks.time"), true}, {m.Say("report.tracks.energy"), true}})
		for _, t := range m.Tracks {
			m.cells(t.Name, t.Share, strings.TrimSpace(t.Energy+" "+t.Words))
		}
		m.printf("\n")
	}
}

// Widths of the pictures next to a report in Markdown.
const (
	wideFile   = 760.0
	narrowFile = 440.0
)

func (m *markdownWriter) chart(c chart.Chart) {
	m.heading(c.Title)
	if m.inWords {
		m.printf("%s\n\n", inline(c.Summary))
		return
	}
	width := narrowFile
	if c.Wide {
		width = wideFile
	}
	scene := c.Draw(width, c.Height(width), chart.FontMeasurer{})
	var b bytes.Buffer
	_ = scene.SVG(&b, chart.Light) // memory does not fail
	path := m.base + "-" + c.ID + ".svg"
	m.pictures = append(m.pictures, outfile.File{Path: path, Content: b.Bytes()})
	m.printf("![%s](%s)\n\n%s\n\n", inline(c.Summary), url.PathEscape(filepath.Base(path)), inline(c.Caption))
}

// story writes what the user wrote and answered, and how all was worked out.
func (m *markdownWriter) story() {
	if len(m.Moments) > 0 || m.Withheld {
		m.heading(m.Say("report.moments.title"))
	}
	if m.Withheld {
		m.printf("%s\n\n", m.Say("report.moments.withheld"))
	}
	for _, list := range m.Moments {
		m.printf("### %s\n\n", list.Title)
		if len(list.Moments) == 0 {
			m.printf("%s\n\n", m.Say("report.moments.none"))
		}
		for _, q := range list.Moments {
			m.moment(q)
		}
	}
	m.dimensions()
	if len(m.Events) > 0 {
		m.heading(m.Say("report.events.title"))
		for _, e := range m.Events {
			m.printf("- %s · **%s** (%s)\n", e.Date, inline(e.Name), inline(e.Details))
		}
		m.printf("\n")
	}
	if len(m.Reflections) > 0 {
		m.heading(m.Say("report.reflections.title"))
	}
	for _, r := range m.Reflections {
		m.printf("### %s\n\n", r.Week)
		if r.Prompt != "" {
			m.printf("%s\n\n", inline(r.Prompt))
		}
		m.printf("%s\n", quotedProse(r.Text))
	}
	if len(m.Method) > 0 {
		m.heading(m.Say("report.method.title"))
	}
	for _, p := range m.Method {
		m.printf("**%s** %s\n\n", p.Title, p.Text)
	}
}

func (m *markdownWriter) moment(q moment) {
	notes := []string{inline(q.Kind), q.Energy}
	if q.Hours != "" {
		notes = append(notes, q.Hours)
	}
	notes = append(notes, q.Week)
	if q.Chosen != "" {
		notes = append(notes, q.Chosen)
	}
	m.printf("%s\n%s\n\n", quoted(q.Text), strings.Join(notes, " · "))
}

func (m *markdownWriter) dimensions() {
	if len(m.Dimensions) == 0 {
		return
	}
	m.heading(m.Say("report.stated.title"))
	m.printf("%s\n\n", m.Say("report.stated.note"))
	m.head([]column{{m.Say("report.stated.question"), false}, {m.words.TrackHeading(journal.Technical), false},
		{m.words.TrackHeading(journal.People), false}, {m.Say("report.kinds.mean"), true}, {m.Say("report.stated.count"), true}})
	for _, d := range m.Dimensions {
		m.cells(d.Ask, d.Technical, d.People, d.Mean.Text, d.N)
	}
	m.printf("\n")
}

func (m *markdownWriter) table(t table) {
	if t.ID == m.Tables[0].ID {
		m.heading(m.Say("report.tables.title"))
		m.printf("%s\n\n", m.Say("report.tables.note"))
	}
	m.printf("### %s\n\n", t.Caption)
	m.head(t.Columns)
	for _, row := range t.Rows {
		texts := []string{row.Head}
		for _, c := range row.Cells {
			texts = append(texts, c.Text)
			for range c.Span - 1 {
				texts = append(texts, "")
			}
		}
		m.cells(texts...)
	}
	m.printf("\n")
}

// head begins a table.
func (m *markdownWriter) head(columns []column) {
	var names []string
	line := "|"
	for _, c := range columns {
		names = append(names, c.Name)
		if c.Number {
			line += " ---: |"
		} else {
			line += " --- |"
		}
	}
	m.cells(names...)
	m.printf("%s\n", line)
}

// cells writes a row of a table.
func (m *markdownWriter) cells(texts ...string) {
	m.printf("|")
	for _, text := range texts {
		m.printf(" %s |", inCell(text))
	}
	m.printf("\n")
}
