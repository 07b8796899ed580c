package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable          = (*rowDots)(nil)
	_ fyne.SecondaryTappable = (*rowDots)(nil)
	_ fyne.Accessible        = (*rowDots)(nil)
)

// rowDots are the three dots that open the menu of a row. They are no stop of Tab:
// the row has keys for it.
type rowDots struct {
	widget.BaseWidget

	spoken string
	menu   func(at fyne.Position) // opens the menu at a place in the row
}

func newRowDots(spoken string, menu func(at fyne.Position)) *rowDots {
	d := &rowDots{spoken: spoken, menu: menu}
	d.ExtendBaseWidget(d)
	return d
}

// Tapped implements fyne.Tappable.
func (d *rowDots) Tapped(*fyne.PointEvent) { d.menu(d.Position().AddXY(0, d.Size().Height/2+10)) }

// TappedSecondary implements fyne.SecondaryTappable.
func (d *rowDots) TappedSecondary(e *fyne.PointEvent) { d.Tapped(e) }

// AccessibilityLabel implements fyne.Accessible.
func (d *rowDots) AccessibilityLabel() string { return d.spoken }

// AccessibilityRole implements fyne.Accessible.
func (d *rowDots) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (d *rowDots) CreateRenderer() fyne.WidgetRenderer {
	r := &rowDotsRenderer{dots: d}
	for range 3 {
		r.circles = append(r.circles, canvas.NewCircle(nil))
	}
	r.Refresh()
	return r
}

type rowDotsRenderer struct {
	dots    *rowDots
	circles []fyne.CanvasObject
}

func (r *rowDotsRenderer) Layout(size fyne.Size) {
	side, step := scaled(r.dots, 3), scaled(r.dots, 5.5)
	for i, c := range r.circles {
		c.Resize(fyne.NewSquareSize(side))
		c.Move(fyne.NewPos(size.Width/2+float32(i-1)*step-side/2, (size.Height-side)/2))
	}
}

func (r *rowDotsRenderer) MinSize() fyne.Size { return fyne.NewSize(32, 32) }

func (r *rowDotsRenderer) Refresh() {
	for _, c := range r.circles {
		c.(*canvas.Circle).FillColor = themed(r.dots, theme.ColorNameForeground)
		c.Refresh()
	}
}

func (r *rowDotsRenderer) Objects() []fyne.CanvasObject { return r.circles }

func (r *rowDotsRenderer) Destroy() {}
