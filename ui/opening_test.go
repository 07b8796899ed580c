package ui

import (
	"errors"
	"io/fs"
	"testing"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// whileOpening returns windows whose main one waits for a journal, which comes as open
// tells.
func whileOpening(t *testing.T, open func(*journal.Journal) (*journal.Journal, error)) (d *desk, begun chan struct{}) {
	t.Helper()
	d = &desk{Desk: uitest.OpenDesk(t, uitest.NewClock(), uitest.NewMemory(uitest.Weeks(3)))}
	cfg := Config{
		Vault: nowhere(t), Preferences: d.Preferences, Language: words.English, Now: d.Clock.Now, Icon: assets.Icon,
	}
	d.windows = newWindows(cfg, d.App, d.Clock, d.Clock)
	begun = make(chan struct{})
	d.windows.opening = beginOpening(func() (*journal.Journal, error) {
		<-begun
		return open(d.Journal)
	})
	return d, begun
}

// comes opens the main window, and returns why it does not come.
func (d *desk) comes() error {
	d.T.Helper()
	err := withDisplay(d.windows.OpenMain)
	d.shell, d.Window = d.windows.main, d.windows.main.window
	d.CloseAtEnd()
	return err
}

// The window is made while the journal is opened, and comes with what was found:
// nothing of the journal is asked for before.
func TestWindowComesOnceTheJournalIsOpen(t *testing.T) {
	d, begun := whileOpening(t, func(j *journal.Journal) (*journal.Journal, error) { return j, nil })
	if d.windows.journal != nil || d.windows.main != nil {
		t.Fatal("the window did not wait")
	}
	close(begun)
	if err := d.comes(); err != nil {
		t.Fatal(err)
	}
	d.shell.start()
	d.Clock.Finish()
	if d.Field() == nil || d.Field() != d.line() {
		t.Error("the line does not have the focus")
	}
	d.add("Some thing")
	if n := len(d.Journal.Entry(d.Today()).Moments); n != 1 {
		t.Errorf("%d moments were logged", n)
	}
}

// A journal that can be recovered comes with its recovery options.
func TestWindowComesWithRecoveryOptions(t *testing.T) {
	for _, problem := range []error{journal.ErrDamaged, journal.ErrMissing} {
		d, begun := whileOpening(t, func(*journal.Journal) (*journal.Journal, error) { return nil, problem })
		close(begun)
		if err := d.comes(); err != nil {
			t.Fatal(err)
		}
		d.shell.start()
		d.Clock.Finish()
		if d.shell.rescue == nil || !errors.Is(d.shell.problem, problem) {
			t.Errorf("%v: there are no recovery options, but %v", problem, d.shell.problem)
		}
		d.Window.Close()
	}
}

// Where nothing can be recovered, as where another program has the journal open, no
// window comes.
func TestWindowDoesNotCome(t *testing.T) {
	for _, problem := range []error{journal.ErrInUse, journal.ErrNewerFormat, fs.ErrPermission} {
		d, begun := whileOpening(t, func(*journal.Journal) (*journal.Journal, error) { return nil, problem })
		close(begun)
		err := d.comes()
		if !errors.Is(err, problem) || errors.Is(err, ErrNoDisplay) {
			t.Errorf("%v: it ended with %v", problem, err)
		}
		if d.windows.journal != nil || d.shell.space != nil || d.shell.rescue != nil {
			t.Errorf("%v: something is shown", problem)
		}
	}
}
