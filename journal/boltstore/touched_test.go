package boltstore

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// touch is something done to the file of an open journal.
type touch struct {
	name string
	do   func(path string) error
}

// touches are what users and programs that synchronize folders do. older is a
// whole file to put in the place.
func touches(older []byte) []touch {
	return []touch{
		{"removed", os.Remove},
		{"moved", func(path string) error { return os.Rename(path, path+".moved") }},
		{"renamed over", func(path string) error { return renameOver(path, older) }},
		{"overwritten", func(path string) error { return os.WriteFile(path, older, 0o600) }},
		{"cut short", func(path string) error { return os.Truncate(path, 10_000) }},
		{"emptied", func(path string) error { return os.Truncate(path, 0) }},
		{"older in its way", func(path string) error { return writeInto(path, older) }},
	}
}

// touchedFigure does to the file of an open journal what programs that
// synchronize folders do. A save must say so, and touch nothing.
func touchedFigure(t *testing.T, _ form, _ *rand.Rand) row {
	r := row{done: "The file of an open journal is removed, moved, replaced, overwritten in two ways, cut short or emptied; opened a second time; made read-only"}
	if runtime.GOOS == "windows" {
		r.missing = "an open file cannot be replaced there"
		return r
	}
	older, err := os.ReadFile(newSample(t))
	if err != nil {
		t.Fatal(err)
	}
	all := touches(older)
	gone := 0
	for _, touch := range all {
		t.Run(touch.name, func(t *testing.T) {
			touched(t, touch)
			if unguarded(t, touch) {
				gone++
			}
		})
	}
	t.Run("opened twice", openedTwice)
	t.Run("made read-only", madeReadOnly)
	alarm(t, gone, "a save into a file that is not there")
	r.count = fmt.Sprintf("%d cases", len(all)+2)
	r.result = "each save refused with the reason and **the other file untouched**; the second program is told that the journal is open; the read-only file saved to as before"
	r.control = fmt.Sprintf("without our guard: saved without an error and nowhere to be found in %d of %d", gone, len(all))
	return r
}

func touched(t *testing.T, touch touch) {
	path := newSample(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, journal.Change{PutEntries: storetest.Sample().Entries[:1]})
	if err := touch.do(path); err != nil {
		t.Fatal(err)
	}
	there, _ := os.ReadFile(path)
	for range 2 {
		if err := s.Apply(change); !errors.Is(err, journal.ErrReplaced) {
			t.Errorf("apply returned %v, want ErrReplaced", err)
		}
	}
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(there) {
		t.Error("the other file was changed")
	}
}

// unguarded does as touched, but saves through bbolt alone. It reports whether
// bbolt called it saved and it is not there.
func unguarded(t *testing.T, touch touch) bool {
	path := newSample(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := touch.do(path); err != nil {
		t.Fatal(err)
	}
	err = s.guarded(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			l := newLedger(tx, s.box, s.head)
			if err := l.apply(change); err != nil {
				return err
			}
			_, err := l.finish()
			return err
		})
	})
	if err != nil {
		return false
	}
	there, err := (blind{codes: true, head: true, pages: true}).read(path)
	return err != nil || storetest.Diff(storetest.Sample().After(change), there.contents) != ""
}

func openedTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpen(t, path)
	if _, err := Open(path); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("opened again: %v, want ErrInUse", err)
	}
	mustApply(t, s, putAll(storetest.Sample()))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	mustHold(t, mustOpen(t, path), storetest.Sample())
}

// madeReadOnly: a journal that was opened for writing goes on saving; that its
// file cannot be written the next time it tells then.
func madeReadOnly(t *testing.T) {
	path := newSample(t)
	s := mustOpen(t, path)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	mustApply(t, s, change)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := openAndLoad(path)
	if diff := storetest.Diff(storetest.Sample().After(change), got); err != nil || diff != "" {
		t.Errorf("it holds something else: %s (%v)", diff, err)
	}
}
