package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fyne has no tooltips, and a pop-up would take the pointer from what is below
// it. A tip is therefore drawn on a layer over the content of a window, which
// reacts to nothing.

// WithTips puts a layer for tips over the content of a window.
func WithTips(content fyne.CanvasObject) *fyne.Container {
	layer := &tips{}
	layer.ExtendBaseWidget(layer)
	return container.NewStack(content, layer)
}

// ShowTip shows a few words above a part of o, which begins at the given place
// in o and has the given size; below it where there is no room above. It
// replaces the tip that the window of o shows. An empty text shows none, and so
// does a window that was made without [WithTips].
func ShowTip(o fyne.CanvasObject, at fyne.Position, size fyne.Size, text string) {
	layer := tipsOver(o)
	if layer == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	layer.over = driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(layer)).Add(at)
	layer.size, layer.text = size, text
	layer.Refresh()
}

// HideTip hides the tip in the window of o.
func HideTip(o fyne.CanvasObject) {
	if layer := tipsOver(o); layer != nil && layer.text != "" {
		layer.text = ""
		layer.Refresh()
	}
}

// tipsOver returns the layer of the window that o is in, or nil.
func tipsOver(o fyne.CanvasObject) *tips {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	root, ok := c.Content().(*fyne.Container)
	if !ok || len(root.Objects) == 0 {
		return nil
	}
	layer, _ := root.Objects[len(root.Objects)-1].(*tips)
	return layer
}

// tips is the layer. It shows one tip at a time.
type tips struct {
	widget.BaseWidget

	text string // "" for none
	over fyne.Position
	size fyne.Size
}

const (
	tipPadX = 10
	tipPadY = 5
	tipGap  = 6 // between the tip and what it is about, and the edges of the window
)

// place returns where a tip of a size is drawn in a window of a size.
func (t *tips) place(tip, window fyne.Size) fyne.Position {
	x := t.over.X + (t.size.Width-tip.Width)/2
	y := t.over.Y - tip.Height - tipGap
	if y < 0 {
		y = t.over.Y + t.size.Height + tipGap
	}
	return fyne.NewPos(max(min(x, window.Width-tip.Width-tipGap), tipGap), y)
}

// CreateRenderer implements fyne.Widget.
func (t *tips) CreateRenderer() fyne.WidgetRenderer {
	r := &tipsRenderer{tips: t, ground: canvas.NewRectangle(nil),
		text: NewColored("", theme.ColorNameBackground, theme.SizeNameCaptionText, fyne.TextStyle{})}
	r.Refresh()
	return r
}

type tipsRenderer struct {
	tips   *tips
	ground *canvas.Rectangle
	text   *Colored
}

func (r *tipsRenderer) Layout(window fyne.Size) {
	text := r.text.MinSize()
	text.Width = min(text.Width, window.Width-2*(tipPadX+tipGap))
	tip := text.AddWidthHeight(2*tipPadX, 2*tipPadY)
	at := r.tips.place(tip, window)
	r.ground.Move(at)
	r.ground.Resize(tip)
	r.text.Move(at.AddXY(tipPadX, tipPadY))
	r.text.Resize(text)
}

func (r *tipsRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *tipsRenderer) Refresh() {
	r.ground.FillColor, r.ground.CornerRadius = themed(r.tips, theme.ColorNameForeground), 5
	r.ground.Hidden, r.text.Hidden = r.tips.text == "", r.tips.text == ""
	r.text.Set(r.tips.text, theme.ColorNameBackground)
	r.Layout(r.tips.Size())
	r.ground.Refresh()
}

func (r *tipsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.text} }

func (r *tipsRenderer) Destroy() {}
