package help

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"heliotrope/assets"
	"heliotrope/journal/fold"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// start is the page of the manual that lists the others.
const start = "README"

// manual is the manual in a language.
type manual struct {
	chapters []*chapter // in the order in which the first one lists the others
}

// chapter is a page of the manual.
type chapter struct {
	name   string // of its file, without the ending
	title  string
	blocks []block
}

// block is a part of a chapter that is below the one before.
type block struct {
	kind   kind
	level  int    // of a heading, from 1; or how deep the list is that an item is in, from 1
	anchor string // of a heading, by which places name it: that of the English manual
	mark   string // of an item: "•" or "3."
	texts  []*passage
	width  int // columns of a table, whose texts are its cells, the head first
}

type kind int

const (
	paragraph kind = iota
	heading
	item
	quote
	code
	table
)

// passage is a text of a block: all of it, or a cell of a table.
type passage struct {
	spans   []controls.Run
	chapter *chapter
	section *passage // the heading that it is below; nil above the first but the title
	folded  fold.Text
}

// words returns the text of a passage without its look.
func (p *passage) words() string {
	var b strings.Builder
	for _, s := range p.spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// readManual reads the manual in a language.
func readManual(l words.Language) *manual {
	m := &manual{}
	first := readChapter(l, start)
	m.chapters = append(m.chapters, first)
	for _, b := range first.blocks {
		for _, t := range b.texts {
			for _, s := range t.spans {
				if name, _ := splitPlace(s.Link); b.kind == item && name != "" && m.chapter(name) == nil {
					m.chapters = append(m.chapters, readChapter(l, name))
				}
			}
		}
	}
	return m
}

// chapter returns the chapter with a name, or nil.
func (m *manual) chapter(name string) *chapter {
	i := slices.IndexFunc(m.chapters, func(c *chapter) bool { return c.name == name })
	if i < 0 {
		return nil
	}
	return m.chapters[i]
}

// find returns the chapter of a place, such as "figures#when-a-side-is-named", and
// its heading, which is nil for the beginning; ok is false if there is no such place.
func (m *manual) find(place string) (c *chapter, at *passage, ok bool) {
	name, anchor := splitPlace(place)
	if c = m.chapter(name); c == nil || anchor == "" {
		return c, nil, c != nil
	}
	for _, b := range c.blocks {
		if b.kind == heading && (b.anchor == anchorOf(anchor) || anchorOf(b.texts[0].words()) == anchorOf(anchor)) {
			return c, b.texts[0], true
		}
	}
	return c, nil, false
}

// splitPlace returns the chapter and the anchor of a place, or of a link.
func splitPlace(place string) (name, anchor string) {
	name, anchor, _ = strings.Cut(place, "#")
	return strings.TrimSuffix(name, ".md"), anchor
}

// anchorOf returns the anchor of a heading as GitHub makes it.
func anchorOf(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ', r == '-':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// readChapter reads a page of the manual, which is empty if there is none. Its
// headings have the anchors of the English page, which has the same ones.
func readChapter(l words.Language, name string) *chapter {
	c := parseChapter(l, name)
	if l == words.English {
		return c
	}
	var anchors []string
	for _, b := range parseChapter(words.English, name).blocks {
		if b.kind == heading {
			anchors = append(anchors, b.anchor)
		}
	}
	n := 0
	for i := range c.blocks {
		if c.blocks[i].kind == heading && n < len(anchors) {
			c.blocks[i].anchor = anchors[n]
			n++
		}
	}
	return c
}

func parseChapter(l words.Language, name string) *chapter {
	source, _ := assets.Manual.ReadFile(path.Join("manual", string(l), name+".md")) // none is an empty page
	p := &parser{source: source, chapter: &chapter{name: name}}
	p.blocks(markdown.Parse(text.NewReader(source)))
	return p.chapter
}

// parser makes the blocks of a chapter.
type parser struct {
	source  []byte
	chapter *chapter
	section *passage
}

// add adds a block with its texts.
func (p *parser) add(b block, texts ...[]controls.Run) {
	for _, spans := range texts {
		b.texts = append(b.texts, &passage{spans: spans, chapter: p.chapter, section: p.section})
	}
	p.chapter.blocks = append(p.chapter.blocks, b)
}

// blocks adds what is in a node.
func (p *parser) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			p.heading(n)
		case *ast.List:
			p.list(n, 1)
		case *ast.Blockquote:
			for child := n.FirstChild(); child != nil; child = child.NextSibling() {
				p.add(block{kind: quote}, p.spans(child))
			}
		case *ast.FencedCodeBlock:
			var b strings.Builder
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(p.source))
			}
			p.add(block{kind: code}, []controls.Run{{Text: strings.TrimRight(b.String(), "\n"), Code: true}})
		case *east.Table:
			p.table(n)
		default:
			p.add(block{kind: paragraph}, p.spans(n))
		}
	}
}

func (p *parser) heading(n *ast.Heading) {
	p.section = nil
	spans := p.spans(n)
	b := block{kind: heading, level: n.Level}
	title := (&passage{spans: spans}).words()
	b.anchor = anchorOf(title)
	p.add(b, spans)
	if n.Level == 1 {
		p.chapter.title = title
		return
	}
	p.section = p.chapter.blocks[len(p.chapter.blocks)-1].texts[0]
}

// list adds the items of a list, which is in so many lists with itself.
func (p *parser) list(n *ast.List, depth int) {
	number := n.Start
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		mark := "•"
		if n.IsOrdered() {
			mark = strconv.Itoa(number) + "."
		}
		number++
		for c := i.FirstChild(); c != nil; c = c.NextSibling() {
			if inner, ok := c.(*ast.List); ok {
				p.list(inner, depth+1)
				continue
			}
			p.add(block{kind: item, level: depth, mark: mark}, p.spans(c))
			mark = "" // of what follows in the item
		}
	}
}

func (p *parser) table(n *east.Table) {
	b := block{kind: table, width: len(n.Alignments)}
	var cells [][]controls.Run
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, p.spans(cell))
		}
	}
	p.add(b, cells...)
}

// spans returns the text of a node.
func (p *parser) spans(n ast.Node) (all []controls.Run) {
	var walk func(n ast.Node, look controls.Run)
	add := func(look controls.Run, words string) {
		look.Text = words
		if last := len(all) - 1; last >= 0 && all[last].SameLook(look) {
			all[last].Text += words
			return
		}
		all = append(all, look)
	}
	walk = func(n ast.Node, look controls.Run) {
		switch n := n.(type) {
		case *ast.Text:
			add(look, string(util.UnescapePunctuations(n.Segment.Value(p.source))))
			if n.SoftLineBreak() || n.HardLineBreak() {
				add(look, " ")
			}
			return
		case *ast.String:
			add(look, string(n.Value))
			return
		case *ast.Emphasis:
			look.Bold, look.Italic = look.Bold || n.Level > 1, look.Italic || n.Level == 1
		case *ast.CodeSpan:
			look.Code = true
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					add(look, string(t.Segment.Value(p.source)))
				}
			}
			return
		case *ast.AutoLink:
			add(look, string(n.URL(p.source)))
			return
		case *ast.Link:
			if address := string(n.Destination); strings.Contains(address, ":") {
				defer func() { add(controls.Run{Code: true}, address) }()
				defer add(look, " ") // the address is read, and nothing opens it
			} else {
				look.Link = p.linked(address)
			}
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			walk(c, look)
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		walk(c, controls.Run{})
	}
	return all
}

// linked returns the place that a link of this chapter leads to.
func (p *parser) linked(address string) string {
	name, anchor := splitPlace(address)
	if name == "" {
		name = p.chapter.name
	}
	if anchor == "" {
		return name
	}
	return name + "#" + anchor
}
