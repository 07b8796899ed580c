package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/ui/shortcuts"
)

// hasMenus reports whether the system shows the menus of programs itself, outside of
// their windows.
const hasMenus = runtime.GOOS == "darwin"

// showMenus gives the system the menus as they are now, if it shows them.
func (s *shell) showMenus() {
	if hasMenus {
		s.window.SetMainMenu(s.mainMenu())
	}
}

// mainMenu returns the menus for the system. It learns nothing of the focus, so that
// there the entries about the text that has it can always be chosen.
func (s *shell) mainMenu() *fyne.MainMenu {
	all := fyne.NewMainMenu()
	for i, entries := range s.entriesNow() {
		m := fyne.NewMenu(s.words().Say("menu." + menus[i].id))
		for at, e := range entries {
			if e.Text == "" {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
				continue
			}
			id := menus[i].entries[at]
			item := fyne.NewMenuItem(e.Text, func() { s.attempt(commands[id]) })
			item.Disabled, item.Checked = e.Why != "" && menus[i].id != "edit", e.Chosen
			item.IsQuit = id == "quit"
			if k, ok := shortcuts.First(s.keysOf(id)); ok {
				item.Shortcut = &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Modifier}
			}
			m.Items = append(m.Items, item)
		}
		all.Items = append(all.Items, m)
	}
	return all
}
