package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Slider chooses a whole number between two ends, in steps. Arrow keys, Home and End
// change it at once; a drag changes it when the button is released, so that what
// the number moves does not move while it is chosen.
type Slider struct {
	widget.BaseWidget

	// OnMoved is called with each number on the way of a drag. It may be nil.
	OnMoved func(value int)
	// OnChanged is called with the number that the user chose.
	OnChanged func(value int)
	// Spoken returns what a screen reader says. It may be nil.
	Spoken func() string

	low, high, step int
	value           int // that was chosen
	at              int // that is shown, another one during a drag
	dragged         bool
	pulled          float32 // where the knob is pulled to, from the left
	hovered         bool
	focused         bool
}

var (
	_ fyne.Focusable     = (*Slider)(nil)
	_ fyne.Tappable      = (*Slider)(nil)
	_ fyne.Draggable     = (*Slider)(nil)
	_ fyne.Accessible    = (*Slider)(nil)
	_ desktop.Hoverable  = (*Slider)(nil)
	_ desktop.Cursorable = (*Slider)(nil)
	_ Preferrer          = (*Slider)(nil)
)

// The measures of a slider at the usual text size.
const (
	sliderKnob  = 16
	sliderTrack = 4
	sliderLeast = 96
	sliderWidth = 168
)

// NewSlider returns a slider from low to high, at low.
func NewSlider(low, high, step int, changed func(value int)) *Slider {
	s := &Slider{OnChanged: changed, low: low, high: high, step: step, value: low, at: low}
	s.ExtendBaseWidget(s)
	return s
}

// Value returns the number that was chosen.
func (s *Slider) Value() int { return s.value }

// SetValue chooses a number, which may be between two steps, without calling
// OnChanged.
func (s *Slider) SetValue(value int) {
	s.value = min(max(value, s.low), s.high)
	s.at = s.value
	s.Refresh()
}

// choose chooses a number for the user.
func (s *Slider) choose(value int) {
	before := s.value
	s.SetValue(value)
	if s.value != before && s.OnChanged != nil {
		s.OnChanged(s.value)
	}
}

// nearest returns the step nearest to x, from the left.
func (s *Slider) nearest(x float32) int {
	left, room := s.track()
	steps := (x - left) / room * float32(s.high-s.low) / float32(s.step)
	return min(max(s.low+int(max(steps, 0)+0.5)*s.step, s.low), s.high)
}

// track returns where the middle of the knob is at the low end, and how far it is
// to the high one.
func (s *Slider) track() (left, room float32) {
	knob := scaled(s, sliderKnob)
	return knob / 2, max(s.Size().Width-knob, 1)
}

// Tapped implements fyne.Tappable.
func (s *Slider) Tapped(e *fyne.PointEvent) {
	s.takeFocus()
	s.choose(s.nearest(e.Position.X))
}

func (s *Slider) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// Dragged implements fyne.Draggable.
func (s *Slider) Dragged(e *fyne.DragEvent) {
	if !s.dragged {
		s.takeFocus()
		s.dragged, s.pulled = true, e.Position.X-e.Dragged.DX
	}
	s.pulled += e.Dragged.DX
	if at := s.nearest(s.pulled); at != s.at {
		s.at = at
		s.Refresh()
		if s.OnMoved != nil {
			s.OnMoved(at)
		}
	}
}

// DragEnd implements fyne.Draggable.
func (s *Slider) DragEnd() {
	s.dragged = false
	s.choose(s.at)
}

// FocusGained implements fyne.Focusable.
func (s *Slider) FocusGained() {
	s.focused = true
	s.Refresh()
	Reveal(s)
}

// FocusLost implements fyne.Focusable.
func (s *Slider) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune implements fyne.Focusable, and does nothing.
func (s *Slider) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Slider) TypedKey(e *fyne.KeyEvent) {
	if !isPaging(e) {
		Reveal(s) // it may have been scrolled away
	}
	steps := (s.value - s.low) / s.step
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(s.low + (s.value-s.low-1)/s.step*s.step)
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(s.low + (steps+1)*s.step)
	case fyne.KeyHome:
		s.choose(s.low)
	case fyne.KeyEnd:
		s.choose(s.high)
	default:
		PassUp(s, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Slider) MouseIn(*desktop.MouseEvent) { s.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (s *Slider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Slider) MouseOut() { s.hover(false) }

func (s *Slider) hover(on bool) {
	s.hovered = on
	s.Refresh()
}

// Cursor implements desktop.Cursorable.
func (s *Slider) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (s *Slider) AccessibilityLabel() string {
	if s.Spoken == nil {
		return ""
	}
	return s.Spoken()
}

// AccessibilityRole implements fyne.Accessible. Fyne has none for a slider.
func (s *Slider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// PreferredWidth implements Preferrer.
func (s *Slider) PreferredWidth() float32 { return scaled(s, sliderWidth) }

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{slider: s, rest: canvas.NewRectangle(nil), filled: canvas.NewRectangle(nil), knob: canvas.NewCircle(nil), ring: newRing()}
	r.Refresh()
	return r
}

type sliderRenderer struct {
	slider       *Slider
	rest, filled *canvas.Rectangle
	knob         *canvas.Circle
	ring         ring
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	s := r.slider
	knob, thick := scaled(s, sliderKnob), scaled(s, sliderTrack)
	left, room := s.track()
	at := left + room*float32(s.at-s.low)/float32(max(s.high-s.low, 1))
	top := (size.Height - thick) / 2
	r.rest.Move(fyne.NewPos(left, top+thick/4))
	r.rest.Resize(fyne.NewSize(room, thick/2))
	r.filled.Move(fyne.NewPos(0, top))
	r.filled.Resize(fyne.NewSize(at, thick))
	r.filled.CornerRadius = thick / 2
	r.knob.Resize(fyne.NewSquareSize(knob))
	r.knob.Move(fyne.NewPos(at-knob/2, (size.Height-knob)/2))
	r.ring.around(r.knob.Position(), r.knob.Size(), knob/2)
}

func (r *sliderRenderer) MinSize() fyne.Size {
	return fyne.NewSize(scaled(r.slider, sliderLeast), scaled(r.slider, targetHeight))
}

func (r *sliderRenderer) Refresh() {
	s := r.slider
	r.rest.FillColor = themed(s, theme.ColorNameInputBorder)
	r.filled.FillColor, r.knob.FillColor = themed(s, theme.ColorNamePrimary), themed(s, theme.ColorNamePrimary)
	r.knob.StrokeWidth, r.knob.StrokeColor = 0, nil
	if s.hovered || s.dragged {
		r.knob.StrokeWidth, r.knob.StrokeColor = scaled(s, 3), themed(s, ColorSelected)
	}
	r.ring.show(s, s.focused)
	r.Layout(s.Size())
	r.rest.Refresh()
	r.filled.Refresh()
	r.knob.Refresh()
}

func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.rest, r.filled, r.knob, r.ring.Rectangle}
}

func (r *sliderRenderer) Destroy() {}
