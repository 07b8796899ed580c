package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SplitBar divides a whole into three parts with two handles. The handles move
// in steps, with the mouse or, when focused, with the arrow keys. Disabled, it
// has no handles.
type SplitBar struct {
	widget.DisableableWidget

	// OnChanged is called with the places of both handles, in percent from the
	// left, when the user moved one.
	OnChanged func(first, second int)

	colors [3]fyne.ThemeColorName
	edges  [2]int // percent, edges[0] <= edges[1]
	faint  bool   // nothing was chosen yet: the bar only offers
	grips  [2]*grip
}

const (
	splitStep   = 5 // percent
	gripWidth   = 14
	gripOut     = 3 // how far a handle may extend past the ends
	splitHeight = 24
)

var (
	_ fyne.Tappable      = (*SplitBar)(nil)
	_ fyne.Tappable      = (*grip)(nil)
	_ fyne.Focusable     = (*grip)(nil)
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

// NewSplitBar returns a bar of three parts in the given colors.
func NewSplitBar(colors [3]fyne.ThemeColorName, changed func(first, second int)) *SplitBar {
	s := &SplitBar{OnChanged: changed, colors: colors, edges: [2]int{40, 60}, faint: true}
	for i := range s.grips {
		s.grips[i] = newGrip(s, i)
	}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a division without calling OnChanged. Faint shows it as an offer
// that was not taken yet.
func (s *SplitBar) Set(first, second int, faint bool) {
	s.edges, s.faint = [2]int{first, second}, faint
	s.Refresh()
}

// Dragged reports whether a handle is being dragged.
func (s *SplitBar) Dragged() bool { return s.grips[0].dragged || s.grips[1].dragged }

// pull puts handle i at the step nearest to x, from the left of the bar.
func (s *SplitBar) pull(i int, x float32) {
	s.move(i, int(s.percent(x)/splitStep+0.5)*splitStep)
}

// move puts handle i at a percentage, no further than its neighbor, for the
// user.
func (s *SplitBar) move(i, to int) {
	if s.Disabled() {
		return
	}
	low, high := 0, s.edges[1]
	if i == 1 {
		low, high = s.edges[0], 100
	}
	to = min(max(to, low), high)
	if to == s.edges[i] && !s.faint {
		return
	}
	s.edges[i], s.faint = to, false
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(s.edges[0], s.edges[1])
	}
}

// Tapped implements fyne.Tappable: the nearer handle goes there.
func (s *SplitBar) Tapped(e *fyne.PointEvent) {
	i := 0
	if s.percent(e.Position.X) > float32(s.edges[0]+s.edges[1])/2 {
		i = 1
	}
	s.pull(i, e.Position.X)
}

func (s *SplitBar) percent(x float32) float32 {
	if s.Size().Width == 0 {
		return 0
	}
	return 100 * x / s.Size().Width
}

// edgeAt returns where edge i is on a bar of the given width.
func (s *SplitBar) edgeAt(i int, width float32) float32 {
	return width * float32(s.edges[i]) / 100
}

// gripsAt returns where both handles begin on a bar of the given width. They
// never overlap, since the one below could not be taken: close edges have their
// handles side by side, and at the ends there is room for both.
func (s *SplitBar) gripsAt(width float32) [2]float32 {
	const left = -gripOut
	right := width + gripOut - gripWidth
	first := min(max(s.edgeAt(0, width)-gripWidth/2, left), right-gripWidth)
	second := min(max(s.edgeAt(1, width)-gripWidth/2, left+gripWidth), right)
	if second-first < gripWidth {
		middle := (first + second) / 2
		first, second = middle-gripWidth/2, middle+gripWidth/2
	}
	return [2]float32{first, second}
}

// CreateRenderer implements fyne.Widget.
func (s *SplitBar) CreateRenderer() fyne.WidgetRenderer {
	r := &splitRenderer{bar: s}
	for i := range r.parts {
		r.parts[i] = canvas.NewRectangle(nil)
	}
	r.Refresh()
	return r
}

type splitRenderer struct {
	bar   *SplitBar
	parts [3]*canvas.Rectangle
}

func (r *splitRenderer) Layout(size fyne.Size) {
	top := (size.Height - splitHeight) / 2
	from := float32(0)
	for i, part := range r.parts {
		to := size.Width
		if i < 2 {
			to = r.bar.edgeAt(i, size.Width)
		}
		part.Move(fyne.NewPos(from, top))
		part.Resize(fyne.NewSize(to-from, splitHeight))
		part.CornerRadius = min(4, (to-from)/2)
		from = to
	}
	for i, x := range r.bar.gripsAt(size.Width) {
		r.bar.grips[i].Resize(fyne.NewSize(gripWidth, size.Height))
		r.bar.grips[i].Move(fyne.NewPos(x, 0))
	}
}

func (r *splitRenderer) MinSize() fyne.Size { return fyne.NewSize(120, splitHeight+8) }

func (r *splitRenderer) Refresh() {
	for i, part := range r.parts {
		part.FillColor = themed(r.bar, r.bar.colors[i])
		if r.bar.faint {
			part.FillColor = themed(r.bar, theme.ColorNameSeparator)
		}
		part.Refresh()
	}
	r.Layout(r.bar.Size())
	for _, g := range r.bar.grips {
		g.Hidden = r.bar.Disabled()
		g.Refresh()
	}
}

func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.parts[0], r.parts[1], r.parts[2], r.bar.grips[0], r.bar.grips[1]}
}

func (r *splitRenderer) Destroy() {}

// grip is a handle of a split bar.
type grip struct {
	widget.BaseWidget

	bar     *SplitBar
	index   int
	focused bool
	dragged bool
	drag    float32 // where the edge is pulled to, from the left of the bar
}

func newGrip(bar *SplitBar, index int) *grip {
	g := &grip{bar: bar, index: index}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

func (g *grip) Dragged(e *fyne.DragEvent) {
	if !g.dragged {
		g.dragged = true
		g.drag = g.bar.edgeAt(g.index, g.bar.Size().Width)
	}
	g.drag += e.Dragged.DX
	g.bar.pull(g.index, g.drag)
}

func (g *grip) DragEnd() { g.dragged = false }

// Tapped takes the focus and moves nothing, so that the keys can do the rest.
func (g *grip) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

func (g *grip) FocusGained() {
	g.focused = true
	g.Refresh()
	Reveal(g.bar)
}

func (g *grip) FocusLost() {
	g.focused = false
	g.Refresh()
}

func (g *grip) TypedRune(rune) {}

func (g *grip) TypedKey(e *fyne.KeyEvent) {
	at := g.bar.edges[g.index] // between two steps if it was not set by hand
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		g.bar.move(g.index, (at-1)/splitStep*splitStep)
	case fyne.KeyRight, fyne.KeyUp:
		g.bar.move(g.index, at/splitStep*splitStep+splitStep)
	case fyne.KeyHome:
		g.bar.move(g.index, 0)
	case fyne.KeyEnd:
		g.bar.move(g.index, 100)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter: // takes what is offered
		g.bar.move(g.index, at)
	default:
		passUp(g, e)
	}
}

func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{grip: g, knob: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type gripRenderer struct {
	grip *grip
	knob *canvas.Rectangle
}

func (r *gripRenderer) Layout(size fyne.Size) {
	const width = 7
	r.knob.Resize(fyne.NewSize(width, size.Height))
	r.knob.Move(fyne.NewPos((size.Width-width)/2, 0))
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWidth, splitHeight) }

func (r *gripRenderer) Refresh() {
	r.knob.CornerRadius = 3
	r.knob.FillColor = themed(r.grip, ColorCard)
	r.knob.StrokeColor, r.knob.StrokeWidth = themed(r.grip, theme.ColorNameForeground), 1
	if r.grip.focused {
		r.knob.StrokeColor, r.knob.StrokeWidth = themed(r.grip, theme.ColorNameFocus), 2.5
	}
	r.knob.Refresh()
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.knob} }

func (r *gripRenderer) Destroy() {}
