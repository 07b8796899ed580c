package controls

import "fyne.io/fyne/v2"

// Preferrer is an object that works in less width than it prefers.
type Preferrer interface {
	// PreferredWidth is the width at which the object needs no second row.
	PreferredWidth() float32
}

const maxWidth = 1e6

// Flow lays objects out in rows, from the left, like text: an object that does
// not fit into the row begins the next. Unlike Fyne's row-wrap layout it centers
// objects of different heights on their row, limits an object to the width that
// there is, and lets its height follow from that width.
type Flow struct {
	GapX, GapY float32

	width float32 // of the last layout, which decides the height
}

// Layout implements fyne.Layout.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, size.Width, true)
}

// MinSize implements fyne.Layout.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width == 0 {
		width = maxWidth
	}
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, f.place(objects, width, false))
}

// inOneRow returns the width in which no object begins another row.
func (f *Flow) inOneRow(objects []fyne.CanvasObject) float32 {
	width := -f.GapX
	for _, o := range objects {
		if o.Visible() {
			width += wanted(o) + f.GapX
		}
	}
	return max(width, 0)
}

// place lays objects out within width and returns the height that takes.
func (f *Flow) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	var x, y, rowHeight float32
	var row []fyne.CanvasObject
	endRow := func() {
		if move {
			for _, o := range row { // centered on the row, so that unlike heights line up
				o.Move(fyne.NewPos(o.Position().X, y+(rowHeight-o.Size().Height)/2))
			}
		}
		row = row[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		want := fyne.NewSize(min(wanted(o), width), o.MinSize().Height)
		if x+want.Width > width+0.5 {
			endRow()
			x, y, rowHeight = 0, y+rowHeight+f.GapY, 0
		}
		if move {
			o.Resize(want)
			want.Height = o.MinSize().Height // may depend on the width just given
			o.Resize(want)
			o.Move(fyne.NewPos(x, y))
			row = append(row, o)
		}
		rowHeight = max(rowHeight, want.Height)
		x += want.Width + f.GapX
	}
	endRow()
	return y + rowHeight
}
