package controls

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// upper is a cleaner whose effect can be seen: it makes text upper case.
func upper(text string, limit int) (clean, rest string) {
	n := min(len(text), limit)
	return strings.ToUpper(text[:n]), text[n:]
}

// field is a text field on show with what it reports.
type field struct {
	*TextField
	window fyne.Window
	texts  []string // what the entry contained after each change
	cuts   []int
	blurs  int
}

func newField(t *testing.T, multiLine bool, limit int, clean Cleaner) *field {
	t.Helper()
	newApp(t)
	f := &field{TextField: NewTextField(multiLine, limit, clean)}
	f.OnChanged = func(text string) { f.texts = append(f.texts, text) }
	f.OnCut = func(rest string) { f.cuts = append(f.cuts, len(rest)) }
	f.OnBlur = func() { f.blurs++ }
	f.window = test.NewTempWindow(t, f.TextField)
	f.window.Resize(fyne.NewSize(300, 200))
	f.window.Canvas().Focus(f.TextField)
	return f
}

func (f *field) paste(text string) {
	c := test.NewClipboard()
	c.SetContent(text)
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
}

func (f *field) want(t *testing.T, text string, cuts ...int) {
	t.Helper()
	if f.Text != text || !slices.Equal(f.cuts, cuts) {
		t.Errorf("holds %q with cuts %v, want %q with %v", f.Text, f.cuts, text, cuts)
	}
}

func TestTextFieldTypingEndsAtTheLimit(t *testing.T) {
	f := newField(t, false, 5, upper)
	test.Type(f.TextField, "abcé") // 5 bytes
	f.want(t, "abcé")
	test.Type(f.TextField, "x€")
	f.want(t, "abcé", 1, 3)
	press(f, fyne.KeyBackspace) // é
	test.Type(f.TextField, "€") // 3 bytes into 2
	f.want(t, "abc", 1, 3, 3)
	test.Type(f.TextField, "yz")
	f.want(t, "abcyz", 1, 3, 3)
}

func TestTextFieldTypingOverASelection(t *testing.T) {
	f := newField(t, false, 5, upper)
	f.SetText("abcde")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(f.TextField, "x")
	f.want(t, "x")

	f.SetText("abcde")
	f.CursorColumn = 5
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(f, fyne.KeyLeft)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if f.SelectedText() != "e" {
		t.Fatalf("%q is selected, want the last letter", f.SelectedText())
	}
	test.Type(f.TextField, "€") // 3 bytes for 1
	f.want(t, "abcde", 3)
	test.Type(f.TextField, "f")
	f.want(t, "abcdf", 3)
}

func TestTextFieldEnter(t *testing.T) {
	submitted := ""
	f := newField(t, false, 3, upper)
	f.OnSubmitted = func(text string) { submitted = text }
	f.SetText("abc")
	press(f, fyne.KeyReturn)
	if submitted != "abc" {
		t.Errorf("submitted %q from a full line, want all of it", submitted)
	}
	f.want(t, "abc")

	f = newField(t, true, 3, upper)
	test.Type(f.TextField, "ab")
	press(f, fyne.KeyReturn)
	f.want(t, "ab\n")
	press(f, fyne.KeyReturn, fyne.KeyEnter)
	f.want(t, "ab\n", 1, 1)
}

func TestTextFieldPaste(t *testing.T) {
	for _, tt := range []struct {
		name  string
		have  string
		paste string
		want  string
		cuts  []int
	}{
		{"fits", "ab", "cd", "abCD", nil},
		{"fits exactly", "ab", "cdefgh", "abCDEFGH", nil},
		{"one too many", "ab", "cdefghi", "abCDEFGH", []int{1}},
		{"no room", "abcdefgh", "xyz", "abcdefgh", []int{3}},
		{"nothing", "ab", "", "ab", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(t, false, 8, upper)
			f.SetText(tt.have)
			f.CursorColumn = len(tt.have)
			f.paste(tt.paste)
			f.want(t, tt.want, tt.cuts...)
		})
	}
}

func TestTextFieldPasteOverASelection(t *testing.T) {
	f := newField(t, false, 5, upper)
	f.SetText("abcde")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.paste("uvwxyz")
	f.want(t, "UVWXY", 1)
}

func TestTextFieldPasteOfSeveralLinesIntoOne(t *testing.T) {
	f := newField(t, false, 20, upper)
	f.paste("a\nb")
	f.want(t, "A B")
	f = newField(t, true, 20, upper)
	f.paste("a\nb")
	f.want(t, "A\nB")
}

// A paste freezes an entry that is given all of it, so the entry must not even
// see it.
func TestTextIsCleanedBeforeTheEntryGetsIt(t *testing.T) {
	const limit = 2000
	var f *field
	given, asked, before := 0, 0, ""
	clean := func(text string, limit int) (string, string) {
		given, asked, before = len(text), limit, f.Text
		return upper(text, limit)
	}
	f = newField(t, true, limit, clean)
	test.Type(f.TextField, "ab")
	f.texts = nil

	const size = 10 << 20
	f.paste(strings.Repeat("x", size))
	if given != size || asked != limit-2 || before != "ab" {
		t.Errorf("the cleaner was given %d bytes to cut to %d while the field held %q, want %d, %d and what was typed",
			given, asked, before, size, limit-2)
	}
	f.want(t, "ab"+strings.Repeat("X", limit-2), size-limit+2)
	for _, text := range f.texts {
		if len(text) > limit {
			t.Errorf("the entry held %d bytes, want at most %d", len(text), limit)
		}
	}
	if len(f.texts) != 1 {
		t.Errorf("the paste was reported %d times, want once", len(f.texts))
	}
}

func TestTextFieldWithoutListeners(t *testing.T) {
	newApp(t)
	f := NewTextField(false, 1, upper)
	test.NewTempWindow(t, f)
	test.Type(f, "ab")
	f.FocusLost()
	if f.Text != "a" {
		t.Errorf("holds %q", f.Text)
	}
}

func TestTextFieldKeys(t *testing.T) {
	f := newField(t, true, 10, upper)
	keys := keysOf(f.window)
	press(f, fyne.KeyEscape, fyne.KeyHome)
	if want := []fyne.KeyName{fyne.KeyEscape}; !slices.Equal(*keys, want) {
		t.Errorf("the window got %v, want %v", *keys, want)
	}
	if f.AcceptsTab() {
		t.Error("a field of several lines keeps Tab, and cannot be left with the keyboard")
	}
}

func TestTextFieldBlur(t *testing.T) {
	f := newField(t, false, 10, upper)
	if f.blurs != 0 {
		t.Fatal("blurred by getting the focus")
	}
	f.window.Canvas().Unfocus()
	if f.blurs != 1 {
		t.Errorf("blurred %d times by losing the focus, want once", f.blurs)
	}
}

// windowed is an app whose only canvas takes shortcuts, as that of a real
// window does and that of the test driver does not.
type windowed struct {
	fyne.App
	canvas fyne.Canvas
}

func (a windowed) Driver() fyne.Driver { return windowedDriver{a.App.Driver(), a.canvas} }

type windowedDriver struct {
	fyne.Driver
	canvas fyne.Canvas
}

func (d windowedDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }

func TestTextFieldShortcuts(t *testing.T) {
	a := newApp(t)
	c := software.NewCanvas()
	fyne.SetCurrentApp(windowed{a, c})
	f := NewTextField(false, 100, upper)
	c.SetContent(f)
	c.Focus(f)
	f.SetText("one two")
	f.CursorColumn = 7

	var got []string
	listen := func(key fyne.KeyName, modifier fyne.KeyModifier) *desktop.CustomShortcut {
		s := &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
		c.AddShortcut(s, func(s fyne.Shortcut) { got = append(got, s.ShortcutName()) })
		return s
	}
	next := listen(fyne.KeyN, fyne.KeyModifierControl)
	f.TypedShortcut(next)
	if want := []string{next.ShortcutName()}; !slices.Equal(got, want) {
		t.Errorf("the window got %v, want %v", got, want)
	}

	modifier := fyne.KeyModifierControl
	if runtime.GOOS == "darwin" {
		modifier = fyne.KeyModifierAlt
	}
	word := listen(fyne.KeyLeft, modifier)
	got = nil
	f.TypedShortcut(word)
	if len(got) != 0 || f.CursorColumn != 4 {
		t.Errorf("moving by a word gave the window %v and put the cursor to %d, want nothing and 4", got, f.CursorColumn)
	}
	if f.Text != "one two" {
		t.Errorf("shortcuts changed the text to %q", f.Text)
	}
}

func TestEditsByWord(t *testing.T) {
	const (
		ctrl, alt  = fyne.KeyModifierControl, fyne.KeyModifierAlt
		shift, cmd = fyne.KeyModifierShift, fyne.KeyModifierSuper
	)
	for _, tt := range []struct {
		key        fyne.KeyName
		modifier   fyne.KeyModifier
		linux, mac bool
	}{
		{fyne.KeyLeft, ctrl, true, false},
		{fyne.KeyRight, ctrl | shift, true, false},
		{fyne.KeyBackspace, ctrl, true, false},
		{fyne.KeyDelete, ctrl, true, false},
		{fyne.KeyLeft, alt, false, true}, // the week before, but not on a Mac while one writes
		{fyne.KeyRight, alt, false, true},
		{fyne.KeyRight, alt | shift, false, true},
		{fyne.KeyLeft, cmd, false, true},
		{fyne.KeyHome, alt, false, false},
		{fyne.KeyN, ctrl, false, false},
		{fyne.KeyN, cmd, false, false},
		{fyne.KeyLeft, ctrl | alt, false, false},
	} {
		s := &desktop.CustomShortcut{KeyName: tt.key, Modifier: tt.modifier}
		if got := editsByWord(s, "linux"); got != tt.linux {
			t.Errorf("on Linux an entry keeps %s: %v", s.ShortcutName(), got)
		}
		if got := editsByWord(s, "darwin"); got != tt.mac {
			t.Errorf("on a Mac an entry keeps %s: %v", s.ShortcutName(), got)
		}
	}
}

// A field that shows 1 must become 3, and not 31, when one goes there by Tab and
// types 3.
func TestTextFieldOfOneLineIsSelectedByTab(t *testing.T) {
	newApp(t)
	first, second := NewTextField(false, 9, upper), NewTextField(false, 9, upper)
	w := test.NewTempWindow(t, Stack(4, first, second))
	w.Resize(fyne.NewSize(300, 200))
	first.SetText("one")
	second.SetText("1")
	for _, step := range []struct {
		name string
		move func()
		to   *TextField
		want string
	}{
		{"Tab", w.Canvas().FocusNext, first, "3"},
		{"Tab", w.Canvas().FocusNext, second, "3"},
		{"Shift+Tab", w.Canvas().FocusPrevious, first, "4"},
	} {
		step.move()
		if got := step.to.SelectedText(); got != step.to.Text {
			t.Errorf("%s selects %q of %q", step.name, got, step.to.Text)
		}
		typed := step.want
		test.Type(step.to, typed)
		if step.to.Text != step.want {
			t.Errorf("after %s and %s the field contains %q", step.name, typed, step.to.Text)
		}
	}
}

func TestTextFieldIsNotSelected(t *testing.T) {
	other := func(f *field) { f.window.Canvas().Unfocus() }
	for _, tt := range []struct {
		name      string
		multiLine bool
		come      func(f *field)
	}{
		{"by a click", false, func(f *field) {
			other(f)
			f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		}},
		{"with several lines", true, func(f *field) {
			other(f)
			f.window.Canvas().FocusNext()
		}},
		{"where one goes on", false, func(f *field) {
			other(f)
			f.Continues = true
			f.window.Canvas().FocusNext()
		}},
		{"when the window comes back", false, func(f *field) {
			f.FocusLost()
			WindowReturns(f.window.Canvas())
			f.FocusGained()
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(t, tt.multiLine, 9, upper)
			f.SetText("abc")
			tt.come(f)
			if got := f.SelectedText(); got != "" || f.window.Canvas().Focused() != f.TextField {
				t.Errorf("selected %q, want nothing, in the field", got)
			}
		})
	}
}

func TestTextFieldSelectionEndsWithItsText(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(f *field)
		want   string
	}{
		{"another text", func(f *field) { f.SetText("wxy") }, "wxyhi"},
		{"no text", func(f *field) { f.SetText("") }, "hi"},
		{"undone", func(f *field) { f.UndoTyping() }, "hi"},
		{"undone and redone", func(f *field) { f.UndoTyping(); f.RedoTyping() }, "abchi"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(t, false, 9, upper)
			test.Type(f.TextField, "abc")
			f.TypedShortcut(&fyne.ShortcutSelectAll{})
			tt.change(f)
			test.Type(f.TextField, "hi")
			f.want(t, tt.want)
		})
	}
}

func TestTextFieldEdgeIsWiderWithTheFocus(t *testing.T) {
	f := newField(t, false, 9, upper)
	boxes := drawn[*canvas.Rectangle](f.TextField)
	edge := boxes[len(boxes)-1]
	if wantBox(t, "the edge", edge, 0, 0, f.Size().Width, f.Size().Height); !edge.Visible() || edge.StrokeWidth != 2 {
		t.Error("the focus does not show")
	}
	if f.window.Canvas().Unfocus(); edge.Visible() {
		t.Error("the focus still shows")
	}
	if h := f.MinSize().Height; h < 32 {
		t.Errorf("a field is %v high", h)
	}
}

// The room around the text moves it, and a click and a drag still meet the letters
// that they point at.
func TestTextFieldWithRoom(t *testing.T) {
	const room = 7
	f := newField(t, false, 9, upper)
	f.SetText("WIDE")
	usual, text := f.MinSize(), drawn[*container.Scroll](f.TextField)[0]
	size, place := f.Size(), text.Position()
	edge := fyne.MeasureText("WI", theme.TextSize(), fyne.TextStyle{}).Width + theme.InnerPadding()
	f.Room = room
	f.window.Resize(size.AddWidthHeight(2*room, 2*room))
	f.Resize(size.AddWidthHeight(2*room, 2*room))
	wantSize(t, "the field", f.MinSize(), usual.AddWidthHeight(2*room, 2*room))
	wantBox(t, "the text", text, place.X+room, place.Y+room, text.Size().Width, text.Size().Height)
	box := drawn[*canvas.Rectangle](f.TextField)[0]
	if inset := 2 * box.Position().X; !near(box.Size().Height, f.Size().Height-inset) {
		t.Errorf("the box of a field that is %v high is %v high", f.Size().Height, box.Size().Height)
	}
	line := room + theme.InnerPadding() + 4
	f.MouseDown(at(room+edge+1, line))
	if f.CursorColumn != 2 {
		t.Errorf("a click after two letters came to %d", f.CursorColumn)
	}
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(room+theme.InnerPadding(), line)}})
	if f.CursorColumn != 0 {
		t.Errorf("a drag to the beginning came to %d", f.CursorColumn)
	}
}
