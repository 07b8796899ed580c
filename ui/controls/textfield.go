package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TextField is a text entry that never grows beyond a limit. A paste is
// cleaned and cut before the entry sees it, since a large one would freeze it.
// Shortcuts that are not for editing reach the window even while it has the
// focus.
type TextField struct {
	widget.Entry

	// OnBlur is called when the focus leaves. It may be nil.
	OnBlur func()
	// OnCut is called with the number of bytes that did not fit. It may be nil.
	OnCut func(bytes int)

	limit int
	clean Cleaner
}

// Cleaner makes text fit to be kept and cuts it to at most limit bytes,
// returning how many bytes it cut.
type Cleaner func(text string, limit int) (clean string, cut int)

// NewTextField returns a field of one line, or of several, for at most limit
// bytes.
func NewTextField(multiLine bool, limit int, clean Cleaner) *TextField {
	f := &TextField{limit: limit, clean: clean}
	f.MultiLine = multiLine
	if multiLine {
		f.Wrapping = fyne.TextWrapWord
	}
	f.ExtendBaseWidget(f)
	return f
}

// FocusLost implements fyne.Focusable.
func (f *TextField) FocusLost() {
	f.Entry.FocusLost()
	if f.OnBlur != nil {
		f.OnBlur()
	}
}

// TypedRune implements fyne.Focusable.
func (f *TextField) TypedRune(r rune) {
	if len(f.Text)+len(string(r)) > f.limit && f.SelectedText() == "" {
		f.report(len(string(r)))
		return
	}
	f.Entry.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (f *TextField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		passUp(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *TextField) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		room := max(f.limit-len(f.Text)+len(f.SelectedText()), 0)
		text, cut := f.clean(s.Clipboard.Content(), room)
		if text != "" {
			f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: readOnly(text)})
		}
		if cut > 0 {
			f.report(cut)
		}
	case *desktop.CustomShortcut:
		f.Entry.TypedShortcut(s)
		// The entry knows a few of these for moving by words; the window knows
		// the rest. No shortcut is known to both.
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
	default:
		f.Entry.TypedShortcut(s)
	}
}

func (f *TextField) report(cut int) {
	if f.OnCut != nil {
		f.OnCut(cut)
	}
}

// readOnly is a clipboard that holds a text for one paste.
type readOnly string

func (c readOnly) Content() string   { return string(c) }
func (c readOnly) SetContent(string) {}
