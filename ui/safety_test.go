package ui

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
)

func TestBackupAtStart(t *testing.T) {
	c := weeks(t, 31)
	v := newVault(t, c)
	d := newVaultDesk(t, c, v)
	if len(v.Backups()) != 0 {
		t.Error("a backup came before the window")
	}
	d.clock.advance(backUpPause)
	if n := len(v.Backups()); n != 1 {
		t.Errorf("there are %d backups", n)
	}
	d.sees("31 weeks logged\nLast backup")
	allow := noBackups(t, v)
	d.shell.keeping.backUp(nil)
	d.sees("The last backup could not be made.")
	allow()
	d.shell.keeping.backUp(nil)
	d.misses("could not be made")
}

func TestBackupsCard(t *testing.T) {
	now := weeks(t, 31)
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
	d.shell.space.open(pageSettings)
	w := d.shell.space.words
	d.sees("Backups", w.Instant(v.Backups()[0].Made), "31 weeks with 31 moments, up to Week 47, 2026 · ", "29 weeks with 29 moments", " · checked",
		"Damaged, does not count · 1 KB", "Choose a folder…")
	page := d.shell.space.pages[pageSettings].(*settingsPage)
	page.backups.look(v.Backups()[1])
	d.sees("It holds 29 weeks", "Weeks that are in your journal and not in this backup:", "If you bring it back, a backup of your journal as it is now is made first.", "Fed the quokka")
	if d.shell.mine.WeeksLogged() != 31 {
		t.Fatal("restored after a look")
	}
	d.tapButton("Bring this back")
	if d.shell.mine.WeeksLogged() != 29 {
		t.Fatalf("restored %d weeks", d.shell.mine.WeeksLogged())
	}
	d.sees("is back. Your journal as it was is among the backups.", "29 weeks logged", "Settings")
	d.tapButton("Back up now")
	d.sees("A new backup is made and checked.")
}

// TestRestoreFails: the journal that was there is shown again.
func TestRestoreFails(t *testing.T) {
	c := weeks(t, 2)
	v := newVault(t, c)
	made := backUp(t, v)
	d := newVaultDesk(t, c, v)
	d.shell.space.open(pageSettings)
	d.tapLink("Look inside…")
	if err := os.Truncate(made.Path, 5_000); err != nil {
		t.Fatal(err)
	}
	d.tapButton("Bring this back")
	d.sees("The file to bring back is damaged itself.", "Your journal was left as it is.", "2 weeks logged")
}

// TestRestoreWaits holds that nothing is restored while text is not saved.
func TestRestoreWaits(t *testing.T) {
	c := weeks(t, 2)
	v := newVault(t, c)
	made := backUp(t, v)
	d := newVaultDesk(t, c, v)
	d.store.Fail(errors.New("no"))
	d.write("Found it")
	d.press(fyne.KeyReturn)
	d.shell.restore(made)
	if d.shell.mine != d.mine {
		t.Error("unsaved text was given up")
	}
	d.sees("Found it", "Not saved yet")
}

func TestSecondFolder(t *testing.T) {
	c, second := weeks(t, 2), t.TempDir()
	v := newVault(t, c)
	if err := v.SetSecond(second); err != nil {
		t.Fatal(err)
	}
	d := newVaultDesk(t, c, v)
	d.clock.advance(backUpPause)
	d.shell.space.open(pageSettings)
	d.sees(second, "It has the newest backup.")
	d.shell.keeping.made.SecondProblem = fs.ErrNotExist
	d.shell.space.open(pageSettings)
	d.sees("It does not have the newest backup.")
	d.tapLink("No second folder")
	d.misses(second)
}

func TestNotices(t *testing.T) {
	seen := newClockwork().now()
	tests := []struct {
		name    string
		noticed vault.Warnings
		want    string
		again   bool // it is shown at the next start too
	}{
		{"behind", vault.Warnings{Seen: seen, Missing: 3}, "3 saves behind", true},
		{"another copy", vault.Warnings{Seen: seen}, "not quite the journal", true},
		{"another journal", vault.Warnings{Seen: seen, Other: true}, "another journal than", true},
		{"recovered", vault.Warnings{Recovered: true}, "in the middle of a save", true},
		{"synchronized", vault.Warnings{Synced: "Dropbox"}, "Dropbox keeps in step", false},
		{"network", vault.Warnings{Synced: backup.Network}, "network drive", false},
		{"conflicted", vault.Warnings{Conflicted: []string{"/x (conflicted copy).db"}}, "/x (conflicted copy).db", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, weeks(t, 2), words.English)
			start := func() { d.shell.space.bars.tellNoticed(tt.noticed, d.shell.prefs, func() {}) }
			start()
			d.sees(tt.want)
			d.tapLink("Got it")
			d.misses(tt.want)
			start()
			if told := contains(d.texts(), tt.want); told != tt.again {
				t.Errorf("shown again: %v, want %v", told, tt.again)
			}
		})
	}
}

// TestReadOnly holds that nobody can begin to write what could not be kept.
func TestReadOnly(t *testing.T) {
	for reason, want := range map[error]string{
		journal.ErrNewerFormat: "A newer version of Heliotrope wrote this journal.",
		fs.ErrPermission:       "The system does not let Heliotrope write to this journal’s file.",
	} {
		d := newDesk(t, weeks(t, 2), words.English)
		d.shell.fill(d.mine, workspaceHooks{prefs: d.shell.prefs, noticed: vault.Warnings{ReadOnly: reason}})
		d.sees(want)
		d.misses("Got it", "What moved your energy this week?", "Week off", "another question", "All changes saved")
		page := d.week()
		if !page.reflect.text.Disabled() || !page.split.bar.Disabled() || !page.question.scale.Disabled() {
			t.Error("something can be changed")
		}
		page.split.bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		page.question.scale.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		d.shell.space.open(pageTrends)
		d.misses("Add a change…")
		d.shell.space.open(pagePast)
		past := d.shell.space.pages[pagePast].(*pastPage)
		for _, item := range past.menu(past.all[0].entry.Week) {
			if item.Label == d.shell.space.words.Say("past.delete") {
				t.Error("a week can be deleted")
			}
		}
		if d.store.Attempts() != 0 || len(d.shell.space.saver.unsaved()) != 0 {
			t.Error("something was changed")
		}
		d.shell.window.Close()
	}
}

// TestNoticeMakesRoom holds that a bar covers nothing.
func TestNoticeMakesRoom(t *testing.T) {
	d := newDesk(t, weeks(t, 2), words.English)
	before := d.shell.space.stack.Size().Height
	d.shell.space.bars.tellOnce("x", "A notice", nil)
	bar := d.shell.space.bars.rows.Size().Height
	if after := d.shell.space.stack.Size().Height; bar == 0 || after > before-bar {
		t.Errorf("the page is %v high below a bar of %v, and was %v", after, bar, before)
	}
}
