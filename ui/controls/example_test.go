package controls_test

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/ui/controls"
)

// The arrow keys move a choice that has the focus, here from its first option.
func ExampleChoice() {
	test.NewApp()
	defer test.NewApp()

	energy := controls.NewChoice([]string{"drained", "neutral", "energized"}, func(i int) { fmt.Println("chosen:", i) })
	w := test.NewWindow(energy)
	defer w.Close()

	energy.SetChosen(0)
	w.Canvas().Focus(energy)
	energy.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	energy.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	// Output:
	// chosen: 1
	// chosen: 2
}
