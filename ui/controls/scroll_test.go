package controls

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func skipOnMac(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "darwin" {
		t.Skip("macOS has made distances of notches itself")
	}
}

// turn turns the wheel over an object, down for negative distances as Fyne has them.
func turn(w fyne.Window, o fyne.CanvasObject, dy float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(5, 5)
	test.Scroll(w.Canvas(), at, 0, dy)
}

// wheelPage returns a page with a list, two fields and a view, each of which
// scrolls.
func wheelPage(t *testing.T) (page *Scroll, list *List, line, lines *TextField, inner *Scroll, w fyne.Window) {
	t.Helper()
	newApp(t)
	clean := func(text string, _ int) (string, string) { return text, "" }
	line, lines = NewTextField(false, 1000, clean), NewTextField(true, 1000, clean)
	list = NewList(func() int { return 100 }, func() fyne.CanvasObject { return Body("row") }, func(int, fyne.CanvasObject) {})
	inner = NewVScroll(Gap(2000))
	high := func(height float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(200, height), o)
	}
	page = NewVScroll(Stack(0, line, high(60, lines), high(60, list), high(60, inner), Gap(2000)))
	w = test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 400))
	return page, list, line, lines, inner, w
}

func TestNotchOfTheWheel(t *testing.T) {
	skipOnMac(t)
	page, list, line, lines, inner, w := wheelPage(t)
	offset := func() float32 { return page.Offset.Y }
	for name, over := range map[string]struct {
		object fyne.CanvasObject
		at     func() float32
	}{
		"a field of one line":               {line, offset},
		"a field with nothing to scroll to": {lines, offset},
		"a list":                            {list, list.GetScrollOffset},
		"a view lower than a notch is long": {inner, func() float32 { return inner.Offset.Y }},
	} {
		page.ScrollToTop()
		before := over.at()
		if turn(w, over.object, -fyneNotch); over.at()-before != notch {
			t.Errorf("over %s a notch moves by %v", name, over.at()-before)
		}
	}
}

// At its end, a view has the page scroll on.
func TestWheelGoesOnWhereAViewEnds(t *testing.T) {
	page, list, _, lines, inner, w := wheelPage(t)
	lines.SetText("1\n2\n3\n4\n5\n6\n7\n8\n9")
	w.Canvas().Focus(lines)
	for range 20 {
		turn(w, lines, fyneNotch)
	}
	for name, o := range map[string]fyne.CanvasObject{"field": lines, "list": list, "view": inner} {
		page.ScrollToOffset(fyne.NewPos(0, 30))
		turn(w, o, fyneNotch) // all are at their beginning
		if page.Offset.Y != 0 {
			t.Errorf("above the first line of the %s the page stays at %v", name, page.Offset.Y)
		}
		if turn(w, o, -fyneNotch); page.Offset.Y != 0 {
			t.Errorf("with lines left in the %s the page moves by %v", name, page.Offset.Y)
		}
	}
}

// A finger on a touchpad moves by little and often.
func TestSmallDistances(t *testing.T) {
	skipOnMac(t)
	last := float32(0)
	for _, by := range []float32{0.5, 2, 10, 24, 25} {
		got := notched(by, 1000)
		if got < by || got > 3*by || got <= last {
			t.Errorf("%v becomes %v, after %v", by, got, last)
		}
		if notched(-by, 1000) != -got {
			t.Errorf("%v and %v differ", by, -by)
		}
		last = got
	}
	if got := notched(2, 1000); got > 3 {
		t.Errorf("a slow finger moves by %v in place of 2", got)
	}
	if got := notched(31_250, 400); got != 400 { // as Fyne has fast wheels
		t.Errorf("a fast wheel moves by %v where 400 are seen", got)
	}
}

func TestKeysThatScroll(t *testing.T) {
	page, list, line, lines, _, w := wheelPage(t)
	link := NewLink("a link", func() {})
	choice := NewChoice([]string{"one", "two"}, nil)
	check := NewCheck("a check", nil)
	rows := NewRowList("rows", "menu")
	content := page.Content.(*fyne.Container)
	content.Objects = append(content.Objects[:len(content.Objects)-1], link, choice, check, rows, content.Objects[len(content.Objects)-1])
	page.Refresh()
	c := w.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { ScrollKey(c, e.Name) })
	press := func(key fyne.KeyName) {
		if focused := c.Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: key})
		} else {
			c.OnTypedKey()(&fyne.KeyEvent{Name: key})
		}
	}
	_, most := page.scrolled()
	all := []fyne.KeyName{fyne.KeyPageDown, fyne.KeySpace, fyne.KeyEnd}
	for name, on := range map[string]struct {
		focus fyne.Focusable
		view  view
		keys  []fyne.KeyName // that scroll; the others are its own
	}{
		"nothing":               {nil, page, all},
		"a link":                {link, page, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd}},
		"a choice":              {choice, page, []fyne.KeyName{fyne.KeyPageDown}},
		"a check":               {check, page, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd}},
		"a list without a row":  {rows, page, all},
		"a field of one line":   {line, page, []fyne.KeyName{fyne.KeyPageDown}},
		"a field of some lines": {lines, page, nil},
		"a list":                {list, list, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd}},
	} {
		for _, key := range all {
			page.ScrollToTop()
			list.ScrollToTop()
			c.Focus(on.focus)
			if on.focus == nil {
				c.Unfocus()
			}
			before, _ := on.view.scrolled()
			press(key)
			after, _ := on.view.scrolled()
			wants := false
			for _, k := range on.keys {
				wants = wants || k == key
			}
			if moved := after != before; moved != wants {
				t.Errorf("with the focus on %s, %s scrolls from %v to %v", name, key, before, after)
			}
			if wants && key == fyne.KeyPageDown {
				press(fyne.KeyPageDown) // what has the focus does not scroll back to itself
				if further, _ := on.view.scrolled(); further <= after {
					t.Errorf("with the focus on %s, a second page stays at %v", name, further)
				}
			}
			if wants && key == fyne.KeyEnd && on.view == view(page) && after != most {
				t.Errorf("with the focus on %s, End leads to %v of %v", name, after, most)
			}
		}
	}
	c.Unfocus()
	press(fyne.KeyEnd)
	press(fyne.KeyPageUp)
	if at, _ := page.scrolled(); at >= most || at <= 0 {
		t.Errorf("Page Up leads to %v of %v", at, most)
	}
	if press(fyne.KeyHome); page.Offset.Y != 0 {
		t.Errorf("Home leads to %v", page.Offset.Y)
	}
}

// With a dialog over the page, the page stays.
func TestKeysScrollWhatIsInFront(t *testing.T) {
	page, _, _, _, _, w := wheelPage(t)
	inDialog := NewVScroll(Gap(900))
	w.Canvas().Overlays().Add(container.NewStack(inDialog))
	inDialog.Resize(fyne.NewSize(100, 100))
	if ScrollKey(w.Canvas(), fyne.KeyPageDown); inDialog.Offset.Y != 90 || page.Offset.Y != 0 {
		t.Errorf("the dialog is at %v, and the page at %v", inDialog.Offset.Y, page.Offset.Y)
	}
}

// late is something that has all of its height only once it is laid out.
type late struct{ known bool }

func (l *late) Layout([]fyne.CanvasObject, fyne.Size) { l.known = true }

func (l *late) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.known {
		return fyne.NewSize(100, 1000)
	}
	return fyne.NewSize(100, 900)
}

// A view stays at its end although what it shows has its height only later.
func TestRefreshStaysWhereItIsScrolled(t *testing.T) {
	newApp(t)
	content := &late{known: true}
	page := NewVScroll(container.New(content))
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 400))
	page.ScrollToBottom()
	content.known = false
	if page.Refresh(); page.Offset.Y != 600 {
		t.Errorf("it is scrolled to %v, want 600", page.Offset.Y)
	}
	content.known = false
	page.ScrollToTop()
	if page.Refresh(); page.Offset.Y != 0 {
		t.Errorf("it is scrolled to %v, want 0", page.Offset.Y)
	}
}
