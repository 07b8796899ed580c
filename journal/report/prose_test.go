package report

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// format writes prose in brackets, for tests.
func (p prose) format() string {
	var all strings.Builder
	for i, b := range p {
		if i > 0 {
			all.WriteString("|")
		}
		if b.depth > 0 {
			fmt.Fprintf(&all, "%d%s ", b.depth, b.mark)
		}
		all.WriteString(map[blockKind]string{heading: "H:", codeBlock: "C:"}[b.kind])
		for _, s := range b.shown() {
			look := ""
			for _, l := range []struct {
				on   bool
				mark string
			}{{s.bold && b.kind != heading, "b"}, {s.italic, "i"}, {s.code && b.kind != codeBlock, "c"}} {
				if l.on {
					look += l.mark
				}
			}
			if look == "" {
				all.WriteString(s.text)
			} else {
				fmt.Fprintf(&all, "{%s %s}", look, s.text)
			}
		}
	}
	return all.String()
}

func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		"Plain.":                            "Plain.",
		"one\ntwo\n\nthree":                 "one\ntwo|three",
		"**bold**, *italic*, `a*b`":         "{b bold}, {i italic}, {c a*b}",
		"__bold__ and _it_, snake_case":     "{b bold} and {i it}, snake_case",
		"***both*** \\*not\\*":              "{bi both} *not*",
		"2 * 3 * 4 and a*":                  "2 * 3 * 4 and a*",
		"# Week\ntext\n### Sub":             "H:Week|text|H:Sub",
		"#tag is text":                      "#tag is text",
		"- a\n- b\n  - c\n\nend":            "1• a|1• b|2• c|end",
		"3. a\n4. b":                        "13. a|14. b",
		"- a\n\n  more\n- b":                "1• a|1 more|1• b",
		"- - a\n-\n- b":                     "1• |2• a|1• |1• b",
		"[ledger](https://example.org/a_b)": "ledger (https://example.org/a_b)",
		"[**bold** text](https://x.org \"Title\")": "{b bold} text (https://x.org)",
		"<https://example.org>":                    "https://example.org",
		"![chart](chart.png)":                      "chart (chart.png)",
		"[a][b] and [c]":                           "[a][b] and [c]",
		"```go\nif x {\n\ty()\n}\n```":             "C:if x {\n\ty()\n}",
		"<b>html</b> &amp; <!-- c -->":             "<b>html</b> &amp; <!-- c -->",
		"<div>\nno *block*\n</div>":                "<div>\nno {i block}\n</div>",
		"> quoted\n---\n===\n| a | b |":            "> quoted\n---\n===\n| a | b |",
		"    four spaces":                          "four spaces",
		"~~no~~ [x] done":                          "~~no~~ [x] done",
		"two  \nlines\\\nthree":                    "two\nlines\nthree",
	} {
		if got := proseOf(text).format(); got != want {
			t.Errorf("%q is read as\n%q, want\n%q", text, got, want)
		}
	}
}

// What is written as Markdown is read as the same.
func TestProseInMarkdown(t *testing.T) {
	for _, text := range []string{
		"one\ntwo\n\nthree", "**bold**, *italic*, `a*b` and ***both***", "# Week\ntext *it*", "- a\n- b\n    - c\n    - d\n- e\n\nend",
		"3. a\n4. **b**\n   - c\n   - d", "- a\n\n  more\n- b", "```\nif x {\n\ty()\n}\n```", "`` a`b `` and ```` `` ````", "- not\n\\- a list\n1\\. either",
		"- ```\n  in an item\n  ```\n- b", "<b>html</b> &amp; [x](y)", "1. one\n- two\n\nthree", "**a b**c *d*",
	} {
		want := proseOf(text)
		written := strings.ReplaceAll("\n"+quotedProse(want), "\n> ", "\n")
		written = strings.ReplaceAll(written, "\n>", "\n")
		if got := proseOf(written); got.format() != want.format() {
			t.Errorf("%q is written\n%s\nwhich is read as %q, want %q", text, written, got.format(), want.format())
		}
	}
}

// A name is hidden in whatever markup it is, in and out of a link, and nothing else.
func TestMaskProse(t *testing.T) {
	m := newMasker([]string{"Priya", "Zoë Li"}, "[…]")
	for text, want := range map[string]string{
		"Priya, **Priya** and `priya`":           "[…], {b […]} and {c […]}",
		"**Pri**ya and Pri*y*a’s":                "{b […]} and […]’s",
		"x**Zoë** *Li* y":                        "x{b Zoë} {i Li} y", // another name
		"**Zoë** *Li* and **Zoë\nLi**":           "{b […]} and {b […]}",
		"P\\riya, Pr\\iya":                       "P\\riya, Pr\\iya",
		"[Pri](https://x.org)ya":                 "[…] (https://x.org)",
		"[talk](https://x.org/priya)":            "talk",
		"[talk](https://x.org/%50riya?a=Zoe+Li)": "talk",
		"[Priya](https://x.org)":                 "[…] (https://x.org)",
		"<https://x.org/priya>":                  "https://x.org/[…]",
		"- Priya\n- # Priya\n\n```\nPriya\n```":  "1• […]|1• H:[…]|C:[…]",
		"![Priya](zoe-li.png)":                   "[…]",
		"Priyanka stays":                         "Priyanka stays",
		"a \\*Priya\\*, Priya\\_":                "a *[…]*, […]_",
	} {
		if got := m.prose(proseOf(text)).format(); got != want {
			t.Errorf("%q is shown as\n%q, want\n%q", text, got, want)
		}
	}
}

// Of any text every letter is shown, no writer fails, and lists end where they began.
func TestProseOfAnything(t *testing.T) {
	parts := []string{"*", "**", "_", "`", "```\n", "\n", "\n\n", "- ", "1. ", "# ", "[", "](", ")", "<", ">", "a", "Éa", " ", "    ", "\\", "!", "&lt;", "\t"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var text strings.Builder
		for range random.IntN(30) {
			text.WriteString(parts[random.IntN(len(parts))])
		}
		p := proseOf(text.String())
		letters := func(s string) int { return strings.Count(s, "a") }
		shown := 0
		for _, b := range p {
			for _, s := range b.shown() {
				shown += letters(s.text)
			}
			if b.depth > mostDepth || b.depth == 0 && b.mark != "" {
				t.Fatalf("%q has %+v", text.String(), b)
			}
		}
		if want := letters(text.String()); shown > want {
			t.Fatalf("%q shows %d letters of %d: %s", text.String(), shown, want, p.format())
		}
		var nodes func([]proseNode) int
		nodes = func(all []proseNode) int {
			n := 0
			for _, node := range all {
				for _, item := range node.Items {
					n += nodes(item)
				}
				if node.Items == nil {
					n++
				}
			}
			return n
		}
		if got := nodes(p.Nodes()); got != len(p) {
			t.Fatalf("%q has %d blocks, and %d on the page", text.String(), len(p), got)
		}
		quotedProse(p)
	}
}

// The longest text takes no longer than it is long, whatever it nests.
func TestProseOfNests(t *testing.T) {
	for _, part := range []string{"- ", "*", "**a ", "[", "](", "`", "> ", "1. ", "<", "\\", "_a", "- a\n  "} {
		p := proseOf(strings.Repeat(part, 20_000/len(part)))
		quotedProse(p)
		p.Nodes()
	}
}
