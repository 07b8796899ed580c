package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Short returns a field for a time of day or a number, as wide as that takes.
func Short(field fyne.CanvasObject) *fyne.Container { return container.New(short{}, field) }

type short struct{}

// shortWidth is the width, in heights of the text.
const shortWidth = 8

// Layout implements fyne.Layout.
func (short) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// MinSize implements fyne.Layout.
func (short) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.TextSize()*shortWidth, o[0].MinSize().Height)
}
