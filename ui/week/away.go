package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

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
