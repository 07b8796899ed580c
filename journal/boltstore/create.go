package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// syncFile puts a file, or the names in a folder, on the disk. Tests replace it.
var syncFile = (*os.File).Sync

// create makes a new, empty journal at path. Until it is complete and on the
// disk it has another name, so that a crash leaves no half journal at path; a
// file with that name may stay behind and does no harm. If meanwhile something
// has appeared at path, it is left alone and create returns nil.
func create(path string) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(folder, ".new-*-"+filepath.Base(path)) // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	if err := temporary.Close(); err != nil {
		return err
	}
	if err := writeEmpty(temporary.Name(), journal.NewID(), newLine(path)); err != nil {
		return fmt.Errorf("make a new journal: %w", err)
	}
	if err := publish(temporary.Name(), path); err != nil {
		return err
	}
	return syncFolder(folder)
}

// writeEmpty makes an empty journal of the file at path, durably.
func writeEmpty(path, id string, line backup.Line) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockTimeout, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error { return initialize(tx, id, line) })
	return errors.Join(err, db.Close())
}

// publish gives the file its final name unless that is taken.
func publish(temporary, path string) error {
	err := os.Link(temporary, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	// Some file systems have no links. A rename replaces what is there, so
	// look first; for that moment there is no better protection.
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(temporary, path)
}

// syncFolder makes a new name in folder survive a power cut.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil // a folder cannot be synced there
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(syncFile(f), f.Close())
}
