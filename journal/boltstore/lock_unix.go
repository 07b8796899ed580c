//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package boltstore

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	"heliotrope/journal"
)

// lock takes the lock that bbolt takes on an open journal, without bbolt, so
// that it works on a file that bbolt must not see. Another program has a second
// to let go of it. Release gives it up. There
// is nothing to lock where there is no file.
func lock(path string) (release func(), err error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	for end := time.Now().Add(lockTimeout); errors.Is(err, syscall.EWOULDBLOCK) && time.Now().Before(end); {
		time.Sleep(lockTimeout / 20)
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	if err != nil {
		_ = f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, journal.ErrInUse
		}
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}

// unlock gives up the lock that bbolt has on an open file. It stays locked when
// it is closed, as long as bbolt has it mapped.
func unlock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
