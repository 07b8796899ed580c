package boltstore

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/storetest"
)

// TestInside: what is shown of a step before it is chosen is what it brings
// back.
func TestInside(t *testing.T) {
	path := newFull(t)
	k := newKeeper(t, path)
	backUp(t, k)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	ladder := diagnose(t, k)
	if len(ladder.Steps) == 0 {
		t.Fatal("no way back")
	}
	inside, err := k.Inside(ladder.Steps[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Repair(ladder.Steps[0]); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	mustHold(t, s, inside)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := k.Inside(backup.Step{Way: backup.Copy, ID: "gone"}); !errors.Is(err, journal.ErrReplaced) {
		t.Errorf("a step that is no more: %v", err)
	}
}

// TestLook also looks beside an open journal, which Preview cannot.
func TestLook(t *testing.T) {
	path := newFull(t)
	k := newKeeper(t, path)
	made := backUp(t, k)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c, err := Look(made.Path)
	if err != nil {
		t.Fatal(err)
	}
	if n := missing(storetest.Sample(), c); n != 0 {
		t.Errorf("%d weeks are not seen", n)
	}
	if err := os.Truncate(made.Path, 100); err != nil {
		t.Fatal(err)
	}
	if _, err := Look(made.Path); !errors.Is(err, journal.ErrBadCopy) {
		t.Errorf("a backup cut short: %v", err)
	}
}

// TestSetAside moves only what is a journal that cannot be read.
func TestSetAside(t *testing.T) {
	path := newFull(t)
	k := newKeeper(t, path)
	if _, err := k.SetAside(); err == nil || !exists(path) {
		t.Errorf("an intact journal was renamed (%v)", err)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	aside, err := k.SetAside()
	if err != nil || exists(path) || !exists(aside) || filepath.Dir(aside) != filepath.Dir(path) {
		t.Errorf("renamed to %q (%v)", aside, err)
	}
	if err := os.WriteFile(path, []byte("Dear diary: the quokka again, at some length.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := k.SetAside(); !errors.Is(err, journal.ErrNotJournal) || !exists(path) {
		t.Errorf("what is no journal was renamed (%v)", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s, err := Options{Anew: true}.Open(path) // a new journal, as the user then asks for
	if err := errors.Join(err, s.Close()); err != nil {
		t.Error(err)
	}
}

// TestBackupsAfterImport: a restore into an empty journal gives it another id.
// The state before, which one of the meta pages still leads to, has the old
// one, and the backups are offered all the same.
func TestBackupsAfterImport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	sample := storetest.Sample()
	err = s.Apply(sample.Puts())
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	k := newKeeper(t, path)
	backUp(t, k)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	newest, _, err := metas(f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	root := int64(newest.root) * newest.pageSize
	clear(file[root : root+newest.pageSize])
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	ladder := diagnose(t, k)
	if len(ladder.Steps) == 0 || ladder.Steps[0].Summary.Weeks != len(sample.Entries) || ladder.Steps[0].Summary.Journal != sample.ID {
		t.Fatalf("the first way is %+v", ladder.Steps)
	}
}
