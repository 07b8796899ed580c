package look

import (
	"image/color"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/ui/controls"
)

// counting is an app that counts the animations that are started, and those that go on.
type counting struct {
	fyne.App
	started *int
	going   map[*fyne.Animation]bool
}

func (a counting) Driver() fyne.Driver { return countingDriver{a.App.Driver(), a} }

type countingDriver struct {
	fyne.Driver
	counting
}

func (d countingDriver) StartAnimation(a *fyne.Animation) {
	*d.started++
	d.going[a] = true
}

func (d countingDriver) StopAnimation(a *fyne.Animation) { delete(d.going, a) }

// An animation draws the window at every tick of the screen.
func TestStillAppAnimatesNothing(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("Fyne requires its own settings")
	}
	started := 0
	a := counting{test.NewTempApp(t), &started, make(map[*fyne.Animation]bool)}
	clean := func(text string, _ int) (string, string) { return text, "" }
	field, fyneField := controls.NewTextField(false, 9, clean), widget.NewEntry()
	lines, button := controls.NewTextField(true, 9, clean), controls.NewButton("Add", func() {})
	fyne.SetCurrentApp(a)
	w := test.NewTempWindow(t, container.NewVBox(field, fyneField, lines, button))
	w.Resize(fyne.NewSize(300, 300))
	visit := func() {
		for _, o := range []fyne.Focusable{field, fyneField, lines, field} {
			w.Canvas().Focus(o)
			w.Canvas().Focused().FocusLost() // as when another window comes to the front
			w.Canvas().Focused().FocusGained()
			test.Type(o, "a")
		}
		test.Tap(button)
		w.Canvas().Unfocus()
	}
	if visit(); started == 0 {
		t.Fatal("nothing is animated in any case, so this test holds nothing")
	}
	w.Canvas().Focus(field) // as when the window was filled before the app ran
	if len(a.going) == 0 {
		t.Fatal("its caret does not move")
	}
	started = 0
	Still(a)
	if len(a.going) != 0 {
		t.Error("the caret that was there goes on moving")
	}
	if visit(); started != 0 {
		t.Errorf("%d animations were started", started)
	}
	w.Canvas().Focus(fyneField)
	caret := theme.Color(theme.ColorNamePrimary)
	if !draws(fyneField, caret) {
		t.Error("the caret is not drawn in full")
	}
}

// draws reports whether a rectangle of a color is visible in o.
func draws(o fyne.CanvasObject, fill color.Color) bool {
	if !o.Visible() {
		return false
	}
	switch o := o.(type) {
	case *canvas.Rectangle:
		return o.FillColor == fill
	case *fyne.Container:
		for _, child := range o.Objects {
			if draws(child, fill) {
				return true
			}
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			if draws(child, fill) {
				return true
			}
		}
	}
	return false
}
