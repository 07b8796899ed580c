package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// yearAgoCard brings back a moment of the same week a year before.
type yearAgoCard struct {
	words *words.Words

	week *widget.Label
	text *widget.Label
	root fyne.CanvasObject
}

func newYearAgoCard(w *words.Words, hide func()) *yearAgoCard {
	c := &yearAgoCard{words: w, week: controls.Caption(""), text: controls.Body("")}
	c.root = controls.NewCard(controls.Stack(6,
		container.New(&controls.Ends{Gap: 12},
			controls.Flush(controls.Title(w.Say("week.ago.title"), theme.SizeNameSubHeadingText)),
			controls.NewLink(w.Say("week.ago.hide"), hide)),
		controls.Flush(c.week), controls.Flush(c.text)))
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
	c.week.SetText(c.words.Week(e.Week))
	c.text.SetText(c.words.Say("week.ago.quote", words.Args{"Text": texts.Flatten(most.Text, 160)}))
	c.root.Show()
}
