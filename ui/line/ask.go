package line

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// question is what Enter asked for because it was missing.
type question string

const (
	askNothing question = ""
	askKind    question = "kind"
	askEnergy  question = "energy"
	askHours   question = "hours"
)

// Submit logs the moment, or asks for what is missing.
func (e *Editor) Submit() {
	if o, ok := e.options.taken(); ok {
		asked := e.asked
		o.take()
		if o.track == "" || asked == askKind {
			return // it was no kind, or goes on from there
		}
	}
	if e.past.guesser == nil && e.adding() { // the keys were faster
		e.past.now()
		e.show()
	}
	m, err := e.Moment()
	switch {
	case err != nil:
		e.hint.Show(e.on.Words.Problem(err).What)
		e.Focus()
	case e.read.Long() && m.Hours != e.meant:
		e.askFor(askHours)
	case m.Kind == "":
		e.askFor(askKind)
	case !e.read.Rated && (e.adding() || e.origin.Rated):
		e.askFor(askEnergy)
	default:
		e.owner.Enter(m)
	}
}

// askFor asks for what is missing.
func (e *Editor) askFor(q question) {
	e.asked = q
	switch q {
	case askKind:
		e.OpenKinds()
		e.asked = askKind // which the text that opens the list has answered
	case askEnergy:
		e.on.Ask.Focus(e.energy)
	}
	e.showQuestion()
	if q == askHours {
		e.on.Ask.Focus(e.long.Objects[1].(fyne.Focusable))
	}
}

// showQuestion shows what Enter asked for.
func (e *Editor) showQuestion() {
	w := e.on.Words
	ask := w.Say("line.energy")
	if e.asked == askKind {
		ask = w.Say("line.kind.ask")
	}
	e.ask.SetText(ask)
	e.showKeys()
	look.SetVisible(e.long, e.asked == askHours)
	if e.aside != nil {
		asks := e.asked == askKind || e.asked == askEnergy
		look.SetVisible(e.ask, asks)
		look.SetVisible(e.aside, !asks)
	}
	if e.asked != askHours {
		return
	}
	hours := words.Args{"Hours": w.Hours(e.read.Hours)}
	leave := func() {
		e.asked = askNothing
		e.showQuestion()
		e.Focus()
	}
	keep := controls.NewButton(w.Say("line.hours.keep", hours), func() {
		e.meant, e.asked = e.read.Hours, askNothing
		e.Submit()
	})
	change := controls.NewButton(w.Say("line.hours.change"), leave)
	keep.OnEscape, change.OnEscape = leave, leave
	e.long.Objects = []fyne.CanvasObject{
		controls.Flush(controls.Title(w.Say("line.hours.ask", hours), theme.SizeNameCaptionText)), keep, change,
	}
	e.long.Refresh()
}

// showKeys shows what the keys do now.
func (e *Editor) showKeys() {
	id := "line.keys.rate"
	_, marked := e.options.taken()
	switch {
	case marked:
		id = "line.keys.take"
	case e.asked == askKind:
		id = "line.keys.choose"
	case !e.adding():
		id = "line.keys.save"
	case e.nextGuess() >= 0:
		id = "line.keys.guess"
	case e.read.Rated:
		id = "line.keys.enter"
	}
	if id != e.keyed {
		e.keyed = id
		line := container.NewHBox()
		for _, o := range controls.KeyCaption(e.on.Words.Say(id)).Objects {
			line.Add(container.NewCenter(o))
		}
		e.keys.Objects = []fyne.CanvasObject{line}
		e.keys.Refresh()
	}
}

// rate writes a point of energy into the line, and logs a new moment, or another one
// if the point was asked for.
func (e *Editor) rate(index int) {
	if slash, ok := e.slash(); ok {
		e.replace(slash, e.named)
	}
	e.put(input.SortEnergy, input.EnergyToken(journal.Energies[index]))
	if e.adding() || e.asked == askEnergy {
		e.Submit()
	}
}
