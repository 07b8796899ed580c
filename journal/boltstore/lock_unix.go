//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package boltstore

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"heliotrope/journal"
)

// lock takes the lock that bbolt takes on an open journal, without bbolt, so
// that it works on a file that bbolt must not see. Release gives it up. There
// is nothing to lock where there is no file.
func lock(path string) (release func(), err error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, journal.ErrInUse
		}
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}
