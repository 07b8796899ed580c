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

// Write puts what content writes into the file at path, replacing one that is
// there. The file is first written under another name in the same folder, so
// that a failure at any point leaves what was there before. A new file can be
// read by its owner only; one that is replaced keeps its permissions, and one
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

func replace(path string, content []byte) (err error) {
	mode := os.FileMode(0o600)
	switch info, err := os.Stat(path); {
	case err == nil && !info.Mode().IsRegular():
		return errors.New("the name is taken by something that is not a file")
	case err == nil && info.Mode().Perm()&0o200 == 0:
		return fs.ErrPermission // its folder would let it be replaced, but not whoever made it so
	case err == nil:
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".heliotrope-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close() // closed twice is an error of no interest
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := f.Chmod(mode); err != nil {
		return err
	}
	if _, err := f.Write(content); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
