package trends

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// newStart returns what an empty journal shows in place of charts: what fills them, and
// what they will look like.
func newStart(p *Page) fyne.CanvasObject {
	w := p.Words
	log := controls.NewButton(w.Say("trends.start.log"), p.window.LogThisWeek)
	log.Importance = widget.HighImportance
	sample := controls.NewButton(w.Say("trends.start.sample"), p.window.OpenSample)
	look.SetVisible(log, !p.ReadOnly)
	look.SetVisible(sample, !p.Sample)
	return controls.Stack(12,
		controls.Flush(controls.Heading(w.Say("trends.start.title"), theme.SizeNameHeadingText)),
		controls.Flush(controls.Body(w.Say("trends.start.text"))),
		container.New(&controls.Flow{GapX: 8, GapY: 8}, log, sample))
}
