package report

import "strings"

// proseNode is a block of prose, or a list of blocks, as the template needs it.
type proseNode struct {
	Spans         []proseSpan
	Heading, Code bool
	Bare          bool // the first text of an item, which is no paragraph

	Items [][]proseNode // of a list
	Start string        // the number of the first one; "" if the items have bullets
}

// proseSpan is a span with its lines.
type proseSpan struct {
	Lines              []string
	Bold, Italic, Code bool
}

// Nodes returns p as a tree.
func (p prose) Nodes() []proseNode { return p.nodes(0) }

// nodes returns the nodes of blocks that are in lists of some depth.
func (p prose) nodes(depth int) []proseNode {
	var all []proseNode
	for len(p) > 0 {
		if p[0].depth <= depth || p[0].mark == "" {
			all = append(all, p[0].node())
			p = p[1:]
			continue
		}
		list := proseNode{}
		bullets := p[0].mark == bullet
		if !bullets {
			list.Start = strings.TrimSuffix(p[0].mark, ".")
		}
		for len(p) > 0 && p[0].depth > depth && p[0].mark != "" && (p[0].mark == bullet) == bullets {
			end := 1
			for end < len(p) && (p[end].depth > depth+1 || p[end].depth == depth+1 && p[end].mark == "") {
				end++
			}
			first := p[0].node()
			first.Bare = true
			list.Items = append(list.Items, append([]proseNode{first}, p[1:end].nodes(depth+1)...))
			p = p[end:]
		}
		all = append(all, list)
	}
	return all
}

func (b block) node() proseNode {
	n := proseNode{Heading: b.kind == heading, Code: b.kind == codeBlock}
	for _, s := range b.shown() {
		lines := []string{s.text}
		if !n.Code {
			lines = strings.Split(s.text, "\n")
		}
		n.Spans = append(n.Spans, proseSpan{lines, s.bold && !n.Heading, s.italic, s.code})
	}
	return n
}
