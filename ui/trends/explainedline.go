package trends

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// explainedLine is a sentence or two about figures with a small link that explains
// them.
type explainedLine struct {
	words *words.Words
	text  *widget.Label
	link  *controls.Link
	root  *fyne.Container

	subjects []lean.Subject
}

func newExplainedLine(w *words.Words, text *widget.Label, explain func(...lean.Subject)) *explainedLine {
	l := &explainedLine{words: w, text: text}
	l.link = controls.NewQuietLink(w.Say("figure.how"), func() { explain(l.subjects...) })
	l.root = container.New(&textAndLink{}, controls.Flush(text), l.link)
	return l
}

// show shows a sentence about subjects, or nothing if it is empty. Without
// subjects there is nothing to explain.
func (l *explainedLine) show(text string, subjects ...lean.Subject) {
	l.subjects = subjects
	l.text.SetText(text)
	l.link.Hidden = len(subjects) == 0
	if len(subjects) > 0 {
		l.link.SetSpoken(l.words.Say("figure.how.of", words.Args{"Figure": l.words.Explain(subjects[0].Figure).Title}))
	}
	l.root.Hidden = text == ""
	l.root.Refresh()
}

// textAndLink lays a link out at the right of a text, or below it where that
// leaves the text too little room.
type textAndLink struct{ width float32 } // of the last layout, which decides the height

const (
	linkGap   = 16  // between text and link
	textShare = 2.5 // the text is at least so many times as wide as the link
)

// widths returns the width of the text, and whether the link is next to it.
func (l *textAndLink) widths(link fyne.CanvasObject, width float32) (text float32, beside bool) {
	if !link.Visible() {
		return width, true
	}
	text = width - linkGap - link.MinSize().Width
	if text < textShare*link.MinSize().Width {
		return width, false
	}
	return text, true
}

func (l *textAndLink) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	text, link := objects[0], objects[1]
	width, beside := l.widths(link, size.Width)
	text.Resize(fyne.NewSize(width, text.Size().Height)) // its height depends on its width
	text.Resize(fyne.NewSize(width, text.MinSize().Height))
	link.Resize(link.MinSize())
	if beside {
		link.Move(fyne.NewPos(size.Width-link.Size().Width, 0))
	} else {
		link.Move(fyne.NewPos(0, text.Size().Height))
	}
}

func (l *textAndLink) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text, link := objects[0].MinSize(), objects[1].MinSize()
	if _, beside := l.widths(objects[1], l.width); beside || l.width == 0 {
		return fyne.NewSize(text.Width, max(text.Height, link.Height))
	}
	return fyne.NewSize(max(text.Width, link.Width), text.Height+link.Height)
}

// nameAndLine lays the name of a dial out to the left of its line. Names of the
// same column are as wide as the widest; while they are hidden, the line has all
// of the width.
type nameAndLine struct{ names []fyne.CanvasObject }

func (l *nameAndLine) column() float32 {
	width := float32(0)
	for _, name := range l.names {
		if name.Visible() {
			width = max(width, name.MinSize().Width+nameGap)
		}
	}
	return width
}

const nameGap = 12

func (l *nameAndLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, line := objects[0], objects[1]
	name.Resize(name.MinSize())
	width := size.Width - l.column()
	line.Move(fyne.NewPos(l.column(), 0))
	line.Resize(fyne.NewSize(width, line.Size().Height)) // its height depends on its width
	line.Resize(fyne.NewSize(width, line.MinSize().Height))
}

func (l *nameAndLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	name, line := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(l.column()+line.Width, max(name.Height, line.Height))
}
