package report_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// TestBriefShowsWhatWasChosen: moments that the user chose are in a brief and no
// others, and those that are private or deleted by now are not, nor is anything in
// their place.
func TestBriefShowsWhatWasChosen(t *testing.T) {
	in := briefOn(26, words.English)
	e := &in.Entries[3]
	e.Moments = []journal.Moment{
		{ID: "a", Text: "quokkaone", Kind: "coding", Track: journal.Technical, Energy: 1},
		{ID: "b", Text: "quokkatwo", Kind: "coding", Track: journal.Technical, Energy: 1},
		{ID: "c", Text: "quokkathree", Kind: "hiring", Track: journal.People, Energy: -1},
	}
	ref := func(id string) journal.MomentRef { return journal.MomentRef{Week: e.Week, ID: id} }
	in.Brief = journal.Brief{Gave: []journal.MomentRef{ref("a"), ref("b")}, Took: []journal.MomentRef{ref("c"), ref("a")}}
	check := func(when string, want ...string) {
		t.Helper()
		all := fold(report.BriefMarkdown(measured(in)))
		for _, text := range []string{"quokkaone", "quokkatwo", "quokkathree"} {
			if got := strings.Contains(all, text); got != slices.Contains(want, text) {
				t.Errorf("%s: %s is in the brief: %t", when, text, got)
			}
		}
		if strings.Contains(all, "leak across") || strings.Contains(all, "planning, third") {
			t.Errorf("%s: a moment is in the brief that was not chosen", when)
		}
	}
	check("chosen", "quokkaone", "quokkatwo", "quokkathree")
	e.Moments[0].Private = true
	check("one is private", "quokkatwo", "quokkathree")
	e.Moments[1].Energy = 0
	check("one gave nothing after all", "quokkathree")
	e.Moments[2].ID, e.Moments = "c", e.Moments[2:]
	moved := e.Moments[0]
	e.Moments = nil
	check("all are deleted")
	in.Entries[5].Moments = append(in.Entries[5].Moments, moved)
	check("one was moved to another week", "quokkathree")
	in.Entries[6].Moments = append(in.Entries[6].Moments, moved)
	check("its id is in two weeks")
}

// decade returns the input for a brief on ten years: 520 weeks of 20 moments each.
func decade(lang words.Language) report.Input {
	all := entries(520)
	for i := range all {
		e := &all[i]
		for k := 0; e.Away == "" && len(e.Moments) < 20; k++ {
			m := work[(i*7+k*3)%len(work)]
			e.Moments = append(e.Moments, journal.Moment{
				ID: fmt.Sprint("more", k), Text: m.text, Kind: m.kind, Track: m.track, Energy: m.energy, Hours: m.hours,
			})
		}
	}
	in := briefOn(0, lang)
	today := start.Add(519)
	in.Entries, in.Written = all, today.Monday()
	in.Result = lean.Of(all, events(), lean.SpanOf(all, today))
	return in
}

func BenchmarkBriefPDF(b *testing.B) {
	in := decade(words.English)
	b.ReportAllocs()
	for b.Loop() {
		if err := report.PDF(io.Discard, in); err != nil {
			b.Fatal(err)
		}
	}
}
