package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// usualTextSize is the size for which widths are given.
const usualTextSize = 14

// Columns are cards in two columns where there is room, and else in one, in
// another order.
type Columns struct {
	Main, Side []fyne.CanvasObject
	// Narrow is what is below each other in one column: a card, or two that share
	// a row where both fit.
	Narrow [][]fyne.CanvasObject

	Gap         float32
	SideWidth   float32 // at the usual text size; larger text takes more
	NarrowBelow float32 // at the usual text size; larger text needs more
}

// NewColumns returns the cards. Their order for Tab is that on screen.
func NewColumns(c Columns) *fyne.Container {
	l := &columns{Columns: c}
	l.wide = []fyne.CanvasObject{Stack(c.Gap, c.Main...), Stack(c.Gap, c.Side...)}
	l.narrow = Stack(c.Gap)
	for _, row := range c.Narrow {
		if len(row) == 1 {
			l.narrow.Add(row[0])
			continue
		}
		cards := container.New(&pair{Even{Gap: c.Gap}}, row...)
		l.pairs = append(l.pairs, cards)
		l.narrow.Add(cards)
	}
	l.root = container.New(l, l.wide...)
	return l.root
}

// columns lays the cards out. Each is in one of two stacks and in the one that
// takes all, and its container has either.
type columns struct {
	Columns
	root   *fyne.Container
	wide   []fyne.CanvasObject
	narrow *fyne.Container
	pairs  []*fyne.Container // rows of narrow
}

func growth() float32 { return theme.TextSize() / usualTextSize }

// turn puts the cards into two columns, or into one, and reports whether they
// were in others before.
func (l *columns) turn(narrow bool) (turned bool) {
	if narrow == (len(l.root.Objects) == 1) {
		return false
	}
	if l.root.Objects = l.wide; narrow {
		l.root.Objects = []fyne.CanvasObject{l.narrow}
	}
	return true
}

// lay lays a container out whatever size it had when others laid out what is in
// it.
func lay(o fyne.CanvasObject, width float32) {
	c := o.(*fyne.Container)
	c.Layout.Layout(c.Objects, fyne.NewSize(width, c.Size().Height))
}

// fitHeight gives o a width and the height that it then needs.
func fitHeight(o fyne.CanvasObject, width float32) {
	o.Resize(fyne.NewSize(width, max(o.Size().Height, o.MinSize().Height)))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
}

// Layout implements fyne.Layout.
func (l *columns) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	turned := l.turn(size.Width < l.NarrowBelow*growth())
	if len(l.root.Objects) == 1 {
		if turned {
			for _, row := range l.pairs {
				lay(row, size.Width)
			}
			lay(l.narrow, size.Width)
		}
		fitHeight(l.narrow, size.Width)
		l.narrow.Move(fyne.Position{})
		return
	}
	side := l.SideWidth * growth()
	for i, width := range []float32{size.Width - side - l.Gap, side} {
		if turned {
			lay(l.wide[i], width)
		}
		fitHeight(l.wide[i], width)
	}
	l.wide[0].Move(fyne.Position{})
	l.wide[1].Move(fyne.NewPos(size.Width-side, 0))
}

// MinSize implements fyne.Layout.
func (l *columns) MinSize([]fyne.CanvasObject) fyne.Size {
	for _, row := range l.pairs {
		row.Hidden = !row.Objects[0].Visible() && !row.Objects[1].Visible()
	}
	var size fyne.Size
	for _, o := range l.root.Objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// pair is cards in one row, equally high.
type pair struct{ Even }

// Layout implements fyne.Layout.
func (p *pair) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.Even.Layout(objects, size)
	if shown, _, beside := p.shares(objects, size.Width); beside {
		for _, o := range shown {
			o.Resize(fyne.NewSize(o.Size().Width, size.Height))
		}
	}
}
