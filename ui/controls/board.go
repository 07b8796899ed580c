package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Board lays cards out in the order in which they are read: two beside each
// other and equally high where there is room, one below the other where there
// is not. A card that is Wide, or has no neighbour, takes the whole row.
type Board struct {
	Gap         float32
	NarrowBelow float32 // at the usual text size; larger text needs more
	Wide        func(card fyne.CanvasObject) bool

	width float32 // of the last layout, which decides the rows
}

// rows returns the cards row by row.
func (b *Board) rows(objects []fyne.CanvasObject, width float32) (rows [][]fyne.CanvasObject) {
	one := width < b.NarrowBelow*theme.TextSize()/usualTextSize
	open := false // the last row has room for one more
	for _, o := range objects {
		switch {
		case !o.Visible():
		case open && !b.Wide(o):
			last := len(rows) - 1
			rows[last], open = append(rows[last], o), false
		default:
			rows, open = append(rows, []fyne.CanvasObject{o}), !one && !b.Wide(o)
		}
	}
	return rows
}

// Layout implements fyne.Layout.
func (b *Board) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	y := float32(0)
	for _, row := range b.rows(objects, size.Width) {
		width := (size.Width - b.Gap*float32(len(row)-1)) / float32(len(row))
		height := float32(0)
		for i, card := range row {
			fitHeight(card, width)
			card.Move(fyne.NewPos(float32(i)*(width+b.Gap), y))
			height = max(height, whole(card.Size().Height))
		}
		for _, card := range row {
			card.Resize(fyne.NewSize(width, height))
		}
		y += height + b.Gap
	}
}

// MinSize implements fyne.Layout.
func (b *Board) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -b.Gap)
	for _, row := range b.rows(objects, b.width) {
		height := float32(0)
		for _, card := range row {
			least := card.MinSize()
			size.Width = max(size.Width, least.Width)
			height = max(height, whole(least.Height))
		}
		size.Height += height + b.Gap
	}
	return fyne.NewSize(size.Width, max(size.Height, 0))
}
