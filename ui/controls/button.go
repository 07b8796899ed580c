package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button, drawn like the other controls and pressed by Enter as
// well as Space. It does not lose the focus when it is pressed with a key. One of
// high importance is filled with the accent, one of low importance has no edge.
type Button struct {
	widget.Button

	// OnEscape is called for Escape; if it is nil, the window gets the key.
	OnEscape func()

	hovered, focused bool
}

// NewButton returns a button that calls tapped.
func NewButton(text string, tapped func()) *Button {
	return NewButtonWithIcon(text, nil, tapped)
}

// NewButtonWithIcon returns a button with an icon before its text, which may be
// empty.
func NewButtonWithIcon(text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.set(&b.focused, true)
	Reveal(b)
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.set(&b.focused, false) }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.set(&b.hovered, true) }

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.set(&b.hovered, false) }

func (b *Button) set(state *bool, on bool) {
	*state = on
	b.Refresh()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.press()
	case fyne.KeySpace:
	case fyne.KeyEscape:
		if b.OnEscape != nil {
			b.OnEscape()
			return
		}
		PassUp(b, e)
	default:
		PassUp(b, e)
	}
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.press()
	}
}

func (b *Button) press() {
	if b.OnTapped != nil && !b.Disabled() {
		b.OnTapped()
	}
}

// The measures of a button at the usual text size.
const (
	buttonPadding = 12
	buttonIcon    = 18
	buttonGap     = 6 // between icon and text
)

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b, box: canvas.NewRectangle(nil), icon: canvas.NewImageFromResource(nil), text: canvas.NewText("", nil), ring: newRing(),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type buttonRenderer struct {
	button *Button
	box    *canvas.Rectangle
	icon   *canvas.Image
	text   *canvas.Text
	ring   ring
}

// content returns the room that icon and text take, and the icon's part of it.
func (r *buttonRenderer) content() (size fyne.Size, icon float32) {
	b := r.button
	size = r.text.MinSize()
	if b.Text == "" {
		size = fyne.Size{}
	}
	if b.Icon != nil {
		icon = scaled(b, buttonIcon)
		size = fyne.NewSize(size.Width+icon, max(size.Height, icon))
		if b.Text != "" {
			size.Width += scaled(b, buttonGap)
		}
	}
	return size, icon
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	content, icon := r.content()
	text := r.text.MinSize()
	left := (size.Width - content.Width) / 2
	r.box.Resize(size)
	r.ring.around(fyne.Position{}, size, corner)
	r.icon.Resize(fyne.NewSquareSize(icon))
	r.icon.Move(fyne.NewPos(left, (size.Height-icon)/2))
	r.text.Resize(text)
	r.text.Move(fyne.NewPos(left+content.Width-text.Width, (size.Height-text.Height)/2))
}

func (r *buttonRenderer) MinSize() fyne.Size {
	b := r.button
	content, _ := r.content()
	size := fyne.NewSize(content.Width+2*scaled(b, buttonPadding), scaled(b, targetHeight))
	if b.Text == "" {
		size.Width = size.Height
	}
	return size
}

// colors returns the names of the button's colors. No edge is "".
func (b *Button) colors() (fill, edge, ink fyne.ThemeColorName) {
	high, low := b.Importance == widget.HighImportance, b.Importance == widget.LowImportance
	switch {
	case b.Disabled() && high:
		return theme.ColorNameDisabledButton, "", theme.ColorNameDisabled
	case b.Disabled():
		return "", "", theme.ColorNameDisabled
	case high:
		return theme.ColorNamePrimary, "", theme.ColorNameForegroundOnPrimary
	case b.hovered && low:
		return ColorLit, "", theme.ColorNameForeground
	case low:
		return "", "", theme.ColorNameForeground
	case b.hovered:
		return ColorLit, ColorFrame, theme.ColorNameForeground
	}
	return ColorCard, ColorFrame, theme.ColorNameForeground
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	fill, edge, ink := b.colors()
	r.box.FillColor, r.box.StrokeColor = color.Transparent, color.Transparent
	if fill != "" {
		r.box.FillColor = themed(b, fill)
	}
	if fill == theme.ColorNamePrimary && b.hovered {
		r.box.FillColor = deeper(r.box.FillColor)
	}
	if edge != "" {
		r.box.StrokeColor = themed(b, edge)
	}
	r.box.StrokeWidth, r.box.CornerRadius = 1, corner
	r.text.Text, r.text.TextSize, r.text.Color = b.Text, b.Theme().Size(SizeControl), themed(b, ink)
	r.text.TextStyle.Bold = b.Importance == widget.HighImportance
	r.icon.Hidden = b.Icon == nil
	if b.Icon != nil {
		r.icon.Resource = theme.NewColoredResource(b.Icon, ink)
	}
	r.ring.show(b, b.focused)
	r.Layout(b.Size())
	r.icon.Refresh()
	canvas.Refresh(b)
}

// deeper returns the accent for a filled button under the pointer.
func deeper(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	const part = 0.86
	return color.NRGBA{uint8(float64(n.R) * part), uint8(float64(n.G) * part), uint8(float64(n.B) * part), n.A}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.Rectangle, r.box, r.icon, r.text}
}

func (r *buttonRenderer) Destroy() {}
