package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// chipsOf shows a row of chips that report what happens to them.
func chipsOf(t *testing.T, texts ...string) (row *ChipRow, w fyne.Window, did *[]string) {
	t.Helper()
	did = new([]string)
	newApp(t)
	row = NewChipRow()
	var chips []*Chip
	for _, text := range texts {
		c := NewChip(text, ChipUnderstood)
		c.OnTapped = func() { *did = append(*did, "tap "+text) }
		c.OnRemove = func() { *did = append(*did, "remove "+text) }
		chips = append(chips, c)
	}
	row.Show(chips)
	w = test.NewTempWindow(t, row.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 100))
	return row, w, did
}

func TestChipKeys(t *testing.T) {
	row, w, did := chipsOf(t, "#a")
	up := keysOf(w)
	c := row.Chips()[0]
	w.Canvas().Focus(c)
	press(c, fyne.KeyReturn, fyne.KeySpace, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyEscape)
	if want := []string{"tap #a", "tap #a", "remove #a", "remove #a"}; !slices.Equal(*did, want) {
		t.Errorf("the keys did %v, want %v", *did, want)
	}
	if !slices.Equal(*up, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("the window got %v", *up)
	}
	c.OnTapped, c.OnRemove = nil, nil
	press(c, fyne.KeyReturn, fyne.KeyBackspace)
	test.Tap(c)
}

func TestChipIsRemovedByItsCross(t *testing.T) {
	row, _, did := chipsOf(t, "#checkout")
	c := row.Chips()[0]
	for _, x := range []float32{2, c.Size().Width - chipCross - 1, c.Size().Width - chipCross + 1, c.Size().Width - 2} {
		c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 16)})
	}
	if want := []string{"tap #checkout", "tap #checkout", "remove #checkout", "remove #checkout"}; !slices.Equal(*did, want) {
		t.Errorf("the clicks did %v, want %v", *did, want)
	}
}

func TestChipArrowsLeadAlongTheRow(t *testing.T) {
	row, w, _ := chipsOf(t, "a", "b", "c")
	w.Canvas().Focus(row.Chips()[1])
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyLeft, 0}, {fyne.KeyLeft, 0}, {fyne.KeyRight, 1}, {fyne.KeyRight, 2}, {fyne.KeyRight, 2}} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := slices.Index(row.Chips(), w.Canvas().Focused().(*Chip)); got != step.want {
			t.Fatalf("%s leads to chip %d, want %d", step.key, got, step.want)
		}
	}
	press(NewChip("alone", ChipGuess), fyne.KeyLeft)
}

func TestChipStates(t *testing.T) {
	row, w, _ := chipsOf(t, "#a")
	c := row.Chips()[0]
	r := test.WidgetRenderer(c).(*chipRenderer)
	w.Canvas().Focus(c)
	for _, tt := range []struct {
		state              ChipState
		dashed, sign, bold bool
		fill               fyne.ThemeColorName
	}{
		{ChipUnderstood, false, false, false, ColorSelected},
		{ChipGuess, true, false, false, ColorCard},
		{ChipTrouble, false, true, true, ColorCard},
	} {
		c.Set("#b", tt.state)
		if r.edge.Visible() != tt.dashed || r.sign.Visible() != tt.sign || r.text.TextStyle.Bold != tt.bold || r.box.FillColor != in(tt.fill) {
			t.Errorf("state %d: dashed %v, sign %v, bold %v, fill %v", tt.state, r.edge.Visible(), r.sign.Visible(), r.text.TextStyle.Bold, r.box.FillColor)
		}
		if !r.ring.Visible() || r.text.Text != "#b" {
			t.Errorf("state %d: no ring around %q", tt.state, r.text.Text)
		}
		if size := c.MinSize(); size.Height < 32 || !near(r.box.Size().Height, 28) {
			t.Errorf("state %d: %v high for the pointer, %v drawn", tt.state, size.Height, r.box.Size().Height)
		}
	}
	plain := c.MinSize().Width
	c.Set("#b", ChipGuess)
	guess := c.MinSize().Width
	c.SetGlyph(Circle, "left")
	if c.MinSize().Width <= guess {
		t.Error("the glyph takes no room")
	}
	c.SetGlyph(Circle, "")
	if c.MinSize().Width != guess || plain == guess {
		t.Error("without the glyph its room is still taken")
	}
	if w.Canvas().Unfocus(); r.ring.Visible() {
		t.Error("the ring stays")
	}
}

func TestChipTip(t *testing.T) {
	newApp(t)
	c := NewChip("#a", ChipGuess)
	c.SetTip("a tag")
	w := test.NewTempWindow(t, WithTips(c))
	w.Resize(fyne.NewSize(200, 100))
	shown := func(want string) {
		t.Helper()
		if got, _, _ := tipOf(w); got != want {
			t.Errorf("the tip is %q, want %q", got, want)
		}
	}
	w.Canvas().Focus(c)
	shown("a tag")
	w.Canvas().Unfocus()
	shown("")
	c.MouseIn(at(1, 1))
	shown("a tag")
	c.MouseOut()
	shown("")
}
