package report

import (
	"html/template"
	"math"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// view is the page as the template needs it: sentences and pictures. Nothing is
// left to decide but whether a part is empty.
type view struct {
	words *words.Words

	Lang, Written string
	Style         template.CSS // the colours

	Title                      title
	Facts, Certainty, Movement string
	Context                    []term

	Caption      string
	Wide, Narrow template.HTML // the lean chart on a page and on a phone
	Weeks        []weekRow

	// Before a first reading these are empty.
	Tracks []trackRow
	Kinds  []kindRow
	Stated []statedRow // without questions that were never answered

	OmitText    bool
	Moments     []momentList // what energized, what drained
	Events      []event
	Reflections []reflection
	Method      []paragraph
}

// Say words what does not depend on the journal.
func (v view) Say(id string) string { return v.words.Say(id) }

// title is the finding, cut so that the side in it can have its colour.
type title struct{ Text, Before, Side, After, Class string }

// term is a fact about the report.
type term struct{ Name, Value string }

// paragraph is a paragraph that begins with a title.
type paragraph struct{ Title, Text string }

// Sizes of the lean chart.
const (
	wideWidth, wideHeight     = 704, 330
	narrowWidth, narrowHeight = 300, 320
)

func viewOf(in Input) view {
	in.Entries, in.Events = entriesOf(in), eventsOf(in)
	w, r := in.Words, in.Result
	var p pictures
	v := view{
		words: w,
		Lang:  string(w.Language), Written: w.Say("report.written", words.Args{"Date": w.Date(in.Written)}),
		Style: style(),
		Title: titleOf(r, w), Facts: w.Facts(r), Certainty: w.Certainty(r), Movement: w.Movement(r),
		Context:  contextOf(in),
		Caption:  chart.Charts(chart.Input{Result: r, Events: in.Events, Kinds: in.Kinds, Words: w})[0].Caption,
		Weeks:    weekRows(in),
		OmitText: in.OmitText,
		Moments:  momentLists(in),
		Events:   eventList(in),
		Method:   method(w),
	}
	wide := chart.LeanChart(r, in.Events, w, chart.FontMeasurer{}, wideWidth, wideHeight)
	narrow := chart.LeanChart(r, in.Events, w, chart.FontMeasurer{}, narrowWidth, narrowHeight)
	narrow.Hits = nil // there is no hovering on a phone
	v.Wide, v.Narrow = p.draw(wide), p.draw(narrow)
	if r.Verdict.Strength != lean.Insufficient && r.WeeksLogged > 0 {
		v.Tracks, v.Kinds, v.Stated = trackRows(in, &p), kindRows(in, &p), statedRows(in, &p)
	}
	if in.Reflections && !in.OmitText {
		v.Reflections = reflections(in)
	}
	return v
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

// contextOf gives the facts under which the finding was made.
func contextOf(in Input) []term {
	w, r := in.Words, in.Result
	hours := 0.0
	for _, e := range in.Entries {
		hours += hoursOf(e)
	}
	terms := []term{
		{w.Say("report.context.period"), w.Say("report.period", words.Args{
			"From": w.Date(r.Span.From.Monday()), "To": w.Date(r.Span.To.Sunday()),
		})},
		{w.Say("report.context.weeks"), w.Say("report.context.weeks.value", words.Args{
			"Logged": w.Number(float64(r.WeeksLogged), 0), "Spanned": w.Number(float64(r.Span.Weeks()), 0),
		})},
		{w.Say("report.context.moments"), w.Say("report.context.moments.value", words.Args{
			"Count": w.Number(float64(r.Moments), 0), "Hours": w.Hours(math.Round(hours)),
		})},
	}
	return append(terms, position(in)...)
}

// position says which role and which company the span ends in, as far as
// events tell.
func position(in Input) []term {
	w := in.Words
	var role, size journal.Event
	for _, e := range in.Events {
		if e.Role != "" {
			role = e
		}
		if e.CompanySize != "" {
			size = e
		}
	}
	var terms []term
	if role.Role != "" {
		terms = append(terms, term{w.Say("report.context.role"), w.Say("report.context.role.value", words.Args{
			"Role": w.Role(role.Role), "Since": w.Date(role.Week.Monday()),
		})})
	}
	if size.CompanySize != "" {
		people := strings.ReplaceAll(size.CompanySize, "-", "–")
		terms = append(terms, term{w.Say("report.context.size"), w.Say("report.context.size.value", words.Args{"Size": people})})
	}
	return terms
}

func method(w *words.Words) []paragraph {
	var text []paragraph
	for _, id := range []string{"log", "week", "line", "claims", "limits"} {
		text = append(text, paragraph{w.Say("report.method." + id + ".title"), w.Say("report.method." + id)})
	}
	return text
}
