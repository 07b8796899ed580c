package report_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestHTMLGolden(t *testing.T) {
	early := input(6, words.English)
	early.Options.Name = "Ada Example"
	figures := input(14, words.French)
	figures.Options.Redact.Text = true
	half := input(26, words.English)
	half.Options.Redact.Reflections = true
	for name, in := range map[string]report.Input{
		"empty.en.html":     input(0, words.English),
		"two.fr.html":       input(2, words.French),
		"early.en.html":     early,
		"figures.fr.html":   figures,
		"half-year.en.html": half,
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, htmlOf(t, in)) })
	}
}

// golden compares what was made with the file of that name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d\ngot  %s\nwant %s", path, i+1, gotLines[i], wantLines[i])
		}
	}
	if len(gotLines) != len(wantLines) {
		t.Fatalf("%s has %d lines, want %d", path, len(gotLines), len(wantLines))
	}
}

// everyReport calls check with reports of every length, language and choice of
// what to leave out.
func everyReport(t *testing.T, check func(t *testing.T, in report.Input, page string)) {
	t.Helper()
	for _, weeks := range []int{0, 1, 2, 6, 26, 104} {
		for _, lang := range words.Languages {
			for choice := range 4 {
				in := input(weeks, lang)
				in.Options.Redact.Text, in.Options.Redact.Reflections = choice&1 != 0, choice&2 != 0
				t.Run(fmt.Sprintf("%d weeks/%s/%d", weeks, lang, choice), func(t *testing.T) {
					check(t, in, htmlOf(t, in))
				})
			}
		}
	}
}

func TestHTMLIsSelfContained(t *testing.T) {
	everyReport(t, func(t *testing.T, in report.Input, page string) {
		for _, bad := range []string{"<script", "http:", "https:", "//", "url(", "@import", "javascript:", " src=", " href=", secret} {
			if strings.Contains(page, bad) {
				t.Errorf("the page contains %q", bad)
			}
		}
		for _, bad := range []string{"NaN", "Inf<", "Inf ", "<no value>", "ZgotmplZ", "%!"} {
			if strings.Contains(page, bad) {
				t.Errorf("the page contains %q", bad)
			}
		}
		if unsaid := regexp.MustCompile(`\b(report|chart|finding|kind|role|energy|question)\.[a-z]+\.?[a-zA-Z-]*`).FindString(page); unsaid != "" {
			t.Errorf("%q has no words", unsaid)
		}
		for _, want := range []string{
			fmt.Sprintf(`<html lang="%s">`, in.Words.Language),
			`content="default-src 'none'; style-src 'unsafe-inline'"`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the page lacks %q", want)
			}
		}
		if again := htmlOf(t, in); again != page {
			t.Error("the same input gives another page")
		}
	})
}

// The page is well formed: every element is closed in its order, ids are
// unique, what is referred to is there, and headings skip no level.
func TestHTMLIsWellFormed(t *testing.T) {
	everyReport(t, func(t *testing.T, _ report.Input, page string) {
		if !wellFormed(page) {
			t.Error("an element is not closed, or closed out of order")
		}
		ids, referred := make(map[string]bool), make(map[string]bool)
		level := 0
		tokens := html.NewTokenizer(strings.NewReader(page))
		for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
			token := tokens.Token()
			for _, a := range token.Attr {
				switch a.Key {
				case "id":
					if ids[a.Val] {
						t.Errorf("id %q appears twice", a.Val)
					}
					ids[a.Val] = true
				case "aria-labelledby":
					for _, id := range strings.Fields(a.Val) {
						referred[id] = true
					}
				}
			}
			if kind == html.StartTagToken && regexp.MustCompile(`^h[1-6]$`).MatchString(token.Data) {
				next := int(token.Data[1] - '0')
				if next > level+1 {
					t.Errorf("h%d follows h%d", next, level)
				}
				level = next
			}
		}
		for id := range referred {
			if !ids[id] {
				t.Errorf("nothing has the id %q", id)
			}
		}
	})
}

// wellFormed reports whether every element is closed in its order.
func wellFormed(page string) bool {
	void := map[string]bool{"meta": true, "br": true, "link": true, "img": true, "input": true}
	var open []string
	tokens := html.NewTokenizer(strings.NewReader(page))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		token := tokens.Token()
		switch {
		case kind == html.StartTagToken && !void[token.Data]:
			open = append(open, token.Data)
		case kind == html.EndTagToken && (len(open) == 0 || open[len(open)-1] != token.Data):
			return false
		case kind == html.EndTagToken:
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}

// What the user wrote is text, never markup, and set apart in its direction.
func TestHTMLEscapesUserText(t *testing.T) {
	const evil = `<img src=x onerror="alert(1)">&amp;</bdi></q></style>`
	in := input(26, words.English)
	for i := range in.Entries {
		in.Entries[i].Reflection, in.Entries[i].Prompt = evil, evil
		for k := range in.Entries[i].Moments {
			m := &in.Entries[i].Moments[k]
			if !m.Private {
				m.Text, m.Kind = evil, "own"
			}
		}
	}
	in.Kinds = append(in.Kinds, journal.Kind{ID: "own", Name: evil, Track: journal.Both})
	for i := range in.Events {
		in.Events[i].Title, in.Events[i].CompanySize = evil, evil
	}
	in.Result = lean.Of(in.Entries, in.Events, in.Result.Span)
	page := htmlOf(t, in)
	if strings.Contains(page, "<img") || strings.Count(page, "</style>") != 1 {
		t.Error("what the user wrote became markup")
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	apart := 0
	for node := range root.Descendants() {
		if node.Type == html.TextNode && node.Data == evil && node.Parent.Data == "bdi" {
			apart++
		}
	}
	if apart < 5 { // a moment, its kind, a kind, an event, a reflection
		t.Errorf("%d texts of the user are set apart", apart)
	}
}

// Figures count private moments, quotes do not; the reason for a week away is not shown.
func TestHTMLOmits(t *testing.T) {
	in := input(26, words.English)
	in.Options.Redact.Reflections = true
	page := htmlOf(t, in)
	for _, want := range []string{"Found the lock-order inversion", "Back to IC"} {
		if !strings.Contains(page, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(page, "Coaching was the opposite") {
		t.Error("a reflection is in a report that was not asked for it")
	}
	in.Options.Redact.Text = true
	page = htmlOf(t, in)
	for _, bad := range []string{"lock-order", "Back to IC", "Brittany", "Coaching was", "would you do again"} {
		if strings.Contains(page, bad) {
			t.Errorf("%q is in a report without text", bad)
		}
	}
	if !strings.Contains(page, "Staff engineer") {
		t.Error("the role is lost with the title of its event")
	}
}

// Before a first reading no side is named but in the marks themselves.
func TestHTMLGate(t *testing.T) {
	page := htmlOf(t, input(2, words.English))
	for _, id := range []string{`class="strips"`, `id="table-kinds"`, `id="dimensions"`} {
		if strings.Contains(page, id) {
			t.Errorf("%s before the first reading", id)
		}
	}
	if !strings.Contains(page, "<h1>2 more weeks until a first reading</h1>") {
		t.Error("the title does not say what is missing")
	}
}

func TestHTMLSideHasItsColor(t *testing.T) {
	for _, lang := range words.Languages {
		in := input(26, lang)
		page := htmlOf(t, in)
		sides := in.Words.FirstPerson().FindingSides(in.Result)
		if len(sides) == 0 {
			t.Errorf("%s: no side is named", lang)
		}
		for _, side := range sides {
			if want := fmt.Sprintf(`<em class="%s">%s</em>`, side.Side, side.Text); !strings.Contains(page, want) {
				t.Errorf("%s: the title lacks %q", lang, want)
			}
		}
	}
}

// A text that comes again is quoted once.
func TestHTMLQuotesOnce(t *testing.T) {
	page := htmlOf(t, input(104, words.English))
	if n := strings.Count(page, "<q><bdi>Quarter planning"); n != 1 {
		t.Errorf("a moment is quoted %d times", n)
	}
}

// Of moments with the same energy those that the user chose come first.
func TestHTMLPrefersChosenMoments(t *testing.T) {
	in := input(26, words.English)
	m := &in.Entries[2].Moments[0]
	m.Text, m.Energy, m.Hours, m.Chosen = "Sketched it alone", journal.Energized, 0.5, true
	weak := &in.Entries[3].Moments[0]
	weak.Text, weak.Energy, weak.Hours, weak.Chosen = "Tidied up", journal.BitEnergized, 20, true
	page := htmlOf(t, measured(in))
	_, quotes, _ := strings.Cut(page, "What gave me the most energy")
	order := []int{strings.Index(quotes, "Sketched it alone"), strings.Index(quotes, "Wrote the design"), strings.Index(quotes, "Tidied up")}
	if order[0] < 0 || order[0] > order[1] || order[1] > order[2] {
		t.Errorf("the moments are at %v", order)
	}
	if !strings.Contains(quotes, "· chosen") {
		t.Error("nothing says that it was chosen")
	}
}

// A runaway moment is cut at a word, and a kind that is not in the catalog
// is named by its id.
func TestLongMomentIsCutAtAWord(t *testing.T) {
	in := input(6, words.English)
	m := &in.Entries[0].Moments[0]
	m.Text, m.Kind, m.Energy, m.Hours = strings.Repeat("word\n", 1600), "forgotten", journal.Energized, journal.MaxHours
	in.Result = lean.Of(in.Entries, in.Events, in.Result.Span)
	page := htmlOf(t, in)
	if !strings.Contains(page, "<q><bdi>"+strings.Repeat("word ", 63)+"word…</bdi></q>") {
		t.Error("the moment is not cut at a word")
	}
	if !strings.Contains(page, "<bdi>forgotten</bdi>") {
		t.Error("the kind is not named")
	}
}

// BenchmarkHTML writes a report on ten years of five moments a week; 200 ms is
// what it may take, and a megabyte what it may weigh.
func BenchmarkHTML(b *testing.B) {
	in := input(520, words.English)
	for i := range in.Entries {
		if e := &in.Entries[i]; len(e.Moments) > 0 {
			fifth := e.Moments[0]
			fifth.ID += "-again"
			e.Moments = append(e.Moments, fifth)
		}
	}
	in = measured(in)
	for b.Loop() {
		b.ReportMetric(float64(len(htmlOf(b, in))), "bytes")
	}
}
