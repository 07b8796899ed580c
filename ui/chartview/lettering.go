package chartview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"heliotrope/journal/chart"
)

// Fonts are fonts that a scene was made for. The zero value is those of the
// window.
type Fonts struct {
	Regular, Bold fyne.Resource
}

// lettering is how the texts of a scene are drawn.
type lettering struct {
	fonts   Fonts
	scale   float32 // of a unit of the scene
	colorOf func(chart.Role) color.Color
}

// texts makes the canvas texts of a scene.
func texts(s chart.Scene, l lettering) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, item := range s.Items {
		if t, ok := item.(chart.Text); ok {
			objects = append(objects, l.text(t))
		}
	}
	return objects
}

func (l lettering) text(t chart.Text) *canvas.Text {
	text := canvas.NewText(t.Text, l.colorOf(t.Role))
	text.TextSize = float32(t.Size) * l.scale
	text.TextStyle.Bold = t.Bold
	text.FontSource = l.fonts.Regular
	if t.Bold {
		text.FontSource = l.fonts.Bold
	}
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, text.TextSize, text.TextStyle, text.FontSource)
	x := float32(t.At.X) * l.scale
	switch t.Anchor {
	case chart.Middle:
		x -= size.Width / 2
	case chart.End:
		x -= size.Width
	}
	text.Move(fyne.NewPos(x, float32(t.At.Y)*l.scale-baseline))
	text.Resize(size)
	return text
}
