package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// choicesAndPreview lays the choices and the preview out beside each other, or
// where that leaves both too little room, one of them alone.
type choicesAndPreview struct {
	alone bool // the preview is shown alone
}

// Measures of both sides, at the usual text size.
const (
	usualText   = 14
	sidesGap    = 18
	leastSide   = 286 // of the choices
	mostSide    = 400
	sidesNarrow = 620 // below this there is one at a time
)

// Layout implements fyne.Layout.
func (l *choicesAndPreview) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, preview := objects[0], objects[1]
	scale := theme.TextSize() / usualText
	both := !l.alone && size.Width >= sidesNarrow*scale
	setVisible(choices, !l.alone)
	setVisible(preview, l.alone || both)
	side := size.Width
	if both {
		side = float32(int(min(max(size.Width*0.36, leastSide*scale), mostSide*scale)))
		preview.Move(fyne.NewPos(side+sidesGap, 0))
		preview.Resize(fyne.NewSize(size.Width-side-sidesGap, size.Height))
	} else {
		preview.Move(fyne.NewPos(0, 0))
		preview.Resize(size)
	}
	choices.Move(fyne.NewPos(0, 0))
	choices.Resize(fyne.NewSize(side, size.Height))
}

func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible == o.Visible():
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

// MinSize implements fyne.Layout. There may be one alone, and both scroll.
func (l *choicesAndPreview) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const leastHeight = 120
	return fyne.NewSize(max(objects[0].MinSize().Width, objects[1].MinSize().Width), leastHeight)
}

// restAndCorner lays two objects out beside each other: the second as wide as
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
