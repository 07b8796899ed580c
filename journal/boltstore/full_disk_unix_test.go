//go:build linux || darwin

package boltstore

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// backUpOnFullDisk backs up where no file may be longer than three pages.
func backUpOnFullDisk(path string) error {
	k, err := NewKeeper(path)
	if err != nil {
		return err
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	const pages = 3 << 12
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: pages, Max: pages}); err != nil {
		return err
	}
	if made, err := k.BackUp(s); err == nil {
		return fmt.Errorf("it was backed up to %s", made.Backup.Path)
	} else if !errors.Is(err, syscall.EFBIG) {
		return err
	}
	if _, err := s.Load(); err != nil {
		return err
	}
	return s.Close()
}

// TestBackUpFullDisk: where a backup does not fit it is said so, the ones before
// stay, and nothing is left over.
func TestBackUpFullDisk(t *testing.T) {
	path := newSample(t)
	k := newKeeper(t, path)
	before := backUp(t, k)
	save(t, path, numbered(499))
	child := exec.Command(os.Args[0], path)
	child.Env = append(os.Environ(), childVariable+"=back up on a full disk")
	if said, err := child.CombinedOutput(); err != nil {
		t.Fatalf("the child said %q (%v)", said, err)
	}
	names, err := os.ReadDir(k.Folder())
	if err != nil || len(names) != 1 {
		t.Errorf("the folder holds %v (%v), want the backup from before", names, err)
	}
	if all := k.CheckAll(""); len(all) != 1 || all[0].Path != before.Path || !all[0].Verified {
		t.Errorf("the backups are %+v", all)
	}
	checkSound(t, path)
}
