package line

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/guess"
	"heliotrope/journal/input"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
	"heliotrope/ui/texts"
)

// Owner is what has a line.
type Owner interface {
	// Enter is called with a moment that is complete, once the user asked to log
	// it.
	Enter(journal.Moment)
	// Touched is called after each change.
	Touched()
	// Escape is called for Escape while nothing is open that it closes.
	Escape()
	// KindMade is called once a kind was made in the line.
	KindMade()
}

// Editor is a line. It begins empty, for a new moment, until Edit shows one.
type Editor struct {
	on    session.Session
	past  *Past
	owner Owner

	base    journal.Moment // that is edited; of a new one only its id
	begun   string         // the line as it was shown
	origin  input.Line     // begun as it is read
	private bool
	chosen  bool

	kinds   []input.Kind
	catalog journal.Kinds
	read    input.Line    // the text as it is read
	guesses []guess.Guess // for the words of the line, best first; none if it names a kind
	ahead   int           // guesses that Tab has gone through
	closed  string        // text for which the list was closed
	named   string        // kind in whose place a slash opened the list
	meant   float64       // hours over the limit that are meant
	asked   question

	text    *controls.TextField
	cut     *dialogs.LeftOut
	chips   *chips
	hint    *controls.Hint
	long    *fyne.Container // asks about many hours
	options *options
	ask     *widget.Label
	keys    *fyne.Container // what the keys do now
	keyed   string
	energy  *controls.Answers
	aside   fyne.CanvasObject // next to the chips in a small window; nil elsewhere
	rest    *fyne.Container   // all but the text
	root    *fyne.Container
}

// New returns an empty line of at most limit bytes.
func New(on session.Session, past *Past, owner Owner, limit int) *Editor {
	e := &Editor{on: on, past: past, owner: owner}
	w := on.Words
	e.text = controls.NewTextField(false, limit, texts.CleanLine)
	e.text.Spoken = w.Say("week.add.title")
	e.text.Keys = e
	e.text.Room = look.Roomy
	e.text.Continues = true
	e.cut = on.Ask.NewLeftOut(on.Tasks.Run)
	e.text.OnCut = e.cut.Show
	e.text.OnChanged = func(string) { e.changed() }
	e.text.OnCursorChanged = e.moved
	e.chips = newChips(e)
	e.hint = controls.NewTrouble()
	e.options = newOptions(e.text)
	e.ask = controls.Caption("")
	e.energy = controls.NewAnswers(w.Energies(), e.rate)
	e.energy.OnEscape = func() {
		e.asked = askNothing
		e.Focus()
	}
	e.long = container.New(&controls.Flow{GapX: 8, GapY: 4})
	e.ask.Wrapping = fyne.TextWrapOff
	e.keys = container.NewStack()
	question := container.New(&controls.Ends{Gap: 12}, controls.Flush(e.ask), e.keys)
	e.rest = controls.Stack(8, e.chips.row.Content(), e.hint.Content(), e.long, e.options, question, e.energy)
	e.root = controls.Stack(8, e.text, e.rest, e.cut.Content())
	e.Offer(on.Journal.Kinds())
	e.Clear(journal.NewID())
	return e
}

// Shrink arranges the line for a window that shows nothing else. Aside stands next to
// the chips, and gives way to what Enter asks for.
func (e *Editor) Shrink(aside fyne.CanvasObject) {
	e.aside = aside
	chips := container.New(&controls.Ends{Gap: 12}, e.chips.row.Content(), container.NewStack(aside, controls.Flush(e.ask)))
	e.rest.Objects = []fyne.CanvasObject{e.hint.Content(), e.long, e.options, e.energy}
	e.text.Room = look.Compact
	e.root.Objects = []fyne.CanvasObject{e.text, chips, e.rest, e.cut.Content()}
	e.show()
}

// PreferredWidth returns how wide the line has to be for its answers to be in one row.
func (e *Editor) PreferredWidth() float32 { return e.energy.PreferredWidth() }

// Content returns what the window shows.
func (e *Editor) Content() fyne.CanvasObject { return e.root }

// Text returns the field, to be given the focus.
func (e *Editor) Text() *controls.TextField { return e.text }

// SetPlaceHolder shows a text while the line is empty.
func (e *Editor) SetPlaceHolder(text string) { e.text.SetPlaceHolder(text) }

// Focus gives the line the focus.
func (e *Editor) Focus() { e.on.Ask.Focus(e.text) }

// Refresh guesses again, by a past that was read meanwhile.
func (e *Editor) Refresh() {
	e.guess()
	e.chips.show()
	e.showKeys()
}

// Offer makes kinds those that the line knows.
func (e *Editor) Offer(kinds journal.Kinds) {
	e.catalog = kinds
	e.kinds = input.Kinds(kinds, e.on.Words.Kind)
}

// Clear empties the line, for a new moment with an id.
func (e *Editor) Clear(id string) {
	e.set(journal.Moment{ID: id}, "", journal.Draft{})
}

// Edit shows a moment.
func (e *Editor) Edit(m journal.Moment) {
	begun := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' ' // it is one line
		}
		return r
	}, input.FormatLine(m, e.kinds))
	e.set(m, begun, journal.Draft{Text: begun, Private: m.Private, Chosen: m.Chosen})
}

// Resume shows what was left half-written: of the moment that is shown, or of a new
// one.
func (e *Editor) Resume(d journal.Draft) {
	if e.base.ID != d.ID {
		e.base = journal.Moment{ID: d.ID}
	}
	if e.adding() {
		e.base.Source = d.Source
	}
	d.Text = e.kindAs(d.Text, func(id string) string {
		name, _ := input.KindToken(id, e.kinds)
		return name
	})
	e.set(e.base, e.begun, d)
}

func (e *Editor) set(base journal.Moment, begun string, now journal.Draft) {
	e.cut.Hide()
	e.base, e.begun = base, begun
	e.origin = input.ParseLine(begun, e.kinds)
	e.private, e.chosen = now.Private, now.Chosen
	e.ahead, e.closed, e.named, e.meant, e.asked = 0, now.Text, "", base.Hours, askNothing
	changed := e.text.OnChanged
	e.text.OnChanged = nil
	e.text.SetText(now.Text)
	e.text.OnChanged = changed
	e.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	e.show()
}

// Changed reports whether the line differs from what it was shown with.
func (e *Editor) Changed() bool {
	return e.text.Text != e.begun || e.private != e.base.Private || e.chosen != e.base.Chosen
}

// adding reports whether the line is for a new moment.
func (e *Editor) adding() bool { return e.base.Kind == "" }

// changed is called after the text changed.
func (e *Editor) changed() {
	if e.adding() && journal.IsBlank(e.text.Text) {
		e.base.Source = "" // what is written now is something else
	}
	e.asked, e.named = askNothing, ""
	controls.HideTip(e.text) // of a chip, which may be over the line or gone
	e.show()
	e.owner.Touched()
}

// moved is called after the caret moved, which may be within the same text.
func (e *Editor) moved() {
	e.list()
	e.showKeys()
}

// show shows what is understood in the line.
func (e *Editor) show() {
	e.read = input.ParseLine(e.text.Text, e.kinds)
	if e.text.Text != "" {
		e.past.Want()
	}
	e.guess()
	look.SetVisible(e.rest, e.text.Text != "")
	e.chips.show()
	e.hint.Show(e.trouble())
	e.showEnergy()
	e.list()
	e.showQuestion()
}

// guess guesses the kind, if the line names none.
func (e *Editor) guess() {
	e.guesses = nil
	if e.read.Kind == "" && e.adding() && !journal.IsBlank(e.read.Text) && e.past.guesser != nil {
		e.guesses = e.past.guesser.Kinds(e.read.Text, e.read.Tags)
	}
}

// showEnergy shows the point that the line gives.
func (e *Editor) showEnergy() {
	point := -1
	if e.read.Rated {
		point = int(e.read.Energy - journal.Drained)
	}
	e.energy.SetChosen(point)
	look.SetVisible(e.energy, !journal.IsBlank(e.text.Text))
}

// trouble returns what cannot be as it stands in the line.
func (e *Editor) trouble() string {
	for _, t := range e.read.Tokens {
		if t.Problem != nil && !e.beingTyped(t) {
			return e.on.Words.LineProblem(e.read, t)
		}
	}
	return ""
}

// beingTyped reports whether a token is a kind that the caret is at, so that it may
// become one.
func (e *Editor) beingTyped(t input.Token) bool {
	return t.Sort == input.SortKind && e.options.open() && e.caret() == t.End
}

// guessed returns the kind that is taken if none is named, if there is one. A name
// that several kinds have is one: it is asked which.
func (e *Editor) guessed() (journal.Kind, bool) {
	several := slices.ContainsFunc(e.read.Tokens, func(t input.Token) bool { return t.Candidates != nil })
	if several || len(e.guesses) == 0 || !e.guesses[0].Sure() {
		return journal.Kind{}, false
	}
	return e.catalog.Find(e.guesses[0].Kind)
}

// Propose shows a new moment that something else than the user wrote, with its kind and
// hours. Its energy is for the user to give.
func (e *Editor) Propose(m journal.Moment) {
	text := e.withoutEnergy(m)
	if read := input.ParseLine(text, e.kinds); read.Hours != m.Hours {
		m.Hours = 0 // they cannot stand after this text
		text = e.withoutEnergy(m)
	}
	e.set(journal.Moment{ID: m.ID, Source: m.Source}, "", journal.Draft{Text: text})
}

// withoutEnergy writes a moment as a line, without its energy.
func (e *Editor) withoutEnergy(m journal.Moment) string {
	text := input.FormatLine(m, e.kinds)
	for _, t := range input.ParseLine(text, e.kinds).Tokens {
		if t.Sort == input.SortEnergy && t.Understood() {
			text = text[:t.Start] + text[t.End:]
			break
		}
	}
	return strings.Join(strings.Fields(text), " ")
}
