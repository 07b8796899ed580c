package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestReader(t *testing.T) {
	r := NewReader(block(50, 1000))
	w := show(t, r, fyne.NewSize(200, 100))
	keys := keysOf(w)
	w.Canvas().Focus(r)
	if !drawn[*canvas.Rectangle](r)[0].Visible() {
		t.Error("it does not show that it has the focus")
	}
	for _, tt := range []struct {
		key  fyne.KeyName
		want float32
	}{
		{fyne.KeyUp, 0}, {fyne.KeyPageDown, 90}, {fyne.KeySpace, 180}, {fyne.KeyPageUp, 90},
		{fyne.KeyEnd, 900}, {fyne.KeyDown, 900}, {fyne.KeyHome, 0}, {fyne.KeyEscape, 0},
	} {
		press(r, tt.key)
		if got := r.scroll.Offset.Y; got != tt.want {
			t.Errorf("%s scrolls to %g, want %g", tt.key, got, tt.want)
		}
	}
	press(r, fyne.KeyDown)
	if r.scroll.Offset.Y == 0 {
		t.Error("Down does not scroll")
	}
	r.ScrollToTop()
	if want := []fyne.KeyName{fyne.KeyEscape}; !slices.Equal(*keys, want) || r.scroll.Offset.Y != 0 {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
	if got := r.HeightFor(150); got != 1000 {
		t.Errorf("it needs a height of %g", got)
	}
}

func TestList(t *testing.T) {
	var chosen []int
	l := NewList(func() int { return 3 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
	l.OnSelected = func(i int) {
		chosen = append(chosen, i)
		l.UnselectAll()
	}
	w := show(t, l, fyne.NewSize(200, 200))
	keys := keysOf(w)
	w.Canvas().Focus(l)
	press(l, fyne.KeyReturn, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnter, fyne.KeyEscape)
	if want := []int{0, 1, 1}; !slices.Equal(chosen, want) {
		t.Errorf("the lines chosen are %v, want %v", chosen, want)
	}
	if want := []fyne.KeyName{fyne.KeyEscape}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
}

func TestMenuButton(t *testing.T) {
	n := 0
	items := []*fyne.MenuItem{fyne.NewMenuItem("one", func() { n++ }), fyne.NewMenuItem("two", func() { n += 10 })}
	NewMenuButton("beside no window", func() []*fyne.MenuItem { return items }) // is not opened
	b := NewMenuButton("What can be done", func() []*fyne.MenuItem { return items })
	w := show(t, b, fyne.NewSize(300, 200))
	w.Canvas().Focus(b)
	press(b, fyne.KeyReturn)
	list, ok := w.Canvas().Focused().(*menu)
	if !ok {
		t.Fatalf("the focus is on %T, want on the menu", w.Canvas().Focused())
	}
	press(list, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if n != 10 || w.Canvas().Focused() != b {
		t.Errorf("called %d, and the focus is on %T", n, w.Canvas().Focused())
	}
	test.Tap(b)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("a tap opens no menu")
	}
	list = w.Canvas().Focused().(*menu)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // its rune follows
	if n != 10 || w.Canvas().Focused() != list {
		t.Errorf("the key of Space called %d, and the focus is on %T", n, w.Canvas().Focused())
	}
	list.TypedRune(' ')
	if n != 11 || w.Canvas().Focused() != b || w.Canvas().Overlays().Top() != nil {
		t.Errorf("Space called %d, and the focus is on %T", n, w.Canvas().Focused())
	}
	if b.AccessibilityLabel() != "What can be done" || b.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("it says %q", b.AccessibilityLabel())
	}
}

func TestWrap(t *testing.T) {
	newApp(t)
	const size = 14
	style := fyne.TextStyle{}
	width := fyne.MeasureText("one two", size, style).Width + 1
	for _, tt := range []struct {
		text string
		most int
		want []string
	}{
		{"", 3, []string{""}},
		{"one", 3, []string{"one"}},
		{" one  two\nsix ", 3, []string{"one two", "six"}},
		{"one two one two", 2, []string{"one two", "one two"}},
		{"one two one two six", 2, []string{"one two", "one t…"}},
		{"one two six", 1, []string{"one t…"}},
	} {
		got := Wrap(tt.text, width, size, style, tt.most)
		if len(got) != len(tt.want) {
			t.Errorf("%q becomes %q, want %q", tt.text, got, tt.want)
			continue
		}
		for i, line := range got {
			if fyne.MeasureText(line, size, style).Width > width+0.5 {
				t.Errorf("the line %q of %q is too wide", line, tt.text)
			}
			if i < len(got)-1 && line != tt.want[i] {
				t.Errorf("%q becomes %q, want %q", tt.text, got, tt.want)
			}
		}
	}
	if got := Wrap("Donaudampfschifffahrt is long", width, size, style, 3); got[0] == "Donaudampfschifffahrt" || got[1] != "is long" {
		t.Errorf("a long word becomes %q", got)
	}
}

func TestLinkSpoken(t *testing.T) {
	l := NewLink("How?", func() {})
	if l.AccessibilityLabel() != "How?" || l.AccessibilityRole() != fyne.AccessibleRoleLink {
		t.Errorf("it says %q", l.AccessibilityLabel())
	}
	l.SetSpoken("How is the lean computed?")
	if l.AccessibilityLabel() != "How is the lean computed?" {
		t.Errorf("it says %q", l.AccessibilityLabel())
	}
}

func TestChoiceOptions(t *testing.T) {
	c := NewChoice([]string{"one", "two"}, func(int) { t.Error("called for what the user did not choose") })
	show(t, c, fyne.NewSize(300, 60))
	for _, options := range [][]string{{"a", "b", "c"}, {"a"}, nil, {"x", "y"}} {
		c.SetOptions(options, len(options)-1)
		if got := len(drawn[*canvas.Text](c)); got != len(options) || c.Chosen() != len(options)-1 {
			t.Errorf("%v shows %d texts, %d chosen", options, got, c.Chosen())
		}
	}
}
