package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/outfile"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]report.Format{
		"a.html": report.FormatHTML, "A.HTML": report.FormatHTML, "x/y.z.Md": report.FormatMarkdown, "c.csv": report.FormatCSV,
	} {
		if got, ok := report.FormatOf(name); got != want || !ok {
			t.Errorf("%s is %q, %t", name, got, ok)
		}
	}
	for _, name := range []string{"", "html", ".", "a.docx", "a.html ", "md"} {
		if got, ok := report.FormatOf(name); ok {
			t.Errorf("%q is %q", name, got)
		}
	}
	if _, err := report.Files("a.docx", "docx", input(6, words.English)); err == nil {
		t.Error("an unknown format is written")
	}
}

// The same input gives the same bytes, in whatever order its entries come.
func TestFilesAreTheSameEachTime(t *testing.T) {
	for _, lang := range words.Languages {
		in := planted(lang)
		in.Events[2].Week = in.Events[1].Week
		in = measured(in)
		other := in // in another order, and written later that day
		other.Entries, other.Events = slices.Clone(in.Entries), slices.Clone(in.Events)
		slices.Reverse(other.Entries)
		slices.Reverse(other.Events)
		other.Written = in.Written.Add(5 * time.Hour)
		for _, f := range report.Formats {
			first, err := report.Files("talk"+f.Ext(), f, in)
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				again, err := report.Files("talk"+f.Ext(), f, other)
				if err != nil || !slices.EqualFunc(first, again, func(a, b outfile.File) bool {
					return a.Path == b.Path && bytes.Equal(contentOf(t, a), contentOf(t, b))
				}) {
					t.Errorf("%s of the same input is not the same (%v)", f, err)
				}
			}
		}
	}
}

// A section that is not chosen is in no format; the brief always is.
func TestSections(t *testing.T) {
	headings := map[report.Section]string{
		report.FindingsSection:    "report.facts.title",
		report.MomentsSection:     "report.moments.title",
		report.DimensionsSection:  "report.stated.title",
		report.EventsSection:      "report.events.title",
		report.ReflectionsSection: "report.reflections.title",
		report.MethodSection:      "report.method.title",
		report.TablesSection:      "report.tables.title",
	}
	check := func(sections []report.Section, has func(report.Section) bool) {
		t.Helper()
		in := input(26, words.English)
		in.Options.Sections = sections
		page, text, paper := htmlOf(t, in), string(report.Markdown("talk.md", in)[0].Content), onPaper(in)
		for _, s := range report.Sections {
			inPage, inText, inPaper := strings.Contains(page, `id="kinds"`), strings.Contains(text, "talk-kinds.svg"), paper.has(in.Words.Say("chart.year.caption"))
			if s != report.ChartsSection {
				heading := in.Words.Say(headings[s])
				inPage = strings.Contains(page, fmt.Sprintf(`id="%s"`, s))
				inText = strings.Contains(text, "## "+heading+"\n")
				inPaper = slices.Contains(paper.bookmarks, heading)
			}
			if inPage != has(s) || inText != has(s) || inPaper != has(s) {
				t.Errorf("%q: %s is on the page: %t, in the text: %t, on paper: %t", sections, s, inPage, inText, inPaper)
			}
		}
		if line := in.Words.FirstPerson().BriefTime(in.Result); !strings.Contains(page, line) || !strings.Contains(text, line) ||
			!strings.Contains(page, `id="dials"`) || !strings.Contains(text, "talk-dials.svg") || !paper.has(line) {
			t.Errorf("%q: the brief is not there", sections)
		}
	}
	check(report.Sections, func(report.Section) bool { return true })
	check(report.FullSections, func(s report.Section) bool { return s != report.ReflectionsSection })
	check(nil, func(report.Section) bool { return false })
	for _, only := range report.Sections {
		check([]report.Section{only}, func(s report.Section) bool { return s == only })
	}
}

// printed is what is found on the pages of a report.
type printed struct {
	bookmarks []string
	words     map[string]bool
}

// has reports whether every word of text is on a page.
func (p printed) has(text string) bool {
	return !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return !p.words[word] })
}

func onPaper(in report.Input) printed {
	p := printed{words: make(map[string]bool)}
	for _, page := range report.Pages(in) {
		for _, b := range page.Bookmarks {
			p.bookmarks = append(p.bookmarks, b.Text)
		}
		for _, item := range page.Scene.Items {
			if v, ok := item.(chart.Text); ok {
				for _, word := range strings.Fields(v.Text) {
					p.words[word] = true
				}
			}
		}
	}
	return p
}

// What the user wrote is on paper too, unless it is redacted.
func TestPaperHasUserText(t *testing.T) {
	in := input(26, words.English)
	in.Options.Name = "Zoë Müller"
	texts := []string{in.Options.Name, in.Entries[0].Prompt, in.Entries[0].Reflection, in.Events[1].Title, "lock-order inversion"}
	all := onPaper(in).words
	in.Options.Redact.Text = true
	redacted := onPaper(in)
	for i, text := range texts {
		missing := 0
		for _, word := range strings.Fields(text) {
			if !all[word] {
				t.Errorf("%q of %q is not on paper", word, text)
			}
			if !redacted.words[word] {
				missing++
			}
		}
		if i > 0 && missing == 0 {
			t.Errorf("%q is on paper although it is redacted", text)
		}
	}
	for _, word := range strings.Fields(in.Words.Say("report.moments.withheld")) {
		if !redacted.words[word] {
			t.Errorf("paper does not mention that moments are left out: no %q", word)
		}
	}
}

// What the user wrote, however odd, breaks nothing.
func TestHostileTexts(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"long", strings.Repeat("A long moment. ", 34)},
		{"one long word", strings.Repeat("Donaudampfschiff", 4)},
		{"from the right", "שלום עולם, בסדר"},
		{"emoji", "🎉👩‍💻🇫🇷"},
		{"end of CDATA", "]]>"},
		{"pipes", "a | b | c"},
		{"formula", "=1+1"},
		{"formula with a tab", "-1\t+1"},
		{"script", "<script>alert(1)</script>"},
		{"end of a script", "</script></style></svg><b>"},
		{"attribute", `" onmouseover="alert(1)`},
		{"attribute in single quotes", `' onfocus='alert(1)`},
		{"entities", "&lt;b&gt;"},
		{"quotes", "Q\"u'o`t\"e"},
		{"address", "javascript:alert(1)"},
		{"link", "[x](javascript:alert(1)) <javascript:alert(1)>"},
		{"direction override", "مرحبا \u202Eevil"},
		{"zero width", "a\u200b\u2060b\ufeffc"},
		{"spans", "`code` *bold* _it_ ~~no~~ [x](y) ![i](j) $m$ <!-- c -->"},
		{"blocks", "1. one\n- two\n# three\n> four\n---\n===\n    five\n```\nsix"},
		{"fences", "~~~\n# one\n~~~\n\n```go\ntwo"},
		{"odd line ends", "a\u2028b\u0085c\u00a0d"},
		{"backslashes", "\\| \\"},
	} {
		t.Run(tt.name, func(t *testing.T) { checkHostile(t, tt.text) })
	}
}

// checkHostile writes text wherever a user can, and looks at every format.
func checkHostile(t *testing.T, text string) {
	t.Helper()
	in := input(26, words.English)
	in.Options.Name = text
	for i := range in.Entries {
		e := &in.Entries[i]
		e.Prompt, e.Reflection = text, "It went well." // see checkProse
		for k := range e.Moments {
			e.Moments[k].Text, e.Moments[k].Tags, e.Moments[k].Kind = text, []string{text}, "own"
		}
	}
	in.Kinds[0].ID, in.Kinds[0].Name = "own", text
	for i := range in.Events {
		in.Events[i].Title, in.Events[i].CompanySize = text, text
	}
	in = measured(in)
	page := htmlOf(t, in)
	if strings.Contains(page, "<script") || strings.Contains(page, "NaN") || !wellFormed(page) {
		t.Errorf("%q breaks the page", text)
	}
	checkNoMarkup(t, page)
	checkProse(t, in, text)
	files := report.Markdown("talk.md", in)
	checkMarkdown(t, files[0].Content, text)
	for _, picture := range files[1:] {
		if err := xml.Unmarshal(picture.Content, new(struct{})); err != nil {
			t.Errorf("%q breaks %s: %v", text, picture.Path, err)
		}
		checkNoMarkup(t, string(picture.Content))
	}
	checkCSV(t, in, text)
}

// checkProse writes text as the reflections: it may have the markup of simple
// Markdown, and nothing that runs, leads anywhere, or ends what is around it.
func checkProse(t *testing.T, in report.Input, text string) {
	t.Helper()
	in.Entries = slices.Clone(in.Entries)
	for i := range in.Entries {
		in.Entries[i].Reflection = text
	}
	page := htmlOf(t, in)
	if !wellFormed(page) {
		t.Errorf("%q breaks the page", text)
	}
	checkNoMarkup(t, page)
	markdown := report.Markdown("talk.md", in)[0].Content
	root := rendered(t, markdown)
	for node := range root.Descendants() {
		if node.Type == html.ElementNode && slices.Contains([]string{"script", "a", "del", "iframe"}, node.Data) {
			t.Errorf("%q makes a <%s> of Markdown", text, node.Data)
		}
	}
	if elements := count(root); elements["h1"] != 1 || elements["table"] != 5 || elements["hr"] != 1 {
		t.Errorf("%q leaves %v", text, elements)
	}
	if pages := report.Pages(in); len(pages) == 0 {
		t.Errorf("%q is on no page", text)
	}
}

// checkNoMarkup checks that a page or a picture has nothing that runs or leads
// anywhere.
func checkNoMarkup(t *testing.T, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for node := range root.Descendants() {
		if node.Type == html.ElementNode && slices.Contains([]string{"script", "a", "img", "iframe", "object"}, node.Data) {
			t.Errorf("there is a <%s>", node.Data)
		}
		for _, a := range node.Attr {
			if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"href", "src", "action", "xlink:href"}, a.Key) {
				t.Errorf("<%s> has %s=%q", node.Data, a.Key, a.Val)
			}
		}
	}
}

// French has no English left: no sentence that French has differently.
func TestFrenchIsFrench(t *testing.T) {
	in := input(26, words.French)
	for i := range in.Entries { // leaves nothing of the user's, who writes English here
		e := &in.Entries[i]
		e.Prompt, e.Reflection = "", ""
		for k := range e.Moments {
			e.Moments[k].Text = "Ça."
		}
	}
	for i := range in.Events {
		in.Events[i].Title = "Chose."
	}
	in = measured(in)
	all := legible(t, in)
	in.Options.Redact.Text = true
	all += legible(t, in)
	found := 0
	french := spoken(t, words.French)
	for id, s := range spoken(t, words.English) {
		for _, part := range parts(s) {
			if len(part) < 9 || strings.Contains(fold(french[id]), fold(part)) {
				continue
			}
			found++
			if strings.Contains(all, fold(part)) {
				t.Errorf("%s is said in English: %q", id, part)
			}
		}
	}
	if found < 300 {
		t.Errorf("only %d English phrases were looked for", found)
	}
}

// legible returns what can be read in all formats, folded: no classes, no ids.
func legible(t *testing.T, in report.Input) string {
	t.Helper()
	var b strings.Builder
	read := func(root *html.Node) {
		for node := range root.Descendants() {
			if node.Type == html.TextNode && node.Parent.Data != "style" {
				b.WriteString(node.Data + "\n")
			}
			b.WriteString(attribute(node, "title") + "\n" + attribute(node, "alt") + "\n")
		}
	}
	page, err := html.Parse(strings.NewReader(htmlOf(t, in)))
	if err != nil {
		t.Fatal(err)
	}
	read(page)
	files := report.Markdown("talk.md", in)
	read(rendered(t, files[0].Content))
	for _, picture := range files[1:] {
		svg, err := html.Parse(bytes.NewReader(picture.Content))
		if err != nil {
			t.Fatal(err)
		}
		read(svg)
	}
	_, rows := csvOf(t, in)
	for _, row := range rows {
		b.WriteString(strings.Join(slices.Delete(row, 2, 3), "\n") + "\n") // the third is an id
	}
	return fold(b.String())
}

// The pictures are written next to the report, which shows them by their names
// alone.
func TestPicturesAreNextToReport(t *testing.T) {
	dir := t.TempDir()
	files := report.Markdown(filepath.Join(dir, "My talk.md"), input(26, words.English))
	if len(files) < 2 || files[1].Path != filepath.Join(dir, "My talk-dials.svg") {
		t.Fatalf("%d files, the second is %q", len(files), files[1].Path)
	}
	if !bytes.Contains(files[0].Content, []byte("](My%20talk-dials.svg)")) {
		t.Error("the report does not show its picture")
	}
}

func TestWriteErrors(t *testing.T) {
	want := errors.New("disk full")
	for name, write := range map[string]func(io.Writer, report.Input) error{"HTML": report.HTML, "CSV": report.CSV} {
		if err := write(failing{want}, input(6, words.English)); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestUserTextIsSetApart: on the page no text of the user's turns around what
// stands next to it.
func TestUserTextIsSetApart(t *testing.T) {
	in := input(26, words.English)
	in.Options.Name = "Evil \u202Ename"
	for i := range in.Entries {
		in.Entries[i].Reflection, in.Entries[i].Prompt = "Evil \u202Ereflection", "Evil \u202Eprompt"
		for k := range in.Entries[i].Moments {
			in.Entries[i].Moments[k].Text, in.Entries[i].Moments[k].Kind = "Evil \u202Emoment", "own"
		}
	}
	for i := range in.Events {
		in.Events[i].Title, in.Events[i].CompanySize = "Evil \u202Eevent", "\u202Esize"
	}
	in.Kinds = append(in.Kinds, journal.Kind{ID: "own", Name: "Evil \u202Ekind", Track: journal.Both})
	root, err := html.Parse(strings.NewReader(htmlOf(t, measured(in))))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for node := range root.Descendants() {
		if node.Type != html.TextNode || !strings.Contains(node.Data, "\u202E") {
			continue
		}
		found++
		if !setApart(node) {
			t.Errorf("%q in <%s> is not set apart", node.Data, node.Parent.Data)
		}
	}
	if found < 6 {
		t.Errorf("only %d texts were found", found)
	}
}

// setApart reports whether the direction of a text cannot reach what is around
// it: by its element, or because all of that element is drawn alone.
func setApart(node *html.Node) bool {
	for parent := range node.Ancestors() {
		if parent.Data == "bdi" || parent.Data == "text" || parent.Data == "title" || parent.Data == "desc" {
			return true
		}
	}
	return false
}

// TestOnlyChartsAreMarkup: package html/template escapes all but what is
// declared to be markup, and only charts and colors are.
func TestOnlyChartsAreMarkup(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]int{"template.HTML(": 1, "template.CSS(": 1, "text/template": 0, "template.JS": 0, "template.URL": 0, "template.Srcset": 0}
	found := make(map[string]int)
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for unsafe := range allowed {
			found[unsafe] += bytes.Count(source, []byte(unsafe))
		}
	}
	for unsafe, times := range allowed {
		if found[unsafe] != times {
			t.Errorf("the package says %s %d times, want %d", unsafe, found[unsafe], times)
		}
	}
}

// What was logged after the span is named in every format that is read, once; what
// the user cut is not.
func TestLaterWeeksAreNamed(t *testing.T) {
	for _, l := range words.Languages {
		in := input(26, l)
		in.Written = in.Result.Span.To.Monday()
		sentence := in.Words.Later([]journal.Week{week("2062-W47")})
		read := func(in report.Input) []string {
			var printed strings.Builder
			for _, page := range report.Pages(in) {
				for _, item := range page.Scene.Items {
					if text, ok := item.(chart.Text); ok {
						printed.WriteString(text.Text + " ")
					}
				}
			}
			return []string{htmlOf(t, in), string(report.Markdown("talk.md", in)[0].Content), printed.String()}
		}
		for _, text := range read(in) {
			if strings.Contains(text, sentence) {
				t.Errorf("%s: a week is named that is not there", l)
			}
		}
		in.Entries = append(in.Entries, journal.Entry{Week: week("2062-W47"), Reflection: secret})
		for i, text := range read(in) {
			if strings.Count(text, sentence) != 1 || strings.Contains(text, secret) {
				t.Errorf("%s: text %d does not name the later week once", l, i)
			}
		}
		in.Written = in.Written.AddDate(0, 1, 0) // now the span ends before that day
		for i, text := range read(in) {
			if strings.Contains(text, sentence) {
				t.Errorf("%s: text %d names a week that was left out by choice", l, i)
			}
		}
	}
}

func contentOf(t *testing.T, f outfile.File) []byte {
	t.Helper()
	content, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return content
}
