package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// textSize chooses the size of text, between a small letter and a large one.
type textSize struct {
	words  *words.Words
	slider *controls.Slider
	number *controls.Colored
	root   fyne.CanvasObject
}

// newTextSize returns the choice. Changed is called with percent of the usual size.
func newTextSize(w *words.Words, changed func(percent int)) *textSize {
	t := &textSize{words: w, number: controls.NewColored("", theme.ColorNameForeground, controls.SizeControl, fyne.TextStyle{})}
	t.slider = controls.NewSlider(preferences.MinText, preferences.MaxText, preferences.TextStep, func(percent int) {
		t.name(percent)
		changed(percent)
	})
	t.slider.OnMoved = t.name
	t.slider.Spoken = func() string { return w.Say("settings.text.title") + ": " + t.number.Text() }
	letter := func(size fyne.ThemeSizeName) fyne.CanvasObject {
		return controls.NewColored("A", theme.ColorNameForeground, size, fyne.TextStyle{})
	}
	t.root = container.New(&controls.Flow{GapX: 12, GapY: 4},
		letter(theme.SizeNameCaptionText), t.slider, letter(look.SizeBand), t.number)
	return t
}

// show shows the size of text as it is.
func (t *textSize) show(percent int) {
	t.slider.SetValue(percent)
	t.name(percent)
}

// name shows a size as a number.
func (t *textSize) name(percent int) {
	t.number.Set(t.words.Percent(float64(percent)/100), theme.ColorNameForeground)
}
