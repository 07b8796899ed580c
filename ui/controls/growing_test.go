package controls

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// newGrowing returns a field as high as its text, between other things on a page.
func newGrowing(t *testing.T) (*TextField, *Scroll, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	f := NewTextField(true, 1<<20, func(text string, _ int) (string, string) { return text, "" })
	f.SetMinRowsVisible(5)
	f.Grow()
	page := NewVScroll(NewColumns(Columns{
		Main: []fyne.CanvasObject{Gap(200), NewCard(Stack(8, f)), Gap(200)}, Side: []fyne.CanvasObject{Gap(900)},
		Gap: 16, SideWidth: 100, NarrowBelow: 300,
	}))
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(500, 400))
	w.Canvas().Focus(f)
	return f, page, w
}

func showsCaret(f *TextField, page *Scroll) bool {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(f).Y + f.CursorPosition().Y - driver.AbsolutePositionForObject(page).Y
	return top >= 0 && top+f.rowHeight() <= page.Size().Height
}

// All of the text is in view of the field, and the caret in view of the page,
// wherever it goes.
func TestFieldGrowsWithItsText(t *testing.T) {
	f, page, _ := newGrowing(t)
	low := f.Size().Height
	typed := func(keys ...fyne.KeyName) {
		t.Helper()
		for _, key := range keys {
			f.TypedKey(&fyne.KeyEvent{Name: key})
			if content := f.view.Content.MinSize().Height; f.view.Size().Height < content || f.view.Offset.Y != 0 {
				t.Fatalf("the field shows %v of %v, from %v", f.view.Size().Height, content, f.view.Offset.Y)
			}
			if !showsCaret(f, page) {
				t.Fatalf("row %d with the caret is out of view", f.CursorRow)
			}
		}
	}
	words := test.NewClipboard()
	words.SetContent(strings.Repeat("word ", 20))
	for line := range 60 {
		if line%10 == 0 {
			for _, r := range words.Content() {
				f.TypedRune(r)
			}
		} else { // at once, since each rune lays out all of the text
			f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: words})
		}
		typed(fyne.KeyReturn)
	}
	if rows := f.CursorRow; f.Size().Height < float32(rows)*f.rowHeight() || rows < 120 {
		t.Errorf("%d rows are %v high", rows, f.Size().Height)
	}
	last := f.CursorRow
	typed(fyne.KeyPageUp)
	seen := int(page.Size().Height / f.rowHeight())
	if up := last - f.CursorRow; up < seen-2 || up > seen {
		t.Errorf("Page Up went %d rows up, of which %d are seen at once", up, seen)
	}
	for f.CursorRow > 0 {
		typed(fyne.KeyPageUp)
	}
	typed(fyne.KeyPageDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd)
	for f.CursorRow < last {
		typed(fyne.KeyPageDown)
	}
	if f.CursorTextOffset() != len(f.Text) {
		t.Errorf("Page Down ended at %d of %d", f.CursorTextOffset(), len(f.Text))
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	typed(fyne.KeyDelete)
	if f.Size().Height != low {
		t.Errorf("an empty field is %v high, want %v", f.Size().Height, low)
	}
}

// Page Up with Shift selects.
func TestPageUpSelects(t *testing.T) {
	f, _, _ := newGrowing(t)
	f.SetText(strings.Repeat("word\n", 100))
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	for f.CursorTextOffset() < len(f.Text) {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	f.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	f.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	if got, want := f.SelectedText(), strings.Repeat("word\n", 100-f.CursorRow); got != want {
		t.Errorf("%q is selected, want %q", got, want)
	}
}

// Who has scrolled away from the caret stays there until they write.
func TestPageStaysWhereItWasScrolled(t *testing.T) {
	f, page, _ := newGrowing(t)
	f.SetText(strings.Repeat("word\n", 100))
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	page.ScrollToTop()
	f.Refresh()
	if page.Offset.Y != 0 {
		t.Errorf("the page went to %v", page.Offset.Y)
	}
	f.TypedRune('x')
	if !showsCaret(f, page) {
		t.Error("the caret is out of view")
	}
}
