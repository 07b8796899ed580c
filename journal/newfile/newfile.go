// Package newfile makes files that have their name only once they are complete.
//
// Where the system can do that, a file has no name at all until then, so that
// nothing of it remains however the program ends. Elsewhere, and for the moment
// in which one file replaces another, it has a temporary name, and [Sweep]
// removes what was left by a program that was killed: by a lock on the folder
// it knows that nobody is making a file there.
package newfile

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The temporary name of a file.
const (
	prefix = ".heliotrope-"
	suffix = ".tmp"
)

// unnamed returns a file without a name. Tests replace it.
var unnamed = nameless

// File is a file on its way to its name. [File.Remove] must be called in the
// end. Errors are those of the system and name the path that it is on its way
// to.
type File struct {
	target    string
	file      *os.File
	temporary string // its name so far, "" for none
	unlock    func()
}

// Create returns a new, empty file for the given path, which only the user can
// read. The folder must be there.
func Create(path string) (*File, error) {
	f := &File{target: path, unlock: share(filepath.Dir(path))}
	var err error
	if f.file, err = unnamed(filepath.Dir(path)); err != nil {
		if f.file, err = os.CreateTemp(filepath.Dir(path), prefix+"*"+suffix); err == nil {
			f.temporary = f.file.Name()
		}
	}
	if err != nil {
		f.unlock()
		return nil, f.Explain(err)
	}
	return f, nil
}

// Read returns the content of the file at path, also while another program
// replaces it.
func Read(path string) (content []byte, err error) {
	err = whenFree(func() error {
		content, err = os.ReadFile(path)
		return err
	})
	return content, err
}

// Explain returns err, an error of something that was done to the file, so that
// it names the path that the file is on its way to.
func (f *File) Explain(err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: "write", Path: f.target, Err: err}
}

// Write implements [io.Writer].
func (f *File) Write(b []byte) (int, error) {
	n, err := f.file.Write(b)
	return n, f.Explain(err)
}

// Sync puts what was written on the disk by means of sync, which is that of
// [os.File] or stands for it.
func (f *File) Sync(sync func(*os.File) error) error { return f.Explain(sync(f.file)) }

// Chmod changes the permissions of the file.
func (f *File) Chmod(mode fs.FileMode) error { return f.Explain(f.file.Chmod(mode)) }

// Path returns a path by which this program can open the file until it has its
// name.
func (f *File) Path() string { return f.file.Name() }

// Link gives the file its name, unless that is taken: then the error wraps
// [fs.ErrExist].
func (f *File) Link() error {
	if f.temporary == "" {
		return f.Explain(link(f.file, f.target))
	}
	err := os.Link(f.temporary, f.target)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return f.Explain(err)
	}
	// Some file systems have no links. A rename replaces what is there, so look
	// first; for that moment there is no better protection.
	if _, err := os.Lstat(f.target); err == nil {
		return f.Explain(fs.ErrExist)
	}
	return f.Explain(f.rename())
}

// Replace gives the file its name, in place of a file that is there.
func (f *File) Replace() error {
	if f.temporary == "" {
		if err := link(f.file, f.target); !errors.Is(err, fs.ErrExist) {
			return f.Explain(err)
		}
		// Only a name can take the place of another.
		temporary := filepath.Join(filepath.Dir(f.target), prefix+rand.Text()+suffix)
		if err := link(f.file, temporary); err != nil {
			return f.Explain(err)
		}
		f.temporary = temporary
	}
	return f.Explain(f.rename())
}

func (f *File) rename() error {
	_ = f.file.Close() // Windows renames no file that is open; what counts was synchronized
	err := whenFree(func() error { return os.Rename(f.temporary, f.target) })
	if err == nil {
		f.temporary = ""
	}
	return err
}

// Remove closes the file, and removes it unless it has its name.
func (f *File) Remove() {
	_ = f.file.Close()
	if f.temporary != "" {
		_ = os.Remove(f.temporary) // what is left does no harm, and is swept
	}
	f.unlock()
}

// Sweep removes the files in folder that were left by a program that no longer
// runs. It leaves alone what one is making.
func Sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	var left []fs.DirEntry
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && strings.HasSuffix(e.Name(), suffix) && e.Type().IsRegular() {
			left = append(left, e)
		}
	}
	if len(left) == 0 {
		return
	}
	unlock, err := claim(folder)
	if err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return
	}
	for _, e := range left {
		info, errInfo := e.Info()
		if err == nil || errInfo == nil && time.Since(info.ModTime()) > longest {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
	unlock()
}

// longest is more than it takes to make a file, for folders without locks.
const longest = 24 * time.Hour
