package newfile

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// nameless returns a file in folder that has no name, and an error where the
// file system has no such files.
func nameless(folder string) (*os.File, error) {
	fd, err := unix.Open(folder, unix.O_TMPFILE|unix.O_RDWR|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return nil, err
	}
	f := os.NewFile(uintptr(fd), "/proc/self/fd/"+strconv.Itoa(fd)) // by which it can be opened
	if _, err := os.Stat(f.Name()); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// link gives a nameless file a name.
func link(f *os.File, path string) error {
	return unix.Linkat(unix.AT_FDCWD, f.Name(), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
}
