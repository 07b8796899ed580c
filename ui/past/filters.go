package past

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/search"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// filters are the chips that narrow the list, each with values to tick in a list.
type filters struct {
	page *Page
	all  []*filter
	row  *controls.ChipRow
}

// filter is a chip. Of its values any will do.
type filter struct {
	name   string         // the last part of the id of its words
	values func() []value // that can be ticked
	set    []string       // the ids of those that are
	apply  func(to *search.Query, ids []string)
	chip   *controls.Chip
}

// value is a value of a filter.
type value struct{ id, name string }

// The values of the filter about what is private or off.
const onlyPrivate, onlyOff = "private", "off"

func newFilters(p *Page) *filters {
	f := &filters{page: p, row: controls.NewChipRow()}
	f.all = []*filter{
		{name: "track", values: f.tracks, apply: func(to *search.Query, ids []string) {
			for _, id := range ids {
				to.Tracks = append(to.Tracks, journal.Track(id))
			}
		}},
		{name: "kind", values: f.kinds, apply: func(to *search.Query, ids []string) { to.Kinds = ids }},
		{name: "energy", values: f.energies, apply: func(to *search.Query, ids []string) {
			for _, e := range journal.Energies {
				if slices.Contains(ids, energyID(e)) {
					to.Energies = append(to.Energies, e)
				}
			}
		}},
		{name: "tag", values: f.tags, apply: func(to *search.Query, ids []string) { to.Tags = ids }},
		{name: "other", values: f.others, apply: func(to *search.Query, ids []string) {
			to.Private, to.Off = slices.Contains(ids, onlyPrivate), slices.Contains(ids, onlyOff)
		}},
	}
	var chips []*controls.Chip
	for _, one := range f.all {
		one.chip = controls.NewChip("", controls.ChipUnset)
		one.chip.SetSpoken(p.Words.Say("past.filter.spoken", words.Args{"Filter": p.Words.Say("past.filter." + one.name)}))
		one.chip.OnTapped = func() { f.open(one) }
		chips = append(chips, one.chip)
	}
	f.row.Show(chips)
	f.show()
	return f
}

func energyID(e journal.Energy) string { return string(rune('c' + e)) }

func (f *filters) tracks() (all []value) {
	for _, t := range journal.Tracks {
		all = append(all, value{string(t), f.page.Words.Track(t)})
	}
	return all
}

func (f *filters) kinds() (all []value) {
	for _, k := range f.page.Journal.Kinds() {
		all = append(all, value{k.ID, f.page.Words.Kind(k)})
	}
	slices.SortStableFunc(all, byName)
	return all
}

func byName(a, b value) int { return cmp.Compare(fold.String(a.name), fold.String(b.name)) }

func (f *filters) energies() (all []value) {
	for _, e := range slices.Backward(journal.Energies) {
		all = append(all, value{energyID(e), f.page.Words.Energy(e)})
	}
	return all
}

// tags returns the tags of the journal, and those that are ticked.
func (f *filters) tags() (all []value) {
	for _, tag := range f.page.index.Tags() {
		all = append(all, value{fold.String(tag.Name), "#" + tag.Name})
	}
	slices.SortFunc(all, byName)
	return all
}

func (f *filters) others() []value {
	say := f.page.Words.Say
	return []value{{onlyPrivate, say("past.filter.private")}, {onlyOff, say("past.filter.off")}}
}

// open shows the values of a filter below its chip.
func (f *filters) open(one *filter) {
	p := f.page
	if one.name == "tag" && !p.folded() {
		return // it is not known yet which there are
	}
	values := one.values()
	if len(values) == 0 {
		p.window.Say(p.Words.Say("past.filter.notags"))
		return
	}
	options := make([]controls.Option, len(values))
	for i, v := range values {
		options[i] = controls.Option{Text: v.name, Ticked: slices.Contains(one.set, v.id)}
	}
	const most = 10
	list := controls.NewTickList(p.Words.Say("past.filter.spoken", words.Args{"Filter": p.Words.Say("past.filter." + one.name)}), options, most)
	list.OnTick = func(i int, on bool) {
		one.set = slices.DeleteFunc(one.set, func(id string) bool { return id == values[i].id })
		if on {
			one.set = append(one.set, values[i].id)
		}
		f.show()
		p.narrowed()
	}
	p.Ask.Focus(one.chip)
	list.OnClose = p.Ask.ShowBelow(one.chip, list)
}

// show shows in the chips what is set.
func (f *filters) show() {
	for _, one := range f.all {
		name := f.page.Words.Say("past.filter." + one.name)
		if len(one.set) == 0 {
			one.chip.OnRemove = nil
			one.chip.SetTip("")
			one.chip.Set(name, controls.ChipUnset)
			continue
		}
		one.chip.OnRemove = func() {
			one.set = nil
			f.show()
			f.page.narrowed()
		}
		one.chip.SetTip(f.page.Words.Say("past.filter.remove"))
		one.chip.Set(f.page.Words.Say("past.filter.set", words.Args{"Filter": name, "Values": f.few(one)}), controls.ChipUnderstood)
	}
	f.row.Content().Refresh()
}

// names returns the names of the values that are set, in the order of the list.
func (f *filters) names(one *filter) (names []string) {
	if len(one.set) == 0 {
		return nil
	}
	for _, v := range one.values() {
		if slices.Contains(one.set, v.id) {
			names = append(names, v.name)
		}
	}
	return names
}

// few names the values that are set, or as many of them as a chip has room for.
func (f *filters) few(one *filter) string {
	const most = 28 // characters
	names := f.names(one)
	if text := strings.Join(names, ", "); len(names) < 2 || len([]rune(text)) <= most {
		return text
	}
	return f.page.Words.Say("past.filter.more", words.Args{"Value": names[0], "Number": f.page.Words.Number(float64(len(names)-1), 0)})
}

// text formats the filters that are set: "technical or tech lead · energized".
func (f *filters) text() string {
	var parts []string
	for _, one := range f.all {
		text := ""
		for _, name := range f.names(one) {
			if text == "" {
				text = name
				continue
			}
			text = f.page.Words.Say("past.or", words.Args{"A": text, "B": name})
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " · ")
}

// clear takes all filters back.
func (f *filters) clear() {
	for _, one := range f.all {
		one.set = nil
	}
	f.show()
}

// query returns the filters.
func (f *filters) query() (q search.Query) {
	for _, one := range f.all {
		one.apply(&q, one.set)
	}
	return q
}

// Content returns what the page shows.
func (f *filters) Content() fyne.CanvasObject { return f.row.Content() }
