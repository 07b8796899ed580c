package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// ReadFonts reads the fonts that the window is written in. Fyne reads each when it first
// measures a text in it, which takes a quarter of the time that the system needs for a
// window. So this is done meanwhile, on another goroutine. Fyne measures no two texts at
// a time: nothing else may measure one until ReadFonts has returned.
func ReadFonts() {
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText("Heliotrope", theme.TextSize(), style)
	}
}
