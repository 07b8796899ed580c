package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringGap is what is free between a widget and the ring around it that shows the
// focus, and ringWidth how wide the ring is. A widget changes nothing else when it
// gets the focus.
const ringGap, ringWidth = 2, 2

// ring is the ring around something that has the focus.
type ring struct{ *canvas.Rectangle }

func newRing() ring {
	r := canvas.NewRectangle(nil)
	r.StrokeWidth = ringWidth
	return ring{r}
}

// around puts the ring around a box whose corners have a radius.
func (r ring) around(pos fyne.Position, size fyne.Size, radius float32) {
	const out = ringGap + ringWidth
	r.CornerRadius = radius + out
	r.Move(pos.SubtractXY(out, out))
	r.Resize(size.AddWidthHeight(2*out, 2*out))
}

// show shows the ring in the colors of w, or hides it.
func (r ring) show(w interface{ Theme() fyne.Theme }, on bool) {
	r.StrokeColor = themed(w, theme.ColorNamePrimary)
	r.Hidden = !on
	r.Refresh()
}

// corner is the radius of the corners of controls.
const corner = 8
