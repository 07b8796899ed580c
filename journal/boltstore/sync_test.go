package boltstore

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	berrors "go.etcd.io/bbolt/errors"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// names are the files in a folder that have their final names, with the
// checksums of what they contain.
type names map[string]uint32

func namesIn(t *testing.T, folder string) names {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	all := make(names)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), seenSuffix) || e.IsDir() {
			continue // not finished, or the note, which needs no sync
		}
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = crc32.ChecksumIEEE(content)
	}
	return all
}

// syncs are what was synced: the folders as they were when they were synced
// last, and the contents of files.
type syncs struct {
	folders map[string]names
	files   map[uint32]bool
}

// recordSyncs records the syncs outside of bbolt until the test ends. A sync for
// which fail returns an error is not made.
func recordSyncs(t *testing.T, fail func(folder bool) error) *syncs {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a folder cannot be synced there")
	}
	s := &syncs{make(map[string]names), make(map[uint32]bool)}
	before := syncFile
	t.Cleanup(func() { syncFile = before })
	syncFile = func(f *os.File) error {
		info, err := f.Stat()
		if err != nil {
			return err
		}
		if err := fail(info.IsDir()); err != nil {
			return err
		}
		if info.IsDir() {
			s.folders[f.Name()] = namesIn(t, f.Name())
		} else if content, err := os.ReadFile(f.Name()); err == nil {
			s.files[crc32.ChecksumIEEE(content)] = true
		}
		return before(f)
	}
	return s
}

func never(bool) error { return nil }

// check checks that the folder was synced after the last name in it changed.
func (s *syncs) check(t *testing.T, folder string) {
	t.Helper()
	if want := namesIn(t, folder); len(want) == 0 || !maps.Equal(want, s.folders[folder]) {
		t.Errorf("in %s there are %v, and when it was synced there were %v", filepath.Base(folder), want, s.folders[folder])
	}
}

// TestNamesAreSynced: what makes, replaces, moves or removes a file has synced
// its folder when it is done. Without that a power cut undoes it.
func TestNamesAreSynced(t *testing.T) {
	second := t.TempDir()
	for _, test := range []struct {
		name string
		do   func(k *Keeper) error
		in   func(k *Keeper) string // the folder
	}{
		{"a new journal", func(k *Keeper) error {
			s, err := Options{Anew: true}.Open(filepath.Join(second, "journal.db"))
			return errors.Join(err, s.Close())
		}, func(*Keeper) string { return second }},
		{"a backup", func(k *Keeper) error { return saveAndBackUp(k, 1) }, (*Keeper).Folder},
		{"backups that are removed", func(k *Keeper) error { return saveAndBackUp(k, backup.KeptNewest+1) }, (*Keeper).Folder},
		{"a restore", func(k *Keeper) error {
			_, err := k.Restore(k.named(k.folder)[0].Path)
			return err
		}, func(k *Keeper) string { return filepath.Dir(k.path) }},
		{"a damaged file that is moved aside", func(k *Keeper) error {
			err := os.Truncate(k.path, 0)
			if err == nil {
				_, err = k.SetAside()
			}
			return err
		}, func(k *Keeper) string { return filepath.Dir(k.path) }},
		{"a repair", func(k *Keeper) error {
			if err := os.Truncate(k.path, 0); err != nil {
				return err
			}
			ladder, err := k.Diagnose()
			if err == nil {
				_, err = k.Repair(ladder.Steps[0])
			}
			return err
		}, func(k *Keeper) string { return filepath.Dir(k.path) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := newSample(t)
			k := newKeeper(t, path)
			backUp(t, k)
			save(t, path, numbered(1))
			// All of one day, so that the number of backups alone decides.
			now := time.Date(2026, 11, 24, 7, 0, 0, 0, time.Local)
			k.now = func() time.Time { now = now.Add(time.Second); return now }
			s := recordSyncs(t, never)
			if err := test.do(k); err != nil {
				t.Fatal(err)
			}
			s.check(t, test.in(k))
		})
	}
}

// saveAndBackUp makes so many backups, each after a save.
func saveAndBackUp(k *Keeper, times int) error {
	for i := range times {
		s, err := Open(k.path)
		if err != nil {
			return err
		}
		err = s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(2 + i)}})
		made, backUpErr := k.BackUp(s)
		if err := errors.Join(err, backUpErr, made.RotateProblem, s.Close()); err != nil {
			return err
		}
	}
	return nil
}

// TestBackupIsSynced: a file has the name of a backup only once all of it is on
// the disk.
func TestBackupIsSynced(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	s := recordSyncs(t, never)
	made := backUp(t, k)
	if sum := namesIn(t, k.Folder())[filepath.Base(made.Path)]; !s.files[sum] {
		t.Error("the backup was not synced")
	}
	for _, failing := range []struct {
		name   string
		folder bool
	}{{"file", false}, {"folder", true}} {
		t.Run("the "+failing.name+" cannot be synced", func(t *testing.T) {
			save(t, path, numbered(1+len(k.List(""))))
			before := namesIn(t, k.Folder())
			recordSyncs(t, func(folder bool) error {
				if folder == failing.folder {
					return syscall.EIO
				}
				return nil
			})
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if made, err := k.BackUp(s); !errors.Is(err, syscall.EIO) {
				t.Errorf("it was backed up: %+v, %v", made, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			// In a folder that cannot be synced the file is whole, and may stay.
			if after := namesIn(t, k.Folder()); !failing.folder && !maps.Equal(before, after) {
				t.Errorf("what may not be on the disk is there as a backup: %v", after)
			}
		})
	}
}

// TestRestoreThatIsNotSynced: once the journal is in its place a restore is done,
// and reports what may undo it.
func TestRestoreThatIsNotSynced(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	made := backUp(t, k)
	save(t, path, numbered(1))
	backUp(t, k) // so that the restore makes no other
	recordSyncs(t, func(folder bool) error {
		if folder {
			return syscall.EIO
		}
		return nil
	})
	restored, err := k.Restore(made.Path)
	if err != nil || !errors.Is(restored.SyncProblem, syscall.EIO) {
		t.Errorf("it ended with %v, and what may undo it is %v", err, restored.SyncProblem)
	}
	mustHold(t, mustOpen(t, path), storetest.Sample())
}

// TestFolderWithoutSync: where the system cannot sync a folder, that is no
// failure.
func TestFolderWithoutSync(t *testing.T) {
	for _, err := range []error{syscall.EINVAL, syscall.EOPNOTSUPP} {
		recordSyncs(t, func(folder bool) error { return err })
		if err := syncFolder(t.TempDir()); err != nil {
			t.Errorf("it failed: %v", err)
		}
	}
}

// TestCause: what bbolt has put into words is an error of the system again.
func TestCause(t *testing.T) {
	for _, code := range systemCodes {
		wrapped := fmt.Errorf("file resize error: %w", code)
		if err := cause(errors.New("file resize error: " + code.Error())); !errors.Is(err, code) {
			t.Errorf("the cause of %v is not found", err)
		}
		if err := cause(wrapped); !errors.Is(err, code) || err.Error() != wrapped.Error() {
			t.Errorf("%v became %v", wrapped, err)
		}
	}
	for _, err := range []error{nil, errors.New("no space left on device here"), berrors.ErrTxClosed} {
		if got := cause(err); !errors.Is(got, err) || fmt.Sprint(got) != fmt.Sprint(err) {
			t.Errorf("%v became %v", err, got)
		}
	}
}
