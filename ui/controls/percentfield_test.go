package controls

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestPercentField(t *testing.T) {
	for _, tt := range []struct {
		name    string
		before  string
		typed   string
		pasted  string
		want    string
		refused []string
	}{
		{name: "digits", typed: "60", want: "60"},
		{name: "with its sign", typed: "60%", want: "60"},
		{name: "a letter", typed: "6o", want: "6", refused: []string{"o"}},
		{name: "a comma", typed: "3,5", want: "35", refused: []string{","}},
		{name: "a fourth digit", typed: "1000", want: "100", refused: []string{"0"}},
		{name: "a sign before it", typed: "-5", want: "5", refused: []string{"-"}},
		{name: "a paste", pasted: "60", want: "60"},
		{name: "a paste with its sign", pasted: " 60\u00a0%\n", want: "60"},
		{name: "a paste of a sign", pasted: "%", want: ""},
		{name: "a paste of words", pasted: "sixty", refused: []string{"sixty"}},
		{name: "a paste of a fraction", pasted: "33.3%", refused: []string{"33.3%"}},
		{name: "a paste of too much", pasted: "101", refused: []string{"101"}},
		{name: "a paste of less than nothing", pasted: "-5", refused: []string{"-5"}},
		{name: "a paste behind a number", before: "10", pasted: "60", want: "10", refused: []string{"60"}},
		{name: "a paste of other digits", pasted: "٦٠", refused: []string{"٦٠"}},
		{name: "a long paste", pasted: strings.Repeat("6", 10<<20), refused: []string{strings.Repeat("6", 10<<20)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := NewPercentField()
			var refused []string
			f.OnCut = func(rest string) { refused = append(refused, rest) }
			w := show(t, f, fyne.NewSize(80, 40))
			w.Canvas().Focus(f)
			test.Type(f, tt.before+tt.typed)
			if tt.pasted != "" {
				c := test.NewClipboard()
				c.SetContent(tt.pasted)
				f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
			}
			if f.Text != tt.want || !slices.Equal(refused, tt.refused) {
				t.Errorf("the field has %q and refused %.40q, want %q and %.40q", f.Text, refused, tt.want, tt.refused)
			}
		})
	}
}

// Up and Down step a field that can be stepped, and select it, so that a digit
// begins a new number.
func TestFieldSteps(t *testing.T) {
	f := NewPercentField()
	w := show(t, f, fyne.NewSize(80, 40))
	w.Canvas().Focus(f)
	var steps []int
	f.OnStep = func(by int) {
		steps = append(steps, by)
		f.SetText("35")
	}
	press(f, fyne.KeyUp, fyne.KeyDown)
	test.Type(f, "7")
	if !slices.Equal(steps, []int{1, -1}) || f.Text != "7" {
		t.Errorf("the steps are %v and the field has %q", steps, f.Text)
	}
	f.Disable()
	if press(f, fyne.KeyUp); len(steps) != 2 {
		t.Error("a field that is disabled takes a step")
	}
}

// A caption is below a field, or next to it where there is room for both.
func TestCaptioned(t *testing.T) {
	for _, tt := range []struct{ width, field, x, y float32 }{
		{60, 60, 0, 38}, {140, 140, 0, 38}, {300, 80, 88, 0},
	} {
		newApp(t)
		field, caption := block(40, 36), NewColored("tech lead and so on", ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
		c := NewCaptioned(field, caption)
		c.Resize(fyne.NewSize(tt.width, 100))
		wantBox(t, "the field", field, 0, 0, tt.field, 36)
		p := caption.Position()
		if p.X != tt.x || tt.y > 0 && p.Y != tt.y || tt.y == 0 && p.Y > 18 {
			t.Errorf("%v wide, the caption is at %v", tt.width, p)
		}
		height := 38 + caption.MinSize().Height
		if tt.x > 0 {
			height = max(36, caption.MinSize().Height)
		}
		wantSize(t, "the smallest height", fyne.NewSize(0, c.MinSize().Height), fyne.NewSize(0, height))
	}
}
