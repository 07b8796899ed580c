//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package newfile

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// share locks a folder for those who make files in it, of which there may be
// several. It waits while somebody sweeps. Where there are no such locks, it
// does nothing.
func share(folder string) (unlock func()) {
	f, err := os.Open(folder)
	if err != nil {
		return func() {}
	}
	for range 100 {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB); !errors.Is(err, syscall.EWOULDBLOCK) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return func() { _ = f.Close() }
}

// claim locks a folder for one who sweeps it, if nobody is making a file there.
// The error wraps [errors.ErrUnsupported] where there are no such locks.
func claim(folder string) (unlock func(), err error) {
	f, err := os.Open(folder)
	if err != nil {
		return func() {}, err
	}
	unlock = func() { _ = f.Close() }
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err != nil && !errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("%w: %w", errors.ErrUnsupported, err)
	}
	return unlock, err
}
