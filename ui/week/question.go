package week

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// questionCard asks the question of the week: a sentence to end, on a scale
// between two ends.
type questionCard struct {
	words  *words.Words
	change func(journal.Question, int, bool) // the answer, and whether there is one

	question journal.Question
	forget   *controls.Link
	ask      *widget.RichText
	scale    *controls.Scale
	low      *widget.RichText
	high     *widget.RichText
	head     *fyne.Container
	root     fyne.CanvasObject
}

func newQuestionCard(w *words.Words, change func(journal.Question, int, bool), why *controls.QuestionMark) *questionCard {
	c := &questionCard{words: w, change: change, ask: widget.NewRichText()}
	c.ask.Wrapping = fyne.TextWrapWord
	c.forget = controls.NewLink(w.Say("week.question.forget"), func() { c.answered(-1) })
	c.scale = controls.NewScale(look.TrackColor(journal.Technical), look.TrackColor(journal.People), c.answered)
	c.low = controls.Tinted(look.TrackText(journal.Technical), fyne.TextAlignLeading)
	c.high = controls.Tinted(look.TrackText(journal.People), fyne.TextAlignTrailing)
	c.head = controls.NewCardHead(controls.CardTitle(w.Say("week.question.title")), linkAndWhy(c.forget, why))
	c.root = controls.NewCard(controls.Stack(8, c.head,
		controls.Flush(c.ask), c.scale,
		container.New(&controls.Even{Gap: 12}, controls.Flush(c.low), controls.Flush(c.high))))
	return c
}

// show asks the question of an entry's week, or the one it has answered, and
// ends its sentence with the answer.
func (c *questionCard) show(e journal.Entry) {
	c.question = journal.QuestionFor(e.Week)
	if len(e.Answers) > 0 {
		if _, answered := e.Answer(c.question); !answered {
			c.question = e.Answers[0].Question
		}
	}
	points := c.points()
	c.scale.SetWords(points)
	value, given := e.Answer(c.question)
	id := "question." + string(c.question)
	sentence := []widget.RichTextSegment{&widget.TextSegment{Text: c.words.Say(id + ".ask"), Style: widget.RichTextStyleInline}}
	if given {
		c.scale.SetChosen(value + 2)
		answer := widget.RichTextStyleStrong
		sentence = append(sentence, &widget.TextSegment{Text: " " + points[value+2] + ".", Style: answer})
	} else {
		c.scale.SetChosen(-1)
	}
	c.ask.Segments = sentence
	c.ask.Refresh()
	controls.Retint(c.low, c.words.Say(id+".technical"))
	controls.Retint(c.high, c.words.Say(id+".people"))
	look.SetVisible(c.forget, given && !c.scale.Disabled())
	c.head.Refresh() // the link takes room only while it is shown
}

// points returns the words of the points of the scale.
func (c *questionCard) points() [5]string {
	end := func(id, end string) string {
		return c.words.Say(id, words.Args{"End": c.words.Say("question." + string(c.question) + end)})
	}
	return [5]string{
		end("week.question.clearly", ".technical"), end("week.question.mostly", ".technical"),
		c.words.Say("week.question.alike"),
		end("week.question.mostly", ".people"), end("week.question.clearly", ".people"),
	}
}

func (c *questionCard) answered(index int) { c.change(c.question, index-2, index >= 0) }

// setAnswer answers a question of the week, or takes the answer back if none is given.
func (p *Page) setAnswer(q journal.Question, value int, given bool) {
	p.edit(func(e *journal.Entry) {
		answers := slices.Clone(e.Answers)
		i := slices.IndexFunc(answers, func(a journal.Answer) bool { return a.Question == q })
		switch {
		case given && i >= 0:
			answers[i].Value = value
		case given:
			answers = append(answers, journal.Answer{Question: q, Value: value})
		case i >= 0:
			answers = slices.Delete(answers, i, i+1)
		}
		e.Answers = answers
	})
}
