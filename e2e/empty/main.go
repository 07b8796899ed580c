// Command empty shows a window of Fyne with a label and nothing else. It is what
// Heliotrope is measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.heliotrope.Empty").NewWindow("Empty")
	w.SetContent(widget.NewLabel("The quick brown fox jumps over the lazy dog"))
	w.Resize(fyne.NewSize(1000, 700))
	w.ShowAndRun()
}
