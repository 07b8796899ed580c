package boltstore

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// TestRollback: a journal that is not the one last saved here, or not as far
// on, is told from one that is.
func TestRollback(t *testing.T) {
	path := newSample(t)
	older, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	save := func(s *Store, text string) {
		t.Helper()
		mustApply(t, s, journal.Change{PutEntries: []journal.Entry{{Week: week("2026-W48"), Reflection: text}}})
	}
	begin := time.Now().Truncate(time.Second) // as the note has it
	s := mustOpen(t, path)
	for _, text := range []string{"one", "two", "three"} {
		save(s, text)
	}
	end := time.Now()
	newest, err := os.ReadFile(path)
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	another := copyOf(t, path) // goes its own way for as many saves
	if err := os.WriteFile(another, older, 0o600); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, another)
	for _, text := range []string{"uno", "due", "tre"} {
		save(s, text)
	}
	diverged, err := os.ReadFile(another)
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := os.ReadFile(newSample(t))
	if err != nil {
		t.Fatal(err)
	}
	note, err := os.ReadFile(path + seenSuffix)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name       string
		file, note []byte
		want       *backup.Behind
	}{
		{"as it was", newest, note, nil},
		{"older", older, note, &backup.Behind{Missing: 3}},
		{"as far on but another", diverged, note, &backup.Behind{Missing: 3}},
		{"another journal", foreign, note, &backup.Behind{Other: true}},
		{"older without a note", older, nil, nil},
		{"older with a damaged note", older, append([]byte("x"), note[1:]...), nil},
		{"older with a note cut short", older, note[:len(note)/2], nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.db")
			err := os.WriteFile(path, test.file, 0o600)
			if test.note != nil {
				err = errors.Join(err, os.WriteFile(path+seenSuffix, test.note, 0o600))
			}
			if err != nil {
				t.Fatal(err)
			}
			check := func() {
				t.Helper()
				s := mustOpen(t, path)
				got := s.Opening().Behind
				if (got == nil) != (test.want == nil) {
					t.Fatalf("told %+v, want %+v", got, test.want)
				}
				if got != nil {
					if got.Seen.Before(begin) || got.Seen.After(end) {
						t.Errorf("seen at %v, want between %v and %v", got.Seen, begin, end)
					}
					got.Seen = time.Time{}
					if *got != *test.want {
						t.Errorf("told %+v, want %+v", got, test.want)
					}
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			check()
			check()
			for _, text := range []string{"on from here", "and on"} { // which decides nothing
				s := mustOpen(t, path)
				save(s, text)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				check()
			}
			k := newKeeper(t, path)
			if aside := k.asides(); (test.want != nil) != (len(aside) == 1) {
				t.Errorf("set aside: %v", aside)
			} else if test.want != nil {
				if set, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(set, test.file) {
					t.Errorf("what was set aside is not what was there (%v)", err)
				}
			}
			for _, step := range diagnose(t, k).Steps {
				if step.Way != backup.Present {
					continue
				}
				if _, err := k.Repair(step); err != nil {
					t.Fatal(err)
				}
				test.want = nil
			}
			check() // it was decided to continue with it
		})
	}
}

// TestNoteInTheWay: what cannot be noted is no reason not to save, and what
// lies in the place of the note stays.
func TestNoteInTheWay(t *testing.T) {
	path := newSample(t)
	if err := errors.Join(os.Remove(path+seenSuffix), os.Mkdir(path+seenSuffix, 0o700)); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, path)
	mustApply(t, s, change)
	mustHold(t, s, storetest.Sample().After(change))
	if info, err := os.Stat(path + seenSuffix); err != nil || !info.IsDir() {
		t.Errorf("the folder in the place of the note is gone (%v)", err)
	}
}

// TestCopyTo: a copy is whole, is not put over anything, and leaves nothing
// half-made behind.
func TestCopyTo(t *testing.T) {
	path := newFull(t)
	s := mustOpen(t, path)
	for i, text := range []string{"odd", "even"} { // bbolt writes its meta pages in turn
		mustApply(t, s, journal.Change{PutEntries: []journal.Entry{{Week: week("2026-W47").Add(20 + i), Reflection: text}}})
		want, err := s.Load()
		if err != nil {
			t.Fatal(err)
		}
		copied := filepath.Join(t.TempDir(), "backups", "copy.db")
		if err := s.CopyTo(copied); err != nil {
			t.Fatal(err)
		}
		before, err := os.ReadFile(copied)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.CopyTo(copied); !errors.Is(err, fs.ErrExist) {
			t.Errorf("copied over a file: %v", err)
		}
		if after, _ := os.ReadFile(copied); !bytes.Equal(before, after) {
			t.Error("what was there was changed")
		}
		if names, _ := os.ReadDir(filepath.Dir(copied)); len(names) != 1 {
			t.Errorf("beside the copy there are %v", names)
		}
		opened := mustOpen(t, copied)
		mustHold(t, opened, want)
		mustHoldAside(t, opened, storetest.Sample())
		mustApply(t, opened, change)
		if err := opened.Close(); err != nil {
			t.Fatal(err)
		}
		// With either meta page alone the copy still opens, one save back at
		// most.
		for at := range 2 {
			alone := bytes.Clone(before)
			clear(alone[at*pageSizeOf(before)+pageHeaderSize:][:metaSize])
			if err := os.WriteFile(copied, alone, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(copied + seenSuffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			opened := mustOpen(t, copied)
			mustHold(t, opened, want)
			if !opened.Opening().OneMeta {
				t.Error("a bad meta page was not told")
			}
			if err := opened.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.CopyTo(filepath.Join(t.TempDir(), "closed.db")); !errors.Is(err, journal.ErrClosed) {
		t.Errorf("after close: %v", err)
	}
}
