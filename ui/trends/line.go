package trends

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// line is a sentence or two about figures, after a name if it has one, and at its end
// the question mark that explains them.
type line struct {
	words    *words.Words
	text     *widget.RichText
	mark     *controls.QuestionMark
	root     *fyne.Container
	subjects []lean.Subject
}

// lines is the layout of lines below each other, whose texts begin at the same place.
type lines struct{ names []fyne.CanvasObject }

// add returns another line, without words.
func (c *lines) add(p *Page, name string) *line {
	l := &line{words: p.Words, text: widget.NewRichText()}
	l.text.Wrapping = fyne.TextWrapWord
	l.mark = newMark(p, func() []lean.Subject { return l.subjects })
	label := controls.Flush(controls.Title(name, theme.SizeNameText))
	c.names = append(c.names, label)
	l.root = container.New(c, label, controls.Flush(l.text), l.mark)
	return l
}

// newMark returns the question mark that explains subjects.
func newMark(p *Page, subjects func() []lean.Subject) *controls.QuestionMark {
	return controls.NewQuestionMark(p.Words.Say("figure.how"), func() { p.explain(subjects()...) })
}

// show shows what is known of subjects, or nothing if that is nothing.
func (l *line) show(d words.DialLine, subjects ...lean.Subject) {
	l.subjects = subjects
	l.mark.SetAbout(l.words.Explain(subjects[0].Figure).Title)
	style := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameText}
	l.text.Segments = nil
	certainty := d.Certainty
	if d.Figure != "" {
		l.text.Segments = append(l.text.Segments, &widget.TextSegment{Text: d.Figure, Style: style})
		certainty = " " + certainty
	}
	if d.Certainty != "" {
		style.ColorName = controls.ColorMuted
		l.text.Segments = append(l.text.Segments, &widget.TextSegment{Text: certainty, Style: style})
	}
	l.text.Refresh()
	l.root.Hidden = len(l.text.Segments) == 0
	l.root.Refresh()
}

const lineGap = 12 // between the name, the text and the question mark

// column returns where texts begin.
func (c *lines) column() float32 {
	width := float32(0)
	for _, name := range c.names {
		if least := name.MinSize().Width; least > 1 {
			width = max(width, least+lineGap)
		}
	}
	return width
}

// Layout implements fyne.Layout. The first line of the text is next to the middle of the
// question mark.
func (c *lines) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, text, mark := o[0], o[1], o[2]
	side, from := mark.MinSize(), c.column()
	first := c.first(name, mark)
	name.Move(fyne.NewPos(0, first))
	name.Resize(name.MinSize())
	width := size.Width - from - lineGap - side.Width
	text.Move(fyne.NewPos(from, first))
	text.Resize(fyne.NewSize(width, text.Size().Height)) // its height depends on its width
	text.Resize(fyne.NewSize(width, text.MinSize().Height))
	mark.Move(fyne.NewPos(size.Width-side.Width, 0))
	mark.Resize(side)
}

// first returns where the first line of the text begins.
func (c *lines) first(name, mark fyne.CanvasObject) float32 {
	return max(0, (mark.MinSize().Height-name.MinSize().Height)/2)
}

// MinSize implements fyne.Layout.
func (c *lines) MinSize(o []fyne.CanvasObject) fyne.Size {
	text, mark := o[1].MinSize(), o[2].MinSize()
	first := c.first(o[0], o[2])
	return fyne.NewSize(c.column()+text.Width+lineGap+mark.Width, max(2*first+text.Height, mark.Height))
}
