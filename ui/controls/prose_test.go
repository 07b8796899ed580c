package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestProseComesBack: a renderer that is made while the text has its size, since Fyne
// forgot the one before, shows the text without another layout.
func TestProseComesBack(t *testing.T) {
	newApp(t)
	p := NewProse(Run{Text: "Some words in a cell"})
	p.Resize(fyne.NewSize(200, 40))
	want := len(test.WidgetRenderer(p).Objects())
	if got := len(p.CreateRenderer().Objects()); got != want || want == 0 {
		t.Errorf("another renderer shows %d objects, want the %d of the first", got, want)
	}
}
