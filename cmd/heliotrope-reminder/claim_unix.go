//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// claim reports whether this program is the only one that waits for the journal at
// path, by a lock that lasts until release is called. Where nothing can be locked, it
// is.
func claim(path string) (release func(), only bool) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	name := fmt.Sprintf("reminder-%x", sha256.Sum256([]byte(path)))[:len("reminder-")+16] + ".lock"
	var folders []string
	if cache, err := os.UserCacheDir(); err == nil {
		folders = append(folders, filepath.Join(cache, "heliotrope", "run"))
	}
	if runtime := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(runtime) {
		folders = append(folders, filepath.Join(runtime, "heliotrope"))
	}
	for _, folder := range folders {
		if os.MkdirAll(folder, 0o700) != nil {
			continue
		}
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_CREATE|os.O_RDWR|syscall.O_NOFOLLOW, 0o600)
		if err != nil {
			continue
		}
		switch syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) {
		case nil:
			return func() { _ = f.Close() }, true
		case syscall.EWOULDBLOCK:
			return nil, false
		}
		_ = f.Close() // nothing was written
	}
	return func() {}, true
}
