package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// donePause is how long the bar stays if nothing else is done.
const donePause = 15 * time.Second

// doneBar is the quiet line below the pages that says what was done and offers
// the way back.
type doneBar struct {
	tasks tasks

	text *widget.Label
	link *controls.Link
	do   func()
	stop func() // the timer that hides it; nil if there is none
	root *fyne.Container
}

func newDoneBar(t tasks) *doneBar {
	b := &doneBar{tasks: t}
	b.text = controls.Body("")
	b.text.SizeName = theme.SizeNameCaptionText
	b.link = controls.NewLink("", func() {
		do := b.do
		b.hide()
		do()
	})
	line := container.NewBorder(nil, nil, nil, container.NewCenter(b.link), controls.Flush(b.text))
	b.root = container.NewStack(controls.NewPanel(line, colorNotice, "", 0, 30, 8))
	b.root.Hide()
	return b
}

// say shows text for a while, with a link that calls do. An empty link is none.
func (b *doneBar) say(text, link string, do func()) {
	b.hide()
	b.text.SetText(text)
	b.link.SetText(link)
	b.link.Hidden = link == ""
	b.do = do
	b.root.Show()
	b.stop = b.tasks.after(donePause, b.hide)
}

func (b *doneBar) hide() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
	b.root.Hide()
}
