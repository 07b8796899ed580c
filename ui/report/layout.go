package report

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// pageLayout lays out the head of the page, the choices, the preview and the foot.
// The choices and the preview are next to each other, or where that leaves both too
// little room, one of them alone. Where the window is too low for all, the choices
// are as high as they need and the page scrolls.
type pageLayout struct {
	view  *controls.Scroll // that the page is in
	sides fyne.CanvasObject
	form  fyne.CanvasObject // what the choices scroll

	alone bool // the preview is shown alone, where there is no room for both
}

// Measures of the page, at the usual text size.
const (
	sidesGap     = 18
	leastSide    = 286 // of the choices
	mostSide     = 400
	leastPreview = 320 // next to them
	leastHeight  = 300 // of both
	partGap      = 12
	pageMargins  = 48 // above and below the page, together
)

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head, choices, preview, foot := o[0], o[1], o[2], o[3]
	side, both := l.arrange(choices, preview, size.Width)
	top := fitted(head, size.Width) + partGap
	end := fitted(foot, size.Width) + partGap
	height := max(size.Height-top-end, 0)
	choices.Move(fyne.NewPos(0, top))
	choices.Resize(fyne.NewSize(side, height))
	preview.Move(fyne.NewPos(0, top))
	preview.Resize(fyne.NewSize(size.Width, height))
	if both {
		preview.Move(fyne.NewPos(side+sidesGap, top))
		preview.Resize(fyne.NewSize(size.Width-side-sidesGap, height))
	}
	foot.Move(fyne.NewPos(0, size.Height-end+partGap))
}

// arrange shows one side or both. It returns how wide the choices are.
func (l *pageLayout) arrange(choices, preview fyne.CanvasObject, width float32) (side float32, both bool) {
	scale := look.TextScale()
	side = whole(max(choices.MinSize().Width, min(max(width*0.36, leastSide*scale), mostSide*scale)))
	both = width >= side+sidesGap+leastPreview*scale
	look.SetVisible(l.sides, !both)
	look.SetVisible(choices, both || !l.alone)
	look.SetVisible(preview, both || l.alone)
	if !both {
		side = width
	}
	return side, both
}

// MinSize implements fyne.Layout. The height is what the page has room for, unless
// that is too little.
func (l *pageLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	head, choices, preview, foot := o[0], o[1], o[2], o[3]
	least := fyne.NewSize(max(head.MinSize().Width, choices.MinSize().Width, preview.MinSize().Width, foot.MinSize().Width), 0)
	width, scale := head.Size().Width, look.TextScale()
	if width == 0 {
		return least
	}
	side, both := l.arrange(choices, preview, width)
	room := l.view.Size().Height - pageMargins
	rest := fitted(head, width) + fitted(foot, width) + 2*partGap
	middle := room - rest
	if middle < leastHeight*scale {
		switch {
		case !both && !l.alone:
			middle = max(fitted(l.form, side), leastHeight*scale)
		default:
			middle = max(room-head.MinSize().Height-partGap, leastHeight*scale)
		}
	}
	least.Height = rest + middle
	return least
}

// fitted gives o a width and the height that it then needs, which it returns.
func fitted(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	height := whole(o.MinSize().Height)
	o.Resize(fyne.NewSize(width, height))
	return height
}

func whole(v float32) float32 { return float32(math.Ceil(float64(v))) }

// headAndFoot lays three objects out below each other: the second takes the
// height that is left. Unlike Fyne's border it asks how high the others must be
// only once they have their width.
type headAndFoot struct{ gap float32 }

// Layout implements fyne.Layout.
func (l headAndFoot) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head, foot := fitted(o[0], size.Width), fitted(o[2], size.Width)
	rest := max(size.Height-head-foot-2*l.gap, 0)
	o[1].Move(fyne.NewPos(0, head+l.gap))
	o[1].Resize(fyne.NewSize(size.Width, rest))
	o[2].Move(fyne.NewPos(0, head+rest+2*l.gap))
}

// MinSize implements fyne.Layout.
func (l headAndFoot) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*l.gap)
	for _, o := range o {
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

// textWide lays one object out in a width that is given for the usual text size
// and grows with the text.
type textWide float32

// Layout implements fyne.Layout.
func (textWide) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// MinSize implements fyne.Layout.
func (w textWide) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w)*look.TextScale(), o[0].MinSize().Height)
}

// leftOfBar leaves room at the right for the bar of a scroll.
func leftOfBar(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 10), o)
}

// placeAndActs lays out where a file goes, and what can be done with it at the right,
// or below where there is no room for both.
type placeAndActs struct {
	width float32 // of the last layout, which decides the height
}

const actsGap = 12

// beside reports whether both are in one line, the first in at least half of it.
func (l *placeAndActs) beside(o []fyne.CanvasObject, width float32) bool {
	return wide(o[1])+actsGap <= width/2
}

// wide returns how wide objects in one row are.
func wide(row fyne.CanvasObject) float32 {
	width := float32(0)
	for i, o := range row.(*fyne.Container).Objects {
		if i > 0 {
			width += 8
		}
		width += o.MinSize().Width
	}
	return width
}

// Layout implements fyne.Layout.
func (l *placeAndActs) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	place, acts := o[0], o[1]
	if l.beside(o, size.Width) {
		side := wide(acts)
		height := fitted(place, size.Width-side-actsGap)
		fitted(acts, side)
		place.Move(fyne.NewPos(0, (size.Height-height)/2))
		acts.Move(fyne.NewPos(size.Width-side, (size.Height-acts.Size().Height)/2))
		return
	}
	height := fitted(place, size.Width)
	fitted(acts, size.Width)
	place.Move(fyne.NewPos(0, 0))
	acts.Move(fyne.NewPos(0, height+actsGap))
}

// MinSize implements fyne.Layout.
func (l *placeAndActs) MinSize(o []fyne.CanvasObject) fyne.Size {
	place, acts := o[0].MinSize(), o[1].MinSize()
	width := max(place.Width, acts.Width)
	if l.width == 0 || l.beside(o, l.width) {
		return fyne.NewSize(width, max(place.Height, acts.Height))
	}
	return fyne.NewSize(width, place.Height+actsGap+acts.Height)
}
