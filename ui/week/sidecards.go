package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
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

// awayCard is shown in place of the questions in a week that was not worked.
type awayCard struct {
	words   *words.Words
	change  func(reason string)
	reasons *controls.Choice
	root    fyne.CanvasObject
}

// awayReasons are what is offered; a file may have others.
var awayReasons = []string{"leave", "sick", "on-call", "other"}

func newAwayCard(w *words.Words, change func(reason string)) *awayCard {
	c := &awayCard{words: w, change: change}
	var options []string
	for _, reason := range awayReasons {
		options = append(options, w.Away(reason))
	}
	c.reasons = controls.NewChoice(options, func(i int) { change(awayReasons[i]) })
	c.root = controls.NewPanel(controls.Stack(10,
		controls.Flush(controls.Heading(w.Say("week.away.title"), theme.SizeNameSubHeadingText)),
		controls.Flush(controls.Body(w.Say("week.away.text"))),
		c.reasons,
		container.NewHBox(controls.NewLink(w.Say("week.away.back"), func() { change("") }))),
		look.ColorNotice, theme.ColorNameSeparator, 10, fyne.NewSize(18, 16))
	return c
}

// show shows the reason, and nothing for a week that was worked.
func (c *awayCard) show(reason string) {
	if reason == "" {
		c.root.Hide()
		return
	}
	chosen := -1
	for i, r := range awayReasons {
		if r == reason {
			chosen = i
		}
	}
	c.reasons.SetChosen(chosen)
	c.root.Show()
}
