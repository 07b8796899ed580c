package boltstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestVerifyAfterPanic: once bbolt has given up nothing is written, until the
// file has been looked at anew.
func TestVerifyAfterPanic(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is still mapped cannot be removed there")
	}
	for _, locked := range []bool{false, true} { // whether bbolt's own locks stay locked
		t.Run(fmt.Sprint("locked ", locked), func(t *testing.T) {
			s := mustOpen(t, newSample(t))
			_ = s.guarded(func() error {
				tx, err := s.db.Begin(true)
				if err == nil && !locked {
					err = tx.Rollback()
				}
				if err != nil {
					return err
				}
				panic("page 58 already freed")
			})
			if err := s.Apply(change); !errors.Is(err, journal.ErrDamaged) {
				t.Errorf("apply returned %v, want ErrDamaged", err)
			}
			mustGoOn(t, s)
		})
	}
}

// mustGoOn fails the test unless s, which has the sample and failed, is verified
// and then goes on, with the lock.
func mustGoOn(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Verify(); err != nil {
		t.Fatal(err)
	}
	mustHold(t, s, storetest.Sample())
	mustApply(t, s, change)
	mustHold(t, s, storetest.Sample().After(change))
	if _, err := Open(s.path); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("after a verify the file is not locked: %v", err)
	}
}

// TestVerifyWhatIsOpenIsDead: the file is there and whole, but what is open of it
// is of no more use: its map was lost as it grew, or its disk was away for a
// while.
func TestVerifyWhatIsOpenIsDead(t *testing.T) {
	for name, kill := range map[string]func(*Store) error{
		"the map":      func(s *Store) error { return s.db.Close() },
		"the file":     func(s *Store) error { return s.file.Close() },
		"another file": func(s *Store) error { return putBack(s.path) },
		"away for a while": func(s *Store) error {
			away := s.path + ".away"
			err := os.Rename(s.path, away)
			if s.Verify() == nil {
				return errors.New("a file that is away was verified")
			}
			return errors.Join(err, os.Rename(away, s.path))
		},
		"away in doubt": func(s *Store) error {
			s.failed = fmt.Errorf("%w: in doubt", journal.ErrReadOnly)
			away := s.path + ".away"
			err := os.Rename(s.path, away)
			if err := s.Verify(); !errors.Is(err, journal.ErrReplaced) || !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("a file that is away was verified with %w", err)
			}
			return errors.Join(err, os.Rename(away, s.path))
		},
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("an open file cannot be moved there")
			}
			s := mustOpen(t, newSample(t))
			if err := kill(s); err != nil {
				t.Fatal(err)
			}
			mustGoOn(t, s)
		})
	}
}

// putBack puts a copy of the file at path in its place.
func putBack(path string) error {
	content, err := os.ReadFile(path)
	return errors.Join(err, renameOver(path, content))
}

// TestVerifyInDoubt: whether the save in doubt is there or not, the store goes
// on from there.
func TestVerifyInDoubt(t *testing.T) {
	for _, there := range []bool{false, true} {
		s := mustOpen(t, newSample(t))
		want := storetest.Sample()
		if there {
			mustApply(t, s, change)
			want = want.After(change)
			s.last.txid-- // as it was before that save
		}
		s.failed = fmt.Errorf("%w: in doubt", journal.ErrReadOnly)
		if err := s.Verify(); err != nil {
			t.Fatalf("there %v: %v", there, err)
		}
		mustHold(t, s, want)
		mustApply(t, s, journal.Change{DropEvents: []string{"a"}})
	}
}

// TestVerifyReplaced: a file that is not the one before nor the one after is
// not taken over.
func TestVerifyReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be overwritten there")
	}
	sample := newSample(t)
	saved := func(path string, titles ...string) []byte {
		t.Helper()
		s := mustOpen(t, path)
		for _, title := range titles {
			mustApply(t, s, journal.Change{PutEvents: []journal.Event{
				{ID: "new", Week: week("2026-W01"), Kind: journal.OtherEvent, Title: title}}})
		}
		file, err := os.ReadFile(path)
		if err := errors.Join(err, s.Close()); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for name, other := range map[string][]byte{
		"older":                             saved(copyOf(t, sample)),
		"another copy as far on":            saved(copyOf(t, sample), "another"),
		"another copy two saves further on": saved(copyOf(t, sample), "one", "two", "three"),
		"another journal as far on":         saved(newSample(t), "one"),
		"another journal a save further on": saved(newSample(t), "one", "two"),
	} {
		t.Run(name, func(t *testing.T) {
			path := copyOf(t, sample)
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			mustApply(t, s, change)
			if err := writeInto(path, other); err != nil {
				t.Fatal(err)
			}
			if err := s.Apply(change); !errors.Is(err, journal.ErrReplaced) {
				t.Errorf("apply returned %v, want ErrReplaced", err)
			}
			for range 2 {
				if err := s.Verify(); !errors.Is(err, journal.ErrReplaced) {
					t.Errorf("verify returned %v, want ErrReplaced", err)
				}
				if err := s.Apply(change); !errors.Is(err, journal.ErrReplaced) {
					t.Errorf("after it apply returned %v, want ErrReplaced", err)
				}
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if after, _ := os.ReadFile(path); !bytes.HasPrefix(after, other) {
				t.Error("the other file was changed")
			}
			mustOpen(t, path) // it is unlocked
		})
	}
}

// TestInDoubt: what a full disk stops before the meta page is known not to be
// there; once that page is there, nobody knows.
func TestInDoubt(t *testing.T) {
	s := mustOpen(t, newSample(t))
	if s.inDoubt(syscall.ENOSPC) || s.inDoubt(errors.New("file resize error")) {
		t.Error("a save that never reached the meta page is in doubt")
	}
	if !s.inDoubt(fmt.Errorf("sync: %w", diskFaults[0])) {
		t.Error("a failed sync leaves no doubt")
	}
	s.last.txid-- // as if the meta page were of the save that failed
	if !s.inDoubt(syscall.ENOSPC) {
		t.Error("a save whose meta page is there is not in doubt")
	}
}

// TestBoltCheck: bbolt's own check would see what the walk before it sees.
func TestBoltCheck(t *testing.T) {
	path, _, _ := newWorn(t)
	path = copyOf(t, path)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := *parsedMeta(t, file)
	for count, damaged := range map[uint16]bool{binary.NativeEndian.Uint16(pageAt(file, m, m.freelist)[pageCountAt:]): false, 1: true} {
		binary.NativeEndian.PutUint16(pageAt(file, m, m.freelist)[pageCountAt:], count)
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := boltCheck(db); damaged != errors.Is(err, journal.ErrDamaged) {
			t.Errorf("with %d free pages: %v", count, err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestVerifySeesDamage: damage under an open journal, of something that it
// does not read meanwhile.
func TestVerifySeesDamage(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be overwritten there")
	}
	path := newFull(t)
	s, err := Open(copyOf(t, path))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	file, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(file), "what it was before")
	file[at] ^= 1
	if err := writeInto(s.path, file); err != nil {
		t.Fatal(err)
	}
	for i := at + 1; ; i++ { // also in free pages, where it does no harm
		next := strings.Index(string(file[i:]), "what it was before")
		if next < 0 {
			break
		}
		i += next
		file[i] ^= 1
	}
	if err := writeInto(s.path, file); err != nil {
		t.Fatal(err)
	}
	if err := s.Verify(); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("verify returned %v, want ErrDamaged", err)
	}
}

// TestNotOverDamage: a save does not write over a record that is damaged, nor
// keep it as a version.
func TestNotOverDamage(t *testing.T) {
	s := spoilt(t, newSample(t), func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(entriesBucket)).Put([]byte("2026-W53"), []byte("\x02damaged"))
	})
	s.last.txid++ // the save behind its back
	for _, change := range []journal.Change{
		{PutEntries: []journal.Entry{{Week: week("2026-W53"), Away: "leave"}}},
		{PutEntries: []journal.Entry{{Week: week("2026-W53"), Away: "leave"}}, Fold: []journal.Week{week("2026-W53")}},
		{DropEntries: []journal.Week{week("2026-W53")}},
	} {
		if err := s.Apply(change); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("apply returned %v, want ErrDamaged", err)
		}
	}
}
