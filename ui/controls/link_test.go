package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestLinkIsPressed(t *testing.T) {
	newApp(t)
	n := 0
	l := NewLink("words", func() { n++ })
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(200, 60))
	keys := keysOf(w)
	test.Tap(l)
	press(l, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	if n != 4 {
		t.Errorf("called %d times for a tap and three keys", n)
	}
	test.Type(l, "x")
	press(l, fyne.KeyEscape, fyne.KeyDown)
	if n != 4 {
		t.Errorf("called %d times by what is no press", n)
	}
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyDown}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
}

func TestLinkLook(t *testing.T) {
	newApp(t)
	l := NewLink("words", nil)
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 60))
	boxes := drawn[*canvas.Rectangle](l)
	ring, line := boxes[0], boxes[1]
	text := drawn[*canvas.Text](l)[0]
	state := func() [2]bool { return [2]bool{ring.Visible(), line.Visible()} }
	for _, step := range []struct {
		name string
		do   func()
		want [2]bool // ring, line
	}{
		{"at rest", func() {}, [2]bool{false, false}},
		{"hovered", func() { test.MoveMouse(w.Canvas(), fyne.NewPos(5, 30)) }, [2]bool{false, true}},
		{"focused too", func() { w.Canvas().Focus(l) }, [2]bool{true, true}},
		{"left by the pointer", func() { l.MouseOut() }, [2]bool{true, false}},
		{"left by the focus", func() { w.Canvas().Unfocus() }, [2]bool{false, false}},
	} {
		if step.do(); state() != step.want {
			t.Errorf("%s, ring and line are %v, want %v", step.name, state(), step.want)
		}
	}
	size := text.MinSize()
	wantBox(t, "the text", text, 0, (60-size.Height)/2, size.Width, size.Height)
	wantBox(t, "the line", line, 0, (60+size.Height)/2-2, size.Width, 1)
	wantBox(t, "the ring", ring, -4, (60-size.Height)/2-2, size.Width+8, size.Height+4)
	if text.Color != in(theme.ColorNameHyperlink) || line.FillColor != in(theme.ColorNameHyperlink) {
		t.Error("a link has not the color of links")
	}
	if l.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not show that it can be tapped")
	}
}

// A link takes clicks in a height of 32, whatever its letters take.
func TestLinkReach(t *testing.T) {
	newApp(t)
	n := 0
	l := NewLink("a", func() { n++ })
	w := test.NewTempWindow(t, container.NewWithoutLayout(l))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	l.Move(fyne.NewPos(100, 100))
	l.Resize(l.MinSize())
	middle := l.Position().AddXY(l.Size().Width/2, l.Size().Height/2)
	for _, by := range []fyne.Delta{{DY: -15}, {DY: 15}, {DX: -15}, {DX: 15, DY: 15}} {
		at := middle.Add(by)
		if test.TapCanvas(w.Canvas(), at); n != 1 {
			t.Errorf("a click at %v from the middle taps it %d times", by, n)
		}
		if test.MoveMouse(w.Canvas(), at); !l.hovered {
			t.Errorf("the pointer at %v from the middle is not on it", by)
		}
		test.MoveMouse(w.Canvas(), fyne.NewPos(1, 1))
		n = 0
	}
	for _, by := range []fyne.Delta{{DY: -17}, {DY: 17}, {DX: -17}} {
		if test.TapCanvas(w.Canvas(), middle.Add(by)); n != 0 {
			t.Errorf("a click at %v from the middle taps it", by)
		}
	}
}

func TestLinkSetText(t *testing.T) {
	newApp(t)
	l := NewLink("words", nil)
	before := l.MinSize()
	l.SetText("a good many more words")
	size := fyne.MeasureText("a good many more words", l.Theme().Size(SizeControl), fyne.TextStyle{})
	wantSize(t, "the smallest size", l.MinSize(), size.AddWidthHeight(0, 4))
	if l.Text() != "a good many more words" || l.MinSize().Width <= before.Width {
		t.Errorf("says %q in %v, before %v", l.Text(), l.MinSize(), before)
	}
	bigger(4)
	l.Refresh()
	if l.MinSize().Height <= before.Height {
		t.Error("larger text does not make it higher")
	}
}
