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
