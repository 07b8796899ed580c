package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// scale returns a scale in a window 272 wide, so that a cell is 48, and what it
// reports.
func scale(t *testing.T) (*Scale, *[]int, fyne.Window) {
	t.Helper()
	newApp(t)
	var got []int
	s := NewScale("left", "right", func(i int) { got = append(got, i) })
	s.SetWords([5]string{"clearly a", "mostly a", "alike", "mostly b", "clearly b"})
	w := test.NewTempWindow(t, WithTips(s))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(272, 36))
	return s, &got, w
}

func TestScaleCells(t *testing.T) {
	s, _, _ := scale(t)
	r := test.WidgetRenderer(s).(*scaleRenderer)
	s.SetChosen(3)
	for i, cell := range r.cells {
		wantBox(t, "a cell", cell, float32(i)*56, 0, 48, 36)
		fill, ink := ColorCard, []fyne.ThemeColorName{"left", "left", ColorMuted, "right", "right"}[i]
		if i == 3 {
			fill, ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
		}
		if cell.FillColor != in(fill) || r.round[i].FillColor != in(ink) || r.diamonds[i].FillColor != in(ink) {
			t.Errorf("cell %d has the color %v and marks %v", i, cell.FillColor, r.round[i].FillColor)
		}
		if r.round[i].Visible() != (i < 3) || r.diamonds[i].Visible() != (i > 2) {
			t.Errorf("cell %d has a circle: %v, a diamond: %v", i, r.round[i].Visible(), r.diamonds[i].Visible())
		}
	}
	if r.round[0].Size().Width <= r.round[1].Size().Width || r.diamonds[4].Size().Width <= r.diamonds[3].Size().Width {
		t.Error("a mark nearer to its end is not larger")
	}
}

// A scale is one stop for Tab, and takes arrows, digits and Backspace.
func TestScaleKeys(t *testing.T) {
	s, got, w := scale(t)
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(s) {
		t.Fatalf("Tab comes to %T", w.Canvas().Focused())
	}
	press(s, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	test.Type(s, "5")
	press(s, fyne.KeyBackspace)
	test.Type(s, "17")
	if want := []int{2, 3, 2, 4, -1, 0}; !slices.Equal(*got, want) {
		t.Errorf("reported %v, want %v", *got, want)
	}
}

func TestScaleByPointer(t *testing.T) {
	s, got, w := scale(t)
	for i, want := range []string{"clearly a", "mostly a", "alike", "mostly b", "clearly b"} {
		s.MouseMoved(at(float32(i)*56+24, 18))
		if text, _, _ := tipOf(w); text != want {
			t.Errorf("the tip of cell %d is %q", i, text)
		}
	}
	if s.MouseMoved(at(52, 18)); !hidden(w) {
		t.Error("there is a tip between two cells")
	}
	s.MouseMoved(at(10, 18))
	if s.MouseOut(); !hidden(w) {
		t.Error("the tip stays when the pointer leaves")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(180, 18))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 18))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 18)) // takes it back
	if want := []int{3, 0, -1}; !slices.Equal(*got, want) || w.Canvas().Focused() != fyne.Focusable(s) {
		t.Errorf("reported %v, want %v, and the focus is on %T", *got, want, w.Canvas().Focused())
	}
}
