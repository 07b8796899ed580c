package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// tipOf returns the words of the tip on a window, and the place of its ground.
func tipOf(w fyne.Window) (text string, at fyne.Position, size fyne.Size) {
	layer := w.Canvas().Content().(*fyne.Container).Objects[1].(*tips)
	r := test.WidgetRenderer(layer).(*tipsRenderer)
	if r.ground.Visible() != (layer.text != "") || r.text.Visible() != r.ground.Visible() {
		return "half of a tip", at, size
	}
	return layer.text, r.ground.Position(), r.ground.Size()
}

func TestTipPlace(t *testing.T) {
	for _, tt := range []struct {
		name string
		at   fyne.Position
		want func(tip fyne.Size) fyne.Position
	}{
		{"above the middle", fyne.NewPos(180, 100), func(tip fyne.Size) fyne.Position {
			return fyne.NewPos(200-tip.Width/2, 100-6-tip.Height)
		}},
		{"below where there is no room", fyne.NewPos(180, 10), func(tip fyne.Size) fyne.Position {
			return fyne.NewPos(200-tip.Width/2, 10+20+6)
		}},
		{"inside the left edge", fyne.NewPos(0, 100), func(tip fyne.Size) fyne.Position {
			return fyne.NewPos(6, 100-6-tip.Height)
		}},
		{"inside the right edge", fyne.NewPos(360, 100), func(tip fyne.Size) fyne.Position {
			return fyne.NewPos(400-6-tip.Width, 100-6-tip.Height)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			newApp(t)
			o := block(40, 20)
			w := test.NewTempWindow(t, WithTips(container.NewWithoutLayout(o)))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(400, 300))
			o.Resize(fyne.NewSize(40, 20))
			o.Move(tt.at)
			ShowTip(o, fyne.Position{}, o.Size(), "Week 39, 5 moments")
			text, at, size := tipOf(w)
			if want := tt.want(size); text != "Week 39, 5 moments" || !near(at.X, want.X) || !near(at.Y, want.Y) {
				t.Errorf("the tip %q is at %v, want %v", text, at, want)
			}
			if ShowTip(o, fyne.Position{}, o.Size(), ""); !hidden(w) {
				t.Error("a tip without words is shown")
			}
			ShowTip(o, fyne.Position{}, o.Size(), "again")
			if HideTip(o); !hidden(w) {
				t.Error("a hidden tip is shown")
			}
		})
	}
}

func hidden(w fyne.Window) bool {
	text, _, _ := tipOf(w)
	return text == ""
}

// A tip does not stay over what a key scrolled away.
func TestKeysThatScrollHideTheTip(t *testing.T) {
	newApp(t)
	o := block(40, 20)
	w := test.NewTempWindow(t, WithTips(NewVScroll(container.NewVBox(o, Gap(900)))))
	w.Resize(fyne.NewSize(400, 300))
	ShowTip(o, fyne.Position{}, o.Size(), "Week 39, 5 moments")
	if ScrollKey(w.Canvas(), fyne.KeyEnd); !hidden(w) {
		t.Error("the tip stays")
	}
}

// A tip takes neither the pointer nor the keys of what it covers.
func TestTipReactsToNothing(t *testing.T) {
	newApp(t)
	tapped := 0
	b := NewButton("Press", func() { tapped++ })
	w := test.NewTempWindow(t, WithTips(b))
	w.Resize(fyne.NewSize(400, 300))
	ShowTip(b, fyne.NewPos(0, 150), fyne.NewSize(400, 20), "Press")
	_, at, _ := tipOf(w)
	test.TapCanvas(w.Canvas(), at.AddXY(3, 3))
	w.Canvas().FocusNext()
	if tapped != 1 || w.Canvas().Focused() != fyne.Focusable(b) {
		t.Errorf("the button below a tip was tapped %d times and the focus is on %T", tapped, w.Canvas().Focused())
	}
}

// A window without the layer shows no tip, and nothing fails.
func TestTipWithoutLayer(t *testing.T) {
	o := block(40, 20)
	show(t, container.NewStack(o), fyne.NewSize(100, 100))
	ShowTip(o, fyne.Position{}, o.Size(), "words")
	HideTip(o)
}
