package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Reader)(nil)
	_ fyne.Shortcutable = (*Reader)(nil)
	_ parent            = (*Reader)(nil)
)

// Reader shows something that may be higher than itself, and scrolls it with
// the wheel or, once it has the focus, with the keyboard.
type Reader struct {
	widget.BaseWidget

	// OnView is called with the part of the content that is in view, each time
	// that is another one: where it begins, and how high it is. It may be nil.
	OnView func(top, height float32)
	// Listing is the listing that is read, if it is one. It begins at the top.
	Listing *Listing

	scroll  *Scroll
	focused bool
}

// NewReader returns a reader of content.
func NewReader(content fyne.CanvasObject) *Reader {
	return newReader(NewVScroll(content))
}

// NewWideReader returns a reader of content that may be wider than itself as
// well.
func NewWideReader(content fyne.CanvasObject) *Reader {
	return newReader(NewScroll(content))
}

func newReader(scroll *Scroll) *Reader {
	r := &Reader{scroll: scroll}
	scroll.OnScrolled = func(fyne.Position) { r.viewed() }
	r.ExtendBaseWidget(r)
	return r
}

func (r *Reader) viewed() {
	top, height := r.scroll.Offset.Y, r.scroll.Size().Height
	if r.Listing != nil {
		r.Listing.Look(top, height)
	}
	if r.OnView != nil {
		r.OnView(top, height)
	}
}

// HeightFor returns how high the reader must be to show everything at a width.
func (r *Reader) HeightFor(width float32) float32 {
	content := r.scroll.Content
	fitHeight(content, width)
	return content.MinSize().Height
}

// ScrollToTop shows the beginning.
func (r *Reader) ScrollToTop() {
	r.scroll.ScrollToOffset(fyne.NewPos(0, 0))
	r.viewed()
}

// ScrollTo shows an object that is in the content, beginning with it. Like ShowPart it
// works before that was drawn.
func (r *Reader) ScrollTo(o fyne.CanvasObject) {
	r.fit()
	r.ScrollToOffset(r.topOf(o) - revealMargin)
}

// ShowPart scrolls a part of an object that is in the content into view.
func (r *Reader) ShowPart(o fyne.CanvasObject, top, height float32) {
	r.fit()
	at := r.Offset()
	r.ScrollToOffset(at + hiddenBy(r.topOf(o)+top-at, height, r.Size().Height))
}

// topOf returns where an object begins in the content.
func (r *Reader) topOf(o fyne.CanvasObject) (top float32) {
	for i, around := range pathTo(o, r.scroll.Content) {
		if i > 0 {
			top += around.Position().Y
		}
	}
	return top
}

// Offset returns how far the content is scrolled.
func (r *Reader) Offset() float32 { return r.scroll.Offset.Y }

// ScrollToOffset scrolls the content so far, or as far as it goes.
func (r *Reader) ScrollToOffset(offset float32) {
	r.fit()
	_, most := r.scroll.scrolled()
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(offset, most))))
	r.viewed()
}

// fit lays the content out as it is now.
func (r *Reader) fit() {
	fitHeight(r.scroll.Content, r.Size().Width)
	r.scroll.Refresh()
}

// children implements parent.
func (r *Reader) children() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// FocusGained implements fyne.Focusable.
func (r *Reader) FocusGained() {
	r.focused = true
	r.Refresh()
	Reveal(r)
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
	across := func(x float32) { r.scroll.ScrollToOffset(r.scroll.Offset.AddXY(x, 0)) }
	switch e.Name {
	case fyne.KeyDown:
		by(line)
	case fyne.KeyUp:
		by(-line)
	case fyne.KeyRight:
		across(line)
	case fyne.KeyLeft:
		across(-line)
	case fyne.KeyPageDown, fyne.KeySpace:
		by(page)
	case fyne.KeyPageUp:
		by(-page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	default:
		PassUp(r, e)
		return
	}
	r.viewed()
}

// TypedShortcut implements fyne.Shortcutable: to copy is for a listing that is
// read, and the rest for the window.
func (r *Reader) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		if r.Listing != nil {
			r.Listing.TypedShortcut(s)
		}
	default:
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(r).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return &readerRenderer{reader: r, ring: newRing()}
}

type readerRenderer struct {
	reader *Reader
	ring   ring
}

// Layout gives the content the width that there is before it asks how high that
// makes it.
func (r *readerRenderer) Layout(size fyne.Size) {
	scroll := r.reader.scroll
	fitHeight(scroll.Content, size.Width)
	scroll.Resize(size)
	r.reader.viewed()
	r.ring.around(fyne.Position{}, size, corner)
}

func (r *readerRenderer) MinSize() fyne.Size { return r.reader.scroll.MinSize() }

func (r *readerRenderer) Refresh() {
	r.ring.show(r.reader, r.reader.focused)
	r.reader.scroll.Refresh()
	r.reader.viewed()
}

func (r *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.Rectangle, r.reader.scroll}
}

func (r *readerRenderer) Destroy() {}
