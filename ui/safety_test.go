package ui

import (
	"errors"
	"io/fs"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// backupOf returns a backup of contents made some hours before the tests' now.
func backupOf(c journal.Contents, path string, hours time.Duration) backup.Backup {
	return backup.Backup{Path: path, Made: newClockwork().now().Add(-hours * time.Hour), Size: 84_000, Verified: true, Summary: summaryOf(c)}
}

func TestBackupAtStart(t *testing.T) {
	c := weeks(t, 31)
	v := &fakeVault{backups: []backup.Backup{backupOf(c, "/b", 1)}}
	d := newVaultDesk(t, c, v)
	if v.backedUp != 0 {
		t.Error("a backup came before the window")
	}
	d.clock.advance(backUpPause)
	if v.backedUp != 1 {
		t.Errorf("backed up %d times", v.backedUp)
	}
	d.sees("31 weeks logged\nLast backup today")
	v.fail = fs.ErrPermission
	d.shell.keeping.backUp(nil)
	d.sees("The last backup could not be made.")
	v.fail = nil
	d.shell.keeping.backUp(nil)
	d.misses("could not be made")
}

func TestBackupsCard(t *testing.T) {
	now := weeks(t, 31)
	then := weeks(t, 30)
	then.Entries = then.Entries[:29] // it lacks week 46 of the other's weeks, and the last
	bad := backup.Backup{Path: "/bad", Made: newClockwork().now().Add(-48 * time.Hour), Size: 1_000, Problem: journal.ErrDamaged}
	v := &fakeVault{inside: then, backups: []backup.Backup{backupOf(now, "/a", 1), backupOf(then, "/b", 30), bad}}
	d := newVaultDesk(t, now, v)
	d.shell.space.open(pageSettings)
	d.sees("Backups", "23 November 2026, 08:00", "31 weeks with 31 moments, up to Week 47, 2026 · 84 KB · checked", "Damaged, does not count · 1 KB", "Choose a folder…")
	d.tapLink("Look inside…")
	d.sees("It holds 31 weeks", "Weeks that are in your journal and not in this backup:", "If you bring it back, a backup of your journal as it is now is made first.", "Fed the quokka")
	if v.restored != 0 {
		t.Fatal("restored after a look")
	}
	d.tapButton("Bring this back")
	if v.restored != 1 || d.shell.mine.WeeksLogged() != 29 {
		t.Fatalf("restored %d times, %d weeks", v.restored, d.shell.mine.WeeksLogged())
	}
	d.sees("is back. Your journal as it was is among the backups.", "29 weeks logged", "Settings")
	d.tapButton("Back up now")
	d.sees("A new backup is made and checked.")
}

// TestRestoreFails: the journal that was there is shown again.
func TestRestoreFails(t *testing.T) {
	c := weeks(t, 2)
	v := &fakeVault{inside: c, backups: []backup.Backup{backupOf(c, "/a", 1)}}
	d := newVaultDesk(t, c, v)
	d.shell.space.open(pageSettings)
	v.fail = journal.ErrBadCopy
	d.tapLink("Look inside…")
	d.tapButton("Bring this back")
	d.sees("The file to bring back is damaged itself.", "Your journal was left as it is.")
}

// TestRestoreWaits holds that nothing is restored while text is not saved.
func TestRestoreWaits(t *testing.T) {
	c := weeks(t, 2)
	v := &fakeVault{inside: c, backups: []backup.Backup{backupOf(c, "/a", 1)}}
	d := newVaultDesk(t, c, v)
	d.store.Fail(errors.New("no"))
	d.write("Found it")
	d.press(fyne.KeyReturn)
	d.shell.restore(v.backups[0])
	if v.restored != 0 {
		t.Error("unsaved text was given up")
	}
	d.sees("Found it", "Not saved yet")
}

func TestSecondFolder(t *testing.T) {
	c := weeks(t, 2)
	v := &fakeVault{backups: []backup.Backup{backupOf(c, "/a", 1)}, second: "/media/disk"}
	d := newVaultDesk(t, c, v)
	d.clock.advance(backUpPause)
	d.shell.space.open(pageSettings)
	d.sees("/media/disk", "It has the newest backup.")
	d.shell.keeping.made.SecondProblem = fs.ErrNotExist
	d.shell.space.open(pageSettings)
	d.sees("It does not have the newest backup. This file or folder is not there.")
	d.tapLink("No second folder")
	d.misses("/media/disk")
}

func TestNotices(t *testing.T) {
	seen := newClockwork().now()
	tests := []struct {
		name    string
		noticed Noticed
		want    string
		again   bool // it is told at the next start too
	}{
		{"behind", Noticed{Seen: seen, Missing: 3}, "3 saves behind", true},
		{"another copy", Noticed{Seen: seen}, "not quite the journal", true},
		{"another journal", Noticed{Seen: seen, Other: true}, "another journal than", true},
		{"recovered", Noticed{Recovered: true}, "in the middle of a save", true},
		{"synchronized", Noticed{Synced: "Dropbox"}, "Dropbox keeps in step", false},
		{"network", Noticed{Synced: backup.Network}, "network drive", false},
		{"conflicted", Noticed{Conflicted: []string{"/x (conflicted copy).db"}}, "/x (conflicted copy).db", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := &fakeVault{noticed: tt.noticed}
			d := newVaultDesk(t, weeks(t, 2), v)
			d.sees(tt.want)
			d.tapLink("Got it")
			d.misses(tt.want)
			d.shell.show(d.mine, nil) // as at the next start
			if told := contains(d.texts(), tt.want); told != tt.again {
				t.Errorf("told again: %v, want %v", told, tt.again)
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
		d := newVaultDesk(t, weeks(t, 2), &fakeVault{noticed: Noticed{ReadOnly: reason}})
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
	d := newVaultDesk(t, weeks(t, 2), &fakeVault{})
	before := d.shell.space.stack.Size().Height
	d.shell.space.bars.tellOnce("x", "A notice", nil)
	bar := d.shell.space.bars.rows.Size().Height
	if after := d.shell.space.stack.Size().Height; bar == 0 || after > before-bar {
		t.Errorf("the page is %v high below a bar of %v, and was %v", after, bar, before)
	}
}
