package boltstore

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/newfile"
)

// Second is the second folder, which gets each backup too.
type Second struct {
	Folder string // "" for none
	// Disk is where the disk of the folder was mounted when it last got a
	// backup, see [backup.Disk]. If nothing is mounted there, the folder is not
	// the one that was chosen, and gets nothing.
	Disk string
}

// SetSecond makes another folder the second one. It waits for a backup that is
// being made. The folder is never made, since that would be the wrong place while
// the disk is not there.
func (k *Keeper) SetSecond(second Second) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.second = second
}

// usableSecond returns why nothing can be written to the second folder, or read
// from it.
func (k *Keeper) usableSecond() error {
	info, err := os.Stat(k.second.Folder)
	switch {
	case errors.Is(err, fs.ErrNotExist), !backup.Mounted(k.second.Disk):
		return journal.ErrNoSecond
	case err != nil:
		return err
	case !info.IsDir():
		return syscall.ENOTDIR
	}
	if first, err := os.Stat(k.folder); err == nil && os.SameFile(first, info) {
		return journal.ErrSameFolder
	}
	return nil
}

// backUpSecond makes sure that the second folder has a backup of what s contains:
// a copy of the one that was made, unless there is none. It returns that backup, a
// zero one if there is no second folder or it got nothing; why is then in made.
// Saving does not wait for a copy, since the second disk may be slow.
func (k *Keeper) backUpSecond(made *backup.Made, s *Store) backup.Backup {
	if k.second.Folder == "" {
		return backup.Backup{}
	}
	err := k.usableSecond()
	var b backup.Backup
	if err == nil {
		b, err = k.secondCopy(made.Backup, s)
	}
	if err != nil {
		made.SecondProblem = &fs.PathError{Op: "back up", Path: k.second.Folder, Err: err}
		return backup.Backup{}
	}
	k.second.Disk = backup.Disk(k.second.Folder)
	return b
}

// secondCopy returns the backup in the second folder of what s contains, which it
// makes if there is none.
func (k *Keeper) secondCopy(first backup.Backup, s *Store) (backup.Backup, error) {
	if first.Path == "" {
		made, err := k.backUpInto(k.second.Folder, s)
		return made.Backup, err
	}
	for _, b := range k.named(k.second.Folder) {
		if b.Transaction != first.Transaction {
			continue
		}
		if b = k.read(b); b.Verified && b.Summary.State == first.Summary.State {
			return b, nil
		}
	}
	path, err := k.copyBackup(first)
	if err != nil {
		return backup.Backup{}, err
	}
	return k.verified(path, first.Summary)
}

// copyBackup copies a backup into the second folder under a name that is not
// taken.
func (k *Keeper) copyBackup(b backup.Backup) (path string, err error) {
	made := b.Made
	for range 10 {
		path = filepath.Join(k.second.Folder, backup.Name(k.path, made, b.Transaction))
		if err = copyFile(b, path); !errors.Is(err, fs.ErrExist) {
			return path, err
		}
		made = made.Add(time.Second)
	}
	return path, err
}

// copyFile makes a copy of a backup at path, which has no name until it is on the
// disk and was read in full.
func copyFile(b backup.Backup, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	from, err := os.Open(b.Path)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := newfile.Create(path)
	if err != nil {
		return err
	}
	defer to.Remove()
	if _, err := io.Copy(to, from); err != nil {
		return err
	}
	if err := to.Sync(syncFile); err != nil {
		return err
	}
	copied, err := Summarize(to.Path())
	if err != nil {
		return to.Explain(err)
	}
	if copied.State != b.Summary.State {
		return fmt.Errorf("%w: it has another state", journal.ErrBadCopy)
	}
	if err := to.Link(); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// ListSecond is [Keeper.List] for the second folder. The error is why it cannot
// be used, wrapped in one that names it.
func (k *Keeper) ListSecond(id string) ([]backup.Backup, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := k.usableSecond(); err != nil {
		return nil, &fs.PathError{Op: "list backups", Path: k.second.Folder, Err: err}
	}
	return k.list(k.second.Folder, id), nil
}

// SecondNow returns the second folder as it is known now.
func (k *Keeper) SecondNow() Second {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.second
}
