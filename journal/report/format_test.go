package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

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
		in, other := planted(lang), planted(lang)
		slices.Reverse(other.Entries)
		slices.Reverse(other.Events)
		for _, f := range report.Formats {
			first, err := report.Files("talk"+f.Ext(), f, in)
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				again, err := report.Files("talk"+f.Ext(), f, other)
				if err != nil || !slices.EqualFunc(first, again, func(a, b report.File) bool {
					return a.Name == b.Name && bytes.Equal(a.Content, b.Content)
				}) {
					t.Errorf("%s of the same input is not the same (%v)", f, err)
				}
			}
		}
	}
}

// A section that is not chosen is in no format; the verdict always is.
func TestSections(t *testing.T) {
	marks := map[report.Section][2]string{ // in HTML and in Markdown
		report.ChartsSection:      {"<figure>", "!["},
		report.MomentsSection:     {`id="moments"`, "## Moments, in"},
		report.DimensionsSection:  {`id="dimensions"`, "## What you answered"},
		report.EventsSection:      {`id="events"`, "## What changed"},
		report.ReflectionsSection: {`id="reflections"`, "## Reflections"},
		report.MethodSection:      {`id="method"`, "## How this"},
		report.TablesSection:      {`id="tables"`, "## The figures"},
	}
	check := func(sections []report.Section, has func(report.Section) bool) {
		t.Helper()
		in := input(26, words.English)
		in.Options.Sections = sections
		page, text := htmlOf(t, in), string(report.Markdown("talk.md", in)[0].Content)
		for _, s := range report.Sections {
			if got := strings.Contains(page, marks[s][0]); got != has(s) {
				t.Errorf("%q: the page has %s: %t", sections, s, got)
			}
			if got := strings.Contains(text, marks[s][1]); got != has(s) {
				t.Errorf("%q: the text has %s: %t", sections, s, got)
			}
		}
		if finding := in.Words.Certainty(in.Result); !strings.Contains(page, finding) || !strings.Contains(text, finding) {
			t.Errorf("%q: the verdict is not there", sections)
		}
	}
	check(nil, func(report.Section) bool { return true })
	check([]report.Section{}, func(report.Section) bool { return false })
	for _, only := range report.Sections {
		check([]report.Section{only}, func(s report.Section) bool { return s == only })
	}
}

// What the user wrote, however odd, breaks nothing.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("A long moment. ", 34), strings.Repeat("Donaudampfschiff", 4), "שלום עולם, בסדר", "مرحبا \u202Eevil", "🎉👩‍💻🇫🇷",
		"<script>alert(1)</script>", "]]>", "a | b | c", "=1+1", "-1\t+1", "`code` *bold* _it_ ~~no~~ [x](y) ![i](j) $m$ <!-- c -->",
		"1. one\n- two\n# three\n> four\n---\n===\n    five\n```\nsix", "a\u2028b\u0085c\u00a0d", "\\| \\", "&lt;b&gt;", "Q\"u'o`t\"e",
	} {
		in := input(26, words.English)
		in.Options.Name = text
		for i := range in.Entries {
			e := &in.Entries[i]
			e.Prompt, e.Reflection = text, text
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
		files := report.Markdown("talk.md", in)
		checkMarkdown(t, files[0].Content, text)
		for _, picture := range files[1:] {
			if err := xml.Unmarshal(picture.Content, new(struct{})); err != nil {
				t.Errorf("%q breaks %s: %v", text, picture.Name, err)
			}
		}
		checkCSV(t, in, text)
	}
}

// French has no English left: no sentence that French says otherwise.
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

// The report is written after the pictures that it shows; should one fail, it
// is not there.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	files := report.Markdown("My talk.md", input(26, words.English))
	if len(files) < 2 || files[1].Name != "My talk-lean.svg" {
		t.Fatalf("%d files, the second is %q", len(files), files[1].Name)
	}
	if !bytes.Contains(files[0].Content, []byte("](My%20talk-lean.svg)")) {
		t.Error("the report does not show its picture")
	}
	if err := report.Save(dir, files); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if got, err := os.ReadFile(filepath.Join(dir, f.Name)); err != nil || !bytes.Equal(got, f.Content) {
			t.Errorf("%s is not as it was made (%v)", f.Name, err)
		}
	}
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, files[1].Name), 0o700); err != nil {
		t.Fatal(err)
	}
	if report.Save(dir, files) == nil {
		t.Error("a picture could not be written, and nobody said so")
	}
	if _, err := os.Stat(filepath.Join(dir, files[0].Name)); err == nil {
		t.Error("the report is there without its picture")
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
