package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/newfile"
)

// syncFile puts a file, or the names in a folder, on the disk. Tests replace it.
var syncFile = (*os.File).Sync

// create makes a new, empty journal at path. Until it is complete and on the
// disk it has no name there, so that a crash leaves no half journal at path. If
// meanwhile something has appeared at path, it is left alone and create returns
// nil.
func create(path string) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	f, err := newfile.Create(path)
	if err != nil {
		return err
	}
	defer f.Remove()
	if err := writeEmpty(f.Path(), journal.NewID(), newLine(path), furthest(path, backupFolder(path))); err != nil {
		return fmt.Errorf("make a new journal: %w", f.Explain(err))
	}
	if err := f.Link(); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(folder)
}

// writeEmpty makes an empty journal of the file at path, durably. It counts its
// transactions after the given one: that of the journal that was there before.
func writeEmpty(path, id string, line backup.Line, after int) error {
	options := &bolt.Options{Timeout: lockTimeout, FreelistType: bolt.FreelistMapType}
	db, err := bolt.Open(path, 0o600, options)
	if err == nil && after > 0 {
		if err = errors.Join(db.Close(), startAt(path, after+1)); err == nil {
			db, err = bolt.Open(path, 0o600, options)
		}
	}
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error { return initialize(tx, id, line) })
	return errors.Join(cause(err), db.Close())
}

// syncFolder makes a new name in folder survive a power cut, where the system can
// do that.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil // a folder cannot be synced there
	}
	f, err := os.Open(folder)
	if err == nil {
		err = errors.Join(syncFile(f), f.Close())
	}
	if err == nil || errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil // some network drives cannot
	}
	return &fs.PathError{Op: "sync", Path: folder, Err: err}
}
