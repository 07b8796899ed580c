// Package stdout is the standard output of the program.
//
// Where a program is started without one, Go opens the null device in its place
// before any Go code runs, and what is written there is lost without an error.
// So C looks first.
package stdout

import (
	"io"
	"io/fs"
	"os"
)

// Writer returns the standard output. If there is none, each write to it fails
// with an error that wraps [fs.ErrClosed].
func Writer() io.Writer {
	if missing() {
		return none{}
	}
	return os.Stdout
}

// none is a standard output that was closed before the program started.
type none struct{}

func (none) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: os.Stdout.Name(), Err: fs.ErrClosed}
}
