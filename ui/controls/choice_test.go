package controls

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// letters returns a choice among five pills a little wider than 50, as wide as
// pillWidth returns, and 32 high, and what it reports.
func letters(t *testing.T, width float32) (*Choice, *[]int, fyne.Window) {
	t.Helper()
	var got []int
	newApp(t)
	c := NewChoice([]string{"mm", "mm", "mm", "mm", "mm"}, func(i int) { got = append(got, i) })
	w := test.NewTempWindow(t, c)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 200))
	return c, &got, w
}

func pillWidth(c *Choice) float32 {
	return fyne.MeasureText("mm", c.textSize(), fyne.TextStyle{Bold: true}).Width + 24
}

func TestChoiceGeometry(t *testing.T) {
	newApp(t)
	pill := pillWidth(NewChoice(nil, nil))
	all := 5*pill + 4*8
	type place struct{ column, row float32 }
	for _, tt := range []struct {
		name  string
		width float32
		want  []place
	}{
		{"one row with room", 400, []place{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}},
		{"one row exactly", all, []place{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}},
		{"a pixel short", all - 1, []place{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {0, 1}}},
		{"three rows", 2*pill + 8, []place{{0, 0}, {1, 0}, {0, 1}, {1, 1}, {0, 2}}},
		{"a row each", pill, []place{{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 4}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, _, _ := letters(t, tt.width)
			pills, texts := drawn[*canvas.Rectangle](c), drawn[*canvas.Text](c)
			for i, want := range tt.want {
				x, y := want.column*(pill+8), want.row*40
				wantBox(t, "pill "+strconv.Itoa(i), pills[i], x, y, pill, 32)
				size := texts[i].MinSize()
				wantBox(t, "text "+strconv.Itoa(i), texts[i], x+(pill-size.Width)/2, y+(32-size.Height)/2, size.Width, size.Height)
			}
			last := tt.want[len(tt.want)-1]
			wantSize(t, "the smallest size", c.MinSize(), fyne.NewSize(pill, last.row*40+32))
			if got := c.PreferredWidth(); !near(got, all) {
				t.Errorf("the preferred width is %v, want %v whatever the width is", got, all)
			}
		})
	}
}

func TestChoiceGrowsWithItsTexts(t *testing.T) {
	newApp(t)
	c := NewChoice([]string{"short", "very much longer"}, nil)
	size := c.textSize()
	text := func(s string) fyne.Size { return fyne.MeasureText(s, size, fyne.TextStyle{Bold: true}) }
	want := text("short").Width + 24 + 8 + text("very much longer").Width + 24
	if got := c.PreferredWidth(); !near(got, want) {
		t.Errorf("the preferred width is %v, want %v", got, want)
	}
	if got, want := c.MinSize().Width, text("very much longer").Width+24; !near(got, want) {
		t.Errorf("the smallest width is %v, want that of the widest pill, %v", got, want)
	}
	before := c.PreferredWidth()
	bigger(6)
	if got := c.PreferredWidth(); got <= before {
		t.Errorf("with larger text the preferred width went from %v to %v", before, got)
	}
}

func TestChoiceTap(t *testing.T) {
	for _, tt := range []struct {
		name     string
		optional bool
		taps     []fyne.Position
		want     []int
	}{
		{"middle of a pill", false, []fyne.Position{{X: 79, Y: 15}}, []int{1}},
		{"first pixel", false, []fyne.Position{{X: 59.6, Y: 0}}, []int{1}},
		{"last pixel", false, []fyne.Position{{X: 107.9, Y: 31.9}}, []int{1}},
		{"gap between pills", false, []fyne.Position{{X: 54, Y: 15}}, nil},
		{"below the pills", false, []fyne.Position{{X: 10, Y: 33}}, nil},
		{"right of the pills", false, []fyne.Position{{X: 300, Y: 15}}, nil},
		{"another", false, []fyne.Position{{X: 10, Y: 15}, {X: 250, Y: 15}}, []int{0, 4}},
		{"the same again", false, []fyne.Position{{X: 10, Y: 15}, {X: 12, Y: 15}}, []int{0}},
		{"the same again, optional", true, []fyne.Position{{X: 10, Y: 15}, {X: 12, Y: 15}}, []int{0, -1}},
		{"beside the pills, optional", true, []fyne.Position{{X: 300, Y: 15}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, got, w := letters(t, 400)
			c.Optional = tt.optional
			for _, p := range tt.taps {
				test.TapCanvas(w.Canvas(), p)
			}
			if !slices.Equal(*got, tt.want) {
				t.Errorf("reported %v, want %v", *got, tt.want)
			}
			if chosen := append([]int{-1}, tt.want...); c.Chosen() != chosen[len(chosen)-1] {
				t.Errorf("%d is chosen, want %d", c.Chosen(), chosen[len(chosen)-1])
			}
			if w.Canvas().Focused() != fyne.Focusable(c) {
				t.Error("a tap did not give it the focus")
			}
		})
	}
}

func TestChoiceKeys(t *testing.T) {
	for _, tt := range []struct {
		name     string
		chosen   int
		optional bool
		keys     []fyne.KeyName
		want     []int
	}{
		{"right", 1, false, []fyne.KeyName{fyne.KeyRight}, []int{2}},
		{"down", 1, false, []fyne.KeyName{fyne.KeyDown}, []int{2}},
		{"left", 1, false, []fyne.KeyName{fyne.KeyLeft}, []int{0}},
		{"up", 1, false, []fyne.KeyName{fyne.KeyUp}, []int{0}},
		{"right at the end", 4, false, []fyne.KeyName{fyne.KeyRight}, nil},
		{"left at the start", 0, false, []fyne.KeyName{fyne.KeyLeft}, nil},
		{"home", 3, false, []fyne.KeyName{fyne.KeyHome}, []int{0}},
		{"end", 1, false, []fyne.KeyName{fyne.KeyEnd}, []int{4}},
		{"home without a choice", -1, false, []fyne.KeyName{fyne.KeyHome}, []int{0}},
		{"end without a choice", -1, false, []fyne.KeyName{fyne.KeyEnd}, []int{4}},
		{"right without a choice begins in the middle", -1, false, []fyne.KeyName{fyne.KeyRight, fyne.KeyRight}, []int{2, 3}},
		{"left without a choice begins in the middle", -1, false, []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft}, []int{2, 1}},
		{"space without a choice", -1, false, []fyne.KeyName{fyne.KeySpace}, []int{2}},
		{"space keeps a choice", 1, true, []fyne.KeyName{fyne.KeySpace}, nil},
		{"backspace keeps a choice", 1, false, []fyne.KeyName{fyne.KeyBackspace}, nil},
		{"backspace, optional", 1, true, []fyne.KeyName{fyne.KeyBackspace, fyne.KeyBackspace}, []int{-1}},
		{"delete, optional", 1, true, []fyne.KeyName{fyne.KeyDelete}, []int{-1}},
		{"home on the first, optional", 0, true, []fyne.KeyName{fyne.KeyHome}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, got, _ := letters(t, 400)
			c.Optional = tt.optional
			c.SetChosen(tt.chosen)
			press(c, tt.keys...)
			if !slices.Equal(*got, tt.want) {
				t.Errorf("reported %v, want %v", *got, tt.want)
			}
		})
	}
}

func TestChoiceDigits(t *testing.T) {
	c, got, _ := letters(t, 400)
	c.Optional = true
	test.Type(c, "1550629xé２")
	if want := []int{0, 4, 1}; !slices.Equal(*got, want) {
		t.Errorf("reported %v, want %v: a digit chooses and never takes back", *got, want)
	}
}

func TestChoiceEnterAndEscape(t *testing.T) {
	c, got, w := letters(t, 400)
	keys := keysOf(w)
	press(c, fyne.KeyReturn, fyne.KeyEnter) // nobody listens
	submits := 0
	c.OnSubmit = func() { submits++ }
	press(c, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape, fyne.KeyF1)
	if submits != 2 || len(*got) != 0 {
		t.Errorf("submitted %d times and reported %v, want 2 times and nothing", submits, *got)
	}
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
}

func TestChoiceSetChosenIsSilent(t *testing.T) {
	c, got, _ := letters(t, 400)
	c.SetChosen(3)
	if c.Chosen() != 3 || len(*got) != 0 {
		t.Errorf("%d is chosen and %v reported, want 3 and nothing", c.Chosen(), *got)
	}
}

func TestChoiceColours(t *testing.T) {
	c, _, w := letters(t, 400)
	pills, texts := drawn[*canvas.Rectangle](c), drawn[*canvas.Text](c)
	c.SetChosen(1)
	test.MoveMouse(w.Canvas(), fyne.NewPos(120, 10))
	for i, want := range []fyne.ThemeColorName{ColorCard, ColorSelected, ColorLit, ColorCard, ColorCard} {
		if pills[i].FillColor != in(want) {
			t.Errorf("pill %d is filled with %v, want %s", i, pills[i].FillColor, want)
		}
	}
	if texts[1].Color != in(ColorOnSelected) || texts[2].Color != in(theme.ColorNameForeground) {
		t.Error("the texts cannot be read on their pills")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(79, 10)) // over the chosen one
	if pills[1].FillColor != in(ColorSelected) || pills[2].FillColor != in(ColorCard) {
		t.Error("hovering the chosen pill hides that it is chosen, or the pill left keeps its color")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 10))
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 190))
	c.MouseOut()
	if pills[0].FillColor != in(ColorCard) {
		t.Error("a pill keeps the color of hovering when the pointer has left")
	}
}

func TestChoiceFocusRing(t *testing.T) {
	c, _, w := letters(t, 400)
	pills := drawn[*canvas.Rectangle](c)
	ring := pills[len(pills)-1]
	if ring.Visible() {
		t.Error("there is a ring without focus")
	}
	w.Canvas().Focus(c)
	if wantBox(t, "the ring while none is chosen", ring, -4, -4, 5*pillWidth(c)+4*8+8, 32+8); !ring.Visible() {
		t.Error("there is no ring")
	}
	c.SetChosen(2)
	wantBox(t, "the ring around the chosen one", ring, 2*(pillWidth(c)+8)-4, -4, pillWidth(c)+8, 32+8)
	if w.Canvas().Unfocus(); ring.Visible() {
		t.Error("the ring stays when the focus has left")
	}
}

func TestChoiceWithoutOptions(t *testing.T) {
	newApp(t)
	c := NewChoice(nil, func(i int) { t.Errorf("chose %d of nothing", i) })
	press(c, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeySpace)
	c.TypedRune('1')
	wantSize(t, "no pills", c.MinSize(), fyne.NewSize(0, 0))
}
