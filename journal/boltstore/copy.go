package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/newfile"
)

// CopyTo makes a copy of the journal at path, as it is now. The copy has no name
// there until it is on the disk and has been examined like a journal
// that is opened; so what is at path is whole. If something is there already
// the error wraps [fs.ErrExist] and it is left alone.
func (s *Store) CopyTo(path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.copyable(); err != nil {
		return err
	}
	if _, err := s.copyTo(path); err != nil {
		return fmt.Errorf("copy journal: %w", err)
	}
	return nil
}

// copyable returns why no copy can be made now, or nil.
func (s *Store) copyable() error {
	if s.closed {
		return journal.ErrClosed
	}
	return s.failed
}

// copyTo is CopyTo, and describes what the copy contains.
func (s *Store) copyTo(path string) (none backup.Summary, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return none, err
	}
	if _, err := os.Lstat(path); err == nil {
		return none, &fs.PathError{Op: "copy", Path: path, Err: fs.ErrExist}
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return none, err
	}
	f, err := newfile.Create(path)
	if err != nil {
		return none, err
	}
	defer f.Remove()
	err = s.view(func(tx *bolt.Tx) error {
		_, err := tx.WriteTo(f)
		return err
	})
	if err := errors.Join(cause(err), f.Sync(syncFile)); err != nil {
		return none, err
	}
	looked, err := examine(f.Path(), false)
	if err != nil {
		return none, f.Explain(err)
	}
	if err := looked.Close(); err != nil {
		return none, f.Explain(err)
	}
	if looked.last.txid != s.last.txid || looked.head.mac != s.head.mac {
		return none, journal.ErrReplaced
	}
	if err := f.Link(); err != nil {
		return none, err
	}
	return looked.opening.Summary, syncFolder(folder)
}
