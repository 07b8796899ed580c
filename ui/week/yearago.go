package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// yearAgoCard brings back a moment of the same week a year before, and leads
// there.
type yearAgoCard struct {
	words *words.Words

	week journal.Week
	name *widget.Label
	text *widget.Label
	root fyne.CanvasObject
}

func newYearAgoCard(w *words.Words, open func(journal.Week), hide func()) *yearAgoCard {
	c := &yearAgoCard{words: w, name: controls.Caption(""), text: controls.Body("")}
	c.root = controls.NewCard(controls.Stack(6,
		controls.NewCardHead(controls.CardTitle(w.Say("week.ago.title")), controls.NewLink(w.Say("week.ago.hide"), hide)),
		controls.Flush(c.name), controls.Flush(c.text),
		container.NewHBox(controls.NewLink(w.Say("week.ago.open"), func() { open(c.week) }))))
	return c
}

// show shows the moment of an entry that moved its writer most; nothing if
// there is none.
func (c *yearAgoCard) show(e journal.Entry, wanted bool) {
	if len(e.Moments) == 0 || !wanted {
		c.root.Hide()
		return
	}
	most := e.Moments[0]
	for _, m := range e.Moments {
		if max(m.Energy, -m.Energy) > max(most.Energy, -most.Energy) {
			most = m
		}
	}
	c.week = e.Week
	c.name.SetText(c.words.Week(e.Week))
	c.text.SetText(c.words.Say("week.ago.quote", words.Args{"Text": texts.Flatten(most.Text, 160)}))
	c.root.Show()
}
