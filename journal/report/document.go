package report

import (
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// document is a report before it has a format: every sentence, chart and
// figure, in reading order. Nothing is left to decide but whether a part is
// empty, so that no format shows more than another.
type document struct {
	words *words.Words

	Lang, Name string
	Paper      Paper

	Brief brief

	// The sections, each empty unless it is chosen.
	Context     []term
	Tracks      []trackRow // empty before a first reading of time
	Note        string     // how to read the tracks
	Remarks     []string
	Charts      []chart.Chart // those that are not in the brief
	Moments     []momentList  // what energized, what drained
	Withheld    bool          // their words are left out
	Dimensions  []dimension   // without questions that were never answered
	Events      []event
	Reflections []reflection
	Method      []paragraph
	Tables      []table
}

// Say returns a text that does not depend on the journal.
func (d document) Say(id string, args ...words.Args) string { return d.words.Say(id, args...) }

// title is the finding, cut so that each side in it can have its color.
type title struct {
	Text   string
	Pieces []piece
}

// piece is a part of a title; Class is the side that it names, or "".
type piece struct{ Text, Class string }

// term is a fact about the report.
type term struct{ Name, Value string }

// paragraph is a paragraph that begins with a title.
type paragraph struct{ Title, Text string }

func newDocument(m material) document {
	w, r, has := m.words, m.result, m.options.has
	d := document{
		words: w, Lang: string(w.Language), Name: m.options.Name, Paper: m.options.Paper,
	}
	in := chart.Input{Result: r, Events: m.events, Kinds: m.kinds, Words: w, Today: journal.WeekOf(m.written)}
	d.Brief = newBrief(m, chart.LeadingCharts(in))
	if has(ChartsSection) || has(MomentsSection) {
		in.Entries = m.quotable()
	}
	if has(FindingsSection) {
		d.Context, d.Remarks = contextOf(m), remarksOf(m)
		if read(r) {
			d.Tracks = tracksOf(m)
			d.Note = strings.TrimSpace(w.Say("report.tracks.note") + " " + w.TracksNow(r))
		}
	}
	if has(ChartsSection) {
		d.Charts = chart.FurtherCharts(in)
	}
	if has(MomentsSection) {
		d.Moments, d.Withheld = momentLists(m, in.Entries), m.options.Redact.Text
	}
	if has(DimensionsSection) && read(r) {
		d.Dimensions = dimensionsOf(m)
	}
	if has(EventsSection) {
		d.Events = eventsOf(m)
	}
	if has(ReflectionsSection) {
		d.Reflections = m.reflections
	}
	if has(MethodSection) {
		d.Method = method(w)
	}
	if has(TablesSection) {
		d.Tables = tablesOf(m)
	}
	return d
}

// read reports whether a first reading may be made of r: before that nothing
// compares the tracks.
func read(r lean.Result) bool { return r.Time.State != lean.Insufficient }

func titleOf(r lean.Result, w *words.Words) title {
	t := title{Text: w.Finding(r)}
	rest := t.Text
	for _, side := range w.FindingSides(r) {
		before, after, found := strings.Cut(rest, side.Text)
		if !found {
			continue
		}
		t.Pieces = append(t.Pieces, piece{Text: before}, piece{side.Text, string(side.Side)})
		rest = after
	}
	t.Pieces = append(t.Pieces, piece{Text: rest})
	return t
}

// contextOf returns the facts under which the finding was made.
func contextOf(m material) []term {
	w, r := m.words, m.result
	terms := []term{
		{w.Say("report.context.period"), w.Say("report.period", words.Args{
			"From": w.Date(r.Span.From.Monday()), "To": w.Date(r.Span.To.Sunday()),
		})},
	}
	if p := r.Position; p.Role != "" {
		terms = append(terms, term{w.Say("report.context.role"), w.Say("report.context.role.value", words.Args{
			"Role": w.Role(p.Role), "Since": w.Date(p.Since.Monday()),
		})})
	}
	if size := r.Position.CompanySize; size != "" {
		terms = append(terms, term{w.Say("report.context.size"), w.CompanySize(size)})
	}
	return terms
}

// remarksOf returns the sentences that the window shows too: a line for each dial
// and what both rest on, then what else there is. There are none before anything
// was logged, as the title shows.
func remarksOf(m material) []string {
	w, r := m.words, m.result
	if r.WeeksLogged == 0 {
		return nil
	}
	sentences := slices.DeleteFunc([]string{w.TimeLine(r), w.EnergyLine(r), w.Basis(r)}, func(line string) bool { return line == "" })
	for _, remark := range w.Remarks(r, m.kinds) {
		sentences = append(sentences, remark.Text)
	}
	return sentences
}

func method(w *words.Words) []paragraph {
	var text []paragraph
	for _, id := range []string{"log", "time", "energy", "claims", "sources", "limits"} {
		text = append(text, paragraph{w.Say("report.method." + id + ".title"), w.Say("report.method." + id)})
	}
	return text
}
