// Package uitest lets the tests of the window and of its pages sit before a
// screen: on a journal in memory, at a clock that the test moves, with work that
// is pending until the test lets it finish. Only tests import it.
package uitest

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/memory"
	"heliotrope/journal/preferences"
	"heliotrope/journal/storetest"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// Desk is a screen with a journal in memory, whose store fails when the test
// wants it.
type Desk struct {
	Screen
	App     fyne.App
	Memory  *memory.Store
	Store   *storetest.Failing // in front of Memory
	Journal *journal.Journal

	Preferences *preferences.File
	Closed      bool // the window is closed
}

// NewDesk returns a desk with contents, before an empty window.
func NewDesk(t testing.TB, contents journal.Contents) *Desk {
	t.Helper()
	return NewDeskOn(t, NewClock(), NewMemory(contents))
}

// NewDeskOn returns a desk with what is in memory, before an empty window.
func NewDeskOn(t testing.TB, clock *Clock, stored *memory.Store) *Desk {
	t.Helper()
	d := OpenDesk(t, clock, stored)
	d.Window = d.App.NewWindow("test")
	d.Window.SetPadded(false)
	d.Window.Resize(fyne.NewSize(1200, 800))
	d.CloseAtEnd()
	return d
}

// CloseAtEnd closes the window at the end of the test: the driver of the tests
// looks objects up in the window made last, so none may be left open.
func (d *Desk) CloseAtEnd() {
	d.Window.SetOnClosed(func() { d.Closed = true })
	d.T.Cleanup(func() {
		if !d.Closed {
			d.Window.Close()
		}
	})
}

// NewMemory returns a store with contents.
func NewMemory(contents journal.Contents) *memory.Store {
	if contents.ID == "" {
		contents.ID = "test"
	}
	return memory.New(contents)
}

// OpenDesk returns a desk with what is in memory, still without a window.
func OpenDesk(t testing.TB, clock *Clock, stored *memory.Store) *Desk {
	t.Helper()
	store := storetest.NewFailing(stored)
	j, err := journal.Open(store, journal.Clock(clock.Now))
	if err != nil {
		t.Fatal(err)
	}
	prefs := preferences.Open(filepath.Join(t.TempDir(), "settings.json"))
	if err := prefs.Change(func(p *preferences.Preferences) { p.Appearance = look.AlwaysLight }); err != nil {
		t.Fatal(err)
	}
	return &Desk{Screen: Screen{T: t, Clock: clock}, App: openApp(), Preferences: prefs, Memory: stored, Store: store, Journal: j}
}

// The app of the last desk and the theme that it began with.
var (
	app   fyne.App
	usual = look.New(preferences.Preferences{Appearance: look.AlwaysLight})
)

// openApp returns an app without a window and with the usual theme. It is that of the
// last desk if that has closed its windows, because Fyne reads all fonts and measures
// all texts again for another app, and for another theme.
func openApp() fyne.App {
	if app == nil || app != fyne.CurrentApp() || len(app.Driver().AllWindows()) > windowsAtFirst {
		app = test.NewApp()
	}
	if app.Settings().Theme() != usual {
		app.Settings().SetTheme(usual)
	}
	app.Clipboard().SetContent("")
	app.Preferences().RemoveValue("fyne:fileDialogLastFolder")
	return app
}

// windowsAtFirst is the number of windows that Fyne's driver of the tests begins with.
const windowsAtFirst = 1

// Session returns the journal of the desk as pages see it.
func (d *Desk) Session(l words.Language) session.Session {
	w := words.In(l)
	return session.Session{
		Words: w, Journal: d.Journal, Tasks: d.Clock, Now: d.Clock.Now, Ask: dialogs.New(w, d.Window),
	}
}

// Show shows an object in the window.
func (d *Desk) Show(o fyne.CanvasObject) { d.Window.SetContent(controls.WithTips(o)) }

// Today returns the week of the clock.
func (d *Desk) Today() journal.Week { return journal.WeekOf(d.Clock.Now()) }

// Entry returns the entry of today's week in the journal, once all work is
// finished.
func (d *Desk) Entry() journal.Entry {
	d.Clock.Finish()
	return d.Journal.Entry(d.Today())
}

// Sample returns the sample journal.
func Sample(t testing.TB) journal.Contents {
	t.Helper()
	b, err := assets.Samples.ReadFile("sample.en.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Weeks returns contents with a moment in each of n weeks up to 2026-W47.
func Weeks(n int) journal.Contents {
	c := journal.Contents{ID: "test"}
	logged := time.Date(2026, time.November, 16, 0, 0, 0, 0, time.UTC)
	for i := range n {
		week := journal.WeekOf(logged).Add(i + 1 - n)
		c.Entries = append(c.Entries, journal.Entry{Week: week, Moments: []journal.Moment{{
			ID: week.String(), Text: "Fed the quokka", Kind: "coding", Track: journal.Technical, Hours: 1, Logged: logged,
		}}})
	}
	return c
}
