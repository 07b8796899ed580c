package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable     = (*proseLink)(nil)
	_ fyne.Accessible    = (*proseLink)(nil)
	_ fyne.Tappable      = (*proseTarget)(nil)
	_ desktop.Hoverable  = (*proseTarget)(nil)
	_ desktop.Cursorable = (*proseTarget)(nil)
)

// proseLink is a link of a [Prose] as a stop of Tab. It is where the link begins;
// clicks come to its targets.
type proseLink struct {
	widget.BaseWidget

	prose   *Prose
	to      string
	text    string
	focused bool
	hovered bool
	targets []*proseTarget
}

func newProseLink(p *Prose, s Run) *proseLink {
	l := &proseLink{prose: p, to: s.Link, text: s.Text}
	l.ExtendBaseWidget(l)
	return l
}

func (l *proseLink) press() {
	if l.prose.OnLink != nil {
		l.prose.OnLink(l.to)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (l *proseLink) AccessibilityLabel() string { return l.text }

// AccessibilityRole implements fyne.Accessible.
func (l *proseLink) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// FocusGained implements fyne.Focusable.
func (l *proseLink) FocusGained() {
	l.set(&l.focused, true)
	Reveal(l)
}

// FocusLost implements fyne.Focusable.
func (l *proseLink) FocusLost() { l.set(&l.focused, false) }

// TypedKey implements fyne.Focusable.
func (l *proseLink) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.press()
	case fyne.KeySpace:
	default:
		PassUp(l, e)
	}
}

// TypedRune implements fyne.Focusable. Space acts here and not as a key: its rune
// comes after the key, and would be typed into a field that the act leads to.
func (l *proseLink) TypedRune(r rune) {
	if r == ' ' {
		l.press()
	}
}

func (l *proseLink) set(state *bool, on bool) {
	if *state != on {
		*state = on
		l.prose.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *proseLink) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// proseTarget takes the pointer for a link in one of its lines. It is as high as a
// target should be, so those of two lines overlap: a click is for the link that is
// nearest to it.
type proseTarget struct {
	widget.BaseWidget

	prose *Prose
}

func newProseTarget(p *Prose) *proseTarget {
	t := &proseTarget{prose: p}
	t.ExtendBaseWidget(t)
	return t
}

// nearest returns the link that is nearest to a place in the target.
func (t *proseTarget) nearest(at fyne.Position) (link *proseLink) {
	p := t.prose
	at = at.Add(t.Position())
	lines := p.lines(p.Size().Width)
	best := float32(maxWidth)
	for i, l := range p.links {
		for _, b := range p.boxes(lines, i) {
			away := max(b.pos.Y-at.Y, at.Y-b.pos.Y-b.size.Height, 0) + max(b.pos.X-at.X, at.X-b.pos.X-b.size.Width, 0)
			if away < best {
				best, link = away, l
			}
		}
	}
	return link
}

// Tapped implements fyne.Tappable.
func (t *proseTarget) Tapped(e *fyne.PointEvent) {
	if l := t.nearest(e.Position); l != nil {
		l.press()
	}
}

// MouseIn implements desktop.Hoverable.
func (t *proseTarget) MouseIn(e *desktop.MouseEvent) { t.hover(t.nearest(e.Position)) }

// MouseMoved implements desktop.Hoverable.
func (t *proseTarget) MouseMoved(e *desktop.MouseEvent) { t.hover(t.nearest(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (t *proseTarget) MouseOut() { t.hover(nil) }

func (t *proseTarget) hover(link *proseLink) {
	for _, l := range t.prose.links {
		l.set(&l.hovered, l == link)
	}
}

// Cursor implements desktop.Cursorable.
func (t *proseTarget) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *proseTarget) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// CreateRenderer implements fyne.Widget. Fyne forgets the renderer of what is out of
// sight for a minute, and lays the next one out only if the size is another.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{prose: p}
	if size := p.Size(); !size.IsZero() {
		r.Layout(size)
	}
	return r
}

type proseRenderer struct {
	prose   *Prose
	objects []fyne.CanvasObject
	width   float32 // that the objects were made for
}

// Layout makes the lines again for another width.
func (r *proseRenderer) Layout(size fyne.Size) {
	if r.objects == nil || size.Width != r.width {
		r.draw(size.Width)
	}
}

// MinSize is as wide as a long word and, since words wrap, as high as the present
// width makes it.
func (r *proseRenderer) MinSize() fyne.Size {
	p := r.prose
	lines := p.lines(p.Size().Width)
	last := lines[len(lines)-1]
	return fyne.NewSize(min(p.LeastWidth(), scaled(p, 120)), last.top+last.height)
}

func (r *proseRenderer) Refresh() {
	r.draw(r.prose.Size().Width)
	canvas.Refresh(r.prose)
}

// draw makes the objects: grounds, letters, lines below links, and rings.
func (r *proseRenderer) draw(width float32) {
	p := r.prose
	r.objects, r.width = nil, width
	lines := p.lines(width)
	place := func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
		r.objects = append(r.objects, o)
	}
	for _, line := range lines {
		for _, run := range line.runs {
			if name := p.groundOf(run); name != "" {
				ground := canvas.NewRectangle(themed(p, name))
				ground.CornerRadius = 3
				place(ground, fyne.NewPos(run.x-1, line.top+1), fyne.NewSize(run.width+2, line.height-2))
			}
			style, size := p.style(p.spans[run.span])
			text := canvas.NewText(run.text, themed(p, p.inkOf(run)))
			text.TextSize, text.TextStyle = size, style
			high := text.MinSize().Height
			place(text, fyne.NewPos(run.x, line.top+(line.height-high)/2), fyne.NewSize(run.width, high))
			if run.link >= 0 {
				thick := float32(1)
				if p.links[run.link].hovered {
					thick = 2
				}
				place(canvas.NewRectangle(themed(p, p.inkOf(run))), fyne.NewPos(run.x, line.top+line.height-3), fyne.NewSize(run.width, thick))
			}
		}
	}
	for i, l := range p.links {
		boxes := p.boxes(lines, i)
		for n, b := range boxes {
			if n == 0 {
				place(l, b.pos, b.size)
			}
			if n == len(l.targets) {
				l.targets = append(l.targets, newProseTarget(p))
			}
			high := max(b.size.Height, scaled(p, targetHeight))
			place(l.targets[n], b.pos.AddXY(0, (b.size.Height-high)/2), fyne.NewSize(b.size.Width, high))
			if l.focused {
				around := newRing()
				around.around(b.pos.AddXY(0, 2), b.size.SubtractWidthHeight(0, 4), 2)
				around.show(p, true)
				r.objects = append(r.objects, around.Rectangle)
			}
		}
	}
}

func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *proseRenderer) Destroy() {}
