package past

import (
	"slices"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/search"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// openRow opens the week of a row, scrolled to what the row shows.
func (p *Page) openRow(i int) {
	row := p.results.found.Rows[i]
	switch m := row.Moment(); {
	case m != nil:
		p.window.OpenMoment(row.Entry.Week, m.ID)
	case row.Item == search.Reflection:
		p.window.OpenReflection(row.Entry.Week)
	default:
		p.window.OpenWeek(row.Entry.Week)
	}
}

// deleteRow moves the moments that are picked to the trash, or else that of a row; a
// week it leaves alone.
func (p *Page) deleteRow(i int) {
	refs := p.picks.refs()
	if ref, ok := refOf(p.results.found.Rows[i]); ok && len(refs) == 0 {
		refs = []journal.MomentRef{ref}
	}
	if len(refs) > 0 && !p.ReadOnly {
		p.deleteMoments(refs)
	}
}

// openMenu opens the menu of a row at a place in the window.
func (p *Page) openMenu(i int, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.list)
	if c == nil {
		return
	}
	row := p.results.found.Rows[i]
	if m := row.Moment(); m != nil {
		controls.ShowMenuAt(c, at, p.momentMenu(row.Entry.Week, *m)...)
		return
	}
	controls.ShowMenuAt(c, at, p.menu(row.Entry.Week)...)
}

// copyWeek puts a week on the clipboard as Markdown, with everything that is in it.
func (p *Page) copyWeek(e journal.Entry) {
	p.window.CopyText(report.WeekMarkdown(p.Words, e, p.Journal.Kinds()))
	p.window.Say(p.Words.WeekCopied(e))
}

// menu returns what can be done with a week.
func (p *Page) menu(w journal.Week) []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.Words.Say("past.open"), func() { p.window.OpenWeek(w) })}
	if versions, err := p.Journal.Versions(w); err == nil && len(versions) > 0 {
		items = append(items, fyne.NewMenuItem(p.Words.Say("past.history"), func() { p.ShowHistory(w) }))
	}
	if e := p.saver.Entry(w); !e.Empty() {
		items = append(items, fyne.NewMenuItem(p.Words.Say("week.copy"), func() { p.copyWeek(e) }))
	}
	if !p.ReadOnly {
		items = append(items,
			fyne.NewMenuItem(p.Words.Say("past.move"), func() { p.MoveWeek(w) }),
			fyne.NewMenuItem(p.Words.Say("past.delete"), func() { p.DeleteWeek(w) }))
	}
	return items
}

// momentMenu returns what can be done with a moment.
func (p *Page) momentMenu(w journal.Week, m journal.Moment) []*fyne.MenuItem {
	say, one := p.Words.Say, []journal.MomentRef{{Week: w, ID: m.ID}}
	items := []*fyne.MenuItem{fyne.NewMenuItem(say("past.moment.open"), func() { p.window.OpenMoment(w, m.ID) })}
	if p.ReadOnly {
		return items
	}
	private := "past.moment.private"
	if m.Private {
		private = "past.moment.public"
	}
	return append(items,
		fyne.NewMenuItem(say("past.pick.tag.add"), func() { p.askTag(one) }),
		fyne.NewMenuItem(say("past.pick.kind"), func() { p.askKind(one) }),
		fyne.NewMenuItem(say("past.move"), func() { p.askMove(one) }),
		fyne.NewMenuItem(say(private), func() { p.editMoments(one, func(m *journal.Moment) { m.Private = private == "past.moment.private" }) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("past.moment.delete"), func() { p.deleteMoments(one) }))
}

// DeleteWeek moves a week to the trash and reports whether that went well. If not,
// it shows why.
func (p *Page) DeleteWeek(w journal.Week) bool {
	done := p.act(func() error { return p.Journal.DeleteWeek(w) })
	if done {
		p.window.OfferUndo(p.Words.Say("past.deleted"))
	}
	return done
}

// act does something to the journal, once all that is on screen is saved, and shows
// what is in it then if the page is on screen: a week can be deleted where it is written.
// It reports whether that went well, and shows why if not.
func (p *Page) act(do func() error) bool {
	err := p.saver.Settle()
	if err == nil {
		err = do()
	}
	if err != nil {
		p.Ask.Problem(err)
		return false
	}
	if controls.OnScreen(p.root) {
		p.Shown()
	}
	return true
}

// editMoments changes moments in one step.
func (p *Page) editMoments(picked []journal.MomentRef, edit func(*journal.Moment)) {
	if p.act(func() error { return p.Journal.EditMoments(picked, edit) }) {
		p.window.OfferUndo(p.Words.Count("past.picked.changed", len(picked)))
	}
}

// deleteMoments moves moments to the trash in one step.
func (p *Page) deleteMoments(picked []journal.MomentRef) {
	if p.act(func() error { return p.Journal.DeleteMoments(picked) }) {
		p.window.OfferUndo(p.Words.Count("past.picked.deleted", len(picked)))
	}
}

// moveMoments moves moments to a week in one step.
func (p *Page) moveMoments(picked []journal.MomentRef, to journal.Week) {
	if p.act(func() error { return p.Journal.MoveMoments(picked, to) }) {
		p.window.OfferUndo(p.Words.Count("past.picked.moved", len(picked), words.Args{"Week": p.Words.WeekInline(to)}))
	}
}

// addTag adds a tag to a moment that does not have it.
func addTag(m *journal.Moment, tag string) {
	if !slices.ContainsFunc(m.Tags, sameTag(tag)) {
		m.Tags = append(slices.Clone(m.Tags), tag)
	}
}

// removeTag takes a tag away from a moment, however it is spelled there.
func removeTag(m *journal.Moment, tag string) {
	m.Tags = slices.DeleteFunc(slices.Clone(m.Tags), sameTag(tag))
}
