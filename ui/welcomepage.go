package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// welcomePage greets at the first start: what this is, the role today, and
// two ways to go on.
type welcomePage struct {
	role *controls.Select
	size *controls.Select
	root fyne.CanvasObject
}

// newWelcomePage returns the page. Begin gets the role of today as an event
// whose id and week are still to be set, or one without a role if none was
// named; sample is nil if there is no sample to look at.
func newWelcomePage(w *words.Words, icon fyne.Resource, begin func(journal.Event), sample func()) *welcomePage {
	p := &welcomePage{role: newRoleSelect(w, ""), size: newSizeSelect(w, "")}
	start := controls.NewButton(w.Say("welcome.start"), func() {
		begin(journal.Event{Kind: journal.RoleEvent, Role: chosenRole(p.role), CompanySize: chosenSize(p.size)})
	})
	start.Importance = widget.HighImportance
	buttons := container.New(&controls.Flow{GapX: 12, GapY: 8}, start)
	if sample != nil {
		buttons.Add(controls.NewButton(w.Say("welcome.sample"), sample))
	}
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	box := controls.NewPanel(controls.Stack(14,
		container.New(layout.NewCustomPaddedHBoxLayout(12), sizedIcon(icon, 40), container.NewCenter(controls.Flush(controls.Title(w.Say("welcome.title"), theme.SizeNameHeadingText)))),
		controls.Flush(controls.Body(w.Say("welcome.what"))),
		controls.Flush(controls.Body(w.Say("welcome.how"))),
		controls.Flush(controls.Body(w.Say("welcome.private"))),
		controls.Gap(2),
		controls.Stack(4, caption("welcome.role"), controls.Framed(p.role)),
		controls.Stack(4, caption("welcome.size"), controls.Framed(p.size)),
		controls.Gap(2),
		buttons,
	), controls.ColorCard, theme.ColorNameSeparator, 12, 34, 30)
	p.root = container.NewVScroll(container.NewCenter(container.New(fixedWidth(560), box)))
	return p
}

func sizedIcon(icon fyne.Resource, side float32) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSquareSize(side), widget.NewIcon(icon))
}

// fixedWidth lays one object out in a width of its own.
type fixedWidth float32

func (w fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (w fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), o[0].MinSize().Height)
}

func (p *welcomePage) content() fyne.CanvasObject { return p.root }
func (p *welcomePage) shown()                     {}
func (p *welcomePage) changed(journal.Week)       {}
