package boltstore

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// TestVerifyAfterPanic: once bbolt has given up nothing is written, until the
// file has been looked at anew.
func TestVerifyAfterPanic(t *testing.T) {
	path := newSample(t)
	s := mustOpen(t, path)
	_ = s.guarded(func() error {
		tx, err := s.db.Begin(true)
		if err == nil {
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
	if err := s.Verify(); err != nil {
		t.Fatal(err)
	}
	mustHold(t, s, storetest.Sample())
	mustApply(t, s, change)
	mustHold(t, s, storetest.Sample().After(change))
	if _, err := Open(path); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("after a verify the file is not locked: %v", err)
	}
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
	path := newSample(t)
	other, err := os.ReadFile(newSample(t))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeInto(path, other); err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(change); err == nil {
		t.Fatal("a save into another file succeeded")
	}
	for range 2 {
		if err := s.Verify(); !errors.Is(err, journal.ErrReplaced) {
			t.Errorf("verify returned %v, want ErrReplaced", err)
		}
		if err := s.Apply(change); err == nil {
			t.Error("a save into another file succeeded")
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(other) {
		t.Error("the other file was changed")
	}
	mustOpen(t, path) // it is unlocked
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
