package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/preferences"
)

// absent returns why the place of the journal is not there, so that none may be
// begun in it: [journal.ErrMissing] if the journal was on a disk that is not
// mounted, whose place may exist as an empty folder, and [journal.ErrNowhere] if
// the path leads over a broken link. It is nil if the place is there.
func (v *Vault) absent() error {
	if _, err := os.Stat(v.path); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if !backup.Mounted(v.prefs.Get().Disks[v.path]) {
		return journal.ErrMissing
	}
	for path := v.path; path != filepath.Dir(path); path = filepath.Dir(path) {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return &fs.PathError{Op: "open journal", Path: path, Err: journal.ErrNowhere}
		}
		break
	}
	return nil
}

// rememberDisk stores where the disk of a journal or of a second folder is
// mounted, if that is not the disk of the preferences and was not known. Without
// it less is noticed, so it is no error if it cannot be stored.
func (v *Vault) rememberDisk(path, disk string) {
	if v.prefs.Path() == "" || disk == v.prefs.Get().Disks[path] {
		return
	}
	home, err := existing(filepath.Dir(v.prefs.Path()))
	if err != nil || disk == backup.Disk(home) && v.prefs.Get().Disks[path] == "" {
		return
	}
	_ = v.prefs.Change(func(p *preferences.Preferences) {
		if p.Disks == nil {
			p.Disks = make(map[string]string)
		}
		p.Disks[path] = disk
		if disk == "" {
			delete(p.Disks, path)
		}
	})
}

// existing returns folder, or if it is not there the nearest one above it that is.
func existing(folder string) (string, error) {
	for {
		_, err := os.Stat(folder)
		if parent := filepath.Dir(folder); errors.Is(err, fs.ErrNotExist) && parent != folder {
			folder = parent
			continue
		}
		return folder, err
	}
}
