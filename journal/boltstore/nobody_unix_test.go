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
	folder, err := os.MkdirTemp("", "heliotrope-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	child.Path = filepath.Join(folder, "program")
	if err := os.WriteFile(child.Path, program, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	child.Dir = folder
	child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}
