package controls

import (
	"image/color"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TextField is a text entry that never grows beyond a limit. A paste is
// cleaned and cut before the entry sees it, since a large one would freeze it.
// The text of a field of one line is selected when the keyboard or the program
// moves the focus into it, so that typing replaces it; a click selects nothing.
// Shortcuts that are not for editing reach the window even while it has the
// focus, and Tab leaves it, whether it has one line or several. Undo and redo
// reach the window too, which may ask the field first with UndoTyping and
// RedoTyping.
type TextField struct {
	widget.Entry

	// Spoken names the field for a screen reader, if its place holder does not.
	Spoken string
	// Keys gets the keys before the field does. It may be nil.
	Keys Keys
	// Form is submitted by Enter in a field of one line. It may be nil.
	Form Form
	// OnBlur is called when the focus leaves. It may be nil.
	OnBlur func()
	// OnCut is called with what did not fit. It may be nil.
	OnCut func(rest string)
	// Continues makes the caret of a field of one line come back to where it was
	// in the text, which is then not selected.
	Continues bool
	// Room is how much further than usual the text is from the edges. A theme of its
	// own for a field would do this too, but Fyne reads all fonts again for each, and
	// once more whenever the field is refreshed, and keeps them.
	Room float32
	// OnStep is called with 1 for Up and -1 for Down in a field of one line. It
	// may be nil.
	OnStep func(by int)

	limit   int
	clean   Cleaner
	strict  bool // what is typed is cleaned like a paste
	pressed bool // the pointer is giving it the focus
	focused bool
	returns bool   // the focus comes back with that of the window
	shift   bool   // is held
	back    bool   // typing is being taken back
	undone  int    // how often that was done since something was typed
	set     string // the text as the program set it last
	grows   bool   // it is as high as its text

	view     *container.Scroll // in which Fyne shows the text
	followed caretPlace        // where the caret was last shown
}

// Keys takes some of the keys that are typed into a field.
type Keys interface {
	// TakesTab reports whether Tab is one of them; if not, it leaves the field, as
	// Shift+Tab always does.
	TakesTab() bool
	// TakeKey reports whether it took a key.
	TakeKey(*fyne.KeyEvent) bool
}

// Form is what Enter in one of its fields submits.
type Form interface{ Submit() }

// Cleaner makes text fit to be saved and cuts it to at most limit bytes,
// returning what it cut.
type Cleaner func(text string, limit int) (clean, rest string)

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

// AcceptsTab implements fyne.Tabbable: an entry that used Tab itself could
// not be left with the keyboard.
func (f *TextField) AcceptsTab() bool {
	return f.Keys != nil && !f.shift && !f.Disabled() && f.Keys.TakesTab()
}

// KeyDown implements desktop.Keyable.
func (f *TextField) KeyDown(e *fyne.KeyEvent) {
	f.Entry.KeyDown(e)
	f.shift = f.shift || isShift(e)
}

// KeyUp implements desktop.Keyable.
func (f *TextField) KeyUp(e *fyne.KeyEvent) {
	f.Entry.KeyUp(e)
	f.shift = f.shift && !isShift(e)
}

func isShift(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight
}

// CreateRenderer implements fyne.Widget.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer {
	r := f.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if view, ok := o.(*container.Scroll); ok {
			f.view = view
		}
	}
	edge := canvas.NewRectangle(color.Transparent)
	edge.StrokeWidth, edge.CornerRadius = ringWidth, corner
	edge.Hide() // until Refresh shows it
	wheel := newWheel(f, f.view)
	wheel.sideways = !f.MultiLine
	return &fieldRenderer{r, f, edge, wheel}
}

// MouseDown implements desktop.Mouseable.
func (f *TextField) MouseDown(e *desktop.MouseEvent) {
	inside := *e
	inside.Position = f.inside(e.Position)
	f.pressed = true
	f.Entry.MouseDown(&inside)
	f.pressed = false
}

// Dragged implements fyne.Draggable.
func (f *TextField) Dragged(e *fyne.DragEvent) {
	inside := *e
	inside.Position = f.inside(e.Position)
	f.Entry.Dragged(&inside)
}

// inside returns a position in the field as the entry counts it, which knows nothing
// of the room around it.
func (f *TextField) inside(at fyne.Position) fyne.Position { return at.SubtractXY(f.Room, f.Room) }

// FocusGained implements fyne.Focusable.
func (f *TextField) FocusGained() {
	arrived := !f.focused && !f.returns
	f.focused, f.returns = true, false
	f.Entry.FocusGained()
	if f.pressed { // else the text would slip away under the pointer and be selected
		return
	}
	if arrived && !f.MultiLine && !f.Continues {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	Reveal(f)
}

// WindowReturns must be called when the system is about to give a window the
// focus again. What has the focus in the window then gains it as if the user had
// moved there; but he goes on where he was, in a field whose text is not selected.
func WindowReturns(c fyne.Canvas) {
	if f, ok := c.Focused().(interface{ windowReturns() }); ok {
		f.windowReturns()
	}
}

func (f *TextField) windowReturns() { f.returns = !f.focused }

// SetText puts another text into the field, none of which is selected.
func (f *TextField) SetText(text string) {
	f.set, f.undone = text, 0
	f.deselect()
	f.Entry.SetText(text)
}

// deselect ends a selection. Fyne would go on with it in another text and delete
// what is typed there.
func (f *TextField) deselect() {
	if f.SelectedText() != "" {
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
}

// FocusLost implements fyne.Focusable.
func (f *TextField) FocusLost() {
	f.focused = false
	f.shift = false // its release goes elsewhere
	f.Entry.FocusLost()
	if f.OnBlur != nil {
		f.OnBlur()
	}
}

// TypedRune implements fyne.Focusable.
func (f *TextField) TypedRune(r rune) {
	f.seen()
	if f.strict {
		if clean, rest := f.clean(string(r), f.room()); clean == "" {
			f.report(rest)
			return
		}
	}
	if f.fits(string(r)) {
		f.undone = 0
		f.Entry.TypedRune(r)
	}
}

// seen brings a field of one line that was scrolled away into view, before a key
// changes it there. One of several lines follows its caret.
func (f *TextField) seen() {
	if !f.MultiLine {
		Reveal(f)
	}
}

// room returns how many bytes may replace the selection.
func (f *TextField) room() int {
	return max(f.limit-len(f.Text)+len(f.SelectedText()), 0)
}

// fits reports whether text may replace the selection, and calls OnCut if it may
// not.
func (f *TextField) fits(text string) bool {
	fits := len(text) <= f.room()
	if !fits {
		f.report(text)
	}
	return fits
}

// TypedKey implements fyne.Focusable.
func (f *TextField) TypedKey(e *fyne.KeyEvent) {
	if !isPaging(e) {
		f.seen()
	}
	if f.Keys != nil && !f.Disabled() && f.Keys.TakeKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		PassUp(f, e)
		return
	case fyne.KeyUp, fyne.KeyDown:
		if f.OnStep != nil && !f.Disabled() {
			f.step(e.Name)
			return
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.MultiLine && !f.fits("\n") {
			return
		}
		if !f.MultiLine && f.Form != nil && !f.Disabled() {
			f.Form.Submit()
			return
		}
	case fyne.KeyPageUp, fyne.KeyPageDown:
		if !f.MultiLine {
			PassUp(f, e)
			return
		}
		if f.grows {
			direction := +1
			if e.Name == fyne.KeyPageUp {
				direction = -1
			}
			f.typedPage(direction)
			return
		}
	}
	f.Entry.TypedKey(e)
}

// step calls OnStep for an arrow key, and selects what the field then shows.
func (f *TextField) step(key fyne.KeyName) {
	by := 1
	if key == fyne.KeyDown {
		by = -1
	}
	f.OnStep(by)
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// TypedShortcut implements fyne.Shortcutable.
func (f *TextField) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		text, rest := f.clean(s.Clipboard.Content(), f.room())
		if text != "" {
			f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: readOnly(text)})
		}
		if rest != "" {
			f.report(rest)
		}
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		f.toWindow(s)
	case *desktop.CustomShortcut:
		if editsByWord(s, runtime.GOOS) {
			f.Entry.TypedShortcut(s)
		} else {
			f.toWindow(s)
		}
	default:
		f.Entry.TypedShortcut(s)
	}
}

func (f *TextField) toWindow(s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// UndoTyping undoes the last typing, if anything was typed since
// the text was last set, and reports whether there was.
func (f *TextField) UndoTyping() bool {
	f.back = true
	defer func() { f.back = false }()
	before := f.Text
	f.deselect()
	f.Entry.Undo()
	if f.Text == before {
		return false
	}
	f.undone++
	return true
}

// RedoTyping repeats what UndoTyping undid last, and reports whether there
// was anything.
func (f *TextField) RedoTyping() bool {
	before := f.Text
	f.deselect()
	f.Entry.Redo()
	if f.Text == before {
		f.undone = 0
		return false
	}
	f.undone--
	return true
}

// CanUndoTyping reports whether something else is in the field than the program put
// there, which UndoTyping undoes.
func (f *TextField) CanUndoTyping() bool { return f.Text != f.set }

// CanRedoTyping reports whether RedoTyping has something to repeat.
func (f *TextField) CanRedoTyping() bool { return f.undone > 0 }

// TakingBack reports whether the text changes because typing is being undone.
func (f *TextField) TakingBack() bool { return f.back }

// editsByWord reports whether an entry handles a shortcut itself on a system:
// those that move or delete by words. The window may have given them another
// meaning.
func editsByWord(s *desktop.CustomShortcut, system string) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
	default:
		return false
	}
	modifier := s.Modifier &^ fyne.KeyModifierShift
	if system == "darwin" {
		return modifier == fyne.KeyModifierAlt || modifier == fyne.KeyModifierSuper
	}
	return modifier == fyne.KeyModifierControl
}

func (f *TextField) report(rest string) {
	if f.OnCut != nil && rest != "" {
		f.OnCut(rest)
	}
}

// fieldRenderer is Fyne's renderer of an entry. With the focus the edge is as wide
// as the ring of other controls.
type fieldRenderer struct {
	fyne.WidgetRenderer

	field *TextField
	edge  *canvas.Rectangle
	wheel *wheel
}

// Layout implements fyne.WidgetRenderer.
func (r *fieldRenderer) Layout(size fyne.Size) {
	room := r.field.Room
	r.WidgetRenderer.Layout(size.Subtract(fyne.NewSquareSize(2 * room)))
	for _, o := range r.WidgetRenderer.Objects() {
		if box, ok := o.(*canvas.Rectangle); ok {
			box.Resize(box.Size().Add(fyne.NewSquareSize(2 * room)))
		} else {
			o.Move(o.Position().AddXY(room, room))
		}
	}
	r.edge.Resize(size)
	r.wheel.Resize(size)
}

// Refresh implements fyne.WidgetRenderer.
func (r *fieldRenderer) Refresh() {
	r.edge.StrokeColor = themed(r.field, theme.ColorNamePrimary)
	r.edge.Hidden = !r.field.focused || r.field.Disabled()
	r.WidgetRenderer.Refresh()
}

// Objects implements fyne.WidgetRenderer.
func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.edge, r.wheel)
}

// readOnly is a clipboard that contains a text for one paste.
type readOnly string

func (c readOnly) Content() string   { return string(c) }
func (c readOnly) SetContent(string) {}
