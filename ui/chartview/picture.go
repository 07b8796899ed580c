package chartview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"

	"heliotrope/journal/chart"
	"heliotrope/ui/controls"
)

// Measures of a picture, in units of a scene.
const (
	pictureScale  = 2 // pixels to a unit, sharp on a fine screen and in print
	pictureMargin = 24
	titleSize     = 17
	captionSize   = 12
	belowCaption  = 12
)

// Picture draws a scene as a picture to be given away, with what it shows and
// how to read it above. It is called on the window's goroutine, whose fonts it
// uses.
func Picture(s chart.Scene, title, caption string, p chart.Palette) image.Image {
	colorOf := func(r chart.Role) color.Color { return p.Color(r) }
	ground := canvas.NewRectangle(p.Card)
	page := container.NewWithoutLayout(ground)
	at := fyne.NewPos(pictureMargin, pictureMargin)
	write := func(text string, size float32, style fyne.TextStyle, role chart.Role) {
		const most = 6 // lines: a caption is never longer
		for _, line := range controls.Wrap(text, float32(s.Width), size, style, most) {
			t := canvas.NewText(line, colorOf(role))
			t.TextSize, t.TextStyle = size, style
			t.Move(at)
			t.Resize(t.MinSize())
			page.Add(t)
			at.Y += t.MinSize().Height
		}
	}
	write(title, titleSize, fyne.TextStyle{Bold: true}, chart.Ink)
	if caption != "" {
		write(caption, captionSize, fyne.TextStyle{}, chart.Muted)
	}
	at.Y += belowCaption
	shapes := canvas.NewRaster(func(w, h int) image.Image {
		picture := blank(nil, w, h)
		paintScene(picture, s, colorOf)
		return picture
	})
	drawn := container.NewWithoutLayout(shapes)
	for _, item := range s.Items {
		if t, ok := item.(chart.Text); ok {
			l := newLabel()
			l.write(t, 1, colorOf(t.Role))
			l.place(fyne.NewPos(float32(t.At.X), float32(t.At.Y)))
			drawn.Add(l.object)
		}
	}
	size := fyne.NewSize(float32(s.Width), float32(s.Height))
	shapes.Resize(size)
	drawn.Resize(size)
	drawn.Move(at)
	page.Add(drawn)
	whole := fyne.NewSize(size.Width+2*pictureMargin, at.Y+size.Height+pictureMargin)
	ground.Resize(whole)

	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(pictureScale)
	c.SetContent(page)
	c.Resize(whole)
	return c.Capture()
}
