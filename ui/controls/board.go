package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Board lays cards out in the order in which they are read: one below the other
// where there is little room, and where there is more in two columns, each card
// in the one that is shorter so far. A card that is Wide takes the whole width,
// and so does the last one that has no neighbor.
type Board struct {
	Gap         float32
	NarrowBelow float32 // at the usual text size; larger text needs more
	Wide        func(card fyne.CanvasObject) bool

	width float32 // of the last layout, which decides the columns
}

// runs returns the cards that are there, those that share two columns together.
func (b *Board) runs(objects []fyne.CanvasObject, width float32) (runs [][]fyne.CanvasObject) {
	one := width < b.NarrowBelow*theme.TextSize()/usualTextSize
	open := false // the last run takes one more
	for _, o := range objects {
		switch {
		case !o.Visible():
		case open && !b.Wide(o):
			last := len(runs) - 1
			runs[last] = append(runs[last], o)
		default:
			runs, open = append(runs, []fyne.CanvasObject{o}), !one && !b.Wide(o)
		}
	}
	var even [][]fyne.CanvasObject
	for _, run := range runs {
		if last := len(run) - 1; last%2 == 0 && last > 0 {
			even = append(even, run[:last], run[last:])
		} else {
			even = append(even, run)
		}
	}
	return even
}

// columns deals the cards of a run, whose heights are known, into two columns,
// and returns the height of the higher one.
func (b *Board) columns(run []fyne.CanvasObject, height func(card fyne.CanvasObject) float32) (columns [2][]fyne.CanvasObject, most float32) {
	ends := [2]float32{-b.Gap, -b.Gap}
	for _, card := range run {
		shorter := 0
		if ends[1] < ends[0] {
			shorter = 1
		}
		columns[shorter] = append(columns[shorter], card)
		ends[shorter] += b.Gap + height(card)
	}
	return columns, max(ends[0], ends[1])
}

// Layout implements fyne.Layout.
func (b *Board) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	y := float32(0)
	for _, run := range b.runs(objects, size.Width) {
		width := size.Width
		if len(run) > 1 {
			width = (size.Width - b.Gap) / 2
		}
		columns, height := b.columns(run, func(card fyne.CanvasObject) float32 {
			fitHeight(card, width)
			return whole(card.Size().Height)
		})
		for i, column := range columns {
			at := fyne.NewPos(float32(i)*(width+b.Gap), y)
			for n, card := range column {
				high := whole(card.Size().Height)
				if n == len(column)-1 { // both columns end together
					high = y + height - at.Y
				}
				card.Move(at)
				card.Resize(fyne.NewSize(width, high))
				at.Y += high + b.Gap
			}
		}
		y += height + b.Gap
	}
}

// MinSize implements fyne.Layout.
func (b *Board) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -b.Gap)
	for _, run := range b.runs(objects, b.width) {
		_, height := b.columns(run, func(card fyne.CanvasObject) float32 {
			least := card.MinSize()
			size.Width = max(size.Width, least.Width)
			return whole(least.Height)
		})
		size.Height += height + b.Gap
	}
	return fyne.NewSize(size.Width, max(size.Height, 0))
}
