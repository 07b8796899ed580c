package controls

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// The widgets below are Fyne's, adapted to the keyboard like the rest of this
// package: they scroll into view when they get the focus, and keys that they do
// not use, such as Escape, reach the window.

// Select is Fyne's drop-down list of options.
type Select struct {
	widget.Select

	// OnOpen shows the list, in place of Fyne's. It may be nil.
	OnOpen func()

	focused bool
}

// NewSelect returns a list that calls changed with the option chosen.
func NewSelect(options []string, changed func(option string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = distinct(options), changed
	s.ExtendBaseWidget(s)
	return s
}

// SetOptions offers other options.
func (s *Select) SetOptions(options []string) { s.Select.SetOptions(distinct(options)) }

// distinct returns options with a number after those that read like one before:
// the list knows what is chosen by its text.
func distinct(options []string) []string {
	all := slices.Clone(options)
	for i, option := range all {
		for n := 2; slices.Contains(all[:i], all[i]); n++ {
			all[i] = fmt.Sprintf("%s (%d)", option, n)
		}
	}
	return all
}

// FocusGained implements fyne.Focusable. Fyne would change the fill.
func (s *Select) FocusGained() {
	s.focused = true
	s.Refresh()
	Reveal(s)
}

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() {
	s.focused = false
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(s, s.Select.CreateRenderer(), func() bool { return s.focused })
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		s.open()
	case fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(e)
	default:
		PassUp(s, e)
	}
}

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) {
	if !s.Disabled() {
		s.open()
	}
}

// open shows the list, with what is chosen marked.
func (s *Select) open() {
	if s.OnOpen != nil {
		s.OnOpen()
		return
	}
	s.Select.Tapped(nil)
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	if list, ok := c.Focused().(*widget.PopUpMenu); ok {
		for range max(s.SelectedIndex(), 0) + 1 {
			list.ActivateNext()
		}
	}
}
