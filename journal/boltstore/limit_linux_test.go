package boltstore

import (
	"strconv"
	"syscall"
)

// limitFiles lets no file of this process grow longer than so many bytes, and
// returns what lifts that.
func limitFiles(bytes string) (lift func() error, err error) {
	limit, err := strconv.ParseUint(bytes, 10, 64)
	if err != nil {
		return nil, err
	}
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		return nil, err
	}
	lift = func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before) }
	return lift, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: before.Max})
}
