package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"heliotrope/journal/backup"
	"heliotrope/journal/preferences"
)

// away reports whether the disk of the journal is not there, although the journal
// was on one when it was last opened. Its place may exist nevertheless, as the
// empty folder where the disk is usually mounted.
func (v *Vault) away() bool {
	_, err := os.Lstat(v.path)
	return errors.Is(err, fs.ErrNotExist) && !backup.Mounted(v.prefs.Get().Disks[v.path])
}

// rememberDisk stores where the disk of a journal or of a second folder is
// mounted, if that is not the disk of the preferences and was not known. Without
// it less is noticed, so it is no error if it cannot be stored.
func (v *Vault) rememberDisk(path, disk string) {
	if v.prefs.Path() == "" || disk == v.prefs.Get().Disks[path] {
		return
	}
	if home, err := nearest(filepath.Dir(v.prefs.Path())); err != nil || disk == backup.Disk(home) && v.prefs.Get().Disks[path] == "" {
		return
	}
	_ = v.prefs.Change(func(p *preferences.Preferences) {
		if p.Disks == nil {
			p.Disks = make(map[string]string)
		}
		if p.Disks[path] = disk; disk == "" {
			delete(p.Disks, path)
		}
	})
}

// nearest returns folder, or the nearest above it that exists.
func nearest(folder string) (string, error) {
	for {
		_, err := os.Stat(folder)
		if parent := filepath.Dir(folder); errors.Is(err, fs.ErrNotExist) && parent != folder {
			folder = parent
			continue
		}
		return folder, err
	}
}
