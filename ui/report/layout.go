package report

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"heliotrope/ui/look"
)

// choicesAndPreview lays the choices and the preview out next to each other, or
// where that leaves both too little room, one of them alone.
type choicesAndPreview struct {
	alone bool // the preview is shown alone
}

// Measures of both sides, at the usual text size.
const (
	sidesGap     = 18
	leastSide    = 286 // of the choices
	mostSide     = 400
	leastPreview = 320 // next to them
)

// Layout implements fyne.Layout.
func (l *choicesAndPreview) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, preview := objects[0], objects[1]
	scale := look.TextScale()
	look.SetVisible(choices, !l.alone)
	side := float32(math.Ceil(float64(max(choices.MinSize().Width, min(max(size.Width*0.36, leastSide*scale), mostSide*scale)))))
	both := !l.alone && size.Width >= side+sidesGap+leastPreview*scale
	look.SetVisible(preview, l.alone || both)
	if both {
		preview.Move(fyne.NewPos(side+sidesGap, 0))
		preview.Resize(fyne.NewSize(size.Width-side-sidesGap, size.Height))
	} else {
		side = size.Width
		preview.Move(fyne.NewPos(0, 0))
		preview.Resize(size)
	}
	choices.Move(fyne.NewPos(0, 0))
	choices.Resize(fyne.NewSize(side, size.Height))
}

// MinSize implements fyne.Layout. There may be one alone, and both scroll.
func (l *choicesAndPreview) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const leastHeight = 120
	return fyne.NewSize(max(objects[0].MinSize().Width, objects[1].MinSize().Width), leastHeight)
}

// headAndFoot lays three objects out below each other: the second takes the
// height that is left. Unlike Fyne's border it asks how high the others must be
// only once they have their width.
type headAndFoot struct{ gap float32 }

// Layout implements fyne.Layout.
func (l headAndFoot) Layout(o []fyne.CanvasObject, size fyne.Size) {
	height := func(o fyne.CanvasObject) float32 {
		o.Resize(fyne.NewSize(size.Width, o.Size().Height))
		height := float32(math.Ceil(float64(o.MinSize().Height)))
		o.Resize(fyne.NewSize(size.Width, height))
		return height
	}
	head, foot := height(o[0]), height(o[2])
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

// restAndCorner lays two objects out next to each other: the second as wide as
// it must be, at the right, and the first in what is left. Heights depend on
// widths.
type restAndCorner struct{ gap, width float32 }

// Layout implements fyne.Layout.
func (l *restAndCorner) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	corner := o[1].MinSize()
	rest := max(size.Width-corner.Width-l.gap, 0)
	o[0].Resize(fyne.NewSize(rest, o[0].Size().Height))
	o[0].Resize(fyne.NewSize(rest, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(0, (size.Height-o[0].Size().Height)/2))
	o[1].Resize(corner)
	o[1].Move(fyne.NewPos(rest+l.gap, (size.Height-corner.Height)/2))
}

// MinSize implements fyne.Layout.
func (l *restAndCorner) MinSize(o []fyne.CanvasObject) fyne.Size {
	rest, corner := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(rest.Width+l.gap+corner.Width, max(rest.Height, corner.Height))
}

// leftOfBar leaves room at the right for the bar of a scroll.
func leftOfBar(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 10), o)
}
