package paper

import "heliotrope/journal/chart"

// strip is a horizontal piece of the column of text that no page break cuts.
// Blocks are set as strips, and strips are put on pages.
type strip struct {
	height float64
	items  []chart.Item // from the strip's top left
	above  float64      // air above it, unless it is on top of a page
	below  float64      // air below it; between two strips the larger counts

	withNext  bool   // the page does not end after it
	onNew     bool   // it is at the top of a page
	head      *strip // drawn above it if it is at the top of a page: a table's header
	bookmarks []heading
}

// heading is a heading in a strip, which becomes a bookmark.
type heading struct {
	level int // 1 for the outermost
	text  string
	y     float64 // from the top of the strip
}

// setter sets blocks as strips.
type setter struct {
	width  float64 // of the column of text
	line   float64 // the longest line of running text
	height float64 // of a page's text

	body, note look // of running text and of notes
}

// strips sets all blocks.
func (s setter) strips(blocks []Block) []strip {
	var all []strip
	onNew := false
	for i := 0; i < len(blocks); i++ {
		var set []strip
		switch b := blocks[i].(type) {
		case Heading:
			set = s.heading(b)
		case Paragraph:
			set = s.paragraph(b)
		case Item:
			set = s.item(b)
		case Quotes:
			set = s.quotes(b)
		case Break:
			onNew = true
			continue
		case Columns:
			set = s.columns(b)
		case Ends:
			set = s.ends(b)
		case Facts:
			set = s.facts(b)
		case Terms:
			set = s.terms(b)
		case Table:
			set = s.table(b)
		case Figure:
			next, paired := Figure{}, false
			if i+1 < len(blocks) && !b.Wide {
				next, paired = blocks[i+1].(Figure)
				paired = paired && !next.Wide
			}
			if paired {
				set = s.figures(b, next)
				i++
			} else {
				set = s.figures(b)
			}
		}
		if onNew && len(set) > 0 {
			set[0].onNew, onNew = true, false
		}
		all = append(all, set...)
	}
	return all
}

// apart prevents widows and orphans: the first two and the last two lines of
// what is set stay on one page.
func apart(set []strip) []strip {
	if len(set) > 1 {
		set[0].withNext = true
		set[len(set)-2].withNext = true
	}
	return set
}
