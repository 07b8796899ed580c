package boltstore

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"heliotrope/journal/backup"
	"heliotrope/journal/newfile"
)

// What is done about a journal that is not what was last saved here. Its file may
// still contain what a save overwrites, in pages that it calls free. So before the
// first save a copy of the file is set aside, byte for byte, and recovery looks
// into that too. What was lost stays in the marker until the user has decided.

// setAside makes a copy of the file before its first change, if it may contain
// what that overwrites. Without the copy nothing is saved.
func (s *Store) setAside() (err error) {
	if !s.unsaved {
		return nil
	}
	if s.aside, err = copyAside(s.file, s.path); err != nil {
		return fmt.Errorf("set aside a copy of the journal: %w", err)
	}
	s.unsaved = false
	return nil
}

// SetAside returns the path of the copy that was made of the file as it was found
// before something was saved into it, "" if there was no need.
func (s *Store) SetAside() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.aside
}

// copyAside copies all bytes of the journal at path. The copy has its name only
// once it is on the disk.
func copyAside(file *os.File, path string) (aside string, err error) {
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	now := time.Now()
	for aside = backup.AsideName(path, now); exists(aside); aside = backup.AsideName(path, now) {
		now = now.Add(time.Second)
	}
	f, err := newfile.Create(aside)
	if err != nil {
		return "", err
	}
	defer f.Remove()
	_, err = io.Copy(f, io.NewSectionReader(file, 0, info.Size()))
	if err := errors.Join(err, f.Sync(syncFile)); err != nil {
		return "", err
	}
	if err := f.Link(); err != nil {
		return "", err
	}
	return aside, syncFolder(filepath.Dir(path))
}

// asides returns the paths of the copies that were set aside, the newest first,
// and no more than a few.
func (k *Keeper) asides() (paths []string) {
	const most = 4
	target := k.target()
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil {
		return nil
	}
	for i := len(entries) - 1; i >= 0 && len(paths) < most; i-- {
		if _, ok := backup.ParseAside(target, entries[i].Name()); ok && entries[i].Type().IsRegular() {
			paths = append(paths, filepath.Join(filepath.Dir(target), entries[i].Name()))
		}
	}
	return paths
}

// accept records that a state of the journal at the path is what was last saved
// here, and that nothing is missed. The next save begins a new line, so that what
// the state lacks is not taken for part of it.
func (k *Keeper) accept(b box, h head) {
	last := seenOf(k.path, b, h, k.now())
	last.file = unknown
	marker{last: last}.write(k.path)
}
