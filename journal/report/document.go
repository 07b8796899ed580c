package report

import (
	"strings"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// document is a report before it has a format: every sentence, chart and
// figure, in reading order. Nothing is left to decide but whether a part is
// empty, so that no format shows more than another.
type document struct {
	words *words.Words

	Lang, Written, Name string
	Paper               Paper

	Title            title
	Facts, Certainty string
	Remarks          []string
	Context          []term
	Later            string     // which weeks are not in it though no span left them out; "" for none
	Tracks           []trackRow // empty before a first reading

	Charts      []chart.Chart
	Moments     []momentList // what energized, what drained
	Withheld    bool         // their words are left out
	Dimensions  []dimension  // without questions that were never answered
	Events      []event
	Reflections []reflection
	Method      []paragraph
	Tables      []table
}

// Say returns a text that does not depend on the journal.
func (d document) Say(id string, args ...words.Args) string { return d.words.Say(id, args...) }

// title is the finding, cut so that the side in it can have its color.
type title struct{ Text, Before, Side, After, Class string }

// term is a fact about the report.
type term struct{ Name, Value string }

// paragraph is a paragraph that begins with a title.
type paragraph struct{ Title, Text string }

func newDocument(m material) document {
	w, r, has := m.words, m.result, m.options.has
	d := document{
		words: w,
		Lang:  string(w.Language), Written: w.Say("report.written", words.Args{"Date": w.Date(m.written)}),
		Name: m.options.Name, Paper: m.options.Paper,
		Title: titleOf(r, w), Facts: w.Facts(r), Certainty: w.Certainty(r), Remarks: remarksOf(m),
		Context: contextOf(m), Later: w.Later(m.later),
	}
	if read(r) {
		d.Tracks = tracksOf(m)
	}
	if has(ChartsSection) {
		d.Charts = chart.Charts(chart.Input{Result: r, Entries: m.quotable, Events: m.events, Kinds: m.kinds, Words: w})
	}
	if has(MomentsSection) {
		d.Moments, d.Withheld = momentLists(m), m.options.Redact.Text
	}
	if has(DimensionsSection) && read(r) {
		d.Dimensions = dimensionsOf(m)
	}
	if has(EventsSection) {
		d.Events = eventsOf(m)
	}
	if has(ReflectionsSection) {
		d.Reflections = reflectionsOf(m)
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
func read(r lean.Result) bool {
	return r.Verdict.Strength != lean.Insufficient && r.WeeksLogged > 0
}

func titleOf(r lean.Result, w *words.Words) title {
	t := title{Text: w.Finding(r), Class: string(r.Verdict.Side)}
	side := w.FindingSide(r)
	before, after, found := strings.Cut(t.Text, side)
	if side == "" || !found {
		t.Before = t.Text
		return t
	}
	t.Before, t.Side, t.After = before, side, after
	return t
}

// momentsLogged formats how many moments there are, and their hours as far as they
// were said.
func momentsLogged(m material) string {
	hours, said := 0.0, 0
	for _, e := range m.entries {
		for _, logged := range e.Moments {
			if e.Away == "" && logged.Hours > 0 {
				hours += logged.Hours
				said++
			}
		}
	}
	w, count := m.words, m.words.Number(float64(m.result.Moments), 0)
	switch said {
	case 0:
		return count
	case m.result.Moments:
		return w.Say("report.context.moments.value", words.Args{"Count": count, "Hours": w.Hours(hours)})
	}
	return w.Say("report.context.moments.some", words.Args{
		"Count": count, "Hours": w.Hours(hours), "Said": w.Number(float64(said), 0),
	})
}

// contextOf returns the facts under which the finding was made.
func contextOf(m material) []term {
	w, r := m.words, m.result
	terms := []term{
		{w.Say("report.context.period"), w.Say("report.period", words.Args{
			"From": w.Date(r.Span.From.Monday()), "To": w.Date(r.Span.To.Sunday()),
		})},
		{w.Say("report.context.weeks"), w.Say("report.context.weeks.value", words.Args{
			"Logged": w.Number(float64(r.WeeksLogged), 0), "Spanned": w.Number(float64(r.Span.Weeks()), 0),
		})},
		{w.Say("report.context.moments"), momentsLogged(m)},
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

// remarksOf returns the sentences that the window shows too.
func remarksOf(m material) []string {
	var sentences []string
	for _, remark := range m.words.Remarks(m.result, m.kinds) {
		sentences = append(sentences, remark.Text)
	}
	return sentences
}

func method(w *words.Words) []paragraph {
	var text []paragraph
	for _, id := range []string{"log", "week", "line", "claims", "sources", "limits"} {
		text = append(text, paragraph{w.Say("report.method." + id + ".title"), w.Say("report.method." + id)})
	}
	return text
}
