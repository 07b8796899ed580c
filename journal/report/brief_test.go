package report_test

import (
	"fmt"
	"io"
	"regexp"
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

// TestBriefLeavesOutWhatIsEmpty: a part of which there is nothing has no title.
func TestBriefLeavesOutWhatIsEmpty(t *testing.T) {
	for _, lang := range words.Languages {
		in := briefOn(26, lang)
		has := func(what string, want ...string) {
			t.Helper()
			text, page, paper := report.BriefMarkdown(in), htmlOf(t, in), onPaper(in)
			for _, part := range []string{"gave", "took", "changed", "try"} {
				title := in.Words.Say("brief." + part)
				inText, inPage, onPaper := strings.Contains(text, "## "+title+"\n"), strings.Contains(page, `id="`+part+`"`), slices.Contains(paper.bookmarks, title)
				if should := slices.Contains(want, part); inText != should || inPage != should || onPaper != should {
					t.Errorf("%s: %q is in the text: %t, on the page: %t, on paper: %t", what, title, inText, inPage, onPaper)
				}
			}
		}
		has("no wish", "gave", "took", "changed")
		in.Brief.Try = " \n\u200b"
		has("a wish that nobody sees", "gave", "took", "changed")
		in.Brief.Try = "A Staff role"
		has("a wish", "gave", "took", "changed", "try")
		in.Brief.Took = []journal.MomentRef{}
		has("nothing took energy", "gave", "changed", "try")
		in.Options.Redact.Text = true
		has("figures only", "changed")
		in.Events = nil
		in = measured(in)
		has("figures only, and no change")
		in.Options.Redact.Text = false
		has("no change", "gave", "try")
	}
}

// TestBriefIsCutAtAWord: what is long ends in an ellipsis after a whole word.
func TestBriefIsCutAtAWord(t *testing.T) {
	in := briefOn(26, words.English)
	in.Brief.Try = strings.Repeat("fewer reports, ", 60)
	for i := range in.Entries {
		for k := range in.Entries[i].Moments {
			in.Entries[i].Moments[k].Text = fmt.Sprint(i, k, strings.Repeat(" pooled\nconnections;", 30))
		}
	}
	cuts := regexp.MustCompile(`\S+…`).FindAllString(report.BriefMarkdown(measured(in)), -1)
	if len(cuts) != 1+2*journal.MostPicked {
		t.Errorf("these are cut: %q", cuts)
	}
	for _, cut := range cuts {
		if !slices.Contains([]string{"fewer…", "reports…", "pooled…", "connections…"}, cut) {
			t.Errorf("a text is cut after %s", cut)
		}
	}
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

// hostile are texts that take much room, or break at no word.
var hostile = []string{
	strings.Repeat("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 6),
	strings.Repeat("WWWWWWWWWWWW ", 40),
	strings.Repeat("👩🏽‍🚒🎉", 60),
	strings.Repeat("計画会議と採用面接と障害対応", 11),
	strings.Repeat("ניהול אנשים ושיחות קשות ", 10),
	strings.Repeat("line\nand\tline ", 40),
	strings.Repeat("𓀀", 120),
}

// withTexts returns in with text for whatever the user may write, as long as the
// journal takes it.
func withTexts(in report.Input, text string) report.Input {
	fit := func(limit int) string {
		clean, _ := journal.CleanText(text, limit)
		return clean
	}
	in.Options.Name = strings.Join(strings.Fields(fit(journal.MaxName)), " ")
	in.Brief.Try = fit(journal.MaxTry)
	in.Kinds = append(slices.Clone(in.Kinds), journal.Kind{ID: "own", Name: fit(journal.MaxName), Track: journal.People})
	in.Entries = slices.Clone(in.Entries)
	for i := range in.Entries {
		e := in.Entries[i].Clone()
		for k := range e.Moments {
			e.Moments[k].Text, e.Moments[k].Kind = fmt.Sprint(k, text), "own"
		}
		in.Entries[i] = e
	}
	in.Events = slices.Clone(in.Events)
	for i := range in.Events {
		in.Events[i].Title, in.Events[i].CompanySize = fit(journal.MaxTitle), fit(journal.MaxName)
	}
	return measured(in)
}

// oddBriefs calls check with briefs of every length, of people who log little or
// write much, in both languages.
func oddBriefs(t *testing.T, check func(t *testing.T, name string, in report.Input)) {
	t.Helper()
	for _, lang := range words.Languages {
		for _, weeks := range []int{0, 1, 2, 4, 6, 8, 13, 26, 104} {
			in := briefOn(weeks, lang)
			check(t, fmt.Sprint(weeks, " weeks in ", lang), in)
			in.Brief.Try = "A Staff role that leads one project at a time, with fewer reports."
			check(t, fmt.Sprint(weeks, " weeks and a wish in ", lang), in)
			for i, text := range hostile {
				check(t, fmt.Sprint(weeks, " weeks of hostile text ", i, " in ", lang), withTexts(in, text))
			}
		}
		in := decade(lang)
		check(t, "ten years", in)
		check(t, "ten years of much text", withTexts(in, hostile[0]))
		in = briefOn(40, lang)
		for i := range 30 {
			in.Events = append(in.Events, journal.Event{ID: fmt.Sprint("e", i), Week: start.Add(i), Kind: journal.EventKinds[i%len(journal.EventKinds)], Title: fmt.Sprint("Change ", i)})
		}
		check(t, "a change every week", measured(in))
		for name, change := range map[string]func(*journal.Entry){
			"no moments": func(e *journal.Entry) { e.Moments = nil },
			"no split":   func(e *journal.Entry) { e.Split = nil },
			"one gave":   func(e *journal.Entry) { e.Moments = e.Moments[:min(1, len(e.Moments))] },
			"all private": func(e *journal.Entry) {
				for k := range e.Moments {
					e.Moments[k].Private = true
				}
			},
			"all took": func(e *journal.Entry) {
				for k := range e.Moments {
					e.Moments[k].Energy = journal.Drained
				}
			},
		} {
			in := briefOn(40, lang)
			for i := range in.Entries {
				change(&in.Entries[i])
			}
			check(t, name, measured(in))
		}
		for seed := range uint64(30) {
			in := randomInput(seed, lang)
			in.Options.Sections = nil
			check(t, fmt.Sprint("seed ", seed), in)
		}
	}
}

// TestBriefHasTwoPagesAtMost also checks that ordinary briefs have one.
func TestBriefHasTwoPagesAtMost(t *testing.T) {
	oddBriefs(t, func(t *testing.T, name string, in report.Input) {
		for _, in.Options.Paper = range report.Papers {
			pages := len(report.Pages(in))
			if most := 1; pages > most && !strings.Contains(name, "text") || pages > 2 {
				t.Errorf("%s: the brief has %d pages on %s", name, pages, in.Options.Paper)
			}
		}
	})
}

// The parts of a brief are sections of it, and none is a part of the chart before it.
func TestBookmarksOfTheBrief(t *testing.T) {
	for n, page := range report.Pages(decade(words.English)) {
		for i, b := range page.Bookmarks {
			if want := min(n+i, 1); b.Level != want {
				t.Errorf("%q is at level %d, want %d", b.Text, b.Level, want)
			}
		}
	}
}
