package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// The secrets, one for each choice of what to leave out. Each is a word, so
// that each may be a name as well.
const (
	inText       = "quokkatext"
	inReflection = "quokkareflection"
	inTag        = "quokkatag"
	inPrivate    = "quokkaprivate"
	inAway       = "quokkaaway"
	inID         = "quokkaid"
)

// planted returns an input with a secret in every text of the journal.
func planted(lang words.Language) report.Input {
	in := input(26, lang)
	in.Kinds = append(in.Kinds,
		journal.Kind{ID: "own-" + inText, Name: "The " + inText + " circle", Track: journal.People},
		journal.Kind{ID: "hush-" + inPrivate, Name: "Hush, " + inPrivate, Track: journal.Technical},
		journal.Kind{ID: "unused-" + inText, Name: "Unused " + inText, Track: journal.Both})
	in.Kinds[0].Name = "My " + inText // of a built-in kind
	for i := range in.Entries {
		e := &in.Entries[i]
		if e.Away != "" {
			e.Away = "Off with " + inAway
		}
		e.Evidence, e.Diary = &journal.Hours{Technical: 20, Both: 2, People: 9}, []journal.DiaryDay{{Day: 1, Hours: journal.Hours{People: 8}}}
		e.Prompt, e.Reflection = "What of "+inReflection+"?", "It was\n"+inReflection+"’s."
		for k := range e.Moments {
			m := &e.Moments[k]
			secret := inText
			if m.Private {
				secret = inPrivate
				m.Tags = []string{inPrivate}
			} else {
				m.Tags = []string{"met-" + inTag, inTag}
			}
			m.ID = fmt.Sprintf("%s-%d", inID, k)
			m.Source = inID
			m.Text = fmt.Sprintf("(%s) in week %d, %d", secret, i, k)
			switch {
			case m.Private && i%2 == 0:
				m.Kind = "hush-" + inPrivate
			case m.Private:
				m.Kind = "lost-" + inPrivate // of no catalog
			case k == 0:
				m.Kind = "own-" + inText
			case k == 1:
				m.Kind = "lost-" + inText
			case k == 2:
				m.Kind = in.Kinds[0].ID
			}
		}
	}
	for i := range in.Events {
		e := &in.Events[i]
		e.ID, e.Title, e.CompanySize = inID+e.ID, e.Title+" "+inText, "with "+inText
	}
	in.Brief.Try = "More of " + inText
	for _, e := range in.Entries {
		for _, m := range e.Moments {
			ref := journal.MomentRef{Week: e.Week, ID: m.ID}
			switch {
			case m.Energy > 0 && len(in.Brief.Gave) < journal.MostPicked && m.Private == (len(in.Brief.Gave) == 0):
				in.Brief.Gave = append(in.Brief.Gave, ref) // the first one is private
			case m.Energy < 0 && len(in.Brief.Took) < journal.MostPicked && m.Private == (len(in.Brief.Took) == 0):
				in.Brief.Took = append(in.Brief.Took, ref)
			}
		}
	}
	in.Result = lean.Of(in.Entries, in.Events, in.Result.Span)
	return in
}

// everyFormat returns all files of a report, and what is on its pages, which a PDF
// compresses, in one text, folded so that no way to write a word hides it.
func everyFormat(t *testing.T, in report.Input) string {
	t.Helper()
	var b strings.Builder
	for _, f := range report.Formats {
		files, err := report.Files("talk"+f.Ext(), f, in)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b.WriteString(file.Path + "\n")
			b.Write(contentOf(t, file))
		}
	}
	for _, page := range report.Pages(in) {
		b.WriteString(page.Scene.Title + page.Scene.Summary)
		for _, bookmark := range page.Bookmarks {
			b.WriteString(bookmark.Text + "\n")
		}
		for _, item := range page.Scene.Items {
			if text, ok := item.(chart.Text); ok {
				b.WriteString(text.Text + " ")
			}
		}
	}
	b.WriteString(report.BriefMarkdown(in))
	return fold(b.String())
}

// What is redacted is in no format, not even where it cannot be seen; what is
// not redacted is there.
func TestRedaction(t *testing.T) {
	everything := []string{inText, inReflection, inTag, inPrivate, inAway, inID}
	for _, tt := range []struct {
		name   string
		redact report.Redaction
		shows  []string
	}{
		{"nothing", report.Redaction{}, []string{inText, inReflection, inTag}},
		{"text", report.Redaction{Text: true}, []string{inTag}},
		{"reflections", report.Redaction{Reflections: true}, []string{inText, inTag}},
		{"tags", report.Redaction{Tags: true}, []string{inText, inReflection}},
		{"everything", report.Redaction{Text: true, Reflections: true, Tags: true}, nil},
		{"names", report.Redaction{Names: everything}, nil},
		{"one name", report.Redaction{Names: []string{"QuokkaTEXT"}}, []string{inReflection, inTag}},
	} {
		for _, lang := range words.Languages {
			t.Run(tt.name+"/"+string(lang), func(t *testing.T) {
				in := planted(lang)
				in.Options.Redact = tt.redact
				all := everyFormat(t, in) + fold(report.Material(in))
				for _, secret := range everything {
					if got, want := strings.Contains(all, secret), slices.Contains(tt.shows, secret); got != want {
						at := max(0, strings.Index(all, secret)-80)
						t.Errorf("%s is in the report: %t, want %t: …%.160q", secret, got, want, all[at:])
					}
				}
				in.Options.Sections = nil
				brief := everyFormat(t, in)
				for _, secret := range everything {
					if strings.Contains(brief, secret) && (secret == inReflection || !slices.Contains(tt.shows, secret)) {
						t.Errorf("%s is in the brief", secret)
					}
				}
				if shows := slices.Contains(tt.shows, inText); strings.Contains(brief, "more of "+inText) != shows || strings.Contains(brief, "("+inText+") in week") != shows {
					t.Errorf("the brief has the wish and the moments: %t, want %t", !shows, shows)
				}
			})
		}
	}
}

// A name is hidden however it is written, wherever that is, and in the name of
// the writer too. Everything else stays.
func TestRedactionOfNames(t *testing.T) {
	for _, spelling := range []string{"Éloïse", "E\u0301loi\u0308se", "ÉLOÏSE", "eloise", "Élo\u00adïse", "“Éloïse”", "#éloïse!", "Éloïse’s"} {
		in := input(26, words.French)
		in.Options.Name = spelling
		in.Kinds = append(in.Kinds, journal.Kind{ID: "with-eloise", Name: "Avec " + spelling, Track: journal.People})
		for i := range in.Entries {
			e := &in.Entries[i]
			e.Prompt, e.Reflection = "Et "+spelling+" ?", "Vu "+spelling+"\net Éloïsette."
			for k := range e.Moments {
				m := &e.Moments[k]
				m.Text += " avec " + spelling
				m.Tags = []string{spelling}
				if k == 0 {
					m.Kind = "with-eloise"
				}
			}
		}
		for i := range in.Events {
			in.Events[i].Title, in.Events[i].CompanySize = "Chez "+spelling, spelling+" & Cie"
		}
		in.Result = lean.Of(in.Entries, in.Events, in.Result.Span)
		in.Options.Redact.Names = []string{"éloïse"}
		all := everyFormat(t, in)
		all = strings.ReplaceAll(all, "\u00ad", "")
		if left := strings.ReplaceAll(all, "eloisette", ""); strings.Contains(left, "eloise") {
			at := strings.Index(left, "eloise")
			t.Errorf("%q is left: %.120q", spelling, left[max(0, at-60):])
		}
		for _, want := range []string{"eloisette", "[...]", "retry queue"} {
			if !strings.Contains(all, want) {
				t.Errorf("%q: the report lacks %q", spelling, want)
			}
		}
	}
}

// Redaction takes words out, and no figure.
func TestRedactionKeepsFigures(t *testing.T) {
	in := planted(words.English)
	files := func(in report.Input) string {
		in.Options.Sections = []report.Section{report.TablesSection}
		return string(report.Markdown("talk.md", in)[0].Content)
	}
	whole := files(in)
	in.Options.Redact = report.Redaction{Text: true, Reflections: true, Tags: true}
	redacted := files(in)
	// The names of kinds differ.
	cut := func(text string) (weeks, kinds, quarters string) {
		_, text, _ = strings.Cut(text, "### Week by week")
		weeks, text, _ = strings.Cut(text, "### Kinds of work") // with what was measured
		kinds, quarters, _ = strings.Cut(text, "### Where time and energy stood")
		return weeks, kinds, quarters
	}
	weeks, kinds, quarters := cut(whole)
	weeksLeft, kindsLeft, quartersLeft := cut(redacted)
	if weeks == "" || weeks != weeksLeft || quarters == "" || quarters != quartersLeft {
		t.Error("the weeks or the quarters are not the same")
	}
	if strings.Count(kinds, "\n") != strings.Count(kindsLeft, "\n") {
		t.Error("a kind is lost")
	}
}

// The journal itself is as it was.
func TestRedactionChangesCopies(t *testing.T) {
	in, same := planted(words.English), planted(words.English)
	in.Options.Redact = report.Redaction{Text: true, Reflections: true, Tags: true, Names: []string{inText}}
	everyFormat(t, in)
	for i := range in.Entries {
		if !in.Entries[i].Equal(same.Entries[i]) {
			t.Fatalf("%v changed", in.Entries[i].Week)
		}
	}
	if !slices.Equal(in.Events, same.Events) || !slices.Equal(in.Kinds, same.Kinds) {
		t.Error("events or kinds changed")
	}
	for i := range in.Result.Changes {
		if in.Result.Changes[i].Event != same.Result.Changes[i].Event || in.Result.Kinds[i].ID != same.Result.Kinds[i].ID {
			t.Error("the result changed")
		}
	}
}
