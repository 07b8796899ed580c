package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// KeyCap is the name of a key as it stands on it, for a caption.
type KeyCap struct {
	widget.BaseWidget

	name string
}

// NewKeyCap returns the cap of the key with a name, such as Enter or 1.
func NewKeyCap(name string) *KeyCap {
	k := &KeyCap{name: name}
	k.ExtendBaseWidget(k)
	return k
}

// Text returns the name of the key.
func (k *KeyCap) Text() string { return k.name }

// KeyCaption returns a muted caption in which what stands between backquotes is
// the name of a key. It wraps between words.
func KeyCaption(text string) *fyne.Container {
	c := container.New(&Flow{GapX: 4, GapY: 2})
	var word *fyne.Container // that is still open, for what follows without a space
	add := func(o fyne.CanvasObject) {
		if word == nil {
			word = container.New(layout.NewCustomPaddedHBoxLayout(0))
			c.Add(word)
		}
		word.Add(o)
	}
	for i, part := range strings.Split(text, "`") {
		if i%2 == 1 {
			add(NewKeyCap(part))
			continue
		}
		for n, s := range strings.Split(part, " ") {
			if n > 0 {
				word = nil
			}
			if s != "" {
				add(NewColored(s, ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}))
			}
		}
	}
	return c
}

// CreateRenderer implements fyne.Widget.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	r := &keyCapRenderer{key: k, box: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type keyCapRenderer struct {
	key  *KeyCap
	box  *canvas.Rectangle
	text *canvas.Text
}

func (r *keyCapRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	text := r.text.MinSize()
	r.text.Resize(text)
	r.text.Move(fyne.NewPos((size.Width-text.Width)/2, (size.Height-text.Height)/2))
}

func (r *keyCapRenderer) MinSize() fyne.Size {
	text := r.text.MinSize().AddWidthHeight(10, 2)
	return fyne.NewSize(max(text.Width, text.Height), text.Height)
}

func (r *keyCapRenderer) Refresh() {
	k := r.key
	r.box.FillColor, r.box.StrokeColor = themed(k, ColorCard), themed(k, ColorFrame)
	r.box.StrokeWidth, r.box.CornerRadius = 1, 4
	r.text.Text, r.text.Color = k.name, themed(k, theme.ColorNameForeground)
	r.text.TextSize = k.Theme().Size(theme.SizeNameCaptionText)
	r.Layout(k.Size())
	r.box.Refresh()
	r.text.Refresh()
}

func (r *keyCapRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }

func (r *keyCapRenderer) Destroy() {}
