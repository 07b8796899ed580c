package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ parent = (*Prose)(nil)

// Run is a stretch of text in one look.
type Run struct {
	Text               string
	Bold, Italic, Code bool
	Link               string // where it leads, as [Prose.OnLink] is told; "" for nowhere
}

// SameLook reports whether two spans differ only in their text.
func (s Run) SameLook(o Run) bool {
	s.Text = o.Text
	return s == o
}

// Prose is a text in runs that wraps. Each of its links is a stop of Tab, and
// takes clicks a little above and below its letters. Parts of it can be marked, as
// what was searched for is. A line feed ends a line.
type Prose struct {
	widget.BaseWidget

	// OnLink is called with where a link leads when it is pressed.
	OnLink func(to string)

	spans []Run
	size  fyne.ThemeSizeName
	ink   fyne.ThemeColorName
	marks []Span
	at    int // the index of the mark that is the present one; -1 for none
	links []*proseLink

	broken    []proseLine // nil if the text was changed since
	brokenFor fyne.Size   // width, and size of letters
}

// NewProse returns a text of the usual size.
func NewProse(spans ...Run) *Prose {
	return NewProseOf(theme.SizeNameText, theme.ColorNameForeground, spans...)
}

// NewProseOf returns a text in a size and a color of the theme.
func NewProseOf(size fyne.ThemeSizeName, ink fyne.ThemeColorName, spans ...Run) *Prose {
	p := &Prose{spans: spans, size: size, ink: ink, at: -1}
	for i, s := range spans {
		switch {
		case s.Link == "":
		case i > 0 && spans[i-1].Link == s.Link:
			p.links[len(p.links)-1].text += s.Text
		default:
			p.links = append(p.links, newProseLink(p, s))
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Text returns the words.
func (p *Prose) Text() (text string) {
	for _, s := range p.spans {
		text += s.Text
	}
	return text
}

// Mark marks parts of the text, which follow each other, and one of them, by its
// index, as the present one; -1 for none.
func (p *Prose) Mark(marks []Span, present int) {
	if p.at == present && slices.Equal(p.marks, marks) {
		return
	}
	p.marks, p.at, p.broken = marks, present, nil
	p.Refresh()
}

// PresentMark returns where the line with the present mark is.
func (p *Prose) PresentMark() (top, height float32) {
	for _, line := range p.lines(p.Size().Width) {
		for _, r := range line.runs {
			if r.mark >= 0 && r.mark == p.at {
				return line.top, line.height
			}
		}
	}
	return 0, 0
}

// children implements parent.
func (p *Prose) children() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(p.links))
	for i, l := range p.links {
		all[i] = l
	}
	return all
}

// style returns the style and the size of the letters of a span.
func (p *Prose) style(s Run) (fyne.TextStyle, float32) {
	size := p.Theme().Size(p.size)
	if s.Code {
		size *= 0.93 // its letters are wide
	}
	return fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Code}, size
}

func (p *Prose) measure(s Run, text string) float32 {
	style, size := p.style(s)
	return fyne.MeasureText(text, size, style).Width
}
