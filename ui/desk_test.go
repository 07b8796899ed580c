package ui

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope"
	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/memory"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// desk is the whole window on a journal in memory, as a person sits before it.
type desk struct {
	*uitest.Desk
	windows *windows
	shell   *shell
}

// newDesk opens the window on contents in a language, on 23 November 2026.
func newDesk(t testing.TB, contents journal.Contents, lang words.Language) *desk {
	t.Helper()
	return newDeskWith(t, contents, lang, func(*Config) {})
}

// newDeskWith is newDesk with something else in how the window is opened.
func newDeskWith(t testing.TB, contents journal.Contents, lang words.Language, change func(*Config)) *desk {
	t.Helper()
	return openDesk(t, uitest.NewClock(), uitest.NewMemory(contents), lang, change)
}

// openDesk opens the window on what is in memory.
func openDesk(t testing.TB, clock *uitest.Clock, stored *memory.Store, lang words.Language, change func(*Config)) *desk {
	t.Helper()
	d := &desk{Desk: uitest.OpenDesk(t, clock, stored)}
	cfg := Config{
		Journal: d.Journal, Vault: nowhere(t), Preferences: d.Preferences,
		Language: lang, Now: d.Clock.Now, Build: heliotrope.Build{Version: "1.2.3", Commit: "0123456789ab"}, Icon: assets.Icon,
		Licenses: assets.Licenses, News: "# Changelog\n\n## 1.2.3\n\nA menu bar.\n",
	}
	change(&cfg)
	d.windows = newWindows(cfg, d.App, d.Clock, d.Clock)
	d.shell = newShell(d.windows)
	d.windows.main = d.shell
	d.shell.wait = d.Clock.Pass
	d.Window = d.shell.window
	d.CloseAtEnd()
	d.shell.start()
	d.Clock.Finish()
	d.Window.Resize(fyne.NewSize(1200, 800))
	return d
}

// newWeekDesk opens the window on an empty journal at the page of the week.
func newWeekDesk(t testing.TB) *desk {
	t.Helper()
	d := newDesk(t, journal.Contents{}, words.English)
	d.TapButton("Log this week")
	return d
}

// nowhere returns a vault that is open and on no disk.
func nowhere(t testing.TB) *vault.Vault {
	t.Helper()
	v, err := vault.At("/somewhere/journal.db", preferences.Open(filepath.Join(t.TempDir(), "settings.json")), time.Now)
	if err == nil {
		_, err = v.OpenLater()
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// afterCrash returns the window as it opens on what the disk has, without the
// end of the one before.
func (d *desk) afterCrash() *desk {
	d.T.Helper()
	if !d.Closed {
		d.Window.Close() // the tests' driver must have one only
	}
	clock := uitest.NewClock()
	clock.Pass(d.Clock.Now().Sub(clock.Now()))
	return openDesk(d.T, clock, d.Memory.Reopen(), words.English, func(*Config) {})
}

// line returns the field in which a moment is written.
func (d *desk) line() *controls.TextField {
	d.T.Helper()
	return uitest.Find(&d.Screen, func(f *controls.TextField) bool {
		return f.Keys != nil
	})
}

// reflection returns the field of the reflection.
func (d *desk) reflection() *controls.TextField {
	d.T.Helper()
	return uitest.Find(&d.Screen, func(f *controls.TextField) bool { return f.MultiLine })
}

// add writes a moment and adds it.
func (d *desk) add(text string) {
	d.T.Helper()
	d.Focus(d.line())
	d.Write(text + " /coding +0")
	d.Press(fyne.KeyReturn)
	d.Clock.Advance(time.Minute)
}

// removeMoment removes the first moment on screen.
func (d *desk) removeMoment() {
	d.T.Helper()
	d.RowMenu(0)
	d.ChooseItem(d.shell.space.Words.Say("week.moment.remove"))
}

// open opens a page.
func (d *desk) open(name pageName) {
	d.shell.space.open(name)
	d.Clock.Finish()
}

// shows fails unless a page is on screen.
func (d *desk) shows(name pageName) {
	d.T.Helper()
	if got := d.shell.space.current; got != name {
		d.T.Errorf("the window shows page %s, want %s", got, name)
	}
}

// showsWeek fails unless a week is on screen where it is written.
func (d *desk) showsWeek(w journal.Week) {
	d.T.Helper()
	d.shows(pageWeek)
	if got := d.shell.space.week.Week(); got != w {
		d.T.Errorf("the window shows %v, want %v", got, w)
	}
}

// undo and redo do what their keys do; the canvas of the tests takes none.
func (d *desk) undo() { d.shell.space.undo(d.Field()); d.Clock.Finish() }
func (d *desk) redo() { d.shell.space.redo(d.Field()); d.Clock.Finish() }

// prefer changes the preferences and shows the window in them.
func (d *desk) prefer(change func(*preferences.Preferences)) {
	d.T.Helper()
	if err := d.Preferences.Change(change); err != nil {
		d.T.Fatal(err)
	}
	d.shell.ApplyLook()
}

// pageNames are all pages.
var pageNames = []pageName{pageWelcome, pageWeek, pageTrends, pagePast, pageReport, pageSettings, pageHelp, pageSources}

// mine returns the user's journal in the window, once all work is finished.
func (d *desk) mine() *journal.Journal {
	d.Clock.Finish()
	return d.shell.mine
}

// longList returns the list of all weeks on screen.
func (d *desk) longList() *controls.LongList {
	d.T.Helper()
	return uitest.Find[*controls.LongList](&d.Screen, nil)
}

// rowMenu opens the menu of a row of the list of all weeks.
func (d *desk) rowMenu(i int) {
	d.T.Helper()
	list := d.longList()
	d.Focus(list)
	list.Activate(i)
	d.Press(desktop.KeyMenu)
}

// openDeskWith opens the window on contents before a tray, which is chosen or not.
func openDeskWith(t *testing.T, c journal.Contents, chosen bool, connect func(func(bool)) (trayIcon, error)) *desk {
	t.Helper()
	d := newDesk(t, c, words.English)
	d.prefer(func(p *preferences.Preferences) { p.Tray = chosen })
	d.shell.trayed.connect = connect
	d.shell.startTray()
	d.Clock.Finish()
	return d
}
