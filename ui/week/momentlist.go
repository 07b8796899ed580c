package week

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// momentList shows the moments of a week, the newest first.
type momentList struct {
	page *Page

	week     journal.Week
	rows     *controls.RowList
	contents map[string]*momentRow // by id
	energies *widest
	none     fyne.CanvasObject
	foot     fyne.CanvasObject
	root     fyne.CanvasObject

	lit  string // the id of the row that shows that it is new; empty if none does
	stop func() // the timer that ends that
}

// The light on a new row.
const (
	lightPause = 2 * time.Second // in full
	fadeSteps  = 8
	fadePause  = 40 * time.Millisecond // of each step
)

func newMomentList(p *Page) *momentList {
	say := p.Words.Say
	l := &momentList{page: p, contents: make(map[string]*momentRow), energies: &widest{texts: p.Words.Energies()}, stop: func() {}}
	l.rows = controls.NewRowList(say("week.moments.spoken"), say("week.moment.menu"))
	l.rows.OnOpen = func(id string) { p.openMoment(l.week, id) }
	l.rows.OnDelete = func(id string) { p.deleteMoment(l.week, id) }
	l.rows.OnMenu = l.openMenu
	l.rows.OnOrder = func(id string, to int) { p.orderMoment(l.week, id, to) }
	l.none = container.New(layout.NewCustomPaddedLayout(12, 12, rowEdge, rowEdge), controls.Flush(controls.Caption(say("week.moments.none"))))
	l.foot = newKeyLine(say("week.moments.keys"))
	l.root = controls.NewPanel(controls.Stack(0, l.rows, l.none, l.foot), controls.ColorCard, theme.ColorNameSeparator, 10, fyne.NewSize(1, 2))
	return l
}

// show shows the moments of the week on screen.
func (l *momentList) show(moments []journal.Moment) {
	if w := l.page.entry.Week; w != l.week {
		l.dim()
		l.rows.SetRows(nil)
		l.week = w
		l.contents = make(map[string]*momentRow)
	}
	fixed := l.page.locked()
	most := rowText
	if fixed {
		most = journal.MaxMoment // it cannot be read elsewhere
	}
	kinds := l.page.Journal.Kinds()
	contents := make(map[string]*momentRow, len(moments))
	rows := make([]controls.Row, len(moments))
	for i, m := range moments {
		content := l.contents[m.ID]
		if content == nil {
			content = newMomentRow(l.energies)
		}
		content.set(newMomentWords(l.page.Words, kinds, m, most))
		contents[m.ID] = content
		rows[len(moments)-1-i] = controls.Row{ID: m.ID, Content: content.root}
	}
	l.contents = contents
	l.rows.SetFixed(fixed)
	l.rows.SetRows(rows)
	look.SetVisible(l.rows, len(moments) > 0)
	look.SetVisible(l.none, len(moments) == 0)
	l.fit()
	l.root.Refresh()
}

// fit shows the line about keys where there is room for it.
func (l *momentList) fit() {
	look.SetVisible(l.foot, l.rows.Visible() && !l.page.locked() && l.page.high)
}

// replaceRow shows an object in place of the row of a moment of the week on screen,
// such as the line that changes it; nil shows the row again.
func (l *momentList) replaceRow(id string, o fyne.CanvasObject) { l.rows.Put(id, o) }

// light shows for a moment that a row is new, and makes it the one that keys are for.
func (l *momentList) light(id string) {
	l.glow(id)
	l.rows.Activate(id) // Tab leads to it
}

// glow shows for a moment that a row is new. Where nothing on screen may move, that
// lasts until dim is called.
func (l *momentList) glow(id string) {
	l.dim()
	l.lit = id
	l.rows.Light(id, 1)
	if look.Moves() {
		l.stop = l.page.Tasks.After(lightPause, func() { l.fade(fadeSteps - 1) })
	}
}

// fade takes the light away in steps, of which some are left.
func (l *momentList) fade(left int) {
	if left == 0 {
		l.dim()
		return
	}
	l.rows.Light(l.lit, float32(left)/fadeSteps)
	l.stop = l.page.Tasks.After(fadePause, func() { l.fade(left - 1) })
}

// dim shows no row as new.
func (l *momentList) dim() {
	l.stop()
	l.stop = func() {}
	l.rows.Light(l.lit, 0)
	l.lit = ""
}

const rowEdge = 20 // between the edge of the card and what is in it

// newKeyLine returns the line about keys at the foot of a list.
func newKeyLine(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(6, 6, rowEdge, rowEdge), controls.KeyCaption(text))
}

// focus gives the row of a moment the focus.
func (l *momentList) focus(id string) {
	l.rows.Activate(id)
	l.page.Ask.Focus(l.rows)
}
