package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// slider returns a slider from 100 to 200 in steps of 10, of which each is 20 wide,
// and what it reports.
func slider(t *testing.T, value int) (*Slider, *[]int, fyne.Window) {
	t.Helper()
	var got []int
	newApp(t)
	s := NewSlider(100, 200, 10, func(v int) { got = append(got, v) })
	s.SetValue(value)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(216, 32))
	return s, &got, w
}

func TestSliderKeys(t *testing.T) {
	for _, tt := range []struct {
		from int
		key  fyne.KeyName
		want int
	}{
		{120, fyne.KeyLeft, 110}, {120, fyne.KeyDown, 110}, {120, fyne.KeyRight, 130}, {120, fyne.KeyUp, 130},
		{120, fyne.KeyHome, 100}, {120, fyne.KeyEnd, 200}, {100, fyne.KeyLeft, 100}, {200, fyne.KeyRight, 200},
		{145, fyne.KeyLeft, 140}, {145, fyne.KeyRight, 150}, // between two steps
	} {
		s, got, _ := slider(t, tt.from)
		press(s, tt.key)
		if s.Value() != tt.want {
			t.Errorf("%s at %d leads to %d, want %d", tt.key, tt.from, s.Value(), tt.want)
		}
		if changed := tt.from != tt.want; changed != (len(*got) == 1) {
			t.Errorf("%s at %d reports %v", tt.key, tt.from, *got)
		}
	}
}

func TestSliderPassesOtherKeys(t *testing.T) {
	s, _, w := slider(t, 100)
	keys := keysOf(w)
	press(s, fyne.KeyPageDown, fyne.KeyEscape)
	if !slices.Equal(*keys, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEscape}) {
		t.Errorf("the window gets %v", *keys)
	}
}

// A drag reports what is under the pointer, and changes the number when it ends.
func TestSliderDrag(t *testing.T) {
	s, got, _ := slider(t, 110)
	var moved []int
	s.OnMoved = func(v int) { moved = append(moved, v) }
	drag := func(to, by float32) {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 16)}, Dragged: fyne.NewDelta(by, 0)})
	}
	drag(40, 12)
	drag(70, 30)
	drag(700, 630)
	drag(90, -610)
	if want := []int{120, 130, 200, 140}; !slices.Equal(moved, want) {
		t.Errorf("the drag moves over %v, want %v", moved, want)
	}
	if len(*got) != 0 || s.Value() != 110 {
		t.Errorf("before it ends the drag reports %v, and the number is %d", *got, s.Value())
	}
	s.DragEnd()
	if !slices.Equal(*got, []int{140}) || s.Value() != 140 {
		t.Errorf("the drag reports %v, and the number is %d", *got, s.Value())
	}
	s.DragEnd()
	if len(*got) != 1 {
		t.Error("a drag that moves nothing reports a change")
	}
}

func TestSliderTap(t *testing.T) {
	for x, want := range map[float32]int{0: 100, 17: 100, 19: 110, 108: 150, 216: 200} {
		s, _, w := slider(t, 180)
		test.TapAt(s, fyne.NewPos(x, 16))
		if s.Value() != want {
			t.Errorf("a click at %v chooses %d, want %d", x, s.Value(), want)
		}
		if w.Canvas().Focused() != s {
			t.Error("the slider does not have the focus")
		}
	}
}

func TestSliderShowsItsValue(t *testing.T) {
	s, _, _ := slider(t, 150)
	wantBox(t, "the knob", drawn[*canvas.Circle](s)[0], 100, 8, 16, 16)
	s.SetValue(900)
	wantBox(t, "the knob at the end", drawn[*canvas.Circle](s)[0], 200, 8, 16, 16)
	bigger(7) // half as large again at the test theme's size of 14
	s.Refresh()
	if got := s.MinSize().Height; !near(got, 48) {
		t.Errorf("with larger text it is %v high", got)
	}
}
