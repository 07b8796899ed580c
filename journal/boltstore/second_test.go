package boltstore

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// TestSecondFolderThatGetsNothing: why the second folder has no backup is
// returned with its path, and nothing is written to a wrong place.
func TestSecondFolderThatGetsNothing(t *testing.T) {
	for _, test := range []struct {
		name    string
		prepare func(k *Keeper) error
		want    error
	}{
		{"not there", func(k *Keeper) error { return os.Remove(k.second.Folder) }, journal.ErrNoSecond},
		{"its disk is not there", func(k *Keeper) error {
			k.second.Disk = k.second.Folder // a folder like any other, as nothing is mounted
			if runtime.GOOS == "windows" {
				return errors.ErrUnsupported
			}
			return nil
		}, journal.ErrNoSecond},
		{"a file", func(k *Keeper) error {
			return errors.Join(os.Remove(k.second.Folder), os.WriteFile(k.second.Folder, nil, 0o600))
		}, syscall.ENOTDIR},
		{"the first one", func(k *Keeper) error {
			return errors.Join(os.Remove(k.second.Folder), os.MkdirAll(k.folder, 0o700), os.Symlink(k.folder, k.second.Folder))
		}, journal.ErrSameFolder},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := newSample(t)
			k := newKeeper(t, path)
			k.second.Folder = filepath.Join(t.TempDir(), "stick")
			if err := errors.Join(os.Mkdir(k.second.Folder, 0o700), test.prepare(k)); err != nil {
				t.Skip(err)
			}
			made, err := k.BackUp(mustOpen(t, path))
			if err != nil || !made.New || !errors.Is(made.SecondProblem, test.want) {
				t.Errorf("backed up with %v, and the second folder: %v", err, made.SecondProblem)
			}
			if found, _ := filepath.Glob(filepath.Join(k.second.Folder, "*")); len(found) > 0 && !errors.Is(test.want, journal.ErrSameFolder) {
				t.Errorf("there is %q", found)
			}
			if _, err := k.ListSecond(""); !errors.Is(err, test.want) {
				t.Errorf("listed with %v", err)
			}
		})
	}
}

// TestSecondFolderWithoutTheFirst: if the first folder takes no backup, the
// second one has one nevertheless.
func TestSecondFolderWithoutTheFirst(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	k.second.Folder = t.TempDir()
	if err := os.WriteFile(k.folder, nil, 0o600); err != nil { // no folder can be made there
		t.Fatal(err)
	}
	made, err := k.BackUp(mustOpen(t, path))
	if err == nil || made.SecondProblem != nil {
		t.Errorf("backed up with %v, and the second folder: %v", err, made.SecondProblem)
	}
	if all, err := k.ListSecond(""); err != nil || len(all) != 1 || !all[0].Verified {
		t.Errorf("the second folder has %+v (%v)", all, err)
	}
}

// TestSavingDoesNotWaitForTheSecondFolder: its disk may be slow.
func TestSavingDoesNotWaitForTheSecondFolder(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	backUp(t, k) // so that only the second folder is behind
	k.second.Folder = t.TempDir()
	s := mustOpen(t, path)
	saved := false
	before := syncFile
	syncFile = func(f *os.File) error {
		if !saved {
			saved = true
			syncFile = before
			mustApply(t, s, change)
		}
		return before(f)
	}
	defer func() { syncFile = before }()
	if made, err := k.BackUp(s); err != nil || made.New || made.SecondProblem != nil || !saved {
		t.Errorf("backed up with %v: %+v; saved meanwhile: %v", err, made, saved)
	}
}

// TestDailyBackupInTheSecondFolder: once the second folder is there again, the
// next daily backup gets there, although the first folder has one of today.
func TestDailyBackupInTheSecondFolder(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	k.second.Folder = filepath.Join(t.TempDir(), "stick")
	now := time.Date(2026, 11, 23, 7, 0, 0, 0, time.Local)
	k.now = func() time.Time { now = now.Add(time.Minute); return now }
	s := mustOpen(t, path)
	daily := func() backup.Made {
		t.Helper()
		made, err := k.BackUpDaily(s)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	if made := daily(); !errors.Is(made.SecondProblem, journal.ErrNoSecond) {
		t.Errorf("the second folder: %v", made.SecondProblem)
	}
	if made := daily(); made.SecondProblem != nil {
		t.Error("told twice a day")
	}
	if err := os.Mkdir(k.second.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	daily()
	if all, err := k.ListSecond(""); err != nil || len(all) != 1 {
		t.Errorf("the second folder has %+v (%v)", all, err)
	}
}
