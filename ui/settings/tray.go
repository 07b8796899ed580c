package settings

import (
	"fyne.io/fyne/v2"

	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// newTrayGroup returns whether the program is shown in the tray of the desktop. It is
// hidden where there is no tray.
func (p *Page) newTrayGroup() fyne.CanvasObject {
	check := controls.NewCheck(p.Words.Say("settings.tray"), func(on bool) {
		p.change(func(p *preferences.Preferences) { p.Tray = on })
		p.window.ShowInTray()
	})
	check.Checked = p.prefs.Get().Tray
	about := p.Words.Say("settings.tray.about")
	if !p.window.TrayAtOnce() {
		about += " " + p.Words.Say("settings.tray.next")
	}
	group := newGroup(p.Words.Say("settings.tray.title"), controls.Stack(2, check, controls.Flush(controls.Caption(about))))
	p.showTray = func() { look.SetVisible(group, p.window.HasTray()) }
	p.showTray()
	return group
}

// TrayChanged shows the choice of the tray, or not, as there is a tray now.
func (p *Page) TrayChanged() {
	p.showTray()
	p.root.Refresh()
}
