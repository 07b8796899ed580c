package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// rendered returns what a reader of GitHub's flavor makes of Markdown.
func rendered(t *testing.T, text []byte) *html.Node {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Convert(text, &b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// count returns how many elements of each name there are.
func count(root *html.Node) map[string]int {
	elements := make(map[string]int)
	for node := range root.Descendants() {
		if node.Type == html.ElementNode {
			elements[node.Data]++
		}
	}
	return elements
}

func textOf(root *html.Node) string {
	var b strings.Builder
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			b.WriteString(node.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestMarkdownGolden(t *testing.T) {
	for name, in := range map[string]report.Input{
		"empty.fr.md":     input(0, words.French),
		"half-year.en.md": input(26, words.English),
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, string(report.Markdown(name, in)[0].Content)) })
	}
}

// checkMarkdown checks that text, which the user wrote everywhere, is text: it
// makes no element that a plain word would not make, and is there as written.
func checkMarkdown(t *testing.T, content []byte, text string) {
	t.Helper()
	root := rendered(t, content)
	elements := count(root)
	for _, bad := range []string{"script", "a", "code", "pre", "del", "hr", "ol", "b"} {
		want := 0
		if bad == "hr" {
			want = 1 // before the footer
		}
		if elements[bad] != want {
			t.Errorf("%q makes %d <%s>", text, elements[bad], bad)
		}
	}
	if images := elements["img"]; images != bytes.Count(content, []byte(".svg)\n")) {
		t.Errorf("%q makes an image", text)
	}
	if tables := elements["table"]; tables != 5 || elements["h1"] != 1 {
		t.Errorf("%q leaves %d tables and %d titles", text, tables, elements["h1"])
	}
	want, inTable := strings.Join(strings.Fields(text), " "), false
	for node := range root.Descendants() {
		inTable = inTable || node.Data == "td" && textOf(node) == want
	}
	if !inTable || !strings.Contains(textOf(root), want) {
		t.Errorf("%q is not there as written", text)
	}
}

// A chart is described for those who cannot see it.
func TestMarkdownDescribesItsCharts(t *testing.T) {
	in := input(26, words.English)
	files := report.Markdown("talk.md", in)
	shown := make(map[string]string)
	for node := range rendered(t, files[0].Content).Descendants() {
		if node.Data == "img" {
			shown[attribute(node, "src")] = attribute(node, "alt")
		}
	}
	if len(shown) != len(files)-1 {
		t.Fatalf("%d pictures are shown, %d are there", len(shown), len(files)-1)
	}
	for _, f := range files[1:] {
		if len(shown[f.Path]) < 20 {
			t.Errorf("%s is described as %q", f.Path, shown[f.Path])
		}
	}
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
