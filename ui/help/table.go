package help

import (
	"fyne.io/fyne/v2"

	"heliotrope/ui/controls"
)

// cell is a cell of a table.
type cell interface {
	fyne.CanvasObject
	controls.Preferrer
	LeastWidth() float32
}

// grid lays the cells of a table out in columns, each as wide as its words ask for
// and no row wider than there is room. Where not even the longest words fit next to
// each other, the cells of a row are below each other.
type grid struct {
	columns int

	width float32 // of the last layout, which decides the height
}

const (
	columnGap = 20
	rowGap    = 10
	cellGap   = 2  // between cells below each other
	indent    = 16 // of the cells below the first
)

// widths returns the width of each column, or nil if there is not enough room.
func (g *grid) widths(cells []fyne.CanvasObject, width float32) []float32 {
	least, most := make([]float32, g.columns), make([]float32, g.columns)
	for i, o := range cells {
		c := o.(cell)
		least[i%g.columns] = max(least[i%g.columns], c.LeastWidth())
		most[i%g.columns] = max(most[i%g.columns], c.PreferredWidth())
	}
	room := width - float32(g.columns-1)*columnGap
	if sum(least) > room {
		return nil
	}
	if sum(most) <= room {
		return most
	}
	// What is left goes to those that want more, by how much they want.
	wanted, spare := sum(most)-sum(least), room-sum(least)
	for i := range least {
		least[i] += spare * (most[i] - least[i]) / wanted
	}
	return least
}

func sum(values []float32) (all float32) {
	for _, v := range values {
		all += v
	}
	return all
}

// place lays the cells out and returns the height that takes.
func (g *grid) place(cells []fyne.CanvasObject, width float32, move bool) (y float32) {
	widths := g.widths(cells, width)
	for i := 0; i < len(cells); i += g.columns {
		x, high := float32(0), float32(0)
		for n, o := range cells[i:min(i+g.columns, len(cells))] {
			own, at := width, fyne.NewPos(0, y+high)
			switch {
			case widths != nil:
				own, at = widths[n], fyne.NewPos(x, y)
				x += own + columnGap
			case n > 0:
				own, at = width-indent, at.AddXY(indent, cellGap)
			}
			if move {
				o.Resize(fyne.NewSize(own, o.Size().Height))
				o.Resize(fyne.NewSize(own, o.MinSize().Height))
				o.Move(at)
			}
			if least := o.MinSize().Height; widths != nil {
				high = max(high, least)
			} else {
				high = at.Y + least - y
			}
		}
		y += high + rowGap
	}
	return max(y-rowGap, 0)
}

// Layout implements fyne.Layout.
func (g *grid) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	g.place(cells, size.Width, true)
}

// MinSize implements fyne.Layout.
func (g *grid) MinSize(cells []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range cells {
		width = max(width, o.MinSize().Width+indent)
	}
	return fyne.NewSize(width, g.place(cells, max(g.width, width), false))
}
