package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// kindEdit edits a kind of work in its row.
type kindEdit struct {
	group *kindGroup
	kind  journal.Kind
	at    journal.Track // below which the row is

	name    *controls.TextField
	trouble *controls.Hint
	tracks  *controls.Choice
	hide    *controls.Button
	reset   *controls.Button
	about   *controls.Hint
	also    *controls.Link
	root    fyne.CanvasObject
}

func newKindEdit(g *kindGroup, k journal.Kind) *kindEdit {
	e := &kindEdit{group: g, kind: k, at: k.Track, trouble: controls.NewTrouble(), about: controls.NewHint(widget.LowImportance)}
	say := g.Words.Say
	e.name = newNameField(say("kinds.name"), e.trouble, say("kinds.name.long"), e.submit)
	e.name.SetText(g.Words.Kind(k))
	e.name.Keys = escape(e.leave)
	e.name.OnBlur = func() { e.rename() }
	e.tracks = controls.NewChoice(trackNames(g.Words), func(i int) { e.count(journal.Tracks[i]) })
	e.also = controls.NewLink(say("kinds.track.also"), e.changeLogged)
	e.also.Hide()
	e.hide = e.button("", func() { g.hide(e.kind.ID) })
	e.reset = e.button(say("kinds.reset", words.Args{"Kind": g.Words.Kind(journal.Kind{ID: k.ID})}), e.resetName)
	done := e.button(say("kinds.done"), e.submit)
	done.Importance = widget.HighImportance
	acts := buttons(e.button(say("kinds.merge"), func() { g.askMerge(e.kind.ID) }), e.hide, e.reset)
	field := container.New(kindField{}, controls.NewGlyph(look.TrackShape(k.Track), look.TrackColor(k.Track)), e.name, g.newCount(k))
	about := controls.Stack(4, e.about.Content(), container.NewHBox(e.also))
	e.root = controls.Stack(8, field, e.trouble.Content(),
		newCountsAs(say("kinds.counts"), e.tracks),
		container.New(&controls.Ends{Gap: 12}, acts, done), about)
	e.show(k)
	e.about.Show(say("kinds.rest"))
	return e
}

// button returns a button that Escape leaves with the row.
func (e *kindEdit) button(text string, tapped func()) *controls.Button {
	b := controls.NewButton(text, tapped)
	b.OnEscape = e.leave
	return b
}

// show shows the kind as it is now.
func (e *kindEdit) show(k journal.Kind) {
	w := e.group.Words
	if shown := w.Kind(e.kind); strings.TrimSpace(e.name.Text) == shown && w.Kind(k) != shown {
		e.name.SetText(w.Kind(k)) // another name, and none was being written
	}
	e.kind = k
	e.tracks.SetChosen(slices.Index(journal.Tracks, k.Track))
	e.hide.SetText(w.Say("kinds.hide"))
	if k.Hidden {
		e.hide.SetText(w.Say("kinds.show"))
		e.about.Show(w.Say("kinds.hide.about"))
	}
	look.SetVisible(e.reset, k.BuiltIn() && k.Name != "")
}

// submit saves the name, and leaves the row if that can be.
func (e *kindEdit) submit() {
	if e.rename() {
		e.group.done(e.kind.ID)
	}
}

// leave leaves the row without the name that was written.
func (e *kindEdit) leave() {
	e.name.SetText(e.group.Words.Kind(e.kind))
	e.group.done(e.kind.ID)
}

// rename saves the name that was written, or shows why it cannot be.
func (e *kindEdit) rename() bool {
	w, k := e.group.Words, e.kind
	name := strings.TrimSpace(e.name.Text)
	old := w.Kind(k)
	if name == old || e.group.edited != e { // it is edited no longer
		return true
	}
	if wrong := e.group.wrong(name, k.ID); wrong != "" {
		e.trouble.Show(wrong)
		return false
	}
	k.Name = name
	if k.BuiltIn() && name == w.Kind(journal.Kind{ID: k.ID}) {
		k.Name = ""
	}
	return e.save(k, w.Say("kinds.said.name", words.Args{"Old": old, "Kind": name}))
}

// resetName gives a built-in kind its own name again.
func (e *kindEdit) resetName() {
	e.name.SetText(e.group.Words.Kind(journal.Kind{ID: e.kind.ID}))
	e.rename()
}

// count makes new moments of the kind count toward a track.
func (e *kindEdit) count(t journal.Track) {
	w, k := e.group.Words, e.kind
	k.Track = t
	if !e.save(k, w.Say("kinds.said.track", words.Args{"Kind": w.Kind(k), "Track": w.Track(t)})) {
		return
	}
	others := len(e.others())
	look.SetVisible(e.also, others > 0)
	if others == 0 {
		e.about.Show("")
		return
	}
	e.about.Show(w.Count("kinds.track.about", others, words.Args{"Track": w.Track(t)}))
}

// others returns the moments of the kind that count toward another track than it.
func (e *kindEdit) others() []journal.MomentRef {
	var others []journal.MomentRef
	for entry := range e.group.Journal.All() {
		for _, m := range entry.Moments {
			if m.Kind == e.kind.ID && m.Track != e.kind.Track {
				others = append(others, journal.MomentRef{Week: entry.Week, ID: m.ID})
			}
		}
	}
	return others
}

// changeLogged makes the moments that were logged count as new ones do.
func (e *kindEdit) changeLogged() {
	g, k, changed := e.group, e.kind, 0
	err := g.Do(func() error {
		others := e.others()
		changed = len(others)
		return g.Journal.EditMoments(others, func(m *journal.Moment) { m.Track = k.Track })
	})
	if err != nil {
		e.trouble.Show(g.Words.Problem(err).String())
		return
	}
	e.also.Hide()
	e.about.Show("")
	g.Ask.Focus(e.tracks)
	g.show()
	g.offer(g.Words.Count("kinds.said.also", changed, words.Args{"Kind": g.Words.Kind(k), "Track": g.Words.Track(k.Track)}))
}

// save saves the kind as k, or shows why it cannot.
func (e *kindEdit) save(k journal.Kind, said string) bool {
	e.trouble.Show("")
	if err := e.group.save(k, said); err != nil {
		e.trouble.Show(e.group.Words.Problem(err).String())
		return false
	}
	return true
}

// newNameField returns a field for the name of a kind, which clears trouble when
// something is written.
func newNameField(placeholder string, trouble *controls.Hint, long string, submit func()) *controls.TextField {
	f := controls.NewTextField(false, journal.MaxName, texts.CleanLine)
	f.SetPlaceHolder(placeholder)
	f.OnChanged = func(string) { trouble.Show("") }
	f.OnCut = func(string) { trouble.Show(long) }
	f.OnSubmitted = func(string) { submit() }
	return f
}

func trackNames(w *words.Words) []string {
	var names []string
	for _, t := range journal.Tracks {
		names = append(names, w.Track(t))
	}
	return names
}

// escape is the key Escape in a field, and what it does.
type escape func()

// TakesTab implements controls.Keys.
func (escape) TakesTab() bool { return false }

// TakeKey implements controls.Keys.
func (do escape) TakeKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape {
		return false
	}
	do()
	return true
}

// kindField lays out a row of which the name is a field.
type kindField struct{ kindRow }

// MinSize implements fyne.Layout.
func (f kindField) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := f.kindRow.MinSize(o)
	return fyne.NewSize(least.Width+theme.TextSize()*6, least.Height)
}
