package trends

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// firstRemarks is how many remarks are shown until all are asked for. They come
// with the most telling first.
const firstRemarks = 2

// remarkList is the card of what else the weeks show: the first of it, and all
// once that is asked for.
type remarkList struct {
	page *Page

	rows *fyne.Container
	fold *controls.Link // hidden where there is little to fold
	root *controls.Panel

	remarks []words.Remark
	all     bool // whether all are shown
}

func newRemarkList(p *Page) *remarkList {
	l := &remarkList{page: p, rows: controls.Stack(8)}
	l.fold = controls.NewLink("", l.toggle)
	l.root = controls.NewCard(controls.Stack(10, container.New(&controls.Ends{Gap: 12},
		controls.Flush(controls.Title(p.Words.Say("trends.remarks.title"), theme.SizeNameSubHeadingText)), l.fold), l.rows))
	return l
}

// show shows remarks. The card is hidden if there are none.
func (l *remarkList) show(remarks []words.Remark) {
	l.remarks = remarks
	shown := remarks
	if hidden := len(remarks) - firstRemarks; hidden > 1 { // a fold for one line saves none
		text := l.page.Words.Say("trends.remarks.fewer")
		if !l.all {
			shown = remarks[:firstRemarks]
			text = l.page.Words.Count("trends.remarks.more", hidden)
		}
		l.fold.SetText(text)
	}
	look.SetVisible(l.fold, len(remarks)-firstRemarks > 1)
	l.rows.RemoveAll()
	for _, remark := range shown {
		line := newExplainedLine(l.page.Words, controls.Body(""), l.page.explain)
		line.show(remark.Text, remark.Subject)
		l.rows.Add(line.root)
	}
	l.root.Hidden = len(remarks) == 0
	l.root.Refresh()
}

// toggle shows all remarks, or the first ones only.
func (l *remarkList) toggle() {
	l.all = !l.all
	l.show(l.remarks)
	l.page.board.Refresh() // the card is of another height
}
