package notices

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/tasks"
)

// DonePause is how long the bar stays if nothing else is done.
const DonePause = 15 * time.Second

// DoneBar is the quiet line below the pages that shows what was done and
// offers to undo it.
type DoneBar struct {
	tasks tasks.Tasks

	text *widget.Label
	link *controls.Link
	do   func()
	stop func() // the timer that hides it; nil if there is none
	line *controls.Panel
	page *fyne.Container // what the bar is in
}

// NewDoneBar returns a bar that is hidden, in no page yet.
func NewDoneBar(t tasks.Tasks) *DoneBar {
	b := &DoneBar{tasks: t}
	b.text = controls.Body("")
	b.text.SizeName = theme.SizeNameCaptionText
	b.link = controls.NewLink("", func() {
		do := b.do
		b.Hide()
		do()
	})
	line := container.NewBorder(nil, nil, nil, container.NewCenter(b.link), controls.Flush(b.text))
	b.line = controls.NewPanel(line, look.ColorNotice, "", 0, fyne.NewSize(30, 8))
	b.line.Hide()
	b.page = container.NewStack()
	return b
}

// Below returns pages with the bar below them.
func (b *DoneBar) Below(pages fyne.CanvasObject) fyne.CanvasObject {
	b.page = container.NewBorder(nil, b.line, nil, nil, pages)
	return b.page
}

// Show shows text for a while, with a link that calls do. An empty link is none.
func (b *DoneBar) Show(text, link string, do func()) {
	b.Hide()
	b.text.SetText(text)
	b.link.SetText(link)
	b.link.Hidden = link == ""
	b.do = do
	b.line.Show()
	b.page.Refresh() // the pages make room
	b.stop = b.tasks.After(DonePause, b.Hide)
}

// Hide hides the bar before its time.
func (b *DoneBar) Hide() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
	b.line.Hide()
	b.page.Refresh() // the pages take its room
}
