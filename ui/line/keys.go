package line

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/input"
)

// TakesTab implements [controls.Keys]: Tab takes what is active in the list, leads
// into the list of kinds, or takes the next guess, and else leaves the line.
func (e *Editor) TakesTab() bool {
	_, marked := e.options.taken()
	_, kinds := e.slash()
	return marked || kinds && e.options.open() || e.nextGuess() >= 0
}

// TakeKey implements [controls.Keys].
func (e *Editor) TakeKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyTab:
		e.tab()
	case fyne.KeyReturn, fyne.KeyEnter:
		e.Submit()
	case fyne.KeyEscape:
		e.escape()
	case fyne.KeyDown, fyne.KeyUp:
		if !e.options.open() {
			return false
		}
		if key.Name == fyne.KeyDown {
			e.options.step(1)
		} else {
			e.options.step(-1)
		}
		e.showKeys()
	default:
		return false
	}
	return true
}

func (e *Editor) tab() {
	if o, ok := e.options.taken(); ok {
		o.take()
		return
	}
	if _, kinds := e.slash(); kinds && e.options.open() {
		e.options.step(1)
		e.showKeys()
		return
	}
	if i := e.nextGuess(); i >= 0 {
		e.tabTo(i)
	}
}

// escape closes the list and nothing else, or leaves a question, and else is for the
// owner.
func (e *Editor) escape() {
	switch {
	case e.options.open():
		if slash, ok := e.slash(); ok {
			e.replace(slash, e.named)
		}
		e.closed = e.text.Text
		e.asked = askNothing
		e.options.close()
		e.showQuestion()
	case e.asked != askNothing:
		e.asked = askNothing
		e.showQuestion()
	default:
		e.owner.Escape()
	}
}

// mostGuesses is how many guesses Tab goes through before it leaves the line.
const mostGuesses = 3

// nextGuess returns the index of the guess that Tab takes: the next best after the
// one that is shown. It is -1 if the user named a kind, or no guess is left.
func (e *Editor) nextGuess() int {
	if !e.adding() || journal.IsBlank(e.read.Text) || e.past.guesser == nil {
		return -1
	}
	guesses := e.guesses
	if e.read.Kind != "" {
		guesses = e.past.guesser.Kinds(e.read.Text, e.read.Tags)
	}
	guesses = guesses[:min(len(guesses), mostGuesses)]
	next := 0
	switch {
	case e.read.Kind != "" && (e.ahead == 0 || e.ahead > len(guesses) || guesses[e.ahead-1].Kind != e.read.Kind):
		return -1 // it was typed
	case e.read.Kind != "":
		next = e.ahead
	default:
		if _, shown := e.guessed(); shown {
			next = 1
		}
	}
	if next >= len(guesses) {
		return -1
	}
	return next
}

// tabTo writes the guess with an index into the line.
func (e *Editor) tabTo(i int) {
	guesses := e.past.guesser.Kinds(e.read.Text, e.read.Tags)
	k, ok := e.catalog.Find(guesses[i].Kind)
	if !ok {
		return
	}
	name, _ := input.KindToken(k.ID, e.kinds)
	e.put(input.SortKind, name)
	e.text.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // for the next word
	e.ahead = i + 1
	e.closed = e.text.Text
	e.options.close()
}
