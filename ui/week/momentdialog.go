package week

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// editMoment shows all fields of a moment of a week, to be changed.
func (p *Page) editMoment(w journal.Week, m journal.Moment) {
	var fields *momentForm
	form := p.Ask.NewForm(p.Words.Say("week.moment.edit.title"), func() error {
		edited, err := fields.read(m)
		if err == nil {
			p.replaceMoment(w, edited)
		}
		return err
	})
	fields = newMomentForm(p.Words, p.Journal, form, nil, p.drafts.Touch)
	fields.text.MultiLine = true // here a long text is seen whole
	fields.text.Wrapping = fyne.TextWrapWord
	fields.text.SetMinRowsVisible(3)
	fields.set(m)
	cut := newLeftOut(p.Words, p.Tasks, p.Ask)
	fields.text.OnCut = cut.show
	p.editing = &momentEdit{fields, m, w}
	week := controls.Flush(controls.Caption(p.Words.Week(w)))
	form.Show(controls.Stack(10, week, p.arranged(fields, cut)), func() {
		p.editing = nil
		p.drafts.Touch()
	})
	p.Ask.Focus(fields.text)
}

// arranged returns the fields of a moment below each other.
func (p *Page) arranged(f *momentForm, cut *leftOut) fyne.CanvasObject {
	row := func(id string, field fyne.CanvasObject) fyne.CanvasObject {
		return controls.Stack(2, controls.Flush(controls.Caption(p.Words.Say(id))), field)
	}
	return controls.Stack(10, f.text, cut.root, controls.Framed(f.kind),
		row("week.add.energy", f.energy),
		row("week.add.hours", container.New(&controls.Flow{GapX: 10, GapY: 6}, f.hours, look.Sized(70, f.exact))),
		row("week.add.track", f.track),
		f.tags, container.NewHBox(f.chosen, f.private))
}

// newKind asks for a kind of work of the user's own and chooses it. One whose
// name has the same letters is that kind.
func (p *Page) newKind() {
	track := controls.NewChoice(trackWords(p.Words), nil)
	track.SetChosen(1)
	name := controls.NewTextField(false, journal.MaxName, texts.CleanLine)
	name.SetPlaceHolder(p.Words.Say("kind.new.name"))
	form := p.Ask.NewForm(p.Words.Say("kind.new.title"), func() error {
		text, _ := texts.CleanLine(strings.TrimSpace(name.Text), journal.MaxName)
		k := journal.Kind{ID: journal.NewID(), Name: text, Track: journal.Tracks[track.Chosen()]}
		if there, ok := p.kindNamed(text); ok {
			k.ID = there.ID
		} else if err := p.Journal.SaveKind(k); err != nil {
			return err
		}
		p.quick.form.offer(p.Journal.Kinds())
		p.quick.form.choose(k.ID)
		p.quick.form.setTrack(k.Track)
		return nil
	})
	name.Form = form
	form.Show(controls.Stack(10, name,
		controls.Flush(controls.Caption(p.Words.Say("kind.new.track"))), track,
		controls.Flush(controls.Caption(p.Words.Say("kind.rule")))), nil)
	p.Ask.Focus(name)
}

// kindNamed returns the kind whose name has the letters of text, if there is one:
// the user's own before a built-in one, which may be newer.
func (p *Page) kindNamed(text string) (named journal.Kind, ok bool) {
	for _, k := range p.Journal.Kinds() { // the user's own come last
		if fold.Equal(p.Words.Kind(k), text) {
			named, ok = k, true
		}
	}
	return named, ok
}
