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
// with the most telling first, as the advice to try a tech lead position.
const firstRemarks = 2

// remarkList is the card of what else the weeks show.
type remarkList struct {
	page *Page

	rows *fyne.Container
	fold *controls.Link // hidden where there is little to fold
	root *controls.Panel

	remarks []words.Remark
	open    bool // whether the user unfolded the card
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
	w, folded := l.page.Words, len(remarks)-firstRemarks
	folds := folded > 1 // for one line a fold saves none
	text := w.Count("trends.remarks.more", folded)
	if l.open {
		text = w.Say("trends.remarks.fewer")
	}
	l.fold.SetText(text)
	l.fold.SetSpoken(w.Say("trends.remarks.title") + ". " + text)
	look.SetVisible(l.fold, folds)
	l.rows.RemoveAll()
	for i, remark := range remarks {
		if i == firstRemarks && folds && !l.open {
			break
		}
		line := newExplainedLine(w, controls.Body(""), l.page.explain)
		line.show(remark.Text, remark.Subject)
		l.rows.Add(line.root)
	}
	l.root.Hidden = len(remarks) == 0
	l.root.Refresh()
}

// toggle folds the card, or unfolds it.
func (l *remarkList) toggle() {
	l.open = !l.open
	l.show(l.remarks)
	l.page.board.Refresh() // the card is of another height
}
