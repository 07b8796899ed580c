package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Choice)(nil)
	_ fyne.Tappable     = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
	_ Preferrer         = (*Choice)(nil)
)

// focusable is an object that can have the focus.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

// Choice is a row of buttons of which at most one is chosen. It is one stop
// for Tab; arrow keys, Home, End and the digits move the choice. Disabled, it
// shows what is chosen.
type Choice struct {
	widget.DisableableWidget

	// OnChanged is called with the index that the user chose.
	OnChanged func(index int)
	// OnSubmit is called for Enter. It may be nil.
	OnSubmit func()
	// Optional lets a second tap, or Backspace, take the choice back; then
	// OnChanged gets -1.
	Optional bool

	outer   focusable // the widget that is one, or embeds one
	cells   func(width float32) []box
	options []string
	chosen  int // -1 for none
	hovered int // -1 for none
	focused bool
}

// NewChoice returns a choice among options, none of them chosen.
func NewChoice(options []string, changed func(index int)) *Choice {
	c := &Choice{}
	c.extend(c, c.boxes, options, changed)
	c.ExtendBaseWidget(c)
	return c
}

// extend makes outer the widget, whose options are in the boxes that cells
// returns for a width.
func (c *Choice) extend(outer focusable, cells func(width float32) []box, options []string, changed func(index int)) {
	c.outer, c.cells, c.options, c.OnChanged = outer, cells, options, changed
	c.chosen, c.hovered = -1, -1
}

// Chosen returns the index of the chosen option, -1 if there is none.
func (c *Choice) Chosen() int { return c.chosen }

// SetChosen chooses an option, or none for -1, without calling OnChanged.
func (c *Choice) SetChosen(index int) {
	c.chosen = index
	c.Refresh()
}

// SetOptions offers other options, with one of them chosen, or none for -1,
// without calling OnChanged.
func (c *Choice) SetOptions(options []string, chosen int) {
	c.options, c.chosen, c.hovered = options, chosen, -1
	c.Refresh()
}

// moveTo chooses an option for the user, if it is not chosen already.
func (c *Choice) moveTo(index int) {
	if index >= 0 && index < len(c.options) && index != c.chosen {
		c.change(index)
	}
}

// unchoose unchooses for the user, if that is allowed.
func (c *Choice) unchoose() {
	if c.Optional && c.chosen >= 0 {
		c.change(-1)
	}
}

func (c *Choice) change(index int) {
	c.SetChosen(index)
	if c.OnChanged != nil {
		c.OnChanged(index)
	}
}

// Tapped implements fyne.Tappable.
func (c *Choice) Tapped(e *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.outer); canvas != nil {
		canvas.Focus(c.outer)
	}
	if index := c.at(e.Position); index == c.chosen {
		c.unchoose()
	} else {
		c.moveTo(index)
	}
}

// FocusGained implements fyne.Focusable.
func (c *Choice) FocusGained() {
	c.focused = true
	c.Refresh()
	Reveal(c.outer)
}

// FocusLost implements fyne.Focusable.
func (c *Choice) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune implements fyne.Focusable: 1 chooses the first option, and so on.
func (c *Choice) TypedRune(r rune) {
	Reveal(c.outer) // it may have been scrolled away
	c.moveTo(int(r - '1'))
}

// TypedKey implements fyne.Focusable.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	if !isPaging(e) {
		Reveal(c.outer)
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.step(-1)
	case fyne.KeyRight, fyne.KeyDown:
		c.step(+1)
	case fyne.KeyHome:
		c.moveTo(0)
	case fyne.KeyEnd:
		c.moveTo(len(c.options) - 1)
	case fyne.KeySpace:
		if c.chosen < 0 {
			c.step(+1)
		}
	case fyne.KeyBackspace, fyne.KeyDelete:
		c.unchoose()
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnSubmit != nil {
			c.OnSubmit()
		}
	default:
		PassUp(c.outer, e)
	}
}

// step moves the choice by n, staying within the options. Without a choice it
// starts in the middle, so that neither end is favored.
func (c *Choice) step(n int) {
	last := len(c.options) - 1
	if c.chosen < 0 {
		c.moveTo(last / 2)
		return
	}
	c.moveTo(min(max(c.chosen+n, 0), last))
}

// MouseIn implements desktop.Hoverable.
func (c *Choice) MouseIn(e *desktop.MouseEvent) { c.hover(c.at(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (c *Choice) MouseMoved(e *desktop.MouseEvent) { c.hover(c.at(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (c *Choice) MouseOut() { c.hover(-1) }

func (c *Choice) hover(index int) {
	if c.Disabled() {
		index = -1
	}
	if index != c.hovered {
		c.hovered = index
		c.Refresh()
	}
}

// at returns the index of the button at a place, -1 if there is none.
func (c *Choice) at(p fyne.Position) int {
	for i, b := range c.cells(c.Size().Width) {
		if b.contains(p) {
			return i
		}
	}
	return -1
}

type box struct {
	pos  fyne.Position
	size fyne.Size
}

func (b box) contains(p fyne.Position) bool {
	return p.X >= b.pos.X && p.X < b.pos.X+b.size.Width && p.Y >= b.pos.Y && p.Y < b.pos.Y+b.size.Height
}

const pillGap, pillPadding = 8, 12

// boxes lays the buttons out in rows no wider than width.
func (c *Choice) boxes(width float32) []box {
	boxes := make([]box, len(c.options))
	size := c.textSize()
	var x, y float32
	for i, option := range c.options {
		text := fyne.MeasureText(option, size, fyne.TextStyle{Bold: true}) // as the chosen one is
		pill := fyne.NewSize(text.Width+2*pillPadding, scaled(c, targetHeight))
		if x > 0 && x+pill.Width > width+0.5 {
			x, y = 0, y+pill.Height+pillGap
		}
		boxes[i] = box{fyne.NewPos(x, y), pill}
		x += pill.Width + pillGap
	}
	return boxes
}

func (c *Choice) textSize() float32 { return c.Theme().Size(SizeControl) }

// PreferredWidth implements Preferrer: everything in one row.
func (c *Choice) PreferredWidth() float32 { return extent(c.boxes(maxWidth)).Width }

func extent(boxes []box) fyne.Size {
	var size fyne.Size
	for _, b := range boxes {
		size = size.Max(fyne.NewSize(b.pos.X+b.size.Width, b.pos.Y+b.size.Height))
	}
	return size
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{choice: c, ring: newRing()}
	r.Refresh()
	return r
}

type choiceRenderer struct {
	choice *Choice
	pills  []*canvas.Rectangle
	texts  []*canvas.Text
	ring   ring
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	boxes := r.choice.boxes(size.Width)
	around := box{size: extent(boxes)}
	if chosen := r.choice.chosen; chosen >= 0 {
		around = boxes[chosen]
	}
	r.ring.around(around.pos, around.size, corner)
	for i, b := range boxes {
		r.pills[i].Move(b.pos)
		r.pills[i].Resize(b.size)
		text := r.texts[i].MinSize()
		r.texts[i].Move(b.pos.AddXY((b.size.Width-text.Width)/2, (b.size.Height-text.Height)/2))
		r.texts[i].Resize(text)
	}
}

// MinSize is as wide as the widest button and, since buttons wrap, as high as
// the present width makes it.
func (r *choiceRenderer) MinSize() fyne.Size {
	width := r.choice.Size().Width
	if width == 0 {
		width = maxWidth
	}
	widest := extent(r.choice.boxes(0)).Width
	return fyne.NewSize(widest, extent(r.choice.boxes(width)).Height)
}

func (r *choiceRenderer) Refresh() {
	c := r.choice
	r.fit(len(c.options))
	for i, option := range c.options {
		pill, text := r.pills[i], r.texts[i]
		pill.CornerRadius = corner
		pill.StrokeWidth = 1
		fill, stroke, ink := ColorCard, theme.ColorNameInputBorder, theme.ColorNameForeground
		switch {
		case c.Disabled():
			stroke, ink = ColorCard, theme.ColorNameDisabled
			if i == c.chosen {
				fill, stroke = theme.ColorNameDisabledButton, theme.ColorNameDisabledButton
			}
		case i == c.chosen:
			fill, stroke, ink = ColorSelected, theme.ColorNamePrimary, ColorOnSelected
		case i == c.hovered:
			fill = ColorLit
		}
		pill.FillColor, pill.StrokeColor = themed(c, fill), themed(c, stroke)
		text.Text, text.TextSize, text.Color = option, c.textSize(), themed(c, ink)
		text.TextStyle.Bold = i == c.chosen
		pill.Refresh()
		text.Refresh()
	}
	r.ring.show(c, c.focused)
	r.Layout(c.Size())
}

// fit makes as many pills as there are options.
func (r *choiceRenderer) fit(options int) {
	for len(r.pills) < options {
		r.pills = append(r.pills, canvas.NewRectangle(nil))
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.pills, r.texts = r.pills[:options], r.texts[:options]
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 2*len(r.pills)+1)
	for i := range r.pills {
		objects = append(objects, r.pills[i], r.texts[i])
	}
	return append(objects, r.ring.Rectangle)
}

func (r *choiceRenderer) Destroy() {}
