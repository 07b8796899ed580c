package week

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/ui/controls"
)

// openMenu opens the menu of a moment at a place in the window. What it does is done
// to the week that is on screen now, even if another one is then.
func (l *momentList) openMenu(id string, at fyne.Position) {
	m, ok := l.page.findMoment(l.week, id)
	c := fyne.CurrentApp().Driver().CanvasForObject(l.rows)
	if ok && c != nil {
		controls.ShowMenuAt(c, at, l.page.momentMenu(l.week, m)...)
	}
}

// momentMenu returns what can be done to a moment of a week.
func (p *Page) momentMenu(w journal.Week, m journal.Moment) []*fyne.MenuItem {
	// The keys stand in the words: Fyne draws shortcuts too pale to be read.
	item := func(id string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.Words.Say(id), do) }
	switched := func(id string, on bool, change func(*journal.Moment)) *fyne.MenuItem {
		item := item(id, func() { p.alterMoment(w, m.ID, change) })
		item.Checked = on
		return item
	}
	tracks := item("week.add.track", nil)
	tracks.ChildMenu = fyne.NewMenu("")
	for _, t := range journal.Tracks {
		track := fyne.NewMenuItem(p.Words.Track(t), func() {
			p.alterMoment(w, m.ID, func(m *journal.Moment) { m.Track = t })
		})
		track.Checked = t == m.Track
		tracks.ChildMenu.Items = append(tracks.ChildMenu.Items, track)
	}
	return []*fyne.MenuItem{
		item("week.moment.edit", func() { p.openMoment(w, m.ID) }),
		item("week.moment.duplicate", func() { p.duplicateMoment(w, m.ID) }),
		item("week.moment.move", func() { p.askMove(w, m.ID) }),
		fyne.NewMenuItemSeparator(),
		tracks,
		switched("week.add.chosen", m.Chosen, func(m *journal.Moment) { m.Chosen = !m.Chosen }),
		switched("week.add.private", m.Private, func(m *journal.Moment) { m.Private = !m.Private }),
		fyne.NewMenuItemSeparator(),
		item("week.moment.remove", func() { p.deleteMoment(w, m.ID) }),
	}
}
