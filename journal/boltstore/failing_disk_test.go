package boltstore

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

// saveOnFailingDisk saves two numbered weeks, one of which must fail because
// strace makes a sync fail. After that nothing more may be called saved.
func saveOnFailingDisk(path string) error {
	runtime.LockOSThread() // strace counts the syncs of each thread by themselves
	s, err := Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	for i := range 2 {
		err := s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(i)}})
		if err == nil {
			continue
		}
		if !errors.Is(err, syscall.EIO) || !errors.Is(err, journal.ErrReadOnly) {
			return fmt.Errorf("save %d: %w, want EIO and ErrReadOnly", i, err)
		}
		err = s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(i)}})
		if !errors.Is(err, journal.ErrReadOnly) || !strings.Contains(err.Error(), "earlier save") {
			return fmt.Errorf("after a failed sync a save returned %v, want a refusal", err)
		}
		fmt.Printf("save %d failed\n", i)
		return verifyAndSave(s, i)
	}
	return errors.New("no sync failed")
}

// verifyAndSave brings s back after a save that failed. That save is there or
// it is not; either way further ones go in.
func verifyAndSave(s *Store, failed int) error {
	if err := s.Verify(); err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	c, err := s.Load()
	if err != nil {
		return err
	}
	if there := len(c.Entries) - 3; there != failed && there != failed+1 {
		return fmt.Errorf("verified, it holds %d saves", there)
	}
	return s.Apply(journal.Change{PutEntries: []journal.Entry{numbered(5)}})
}

// TestFailingDisk makes each of the syncs of two saves fail in turn. A save
// syncs the data first, then the meta page: so this also shows that it does.
func TestFailingDisk(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	if err := exec.Command(strace, "-qq", "-o", os.DevNull, "true").Run(); err != nil {
		t.Skipf("strace may not trace here: %v", err)
	}
	for sync, wantFailed := range []int{0, 0, 1, 1} {
		path := newSample(t)
		child := exec.Command(strace, "-f", "-qq", "-o", filepath.Join(t.TempDir(), "trace"), "-e", "trace=fdatasync",
			"-e", fmt.Sprintf("inject=fdatasync:error=EIO:when=%d", sync+1), os.Args[0], path)
		child.Env = append(os.Environ(), childVariable+"=save on a failing disk")
		said, err := child.CombinedOutput()
		if want := fmt.Sprintf("save %d failed\n", wantFailed); err != nil || string(said) != want {
			t.Errorf("sync %d: the child said %q (%v), want %q", sync+1, said, err, want)
		}
		got, err := openAndLoad(path)
		if err != nil {
			t.Fatal(err)
		}
		before := storetest.Sample()
		for i := range wantFailed {
			before.Entries = append(before.Entries, numbered(i))
		}
		before = before.After(journal.Change{PutEntries: []journal.Entry{numbered(5)}})
		after := before.After(journal.Change{PutEntries: []journal.Entry{numbered(wantFailed)}})
		if storetest.Diff(before, got) != "" && storetest.Diff(after, got) != "" {
			t.Errorf("sync %d: the journal holds a state between: %v", sync+1, got)
		}
	}
}
