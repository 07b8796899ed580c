package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// loggedCard shows which of the last weeks were logged. It counts; it does not
// reward.
type loggedCard struct {
	words *words.Words

	squares *controls.Squares
	count   *widget.Label
	root    fyne.CanvasObject
}

const weeksShown = 26

func newLoggedCard(w *words.Words) *loggedCard {
	c := &loggedCard{words: w, squares: controls.NewSquares(weeksShown, look.ColorLogged), count: controls.Caption("")}
	c.root = controls.NewCard(controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("week.logged.title"), theme.SizeNameSubHeadingText)),
		c.squares, controls.Flush(c.count)))
	return c
}

// show shows the weeks up to today, and the count of all weeks.
func (c *loggedCard) show(today journal.Week, count string, logged func(journal.Week) bool) {
	filled := make([]bool, weeksShown)
	for i := range filled {
		filled[i] = logged(today.Add(i - weeksShown + 1))
	}
	c.squares.Set(filled)
	c.count.SetText(count)
}
