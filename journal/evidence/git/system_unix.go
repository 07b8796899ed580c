//go:build unix

package git

import (
	"io/fs"
	"os"
	"os/exec"
	"syscall"
)

// group has c run in a process group of its own, all of which ends when its context does.
func group(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
}

// belongs reports whether the file at path is the user's own. Root's are those of root
// alone, also under sudo.
func belongs(path string) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return false, &fs.PathError{Op: "stat", Path: path, Err: syscall.ENOTSUP}
	}
	return int(stat.Uid) == os.Geteuid(), nil
}
