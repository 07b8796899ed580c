package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Focusable = (*Reader)(nil)

// Reader shows something that may be higher than itself, and scrolls it with
// the wheel or, once it has the focus, with the keyboard.
type Reader struct {
	widget.BaseWidget

	scroll  *container.Scroll
	focused bool
}

// NewReader returns a reader of content.
func NewReader(content fyne.CanvasObject) *Reader {
	r := &Reader{scroll: container.NewVScroll(content)}
	r.ExtendBaseWidget(r)
	return r
}

// HeightFor returns how high the reader must be to show everything at a width.
func (r *Reader) HeightFor(width float32) float32 {
	content := r.scroll.Content
	fitHeight(content, width)
	return content.MinSize().Height
}

// ScrollToTop shows the beginning.
func (r *Reader) ScrollToTop() { r.scroll.ScrollToTop() }

// FocusGained implements fyne.Focusable.
func (r *Reader) FocusGained() {
	r.focused = true
	r.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *Reader) FocusLost() {
	r.focused = false
	r.Refresh()
}

// TypedRune implements fyne.Focusable.
func (r *Reader) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *Reader) TypedKey(e *fyne.KeyEvent) {
	line, page := 2*r.Theme().Size(theme.SizeNameText), r.Size().Height*0.9
	by := func(y float32) { r.scroll.ScrollToOffset(r.scroll.Offset.AddXY(0, y)) }
	switch e.Name {
	case fyne.KeyDown:
		by(line)
	case fyne.KeyUp:
		by(-line)
	case fyne.KeyPageDown, fyne.KeySpace:
		by(page)
	case fyne.KeyPageUp:
		by(-page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	default:
		passUp(r, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return &readerRenderer{reader: r, ring: canvas.NewRectangle(nil)}
}

type readerRenderer struct {
	reader *Reader
	ring   *canvas.Rectangle
}

func (r *readerRenderer) Layout(size fyne.Size) {
	r.reader.scroll.Resize(size)
	r.ring.Move(fyne.NewPos(-4, -4))
	r.ring.Resize(size.AddWidthHeight(8, 8))
}

func (r *readerRenderer) MinSize() fyne.Size { return r.reader.scroll.MinSize() }

func (r *readerRenderer) Refresh() {
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = themed(r.reader, theme.ColorNameFocus), 2, 6
	r.ring.Hidden = !r.reader.focused
	r.ring.Refresh()
	r.reader.scroll.Refresh()
}

func (r *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.reader.scroll}
}

func (r *readerRenderer) Destroy() {}
