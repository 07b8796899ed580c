package controls

import (
	"math"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Scrollable = (*Scroll)(nil)
	_ view            = (*Scroll)(nil)
	_ view            = (*List)(nil)
)

// Scroll is Fyne's view of something larger, in which a notch of the wheel moves by
// 75 units and not by 25. At its end, what it is in scrolls on. The keys of
// [ScrollKey] scroll it as well.
type Scroll struct {
	container.Scroll
}

// NewScroll returns a view that scrolls both ways.
func NewScroll(content fyne.CanvasObject) *Scroll {
	return newScroll(container.ScrollBoth, content)
}

// NewVScroll returns a view that scrolls up and down.
func NewVScroll(content fyne.CanvasObject) *Scroll {
	return newScroll(container.ScrollVerticalOnly, content)
}

func newScroll(direction container.ScrollDirection, content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Direction, s.Content = direction, content
	s.ExtendBaseWidget(s)
	return s
}

// Refresh implements fyne.CanvasObject. A text that wraps may have its height only once
// its view has laid it out, as when a page comes back of which Fyne has forgotten how it
// is drawn. Until then Fyne scrolls back to where the view would end without it.
func (s *Scroll) Refresh() {
	at := s.Offset
	if s.Scroll.Refresh(); s.Offset != at {
		s.ScrollToOffset(at)
	}
}

// Scrolled implements fyne.Scrollable.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) { turnWheel(s, &s.Scroll, e) }

// turnWheel scrolls the view of o, and what o is in if that moves nothing.
func turnWheel(o fyne.CanvasObject, view *container.Scroll, e *fyne.ScrollEvent) {
	before, turned := view.Offset, *e
	turned.Scrolled = fyne.NewDelta(notched(e.Scrolled.DX, view.Size().Width), notched(e.Scrolled.DY, view.Size().Height))
	if view.Scrolled(&turned); view.Offset == before {
		passWheelUp(o, e)
	}
}

// passWheelUp scrolls the view that o is in.
func passWheelUp(o fyne.CanvasObject, e *fyne.ScrollEvent) {
	path := pathOnScreen(o)
	if len(path) == 0 {
		return
	}
	if around := scrollsIn(path[:len(path)-1]); len(around) > 0 {
		around[0].Scrolled(e)
	}
}

const (
	fyneNotch = 25 // by which Fyne scrolls for a notch of the wheel
	notch     = 75
)

// notched returns how far to scroll where Fyne says by. What is less than a notch
// comes from a touchpad and is enlarged the less, the smaller it is, so that a slow
// finger is followed precisely. A fast wheel scrolls by no more than is seen. macOS
// has made distances of notches already.
func notched(by, seen float32) float32 {
	most := max(seen, notch)
	if runtime.GOOS != "darwin" {
		part := min(float32(math.Abs(float64(by)))/fyneNotch, 1)
		by *= 1 + (notch/fyneNotch-1)*part
	}
	return max(-most, min(by, most))
}

// wheel takes the wheel for a widget of Fyne's that scrolls in a view of its own: it
// lies over that widget, is not seen and takes nothing else.
type wheel struct {
	widget.BaseWidget

	of       fyne.CanvasObject
	view     *container.Scroll
	sideways bool // the view turns only to the sides
}

func newWheel(of fyne.CanvasObject, view *container.Scroll) *wheel {
	w := &wheel{of: of, view: view}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if w.sideways && e.Scrolled.DX == 0 {
		passWheelUp(w.of, e)
		return
	}
	turnWheel(w.of, w.view, e)
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// view is something that keys scroll.
type view interface {
	fyne.CanvasObject
	// scrolled returns how far it is scrolled down, and how far it can be.
	scrolled() (at, most float32)
	scrollTo(at float32)
}

func (s *Scroll) scrolled() (at, most float32) {
	return s.Offset.Y, max(s.Content.MinSize().Height-s.Size().Height, 0)
}

func (s *Scroll) scrollTo(at float32) {
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, at))
	if s.OnScrolled != nil {
		s.OnScrolled(s.Offset)
	}
}

// ScrollKey scrolls what is in front in a window with a key that nothing in it had a
// use for: Page Up, Page Down, Home, End and Space. The view that scrolls is the one
// that what has the focus is in, or else the largest. Other keys do nothing.
func ScrollKey(c fyne.Canvas, key fyne.KeyName) {
	front := c.Content()
	if top := c.Overlays().Top(); top != nil {
		front = top
	}
	var path []fyne.CanvasObject
	if focused, ok := c.Focused().(fyne.CanvasObject); ok {
		path = pathTo(focused, front)
	}
	v := viewFor(path, front)
	if v == nil {
		return
	}
	at, most := v.scrolled()
	page := v.Size().Height * 0.9
	switch {
	case key == fyne.KeyPageUp, key == fyne.KeySpace && shiftIsDown():
		at -= page
	case key == fyne.KeyPageDown, key == fyne.KeySpace:
		at += page
	case key == fyne.KeyHome:
		at = 0
	case key == fyne.KeyEnd:
		at = most
	default:
		return
	}
	v.scrollTo(max(0, min(at, most)))
	HideTip(front) // it does not move along
}

// isPaging reports whether a key moves by a page, which what has the focus must not
// scroll back to itself for.
func isPaging(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyPageUp || e.Name == fyne.KeyPageDown
}

// viewFor returns the innermost view on a path that has something to scroll to, or
// else the largest such view in what is in front; nil if there is none.
func viewFor(path []fyne.CanvasObject, front fyne.CanvasObject) (found view) {
	scrolls := func(o fyne.CanvasObject) (view, bool) {
		v, ok := o.(view)
		if !ok {
			return nil, false
		}
		_, most := v.scrolled()
		return v, most > 0
	}
	for _, o := range path {
		if v, ok := scrolls(o); ok {
			found = v
		}
	}
	if found != nil {
		return found
	}
	area := func(o fyne.CanvasObject) float32 { return o.Size().Width * o.Size().Height }
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if v, ok := scrolls(o); ok && (found == nil || area(v) > area(found)) {
			found = v
		}
		for _, child := range childrenOf(o) {
			walk(child)
		}
	}
	walk(front)
	return found
}
