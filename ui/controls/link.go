package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable     = (*Link)(nil)
	_ fyne.Tappable      = (*Link)(nil)
	_ desktop.Hoverable  = (*Link)(nil)
	_ desktop.Cursorable = (*Link)(nil)
	_ fyne.Accessible    = (*Link)(nil)
)

// Link is a quiet button: a few words in the accent color.
type Link struct {
	widget.BaseWidget

	text    string
	spoken  string // what a screen reader says; "" for the text
	ink     fyne.ThemeColorName
	tapped  func()
	hovered bool
	focused bool
}

// NewLink returns a link that calls tapped.
func NewLink(text string, tapped func()) *Link {
	l := &Link{text: text, ink: theme.ColorNameHyperlink, tapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

// NewQuietLink returns a link that stands beside many others like it: in the
// muted color until the pointer or the focus is on it. SetSpoken tells it from
// the others.
func NewQuietLink(text string, tapped func()) *Link {
	l := &Link{text: text, ink: ColorMuted, tapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

// AccessibilityLabel implements fyne.Accessible.
func (l *Link) AccessibilityLabel() string {
	if l.spoken != "" {
		return l.spoken
	}
	return l.text
}

// AccessibilityRole implements fyne.Accessible.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// SetText changes the words.
func (l *Link) SetText(text string) {
	l.text = text
	l.Refresh()
}

// SetSpoken sets what is said to who does not see what the link stands beside.
func (l *Link) SetSpoken(text string) { l.spoken = text }

// Text returns the words.
func (l *Link) Text() string { return l.text }

// Tapped implements fyne.Tappable.
func (l *Link) Tapped(*fyne.PointEvent) { l.tapped() }

// TypedKey implements fyne.Focusable.
func (l *Link) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.tapped()
	default:
		passUp(l, e)
	}
}

// TypedRune implements fyne.Focusable.
func (l *Link) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (l *Link) FocusGained() {
	l.set(&l.focused, true)
	Reveal(l)
}

// FocusLost implements fyne.Focusable.
func (l *Link) FocusLost() { l.set(&l.focused, false) }

// MouseIn implements desktop.Hoverable.
func (l *Link) MouseIn(*desktop.MouseEvent) { l.set(&l.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (l *Link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *Link) MouseOut() { l.set(&l.hovered, false) }

// Cursor implements desktop.Cursorable.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *Link) set(state *bool, on bool) {
	*state = on
	l.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{link: l, ring: canvas.NewRectangle(nil), text: canvas.NewText("", nil), line: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type linkRenderer struct {
	link *Link
	ring *canvas.Rectangle
	text *canvas.Text
	line *canvas.Rectangle
}

func (r *linkRenderer) Layout(size fyne.Size) {
	text := r.text.MinSize()
	y := (size.Height - text.Height) / 2
	r.text.Move(fyne.NewPos(0, y))
	r.text.Resize(text)
	r.line.Move(fyne.NewPos(0, y+text.Height-2))
	r.line.Resize(fyne.NewSize(text.Width, 1))
	r.ring.Move(fyne.NewPos(-4, y-1))
	r.ring.Resize(fyne.NewSize(text.Width+8, text.Height+2))
}

func (r *linkRenderer) MinSize() fyne.Size { return r.text.MinSize().AddWidthHeight(0, 4) }

func (r *linkRenderer) Refresh() {
	l := r.link
	name := l.ink
	if l.hovered || l.focused {
		name = theme.ColorNameHyperlink
	}
	ink := themed(l, name)
	r.text.Text, r.text.TextSize, r.text.Color = l.text, l.Theme().Size(theme.SizeNameCaptionText), ink
	r.line.FillColor = ink
	r.line.Hidden = !l.hovered
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = themed(l, theme.ColorNameFocus), 2, 4
	r.ring.Hidden = !l.focused
	r.Layout(l.Size())
	r.text.Refresh()
	r.line.Refresh()
	r.ring.Refresh()
}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.text, r.line}
}

func (r *linkRenderer) Destroy() {}
