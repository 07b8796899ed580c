package line

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// askNewKind asks for a kind of work of the user's own, which begins with a name, and
// calls take with it. One whose name has the same letters is that kind.
func (e *Editor) askNewKind(begun string, take func(journal.Kind)) {
	var tracks []string
	for _, t := range journal.Tracks {
		tracks = append(tracks, e.on.Words.Track(t))
	}
	track := controls.NewChoice(tracks, nil)
	track.SetChosen(1)
	name := controls.NewTextField(false, journal.MaxName, texts.CleanLine)
	name.SetPlaceHolder(e.on.Words.Say("kind.new.name"))
	name.SetText(begun)
	form := e.on.Ask.NewForm(e.on.Words.Say("kind.new.title"), func() error {
		text, _ := texts.CleanLine(strings.TrimSpace(name.Text), journal.MaxName)
		k := journal.Kind{ID: journal.NewID(), Name: text, Track: journal.Tracks[track.Chosen()]}
		there, ok := e.kindNamed(text)
		if ok {
			k, k.Hidden = there, false // it is wanted again
		}
		if !ok || there.Hidden {
			if err := e.on.Do(func() error { return e.on.Journal.SaveKind(k) }); err != nil {
				return err
			}
		}
		e.Offer(e.on.Journal.Kinds())
		e.owner.KindMade()
		take(k)
		return nil
	})
	name.Form = form
	form.Show(controls.Stack(10, name,
		controls.Flush(controls.Caption(e.on.Words.Say("kind.new.track"))), track,
		controls.Flush(controls.Caption(e.on.Words.Say("kind.rule")))), nil)
	e.on.Ask.Focus(name)
}

// kindNamed returns the kind whose name has the letters of text, if there is one:
// one that is not hidden first, and the user's own before a built-in one, which may
// be newer.
func (e *Editor) kindNamed(text string) (named journal.Kind, ok bool) {
	for _, k := range e.on.Journal.Kinds() { // the user's own come last
		if fold.Equal(e.on.Words.Kind(k), text) && (!ok || named.Hidden || !k.Hidden) {
			named, ok = k, true
		}
	}
	return named, ok
}
