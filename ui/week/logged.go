package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// loggedCard shows which of the last weeks were logged or off, and opens them.
// It counts; it does not reward.
type loggedCard struct {
	words *words.Words
	open  func(journal.Week)

	entries []journal.Entry // of the weeks shown
	squares *controls.Squares
	count   *widget.Label
	root    fyne.CanvasObject
}

const weeksShown = 26

func newLoggedCard(w *words.Words, open func(journal.Week)) *loggedCard {
	c := &loggedCard{words: w, open: open, entries: make([]journal.Entry, weeksShown), count: controls.Caption("")}
	c.squares = controls.NewSquares(weeksShown, look.ColorLogged, func(i int) { open(c.entries[i].Week) })
	c.squares.Words = func(i int) string { return c.name(c.entries[i]) }
	c.root = controls.NewCard(controls.Stack(0,
		controls.Flush(controls.CardTitle(w.Say("week.logged.title"))), c.squares, controls.Flush(c.count)))
	return c
}

// show shows the weeks up to today, of which one may be on screen, and how many
// weeks of all are logged and how many were off.
func (c *loggedCard) show(today, shown journal.Week, logged, off int, entry func(journal.Week) journal.Entry) {
	states := make([]controls.SquareState, weeksShown)
	for i := range states {
		e := entry(today.Add(i - weeksShown + 1))
		switch c.entries[i] = e; {
		case e.Away != "":
			states[i] = controls.SquareOff
		case !e.Empty():
			states[i] = controls.SquareFilled
		}
	}
	c.squares.Set(states, weeksShown-1, weeksShown-1-today.Index()+shown.Index())
	text := c.words.Count("week.logged.weeks", logged)
	if off > 0 {
		text = c.words.Count("week.logged.off", off, words.Args{"Weeks": text})
	}
	c.count.SetText(text)
}

// name names a week and what it has: "Week 39, 5 moments".
func (c *loggedCard) name(e journal.Entry) string {
	number := words.Args{"Number": e.Week.Number()}
	week := c.words.Say("week.title", number)
	switch {
	case e.Away != "":
		return c.words.Say("week.square.off", words.Args{"Week": week, "Reason": c.words.Away(e.Away)})
	case len(e.Moments) > 0:
		return c.words.Count("week.square.moments", len(e.Moments), words.Args{"Week": week})
	case !e.Empty():
		return c.words.Say("week.square.logged", words.Args{"Week": week})
	}
	return c.words.Say("week.square.missing", words.Args{"Week": week})
}
