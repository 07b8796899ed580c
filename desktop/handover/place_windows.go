package handover

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// isOwn reports whether a file is the user's: the folders that are looked at are
// in the user's profile, which only the user and the administrators may enter.
func isOwn(fs.FileInfo) bool { return true }

// tryLock locks the file at path, until it is closed, or returns [errLocked].
func tryLock(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	const how = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	if err = windows.LockFileEx(windows.Handle(file.Fd()), how, 0, 1, 0, new(windows.Overlapped)); err == nil {
		return file, nil
	}
	_ = file.Close()
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return nil, errLocked
	}
	return nil, &fs.PathError{Op: "lock", Path: path, Err: err}
}
