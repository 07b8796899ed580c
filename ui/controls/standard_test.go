package controls

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
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

// They look as Fyne's own do.
func TestStandardLook(t *testing.T) {
	newApp(t)
	icon := theme.NavigateBackIcon()
	for name, pair := range map[string][2]fyne.CanvasObject{
		"button": {NewButton("words", nil), widget.NewButton("words", nil)},
		"icon":   {NewButtonWithIcon("", icon, nil), widget.NewButtonWithIcon("", icon, nil)},
		"check":  {NewCheck("words", nil), widget.NewCheck("words", nil)},
		"select": {NewSelect([]string{"words"}, nil), widget.NewSelect([]string{"words"}, nil)},
	} {
		ours := test.RenderObjectToMarkup(container.NewStack(pair[0]))
		fynes := test.RenderObjectToMarkup(container.NewStack(pair[1]))
		if strings.ReplaceAll(ours, "*controls.", "*widget.") != fynes {
			t.Errorf("%s is drawn\n%s\nand not\n%s", name, ours, fynes)
		}
	}
}

func TestCheck(t *testing.T) {
	newApp(t)
	var got []bool
	c := NewCheck("private", func(on bool) { got = append(got, on) })
	w := test.NewTempWindow(t, c)
	keys := keysOf(w)
	w.Canvas().Focus(c)
	press(c, fyne.KeySpace) // comes with the rune
	c.TypedRune(' ')
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
