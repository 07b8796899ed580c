//go:build unix

package boltstore

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// becomeNobody makes child another user if this one is root, from a copy of the
// program that the other user can reach.
func becomeNobody(t *testing.T, child *exec.Cmd) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	child.Dir = t.TempDir()
	openToAll(t, child.Dir)
	child.Path = filepath.Join(child.Dir, "program")
	if err := os.WriteFile(child.Path, program, 0o755); err != nil {
		t.Fatal(err)
	}
	child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

// openToAll lets every user into a temporary folder of the test.
func openToAll(t *testing.T, folder string) {
	t.Helper()
	for range 2 { // the folder of the test is in one of the run
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		folder = filepath.Dir(folder)
	}
}
