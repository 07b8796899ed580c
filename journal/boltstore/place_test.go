package boltstore

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/outfile"
	"heliotrope/journal/storetest"
)

// TestFolderGone: a stick is pulled out while the journal on it is open.
// A save says so and makes nothing in its place; once the stick is back it
// goes in.
func TestFolderGone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the folder of an open file cannot be moved there")
	}
	stick := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(stick, "journal.db")
	s := mustOpen(t, path)
	mustApply(t, s, putAll(storetest.Sample()))
	before, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(stick, stick+".away"); err != nil {
		t.Fatal(err)
	}
	taken := journal.Change{DropEvents: []string{"start"}}
	for range 2 {
		if err := s.Apply(taken); !errors.Is(err, journal.ErrReplaced) {
			t.Errorf("apply returned %v, want ErrReplaced", err)
		}
	}
	if _, err := os.Stat(stick); err == nil {
		t.Error("the folder was made anew")
	}
	if err := os.Rename(stick+".away", stick); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, taken)
	mustHold(t, s, before.After(taken))
}

// TestOnlyAFileIsReplaced: a folder, a link to one, and what a program listens at
// are left where they are by whatever puts a journal in the place of another.
func TestOnlyAFileIsReplaced(t *testing.T) {
	things := map[string]func(path string) error{
		"folder": func(path string) error { return os.Mkdir(path, 0o700) },
		"link to a folder": func(path string) error {
			return errors.Join(os.Mkdir(path+".d", 0o700), os.Symlink(path+".d", path))
		},
		"socket": func(path string) error {
			l, err := net.Listen("unix", path)
			if err == nil {
				t.Cleanup(func() { _ = l.Close() })
			}
			return err
		},
	}
	for name, put := range things {
		t.Run(name, func(t *testing.T) {
			path := newSample(t)
			k := newKeeper(t, path)
			copied := backUp(t, k)
			found := mustDamage(t, k)
			if err := errors.Join(os.Remove(path), put(path)); err != nil {
				t.Skip(err)
			}
			_, errRestore := k.Restore(copied.Path)
			_, errRepair := k.Repair(found)
			_, errAside := k.SetAside()
			_, errOpen := Open(path)
			for does, err := range map[string]error{"restore": errRestore, "repair": errRepair, "set aside": errAside, "open": errOpen} {
				if !errors.Is(err, outfile.ErrNotFile) {
					t.Errorf("%s returned %v, want ErrNotFile", does, err)
				}
			}
			if info, err := os.Stat(path); err != nil || info.Mode().IsRegular() {
				t.Errorf("it was replaced: %v, %v", info, err)
			}
		})
	}
}

// mustDamage empties the journal and returns its first recovery option.
func mustDamage(t *testing.T, k *Keeper) backup.Step {
	t.Helper()
	if err := os.Truncate(k.path, 0); err != nil {
		t.Fatal(err)
	}
	found, err := k.Diagnose()
	if err != nil || len(found.Steps) == 0 {
		t.Fatalf("there is no option: %+v, %v", found, err)
	}
	return found.Steps[0]
}
