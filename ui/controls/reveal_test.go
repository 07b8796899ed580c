package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

func TestHiddenBy(t *testing.T) {
	for _, tt := range []struct {
		name                    string
		top, height, view, want float32
	}{
		{name: "seen", top: 10, height: 20, view: 100, want: 0},
		{name: "seen, at the upper edge", top: 0, height: 20, view: 100, want: 0},
		{name: "seen, at the lower edge", top: 80, height: 20, view: 100, want: 0},
		{name: "cut off below", top: 81, height: 20, view: 100, want: 13},
		{name: "far below", top: 500, height: 20, view: 100, want: 432},
		{name: "cut off above", top: -1, height: 20, view: 100, want: -13},
		{name: "far above", top: -500, height: 20, view: 100, want: -512},
		{name: "higher than the view, below", top: 500, height: 200, view: 100, want: 488},
		{name: "higher than the view, above", top: -500, height: 200, view: 100, want: -512},
		{name: "as high as the view", top: 500, height: 95, view: 100, want: 488},
		{name: "higher than the view, shown already", top: 12, height: 200, view: 100, want: 0},
	} {
		if got := hiddenBy(tt.top, tt.height, tt.view); got != tt.want {
			t.Errorf("%s: scrolls by %v, want %v", tt.name, got, tt.want)
		}
	}
}

// seen reports whether all of an object is in the view of a scroll.
func seen(o fyne.CanvasObject, s *Scroll) bool {
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s).Y
	return top >= 0 && top+o.Size().Height <= s.Size().Height
}

// page returns a scroll, 200 high, over all kinds of controls far apart, in the
// containers that pages are made of.
func page(t *testing.T) (*Scroll, []fyne.Focusable, fyne.Window) {
	t.Helper()
	newApp(t)
	controls := []fyne.CanvasObject{
		NewLink("link", nil), NewChoice([]string{"a", "b"}, nil), NewNav(NewNavItem("nav", nil)),
		NewTextField(false, 10, upper), NewTextField(true, 10, upper),
		NewButton("button", nil), NewCheck("check", nil), NewSelect([]string{"a"}, nil),
	}
	var rows []fyne.CanvasObject
	var focusables []fyne.Focusable
	for i, c := range controls {
		in := []fyne.CanvasObject{NewCard(Stack(3, c)), container.NewBorder(c, nil, nil, nil), container.NewStack(NewPanel(NewCard(c), ColorCard, "", 0, fyne.NewSize(9, 9)))}
		rows = append(rows, in[i%3], Gap(300))
		focusables = append(focusables, c.(fyne.Focusable))
	}
	scroll := NewVScroll(container.New(layout.NewCustomPaddedLayout(20, 20, 10, 10), Stack(5, rows...)))
	head := NewLink("above the scroll", nil)
	// Not NewBorder, which puts the middle first, for Tab as well.
	w := test.NewTempWindow(t, container.New(layout.NewBorderLayout(head, nil, nil, nil), head, scroll))
	w.Resize(fyne.NewSize(400, 200))
	return scroll, append([]fyne.Focusable{head}, focusables...), w
}

func TestTabRevealsEveryControl(t *testing.T) {
	scroll, controls, w := page(t)
	check := func(want fyne.Focusable) {
		t.Helper()
		if w.Canvas().Focused() != want {
			t.Fatalf("%T has the focus, want %T", w.Canvas().Focused(), want)
		}
		if want != controls[0] && !seen(want.(fyne.CanvasObject), scroll) {
			t.Errorf("%T has the focus and is not seen", want)
		}
	}
	for _, c := range controls {
		w.Canvas().FocusNext()
		check(c)
	}
	for _, c := range slices.Backward(controls[:len(controls)-1]) {
		w.Canvas().FocusPrevious()
		check(c)
	}
}

func TestRevealScrollsOnlyWhatIsHidden(t *testing.T) {
	scroll, controls, w := page(t)
	w.Canvas().Focus(controls[1])
	scroll.ScrollToOffset(fyne.NewPos(0, 7))
	w.Canvas().Focus(controls[0])
	w.Canvas().Focus(controls[1])
	if scroll.Offset.Y != 7 {
		t.Errorf("scrolled to %v for what was seen already", scroll.Offset.Y)
	}
	w.Canvas().Focus(controls[3])
	offset := scroll.Offset.Y
	if offset < 300 {
		t.Fatalf("scrolled only to %v", offset)
	}
	w.Canvas().Focus(controls[0]) // is above the scroll, where the page would be if it were not cut off
	if scroll.Offset.Y != offset {
		t.Errorf("scrolled from %v to %v for what is not on the page", offset, scroll.Offset.Y)
	}
	scroll.ScrollToTop()
	Reveal(NewLink("nowhere", nil))
	if scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v for what is not in the window", scroll.Offset.Y)
	}
}

func TestRevealLeavesAMargin(t *testing.T) {
	scroll, controls, w := page(t)
	d := fyne.CurrentApp().Driver()
	top := func(o fyne.CanvasObject) float32 {
		return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(scroll).Y
	}
	link := controls[2].(fyne.CanvasObject)
	w.Canvas().Focus(controls[2])
	if got, want := top(link)+link.Size().Height, scroll.Size().Height-12; !near(got, want) {
		t.Errorf("came in to %v over the lower edge, want %v", got, want)
	}
	scroll.ScrollToBottom()
	w.Canvas().Unfocus()
	w.Canvas().Focus(controls[2])
	if got := top(link); !near(got, 12) {
		t.Errorf("came in to %v over the upper edge, want 12", got)
	}
}

// A press of the pointer on a field that is partly seen must not move the field
// away from under the pointer.
func TestPressDoesNotReveal(t *testing.T) {
	scroll, controls, w := page(t)
	var text *TextField
	for _, c := range controls {
		if f, ok := c.(*TextField); ok {
			text = f
		}
	}
	text.MouseDown(at(3, 3))
	if w.Canvas().Focused() != fyne.Focusable(text) {
		t.Fatal("a press does not give it the focus")
	}
	if scroll.Offset.Y != 0 {
		t.Errorf("a press scrolled to %v", scroll.Offset.Y)
	}
	text.MouseUp(at(3, 3))
	w.Canvas().Unfocus()
	w.Canvas().Focus(text)
	if !seen(text, scroll) {
		t.Error("after a press, the keyboard does not reveal it any more")
	}
}

func TestRevealInNestedScrolls(t *testing.T) {
	newApp(t)
	link := NewLink("deep down", nil)
	inner := NewVScroll(Stack(0, Gap(400), link, Gap(400)))
	inner.SetMinSize(fyne.NewSize(100, 150))
	outer := NewVScroll(Stack(0, Gap(500), NewCard(inner), Gap(500)))
	w := test.NewTempWindow(t, outer)
	w.Resize(fyne.NewSize(200, 120))
	w.Canvas().Focus(link)
	if !seen(link, inner) || !seen(link, outer) {
		t.Errorf("seen in the inner scroll %v, in the outer %v", seen(link, inner), seen(link, outer))
	}
}

func TestScrollsAround(t *testing.T) {
	link := NewLink("link", nil)
	inner := NewVScroll(NewCard(container.NewStack(link)))
	outer := NewVScroll(Stack(0, Gap(1), NewVScroll(Gap(1)), inner))
	path := pathTo(link, container.NewStack(Gap(1), outer))
	if around := scrollsIn(path); !slices.Equal(around, []*Scroll{inner, outer}) {
		t.Errorf("found %v", around)
	}
	if path := pathTo(NewLink("elsewhere", nil), outer); path != nil {
		t.Errorf("found %v for what is elsewhere", path)
	}
}

// What was scrolled away comes back before a key changes it.
func TestKeysRevealWhatTheyChange(t *testing.T) {
	scroll, controls, w := page(t)
	for _, c := range controls {
		switch f := c.(type) {
		case *TextField:
			if f.MultiLine {
				continue // it follows its caret
			}
		case *Choice:
		default:
			continue
		}
		w.Canvas().Focus(c)
		for _, key := range []func(){func() { c.TypedRune('1') }, func() { c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) }} {
			scroll.ScrollToBottom()
			if seen(c.(fyne.CanvasObject), scroll) {
				scroll.ScrollToTop()
			}
			if key(); !seen(c.(fyne.CanvasObject), scroll) {
				t.Errorf("a key changed %T, which is not seen", c)
			}
		}
	}
}
