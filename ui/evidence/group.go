package evidence

import (
	"slices"

	"fyne.io/fyne/v2"

	"heliotrope/journal/evidence/source"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// group shows the places of a kind that are read. One that is unticked is no longer
// read, and stays listed until the page is opened again.
type group struct {
	page *Page
	kind source.Kind

	rows []*placeRow
	list *fyne.Container
	none fyne.CanvasObject
	root fyne.CanvasObject
}

func newGroup(p *Page, k source.Kind) *group {
	g := &group{page: p, kind: k, list: controls.Stack(2)}
	say := p.Words.Say
	g.none = controls.Flush(controls.Caption(say("sources.none")))
	g.root = controls.NewCard(controls.Stack(8,
		controls.Flush(controls.CardTitle(say("sources.kind."+k.ID()))),
		controls.Flush(controls.Caption(say("sources.about."+k.ID()))), g.list, g.none))
	return g
}

// clear forgets the places that are not read.
func (g *group) clear() {
	g.rows = nil
	g.list.RemoveAll()
}

// show shows the places that are read.
func (g *group) show(paths []string) {
	for _, path := range paths {
		if !slices.ContainsFunc(g.rows, func(r *placeRow) bool { return r.at.path == path }) {
			at := place{g.kind, path}
			r := newPlaceRow(at, true, func(on bool) { g.page.setUsed(at, on) })
			g.rows = append(g.rows, r)
			g.list.Add(r.root)
		}
	}
	for _, r := range g.rows {
		r.check.Tick(slices.Contains(paths, r.at.path))
	}
	look.SetVisible(g.none, len(g.rows) == 0)
	g.root.Refresh()
}
