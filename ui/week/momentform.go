package week

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// quickHours are the hours that one tap gives.
var quickHours = []float64{0.5, 1, 2, 4, 8}

// momentForm is the set of fields that make a moment. The quick add and the
// edit dialog arrange the same fields differently.
type momentForm struct {
	words   *words.Words
	journal *journal.Journal
	kinds   journal.Kinds
	newKind func()         // makes a kind of the user's own; nil where none can be made
	changed func()         // is called after each change; may be nil
	shown   journal.Moment // that was shown before the user changed anything
	chose   string         // id of the kind that is chosen

	text    *controls.TextField
	kind    *controls.Select
	energy  *controls.Choice
	hours   *controls.Choice
	exact   *controls.TextField // hours that no tap gives
	track   *controls.Choice
	tags    *controls.TextField
	chosen  *controls.Check
	private *controls.Check
}

// newMomentForm returns an empty form. Enter in any field submits form; the
// last entry of the list of kinds calls newKind, unless that is nil. Changed is
// called after each change and may be nil.
func newMomentForm(w *words.Words, j *journal.Journal, form controls.Form, newKind, changed func()) *momentForm {
	f := &momentForm{words: w, journal: j, newKind: newKind, changed: changed}
	f.text = controls.NewTextField(false, journal.MaxMoment, texts.CleanLine)
	f.text.SetPlaceHolder(w.Say("week.add.placeholder"))
	f.kind = controls.NewSelect(nil, nil)
	f.kind.OnOpen = f.openKinds
	f.energy = controls.NewChoice(energyWords(w), func(int) { f.touched() })
	f.hours = controls.NewChoice(hourWords(w), f.tapHours)
	f.hours.Optional = true
	f.hours.SetSmallest(fyne.NewSize(30, 0))
	f.exact = controls.NewTextField(false, 30, texts.CleanLine) // room for 2 heures 30 minutes
	f.exact.OnChanged = func(string) {
		f.matchHours()
		f.touched()
	}
	f.track = controls.NewChoice(trackWords(w), func(int) { f.touched() })
	f.tags = controls.NewTextField(false, journal.MaxTags*journal.MaxName, texts.CleanLine)
	f.tags.SetPlaceHolder(w.Say("week.add.tags"))
	f.chosen = controls.NewCheck(w.Say("week.add.chosen"), func(bool) { f.touched() })
	f.private = controls.NewCheck(w.Say("week.add.private"), func(bool) { f.touched() })

	f.text.OnChanged = func(string) { f.touched() }
	f.tags.OnChanged = f.text.OnChanged
	for _, field := range []*controls.TextField{f.text, f.exact, f.tags} {
		field.Form = form
	}
	for _, choice := range []*controls.Choice{f.energy, f.hours, f.track} {
		choice.OnSubmit = form.Submit
	}
	f.offer(j.Kinds())
	f.clear()
	return f
}

func (f *momentForm) touched() {
	if f.changed != nil {
		f.changed()
	}
}

// offer fills the list of kinds, by track; the one that is chosen stays.
func (f *momentForm) offer(kinds journal.Kinds) {
	f.kinds = nil
	for _, t := range journal.Tracks {
		f.kinds = append(f.kinds, kinds.Of(t)...)
	}
	f.name()
	f.kind.OnChanged = func(string) {
		switch i := f.kind.SelectedIndex(); {
		case i == len(f.kinds):
			f.choose(f.chose)
			f.newKind()
		case i >= 0 && f.kinds[i].ID != f.chose:
			f.chose = f.kinds[i].ID
			f.setTrack(f.trackOf(f.kinds[i]))
			f.touched()
		}
	}
}

// name names the kinds that are offered, with the track that a moment gets of
// each.
func (f *momentForm) name() {
	options := make([]string, 0, len(f.kinds)+1)
	for _, k := range f.kinds {
		options = append(options, f.words.Say("week.kind.option", words.Args{
			"Kind": f.words.Kind(k), "Track": f.words.Track(f.trackOf(k))}))
	}
	if f.newKind != nil {
		options = append(options, f.words.Say("week.kind.new"))
	}
	f.kind.SetOptions(options)
	f.choose(f.chose)
}

// choose selects the kind with an id, or the first.
func (f *momentForm) choose(id string) {
	changed := f.kind.OnChanged
	f.kind.OnChanged = nil
	defer func() { f.kind.OnChanged = changed }()
	index := 0
	for i, k := range f.kinds {
		if k.ID == id {
			index = i
		}
	}
	f.kind.SetSelectedIndex(index)
	f.chose = f.kindID()
}

func (f *momentForm) kindID() string {
	if i := f.kind.SelectedIndex(); i >= 0 && i < len(f.kinds) {
		return f.kinds[i].ID
	}
	return ""
}

// trackOf returns the track that a moment of kind k gets: that of the moment
// shown if it is of this kind, since it may be older than what the kind counts as
// now.
func (f *momentForm) trackOf(k journal.Kind) journal.Track {
	if k.ID == f.shown.Kind && f.shown.Track != "" {
		return f.shown.Track
	}
	return k.Track
}

// tapHours fills the field of hours with those of a tap, -1 for none.
func (f *momentForm) tapHours(i int) {
	if i < 0 {
		f.exact.SetText("")
		return
	}
	f.exact.SetText(f.words.HoursTyped(quickHours[i]))
}

func (f *momentForm) setTrack(t journal.Track) {
	for i, track := range journal.Tracks {
		if track == t {
			f.track.SetChosen(i)
		}
	}
}

// matchHours shows which tap gives the hours that stand in the field.
func (f *momentForm) matchHours() {
	match := -1
	if hours, err := input.Hours(f.exact.Text); err == nil {
		for i, h := range quickHours {
			if h == hours {
				match = i
			}
		}
	}
	if match != f.hours.Chosen() {
		f.hours.SetChosen(match)
	}
}

// clear empties the form for the next moment. The kind stays, since moments of
// one kind often come together.
func (f *momentForm) clear() {
	id := f.kindID()
	f.set(journal.Moment{Kind: id, Energy: journal.Neutral})
	if k, ok := f.kinds.Find(id); ok {
		f.setTrack(k.Track)
	}
}

// set shows a moment.
func (f *momentForm) set(m journal.Moment) {
	f.shown, f.chose = m, m.Kind
	f.name()
	f.setTrack(m.Track)
	f.text.SetText(m.Text)
	f.energy.SetChosen(int(m.Energy - journal.Drained))
	f.exact.SetText(f.words.HoursTyped(m.Hours))
	f.tags.SetText(input.TagsText(m.Tags))
	f.chosen.SetChecked(m.Chosen)
	f.private.SetChecked(m.Private)
}

// draft returns what is in the form, under an id.
func (f *momentForm) draft(id string, w journal.Week) journal.Draft {
	return journal.Draft{
		ID: id, Week: w, Text: f.text.Text, Kind: f.kindID(), Track: journal.Tracks[f.track.Chosen()],
		Energy: journal.Energies[f.energy.Chosen()], Hours: f.exact.Text, Tags: f.tags.Text,
		Private: f.private.Checked, Chosen: f.chosen.Checked,
	}
}

// setDraft shows what was in a form.
func (f *momentForm) setDraft(d journal.Draft) {
	f.choose(d.Kind)
	f.setTrack(d.Track)
	f.text.SetText(d.Text)
	f.energy.SetChosen(int(d.Energy - journal.Drained))
	f.exact.SetText(d.Hours)
	f.tags.SetText(d.Tags)
	f.chosen.SetChecked(d.Chosen)
	f.private.SetChecked(d.Private)
}

// read returns what is in the form as a moment with the identity of base. What
// still is as base shows it is that of base, to the byte. Its error is a
// *journal.InvalidError that names the field.
func (f *momentForm) read(base journal.Moment) (journal.Moment, error) {
	m := base
	if f.text.Text != base.Text {
		if m.Text = strings.TrimSpace(f.text.Text); journal.IsBlank(m.Text) {
			return m, &journal.InvalidError{Field: "text", Rule: journal.RuleRequired}
		}
	}
	m.Kind = f.kindID()
	m.Track = journal.Tracks[f.track.Chosen()]
	m.Energy = journal.Energies[f.energy.Chosen()]
	if f.tags.Text != input.TagsText(base.Tags) {
		m.Tags = f.journal.SpellTags(input.EditedTags(base.Tags, f.tags.Text), base.Tags)
	}
	m.Chosen, m.Private = f.chosen.Checked, f.private.Checked
	var err error
	switch typed := f.exact.Text; {
	case typed == f.words.HoursTyped(base.Hours):
	case journal.IsBlank(typed):
		m.Hours = 0 // not said
	default:
		m.Hours, err = input.Hours(typed)
	}
	if err != nil {
		return m, err
	}
	return m, m.Validate()
}

// newMoment returns a moment of this instant, for a form to fill.
func newMoment(id string, now time.Time) journal.Moment {
	return journal.Moment{ID: id, Logged: now.Truncate(time.Second)}
}

func energyWords(w *words.Words) []string {
	var options []string
	for _, e := range journal.Energies {
		options = append(options, w.Energy(e))
	}
	return options
}

func trackWords(w *words.Words) []string {
	var options []string
	for _, t := range journal.Tracks {
		options = append(options, w.Track(t))
	}
	return options
}

func hourWords(w *words.Words) []string {
	return []string{w.Say("week.hours.half"), "1", "2", "4", "8"}
}
