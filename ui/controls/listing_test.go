package controls

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestRowsOf(t *testing.T) {
	for _, tt := range []struct {
		text    string
		columns int
		want    string // rows between |, + where a line goes on
	}{
		{"", 10, ""},
		{"one\n\ntwo", 10, "one||two"},
		{"one two three", 0, "one two three"},
		{"one two three", 7, "one two +|three"},
		{"one two three", 8, "one two +|three"},
		{"one two three", 6, "one +|two +|three"},
		{"abcdefghij", 4, "abcd+|efgh+|ij"},
		{"abcdefgh", 4, "abcd+|efgh"},
		{"ab  cd", 3, "ab  +|cd"},
		{"abcd ", 4, "abcd "},
		{"été même", 4, "été +|même"},
	} {
		var got []string
		var all strings.Builder
		rows := rowsOf(tt.text, tt.columns)
		for i, r := range rows {
			mark := ""
			if r.goesOn {
				mark = "+"
			}
			got = append(got, r.text+mark)
			all.WriteString(r.text)
			if !r.goesOn && i < len(rows)-1 {
				all.WriteByte('\n')
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%q in %d columns becomes %q, want %q", tt.text, tt.columns, got, tt.want)
		}
		if all.String() != tt.text {
			t.Errorf("%q in %d columns reads %q together", tt.text, tt.columns, all.String())
		}
	}
}

// readListing returns a listing in its reader, in a window of a size.
func readListing(t *testing.T, wrap bool, text string, size fyne.Size) (*Listing, *Reader) {
	t.Helper()
	l := NewListing(wrap)
	l.SetText(text)
	r := NewReader(l)
	if !wrap {
		r = NewWideReader(l)
	}
	r.Listing = l
	l.OnPress = func() { fyne.CurrentApp().Driver().CanvasForObject(r).Focus(r) }
	show(t, r, size)
	return l, r
}

func listed(l *Listing) (lines []string) {
	for _, text := range drawn[*canvas.Text](l) {
		lines = append(lines, text.Text)
	}
	return lines
}

func TestListingDrawsWhatIsInView(t *testing.T) {
	l, r := readListing(t, false, strings.Repeat("a line\n", 9999)+"the last line", fyne.NewSize(300, 200))
	if n := len(listed(l)); n == 0 || n > 30 {
		t.Errorf("%d lines are drawn", n)
	}
	press(r, fyne.KeyEnd)
	if lines := listed(l); len(lines) > 30 || lines[len(lines)-1] != "the last line" {
		t.Errorf("at the end %q are drawn", lines)
	}
	press(r, fyne.KeyHome)
	if lines := listed(l); lines[0] != "a line" || l.top != 0 {
		t.Errorf("at the start %q are drawn", lines)
	}
}

func TestListingWraps(t *testing.T) {
	text := strings.Repeat("word ", 40)
	l, _ := readListing(t, true, text, fyne.NewSize(200, 400))
	if lines := listed(l); len(lines) < 5 || strings.Join(lines, "") != text {
		t.Errorf("%q are drawn", lines)
	}
	for _, drawn := range drawn[*canvas.Text](l) {
		if width := l.measure(strings.TrimRight(drawn.Text, " ")).Width; width > 200 {
			t.Errorf("a row is %v wide", width)
		}
	}
	before := len(l.lines())
	bigger(6)
	l.Refresh()
	if len(l.lines()) <= before {
		t.Error("larger text needs no more rows")
	}
	wide, _ := readListing(t, false, text, fyne.NewSize(200, 400))
	if lines := listed(wide); len(lines) != 1 || wide.MinSize().Width < 1000 {
		t.Errorf("without wrapping %q are drawn, %v wide", lines, wide.MinSize().Width)
	}
}

func TestListingSelects(t *testing.T) {
	l, r := readListing(t, true, "alpha beta gamma delta\nsecond line", fyne.NewSize(96, 300))
	if rows := len(l.lines()); rows < 3 {
		t.Fatalf("%d rows, want a line that wraps", rows)
	}
	cell := l.cell()
	place := func(row int, column float32) fyne.Position {
		return fyne.NewPos(column*cell.Width, (float32(row)+0.5)*cell.Height)
	}
	drag := func(from, to fyne.Position) {
		l.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
		l.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	}
	last := len(l.lines()) - 1
	for _, tt := range []struct {
		name     string
		from, to fyne.Position
		want     string
	}{
		{"in a row", place(0, 1), place(0, 3), "lp"},
		{"backwards", place(0, 3), place(0, 1), "lp"},
		{"over a break that is not in the text", place(0, 0), place(last, 6), "alpha beta gamma delta\nsecond"},
		{"beyond the ends", fyne.NewPos(-50, -50), fyne.NewPos(900, 900), "alpha beta gamma delta\nsecond line"},
		{"nothing", place(1, 2), place(1, 2), ""},
	} {
		drag(tt.from, tt.to)
		if got := l.Selected(); got != tt.want {
			t.Errorf("%s: %q is selected, want %q", tt.name, got, tt.want)
		}
	}
	if got := fyne.CurrentApp().Driver().CanvasForObject(r).Focused(); got != fyne.Focusable(r) {
		t.Error("a press did not give the reader the focus")
	}
	clipboard := test.NewClipboard()
	clipboard.SetContent("before")
	r.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if clipboard.Content() != "before" {
		t.Error("nothing was copied over what was in the clipboard")
	}
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	r.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if got := clipboard.Content(); got != l.Text() {
		t.Errorf("all is %q", got)
	}
	if marks := drawn[*canvas.Rectangle](l); len(marks) != len(l.lines()) {
		t.Errorf("%d rows are marked, want all %d", len(marks), len(l.lines()))
	}
}

func TestReaderTellsWhatIsInView(t *testing.T) {
	content := canvas.NewRectangle(nil)
	content.SetMinSize(fyne.NewSize(50, 1000))
	r := NewReader(content)
	var top, height float32 = -1, -1
	r.OnView = func(t, h float32) { top, height = t, h }
	w := show(t, r, fyne.NewSize(100, 200))
	if top != 0 || height != 200 {
		t.Errorf("at first %v and %v high is in view", top, height)
	}
	for _, tt := range []struct {
		key  fyne.KeyName
		want float32
	}{{fyne.KeyPageDown, 180}, {fyne.KeyEnd, 800}, {fyne.KeyPageUp, 620}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}} {
		press(r, tt.key)
		if top != tt.want {
			t.Errorf("after %s it begins at %v, want %v", tt.key, top, tt.want)
		}
	}
	press(r, fyne.KeyEnd)
	r.ScrollToTop()
	if top != 0 {
		t.Errorf("the top begins at %v", top)
	}
	w.Resize(fyne.NewSize(100, 300))
	if height != 300 {
		t.Errorf("in a higher window %v is in view", height)
	}
}
