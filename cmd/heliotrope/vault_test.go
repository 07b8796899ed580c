package main

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// newVault returns the vault of the journal at path. It is let go of at the end.
func newVault(t *testing.T, path string) *vault {
	t.Helper()
	v, err := (&program{journalFlag: path, now: time.Now, words: words.In(words.English)}).vault()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := v.Release(); err != nil {
			t.Error(err)
		}
	})
	return v
}

// TestVaultRestore: another state comes in the place of a journal that is open,
// and what was there is backed up first.
func TestVaultRestore(t *testing.T) {
	path := sampleJournal(t)
	v := newVault(t, path)
	j, err := v.Open()
	if err != nil {
		t.Fatal(err)
	}
	before := j.Contents()
	made, err := v.BackUp()
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Save(journal.Entry{Week: week(t, "2026-W48"), Reflection: "Later."}); err != nil {
		t.Fatal(err)
	}
	later := j.Contents()
	j, restored, err := v.Restore(made.Backup.Path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(j.Contents(), before) || len(restored.Gone) != 1 {
		t.Errorf("restored %v, told %+v", j.Contents(), restored)
	}
	if kept, err := v.Look(restored.Backup.Backup.Path); err != nil || !reflect.DeepEqual(kept, later) {
		t.Errorf("what was there is not among the backups (%v)", err)
	}
	if err := j.Save(journal.Entry{Week: week(t, "2026-W48"), Reflection: "And on."}); err != nil {
		t.Errorf("what came back cannot be written: %v", err)
	}
	// A file that is not whole leaves the journal open and as it was.
	now := j.Contents()
	if err := os.Truncate(made.Backup.Path, 5_000); err != nil {
		t.Fatal(err)
	}
	j, _, err = v.Restore(made.Backup.Path)
	if !errors.Is(err, journal.ErrBadCopy) || j == nil || !reflect.DeepEqual(j.Contents(), now) {
		t.Errorf("a bad copy: %v", err)
	}
}

// TestVaultBegin puts a journal that cannot be read aside, and says nothing of
// what was seen before.
func TestVaultBegin(t *testing.T) {
	path := sampleJournal(t)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	v := newVault(t, path)
	if _, err := v.Open(); !errors.Is(err, journal.ErrEmptyFile) {
		t.Fatalf("open: %v", err)
	}
	j, aside, err := v.Begin()
	if err != nil || !j.Empty() {
		t.Fatalf("begin: %v", err)
	}
	if _, err := os.Stat(aside); err != nil {
		t.Error(err)
	}
	if n := v.Noticed(); !n.Seen.IsZero() {
		t.Errorf("noticed %+v", n)
	}
}

func TestVaultNotices(t *testing.T) {
	path := sampleJournal(t)
	old := readFile(t, path)
	succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, marker := range []string{".stfolder", "journal (conflicted copy).db"} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), marker), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	v := newVault(t, path)
	if _, err := v.Open(); err != nil {
		t.Fatal(err)
	}
	if n := v.Noticed(); n.Missing != 1 || n.Other || n.Synced != "Syncthing" || len(n.Conflicted) != 1 {
		t.Errorf("noticed %+v", n)
	}
}

// TestSecondFolder: the folder that was chosen gets each backup, also of the
// command, until it is no longer wanted.
func TestSecondFolder(t *testing.T) {
	path, second := sampleJournal(t), t.TempDir()
	v := newVault(t, path)
	if err := v.SetSecond(second); err != nil {
		t.Fatal(err)
	}
	succeeds(t, on(path, "backup")...)
	copies := func() int {
		found, err := filepath.Glob(filepath.Join(second, "*.db"))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	if copies() != 1 {
		t.Errorf("%d backups in the second folder", copies())
	}
	if _, got := newVault(t, path).Folders(); got != second {
		t.Errorf("at the next start the second folder is %q", got)
	}
	if err := errors.Join(v.SetSecond(""), v.SetSecond("")); err != nil {
		t.Fatal(err)
	}
	succeeds(t, on(path, "add", "Fed the quokka", "--kind", "coding", "--energy", "1")...)
	succeeds(t, on(path, "backup")...)
	if copies() != 1 {
		t.Errorf("%d backups in a folder that is no longer wanted", copies())
	}
}
