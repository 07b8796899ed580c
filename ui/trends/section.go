package trends

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// newFold returns a closed section with a title.
func (p *Page) newFold(title string, open func() fyne.CanvasObject) *controls.Fold {
	w := p.Words
	return controls.NewFold(w.Say(title), w.Say("trends.section.closed"), w.Say("trends.section.open"), open)
}

// padded leaves a gap below what is in a section.
func padded(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 12, 0, 0), o)
}

// chartSection is a section with a chart, whose header has the finding.
type chartSection struct {
	id   string
	fold *controls.Fold

	chart chart.Chart
	span  lean.Span
	card  *chartCard // nil until it was first open
	body  fyne.CanvasObject
}

func newChartSection(p *Page, id string) *chartSection {
	s := &chartSection{id: id}
	s.fold = p.newFold("trends.section."+id, func() fyne.CanvasObject {
		if s.card == nil {
			s.card = newChartCard(p, false, nil)
			s.body = padded(s.card.root)
		}
		s.card.show(s.chart, s.span)
		return s.body
	})
	return s
}

// show shows the finding of a chart of a span, and the chart if the section is open. It
// is hidden without a chart.
func (s *chartSection) show(c chart.Chart, span lean.Span) {
	s.chart, s.span = c, span
	look.SetVisible(s.fold.Content(), c.ID != "")
	s.fold.SetWords(c.Title)
	if s.fold.Opened() && c.ID != "" {
		s.card.show(c, span)
	}
}
