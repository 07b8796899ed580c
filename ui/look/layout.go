package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"heliotrope/ui/controls"
)

// PagePadding puts the margins of a page around its content, which are less where
// the page is narrow.
func PagePadding(o fyne.CanvasObject) *fyne.Container {
	return container.New(&margins{above: 24, below: 24}, o)
}

// HeadPadding puts the margins around what stays above a page that scrolls.
func HeadPadding(o fyne.CanvasObject) *fyne.Container {
	return container.New(&margins{above: 14, below: 14}, o)
}

// PageScrollBelowHead is PageScroll for a page with a head above it.
func PageScrollBelowHead(o fyne.CanvasObject) *controls.Scroll {
	return controls.NewVScroll(container.New(&margins{above: 8, below: 24}, o))
}

// margins is the layout of the margins of a page.
type margins struct {
	above, below float32

	width float32 // of the last layout
}

const (
	aside, asideNarrow = 32, 20 // to the left and right
	narrowPage         = 800    // at the usual text size
)

func (m *margins) aside() float32 {
	if m.width > 0 && m.width < narrowPage*TextScale() {
		return asideNarrow
	}
	return aside
}

// Layout implements fyne.Layout.
func (m *margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m.width = size.Width
	for _, o := range objects {
		o.Move(fyne.NewPos(m.aside(), m.above))
		o.Resize(size.SubtractWidthHeight(2*m.aside(), m.above+m.below))
	}
}

// MinSize implements fyne.Layout.
func (m *margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*asideNarrow, m.above+m.below)
}

// Between puts top above and bottom below middle, which takes the room that is
// left. Unlike Fyne's border container it has this order for Tab as well.
// Bottom may be nil.
func Between(top, middle, bottom fyne.CanvasObject) *fyne.Container {
	c := container.New(between{layout.NewBorderLayout(top, bottom, nil, nil), middle}, top, middle)
	if bottom != nil {
		c.Add(bottom)
	}
	return c
}

// between is a border layout whose edges get their width first, since their heights may
// depend on it.
type between struct {
	border fyne.Layout
	middle fyne.CanvasObject
}

func (b between) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, edge := range o {
		if edge != b.middle && edge.Visible() {
			edge.Resize(fyne.NewSize(size.Width, edge.Size().Height))
		}
	}
	b.border.Layout(o, size)
}

func (b between) MinSize(o []fyne.CanvasObject) fyne.Size { return b.border.MinSize(o) }

// Above puts top above rest, which takes the room that is left, without a gap.
func Above(top, rest fyne.CanvasObject) *fyne.Container {
	return container.New(topAndRest{}, top, rest)
}

type topAndRest struct{}

func (topAndRest) Layout(o []fyne.CanvasObject, size fyne.Size) {
	height := float32(0)
	if o[0].Visible() {
		o[0].Resize(fyne.NewSize(size.Width, o[0].Size().Height)) // its height depends on it
		height = o[0].MinSize().Height
	}
	o[0].Resize(fyne.NewSize(size.Width, height))
	o[1].Move(fyne.NewPos(0, height))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-height))
}

func (topAndRest) MinSize(o []fyne.CanvasObject) fyne.Size {
	top, rest := fyne.Size{}, o[1].MinSize()
	if o[0].Visible() {
		top = o[0].MinSize()
	}
	return fyne.NewSize(max(top.Width, rest.Width), top.Height+rest.Height)
}

// Sized gives an object all the room there is, and calls fit with its size before: what
// is shown may depend on that, wherever in the object it is. Fit reports whether it
// changed what is shown. All is laid out anew then; the driver sees only what several
// changes in one frame come to.
func Sized(o fyne.CanvasObject, fit func(fyne.Size) (changed bool)) *fyne.Container {
	return container.New(sized(fit), o)
}

type sized func(fyne.Size) bool

func (s sized) Layout(o []fyne.CanvasObject, size fyne.Size) {
	changed := s(size)
	o[0].Resize(size)
	if changed {
		o[0].Refresh()
	}
}

func (sized) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// PageScroll is pagePadding for a page that may be higher than the window.
func PageScroll(o fyne.CanvasObject) *controls.Scroll {
	return controls.NewVScroll(PagePadding(o))
}

// Ground returns a plain ground in a color of the theme.
func Ground(name fyne.ThemeColorName) fyne.CanvasObject {
	return controls.NewPanel(container.NewWithoutLayout(), name, "", 0, fyne.NewSize(0, 0))
}

// SetVisible shows an object, or hides it.
func SetVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible == o.Visible():
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

// usualText is the size of texts before the user chose a larger one.
const usualText = 14

// TextScale returns how much larger than usual texts are.
func TextScale() float32 { return theme.TextSize() / usualText }

// The room around the text of the one field that a page is about, and of a small
// window, see [controls.TextField].
const (
	Roomy   = 4
	Compact = 2
)
