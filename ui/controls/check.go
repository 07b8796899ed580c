package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ Preferrer = (*Check)(nil)

// Check is Fyne's check box, drawn like the other controls, with words that wrap.
type Check struct {
	widget.Check

	hovered, focused bool
}

// NewCheck returns a check box that calls changed.
func NewCheck(text string, changed func(on bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// Tick shows the box ticked or not, as if nobody had ticked it: changed is not called.
func (c *Check) Tick(on bool) {
	if c.Checked != on {
		c.Checked = on
		c.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (c *Check) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	c.SetChecked(!c.Checked)
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() {
	c.set(&c.focused, true)
	Reveal(c)
}

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() { c.set(&c.focused, false) }

// MouseIn implements desktop.Hoverable.
func (c *Check) MouseIn(*desktop.MouseEvent) { c.set(&c.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (c *Check) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Check) MouseOut() { c.set(&c.hovered, false) }

func (c *Check) set(state *bool, on bool) {
	*state = on
	c.Refresh()
}

// Hide hides the check box, which then has the focus no longer.
func (c *Check) Hide() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil && c.focused {
		canvas.Unfocus()
	}
	c.Check.Hide()
}

// TypedKey implements fyne.Focusable. Space comes as a rune as well, and turns
// the check on or off there.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace {
		PassUp(c, e)
	}
}

// The measures of a check box at the usual text size.
const (
	checkBox = 18
	checkGap = 10 // between box and words
	checkPad = 6  // above and below the words
)

// PreferredWidth implements Preferrer: all words in one line.
func (c *Check) PreferredWidth() float32 {
	return c.beside() + fyne.MeasureText(c.Text, c.textSize(), fyne.TextStyle{}).Width
}

func (c *Check) textSize() float32 { return c.Theme().Size(theme.SizeNameText) }

// beside is the room that the box and the gap take.
func (c *Check) beside() float32 { return scaled(c, checkBox+checkGap) }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{
		check: c, box: canvas.NewRectangle(nil), ring: newRing(), tick: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
	r.Refresh()
	return r
}

type checkRenderer struct {
	check *Check
	box   *canvas.Rectangle
	tick  [2]*canvas.Line
	lines []*canvas.Text
	ring  ring
}

// wrap breaks the words into as many lines as the width asks for.
func (r *checkRenderer) wrap(width float32) []string {
	if width <= 0 {
		width = maxWidth
	}
	return Wrap(r.check.Text, width-r.check.beside(), r.check.textSize(), fyne.TextStyle{}, len(r.check.Text)+1)
}

func (r *checkRenderer) lineHeight() float32 {
	return fyne.MeasureText("M", r.check.textSize(), fyne.TextStyle{}).Height
}

func (r *checkRenderer) Layout(size fyne.Size) {
	c := r.check
	words := r.wrap(size.Width)
	r.lines = r.lines[:0]
	line, side := r.lineHeight(), scaled(c, checkBox)
	top := max((size.Height-float32(len(words))*line)/2, 0)
	for i, text := range words {
		t := canvas.NewText(text, themed(c, c.ink()))
		t.TextSize = c.textSize()
		t.Resize(t.MinSize())
		t.Move(fyne.NewPos(c.beside(), top+float32(i)*line))
		r.lines = append(r.lines, t)
	}
	y := top + (line-side)/2
	r.box.Resize(fyne.NewSquareSize(side))
	r.box.Move(fyne.NewPos(0, y))
	at := func(px, py float32) fyne.Position { return fyne.NewPos(px*side, y+py*side) }
	r.tick[0].Position1, r.tick[0].Position2 = at(0.24, 0.52), at(0.43, 0.7)
	r.tick[1].Position1, r.tick[1].Position2 = at(0.43, 0.7), at(0.77, 0.3)
	r.ring.around(fyne.NewPos(0, y), fyne.NewSquareSize(side), 4)
}

// MinSize is as wide as the longest word and, since words wrap, as high as the
// present width makes it.
func (r *checkRenderer) MinSize() fyne.Size {
	c := r.check
	widest := float32(0)
	for _, word := range strings.Fields(c.Text) {
		widest = max(widest, fyne.MeasureText(word, c.textSize(), fyne.TextStyle{}).Width)
	}
	height := float32(len(r.wrap(c.Size().Width)))*r.lineHeight() + 2*checkPad
	return fyne.NewSize(c.beside()+widest, max(height, scaled(c, targetHeight)))
}

func (c *Check) ink() fyne.ThemeColorName {
	if c.Disabled() {
		return theme.ColorNameDisabled
	}
	return theme.ColorNameForeground
}

func (r *checkRenderer) Refresh() {
	c := r.check
	fill, edge := ColorCard, theme.ColorNameInputBorder
	switch {
	case c.Checked && c.Disabled():
		fill, edge = theme.ColorNameDisabled, theme.ColorNameDisabled
	case c.Checked:
		fill, edge = theme.ColorNamePrimary, theme.ColorNamePrimary
	case c.hovered && !c.Disabled():
		fill = ColorLit
	}
	r.box.FillColor, r.box.StrokeColor = themed(c, fill), themed(c, edge)
	r.box.StrokeWidth, r.box.CornerRadius = 1, 4
	for _, line := range r.tick {
		line.StrokeColor, line.StrokeWidth = themed(c, theme.ColorNameForegroundOnPrimary), scaled(c, 2)
		line.Hidden = !c.Checked
	}
	r.ring.show(c, c.focused)
	r.Layout(c.Size())
	canvas.Refresh(c)
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ring.Rectangle, r.box, r.tick[0], r.tick[1]}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *checkRenderer) Destroy() {}
