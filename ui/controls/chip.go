package controls

import (
	"cmp"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// ChipState is how certain what a chip shows is.
type ChipState int

// The states of a chip.
const (
	ChipUnderstood ChipState = iota // filled
	ChipGuess                       // with a dashed edge
	ChipTrouble                     // a bold text after a warning sign
	ChipUnset                       // with an edge, and an arrow that leads to a list
)

var (
	_ desktop.Cursorable = (*Chip)(nil)
	_ fyne.Accessible    = (*Chip)(nil)
)

// Chip shows a part of what was typed as it was understood. Click, Enter and
// Space call OnTapped; the cross at its end, Backspace and Delete call OnRemove.
// In a [ChipRow] the arrow keys lead from chip to chip.
type Chip struct {
	clickable

	// OnTapped may be nil.
	OnTapped func()
	// OnRemove may be nil; then there is no cross.
	OnRemove func()

	text   string
	spoken string // the screen-reader text; "" for text itself
	state  ChipState
	tip    string
	glyph  *Glyph   // nil for none
	row    *ChipRow // nil for none
}

// NewChip returns a chip.
func NewChip(text string, state ChipState) *Chip {
	c := &Chip{text: text, state: state}
	c.extend(c, func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	})
	return c
}

// Set changes text and state.
func (c *Chip) Set(text string, state ChipState) {
	c.text, c.state = text, state
	c.Refresh()
}

// SetGlyph shows a glyph before the text, or none for an empty color.
func (c *Chip) SetGlyph(shape Shape, color fyne.ThemeColorName) {
	switch {
	case color == "":
		c.glyph = nil
	case c.glyph == nil:
		c.glyph = NewGlyph(shape, color)
	default:
		c.glyph.Set(shape, color)
	}
	c.Refresh()
}

// SetTip sets the words that are shown over the chip while the pointer or the
// focus is on it, none for "".
func (c *Chip) SetTip(text string) { c.tip = text }

// SetSpoken sets the screen-reader text, which may have more words than the text.
func (c *Chip) SetSpoken(text string) { c.spoken = text }

// Text returns the text.
func (c *Chip) Text() string { return c.text }

// State returns the state.
func (c *Chip) State() ChipState { return c.state }

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	if c.OnRemove != nil && c.state != ChipUnset && e.Position.X >= c.Size().Width-scaled(c, chipCross) {
		c.OnRemove()
		return
	}
	c.clickable.Tapped(e)
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		if c.OnRemove != nil {
			c.OnRemove()
		}
	case fyne.KeyLeft:
		c.row.step(c, -1)
	case fyne.KeyRight:
		c.row.step(c, +1)
	default:
		c.clickable.TypedKey(e)
	}
}

// FocusGained implements fyne.Focusable.
func (c *Chip) FocusGained() {
	c.clickable.FocusGained()
	ShowTip(c, fyne.Position{}, c.Size(), c.tip)
}

// FocusLost implements fyne.Focusable.
func (c *Chip) FocusLost() {
	c.clickable.FocusLost()
	HideTip(c)
}

// MouseIn implements desktop.Hoverable.
func (c *Chip) MouseIn(e *desktop.MouseEvent) {
	c.clickable.MouseIn(e)
	ShowTip(c, fyne.Position{}, c.Size(), c.tip)
}

// MouseOut implements desktop.Hoverable.
func (c *Chip) MouseOut() {
	c.clickable.MouseOut()
	HideTip(c)
}

// Cursor implements desktop.Cursorable.
func (c *Chip) Cursor() desktop.Cursor {
	if c.OnTapped == nil && c.OnRemove == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Chip) AccessibilityLabel() string { return cmp.Or(c.spoken, c.text) }

// AccessibilityRole implements fyne.Accessible.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// ChipRow shows chips one after the other, in as many lines as they need.
type ChipRow struct {
	chips []*Chip
	root  *fyne.Container
}

// NewChipRow returns a row without chips.
func NewChipRow() *ChipRow {
	return &ChipRow{root: container.New(&Flow{GapX: 8, GapY: 4})}
}

// Show shows chips in place of those before. Others, such as what explains them,
// may follow in the row.
func (r *ChipRow) Show(chips []*Chip, others ...fyne.CanvasObject) {
	r.chips = chips
	r.root.RemoveAll()
	for _, c := range chips {
		c.row = r
		r.root.Add(c)
	}
	for _, o := range others {
		r.root.Add(o)
	}
}

// Chips returns the chips in the row.
func (r *ChipRow) Chips() []*Chip { return r.chips }

// Content returns the object to put on a page.
func (r *ChipRow) Content() fyne.CanvasObject { return r.root }

// step moves the focus from a chip to the one n places on.
func (r *ChipRow) step(from *Chip, n int) {
	if r == nil {
		return
	}
	to := slices.Index(r.chips, from) + n
	if to < 0 || to >= len(r.chips) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil {
		c.Focus(r.chips[to])
	}
}

// The measures of a chip at the usual text size.
const (
	chipPadding = 10
	chipGap     = 6  // after glyph or sign
	chipCross   = 32 // from the end, what takes a click on the cross
	crossRoom   = 14 // after the text
	crossSize   = 6
	signSize    = 16
)

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip: c, box: canvas.NewRectangle(nil), text: canvas.NewText("", nil),
		sign: newSign(), ring: newRing(), cross: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
	r.edge = canvas.NewRaster(func(w, h int) image.Image {
		scale := float64(h) / float64(max(r.box.Size().Height, 1))
		return dashed(w, h, scale*float64(r.box.CornerRadius), 1.2*scale, scale, themed(c, theme.ColorNameInputBorder))
	})
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip  *Chip
	box   *canvas.Rectangle
	edge  *canvas.Raster
	sign  *sign
	text  *canvas.Text
	cross [2]*canvas.Line
	ring  ring
}

func (r *chipRenderer) before() float32 {
	c := r.chip
	switch {
	case c.state == ChipTrouble:
		return scaled(c, signSize+chipGap)
	case c.glyph != nil:
		return c.glyph.MinSize().Width + scaled(c, chipGap)
	}
	return 0
}

func (r *chipRenderer) Layout(size fyne.Size) {
	c := r.chip
	height := scaled(c, chipHeight)
	y := (size.Height - height) / 2
	box := fyne.NewSize(size.Width, height)
	r.box.CornerRadius = height / 2
	r.box.Move(fyne.NewPos(0, y))
	r.box.Resize(box)
	r.edge.Move(fyne.NewPos(0, y))
	r.edge.Resize(box)
	r.ring.around(fyne.NewPos(0, y), box, height/2)
	middle := func(o fyne.CanvasObject, x float32, size fyne.Size) {
		o.Resize(size)
		o.Move(fyne.NewPos(x, y+(height-size.Height)/2))
	}
	x := scaled(c, chipPadding)
	if c.state == ChipTrouble {
		x = 0 // it has no edge
	}
	middle(r.sign, x, fyne.NewSquareSize(scaled(c, signSize)))
	if c.glyph != nil {
		middle(c.glyph, x, c.glyph.MinSize())
	}
	middle(r.text, x+r.before(), r.text.MinSize())
	cross := scaled(c, crossSize)
	right, top := size.Width-scaled(c, chipPadding), y+(height-cross)/2
	if c.state == ChipUnset { // an arrow down
		half := cross * 0.65
		foot := fyne.NewPos(right-half, y+(height+half)/2)
		r.cross[0].Position1, r.cross[0].Position2 = foot.SubtractXY(half, half), foot
		r.cross[1].Position1, r.cross[1].Position2 = foot.AddXY(half, -half), foot
		return
	}
	r.cross[0].Position1, r.cross[0].Position2 = fyne.NewPos(right-cross, top), fyne.NewPos(right, top+cross)
	r.cross[1].Position1, r.cross[1].Position2 = fyne.NewPos(right-cross, top+cross), fyne.NewPos(right, top)
}

func (r *chipRenderer) MinSize() fyne.Size {
	c := r.chip
	width := r.before() + r.text.MinSize().Width
	if c.state != ChipTrouble {
		width += 2 * scaled(c, chipPadding)
	}
	if c.OnRemove != nil || c.state == ChipUnset {
		width += scaled(c, crossRoom)
	}
	return fyne.NewSize(width, scaled(c, targetHeight))
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	fill, ink := ColorSelected, ColorOnSelected
	if c.state != ChipUnderstood {
		fill, ink = ColorCard, theme.ColorNameForeground
	}
	if c.hovered && (c.OnTapped != nil || c.OnRemove != nil) {
		fill = ColorLit
	}
	r.box.FillColor = themed(c, fill)
	r.box.StrokeWidth, r.box.StrokeColor = 0, themed(c, ColorFrame)
	if c.state == ChipUnset {
		r.box.StrokeWidth = 1
	}
	r.box.Hidden = c.state == ChipTrouble && !c.hovered
	r.edge.Hidden = c.state != ChipGuess
	r.sign.Hidden = c.state != ChipTrouble
	r.sign.setColor(themed(c, ink))
	r.text.Text, r.text.TextSize, r.text.Color = c.text, c.Theme().Size(SizeControl), themed(c, ink)
	r.text.TextStyle.Bold = c.state == ChipTrouble
	for _, line := range r.cross {
		line.StrokeColor, line.StrokeWidth = themed(c, ink), 1.2
		line.Hidden = c.OnRemove == nil && c.state != ChipUnset
	}
	r.ring.show(c, c.focused)
	r.Layout(c.Size())
	canvas.Refresh(c)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.box, r.edge, r.sign, r.text, r.cross[0], r.cross[1], r.ring.Rectangle}
	if r.chip.glyph != nil && r.chip.state != ChipTrouble {
		objects = append(objects, r.chip.glyph)
	}
	return objects
}

func (r *chipRenderer) Destroy() {}
