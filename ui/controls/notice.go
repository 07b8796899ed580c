package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Action is something that can be done about a notice.
type Action struct {
	Text string
	Do   func()
}

// Notice is a quiet bar across a page: a few words and the actions that
// go with them.
type Notice struct {
	text    *widget.Label
	actions *fyne.Container
	root    fyne.CanvasObject
}

// NewNotice returns a bar on a ground of the given color. The actions are
// below the text, in the given order.
func NewNotice(ground fyne.ThemeColorName, text string, actions ...Action) *Notice {
	n := &Notice{text: Body(text), actions: container.New(&Flow{GapX: 18, GapY: 4})}
	n.text.SizeName = theme.SizeNameCaptionText
	n.text.Selectable = true
	for _, a := range actions {
		n.actions.Add(NewLink(a.Text, a.Do))
	}
	body := Stack(2, Flush(n.text))
	if len(actions) > 0 {
		body.Add(n.actions)
	}
	n.root = NewPanel(body, ground, "", 0, fyne.NewSize(30, 8))
	return n
}

// Content returns what is put on a page.
func (n *Notice) Content() fyne.CanvasObject { return n.root }
