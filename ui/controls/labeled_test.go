package controls

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A control is at the end of the line of its label as long as the label has its
// least width, and below it where that is not so.
func TestLabeled(t *testing.T) {
	label, control := block(30, 20), block(100, 32)
	line := NewLabeled(label, control, 60)
	w := show(t, line, fyne.NewSize(300, 200))
	wantBox(t, "the label", label, 0, 6, 184, 20)
	wantBox(t, "the control", control, 200, 0, 100, 32)
	wantSize(t, "the line", line.MinSize(), fyne.NewSize(100, 32))
	w.Resize(fyne.NewSize(176, 200))
	wantBox(t, "the control with just enough room", control, 76, 0, 100, 32)
	w.Resize(fyne.NewSize(175, 200))
	wantBox(t, "the label above", label, 0, 0, 175, 20)
	wantBox(t, "the control below", control, 0, 28, 100, 32)
	wantSize(t, "both", line.MinSize(), fyne.NewSize(100, 60))
}
