package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// clockNotice stands above a week while the clock may be wrong. It does not
// keep anybody from writing.
type clockNotice struct {
	text *widget.Label
	root fyne.CanvasObject
}

func newClockNotice() *clockNotice {
	n := &clockNotice{text: controls.Body("")}
	n.root = controls.NewPanel(controls.Flush(n.text), colorNotice, "", 10, 18, 12)
	n.root.Hide()
	return n
}

// show shows what is to be said, and nothing if that is nothing.
func (n *clockNotice) show(text string) {
	n.text.SetText(text)
	if text == "" {
		n.root.Hide()
	} else {
		n.root.Show()
	}
}
