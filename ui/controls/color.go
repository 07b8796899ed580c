package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The color names that these widgets ask the theme for, in addition to Fyne's.
const (
	ColorCard     fyne.ThemeColorName = "card"     // the ground of a group on a page
	ColorSelected fyne.ThemeColorName = "selected" // the ground of what is chosen in a list
	ColorMuted    fyne.ThemeColorName = "muted"    // secondary text
	ColorLit      fyne.ThemeColorName = "lit"      // the ground of a row that is new, or that the pointer is on
)

func variant() fyne.ThemeVariant { return fyne.CurrentApp().Settings().ThemeVariant() }

// themed returns a color of the theme that applies to a widget.
func themed(w interface{ Theme() fyne.Theme }, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, variant())
}
