package uitest

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// Screen is a window as a person sees it and works with it. What one sees waits
// for all work to finish; what one types does not.
type Screen struct {
	T      testing.TB
	Clock  *Clock
	Window fyne.Window
}

// Press types keys into what has the focus. Tab moves the focus.
func (s *Screen) Press(keys ...fyne.KeyName) {
	s.T.Helper()
	for _, k := range keys {
		focused := s.Window.Canvas().Focused()
		if tabbable, ok := focused.(fyne.Tabbable); k == fyne.KeyTab && !(ok && tabbable.AcceptsTab()) {
			s.Window.Canvas().FocusNext()
			continue
		}
		if focused == nil {
			s.T.Fatalf("nothing has the focus for %s", k)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: k})
		if k == fyne.KeySpace {
			if focused := s.Window.Canvas().Focused(); focused != nil {
				focused.TypedRune(' ') // comes after the key, to what then has the focus
			}
		}
	}
}

// Write types text into what has the focus.
func (s *Screen) Write(text string) {
	s.T.Helper()
	focused := s.Window.Canvas().Focused()
	if focused == nil {
		s.T.Fatal("nothing has the focus to type into")
	}
	test.Type(focused, text)
}

// Paste pastes text into the field that has the focus.
func (s *Screen) Paste(text string) {
	s.T.Helper()
	field := s.Field()
	if field == nil {
		s.T.Fatal("no field has the focus to paste into")
	}
	c := test.NewClipboard()
	c.SetContent(text)
	field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
}

// Field returns the text field that has the focus, or nil.
func (s *Screen) Field() *controls.TextField {
	f, _ := s.Window.Canvas().Focused().(*controls.TextField)
	return f
}

// Focus gives something the focus.
func (s *Screen) Focus(o fyne.Focusable) { s.Window.Canvas().Focus(o) }

// Each calls f with everything that can be seen, a dialog first.
func (s *Screen) Each(f func(fyne.CanvasObject)) {
	s.Clock.Finish()
	s.eachNow(f)
}

// eachNow is Each while work is pending.
func (s *Screen) eachNow(f func(fyne.CanvasObject)) {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		Walk(top, f)
	}
	Walk(s.Window.Content(), f)
}

// Walk calls f with an object and everything inside it, except for what is
// hidden.
func Walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	f(o)
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		Walk(child, f)
	}
}

// Draw draws the rasters that are in view, as the real window does: the driver of the
// tests draws what is scrolled out of sight as well.
func (s *Screen) Draw() {
	s.Clock.Finish()
	drawIn(s.Window.Content(), fyne.NewPos(0, 0), s.Window.Canvas().Size(), fyne.NewPos(0, 0))
}

// drawIn draws what of an object is in a part of the window, which begins at a place.
// At is where what the object is in begins.
func drawIn(o fyne.CanvasObject, from fyne.Position, part fyne.Size, at fyne.Position) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Raster:
		size := o.Size()
		if at.X < from.X+part.Width && at.Y < from.Y+part.Height && at.X+size.Width > from.X && at.Y+size.Height > from.Y {
			o.Generator(int(size.Width), int(size.Height))
		}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		if _, scrolls := o.(fyne.Scrollable); scrolls {
			from, part = at, o.Size()
		}
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		drawIn(child, from, part, at)
	}
}

// Find returns the first object of a type on screen for which is returns true. Is
// may be nil.
func Find[T fyne.CanvasObject](s *Screen, is func(T) bool) T {
	s.T.Helper()
	var found T
	there := false
	s.Each(func(o fyne.CanvasObject) {
		if t, ok := o.(T); ok && !there && (is == nil || is(t)) {
			found, there = t, true
		}
	})
	if !there {
		s.T.Fatalf("there is no such %T on screen:\n%s", found, s.Texts())
	}
	return found
}

// List returns the list on screen.
func (s *Screen) List() *controls.List {
	s.T.Helper()
	return Find[*controls.List](s, nil)
}

// Texts returns all text on screen, with plain spaces.
func (s *Screen) Texts() string {
	s.Clock.Finish()
	return s.TextsNow()
}

// TextsNow is Texts while work is pending.
func (s *Screen) TextsNow() string {
	var b strings.Builder
	s.eachNow(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			b.WriteString(o.Text + "\n")
		case *controls.Colored:
			b.WriteString(o.Text() + "\n")
		case *controls.Link:
			b.WriteString(o.Text() + "\n")
		case *controls.Prose:
			b.WriteString(o.Text() + "\n")
		case *controls.Chip:
			b.WriteString(o.Text() + "\n")
		case *controls.Listing:
			b.WriteString(o.Text() + "\n")
		case *widget.Button:
			b.WriteString(o.Text + "\n")
		case *controls.Button:
			b.WriteString(o.Text + "\n")
		case *widget.RichText:
			b.WriteString(o.String() + "\n")
		case interface{ RowText() string }:
			b.WriteString(o.RowText() + "\n")
		}
	})
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// Sees fails unless each text is on screen.
func (s *Screen) Sees(texts ...string) {
	s.T.Helper()
	screen := s.Texts()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			s.T.Errorf("the screen does not show %q but:\n%s", text, screen)
		}
	}
}

// Misses fails if a text is on screen.
func (s *Screen) Misses(texts ...string) {
	s.T.Helper()
	screen := s.Texts()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			s.T.Errorf("the screen shows %q", text)
		}
	}
}

// TapLink taps the link with a text.
func (s *Screen) TapLink(text string) {
	s.T.Helper()
	test.Tap(Find(s, func(l *controls.Link) bool { return l.Text() == text }))
}

// TapButton taps the button with a text, of this program or of Fyne.
func (s *Screen) TapButton(text string) {
	s.T.Helper()
	s.Clock.Finish()
	s.TapButtonNow(text)
}

// TapButtonNow is TapButton while work is pending.
func (s *Screen) TapButtonNow(text string) {
	s.T.Helper()
	var button fyne.Tappable
	s.eachNow(func(o fyne.CanvasObject) {
		switch b := o.(type) {
		case *widget.Button:
			if button == nil && b.Text == text {
				button = b
			}
		case *controls.Button:
			if button == nil && b.Text == text {
				button = b
			}
		}
	})
	if button == nil {
		s.T.Fatalf("no button says %q", text)
	}
	test.Tap(button)
}

// Choose opens a menu and chooses the item with a text.
func (s *Screen) Choose(opener fyne.Tappable, text string) {
	s.T.Helper()
	test.Tap(opener)
	s.ChooseItem(text)
}

// RowMenu opens the menu of a row of the list of rows, counted from 0.
func (s *Screen) RowMenu(row int) {
	s.T.Helper()
	s.Focus(Find[*controls.RowList](s, nil))
	s.Press(fyne.KeyHome)
	for range row {
		s.Press(fyne.KeyDown)
	}
	s.Press(desktop.KeyMenu)
}

// ChooseItem chooses the item with a text of the menu that is open.
func (s *Screen) ChooseItem(text string) {
	s.T.Helper()
	var item fyne.Tappable
	s.Each(func(o fyne.CanvasObject) {
		if tappable, ok := o.(fyne.Tappable); ok && item == nil && fmt.Sprintf("%T", o) == "*widget.menuItem" {
			Walk(o, func(o fyne.CanvasObject) {
				if t, ok := o.(*canvas.Text); ok && t.Text == text {
					item = tappable
				}
			})
		}
	})
	if item == nil {
		s.T.Fatalf("no item of the menu says %q", text)
	}
	test.Tap(item)
}
