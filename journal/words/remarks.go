package words

import (
	"heliotrope/journal"
	"heliotrope/journal/lean"
)

// Remark is what a result shows besides its finding, in one sentence or two, and
// the figure that it is about.
type Remark struct {
	Subject lean.Subject
	Text    string
}

// Remarks formats what else r shows besides its finding, the most telling first: a
// new role and the context, movement and swings, before and after each change,
// which hour energizes more by now, the last quarter, kinds of work, whether the
// lean is the same for chosen moments, what was stated and what was logged, what
// drained, and a question about an undeclared change. What is not certain enough
// is left out.
func (w *Words) Remarks(r lean.Result, kinds journal.Kinds) []Remark {
	var remarks []Remark
	add := func(figure lean.Figure, span lean.Span, text string) {
		if text != "" {
			remarks = append(remarks, Remark{lean.Subject{Figure: figure, Span: span}, text})
		}
	}
	add(lean.EventFigure, r.Span, w.Recent(r))
	add(lean.LevelFigure, r.Span, w.Context(r))
	add(lean.TrendFigure, r.Span, w.Movement(r))
	add(lean.SwingFigure, r.Span, w.Swings(r))
	for _, change := range r.Changes {
		add(lean.EventFigure, r.Span, w.BeforeAfter(r, change))
	}
	add(lean.EnergyLevelFigure, r.Span, w.EnergyNow(r))
	if quarter, ok := lastQuarter(r); ok {
		add(lean.QuarterFigure, quarter.Span(), w.LastQuarter(r))
	}
	add(lean.KindFigure, r.Span, w.KindsApart(r, kinds))
	add(lean.ChosenFigure, r.Span, w.Chosen(r))
	add(lean.StatedFigure, r.Span, w.StatedBesideLogged(r))
	add(lean.DrainFigure, r.Span, w.Draining(r))
	add(lean.ChangeFigure, r.Span, w.ChangeQuestion(r))
	return remarks
}
