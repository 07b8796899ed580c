package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// Keys after a change of the page do nothing on the page before.
func TestNothingIsTypedIntoThePageBefore(t *testing.T) {
	for _, name := range []pageName{pageTrends, pagePast, pageReport, pageSettings} {
		d := newDesk(t, uitest.Weeks(3), words.English)
		d.open(name)
		d.Write("ghost moment /coding +0")
		d.Press(fyne.KeyReturn)
		if e := d.Entry(); !e.Empty() || !d.shell.space.week.Draft().Empty() {
			t.Errorf("typing on page %s left %+v", name, e)
		}
	}
}

// Whatever hides what has the focus, the focus moves on once that is drawn.
func TestTheFocusLeavesWhatIsHidden(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	line := d.line()
	d.Focus(line)
	line.Hide()
	d.Window.Content().MinSize() // as Fyne asks for when it draws
	if got := d.Window.Canvas().Focused(); got == line {
		t.Error("the focus is on the line that is hidden")
	}
}
