package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewCardHead returns the title of a card with a link, or what is like one, at the end
// of its line. The title wraps in the width that the link leaves.
func NewCardHead(title *widget.Label, link fyne.CanvasObject) *fyne.Container {
	return container.New(&cardHead{title.SizeName}, Flush(title), link)
}

// CardTitle returns a label for [NewCardHead].
func CardTitle(text string) *widget.Label { return Heading(text, theme.SizeNameSubHeadingText) }

const cardHeadGap = 12

type cardHead struct{ size fyne.ThemeSizeName }

// Layout implements fyne.Layout.
func (c cardHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, link := objects[0], objects[1]
	width := size.Width
	if link.Visible() {
		least := link.MinSize()
		width -= least.Width + cardHeadGap
		link.Resize(least)
	}
	fitHeight(title, width)
	title.Move(fyne.NewPos(0, 0))
	line := theme.Size(c.size) * 1.36 // of the title's first line
	link.Move(fyne.NewPos(size.Width-link.Size().Width, (line-link.Size().Height)/2))
}

// MinSize implements fyne.Layout. A link that is higher than its line reaches
// into what is around the head.
func (cardHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if objects[1].Visible() {
		size.Width += objects[1].MinSize().Width + cardHeadGap
	}
	return size
}
