package native

// Rect is a place on the screens, in the units of the system: pixels, on macOS
// points. X and Y are its left and upper edge from those of the screens, and may be
// negative.
type Rect struct{ X, Y, Width, Height int }

// Frame is how wide the system's border is around a window.
type Frame struct{ Left, Top, Right, Bottom int }

// most returns the wider border of two on each side.
func (f Frame) most(o Frame) Frame {
	return Frame{max(f.Left, o.Left), max(f.Top, o.Top), max(f.Right, o.Right), max(f.Bottom, o.Bottom)}
}

// The least size of a window that is stored: a smaller one was no choice.
const (
	leastWidth  = 320
	leastHeight = 240
)

// Usable reports whether a window can be shown there again.
func (r Rect) Usable() bool { return r.Width >= leastWidth && r.Height >= leastHeight }

// shared returns how much area r has in common with o.
func (r Rect) shared(o Rect) int {
	width := min(r.X+r.Width, o.X+o.Width) - max(r.X, o.X)
	height := min(r.Y+r.Height, o.Y+o.Height) - max(r.Y, o.Y)
	return max(width, 0) * max(height, 0)
}

// Fit returns where a window opens that was at r: there, moved and made smaller as far
// as is needed to be with its frame on the screen that it is most on, or else on the
// first. Screens are the parts of them that windows may cover; if there are none, it
// opens at r.
func (r Rect) Fit(screens []Rect, f Frame) Rect {
	if len(screens) == 0 {
		return r
	}
	on := screens[0]
	for _, s := range screens {
		if r.shared(s) > r.shared(on) {
			on = s
		}
	}
	on = Rect{on.X + f.Left, on.Y + f.Top, on.Width - f.Left - f.Right, on.Height - f.Top - f.Bottom}
	width, height := min(r.Width, on.Width), min(r.Height, on.Height)
	return Rect{
		X: max(on.X, min(r.X, on.X+on.Width-width)), Y: max(on.Y, min(r.Y, on.Y+on.Height-height)),
		Width: width, Height: height,
	}
}

// Center returns where a window of a size opens for the first time: in the middle of
// the first screen, made smaller as far as is needed.
func Center(width, height int, screens []Rect, f Frame) Rect {
	r := Rect{Width: width, Height: height}
	if len(screens) == 0 {
		return r
	}
	on := screens[0]
	r.X, r.Y = on.X+(on.Width-width)/2, on.Y+(on.Height-height)/2
	return r.Fit(screens[:1], f)
}
