package ui

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/saving"
	"heliotrope/ui/tasks"
	"heliotrope/ui/uitest"
)

// Once a recovery option was taken, the window may be closed at any moment: the
// program ends well, with the journal there.
func TestCloseWhileARepairIsUnderWay(t *testing.T) {
	for name, closing := range map[string]func(d *desk) error{
		"before its work begins": func(d *desk) error { return d.shell.close() },
		"before the window hears of it": func(d *desk) error {
			d.Clock.Settle()
			return d.shell.close()
		},
		"by its button": func(d *desk) error {
			d.shell.tryClose()
			d.Clock.Finish()
			if !d.Closed {
				return errors.New("it is still open")
			}
			return d.shell.close()
		},
		"and hears of it afterwards": func(d *desk) error {
			err := d.shell.close()
			d.Clock.Finish()
			return errors.Join(err, d.shell.close())
		},
		"after a while": func(d *desk) error {
			d.Clock.Finish()
			return d.shell.close()
		},
	} {
		t.Run(name, func(t *testing.T) {
			v := damagedVault(t)
			d, _ := newRescueDesk(t, words.English, v)
			d.TapButton("Restore this")
			if d.Clock.Pending() != 1 {
				t.Fatalf("%d jobs are under way", d.Clock.Pending())
			}
			if err := closing(d); err != nil {
				t.Errorf("the window returned %v", err)
			}
			if n := openVault(t, v).WeeksLogged(); n != 31 {
				t.Errorf("%d weeks are there", n)
			}
		})
	}
}

// A repair that fails leaves the reason that was there before.
func TestCloseWhileARepairFails(t *testing.T) {
	v := damagedVault(t)
	d, problem := newRescueDesk(t, words.English, v)
	d.TapButton("Restore this")
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
	if err := d.shell.close(); !errors.Is(err, problem) {
		t.Errorf("the window returned %v, want %v", err, problem)
	}
}

// newLostDesk shows the recovery options for a journal whose file was lost
// under the window, with a moment that could not be saved.
func newLostDesk(t *testing.T) (d *desk, saved, unsaved journal.Entry) {
	t.Helper()
	all := uitest.Weeks(30)
	behind := all
	behind.Entries = all.Entries[:29]
	v := newVault(t, behind) // with a backup that lacks the last week
	backUp(t, v)
	d = newVaultDesk(t, all, v)
	saved = all.Entries[29]
	d.shell.space.OpenWeek(saved.Week)
	d.Store.Fail(fmt.Errorf("%w: %w", journal.ErrReplaced, journal.ErrDamaged))
	d.Focus(d.line())
	d.Write("Found it /coding +0")
	d.Press(fyne.KeyReturn)
	d.Clock.Finish()
	unsaved = d.shell.space.saver.Entry(saved.Week)
	if len(unsaved.Moments) != len(saved.Moments)+1 {
		t.Fatalf("on screen is %+v", unsaved)
	}
	if err := os.Truncate(v.Path(), 0); err != nil {
		t.Fatal(err)
	}
	d.TapLink("Recovery options")
	d.Sees("The journal file is empty.")
	return d, saved, unsaved
}

// What was on screen and not saved is newer than what was saved in its week,
// both of which the backup lacks.
func TestTheUnsavedWinOverTheSaved(t *testing.T) {
	d, _, unsaved := newLostDesk(t)
	d.TapButton("Restore this")
	if got := d.mine().Entry(unsaved.Week); !got.Equal(unsaved) {
		t.Errorf("what came back is %+v, want %+v", got, unsaved)
	}
}

// Text that came along to the recovery options is saved, too, when the window is
// closed while one is being taken.
func TestCloseSavesWhatCameAlong(t *testing.T) {
	d, _, unsaved := newLostDesk(t)
	d.TapButton("Restore this")
	if err := d.shell.close(); err != nil {
		t.Errorf("the window returned %v", err)
	}
	if got := openVault(t, d.shell.cfg.Vault).Entry(unsaved.Week); !got.Equal(unsaved) {
		t.Errorf("in the journal is %+v, want %+v", got, unsaved)
	}
}

// The button that closes the window does not ask about text that is on its way
// into a journal that was just recovered.
func TestCloseByItsButtonSavesWhatCameAlong(t *testing.T) {
	d, _, unsaved := newLostDesk(t)
	d.TapButton("Restore this")
	d.shell.tryClose()
	d.Clock.Finish()
	if !d.Closed {
		t.Fatalf("it is still open:\n%s", d.TextsNow())
	}
	space := d.shell.space
	d.Clock.Finish()
	if d.shell.space != space {
		t.Error("the journal was shown twice")
	}
	if err := d.shell.close(); err != nil {
		t.Errorf("the window returned %v", err)
	}
	if got := openVault(t, d.shell.cfg.Vault).Entry(unsaved.Week); !got.Equal(unsaved) {
		t.Errorf("in the journal is %+v, want %+v", got, unsaved)
	}
}

func TestCloseWhileABackupIsRestored(t *testing.T) {
	for name, settle := range map[string]bool{"before its work begins": false, "before the window hears of it": true} {
		t.Run(name, func(t *testing.T) {
			v := newVault(t, uitest.Weeks(2))
			made := backUp(t, v)
			last := uitest.Weeks(2).Entries[1]
			last.Reflection = "since then"
			j := openVault(t, v)
			if err := j.Save(last); err != nil {
				t.Fatal(err)
			}
			d := newDeskWith(t, journal.Contents{}, words.English, func(cfg *Config) { cfg.Vault, cfg.Journal = v, j })
			d.Write("half a moment")
			d.shell.Restore(made)
			for d.shell.restore == nil {
				d.Clock.Next()
			}
			if settle {
				d.Clock.Settle()
			}
			d.shell.tryClose()
			if err := d.shell.close(); err != nil || !d.Closed {
				t.Errorf("closed %v, and returned %v", d.Closed, err)
			}
			if d.Clock.Working() {
				t.Error("the restoration was not waited for")
			}
			space := d.shell.space
			d.Clock.Finish()
			if d.shell.space != space {
				t.Error("the window that is closed showed the backup")
			}
			if got := openVault(t, v).Entry(last.Week); got.Reflection != "" || len(got.Moments) != 1 {
				t.Errorf("the backup is not there but %+v", got)
			}
		})
	}
}

// The end by a signal saves what was typed, on a healthy disk, on one that is
// healthy again, and on one that fails once more.
func TestSignalSavesWhatIsTyped(t *testing.T) {
	failure := fmt.Errorf("%w: %w", journal.ErrReadOnly, syscall.EIO)
	for name, prepare := range map[string]func(*desk){
		"healthy":                              func(*desk) {},
		"healthy again":                        func(d *desk) { d.Store.FailInDoubt(failure, false) },
		"healthy again, and the save is there": func(d *desk) { d.Store.FailInDoubt(failure, true) },
		"fails once more":                      func(d *desk) { d.Store.FailNext(2, failure) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(2), words.English)
			prepare(d)
			d.Write("Found it /coding +0")
			d.Press(fyne.KeyReturn)
			d.Clock.Pass(saving.SavePause)
			for d.Clock.Working() {
				d.Clock.Next()
			}
			d.Write("and more")
			if err := d.shell.close(); err != nil {
				t.Fatal(err)
			}
			if m := d.Journal.Entry(d.Today()).Moments; len(m) != 1 || m[0].Text != "Found it" {
				t.Errorf("the journal has %+v", m)
			}
			if half, _ := d.Journal.Draft(); half.Text != "and more" {
				t.Errorf("the draft is %+v", half)
			}
		})
	}
}

// If it cannot be saved, the end is not a good one, and comes nevertheless.
func TestSignalOnAFailingDisk(t *testing.T) {
	d := newDesk(t, uitest.Weeks(2), words.English)
	d.Store.Fail(syscall.EIO)
	d.Write("Found it")
	attempts := d.Store.Attempts()
	if err := d.shell.close(); !errors.Is(err, ErrUnsaved) || !errors.Is(err, syscall.EIO) {
		t.Errorf("the window returned %v", err)
	}
	if n := d.Store.Attempts() - attempts; n > 2*lastTries {
		t.Errorf("%d attempts", n)
	}
}

// The window waits for a slow disk and asks, and closes once all is saved unless
// the user decided to stay.
func TestCloseOnASlowDisk(t *testing.T) {
	for _, stay := range []bool{false, true} {
		d := newDesk(t, uitest.Weeks(2), words.English)
		d.Write("Found it")
		d.shell.tryClose()
		d.shell.tryClose() // once more, as nothing happens
		d.Clock.Pass(closePause)
		if now := d.TextsNow(); d.Closed || !strings.Contains(now, "The disk isn’t answering.") {
			t.Fatalf("closed %v, and shows %s", d.Closed, now)
		}
		if stay {
			d.TapButtonNow("Keep window open")
		}
		d.Clock.Finish()
		if d.Closed == stay {
			t.Errorf("stay %v, closed %v", stay, d.Closed)
		}
		if half, _ := d.Journal.Draft(); half.Text != "Found it" || len(d.Journal.Entry(d.Today()).Moments) > 0 {
			t.Errorf("the draft is %+v, and the week %+v", half, d.Journal.Entry(d.Today()))
		}
		if stay {
			if got := d.line().Text; got != "Found it" {
				t.Errorf("the line has %q", got)
			}
			d.shell.tryClose()
			d.Clock.Finish()
			if !d.Closed {
				t.Error("it does not close any more")
			}
		}
	}
}

// A disk that never answers does not keep the program.
func TestWithin(t *testing.T) {
	never := make(chan struct{})
	defer close(never)
	if err := tasks.Within(time.Millisecond, func() error { <-never; return nil }); !errors.Is(err, journal.ErrSlow) {
		t.Errorf("returned %v", err)
	}
	broken := errors.New("no")
	if err := tasks.Within(time.Hour, func() error { return broken }); !errors.Is(err, broken) {
		t.Errorf("returned %v", err)
	}
}
