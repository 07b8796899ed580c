package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// speaksItself are the widgets whose content has the words.
var speaksItself = []string{"*controls.Reader", "*controls.List", "*controls.LongList", "*controls.RowList"}

// What one can act on tells a screen reader what it is, on every page and in every
// dialog and menu.
func TestWhatActsHasALabel(t *testing.T) {
	if testing.Short() {
		t.Skip("it opens all that there is")
	}
	for name, f := range fronts {
		t.Run(name, func(t *testing.T) {
			var d *desk
			if f.desk != nil {
				d = f.desk(t)
			} else {
				d = newDesk(t, uitest.Weeks(3), words.English)
			}
			f.open(t, d)
			d.Clock.Finish()
			seen := map[string]bool{}
			front := d.Window.Content()
			if top := d.Window.Canvas().Overlays().Top(); top != nil {
				front = top
			}
			uitest.Walk(front, func(o fyne.CanvasObject) {
				_, acts := o.(fyne.Focusable)
				kind := fmt.Sprintf("%T", o)
				if acts && !seen[kind] && !strings.HasPrefix(kind, "*widget.") && !slices.Contains(speaksItself, kind) {
					a, ok := o.(fyne.Accessible)
					if !ok || a.AccessibilityLabel() == "" {
						seen[kind] = true
						t.Errorf("%s has no label: %+v", kind, fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
					}
				}
			})
			if !d.Closed {
				d.Window.Close()
			}
		})
	}
}
