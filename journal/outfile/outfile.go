// Package outfile writes files that are given away, such as a report or an
// export: whole or not at all. A file that was there before is replaced only
// once the new one is complete on the disk.
package outfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// sync puts a file, or the names in a folder, on the disk. Tests replace it.
var sync = (*os.File).Sync

// Write puts what content writes into the file at path, replacing one that is
// there. The file is first written under another name in the same folder, so
// that a failure at any point leaves what was there before. A new file can be
// read by its owner only; one that is replaced retains its permissions, and one
// that may only be read is not replaced.
//
// Errors wrap those of the file system, so that errors.Is finds
// fs.ErrPermission and the like.
func Write(path string, content func(io.Writer) error) error {
	var b bytes.Buffer
	if err := content(&b); err != nil {
		return err
	}
	if err := replace(path, b.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	return nil
}

func replace(path string, content []byte) error {
	mode := os.FileMode(0o600)
	switch info, err := os.Stat(path); {
	case err == nil && !info.Mode().IsRegular():
		return errors.New("the name is taken by something that is not a file")
	case err == nil && info.Mode().Perm()&0o200 == 0:
		return fs.ErrPermission // its folder would allow a replacement, but not whoever made it so
	case err == nil:
		mode = info.Mode().Perm()
	}
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".heliotrope-*.tmp")
	if err != nil {
		return err
	}
	err = errors.Join(fill(f, mode, content), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	syncNames(folder)
	return nil
}

// fill writes content into f and puts it on the disk.
func fill(f *os.File, mode fs.FileMode, content []byte) error {
	if err := f.Chmod(mode); err != nil {
		return err
	}
	if _, err := f.Write(content); err != nil {
		return err
	}
	return sync(f)
}

// syncNames makes a new name in folder survive a power cut where the system can
// do that. The file is complete under that name by now, so there is nothing to
// undo where it cannot: on Windows, on some network drives, and in a folder that
// may not be read.
func syncNames(folder string) {
	f, err := os.Open(folder)
	if err != nil {
		return
	}
	_ = sync(f)
	_ = f.Close()
}
