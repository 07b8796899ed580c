package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/ui/controls"
)

// why returns a question mark that leads to the place of the manual which says why
// something is shown.
func (p *Page) why(place string) *controls.QuestionMark {
	return controls.NewQuestionMark(p.Words.Say("help.why"), func() { p.window.Help(place) })
}

// linkAndWhy puts a question mark after the link of a card.
func linkAndWhy(link *controls.Link, why *controls.QuestionMark) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedHBoxLayout(0), link, why)
}
