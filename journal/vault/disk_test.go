package vault

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
)

// TestDiskOfTheJournalIsNotThere: where the disk of a journal is mounted no other
// journal is begun, nor anything restored, while it is not there.
func TestDiskOfTheJournalIsNotThere(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a disk that is not there has no path there")
	}
	place := t.TempDir() // a folder like any other, as nothing is mounted
	v := newVault(t, filepath.Join(place, "journal", "journal.db"))
	err := v.prefs.Change(func(p *preferences.Preferences) { p.Disks = map[string]string{v.path: place} })
	if err != nil {
		t.Fatal(err)
	}
	if !v.Begun() {
		t.Error("a journal that is away was never begun")
	}
	elsewhere := newSample(t)
	for name, do := range map[string]func() error{
		"open":       func() error { _, err := v.Open(); return err },
		"open later": func() error { _, err := v.OpenLater(); return err },
		"back up":    func() error { _, err := v.BackUp(); return err },
		"check":      func() error { _, err := v.Check(); return err },
		"restore":    func() error { _, err := v.Restore(elsewhere.Path()); return err },
		"diagnose":   func() error { found, err := v.Diagnose(); return errors.Join(found.Problem, err) },
	} {
		if err := do(); !errors.Is(err, journal.ErrMissing) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if names := files(t, place); len(names) > 1 {
		t.Errorf("there is %q", names)
	}
	// The user may want one there nevertheless.
	if _, _, err := v.Begin(); err != nil {
		t.Fatal(err)
	}
	if disk := v.prefs.Get().Disks[v.path]; disk == place {
		t.Error("it is still taken for one on another disk")
	}
}

// TestRememberDisk: what is on the disk of the preferences is not worth a note.
func TestRememberDisk(t *testing.T) {
	v := newVault(t, filepath.Join(t.TempDir(), "journal.db"))
	open(t, v)
	if disks := v.prefs.Get().Disks; len(disks) > 0 {
		t.Errorf("it remembers %v", disks)
	}
	v.rememberDisk("/mnt/stick/backups", "/mnt/stick")
	v.rememberDisk("/mnt/stick/backups", "/mnt/stick")
	again := preferences.Open(v.prefs.Path())
	if disks := again.Get().Disks; disks["/mnt/stick/backups"] != "/mnt/stick" {
		t.Errorf("it remembers %v", disks)
	}
	v.rememberDisk("/mnt/stick/backups", "")
	if disks := preferences.Open(v.prefs.Path()).Get().Disks; len(disks) > 0 {
		t.Errorf("it still remembers %v", disks)
	}
}

// TestSecondFolderIsNotTheFirst: the first folder cannot be chosen as the second.
func TestSecondFolderIsNotTheFirst(t *testing.T) {
	v := newSample(t)
	first, _ := v.Folders()
	if err := os.MkdirAll(first, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := v.SetSecond(first); !errors.Is(err, journal.ErrSameFolder) {
		t.Errorf("chosen with %v", err)
	}
	if _, second := v.Folders(); second != "" {
		t.Errorf("the second folder is %q", second)
	}
}
