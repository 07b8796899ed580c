package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// questionCard asks the question of the week.
type questionCard struct {
	words  *words.Words
	change func(journal.Question, int, bool) // the answer, and whether there is one

	question journal.Question
	ask      *widget.Label
	scale    *controls.Choice
	low      *widget.Label
	high     *widget.Label
	root     fyne.CanvasObject
}

func newQuestionCard(w *words.Words, change func(journal.Question, int, bool)) *questionCard {
	c := &questionCard{words: w, change: change, ask: controls.Body("")}
	c.scale = controls.NewChoice([]string{"", "", "", "", ""}, c.answered)
	c.scale.Optional = true
	c.scale.SetSmallest(fyne.NewSize(24, 32))
	c.low, c.high = controls.Caption(""), controls.Caption("")
	c.high.Alignment = fyne.TextAlignTrailing
	c.root = controls.NewCard(controls.Stack(8,
		controls.Flush(controls.Heading(w.Say("week.question.title"), theme.SizeNameSubHeadingText)),
		controls.Flush(c.ask), c.scale,
		container.NewGridWithColumns(2, controls.Flush(c.low), controls.Flush(c.high))))
	return c
}

// show asks the question of an entry's week, or the one it has answered.
func (c *questionCard) show(e journal.Entry) {
	c.question = journal.QuestionFor(e.Week)
	if len(e.Answers) > 0 {
		if _, answered := e.Answer(c.question); !answered {
			c.question = e.Answers[0].Question
		}
	}
	id := "question." + string(c.question)
	c.ask.SetText(c.words.Say(id + ".ask"))
	c.low.SetText("●\u00a0" + c.words.Say(id+".technical"))
	c.high.SetText(c.words.Say(id+".people") + "\u00a0◆")
	c.scale.SetChosen(-1)
	if value, ok := e.Answer(c.question); ok {
		c.scale.SetChosen(value + 2)
	}
}

func (c *questionCard) answered(index int) { c.change(c.question, index-2, index >= 0) }
