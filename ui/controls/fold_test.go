package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// A section opens and closes by a click, Enter and Space, makes room for what is inside
// and says its state. Between those that are visible is one line.
func TestFold(t *testing.T) {
	newApp(t)
	opened := 0
	inside := widget.NewLabel("inside")
	f := NewFold("More", "closed", "open", func() fyne.CanvasObject { opened++; return inside })
	f.SetWords("six")
	hidden := NewFold("Hidden", "closed", "open", nil)
	hidden.Content().Hide()
	last := NewFold("Last", "closed", "open", nil)
	all := NewFolds(hidden, f, last)
	w := test.NewTempWindow(t, all)
	w.Resize(fyne.NewSize(300, 300))
	lines := func() (n int) {
		for i := 0; i < len(all.Objects); i += 2 {
			if all.Objects[i].Visible() {
				n++
			}
		}
		return n
	}
	closedHeight := all.MinSize().Height
	if label := f.AccessibilityLabel(); label != "More, six, closed" || lines() != 1 {
		t.Errorf("it says %q, and %d lines are there", label, lines())
	}
	for i, press := range []func(){
		func() { test.Tap(f) },
		func() { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
		func() { f.TypedRune(' ') },
	} {
		press()
		if !f.Opened() || !inside.Visible() || opened != i+1 || f.AccessibilityLabel() != "More, six, open" {
			t.Errorf("press %d: opened %d times, %q", i, opened, f.AccessibilityLabel())
		}
		if got, want := all.MinSize().Height, closedHeight+inside.MinSize().Height; got < want {
			t.Errorf("it is %v high, want %v", got, want)
		}
		press()
		if f.Opened() || inside.Visible() || all.MinSize().Height != closedHeight {
			t.Errorf("press %d again: it is still open", i)
		}
	}
	if size := f.MinSize(); size.Height < targetHeight {
		t.Errorf("it is %v high", size.Height)
	}
}

// A question mark says what it asks, and what about.
func TestQuestionMark(t *testing.T) {
	newApp(t)
	asked := 0
	q := NewQuestionMark("How is this computed?", func() { asked++ })
	w := test.NewTempWindow(t, WithTips(q))
	w.Resize(fyne.NewSize(300, 300))
	q.SetAbout("Where your time goes")
	if label := q.AccessibilityLabel(); label != "How is this computed? Where your time goes" {
		t.Errorf("it says %q", label)
	}
	w.Canvas().Focus(q)
	if tip := tipsOver(q); tip == nil || tip.text != "How is this computed?" {
		t.Error("it shows no words with the focus")
	}
	test.Tap(q)
	if tip := tipsOver(q); asked != 1 || tip.text != "" {
		t.Errorf("asked %d times, and the words are %q", asked, tip.text)
	}
	if size := q.MinSize(); size.Width < targetHeight || size.Height < targetHeight {
		t.Errorf("it is %v", size)
	}
}
