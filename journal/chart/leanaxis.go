package chart

import (
	"heliotrope/journal"
	"heliotrope/journal/words"
)

// leanAxis lays out leans from technical, on the left, to people, on the right.
type leanAxis struct {
	left, right float64 // of the plot
}

func (a leanAxis) middle() float64 { return (a.left + a.right) / 2 }

// x is where a lean stands.
func (a leanAxis) x(lean float64) float64 {
	return a.middle() + lean*((a.right-a.left)/2-inset)
}

// names returns the names of the sides at both ends, on a baseline, and that of
// the middle between them where it fits.
func (a leanAxis) names(w *words.Words, m Measurer, baseline float64) []Item {
	technical, people := sideNamed(journal.Technical, w), sideNamed(journal.People, w)
	items := technical.from(Point{a.left, baseline})
	items = append(items, people.to(Point{a.right, baseline}, m)...)
	balance := w.Say("chart.lean.middle")
	half := m.Width(balance, sideSize, false)/2 + tickGap
	if a.middle()-half < a.left+technical.width(m) || a.middle()+half > a.right-people.width(m) {
		return items
	}
	return append(items, Text{
		At: Point{a.middle(), baseline}, Text: balance, Size: sideSize, Anchor: Middle, Role: Muted,
	})
}
