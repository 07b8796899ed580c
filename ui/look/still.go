package look

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// Still makes the caret of every text field stand still, and lets no button
// ripple. A caret that fades in and out, as Fyne's does, draws the window sixty
// times a second for as long as it stands in a field.
//
// Fyne has no switch for this that is the program's own, so Still replaces the
// current app with one whose settings allow no animations. Call it once the app
// runs: when it starts, Fyne follows the system's appearance only if the
// settings are those of Fyne. On macOS it requires them at every change of the
// appearance, so Still does nothing there.
func Still(a fyne.App) {
	if runtime.GOOS == "darwin" {
		return
	}
	fyne.SetCurrentApp(stillApp{a})
	for _, w := range a.Driver().AllWindows() {
		if o := w.Canvas().Focused(); o != nil { // its caret may fade already
			o.FocusLost()
			o.FocusGained()
		}
	}
}

// Moves reports whether something on screen may move or fade automatically: the user has
// not turned that off in Fyne's settings.
func Moves() bool {
	if still, ok := fyne.CurrentApp().(stillApp); ok {
		return still.App.Settings().ShowAnimations()
	}
	return fyne.CurrentApp().Settings().ShowAnimations()
}

type stillApp struct{ fyne.App }

// Settings implements fyne.App.
func (a stillApp) Settings() fyne.Settings { return stillSettings{a.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations implements fyne.Settings.
func (stillSettings) ShowAnimations() bool { return false }
