package trends

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// findings is the section of what else the weeks show, each with its explanation.
type findings struct {
	page *Page
	fold *controls.Fold
	rows *fyne.Container

	remarks []words.Remark
	ahead   words.Remark // what is not known yet, or nothing
}

func newFindings(p *Page) *findings {
	f := &findings{page: p, rows: controls.Stack(4)}
	f.fold = p.newFold("trends.remarks.title", func() fyne.CanvasObject {
		f.fill()
		return padded(f.rows)
	})
	return f
}

// show shows how many remarks there are, and themselves if the section is open. It is
// hidden if there are none, and nothing is ahead.
func (f *findings) show(remarks []words.Remark, ahead words.Remark) {
	f.remarks, f.ahead = remarks, ahead
	f.fold.SetWords(f.page.Words.Number(float64(len(remarks)), 0))
	look.SetVisible(f.fold.Content(), len(remarks) > 0 || ahead.Text != "")
	if f.fold.Opened() {
		f.fill()
	}
}

func (f *findings) fill() {
	f.rows.RemoveAll()
	column := &lines{}
	for _, remark := range f.remarks {
		row := column.add(f.page, "")
		row.show(words.DialLine{Figure: remark.Text}, remark.Subject)
		f.rows.Add(row.root)
	}
	if f.ahead.Text != "" {
		row := column.add(f.page, "")
		row.show(words.DialLine{Certainty: f.ahead.Text}, f.ahead.Subject)
		f.rows.Add(row.root)
	}
}
