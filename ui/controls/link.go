package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

var (
	_ desktop.Cursorable = (*Link)(nil)
	_ fyne.Accessible    = (*Link)(nil)
)

// Link is a quiet button: a few words in the accent color. It takes clicks around
// them as well, as if it were as high as a button, without taking that room.
type Link struct {
	clickable

	text   string
	spoken string // the screen-reader text; "" for text itself
}

// NewLink returns a link that calls onTapped.
func NewLink(text string, onTapped func()) *Link {
	l := &Link{text: text}
	l.extend(l, onTapped)
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

// SetSpoken sets the screen-reader text, for when the context is not visible.
func (l *Link) SetSpoken(text string) { l.spoken = text }

// Text returns the words.
func (l *Link) Text() string { return l.text }

// Cursor implements desktop.Cursorable.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{link: l, ring: newRing(), text: canvas.NewText("", nil), line: canvas.NewRectangle(nil), reach: newReach(l)}
	r.Refresh()
	return r
}

type linkRenderer struct {
	link  *Link
	ring  ring
	text  *canvas.Text
	line  *canvas.Rectangle
	reach *reach
}

func (r *linkRenderer) Layout(size fyne.Size) {
	text := r.text.MinSize()
	y := (size.Height - text.Height) / 2
	r.text.Move(fyne.NewPos(0, y))
	r.text.Resize(text)
	r.line.Move(fyne.NewPos(0, y+text.Height-2))
	r.line.Resize(fyne.NewSize(text.Width, 1))
	r.ring.around(fyne.NewPos(0, y+2), text.SubtractWidthHeight(0, 4), 2)
	r.reach.around(text.Width, size.Height)
}

func (r *linkRenderer) MinSize() fyne.Size { return r.text.MinSize().AddWidthHeight(0, 4) }

func (r *linkRenderer) Refresh() {
	l := r.link
	ink := themed(l, theme.ColorNameHyperlink)
	r.text.Text, r.text.TextSize, r.text.Color = l.text, l.Theme().Size(SizeControl), ink
	r.line.FillColor = ink
	r.line.Hidden = !l.hovered
	r.ring.show(l, l.focused)
	r.Layout(l.Size())
	r.text.Refresh()
	r.line.Refresh()
}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.Rectangle, r.text, r.line, r.reach}
}

func (r *linkRenderer) Destroy() {}
