package calendar

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"heliotrope/journal/evidence/source"
)

// opened is a file that is open.
type opened interface {
	io.ReadCloser
	Stat() (fs.FileInfo, error)
}

// open opens a file. Tests replace it.
var open = func(path string) (opened, error) { return os.OpenFile(path, os.O_RDONLY|doNotWait, 0) }

// openFile opens a file to be read, and returns how it is. Whatever is no file, and might
// wait or do something when it is opened, is not.
func openFile(path string) (opened, fs.FileInfo, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, nil, err
	} else if !info.Mode().IsRegular() {
		return nil, nil, errSort
	}
	f, err := open(path)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = errSort
	case info.Size() > maxSize:
		err = source.ErrLarge
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// errSort is returned for what is no file, such as a pipe or a device.
var errSort = fmt.Errorf("%w: it is not a file", source.ErrBroken)

// errChanges is returned for a file that changes whenever it is read.
var errChanges = fmt.Errorf("%w: it changes while it is read", source.ErrBroken)

// gone returns err so that it says so where there is nothing.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", source.ErrGone, err)
	}
	return err
}

// reader reads until a context is done, or a limit is reached.
type reader struct {
	ctx  context.Context
	from io.Reader
	left int64
}

// Read implements [io.Reader].
func (r *reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if r.left <= 0 {
		return 0, source.ErrLarge
	}
	n, err := r.from.Read(b)
	r.left -= int64(n)
	return n, err
}

// decoded returns what from has in UTF-8, without the mark at its beginning.
func decoded(from io.Reader) io.Reader {
	head := make([]byte, 3)
	n, _ := io.ReadFull(from, head) // an error comes again
	head = head[:n]
	all := io.MultiReader(strings.NewReader(string(head)), from)
	switch {
	case n == 3 && string(head) == "\ufeff":
		return from
	case n >= 2 && (head[0] == 0xFE && head[1] == 0xFF || head[0] == 0):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(all)
	case n >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[1] == 0):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(all)
	}
	return all
}

// stamp is what changes when a file does.
type stamp struct {
	size, modified int64
	inode          uint64
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano(), inode(info)}
}
