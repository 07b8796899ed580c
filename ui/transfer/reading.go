package transfer

import (
	"errors"
	"io/fs"
	"os"
	"sync/atomic"
	"syscall"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/outfile"
)

// reading is a file that is being read on another goroutine.
type reading struct {
	path    string
	size    atomic.Int64 // bytes; 0 while it is not known
	done    atomic.Int64 // bytes that were read
	stopped atomic.Bool
}

// errStopped is returned once nobody wants the file any more.
var errStopped = errors.New("the reading was stopped")

// contents reads the whole file. It is as strict as [exchange.Read], and opens
// nothing but a regular file: others may never end.
func (r *reading) contents() (c journal.Contents, err error) {
	info, err := os.Stat(r.path)
	switch {
	case err != nil:
		return c, err
	case info.IsDir():
		return c, &fs.PathError{Op: "read", Path: r.path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return c, &fs.PathError{Op: "read", Path: r.path, Err: outfile.ErrNotFile}
	}
	f, err := os.Open(r.path)
	if err != nil {
		return c, err
	}
	r.size.Store(info.Size())
	c, err = exchange.Read(watched{f, r})
	return c, errors.Join(err, f.Close())
}

// watched is a file that counts what is read of it.
type watched struct {
	fs.File
	reading *reading
}

// Read implements io.Reader.
func (w watched) Read(p []byte) (int, error) {
	if w.reading.stopped.Load() {
		return 0, errStopped
	}
	n, err := w.File.Read(p)
	w.reading.done.Add(int64(n))
	return n, err
}
