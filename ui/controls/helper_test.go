package controls

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// palette is a test theme that knows the colors of this package as well, and
// three for whoever uses it.
type palette struct {
	fyne.Theme
	textSize float32 // added to every size of text
}

var paletteColors = map[fyne.ThemeColorName]color.Color{
	ColorLit:        color.NRGBA{R: 0xf0, G: 0xe0, B: 0xff, A: 0xff},
	ColorOnSelected: color.NRGBA{R: 0xe4, G: 0xd8, B: 0xfa, A: 0xff},
	ColorFrame:      color.NRGBA{R: 0x33, G: 0x44, B: 0x55, A: 0xff},
	ColorCard:       color.NRGBA{R: 0x10, G: 0x20, B: 0x30, A: 0xff},
	ColorSelected:   color.NRGBA{R: 0x40, G: 0x10, B: 0x60, A: 0xff},
	ColorMuted:      color.NRGBA{R: 0x70, G: 0x70, B: 0x80, A: 0xff},
	"left":          color.NRGBA{R: 0x00, G: 0x00, B: 0xff, A: 0xff},
	"middle":        color.NRGBA{R: 0x80, G: 0x80, B: 0x00, A: 0xff},
	"right":         color.NRGBA{R: 0xff, G: 0x80, B: 0x00, A: 0xff},
}

func (p palette) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if c, ok := paletteColors[name]; ok {
		return c
	}
	return p.Theme.Color(name, v)
}

func (p palette) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText, theme.SizeNameCaptionText:
		return p.Theme.Size(name) + p.textSize
	case SizeControl, SizeLine:
		return p.Theme.Size(theme.SizeNameText) + p.textSize
	}
	return p.Theme.Size(name)
}

// newApp starts an app for one test.
func newApp(t testing.TB) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(palette{Theme: test.Theme()})
	return a
}

// show starts an app whose window shows o at the given size, without padding.
func show(t testing.TB, o fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	newApp(t)
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// bigger makes all text of the app larger.
func bigger(by float32) {
	fyne.CurrentApp().Settings().SetTheme(palette{Theme: test.Theme(), textSize: by})
}

// in returns a color of the current theme.
func in(name fyne.ThemeColorName) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(name, 0)
}

// drawn returns what a widget draws that is of type T.
func drawn[T fyne.CanvasObject](w fyne.Widget) []T {
	var found []T
	for _, o := range test.WidgetRenderer(w).Objects() {
		if o, ok := o.(T); ok {
			found = append(found, o)
		}
	}
	return found
}

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: key})
		if key == fyne.KeySpace {
			o.TypedRune(' ') // as drivers do
		}
	}
}

func at(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}}
}

// keysOf collects the keys that reach a window.
func keysOf(w fyne.Window) *[]fyne.KeyName {
	keys := new([]fyne.KeyName)
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { *keys = append(*keys, e.Name) })
	return keys
}

// block is a plain object of a fixed smallest size.
func block(width, height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.White)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// near reports whether two numbers are the same but for rounding.
func near(a, b float32) bool { return max(a-b, b-a) < 0.05 }

// wantBox checks where an object is within its parent.
func wantBox(t *testing.T, what string, o fyne.CanvasObject, x, y, width, height float32) {
	t.Helper()
	p, s := o.Position(), o.Size()
	if !near(p.X, x) || !near(p.Y, y) || !near(s.Width, width) || !near(s.Height, height) {
		t.Errorf("%s is at %v,%v with %v×%v, want %v,%v with %v×%v", what, p.X, p.Y, s.Width, s.Height, x, y, width, height)
	}
}

func wantSize(t *testing.T, what string, got, want fyne.Size) {
	t.Helper()
	if !near(got.Width, want.Width) || !near(got.Height, want.Height) {
		t.Errorf("%s is %v×%v, want %v×%v", what, got.Width, got.Height, want.Width, want.Height)
	}
}
