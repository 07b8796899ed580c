package evidence

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// dismissed shows how much is never to be shown, which only hashes are stored of, and
// shows all of it again.
type dismissed struct {
	page  *Page
	count *widget.Label
	again *controls.Link
	root  fyne.CanvasObject
}

func newDismissed(p *Page) *dismissed {
	d := &dismissed{page: p, count: controls.Body("")}
	d.again = controls.NewLink(p.Words.Say("sources.dismissed.again"), d.showAll)
	d.root = controls.NewCard(controls.Stack(4, controls.Flush(d.count),
		controls.Flush(controls.Caption(p.Words.Say("sources.dismissed.about"))), container.NewHBox(d.again)))
	return d
}

// show shows how much is dismissed, and nothing if nothing is.
func (d *dismissed) show() {
	n := len(d.page.Journal.Dismissed())
	d.count.SetText(d.page.Words.Count("sources.dismissed", n))
	look.SetVisible(d.root, n > 0)
}

// showAll dismisses nothing any more, and offers to undo that.
func (d *dismissed) showAll() {
	p := d.page
	var ids []string
	for _, each := range p.Journal.Dismissed() {
		ids = append(ids, each.ID)
	}
	if err := p.Do(func() error { return p.Journal.Undismiss(ids...) }); err != nil {
		p.Ask.Problem(err)
		return
	}
	p.Ask.Focus(p.search.folder)
	d.show()
	p.window.OfferUndo(p.Words.Say("sources.dismissed.done"))
}
