// Package outfile writes files that are given away, such as a report or an
// export: whole or not at all. A file that was there before is replaced only
// once the new one is complete on the disk, and only if the caller allows it.
package outfile

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"heliotrope/journal/newfile"
)

// sync puts a file, or the names in a folder, on the disk. Tests replace it.
var sync = (*os.File).Sync

// File is a file to be written.
type File struct {
	Path    string
	Content []byte
	Write   func(io.Writer) error // writes the content where it is not to be in memory as a whole, or nil
}

// ErrNotFile is wrapped by the error for a path at which something is that is
// not a file, such as a folder, a pipe, or a link that leads nowhere. It is
// never replaced.
var ErrNotFile = errors.New("it is not a file")

// Allow decides whether a file may be written at path, where now there is, or
// nothing if that is nil. If path is a link it is asked once more, with the path
// of the file that the link leads to. It returns why the file may not be
// written, or nil.
type Allow func(path string, there fs.FileInfo) error

// Replace allows to write over any file.
func Replace(string, fs.FileInfo) error { return nil }

// Write writes all files or none. Where allow refuses one of them, or one cannot
// be written, it leaves what is there; only a failure while complete files get
// their names, which is rare, can leave some that were replaced. The last file
// gets its name first: so a page that is the first never shows a picture that is
// not there.
//
// A new file can be read by its owner only; one that is replaced retains its
// permissions, and one that may only be read is not replaced. A link to a file
// stays a link. What is written to the null device is gone.
//
// Errors are a *[fs.PathError] with the path of the file, or of its folder if
// that is what is wrong. It wraps what allow returned, [ErrNotFile],
// [fs.ErrExist] for a file that appeared meanwhile, or the error of the system.
func Write(allow Allow, files ...File) error {
	places, err := lookAll(allow, files)
	if err != nil {
		return err
	}
	defer func() {
		for _, p := range places {
			p.clear()
		}
	}()
	for i, p := range places {
		if err := p.fill(files[i]); err != nil {
			return p.error(err)
		}
	}
	var named []*place
	for _, p := range slices.Backward(places) {
		if err := p.name(allow); err != nil {
			for _, done := range named {
				done.undo()
			}
			return p.error(err)
		}
		named = append(named, p)
	}
	for _, p := range places {
		p.syncNames()
	}
	return nil
}

// Look returns the paths at which Write would replace a file, or the error with
// which it would refuse to: it asks allow about each.
func Look(allow Allow, paths ...string) (replaced []string, err error) {
	for _, path := range paths {
		p, err := look(allow, path)
		if err != nil {
			return nil, p.error(err)
		}
		if p.there != nil {
			replaced = append(replaced, path)
		}
	}
	return replaced, nil
}

func lookAll(allow Allow, files []File) ([]*place, error) {
	places := make([]*place, len(files))
	for i, f := range files {
		var err error
		if places[i], err = look(allow, f.Path); err != nil {
			return nil, places[i].error(err)
		}
	}
	return places, nil
}

// place is where a file is to be put.
type place struct {
	asked  string        // the path that was asked for
	path   string        // the same, or what it leads to if it is a link
	there  fs.FileInfo   // what is there; nil for nothing
	null   bool          // it is the null device
	filled *newfile.File // that waits for its name; nil for none
}

// look finds out what is at a path, and whether that allows to write there. It
// returns a place in any case.
func look(allow Allow, path string) (*place, error) {
	p := &place{asked: path, path: path}
	if runtime.GOOS == "windows" && isDevice(path) {
		return p, ErrNotFile
	}
	switch _, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			p.asked = filepath.Dir(path)
			return p, err
		}
		return p, allow(path, nil)
	case err != nil:
		return p, err
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return p, ErrNotFile // a link that leads nowhere, yet
	} else if err != nil {
		return p, err
	}
	if null, err := os.Stat(os.DevNull); err == nil && os.SameFile(info, null) {
		p.null = true
		return p, nil
	}
	if !info.Mode().IsRegular() {
		return p, ErrNotFile
	}
	if p.path, err = filepath.EvalSymlinks(path); err != nil {
		return p, err
	}
	p.there = info
	if err := p.allowed(allow); err != nil {
		return p, err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return p, fs.ErrPermission // its folder would allow a replacement, but not whoever made it so
	}
	return p, nil
}

// allowed asks allow about what is there.
func (p *place) allowed(allow Allow) error {
	err := allow(p.asked, p.there)
	if err == nil && p.path != p.asked {
		err = allow(p.path, p.there)
	}
	return err
}

// fill writes the content into a file that waits for its name, and puts it on the
// disk.
func (p *place) fill(content File) error {
	if p.null {
		return nil
	}
	newfile.Sweep(filepath.Dir(p.path))
	f, err := newfile.Create(p.path)
	if err != nil {
		return err
	}
	p.filled = f
	if p.there != nil {
		err = f.Chmod(p.there.Mode().Perm())
	}
	if err == nil {
		err = content.writeTo(f)
	}
	if err == nil {
		err = f.Sync(sync)
	}
	return err
}

// Bytes returns the content in memory. It fails only if Write does.
func (f File) Bytes() ([]byte, error) {
	if f.Write == nil {
		return f.Content, nil
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

func (f File) writeTo(w io.Writer) error {
	if f.Write == nil {
		_, err := w.Write(f.Content)
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := f.Write(b); err != nil {
		return err
	}
	return b.Flush()
}

// name gives the filled file its name. If meanwhile something else has that name,
// allow has the last word.
func (p *place) name(allow Allow) error {
	if p.null {
		return nil
	}
	if p.there == nil {
		if err := p.filled.Link(); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	var err error
	if p.there, err = os.Lstat(p.path); err != nil {
		return err
	}
	if !p.there.Mode().IsRegular() {
		return ErrNotFile
	}
	if err := p.allowed(allow); err != nil {
		return err
	}
	return p.filled.Replace()
}

// undo takes the name from a file again, unless there was another before.
func (p *place) undo() {
	if p.there == nil && !p.null {
		_ = os.Remove(p.path)
	}
}

// clear removes the file if it did not get its name.
func (p *place) clear() {
	if p.filled != nil {
		p.filled.Remove()
	}
}

// syncNames makes a new name survive a power cut where the system can do that.
// The file is complete under that name by now, so there is nothing to undo where
// it cannot: on Windows, on some network drives, and in a folder that may not be
// read.
func (p *place) syncNames() {
	f, err := os.Open(filepath.Dir(p.path))
	if err != nil {
		return
	}
	_ = sync(f)
	_ = f.Close()
}

// error returns err with the path at which it happened, and without the name of
// a file that nobody but this package knows.
func (p *place) error(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		err = inner.Err
	} else if inner, ok := errors.AsType[*os.LinkError](err); ok {
		err = inner.Err
	}
	return &fs.PathError{Op: "write", Path: p.asked, Err: err}
}
