package week

import (
	"slices"

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

// pictureCard shows what gave and what took energy in a week. It adds nothing up
// and names no side.
type pictureCard struct {
	words *words.Words

	title      *widget.Label
	took, gave *widget.RichText
	bars       *controls.Bars
	root       fyne.CanvasObject
}

// pictureFrom is how many moments a week has before there is a picture of it.
const pictureFrom = 3

func newPictureCard(w *words.Words, hide func(), why *controls.QuestionMark) *pictureCard {
	c := &pictureCard{words: w, title: controls.CardTitle("")}
	c.took = controls.Tinted(controls.ColorMuted, fyne.TextAlignLeading)
	c.gave = controls.Tinted(controls.ColorMuted, fyne.TextAlignTrailing)
	c.bars = controls.NewBars(theme.ColorNamePrimary, look.ColorTook)
	c.root = controls.NewCard(controls.Stack(6,
		controls.NewCardHead(c.title, linkAndWhy(controls.NewLink(w.Say("week.picture.hide"), hide), why)),
		container.New(&controls.Even{Gap: 12}, controls.Flush(c.took), controls.Flush(c.gave)), c.bars))
	return c
}

// show shows the moments of a week, the newest first, if they are enough for a
// picture that is wanted.
func (c *pictureCard) show(moments []journal.Moment, thatWeek, wanted bool) {
	if len(moments) < pictureFrom || !wanted {
		c.root.Hide()
		return
	}
	var bars []controls.Bar
	var gave, took bool
	for _, m := range slices.Backward(moments) {
		bars = append(bars, controls.Bar{Value: float32(m.Energy) / 2, Text: texts.Flatten(m.Text, 80)})
		gave, took = gave || m.Energy > 0, took || m.Energy < 0
	}
	c.bars.Set(bars)
	title, nothing := "week.picture.title", "week.picture.nothing"
	if thatWeek {
		title, nothing = title+".that", nothing+".that"
	}
	c.title.SetText(c.words.Say(title))
	half := func(id string, any bool) string {
		text := c.words.Say(id)
		if !any {
			text += "\n" + c.words.Say(nothing)
		}
		return text
	}
	controls.Retint(c.took, half("week.picture.took", took))
	controls.Retint(c.gave, half("week.picture.gave", gave))
	c.root.Show()
}
