// Package welcome is the page of the first start.
package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
)

// Page greets at the first start: what this is, in which language, the role today
// and the size of the company, and two ways to go on. The first of them has the
// focus, so that Enter goes on without an answer.
type Page struct {
	role  *controls.Select
	size  *controls.Select
	start *controls.Button
	root  fyne.CanvasObject
}

// Window is what the page asks of the window.
type Window interface {
	// Begin ends the welcome. The event is the role of today, without an id and a
	// week; what was not named is empty.
	Begin(journal.Event)
	// Speak shows the window in another language, and this page again.
	Speak(words.Language)
	// OpenSample shows the sample in place of the journal.
	OpenSample()
}

// New returns the page, with the icon of the program, and a way to a
// sample if there is one.
func New(w *words.Words, icon fyne.Resource, sample bool, window Window) *Page {
	p := &Page{role: choices.NewRole(w, ""), size: choices.NewSize(w, "")}
	p.start = controls.NewButton(w.Say("welcome.start"), func() { window.Begin(p.event()) })
	p.start.Importance = widget.HighImportance
	buttons := container.New(&controls.Flow{GapX: 12, GapY: 8}, p.start)
	if sample {
		buttons.Add(controls.NewButton(w.Say("welcome.sample"), window.OpenSample))
	}
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	box := controls.NewPanel(controls.Stack(14,
		container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 0, 8), sizedIcon(icon, 40)), nil,
			controls.Flush(controls.Heading(w.Say("welcome.title"), theme.SizeNameHeadingText))),
		controls.Flush(controls.Body(w.Say("welcome.what"))),
		controls.Flush(controls.Body(w.Say("welcome.how"))),
		controls.Flush(controls.Body(w.Say("welcome.private"))),
		controls.Gap(2),
		controls.Stack(4, caption("welcome.role"), controls.Framed(p.role)),
		controls.Stack(4, caption("welcome.size"), controls.Framed(p.size)),
		controls.Gap(2),
		buttons,
		controls.Flush(controls.Caption(w.Say("welcome.skip"))),
		controls.Gap(2),
		controls.Stack(4, caption("settings.language.title"), choices.NewLanguage(w.Language, window.Speak)),
	), controls.ColorCard, theme.ColorNameSeparator, 12, fyne.NewSize(34, 30))
	p.root = controls.NewVScroll(container.NewCenter(container.New(fixedWidth(620), box)))
	return p
}

// event returns what was answered: the role, or the company alone if only its size
// was given.
func (p *Page) event() journal.Event {
	e := journal.Event{Kind: journal.RoleEvent, Role: choices.ChosenRole(p.role), CompanySize: choices.ChosenSize(p.size, "")}
	if e.Role == "" && e.CompanySize != "" {
		e.Kind = journal.CompanyEvent
	}
	return e
}

func sizedIcon(icon fyne.Resource, side float32) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSquareSize(side), widget.NewIcon(icon))
}

// fixedWidth lays one object out in a fixed width.
type fixedWidth float32

func (w fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (w fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), o[0].MinSize().Height)
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// First returns what has the focus when the page comes.
func (p *Page) First() fyne.Focusable { return p.start }

// Shown does nothing.
func (p *Page) Shown() {}

// Changed does nothing.
func (p *Page) Changed(journal.Week) {}
