package controls

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// rowAt returns the index of the row at a height below the first, or of the nearest.
func (l *LongList) rowAt(y float32) int {
	n := len(l.heights)
	return max(0, min(sort.Search(n, func(i int) bool { return l.tops[i+1] > y }), n-1))
}

func (l *LongList) rowWidth() float32 { return max(0, l.scroll.Size().Width-LongListBar) }

// guess takes all heights as those that the rows about have.
func (l *LongList) guess(width float32) {
	n := l.source.Len()
	l.width, l.textSize = width, theme.TextSize()
	l.heights, l.measured, l.tops = make([]float32, n), make([]bool, n), make([]float32, n+1)
	guess := l.source.Guess(width)
	for i := range n {
		l.heights[i] = guess(i)
		l.tops[i+1] = l.tops[i] + l.heights[i]
	}
}

// measure takes the heights of the rows between two heights as what they are, and
// reports whether any was another one.
func (l *LongList) measure(top, bottom float32) (other bool) {
	if len(l.heights) == 0 {
		return false
	}
	from := l.rowAt(top)
	y := l.tops[from]
	for i := from; i < len(l.heights) && y < bottom; i++ {
		if !l.measured[i] {
			l.measured[i] = true
			if height := l.source.Height(i, l.width); height != l.heights[i] {
				l.heights[i], other = height, true
			}
		}
		y += l.heights[i]
	}
	if other {
		for i := from; i < len(l.heights); i++ {
			l.tops[i+1] = l.tops[i] + l.heights[i]
		}
	}
	return other
}

// place gives the rows in view objects, and these their places. What is first in view
// stays where it is, whatever heights those above turn out to have.
func (l *LongList) place() {
	width := l.rowWidth()
	if l.placing || width <= 0 {
		return
	}
	l.placing = true
	defer func() { l.placing = false }()
	if width != l.width || l.textSize != theme.TextSize() || len(l.heights) != l.source.Len() {
		l.release()
		first, into := l.rowAt(l.Offset()), float32(0)
		if first < len(l.heights) {
			into = l.Offset() - l.tops[first]
		}
		l.guess(width)
		if first > 0 && first < len(l.heights) && into > 0 {
			l.scroll.Offset.Y = l.tops[first] + into
		}
	}
	view := l.scroll.Size().Height
	for range 4 {
		y := l.Offset()
		first := l.rowAt(y)
		before := l.tops[min(first, len(l.tops)-1)]
		if !l.measure(y-view/2, y+view*3/2) {
			break
		}
		if y > 0 {
			l.scroll.Offset.Y += l.tops[min(first, len(l.tops)-1)] - before
		}
	}
	l.scroll.Refresh() // for another height of all, and within it
	l.showRows(l.Offset(), view)
}

// showRows has objects for the rows in a view, and for no others.
func (l *LongList) showRows(y, view float32) {
	first, last := 0, -1
	if len(l.heights) > 0 {
		first, last = l.rowAt(y), l.rowAt(y+view)
	}
	for i, r := range l.shown {
		if i < first || i > last {
			delete(l.shown, i)
			l.spare = append(l.spare, r)
		}
	}
	objects := make([]fyne.CanvasObject, 0, last-first+1)
	for i := first; i <= last; i++ {
		r := l.shown[i]
		if r == nil {
			r = l.fresh()
			r.index, r.hovered = i, false // until the pointer moves again
			l.shown[i] = r
			l.source.Show(i, r.content)
			r.Resize(fyne.NewSize(l.width, l.heights[i]))
			r.Refresh()
		}
		r.Resize(fyne.NewSize(l.width, l.heights[i]))
		r.Move(fyne.NewPos(0, l.tops[i]))
		objects = append(objects, r)
	}
	l.content.Objects = objects
	l.spare = l.spare[:min(len(l.spare), 60)]
}

func (l *LongList) fresh() *longRow {
	if n := len(l.spare); n > 0 {
		r := l.spare[n-1]
		l.spare = l.spare[:n-1]
		return r
	}
	return newLongRow(l)
}

// release takes the rows out of view.
func (l *LongList) release() {
	for i, r := range l.shown {
		delete(l.shown, i)
		l.spare = append(l.spare, r)
	}
}

// longLayout is the layout of what a list scrolls.
type longLayout struct{ list *LongList }

// Layout implements fyne.Layout.
func (w longLayout) Layout([]fyne.CanvasObject, fyne.Size) { w.list.place() }

// MinSize implements fyne.Layout.
func (w longLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	l := w.list
	return fyne.NewSize(0, l.tops[len(l.tops)-1])
}

type longListRenderer struct{ list *LongList }

func (r *longListRenderer) Layout(size fyne.Size) {
	r.list.scroll.Resize(size)
	r.list.place()
}

// MinSize has room for some rows.
func (r *longListRenderer) MinSize() fyne.Size {
	return r.list.Least.Max(fyne.NewSize(100, scaled(r.list, 3*targetHeight)))
}

func (r *longListRenderer) Refresh() {
	r.list.place()
	r.list.ShowAgain()
}

func (r *longListRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.list.scroll} }

func (r *longListRenderer) Destroy() {}
