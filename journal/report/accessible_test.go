package report_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// Who cannot see the page finds their way through it: it has a language, a title and
// landmarks, all text is within one, and tables, charts and whatever scrolls have names.
func TestHTMLIsAccessible(t *testing.T) {
	mustBeAccessible := func(t *testing.T, in report.Input, page string) {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		count := make(map[string]int)
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			count[n.Data]++
			hidden, landmark := false, false
			for around := range n.Ancestors() {
				hidden = hidden || attribute(around, "aria-hidden") == "true"
				landmark = landmark || slices.Contains([]string{"header", "main", "footer"}, around.Data)
			}
			switch n.Data {
			case "html":
				if attribute(n, "lang") != string(in.Words.Language) {
					t.Errorf("the language is %q", attribute(n, "lang"))
				}
			case "title":
				if n.Parent.Data == "head" && strings.TrimSpace(textOf(n)) == "" {
					t.Error("no title")
				}
			case "p", "h1", "h2", "h3", "ul", "ol", "dl", "figure":
				if !landmark {
					t.Errorf("a %s is in no landmark", n.Data)
				}
			case "th":
				if attribute(n, "scope") == "" {
					t.Errorf("the header %q of a table has no scope", textOf(n))
				}
			case "table":
				if !hasChild(n, "caption") || !landmark {
					t.Error("a table has no caption, or is in no landmark")
				}
			case "section":
				if attribute(n, "aria-labelledby") == "" {
					t.Error("a section has no name")
				}
			case "svg":
				if named := attribute(n, "role") == "img" && attribute(n, "aria-labelledby") != ""; !named && !hidden {
					t.Error("a picture has no name")
				}
			}
			if tab := attribute(n, "tabindex"); tab != "" && (tab != "0" || attribute(n, "aria-labelledby") == "") {
				t.Errorf("a %s with tabindex %s has no name, or changes the order of Tab", n.Data, tab)
			}
		}
		for _, one := range []string{"h1", "main", "header", "footer"} {
			if count[one] != 1 {
				t.Errorf("%d of %s, want 1", count[one], one)
			}
		}
	}
	everyReport(t, mustBeAccessible)
	for _, lang := range words.Languages {
		in := briefOn(26, lang)
		mustBeAccessible(t, in, htmlOf(t, in))
	}
}

func hasChild(n *html.Node, name string) bool {
	for child := range n.ChildNodes() {
		if child.Data == name {
			return true
		}
	}
	return false
}
