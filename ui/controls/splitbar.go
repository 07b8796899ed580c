package controls

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SplitBar divides a whole into three parts with two handles, which move in
// steps. It begins empty: a click or a drag sets the first handle, another one
// the second. Handles are for the pointer and no stop for Tab; one that was
// clicked moves with the arrow keys. Disabled, the bar has no handles.
type SplitBar struct {
	widget.DisableableWidget

	// OnChanged is called with the places of both handles, in percent from the
	// left, when the user moved one and both are set.
	OnChanged func(first, second int)
	// OnBegun is called when the user set the first handle of two.
	OnBegun func()

	colors [3]fyne.ThemeColorName
	prompt string // shown while the bar is empty
	edges  [2]int // percent, edges[0] <= edges[1]; of handles that are set
	set    int    // how many handles are set: 0 to 2
	grips  [2]*grip

	dragged bool
	index   int     // of the handle that is dragged
	drag    float32 // where it is pulled to, from the left of the bar
}

const (
	splitStep   = 5 // percent
	gripWidth   = 14
	gripOut     = 3 // how far a handle may extend past the ends
	splitHeight = 24
	splitCorner = 4
)

var (
	_ fyne.Tappable      = (*SplitBar)(nil)
	_ fyne.Draggable     = (*SplitBar)(nil)
	_ fyne.Tappable      = (*grip)(nil)
	_ fyne.Focusable     = (*grip)(nil)
	_ fyne.Disableable   = (*grip)(nil)
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

// NewSplitBar returns an empty bar for three parts in the given colors, with a
// text that it shows while it is empty.
func NewSplitBar(colors [3]fyne.ThemeColorName, prompt string, changed func(first, second int)) *SplitBar {
	s := &SplitBar{OnChanged: changed, colors: colors, prompt: prompt}
	for i := range s.grips {
		s.grips[i] = newGrip(s, i)
	}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a division without calling OnChanged.
func (s *SplitBar) Set(first, second int) {
	s.edges, s.set = [2]int{first, second}, 2
	s.Refresh()
}

// Clear empties the bar without calling OnChanged.
func (s *SplitBar) Clear() {
	s.set = 0
	for _, g := range s.grips {
		if g.focused {
			fyne.CurrentApp().Driver().CanvasForObject(g).Unfocus()
		}
	}
	s.Refresh()
}

// Begun reports whether a handle is being dragged, or one of two is set.
func (s *SplitBar) Begun() bool { return s.dragged || s.set == 1 }

// Tapped implements fyne.Tappable: a handle that is not set yet goes there, or
// the nearer one of two.
func (s *SplitBar) Tapped(e *fyne.PointEvent) {
	if !s.Disabled() {
		s.press(e.Position.X)
	}
}

// Dragged implements fyne.Draggable.
func (s *SplitBar) Dragged(e *fyne.DragEvent) {
	if s.Disabled() {
		return
	}
	if !s.dragged {
		i := s.press(e.Position.X - e.Dragged.DX)
		s.begin(i)
	}
	s.pullBy(e.Dragged.DX)
}

// DragEnd implements fyne.Draggable.
func (s *SplitBar) DragEnd() { s.dragged = false }

func (s *SplitBar) begin(i int) {
	s.dragged, s.index, s.drag = true, i, s.edgeAt(i, s.Size().Width)
}

func (s *SplitBar) pullBy(dx float32) {
	s.drag += dx
	s.move(s.index, s.step(s.drag))
}

// press brings a handle to x, from the left of the bar, and returns its index.
func (s *SplitBar) press(x float32) (index int) {
	to := s.step(x)
	switch s.set {
	case 0:
	case 1:
		if to < s.edges[0] {
			s.edges[1] = s.edges[0]
		} else {
			index = 1
		}
	default:
		if s.percent(x) > float32(s.edges[0]+s.edges[1])/2 {
			index = 1
		}
		s.move(index, to)
		return index
	}
	s.edges[index] = to
	s.set++
	s.report()
	return index
}

// move puts handle i at a percentage, no further than its neighbor, for the
// user.
func (s *SplitBar) move(i, to int) {
	if s.Disabled() || i >= s.set {
		return
	}
	low, high := 0, 100
	switch {
	case i == 1:
		low = s.edges[0]
	case s.set == 2:
		high = s.edges[1]
	}
	if to = min(max(to, low), high); to != s.edges[i] {
		s.edges[i] = to
		s.report()
	}
}

// report shows what the user did and calls the callbacks.
func (s *SplitBar) report() {
	s.Refresh()
	switch {
	case s.set == 2 && s.OnChanged != nil:
		s.OnChanged(s.edges[0], s.edges[1])
	case s.set == 1 && s.OnBegun != nil:
		s.OnBegun()
	}
}

// step returns the step nearest to x, from the left of the bar, in percent.
func (s *SplitBar) step(x float32) int {
	return min(max(int(s.percent(x)/splitStep+0.5)*splitStep, 0), 100)
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
	if s.set < 2 {
		return [2]float32{min(max(s.edgeAt(0, width)-gripWidth/2, left), right)}
	}
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
	r := &splitRenderer{bar: s, prompt: canvas.NewText("", nil)}
	for i := range r.parts {
		r.parts[i] = canvas.NewRectangle(nil)
	}
	r.edge = canvas.NewRaster(func(w, h int) image.Image {
		scale := float64(h) / float64(max(r.edge.Size().Height, 1))
		return dashed(w, h, scale*splitCorner, 1.2*scale, scale, themed(s, theme.ColorNameInputBorder))
	})
	r.Refresh()
	return r
}

type splitRenderer struct {
	bar    *SplitBar
	parts  [3]*canvas.Rectangle
	edge   *canvas.Raster // of a bar that is not divided yet
	prompt *canvas.Text
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
		part.CornerRadius = min(splitCorner, (to-from)/2)
		from = to
	}
	r.edge.Move(fyne.NewPos(0, 1))
	r.edge.Resize(fyne.NewSize(size.Width, size.Height-2))
	text := r.prompt.MinSize()
	r.prompt.Move(fyne.NewPos((size.Width-text.Width)/2, (size.Height-text.Height)/2))
	r.prompt.Resize(text)
	for i, x := range r.bar.gripsAt(size.Width) {
		r.bar.grips[i].Resize(fyne.NewSize(gripWidth, size.Height))
		r.bar.grips[i].Move(fyne.NewPos(x, 0))
	}
}

func (r *splitRenderer) MinSize() fyne.Size {
	const least, beside = 120, 8
	prompt := r.prompt.MinSize()
	return fyne.NewSize(max(least, prompt.Width+2*beside), max(splitHeight, prompt.Height)+8)
}

func (r *splitRenderer) Refresh() {
	s := r.bar
	for i, part := range r.parts {
		part.FillColor = themed(s, s.colors[i])
		part.Hidden = s.set < 2
		part.Refresh()
	}
	r.prompt.Text, r.prompt.TextSize = s.prompt, s.Theme().Size(theme.SizeNameCaptionText)
	r.prompt.Color = themed(s, ColorMuted)
	r.prompt.Hidden = s.set > 0 || s.Disabled()
	r.edge.Hidden = s.set == 2
	for i, g := range s.grips {
		g.Hidden = s.Disabled() || i >= s.set
		g.Refresh()
	}
	r.Layout(s.Size())
	r.prompt.Refresh()
	r.edge.Refresh()
}

func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.edge, r.prompt, r.parts[0], r.parts[1], r.parts[2], r.bar.grips[0], r.bar.grips[1]}
}

func (r *splitRenderer) Destroy() {}

// grip is a handle of a split bar.
type grip struct {
	widget.BaseWidget

	bar     *SplitBar
	index   int
	clicked bool // it takes the focus
	focused bool
}

func newGrip(bar *SplitBar, index int) *grip {
	g := &grip{bar: bar, index: index}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

func (g *grip) Dragged(e *fyne.DragEvent) {
	if !g.bar.dragged {
		g.bar.begin(g.index)
	}
	g.bar.pullBy(e.Dragged.DX)
}

func (g *grip) DragEnd() { g.bar.DragEnd() }

// Tapped takes the focus and moves nothing, so that the keys can do the rest.
func (g *grip) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		g.clicked = true
		c.Focus(g)
		g.clicked = false
	}
}

// Disabled implements fyne.Disableable, so that Tab passes a handle by.
func (g *grip) Disabled() bool { return !g.clicked && !g.focused }

// Enable implements fyne.Disableable, and does nothing.
func (g *grip) Enable() {}

// Disable implements fyne.Disableable, and does nothing.
func (g *grip) Disable() {}

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
	if !isPaging(e) {
		Reveal(g.bar) // it may have been scrolled away
	}
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
	default:
		PassUp(g, e)
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
		r.knob.StrokeColor, r.knob.StrokeWidth = themed(r.grip, theme.ColorNamePrimary), 2.5
	}
	r.knob.Refresh()
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.knob} }

func (r *gripRenderer) Destroy() {}
