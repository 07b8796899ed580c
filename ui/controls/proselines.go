package controls

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// proseRun is a part of a line in one look.
type proseRun struct {
	span  int // its index
	link  int // the index of the link that it is part of; -1 for none
	mark  int // the index of the mark that it is part of; -1 for none
	text  string
	x     float32
	width float32
}

// proseLine is a line of a text as it is drawn.
type proseLine struct {
	runs        []proseRun
	top, height float32
}

// proseWord is what a line is not broken in, with the space before it.
type proseWord struct {
	pieces   []prosePiece
	newLine  bool // it begins one
	after    bool // a space is before it
	spaceOf  int  // the span of that space
	position int  // of that space, in bytes of the text
}

type prosePiece struct {
	span     int
	text     string
	position int // in bytes of the text
}

// words splits the text where a line may be broken.
func (p *Prose) words() (words []proseWord) {
	at, open := 0, false
	for i, s := range p.spans {
		for rest := s.Text; rest != ""; {
			n := strings.IndexAny(rest, " \n")
			if n < 0 {
				n = len(rest)
			}
			if n > 0 {
				if !open {
					words = append(words, proseWord{newLine: len(words) == 0})
				}
				w := &words[len(words)-1]
				w.pieces = append(w.pieces, prosePiece{i, rest[:n], at})
				open = true
			}
			rest, at = rest[n:], at+n
			if rest == "" {
				break
			}
			words = append(words, proseWord{newLine: rest[0] == '\n', after: rest[0] == ' ', spaceOf: i, position: at})
			rest, at, open = rest[1:], at+1, true
		}
	}
	return words
}

// lines returns the lines for a width, and remembers those it made last.
func (p *Prose) lines(width float32) []proseLine {
	if width <= 0 {
		width = maxWidth
	}
	if _, size := p.style(Run{}); p.broken == nil || p.brokenFor != fyne.NewSize(width, size) {
		p.broken, p.brokenFor = p.breakLines(width, whole(size*1.45)), fyne.NewSize(width, size)
	}
	return p.broken
}

// breakLines breaks the text into lines no wider than width. Spaces before a word of
// code are part of how it looks.
func (p *Prose) breakLines(width, height float32) (lines []proseLine) {
	var line []prosePiece
	x := float32(0)
	end := func() {
		lines = append(lines, proseLine{p.runs(line), float32(len(lines)) * height, height})
		line, x = nil, 0
	}
	for n, w := range p.words() {
		var long, space float32
		for _, piece := range w.pieces {
			long += p.measure(p.spans[piece.span], piece.text)
		}
		if w.after {
			space = p.measure(p.spans[w.spaceOf], " ")
		}
		switch {
		case n > 0 && w.newLine, len(line) > 0 && x+space+long > width+0.5:
			end()
			space = 0
		}
		if space > 0 && (len(line) > 0 || p.spans[w.spaceOf].Code) {
			line = append(line, prosePiece{w.spaceOf, " ", w.position})
			x += space
		}
		for _, piece := range w.pieces {
			for {
				fits := p.fitting(piece, width-x)
				if fits == len(piece.text) {
					break
				}
				if fits == 0 && x == 0 { // not even a letter
					_, fits = utf8.DecodeRuneInString(piece.text)
				}
				if fits > 0 {
					line = append(line, prosePiece{piece.span, piece.text[:fits], piece.position})
				}
				end()
				piece.text, piece.position = piece.text[fits:], piece.position+fits
			}
			if piece.text != "" {
				line = append(line, piece)
				x += p.measure(p.spans[piece.span], piece.text)
			}
		}
	}
	if len(line) > 0 || len(lines) == 0 {
		end()
	}
	return lines
}

// fitting returns how many bytes of a piece fit into a width.
func (p *Prose) fitting(piece prosePiece, width float32) int {
	s := p.spans[piece.span]
	if p.measure(s, piece.text) <= width+0.5 {
		return len(piece.text)
	}
	fits := 0
	for i := range piece.text {
		if i > 0 && p.measure(s, piece.text[:i]) > width {
			break
		}
		fits = i
	}
	return fits
}

// runs joins the pieces of a line that look alike, and splits them where a mark
// begins or ends.
func (p *Prose) runs(line []prosePiece) (runs []proseRun) {
	for _, piece := range line {
		for text, at := piece.text, piece.position; text != ""; {
			mark, n := p.markAt(at, len(text))
			run := proseRun{span: piece.span, link: p.linkOf(piece.span), mark: mark, text: text[:n]}
			if last := len(runs) - 1; last >= 0 && runs[last].span == run.span && runs[last].mark == mark && joins(runs[last].text) && joins(run.text) {
				runs[last].text += run.text
			} else {
				runs = append(runs, run)
			}
			text, at = text[n:], at+n
		}
	}
	x := float32(0)
	for i := range runs {
		runs[i].x, runs[i].width = x, p.measure(p.spans[runs[i].span], runs[i].text)
		x += runs[i].width
	}
	return runs
}

// joins reports whether a text is as wide in a longer one as alone. With letters of
// another font, such as arrows, it is not.
func joins(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= '←' })
}

// markAt returns the mark at a place, -1 for none, and for how many of the next
// bytes that is so.
func (p *Prose) markAt(at, most int) (mark, bytes int) {
	for i, m := range p.marks {
		switch {
		case at >= m.From && at < m.To:
			return i, min(m.To-at, most)
		case m.From > at:
			return -1, min(m.From-at, most)
		}
	}
	return -1, most
}

// linkOf returns the index of the link that a span is part of, or -1.
func (p *Prose) linkOf(span int) int {
	link := -1
	for i, s := range p.spans[:span+1] {
		if s.Link != "" && (i == 0 || p.spans[i-1].Link != s.Link) {
			link++
		}
	}
	if p.spans[span].Link == "" {
		return -1
	}
	return link
}

// PreferredWidth implements [Preferrer]: everything in one line.
func (p *Prose) PreferredWidth() (width float32) {
	for _, line := range p.breakLines(maxWidth, 1) {
		if n := len(line.runs); n > 0 {
			width = max(width, line.runs[n-1].x+line.runs[n-1].width)
		}
	}
	return width
}

// LeastWidth returns the width of the longest word.
func (p *Prose) LeastWidth() (width float32) {
	for _, w := range p.words() {
		var long float32
		for _, piece := range w.pieces {
			long += p.measure(p.spans[piece.span], piece.text)
		}
		width = max(width, long)
	}
	return width
}

// boxes returns where the parts of a link are, one in each of its lines.
func (p *Prose) boxes(lines []proseLine, link int) (all []box) {
	for _, line := range lines {
		var b box
		for _, r := range line.runs {
			if r.link != link {
				continue
			}
			if b.size.Width == 0 {
				b.pos = fyne.NewPos(r.x, line.top)
			}
			b.size = fyne.NewSize(r.x+r.width-b.pos.X, line.height)
		}
		if b.size.Width > 0 {
			all = append(all, b)
		}
	}
	return all
}

// inkOf returns the name of the color of a run.
func (p *Prose) inkOf(r proseRun) fyne.ThemeColorName {
	switch {
	case r.mark >= 0 && r.mark == p.at:
		return theme.ColorNameForegroundOnPrimary
	case r.mark >= 0:
		return theme.ColorNameForeground
	case r.link >= 0:
		return theme.ColorNameHyperlink
	}
	return p.ink
}

// groundOf returns the name of the color behind a run, "" for none.
func (p *Prose) groundOf(r proseRun) fyne.ThemeColorName {
	switch {
	case r.mark >= 0 && r.mark == p.at:
		return theme.ColorNamePrimary
	case r.mark >= 0:
		return theme.ColorNameSelection
	case p.spans[r.span].Code:
		return ColorLit
	}
	return ""
}
