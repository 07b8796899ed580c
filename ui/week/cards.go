package week

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// arrange returns the cards of the page in two columns, or in one where there is
// little room.
func (p *Page) arrange() fyne.CanvasObject {
	one := func(cards ...fyne.CanvasObject) (rows [][]fyne.CanvasObject) {
		for _, card := range cards {
			rows = append(rows, []fyne.CanvasObject{card})
		}
		return rows
	}
	written := []fyne.CanvasObject{p.monday.root, p.awayCard.root, p.quick.root, p.empty.root, p.moments.root, p.held.root}
	rest := []fyne.CanvasObject{p.picture.root, p.yearAgo.root, p.logged.root, p.held.invite}
	narrow := append(one(written...), []fyne.CanvasObject{p.split.root, p.question.root}, []fyne.CanvasObject{p.reflect.root}, []fyne.CanvasObject{p.diary.root})
	return controls.NewColumns(controls.Columns{
		Main:   append(written, p.reflect.root, p.diary.root),
		Side:   append([]fyne.CanvasObject{p.split.root, p.question.root}, rest...),
		Narrow: append(narrow, one(rest...)...),
		Gap:    16, SideWidth: 288, NarrowBelow: 760,
	})
}

// showCards shows what is next to the moments.
func (p *Page) showCards() {
	e, prefs := p.entry, p.prefs.Get()
	worked, thatWeek := e.Away == "", !p.isThisWeek()
	look.SetVisible(p.split.root, worked)
	look.SetVisible(p.question.root, worked)
	p.split.show(e, thatWeek)
	p.question.show(e)
	p.picture.show(e.Moments, thatWeek, worked && !prefs.HidePicture)
	p.yearAgo.show(p.saver.Entry(e.Week.Add(-52)), !prefs.HideYearAgo)
	p.showLogged()
	p.held.show()
	p.diary.show()
	p.compare()
}

func (p *Page) showLogged() {
	p.logged.show(p.today, p.entry.Week, p.Journal.WeeksLogged(), p.Journal.WeeksAway(), p.saver.Entry)
}

func (p *Page) hidePicture() {
	p.prefer(func(p *preferences.Preferences) { p.HidePicture = true })
}

func (p *Page) hideYearAgo() {
	p.prefer(func(p *preferences.Preferences) { p.HideYearAgo = true })
}

// prefer changes the preferences and shows the page by them.
func (p *Page) prefer(change func(*preferences.Preferences)) {
	if err := p.prefs.Change(change); err != nil {
		p.Ask.Problem(err) // it lasts until the window closes
	}
	p.showCards()
}

func (p *Page) openWeek(w journal.Week) { p.window.OpenWeek(w) }
