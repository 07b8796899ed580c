package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// A text at an edge has the height that it needs for its width, however wide it was
// before, without another layout.
func TestBetweenFollowsTheWidth(t *testing.T) {
	test.NewTempApp(t)
	wrapped := func() *widget.Label {
		l := widget.NewLabel("Some words that need more than one line where there is little room")
		l.Wrapping = fyne.TextWrapWord
		return l
	}
	top, middle, bottom := wrapped(), canvas.NewRectangle(nil), wrapped()
	c := Between(top, middle, bottom)
	test.NewTempWindow(t, c)
	wide, narrow := fyne.NewSize(800, 500), fyne.NewSize(120, 500)
	c.Resize(wide)
	want := middle.Size()
	c.Resize(narrow)
	if got := middle.Size(); got.Height >= want.Height {
		t.Errorf("between narrow texts: %v, between wide ones: %v", got, want)
	}
	c.Resize(wide)
	if got := middle.Size(); got != want {
		t.Errorf("wide again: %v, want %v", got, want)
	}
}
