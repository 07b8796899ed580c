package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The color names that these widgets ask the theme for, in addition to Fyne's.
const (
	ColorCard       fyne.ThemeColorName = "card"        // the ground of a group on a page
	ColorSelected   fyne.ThemeColorName = "selected"    // the ground of what is chosen, a tint of the accent
	ColorOnSelected fyne.ThemeColorName = "on-selected" // text on that
	ColorMuted      fyne.ThemeColorName = "muted"       // secondary text
	ColorLit        fyne.ThemeColorName = "lit"         // the ground of a row that is new, or of what the pointer is on
	ColorFrame      fyne.ThemeColorName = "frame"       // the edge of what its words show to be a control
)

// The sizes of text that these widgets ask the theme for, in addition to Fyne's.
const (
	SizeControl fyne.ThemeSizeName = "control" // controls and second lines
	SizeLine    fyne.ThemeSizeName = "line"    // a line to write in
)

// The least heights at the usual text size.
const (
	targetHeight = 32 // of what takes clicks
	chipHeight   = 28
	cellHeight   = 36
)

func variant() fyne.ThemeVariant { return fyne.CurrentApp().Settings().ThemeVariant() }

// themed returns a color of the theme that applies to a widget.
func themed(w interface{ Theme() fyne.Theme }, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, variant())
}

// scaled returns a length that grows with the text.
func scaled(w interface{ Theme() fyne.Theme }, length float32) float32 {
	return length * w.Theme().Size(theme.SizeNameText) / usualTextSize
}
