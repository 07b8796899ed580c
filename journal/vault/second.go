package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/preferences"
)

// Folders returns the folder of the backups, and the second one that the user
// chose, "" for none.
func (v *Vault) Folders() (first, second string) {
	second, chosen := v.prefs.Get().SecondFolders[v.path]
	if !chosen {
		second = v.earlierSecond()
	}
	return v.keeper.Folder(), second
}

// SetSecond makes folder the second one, which also gets each backup, or none
// for "". The folder is never made, since that would be the wrong place while
// its disk is not there. It takes time: it waits for a backup that is being made.
// The error wraps [journal.ErrSameFolder] for the first folder.
func (v *Vault) SetSecond(folder string) error {
	if same(folder, v.keeper.Folder()) {
		return &fs.PathError{Op: "choose", Path: folder, Err: journal.ErrSameFolder}
	}
	err := v.prefs.Change(func(p *preferences.Preferences) {
		if p.SecondFolders == nil {
			p.SecondFolders = make(map[string]string)
		}
		p.SecondFolders[v.path] = folder
		delete(p.Disks, folder) // it was chosen as it is now
	})
	if err != nil {
		return err
	}
	v.keeper.SetSecond(boltstore.Second{Folder: folder})
	return nil
}

// SecondBackups returns the backups of the journal in the second folder, as
// [Vault.Backups] does those in the first. The error is why the folder cannot be
// used, and names it. It takes time, and long if its disk is slow.
func (v *Vault) SecondBackups() ([]backup.Backup, error) { return v.keeper.ListSecond(v.openID()) }

// earlierSecond returns the second folder that an earlier version of the program
// stored in a file next to the backups, "" for none.
func (v *Vault) earlierSecond() string {
	content, err := os.ReadFile(v.earlierFile())
	folder := strings.TrimSuffix(string(content), "\n")
	if err != nil || !filepath.IsAbs(folder) {
		return ""
	}
	return folder
}

func (v *Vault) earlierFile() string {
	return filepath.Join(v.keeper.Folder(), "second-folder")
}

// adoptSecond moves what an earlier version stored into the preferences. Where
// that fails it stays where it is, and counts.
func (v *Vault) adoptSecond() {
	if _, err := os.Stat(v.earlierFile()); errors.Is(err, fs.ErrNotExist) {
		return
	}
	_, second := v.Folders()
	if v.SetSecond(second) == nil {
		_ = os.Remove(v.earlierFile()) // what is in the preferences counts
	}
}
