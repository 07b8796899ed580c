package boltstore

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"heliotrope/journal"
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
