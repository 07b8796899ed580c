package boltstore

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// change is one that a guard must stop.
var change = journal.Change{DropEvents: []string{"start"}}

// TestMovedBack: once the file is in its place again the same change goes in.
func TestMovedBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be moved there")
	}
	path := newSample(t)
	s := mustOpen(t, path)
	if err := os.Rename(path, path+".moved"); err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(change); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("apply returned %v, want ErrReplaced", err)
	}
	if err := os.Rename(path+".moved", path); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, change)
	mustHold(t, s, storetest.Sample().After(change))
}

// TestCutWhileOpen: a file that is shorter than it was, be it by a byte, is not
// saved into. Somebody else writes to it.
func TestCutWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a mapped file cannot be cut there")
	}
	for _, by := range []int{1, os.Getpagesize() - 1, os.Getpagesize()} {
		path := newSample(t)
		s, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		cut := whole[:len(whole)-by]
		if err := os.Truncate(path, int64(len(cut))); err != nil {
			t.Fatal(err)
		}
		if err := s.Apply(change); !errors.Is(err, journal.ErrReplaced) || !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%d bytes shorter: apply returned %v, want ErrReplaced and ErrDamaged", by, err)
		}
		if err := s.Close(); err != nil {
			t.Errorf("%d bytes shorter: close: %v", by, err)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(cut, after) {
			t.Errorf("%d bytes shorter: the file was changed (%v)", by, err)
		}
	}
}

// TestCopiedBack: a copy of the last save in the file's place is taken up once
// the journal is verified, and locked like the file before; any other is not.
func TestCopiedBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be replaced there")
	}
	path := newSample(t)
	older, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path)
	mustApply(t, s, change)
	newest, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	next := journal.Change{DropEvents: []string{"a"}}
	for name, other := range map[string][]byte{"older": older, "empty": {}, "cut": newest[:len(newest)/2], "text": []byte("text")} {
		if err := renameOver(path, other); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := s.Verify(); !errors.Is(err, journal.ErrReplaced) {
				t.Errorf("%s: verify returned %v, want ErrReplaced", name, err)
			}
			if err := s.Apply(next); !errors.Is(err, journal.ErrReplaced) {
				t.Errorf("%s: apply returned %v, want ErrReplaced", name, err)
			}
		}
		if after, _ := os.ReadFile(path); string(after) != string(other) {
			t.Errorf("%s: the other file was changed", name)
		}
	}
	if err := renameOver(path, newest); err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(next); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("before it was verified apply returned %v, want ErrReplaced", err)
	}
	if err := s.Verify(); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, next)
	mustHold(t, s, storetest.Sample().After(change).After(next))
	if _, err := Open(path); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("the copy is not locked: %v", err)
	}
}

// TestFault cuts the file of an open journal while it is being read, so that
// the map of it faults. Without a guard that ends the program, and no test
// after this one runs.
func TestFault(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a mapped file cannot be cut there")
	}
	path := newSample(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = s.guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			if err := os.Truncate(path, 0); err != nil {
				return err
			}
			_, err := copyAll(tx, s.head.counts)
			return err
		})
	})
	if !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("the fault became %v, want ErrDamaged", err)
	}
	if _, err := s.Load(); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("load returned %v, want ErrDamaged", err)
	}
	if err := s.Apply(change); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("apply returned %v, want ErrDamaged", err)
	}
	for range 2 {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
}

// TestCloseAfterPanic: bbolt may panic with its own locks locked. Closing must
// not hang then, and must let go of the file all the same.
func TestCloseAfterPanic(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is still mapped cannot be removed there")
	}
	for _, locked := range []bool{false, true} {
		path := newSample(t)
		s, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		err = s.guarded(func() error {
			tx, err := s.db.Begin(true)
			if err == nil && !locked {
				err = tx.Rollback()
			}
			if err != nil {
				return err
			}
			panic("page 58 already freed")
		})
		if !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("the panic became %v, want ErrDamaged", err)
		}
		if err := s.Close(); err != nil {
			t.Errorf("locked %v: close returned %v", locked, err)
		}
		mustHold(t, mustOpen(t, path), storetest.Sample())
	}
}

// renameOver puts a new file in the place of path.
func renameOver(path string, file []byte) error {
	next := filepath.Join(filepath.Dir(path), "next")
	return errors.Join(os.WriteFile(next, file, 0o600), os.Rename(next, path))
}

// writeInto overwrites a file without emptying it first.
func writeInto(path string, file []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(file)
	return errors.Join(err, f.Close())
}
