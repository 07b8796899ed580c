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

// splitCard asks where the week's time went.
type splitCard struct {
	words  *words.Words
	change func(*journal.Split)

	bar    *controls.SplitBar
	hint   *widget.Label
	parts  [3]*controls.Colored
	forget *controls.Link
	root   fyne.CanvasObject
}

func newSplitCard(w *words.Words, change func(*journal.Split)) *splitCard {
	c := &splitCard{words: w, change: change}
	c.bar = controls.NewSplitBar([3]fyne.ThemeColorName{look.ColorTechnical, look.ColorBoth, look.ColorPeople}, c.moved)
	c.hint = controls.Caption("")
	labels := container.New(&controls.Flow{GapX: 14, GapY: 4})
	for i, t := range journal.Tracks {
		c.parts[i] = controls.NewColored("", look.TrackColor(t), theme.SizeNameCaptionText, fyne.TextStyle{})
		labels.Add(controls.Stack(0, c.parts[i],
			controls.NewColored(w.Track(t), look.TrackColor(t), theme.SizeNameCaptionText, fyne.TextStyle{})))
	}
	c.forget = controls.NewLink(w.Say("week.split.forget"), func() { change(nil) })
	c.root = controls.NewCard(controls.Stack(8,
		controls.Flush(controls.Heading(w.Say("week.split.title"), theme.SizeNameSubHeadingText)),
		controls.Flush(c.hint), c.bar, labels, container.NewHBox(c.forget)))
	return c
}

// show shows a split, or offers the one of an earlier week if there is none.
func (c *splitCard) show(split, offer *journal.Split) {
	shown := split
	if shown == nil {
		shown = offer
	}
	if shown == nil {
		shown = &journal.Split{Technical: 40, Both: 20, People: 40}
	}
	c.bar.Set(shown.Technical, shown.Technical+shown.Both, split == nil)
	for i, share := range []int{shown.Technical, shown.Both, shown.People} {
		color := look.TrackColor(journal.Tracks[i])
		if split == nil {
			color = controls.ColorMuted
		}
		c.parts[i].Set(c.words.Percent(float64(share)/100), color)
	}
	hint := "week.split.hint"
	if split == nil {
		hint = "week.split.unset"
	}
	c.hint.SetText(c.words.Say(hint))
	look.SetVisible(c.hint, !c.bar.Disabled())
	if split == nil || c.bar.Disabled() {
		c.forget.Hide()
	} else {
		c.forget.Show()
	}
}

func (c *splitCard) moved(first, second int) {
	c.change(&journal.Split{Technical: first, Both: second - first, People: 100 - second})
}

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

// reflectCard shows the reflection under its prompt.
type reflectCard struct {
	words  *words.Words
	change func(prompt, text string)

	week    journal.Week // whose reflection it is
	prompts []string
	at      int // index of the prompt shown
	prompt  *widget.Label
	text    *controls.TextField
	cut     *leftOut
	another *controls.Link
	root    fyne.CanvasObject
}

func newReflectCard(w *words.Words, cut *leftOut, change func(prompt, text string), blur func()) *reflectCard {
	c := &reflectCard{words: w, cut: cut, change: change, prompts: w.Prompts()}
	c.prompt = controls.Caption("")
	c.text = controls.NewTextField(true, journal.MaxReflection, texts.CleanLines)
	c.text.SetMinRowsVisible(5)
	c.text.OnBlur = blur
	c.text.OnCut = cut.show
	c.text.OnChanged = func(text string) { c.change(c.prompt.Text, text) }
	c.another = controls.NewLink(w.Say("week.reflect.another"), c.next)
	c.root = controls.NewCard(controls.Stack(8,
		container.New(&controls.Ends{Gap: 12},
			controls.Flush(controls.Title(w.Say("week.reflect.title"), theme.SizeNameSubHeadingText)), c.another),
		controls.Flush(c.prompt), c.text, c.cut.root))
	return c
}

// show shows an entry's reflection under the prompt it was written for, or
// under the prompt of its week if there is no reflection yet.
func (c *reflectCard) show(e journal.Entry) {
	n := len(c.prompts)
	c.at = ((e.Week.Index() % n) + n) % n
	prompt := c.prompts[c.at]
	if e.Reflection != "" {
		prompt = e.Prompt // none, if it was written without
	}
	c.prompt.SetText(prompt)
	if c.week != e.Week {
		c.cut.hide()
	}
	changed := c.text.OnChanged
	c.text.OnChanged = nil
	if c.week != e.Week || c.text.Text != e.Reflection { // else the field may still undo what was typed
		c.text.SetText(e.Reflection)
	}
	c.text.OnChanged = changed
	c.week = e.Week
}

// setLocked makes the reflection one to be read only, or no longer. Its text can
// still be selected and copied.
func (c *reflectCard) setLocked(locked bool) {
	if locked {
		c.text.Disable()
	} else {
		c.text.Enable()
	}
	look.SetVisible(c.another, !locked)
}

// next puts the next prompt above the text and leaves the text as it is.
func (c *reflectCard) next() {
	c.at = (c.at + 1) % len(c.prompts)
	c.prompt.SetText(c.prompts[c.at])
	c.change(c.prompt.Text, c.text.Text)
}
