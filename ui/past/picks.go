package past

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/input"
	"heliotrope/journal/search"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// picks are the moments that were picked to do something to all of them, in one step,
// and the bar with what can be done.
type picks struct {
	page *Page
	on   bool
	set  map[journal.MomentRef]bool

	count *controls.Colored
	acts  []fyne.Disableable // what is done to those that are picked
	tags  *controls.MenuButton
	root  fyne.CanvasObject
}

func newPicks(p *Page) *picks {
	k := &picks{page: p, set: make(map[journal.MomentRef]bool)}
	say := p.Words.Say
	k.count = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true})
	k.tags = controls.NewNamedMenuButton(say("past.pick.tags"), k.tagMenu)
	private := controls.NewNamedMenuButton(say("past.pick.private"), k.privateMenu)
	act := func(id string, do func([]journal.MomentRef)) *controls.Button {
		return controls.NewButton(say(id), func() { do(k.refs()) })
	}
	kind, move, del := act("past.pick.kind", p.askKind), act("past.pick.move", p.askMove), act("past.pick.delete", p.deleteMoments)
	k.acts = []fyne.Disableable{k.tags, kind, move, private, del}
	all := controls.NewLink(say("past.pick.all"), k.all)
	done := controls.NewLink(say("past.pick.done"), k.end)
	bar := container.New(&controls.Flow{GapX: 8, GapY: 6}, k.count, k.tags, kind, move, private, del, container.New(&controls.Flow{GapX: 16}, all, done))
	k.root = bar
	k.root.Hide()
	if !p.ReadOnly {
		p.list.OnPick, p.list.OnPickAll = k.pick, k.all
	}
	p.list.OnEscape = func() bool {
		on := k.on
		k.end()
		return on
	}
	return k
}

// Content returns what the page shows.
func (k *picks) Content() fyne.CanvasObject { return k.root }

// begin shows boxes to tick.
func (k *picks) begin() {
	k.turn(true)
	k.page.Ask.Focus(k.page.list)
}

// end shows no boxes any more.
func (k *picks) end() { k.turn(false) }

func (k *picks) turn(on bool) {
	if k.on == on || on && k.page.ReadOnly {
		return
	}
	k.on, k.page.list.Picking = on, on
	clear(k.set)
	k.page.list.Changed() // rows have another height
	k.show()
	k.page.layout.root.Refresh()
}

// refs returns the moments that are picked, in the order of the list.
func (k *picks) refs() (refs []journal.MomentRef) {
	for _, row := range k.page.results.found.Rows {
		if ref, ok := refOf(row); ok && k.set[ref] {
			refs = append(refs, ref)
		}
	}
	return refs
}

func refOf(row search.Row) (ref journal.MomentRef, ok bool) {
	m := row.Moment()
	if m == nil {
		return ref, false
	}
	return journal.MomentRef{Week: row.Entry.Week, ID: m.ID}, true
}

// has reports whether the moment of a row is picked.
func (k *picks) has(row search.Row) bool {
	ref, ok := refOf(row)
	return ok && k.set[ref]
}

// ofWeek reports whether all moments of a week that are listed are picked, or some.
func (k *picks) ofWeek(e *journal.Entry) (all, some bool) {
	if len(k.set) == 0 {
		return false, false
	}
	n := 0
	for _, m := range e.Moments {
		if k.set[journal.MomentRef{Week: e.Week, ID: m.ID}] {
			n++
		}
	}
	listed := 0
	if i, ok := k.page.rowOf(e.Week); ok {
		listed = len(k.rowsOf(i))
	}
	return n > 0 && n == listed, n > 0 && n < listed
}

// rowsOf returns the moments that a row stands for: its own, or those below the head of
// a week.
func (k *picks) rowsOf(i int) (refs []journal.MomentRef) {
	rows := k.page.results.found.Rows
	if rows[i].Item != search.Head {
		if ref, ok := refOf(rows[i]); ok {
			refs = append(refs, ref)
		}
		return refs
	}
	for i++; i < len(rows) && rows[i].Item != search.Head; i++ {
		if ref, ok := refOf(rows[i]); ok {
			refs = append(refs, ref)
		}
	}
	return refs
}

// pick picks a row, or no longer if it was picked; or all rows between two.
func (k *picks) pick(from, to int) {
	if !k.on {
		k.turn(true)
	}
	var refs []journal.MomentRef
	for i := min(from, to); i <= max(from, to); i++ {
		if from == to || k.page.results.found.Rows[i].Item != search.Head {
			refs = append(refs, k.rowsOf(i)...)
		}
	}
	on := from != to || slices.ContainsFunc(refs, func(ref journal.MomentRef) bool { return !k.set[ref] })
	for _, ref := range refs {
		if on {
			k.set[ref] = true
		} else {
			delete(k.set, ref)
		}
	}
	k.show()
	k.page.list.ShowAgain()
}

// all picks all moments that are listed, or none if all are picked.
func (k *picks) all() {
	k.turn(true)
	n := 0
	for _, row := range k.page.results.found.Rows {
		if ref, ok := refOf(row); ok && !k.set[ref] {
			k.set[ref] = true
			n++
		}
	}
	if n == 0 {
		clear(k.set)
	}
	k.show()
	k.page.list.ShowAgain()
}

// forget picks no longer what is gone.
func (k *picks) forget() {
	if len(k.set) == 0 {
		return
	}
	there := make(map[journal.MomentRef]bool, len(k.set))
	for e := range k.page.Journal.All() {
		for _, m := range e.Moments {
			if ref := (journal.MomentRef{Week: e.Week, ID: m.ID}); k.set[ref] {
				there[ref] = true
			}
		}
	}
	k.set = there
}

// show shows how many moments are picked.
func (k *picks) show() {
	look.SetVisible(k.root, k.on)
	look.SetVisible(k.page.pick, !k.on && !k.page.ReadOnly && k.page.results.Len() > 0)
	if !k.on {
		return
	}
	n := len(k.refs())
	text := k.page.Words.Count("past.pick.count", n)
	if n == 0 {
		text = k.page.Words.Say("past.pick.none")
	}
	k.count.Set(text, theme.ColorNameForeground)
	for _, act := range k.acts {
		switch {
		case n > 0 && act.Disabled():
			act.Enable()
		case n == 0 && !act.Disabled():
			act.Disable()
		}
	}
	k.root.Refresh()
}

// tagMenu returns what can be done with the tags of the moments that are picked.
func (k *picks) tagMenu() []*fyne.MenuItem {
	p, refs := k.page, k.refs()
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.Words.Say("past.pick.tag.add"), func() { p.askTag(refs) })}
	var tags []string
	for _, row := range p.results.found.Rows {
		if !k.has(row) {
			continue
		}
		for _, tag := range row.Moment().Tags {
			if !slices.ContainsFunc(tags, sameTag(tag)) {
				tags = append(tags, tag)
			}
		}
	}
	slices.SortFunc(tags, func(a, b string) int { return strings.Compare(fold.String(a), fold.String(b)) })
	if len(tags) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	for _, tag := range tags {
		items = append(items, fyne.NewMenuItem(p.Words.Say("past.pick.tag.remove", words.Args{"Tag": "#" + tag}), func() {
			p.editMoments(refs, func(m *journal.Moment) { removeTag(m, tag) })
		}))
	}
	return items
}

// sameTag returns whether a tag has the letters of another one.
func sameTag(tag string) func(string) bool {
	return func(o string) bool { return fold.Equal(o, tag) }
}

func (k *picks) privateMenu() []*fyne.MenuItem {
	p, refs := k.page, k.refs()
	item := func(id string, private bool) *fyne.MenuItem {
		return fyne.NewMenuItem(p.Words.Say(id), func() {
			p.editMoments(refs, func(m *journal.Moment) { m.Private = private })
		})
	}
	return []*fyne.MenuItem{item("past.moment.private", true), item("past.moment.public", false)}
}

// askTag asks for a tag and adds it to moments.
func (p *Page) askTag(refs []journal.MomentRef) {
	field := controls.NewTextField(false, journal.MaxName, texts.CleanLine)
	form := p.Ask.NewForm(p.Words.Count("past.pick.tag.title", len(refs)), func() error {
		tags := input.Tags(field.Text)
		if len(tags) == 0 {
			return &journal.InvalidError{Field: "tags", Rule: journal.RuleRequired}
		}
		err := p.saver.Settle()
		if err == nil {
			err = p.Journal.EditMoments(refs, func(m *journal.Moment) {
				for _, tag := range tags {
					addTag(m, tag)
				}
			})
		}
		if err == nil {
			p.Shown()
			p.window.OfferUndo(p.Words.Count("past.picked.changed", len(refs)))
		}
		return err
	})
	field.Form = form
	field.SetPlaceHolder("#")
	form.Show(field, nil)
	p.Ask.Focus(field)
}

// askKind asks for a kind, and whether the track follows, and changes moments to it.
func (p *Page) askKind(refs []journal.MomentRef) {
	kinds := p.Journal.Kinds().Offered()
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = p.Words.Say("week.kind.option", words.Args{"Kind": p.Words.Kind(k), "Track": p.Words.Track(k.Track)})
	}
	choice := controls.NewSelect(names, nil)
	choice.SetSelectedIndex(0)
	follows := controls.NewCheck(p.Words.Say("past.pick.kind.track"), nil)
	follows.Checked = true
	form := p.Ask.NewForm(p.Words.Count("past.pick.kind.title", len(refs)), func() error {
		kind := kinds[max(choice.SelectedIndex(), 0)]
		err := p.saver.Settle()
		if err == nil {
			err = p.Journal.EditMoments(refs, func(m *journal.Moment) {
				m.Kind = kind.ID
				if follows.Checked {
					m.Track = kind.Track
				}
			})
		}
		if err == nil {
			p.Shown()
			p.window.OfferUndo(p.Words.Count("past.picked.changed", len(refs)))
		}
		return err
	})
	form.Show(controls.Stack(10, choice, follows), nil)
	p.Ask.Focus(choice)
}

// askMove shows a calendar, and moves moments to the week that is chosen there.
func (p *Page) askMove(refs []journal.MomentRef) {
	if len(refs) == 0 {
		return
	}
	p.calendar(refs[0].Week, p.Words.Count("past.pick.move.title", len(refs)), func(to journal.Week) { p.moveMoments(refs, to) })
}

// calendar asks for a week, with another one to begin with.
func (p *Page) calendar(from journal.Week, title string, take func(journal.Week)) {
	last := p.Journal.ReadClock(p.Now()).Begun
	logged := func(w journal.Week) bool { return !p.saver.Entry(w).Empty() }
	c := choices.NewCalendar(p.Words, p.Now(), from, last, logged)
	c.OpenTitled(p.Ask, title, sameNumber(from, last), take)
}
