package report

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"heliotrope/journal/fold"
)

// prose is what the user wrote in simple Markdown: bold, italic, code, links,
// headings and lists. Everything else is text as it was typed, HTML too.
type prose []block

// block is a part of prose, with which a line begins.
type block struct {
	kind  blockKind
	depth int    // of the list that it is in, up to mostDepth; 0 if it is in none
	mark  string // of the item of a list that it begins: "•" or "3."; "" if it begins none
	spans []span
}

type blockKind int

const (
	running blockKind = iota
	heading
	codeBlock
)

// mostDepth is how deep lists are shown to be in one another.
const mostDepth = 5

const bullet = "•"

// span is a stretch of text in one look. A line feed in it ends a line.
type span struct {
	text               string
	bold, italic, code bool
	link               string // where it leads, which is shown after it; "" for nowhere
}

// text returns what is to be read in b, without the addresses of links.
func (b block) text() string {
	var all strings.Builder
	for _, s := range b.spans {
		all.WriteString(s.text)
	}
	return all.String()
}

// shown returns the spans of b with the addresses of links after their texts.
// Nothing leads anywhere.
func (b block) shown() []span {
	var all []span
	for i, s := range b.spans {
		link := s.link
		s.link = ""
		all = append(all, s)
		last := i+1 == len(b.spans) || b.spans[i+1].link != link
		if link != "" && last && link != s.text {
			all = append(all, span{text: " (" + link + ")"})
		}
	}
	return all
}

// simpleMarkdown parses what prose may be, and leaves everything else as text.
var simpleMarkdown = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	),
)

// proseOf reads what the user wrote.
func proseOf(written string) prose {
	r := proseReader{source: []byte(strings.TrimSpace(written))}
	r.blocks(simpleMarkdown.Parse(text.NewReader(r.source)), 0)
	return r.prose
}

type proseReader struct {
	source []byte
	prose  prose
	mark   string // of the item whose first block comes next
}

// blocks reads the blocks in a node.
func (r *proseReader) blocks(in ast.Node, depth int) {
	for node := in.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.List:
			r.list(node, min(depth+1, mostDepth))
		case *ast.FencedCodeBlock:
			code := string(node.Lines().Value(r.source))
			r.add(block{kind: codeBlock, depth: depth, spans: []span{{text: strings.TrimRight(code, "\n"), code: true}}})
		case *ast.Heading:
			r.add(block{kind: heading, depth: depth, spans: r.spans(node, span{bold: true}, nil)})
		default:
			r.add(block{depth: depth, spans: r.spans(node, span{}, nil)})
		}
	}
}

func (r *proseReader) add(b block) {
	b.mark, r.mark = r.mark, ""
	r.prose = append(r.prose, b)
}

func (r *proseReader) list(list *ast.List, depth int) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		r.mark = bullet
		if list.IsOrdered() {
			r.mark = strconv.Itoa(number) + "."
			number++
		}
		if _, isList := item.FirstChild().(*ast.List); isList || item.FirstChild() == nil {
			r.add(block{depth: depth}) // empty
		}
		r.blocks(item, depth)
	}
}

// spans appends the text in a node, in the look of the text around it.
func (r *proseReader) spans(in ast.Node, look span, all []span) []span {
	add := func(text string) {
		look := look
		look.text = text
		if last := len(all) - 1; last >= 0 && sameLook(all[last], look) {
			all[last].text += text
		} else if text != "" {
			all = append(all, look)
		}
	}
	for node := in.FirstChild(); node != nil; node = node.NextSibling() {
		inside := look
		switch node := node.(type) {
		case *ast.Text:
			value := node.Segment.Value(r.source)
			if !look.code {
				value = util.UnescapePunctuations(value)
			}
			if look.code {
				value = bytes.ReplaceAll(value, []byte("\n"), []byte(" "))
			}
			add(string(value))
			if node.SoftLineBreak() || node.HardLineBreak() {
				add("\n")
			}
			continue
		case *ast.AutoLink:
			add(string(node.Label(r.source)))
			continue
		case *ast.CodeSpan:
			inside.code = true
		case *ast.Emphasis:
			inside.bold = inside.bold || node.Level > 1
			inside.italic = inside.italic || node.Level == 1
		case *ast.Link:
			inside.link = string(util.UnescapePunctuations(node.Destination))
		case *ast.Image: // is shown by its text as well
			inside.link = string(util.UnescapePunctuations(node.Destination))
		}
		all = r.spans(node, inside, all)
	}
	return all
}

func sameLook(a, b span) bool {
	a.text, b.text = "", ""
	return a == b
}

// prose returns p without the names that are hidden: in what is to be read,
// whatever markup is inside a name, and in the addresses of links.
func (m masker) prose(p prose) prose {
	if len(m.names) == 0 {
		return p
	}
	masked := make(prose, len(p))
	for i, b := range p {
		b.spans = m.maskSpans(b)
		masked[i] = b
	}
	return masked
}

func (m masker) maskSpans(b block) []span {
	names := m.spans(fold.New(b.text()))
	var all []span
	from := 0
	for _, s := range b.spans {
		to := from + len(s.text)
		var text strings.Builder
		at := from
		for _, name := range names {
			if name.To <= from || name.From >= to {
				continue
			}
			text.WriteString(s.text[at-from : max(name.From, at)-from])
			if name.From >= from {
				text.WriteString(m.mark) // once, where the name begins
			}
			at = min(name.To, to)
		}
		text.WriteString(s.text[at-from:])
		from = to
		if s.text = text.String(); s.text == "" {
			continue
		}
		if m.hides(s.link) {
			s.link = ""
		}
		all = append(all, s)
	}
	return all
}

// hides reports whether an address has a name in it, in whatever form.
func (m masker) hides(address string) bool {
	decoded, err := url.QueryUnescape(address)
	return m.mask(address) != address || err == nil && m.mask(decoded) != decoded
}
