package line

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// chips show below the line what was understood of it: first the kind, then the rest
// in the order of the line, then whether it is private and was chosen.
type chips struct {
	editor  *Editor
	row     *controls.ChipRow
	private *controls.Chip
	chosen  *controls.Chip
}

func newChips(e *Editor) *chips {
	c := &chips{editor: e, row: controls.NewChipRow()}
	c.private = c.toggle("line.private", &e.private)
	c.chosen = c.toggle("line.chosen", &e.chosen)
	return c
}

// toggle returns a chip that turns a state on and off.
func (c *chips) toggle(id string, on *bool) *controls.Chip {
	say := c.editor.on.Words.Say
	chip := controls.NewChip(say(id), controls.ChipGuess)
	chip.SetTip(say(id + ".tip"))
	chip.OnTapped = func() {
		*on = !*on
		c.showToggles()
		c.editor.owner.Touched()
	}
	return chip
}

func (c *chips) showToggles() {
	for _, t := range []struct {
		chip *controls.Chip
		on   bool
	}{{c.private, c.editor.private}, {c.chosen, c.editor.chosen}} {
		state := controls.ChipGuess
		if t.on {
			state = controls.ChipUnderstood
		}
		t.chip.Set(t.chip.Text(), state)
	}
}

// show shows the chips of the line as it is now.
func (c *chips) show() {
	e := c.editor
	all := []*controls.Chip{c.kind()}
	for _, t := range e.read.Tokens {
		if !t.Understood() || t.Sort == input.SortKind {
			continue
		}
		chip := controls.NewChip(c.text(t), controls.ChipUnderstood)
		chip.SetTip(e.on.Words.Say("line.chip.back"))
		chip.OnTapped = e.Focus
		chip.OnRemove = func() { e.giveBack(t) }
		all = append(all, chip)
	}
	c.showToggles()
	if all = append(all, c.private, c.chosen); e.aside != nil && e.text.Text == "" {
		all = nil // which makes room for what is aside
	}
	c.row.Show(all)
}

// text formats the value of a token.
func (c *chips) text(t input.Token) string {
	w := c.editor.on.Words
	switch t.Sort {
	case input.SortTag:
		return "#" + t.Tag
	case input.SortHours:
		return w.Hours(t.Hours)
	}
	return w.Say("line.energy.chip", words.Args{"Points": w.Signed(float64(t.Energy), 0), "Energy": w.Energy(t.Energy)})
}

// kind returns the chip of the kind: named, guessed or asked for.
func (c *chips) kind() *controls.Chip {
	e := c.editor
	w := e.on.Words
	chip := controls.NewChip(w.Say("line.kind"), controls.ChipGuess)
	chip.SetSpoken(w.Say("line.kind.none.spoken"))
	chip.OnTapped = e.OpenKinds
	show := func(k journal.Kind, text, spoken string, state controls.ChipState) {
		chip.Set(text, state)
		chip.SetSpoken(w.Say(spoken, words.Args{"Kind": w.Kind(k)}))
		chip.SetGlyph(look.TrackShape(k.Track), look.TrackColor(k.Track))
	}
	if k, ok := e.catalog.Find(e.read.Kind); ok {
		show(k, w.Kind(k), "line.kind.spoken", controls.ChipUnderstood)
		for _, t := range e.read.Tokens {
			if t.Sort == input.SortKind && t.Understood() {
				chip.OnRemove = func() { e.giveBack(t) }
				chip.Refresh()
			}
		}
	} else if k, ok := e.guessed(); ok {
		show(k, w.Say("line.kind.guess", words.Args{"Kind": w.Kind(k)}), "line.kind.guess.spoken", controls.ChipGuess)
	}
	return chip
}

// giveBack makes a token words.
func (e *Editor) giveBack(t input.Token) {
	e.replace(span{t.Start, t.Start}, `\`)
	e.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	e.Focus()
}
