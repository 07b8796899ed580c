package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestNotice(t *testing.T) {
	test.NewTempApp(t)
	done := 0
	n := NewNotice(theme.ColorNameHover, "A few words", Action{"Do it", func() { done++ }}, Action{"Got it", func() {}})
	link, ok := n.actions.Objects[0].(*Link)
	if !ok || len(n.actions.Objects) != 2 {
		t.Fatal("the actions are not links")
	}
	test.Tap(link)
	if done != 1 || n.text.Text != "A few words" || n.Content().MinSize().Height <= link.MinSize().Height {
		t.Errorf("done %d times, says %q", done, n.text.Text)
	}
}

// TestDisabled: a disabled widget shows its value and takes no change.
func TestDisabled(t *testing.T) {
	test.NewTempApp(t)
	c := NewChoice([]string{"a", "b"}, func(int) { t.Error("the choice was changed") })
	c.SetChosen(1)
	c.Disable()
	c.Resize(c.MinSize().AddWidthHeight(100, 0))
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)})
	if c.Chosen() != 1 {
		t.Error("another option is chosen")
	}
	s := NewSplitBar([3]fyne.ThemeColorName{"left", "middle", "right"}, "empty", func(int, int) { t.Error("the bar was changed") })
	s.Set(30, 50)
	s.Resize(fyne.NewSize(200, 32))
	s.Disable()
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 3)})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, 3)}, Dragged: fyne.NewDelta(9, 0)})
	if s.edges != [2]int{30, 50} || s.grips[0].Visible() {
		t.Errorf("the edges are at %v", s.edges)
	}
	s.Enable()
	if !s.grips[0].Visible() {
		t.Error("the handles are gone for good")
	}
}
