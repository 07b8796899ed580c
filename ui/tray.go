package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/desktop/tray"
)

// trayIcon is the program in the tray of the desktop, such as a [tray.Tray].
type trayIcon interface {
	// Show shows it, in place of the one before.
	Show(tray.Item) error
	// Hide removes it.
	Hide()
	// Close removes it for good.
	Close()
}

// trayed is what the window knows of the tray. A window that is closed hides behind
// the icon only while something shows the icon, and comes back if nothing does any
// more.
type trayed struct {
	connect func(onHost func(answers bool)) (trayIcon, error) // it may take time
	asked   bool                                              // whether there is a tray
	icon    trayIcon                                          // nil while that is not known, and if there is none
	hosted  bool                                              // something shows icons
	shown   bool                                              // the icon is shown
	hidden  bool                                              // the window is
}

// alwaysTray reports whether each desktop of the system has a tray. There Fyne shows
// the icon, which it can do only before the window opens.
const alwaysTray = runtime.GOOS == "windows" || runtime.GOOS == "darwin"

// prepareTray is called before the window opens.
func (s *shell) prepareTray() {
	t := &s.trayed
	app, ok := s.app.(desktop.App)
	if !alwaysTray || !ok {
		t.connect = connectTray
		return
	}
	t.hosted = true
	if s.cfg.Preferences.Get().Tray {
		t.shown = true
		app.SetSystemTrayMenu(s.trayMenu())
	}
}

// trayMenu returns the menu of the icon for Fyne.
func (s *shell) trayMenu() *fyne.Menu {
	m := fyne.NewMenu(appName)
	for _, e := range s.trayItem().Menu {
		m.Items = append(m.Items, fyne.NewMenuItem(e.Text, e.Do))
	}
	m.Items[len(m.Items)-1].IsQuit = true
	return m
}

// TrayAtOnce implements [settings.Window].
func (s *shell) TrayAtOnce() bool { return !alwaysTray }

// connectTray connects to the tray of the session.
func connectTray(onHost func(bool)) (trayIcon, error) {
	t, err := tray.Connect(onHost)
	if err != nil {
		return nil, err // and no interface around a nil
	}
	return t, nil
}

// FollowTray implements [settings.Window]. It finds out whether there is a tray.
func (s *shell) FollowTray() {
	t := &s.trayed
	if t.asked || t.connect == nil {
		return
	}
	t.asked = true
	var icon trayIcon
	s.aside.Run(func() (err error) {
		icon, err = t.connect(func(answers bool) { s.tasks.Post(func() { s.hostChanged(answers) }) })
		return err
	}, func(err error) {
		if err == nil {
			t.icon = icon
			s.ShowInTray()
		}
	})
}

// HasTray implements [settings.Window].
func (s *shell) HasTray() bool { return s.trayed.hosted }

// startTray shows the program in the tray if the user wants that.
func (s *shell) startTray() {
	if s.cfg.Preferences.Get().Tray {
		s.FollowTray()
	}
}

// ShowInTray implements [settings.Window]. It shows the icon, or none, as the user
// wants it now.
func (s *shell) ShowInTray() {
	t := &s.trayed
	if t.icon == nil {
		return
	}
	t.shown = false
	if !s.cfg.Preferences.Get().Tray {
		s.aside.Run(func() error { t.icon.Hide(); return nil }, func(error) {})
		return
	}
	item := s.trayItem()
	s.aside.Run(func() error { return t.icon.Show(item) }, func(err error) { t.shown = err == nil })
}

// trayItem returns the icon with its menu in the present language.
func (s *shell) trayItem() tray.Item {
	entry := func(id string, do func()) tray.Entry {
		return tray.Entry{Text: s.words().Say(id), Do: func() { s.tasks.Post(do) }}
	}
	return tray.Item{
		ID: appID, Title: appName, Icon: s.cfg.Icon, Open: func() { s.tasks.Post(s.comeForward) },
		Menu: []tray.Entry{entry("tray.open", s.comeForward), entry("tray.write", s.windows.OpenCapture), entry("tray.quit", s.quit)},
	}
}

// hostChanged is called when something shows icons now, or nothing does any more.
func (s *shell) hostChanged(answers bool) {
	t := &s.trayed
	t.hosted = answers
	if !answers {
		s.comeBack()
	}
	if s.space != nil && s.space.settings != nil {
		s.space.settings.TrayChanged()
	}
}

// leave closes the window, or hides it behind the icon in the tray. Everything is
// saved in both cases.
func (s *shell) leave() {
	t := &s.trayed
	if t.shown && t.hosted && s.cfg.Preferences.Get().Tray && s.space != nil && s.restore == nil {
		s.leaveBy(s.hide)
		return
	}
	s.tryClose()
}

// hide hides the window, unless the icon is gone meanwhile.
func (s *shell) hide() {
	s.closing = false
	if !s.trayed.hosted {
		return
	}
	s.storePlace()
	s.trayed.hidden = true
	s.window.Hide()
}

// comeBack shows a window that is hidden.
func (s *shell) comeBack() {
	if s.trayed.hidden {
		s.comeForward()
	}
}

// comeForward shows the window in front of the others.
func (s *shell) comeForward() {
	hidden := s.trayed.hidden
	s.trayed.hidden = false
	bringForward(s.window, s.native)
	if hidden && s.native != nil {
		s.native.Return(s.lastPlace(), s.cfg.Preferences.Get().Window.Maximized)
	}
}

// stopTray removes the icon on the way out.
func (s *shell) stopTray() {
	if s.trayed.icon != nil {
		s.trayed.icon.Close()
	}
}
