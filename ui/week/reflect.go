package week

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// reflectCard shows the reflection under its prompt.
type reflectCard struct {
	page *Page

	week    journal.Week // whose reflection it is
	prompts []string
	resting []int // indexes of the prompts of the weeks before
	at      int   // index of the prompt shown
	prompt  *widget.Label
	text    *controls.TextField
	cut     *dialogs.LeftOut
	another *controls.Link
	root    fyne.CanvasObject
}

func newReflectCard(p *Page) *reflectCard {
	w := p.Words
	c := &reflectCard{page: p, cut: p.Ask.NewLeftOut(p.Tasks.Run), prompts: w.Prompts()}
	c.prompt = controls.Caption("")
	c.text = controls.NewTextField(true, journal.MaxReflection, texts.CleanLines)
	c.text.SetMinRowsVisible(5)
	c.text.Grow()
	c.text.SetPlaceHolder(w.Say("week.reflect.placeholder"))
	c.text.OnBlur = p.saver.Flush
	c.text.OnCut = c.cut.Show
	c.text.OnChanged = func(text string) { p.setReflection(c.prompt.Text, text) }
	c.another = controls.NewLink(w.Say("week.reflect.another"), c.next)
	c.root = controls.NewCard(controls.Stack(8,
		controls.NewCardHead(controls.CardTitle(w.Say("week.reflect.title")), c.another),
		controls.Flush(c.prompt), c.text, c.cut.Content()))
	return c
}

// show shows an entry's reflection under the prompt it was written for, or
// under the prompt of its week if there is no reflection yet.
func (c *reflectCard) show(e journal.Entry) {
	c.at, c.resting = c.page.Journal.Prompts(e.Week, len(c.prompts), words.PromptIndex)
	prompt := c.prompts[c.at]
	if e.Reflection != "" {
		prompt = e.Prompt // none, if it was written without
	}
	c.prompt.SetText(prompt)
	if c.week != e.Week {
		c.cut.Hide()
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

// next puts another prompt above the text, none of the weeks before, and leaves the
// text as it is.
func (c *reflectCard) next() {
	for range c.prompts {
		c.at = (c.at + 1) % len(c.prompts)
		if !slices.Contains(c.resting, c.at) {
			break
		}
	}
	c.prompt.SetText(c.prompts[c.at])
	c.page.setReflection(c.prompt.Text, c.text.Text)
}

// setReflection makes a text the reflection of the week, or takes back what was typed.
func (p *Page) setReflection(prompt, text string) {
	p.act(func() {
		p.entry.Prompt, p.entry.Reflection = prompt, text
		if p.reflect.text.TakingBack() {
			p.saver.TakeBack(p.entry)
		} else {
			p.saver.Change(p.entry)
		}
		p.ShowState(p.saver.State(), nil)
	})
}
