package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestPanel(t *testing.T) {
	content := block(20, 30)
	p := NewPanel(content, ColorSelected, theme.ColorNameInputBorder, 9, fyne.NewSize(18, 16))
	w := show(t, p, fyne.NewSize(200, 100))
	wantSize(t, "the smallest size", p.MinSize(), fyne.NewSize(20+2*18, 30+2*16))
	wantBox(t, "the content", content, 18, 16, 200-36, 100-32)
	box := drawn[*canvas.Rectangle](p)[0]
	wantBox(t, "the box", box, 0, 0, 200, 100)
	if box.FillColor != in(ColorSelected) || box.CornerRadius != 9 ||
		box.StrokeColor != in(theme.ColorNameInputBorder) || box.StrokeWidth != 1 {
		t.Errorf("the box is %+v", box)
	}
	content.SetMinSize(fyne.NewSize(40, 60))
	wantSize(t, "with larger content the size", p.MinSize(), fyne.NewSize(40+2*18, 60+2*16))
	w.Canvas().Capture()

	plain := NewPanel(block(1, 1), ColorCard, "", 0, fyne.NewSize(0, 0))
	if box := drawn[*canvas.Rectangle](plain)[0]; box.StrokeWidth != 0 || box.StrokeColor != nil {
		t.Errorf("a panel without border draws one: %+v", box)
	}
	if box := drawn[*canvas.Rectangle](NewCard(block(1, 1)))[0]; box.FillColor != in(ColorCard) {
		t.Errorf("a card has the ground %v", box.FillColor)
	}
}

// Text in a flush label begins where text without a label's padding does.
func TestFlush(t *testing.T) {
	newApp(t)
	label := widget.NewLabel("words")
	f := Flush(label)
	pad := theme.InnerPadding()
	if pad == 0 {
		t.Fatal("this theme has no padding to take away")
	}
	wantSize(t, "the smallest size", f.MinSize(), label.MinSize().SubtractWidthHeight(2*pad, 2*pad))
	f.Resize(fyne.NewSize(120, 40))
	wantBox(t, "the label", label, -pad, -pad, 120+2*pad, 40+2*pad)
}

func TestGap(t *testing.T) {
	wantSize(t, "a gap", Gap(13).MinSize(), fyne.NewSize(0, 13))
}

func TestLabels(t *testing.T) {
	newApp(t)
	if l := Title("words", theme.SizeNameHeadingText); !l.TextStyle.Bold || l.SizeName != theme.SizeNameHeadingText || l.Wrapping != fyne.TextWrapOff {
		t.Errorf("a title is %+v", l)
	}
	if l := Heading("words", theme.SizeNameHeadingText); !l.TextStyle.Bold || l.Wrapping != fyne.TextWrapWord {
		t.Errorf("a heading is %+v", l)
	}
	if l := Body("words"); l.TextStyle.Bold || l.Wrapping != fyne.TextWrapWord {
		t.Errorf("a body is %+v", l)
	}
	if l := Caption("words"); l.SizeName != theme.SizeNameCaptionText || l.Importance != widget.LowImportance || l.Wrapping != fyne.TextWrapWord {
		t.Errorf("a caption is %+v", l)
	}
}

func TestHint(t *testing.T) {
	newApp(t)
	h := NewHint(widget.DangerImportance)
	column := container.New(&Flow{GapY: 5}, block(50, 20), h.Content())
	height := func() float32 { return column.MinSize().Height }
	if h.Content().Visible() || h.label.Text != "" || height() != 20 {
		t.Errorf("at first it says %q and the column is %v high", h.label.Text, height())
	}
	h.Show("No room.")
	if !h.Content().Visible() || h.label.Text != "No room." {
		t.Errorf("says %q, visible %v", h.label.Text, h.Content().Visible())
	}
	if h.label.Importance != widget.DangerImportance {
		t.Error("it lost its importance")
	}
	h.Show("")
	if h.Content().Visible() || h.label.Text != "" || height() != 20 {
		t.Errorf("after saying nothing it says %q and the column is %v high", h.label.Text, height())
	}
}

func TestFramed(t *testing.T) {
	content := block(20, 30)
	f := Framed(content).(*Panel)
	show(t, f, fyne.NewSize(200, 100))
	wantBox(t, "the content", content, 1, 1, 198, 98)
	if box := drawn[*canvas.Rectangle](f)[0]; box.StrokeColor != in(theme.ColorNameInputBorder) {
		t.Errorf("the frame has the color %v", box.StrokeColor)
	}
}

// A theme may lack the colors of this package. Fyne's own then gives
// none at all, and what has no color is not seen; it must not end the program.
func TestColoursThatThemeLacks(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.DefaultTheme())
	choice := NewChoice([]string{"a", "b"}, nil)
	item := NewNavItem("Page", nil)
	nav := NewNav(item, item)
	nav.Select(item)
	split := NewSplitBar([3]fyne.ThemeColorName{"x", "y", "z"}, "", nil)
	split.Set(20, 60)
	w := test.NewTempWindow(t, Stack(4, choice, nav, split, NewCard(NewLink("link", nil)),
		NewColored("words", ColorMuted, theme.SizeNameText, fyne.TextStyle{}), NewDeviation(0.5, "x"),
		NewGlyph(Circle, "x"), NewGlyph(Square, "x"), NewGlyph(Diamond, "x"), NewSquares(5, "x", nil), NewScale("x", "y", nil), NewBars("x", "y")))
	for range 8 {
		w.Canvas().FocusNext()
		if w.Canvas().Capture() == nil {
			t.Fatal("nothing was drawn")
		}
	}
	if _, _, _, a := themed(choice, ColorCard).RGBA(); a != 0 {
		t.Errorf("a color that the theme lacks has alpha %d", a)
	}
}
