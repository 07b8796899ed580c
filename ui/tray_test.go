package ui

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/bus"
	"heliotrope/desktop/tray"
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// fakeTray is a tray without a desktop.
type fakeTray struct {
	onHost func(answers bool)
	shown  *tray.Item // nil while none is
	fails  error      // if it cannot be shown
	closed bool
}

func (f *fakeTray) Show(i tray.Item) error {
	if f.fails == nil {
		f.shown = &i
	}
	return f.fails
}

func (f *fakeTray) Hide()  { f.shown = nil }
func (f *fakeTray) Close() { f.shown, f.closed = nil, true }

// newTrayDesk opens the window before a tray, which is chosen or not.
func newTrayDesk(t *testing.T, chosen, hosted bool) (*desk, *fakeTray) {
	t.Helper()
	f := &fakeTray{}
	d := openDeskWith(t, uitest.Weeks(1), chosen, func(onHost func(bool)) (trayIcon, error) {
		f.onHost = onHost
		onHost(hosted)
		return f, nil
	})
	return d, f
}

// chooseTray switches the tray on or off in the settings.
func (d *desk) chooseTray(on bool) {
	d.T.Helper()
	d.open(pageSettings)
	check := uitest.Find(&d.Screen, func(c *controls.Check) bool { return c.Text == d.shell.words().Say("settings.tray") })
	if check.Checked == on {
		d.T.Fatalf("the tray is chosen: %v", on)
	}
	check.SetChecked(on)
	d.Clock.Finish()
}

// item chooses an entry of the icon's menu.
func (f *fakeTray) item(t *testing.T, d *desk, i int) {
	t.Helper()
	if f.shown == nil {
		t.Fatal("there is no icon")
	}
	f.shown.Menu[i].Do()
	d.Clock.Finish()
}

func TestTrayIsOffByDefault(t *testing.T) {
	d, f := newTrayDesk(t, false, true)
	if f.onHost != nil {
		t.Error("the tray was asked about before anybody wanted it")
	}
	d.chooseTray(true)
	if f.shown == nil || f.shown.Title != "Heliotrope" {
		t.Fatalf("the icon is %+v", f.shown)
	}
	d.chooseTray(false)
	if f.shown != nil {
		t.Error("it is still shown")
	}
	d.shell.leave()
	d.Clock.Finish()
	if !d.Closed {
		t.Error("without the icon the window does not close")
	}
}

// The choice is only there while something would show the icon.
func TestTrayIsOfferedWhereOneIs(t *testing.T) {
	d, f := newTrayDesk(t, false, false)
	offered := func() (there bool) {
		d.Each(func(o fyne.CanvasObject) {
			check, ok := o.(*controls.Check)
			there = there || ok && check.Text == "Show Heliotrope in the tray"
		})
		return there
	}
	d.open(pageSettings)
	if offered() {
		t.Error("without a host it is offered")
	}
	f.onHost(true)
	d.Clock.Finish()
	if !offered() {
		t.Error("with a host it is not offered")
	}
	f.onHost(false)
	d.Clock.Finish()
	if offered() {
		t.Error("it is still offered")
	}
}

// Closing hides the window only while its icon is shown somewhere; all is saved.
func TestCloseHidesBehindTheIcon(t *testing.T) {
	d, f := newTrayDesk(t, true, true)
	d.add("Fed the quokka")
	d.Focus(d.line())
	d.Write("half a line")
	d.shell.leave()
	d.Clock.Finish()
	if d.Closed || !d.shell.trayed.hidden {
		t.Fatalf("closed %v, hidden %v", d.Closed, d.shell.trayed.hidden)
	}
	stored, err := journal.Open(d.Memory.Reopen())
	if err != nil {
		t.Fatal(err)
	}
	if draft, half := stored.Draft(); stored.WeeksLogged() != 2 || !half || draft.Text != "half a line" {
		t.Errorf("stored are %d weeks and the draft %+v", stored.WeeksLogged(), draft)
	}
	f.item(t, d, 0) // open
	if d.shell.trayed.hidden {
		t.Error("it does not come back")
	}
	d.shell.leave()
	d.Clock.Finish()
	f.onHost(false)
	d.Clock.Finish()
	if d.shell.trayed.hidden {
		t.Error("it stays hidden where nothing shows the icon any more")
	}
	d.shell.leave()
	d.Clock.Finish()
	if !d.Closed {
		t.Error("it does not close without a host")
	}
	if err = d.shell.close(); err != nil || !f.closed {
		t.Errorf("the icon is removed: %v (%v)", f.closed, err)
	}
}

// The host may go while everything is saved on the way.
func TestHostGoesWhileTheWindowHides(t *testing.T) {
	d, f := newTrayDesk(t, true, true)
	d.shell.leave()
	f.onHost(false)
	d.Clock.Finish()
	if d.shell.trayed.hidden || d.Closed {
		t.Errorf("hidden %v, closed %v", d.shell.trayed.hidden, d.Closed)
	}
}

// Quit ends the program from the icon and from the menu, also while it is hidden.
func TestQuitEnds(t *testing.T) {
	for name, quit := range map[string]func(*desk, *fakeTray){
		"from the icon": func(d *desk, f *fakeTray) {
			d.shell.leave()
			d.Clock.Finish()
			f.item(t, d, 2)
		},
		"by its key": func(d *desk, _ *fakeTray) { d.shortcut("quit") },
		"with the small window": func(d *desk, f *fakeTray) {
			f.item(t, d, 1)
			if d.shell.windows.capture == nil {
				t.Error("the icon does not open the small window")
			}
			f.item(t, d, 2)
		},
	} {
		d, f := newTrayDesk(t, true, true)
		quit(d, f)
		d.Clock.Finish()
		if !d.Closed || d.shell.windows.capture != nil {
			t.Errorf("%s it does not end", name)
		}
	}
}

// What cannot be saved brings a hidden window back with the question.
func TestQuitWhileHiddenAsks(t *testing.T) {
	d, f := newTrayDesk(t, true, true)
	d.shell.leave()
	d.Clock.Finish()
	d.add("Fed the quokka")
	d.Store.Fail(errors.New("no room"))
	d.add("Fed it again")
	f.item(t, d, 2)
	if d.Closed || d.shell.trayed.hidden {
		t.Errorf("closed %v, hidden %v", d.Closed, d.shell.trayed.hidden)
	}
	d.Sees("Some text isn’t saved")
}

// An icon that could not be shown hides nothing.
func TestTrayThatRefuses(t *testing.T) {
	f := &fakeTray{fails: errors.New("no room")}
	d := openDeskWith(t, uitest.Weeks(1), true, func(onHost func(bool)) (trayIcon, error) {
		onHost(true)
		return f, nil
	})
	d.shell.leave()
	d.Clock.Finish()
	if !d.Closed {
		t.Error("it hid")
	}
	d = openDeskWith(t, uitest.Weeks(1), true, func(func(bool)) (trayIcon, error) { return nil, bus.ErrNone })
	d.shell.leave()
	d.Clock.Finish()
	if !d.Closed {
		t.Error("it hid without a bus")
	}
}

func TestTrayFollowsTheLanguage(t *testing.T) {
	d, f := newTrayDesk(t, true, true)
	d.shell.ChangeLanguage(words.French)
	d.Clock.Finish()
	if f.shown == nil || f.shown.Menu[1].Text != "Noter un moment" {
		t.Errorf("the icon is %+v", f.shown)
	}
	if m := d.shell.trayMenu(); len(m.Items) != 3 || !m.Items[2].IsQuit {
		t.Errorf("the menu for Fyne is %+v", m.Items)
	}
}
