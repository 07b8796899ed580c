package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer implements fyne.Widget.
func (l *RowList) CreateRenderer() fyne.WidgetRenderer {
	r := &rowListRenderer{list: l, mark: canvas.NewRectangle(nil), drop: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

// rowListRenderer draws the mark of the focus and that of a drop over the rows.
type rowListRenderer struct {
	list       *RowList
	mark, drop *canvas.Rectangle
}

func (r *rowListRenderer) Layout(size fyne.Size) {
	y := float32(0)
	for _, row := range r.list.rows {
		row.Resize(fyne.NewSize(size.Width, row.Size().Height)) // its height depends on it
		height := whole(row.MinSize().Height)
		row.Resize(fyne.NewSize(size.Width, height))
		row.Move(fyne.NewPos(0, y))
		y += height
	}
	r.place()
}

// place puts the marks where they belong.
func (r *rowListRenderer) place() {
	l := r.list
	r.mark.Hidden = !l.focused || len(l.rows) == 0 || l.rows[l.active].instead != nil
	if !r.mark.Hidden {
		row := l.rows[l.active]
		r.mark.Move(row.Position().AddXY(2, 1))
		r.mark.Resize(shrunk(row.Size(), 4, 2))
	}
	r.drop.Hidden = l.drop < 0
	if !r.drop.Hidden {
		y := l.Size().Height - 2
		if l.drop < len(l.rows) {
			y = max(0, l.rows[l.drop].Position().Y-1)
		}
		r.drop.Move(fyne.NewPos(rowPadX, y))
		r.drop.Resize(fyne.NewSize(max(0, l.Size().Width-2*rowPadX), 2))
	}
}

func (r *rowListRenderer) MinSize() fyne.Size {
	var size fyne.Size
	for _, row := range r.list.rows {
		least := row.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+whole(least.Height))
	}
	return size
}

func (r *rowListRenderer) Refresh() {
	accent := themed(r.list, theme.ColorNamePrimary)
	r.mark.StrokeColor, r.mark.StrokeWidth, r.mark.CornerRadius = accent, 2, rowRadius+2
	r.drop.FillColor = accent
	if r.list.arrange {
		r.list.arrange = false
		r.Layout(r.list.Size())
	} else {
		r.place()
	}
	r.mark.Refresh() // not the list: that would have the text of all rows drawn again
	r.drop.Refresh()
}

func (r *rowListRenderer) Objects() []fyne.CanvasObject {
	return append(r.list.children(), r.mark, r.drop)
}

func (r *rowListRenderer) Destroy() {}
