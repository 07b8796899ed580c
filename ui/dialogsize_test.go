package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// The buttons of every dialog are in the smallest window, in the largest text.
func TestButtonsOfDialogsAreInTheWindow(t *testing.T) {
	if testing.Short() {
		t.Skip("it opens all that there is")
	}
	for name, f := range fronts {
		if f.desk != nil {
			continue // it brings a window in a state of its own
		}
		if name == "why a week off" {
			continue // the link to it is in a menu where there is little room
		}
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(3), words.English)
			defer func() {
				if !d.Closed {
					d.Window.Close()
				}
			}()
			d.prefer(func(p *preferences.Preferences) { p.TextSize = 200 })
			d.Window.Resize(fyne.NewSize(900, 600))
			f.open(t, d)
			d.Clock.Finish()
			d.Settle()
			top := d.Window.Canvas().Overlays().Top()
			if top == nil {
				return
			}
			uitest.Walk(top, func(o fyne.CanvasObject) {
				b, ok := o.(*controls.Button)
				if !ok || b.Text == "" {
					return
				}
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
				if end := at.Add(b.Size()); at.X < 0 || at.Y < 0 || end.X > 900 || end.Y > 600 {
					t.Errorf("%q is at %v to %v", b.Text, at, end)
				}
			})
		})
	}
}
