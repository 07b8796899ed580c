package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

func TestBackupAtStart(t *testing.T) {
	c := uitest.Weeks(31)
	v := newVault(t, c)
	d := newVaultDesk(t, c, v)
	if len(v.Backups()) != 0 {
		t.Error("a backup came before the window")
	}
	d.Clock.Advance(backUpPause)
	if n := len(v.Backups()); n != 1 {
		t.Errorf("there are %d backups", n)
	}
	d.Sees("31 weeks logged\nLast backup")
	allow := noBackups(t, v)
	d.shell.backups.BackUp(nil)
	d.Sees("The last backup failed.")
	allow()
	d.shell.backups.BackUp(nil)
	d.Misses("The last backup failed.")
}

func TestBackupsCard(t *testing.T) {
	now := uitest.Weeks(31)
	then := now
	then.Entries = now.Entries[:29]
	v := newVault(t, then)
	backUp(t, v)
	badBackup(t, v)
	if _, err := openVault(t, v).Merge(now); err != nil {
		t.Fatal(err)
	}
	backUp(t, v)
	d := newVaultDesk(t, now, v)
	d.open(pageSettings)
	w := d.shell.space.Words
	d.Sees("Backups", w.Instant(v.Backups()[0].Made), "31 weeks with 31 moments, latest: week 47 of 2026 · ", " · checked", "3 backups, back to ", "Choose…")
	d.TapButton("Restore…")
	d.Sees("29 weeks with 29 moments", "Damaged, can’t be used · 1 KB")
	var looks []*controls.Link // one for each backup that is whole, newest first
	d.Each(func(o fyne.CanvasObject) {
		if l, ok := o.(*controls.Link); ok && l.Text() == "View contents…" {
			looks = append(looks, l)
		}
	})
	test.Tap(looks[1])
	d.Sees("Contains 29 weeks", "Weeks it doesn’t contain:", "Your current journal is backed up first.", "Fed the quokka")
	if d.mine().WeeksLogged() != 31 {
		t.Fatal("restored after a look")
	}
	d.TapButton("Restore this")
	if d.mine().WeeksLogged() != 29 {
		t.Fatalf("restored %d weeks", d.mine().WeeksLogged())
	}
	d.Sees("restored. Your previous journal is among the backups.", "29 weeks logged", "Settings")
	d.TapButton("Back up now")
	d.Sees("Backup made and checked.")
}

// The journal that was there is shown again.
func TestRestoreFails(t *testing.T) {
	c := uitest.Weeks(2)
	v := newVault(t, c)
	made := backUp(t, v)
	d := newVaultDesk(t, c, v)
	d.open(pageSettings)
	d.TapButton("Restore…")
	d.TapLink("View contents…")
	d.Clock.Finish()
	if err := os.Truncate(made.Path, 5_000); err != nil {
		t.Fatal(err)
	}
	d.TapButton("Restore this")
	d.Sees("The file you chose is damaged too.", "Your journal was not changed.", "2 weeks logged")
}

// Nothing is restored while text is not saved.
func TestRestoreWaits(t *testing.T) {
	c := uitest.Weeks(2)
	v := newVault(t, c)
	made := backUp(t, v)
	d := newVaultDesk(t, c, v)
	d.Store.Fail(errors.New("no"))
	d.Write("Found it /coding +0")
	d.Press(fyne.KeyReturn)
	d.shell.Restore(made)
	d.Clock.Finish()
	if d.mine() != d.Journal {
		t.Error("unsaved text was given up")
	}
	d.Sees("Found it", "Not saved yet")
}

func TestSecondFolder(t *testing.T) {
	c, second := uitest.Weeks(2), filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(second, 0o700); err != nil {
		t.Fatal(err)
	}
	v := newVault(t, c)
	if err := v.SetSecond(second); err != nil {
		t.Fatal(err)
	}
	d := newVaultDesk(t, c, v)
	d.Clock.Advance(backUpPause)
	d.open(pageSettings)
	d.Sees(second, "Up to date: its latest backup is from ")
	if err := os.RemoveAll(second); err != nil {
		t.Fatal(err)
	}
	d.open(pageSettings)
	d.Sees("Not up to date. " + second + " isn’t there.")
	d.TapButton("Stop using this folder")
	d.Misses(second)
}

// What the second folder did not get is shown until the user has seen it, or it
// gets it; also at the next start.
func TestSecondFolderIsMissing(t *testing.T) {
	const want = "The second backup folder doesn’t have the latest backup."
	c, second := uitest.Weeks(2), filepath.Join(t.TempDir(), "stick")
	v := newVault(t, c)
	if err := v.SetSecond(second); err != nil {
		t.Fatal(err)
	}
	d := newVaultDesk(t, c, v)
	d.Clock.Advance(backUpPause)
	d.Sees(want, second+" isn’t there.")
	d.Clock.Advance(time.Hour)
	d.shell.ChangeLanguage(words.French)
	d.Sees("Le second dossier n’a pas la dernière sauvegarde.")
	d.shell.ChangeLanguage(words.English)
	d.Sees(want)
	d.TapLink("Got it")
	d.Misses(want)
	d.open(pageSettings)
	d.TapButton("Back up now")
	d.Sees(want)
	if err := os.Mkdir(second, 0o700); err != nil {
		t.Fatal(err)
	}
	d.TapButton("Back up now")
	d.Misses(want)
	d.Sees("Up to date: its latest backup is from ")
}

func TestNotices(t *testing.T) {
	seen := uitest.NewClock().Now()
	tests := []struct {
		name    string
		noticed vault.Warnings
		want    string
		again   bool // it is shown at the next start too
	}{
		{"behind", vault.Warnings{Behind: &backup.Behind{Seen: seen, Missing: 3}}, "lacks 3 saves", true},
		{"another copy", vault.Warnings{Behind: &backup.Behind{Seen: seen}}, "isn’t exactly the journal", true},
		{"another journal", vault.Warnings{Behind: &backup.Behind{Seen: seen, Other: true}}, "a different journal from", true},
		{"recovered", vault.Warnings{Recovered: true}, "stopped during a save", true},
		{"synchronized", vault.Warnings{Synced: "Dropbox"}, "Dropbox synchronizes", false},
		{"network", vault.Warnings{Synced: backup.Network}, "network drive", false},
		{"conflicted", vault.Warnings{Conflicted: []string{"/x (conflicted copy).db"}}, "/x (conflicted copy).db", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(2), words.English)
			start := func() { d.shell.space.showWarnings(tt.noticed) }
			start()
			d.Sees(tt.want)
			if tt.noticed.Behind != nil { // until the user has decided
				d.Misses("Got it")
				return
			}
			d.TapLink("Got it")
			d.Misses(tt.want)
			start()
			if told := strings.Contains(d.Texts(), tt.want); told != tt.again {
				t.Errorf("shown again: %v, want %v", told, tt.again)
			}
		})
	}
}

// Nobody can begin to write what could not be kept.
func TestReadOnly(t *testing.T) {
	for reason, want := range map[error]string{
		journal.ErrNewerFormat: "A newer version of Heliotrope wrote this journal.",
		fs.ErrPermission:       "The system doesn’t let Heliotrope write to this journal’s file.",
	} {
		d := newDesk(t, uitest.Weeks(2), words.English)
		d.shell.fill(d.Journal, vault.Warnings{ReadOnly: reason})
		d.Sees(want)
		d.Misses("Got it", "What gave or took energy this week?", "Mark as a week off…", "Another prompt", "All changes saved")
		split, scale := uitest.Find[*controls.SplitBar](&d.Screen, nil), uitest.Find[*controls.Scale](&d.Screen, nil)
		if !d.reflection().Disabled() || !split.Disabled() || !scale.Disabled() {
			t.Error("something can be changed")
		}
		split.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		scale.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		d.open(pageTrends)
		d.Misses("Add a change…")
		if d.Store.Attempts() != 0 || len(d.shell.space.saver.Unsaved()) != 0 {
			t.Error("something was changed")
		}
		d.Window.Close()
	}
}

// A bar covers nothing.
func TestNoticeMakesRoom(t *testing.T) {
	d := newDesk(t, uitest.Weeks(2), words.English)
	before := d.shell.space.stack.Size().Height
	d.shell.space.bars.ShowOnce("x", "A notice", nil)
	d.Sees("A notice")
	if after := d.shell.space.stack.Size().Height; after < 100 || after > before-20 {
		t.Errorf("the page is %v high below a notice, and was %v", after, before)
	}
}
