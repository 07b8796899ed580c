package controls

import (
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestButton(t *testing.T) {
	newApp(t)
	n := 0
	b := NewButton("Add", func() { n++ })
	w := test.NewTempWindow(t, b)
	keys := keysOf(w)
	w.Canvas().Focus(b)
	press(b, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter)
	if n != 3 {
		t.Errorf("pressed %d times with three keys", n)
	}
	if w.Canvas().Focused() != fyne.Focusable(b) {
		t.Error("a button that was pressed with a key lost the focus")
	}
	test.Tap(b)
	if n != 4 {
		t.Errorf("pressed %d times after a tap", n)
	}
	b.Disable()
	press(b, fyne.KeySpace, fyne.KeyReturn)
	test.Tap(b)
	if n != 4 {
		t.Error("pressed while it was disabled")
	}
	press(b, fyne.KeyEscape)
	if want := []fyne.KeyName{fyne.KeyEscape}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
	press(NewButton("of no use", nil), fyne.KeyReturn)
}

// The focus is a ring around a control, and changes nothing else about it.
func TestFocusIsARing(t *testing.T) {
	newApp(t)
	high := NewButton("words", nil)
	high.Importance = widget.HighImportance
	for name, c := range map[string]interface {
		fyne.Widget
		fyne.Focusable
	}{
		"button":       NewButton("words", nil),
		"first button": high,
		"icon":         NewButtonWithIcon("", theme.NavigateBackIcon(), nil),
		"check":        NewCheck("words", nil),
		"select":       NewSelect([]string{"words"}, nil),
		"link":         NewLink("words", nil),
		"chip":         NewChip("words", ChipUnderstood),
		"answers":      NewAnswers([]string{"words"}, nil),
		"choice":       NewChoice([]string{"words"}, nil),
	} {
		t.Run(name, func(t *testing.T) {
			w := test.NewTempWindow(t, container.NewCenter(c))
			w.Resize(fyne.NewSize(300, 200))
			fills := func() (all []color.Color) {
				for _, box := range drawn[*canvas.Rectangle](c) {
					all = append(all, box.FillColor)
				}
				for _, o := range drawn[*canvas.Circle](c) {
					all = append(all, o.FillColor)
				}
				return all
			}
			ringed := func() bool {
				return slices.ContainsFunc(drawn[*canvas.Rectangle](c), func(box *canvas.Rectangle) bool {
					return box.Visible() && box.StrokeWidth == 2 && box.StrokeColor == in(theme.ColorNamePrimary) && box.Position().X == -4
				})
			}
			before := fills()
			if ringed() {
				t.Error("there is a ring without focus")
			}
			w.Canvas().Focus(c)
			if !ringed() || !slices.Equal(fills(), before) {
				t.Errorf("with the focus there is a ring: %v; fills were %v and are %v", ringed(), before, fills())
			}
			if w.Canvas().Unfocus(); ringed() {
				t.Error("the ring stays")
			}
		})
	}
}

func TestButtonColors(t *testing.T) {
	for _, tt := range []struct {
		name       string
		importance widget.Importance
		change     func(b *Button)
		fill, ink  fyne.ThemeColorName
	}{
		{"at rest", widget.MediumImportance, func(*Button) {}, ColorCard, theme.ColorNameForeground},
		{"under the pointer", widget.MediumImportance, func(b *Button) { b.MouseIn(nil) }, ColorLit, theme.ColorNameForeground},
		{"left by the pointer", widget.MediumImportance, func(b *Button) { b.MouseIn(nil); b.MouseOut() }, ColorCard, theme.ColorNameForeground},
		{"disabled", widget.MediumImportance, func(b *Button) { b.Disable() }, "", theme.ColorNameDisabled},
		{"first", widget.HighImportance, func(*Button) {}, theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary},
		{"first, disabled", widget.HighImportance, func(b *Button) { b.Disable() }, theme.ColorNameDisabledButton, theme.ColorNameDisabled},
		{"quiet", widget.LowImportance, func(*Button) {}, "", theme.ColorNameForeground},
		{"quiet, under the pointer", widget.LowImportance, func(b *Button) { b.MouseIn(nil) }, ColorLit, theme.ColorNameForeground},
	} {
		t.Run(tt.name, func(t *testing.T) {
			newApp(t)
			b := NewButtonWithIcon("words", theme.NavigateBackIcon(), nil)
			b.Importance = tt.importance
			test.NewTempWindow(t, container.NewCenter(b))
			tt.change(b)
			want := color.Color(color.Transparent)
			if tt.fill != "" {
				want = in(tt.fill)
			}
			box, text := drawn[*canvas.Rectangle](b)[1], drawn[*canvas.Text](b)[0]
			if box.FillColor != want || text.Color != in(tt.ink) {
				t.Errorf("filled with %v, want %v; ink %v, want %v", box.FillColor, want, text.Color, in(tt.ink))
			}
			if h := b.MinSize().Height; h < 32 {
				t.Errorf("%v high", h)
			}
		})
	}
}

// A first button under the pointer is darker, and not lighter as one that is
// disabled.
func TestFirstButtonUnderThePointer(t *testing.T) {
	newApp(t)
	b := NewButton("words", nil)
	b.Importance = widget.HighImportance
	b.MouseIn(nil)
	if got, want := drawn[*canvas.Rectangle](b)[1].FillColor, deeper(in(theme.ColorNamePrimary)); got != want {
		t.Errorf("filled with %v, want %v", got, want)
	}
}

func TestHiddenCheckLosesTheFocus(t *testing.T) {
	newApp(t)
	c := NewCheck("words", nil)
	w := test.NewTempWindow(t, c)
	w.Canvas().Focus(c)
	if c.Hide(); w.Canvas().Focused() != nil {
		t.Error("what is hidden has the focus")
	}
}

func TestCheck(t *testing.T) {
	newApp(t)
	var got []bool
	c := NewCheck("private", func(on bool) { got = append(got, on) })
	w := test.NewTempWindow(t, c)
	keys := keysOf(w)
	w.Canvas().Focus(c)
	press(c, fyne.KeySpace)
	test.Tap(c)
	if want := []bool{true, false}; !slices.Equal(got, want) {
		t.Errorf("reported %v, want %v", got, want)
	}
	press(c, fyne.KeyEscape, fyne.KeyReturn)
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
}

func TestSelect(t *testing.T) {
	newApp(t)
	var got []string
	s := NewSelect([]string{"a", "b"}, func(option string) { got = append(got, option) })
	w := test.NewTempWindow(t, s)
	keys := keysOf(w)
	w.Canvas().Focus(s)
	press(s, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if want := []string{"a", "b", "a"}; !slices.Equal(got, want) {
		t.Errorf("reported %v, want %v", got, want)
	}
	press(s, fyne.KeyEscape, fyne.KeyReturn)
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("the list is open without a key for it")
	}
	press(s, fyne.KeySpace)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("Space does not open the list")
	}
}

func TestCheckWraps(t *testing.T) {
	newApp(t)
	c := NewCheck("Show what gave and took energy", nil)
	w := test.NewTempWindow(t, Stack(0, c))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 200))
	one := c.MinSize()
	if lines := len(drawn[*canvas.Text](c)); lines != 1 || one.Height != 32 || c.PreferredWidth() <= one.Width {
		t.Errorf("with room there are %d lines, %v high, and it prefers %v", lines, one.Height, c.PreferredWidth())
	}
	w.Resize(fyne.NewSize(150, 200))
	texts := drawn[*canvas.Text](c)
	if len(texts) < 2 || c.MinSize().Height <= one.Height {
		t.Errorf("in 150 there are %d lines, %v high", len(texts), c.MinSize().Height)
	}
	for _, text := range texts {
		if end := text.Position().X + text.MinSize().Width; end > 150 {
			t.Errorf("%q ends at %v", text.Text, end)
		}
	}
	test.TapCanvas(w.Canvas(), texts[len(texts)-1].Position().AddXY(5, 5))
	if !c.Checked {
		t.Error("a tap on its last line does not check it")
	}
}
