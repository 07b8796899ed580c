package vault

import (
	"errors"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
)

// Health is what a check of the journal and of its backups found.
type Health struct {
	Problem  error          // what is wrong with the journal; nil if nothing is
	Summary  backup.Summary // of the journal; zero if it cannot be read in full
	Clock    journal.ClockReading
	Warnings Warnings
	Backups  []backup.Backup // newest first, each read again in full

	// BackupsProblem is why the backups cannot be listed; nil if they can, or if
	// there are none yet.
	BackupsProblem error

	// Second are the backups in the second folder, and SecondProblem is why that
	// cannot be used; both nil if there is no such folder.
	Second        []backup.Backup
	SecondProblem error
}

// Check reads the whole journal and every backup of it, and writes nothing. It
// takes time, and while the journal is open saving waits for it.
//
// The error is why nothing could be checked: it wraps [journal.ErrNotBegun] or
// [journal.ErrInUse].
func (v *Vault) Check() (Health, error) {
	if !v.Begun() {
		return Health{}, journal.ErrNotBegun
	}
	if err := v.absent(); err != nil {
		return Health{}, err
	}
	check := v.keeper.Check
	if _, store := v.current(); store != nil {
		check = store.Check
	}
	checked, err := check()
	if errors.Is(err, journal.ErrInUse) {
		return Health{}, err
	}
	found := Health{Problem: err, Summary: checked.Summary, Warnings: warningsOf(v.path, checked.Opening)}
	if err == nil {
		found.Clock = journal.ReadClock(checked.Contents.Entries, v.clock())
		if found.Warnings.Behind != nil {
			found.Problem = journal.ErrBehind
		}
	}
	id := checked.Summary.Journal
	found.Backups = v.keeper.CheckAll(id)
	found.BackupsProblem = v.keeper.FolderProblem()
	if _, second := v.Folders(); second != "" {
		found.Second, found.SecondProblem = v.keeper.ListSecond(id) // after CheckAll each is read again, too
	}
	return found, nil
}

// BackUp makes sure that there is a backup of exactly what the journal contains
// now, here and in the second folder, and removes those past retention, see
// [backup.Rotate]. The journal need not be open. It takes time, and saving
// waits for it.
//
// The error wraps [journal.ErrNotBegun] if there is no journal.
func (v *Vault) BackUp() (backup.Made, error) { return v.backUp(v.keeper.BackUp) }

// BackUpDaily is BackUp, unless there is a backup that was made in the last day.
// It is for commands that change little, one after the other.
func (v *Vault) BackUpDaily() (backup.Made, error) { return v.backUp(v.keeper.BackUpDaily) }

// BackUpTo is BackUp into another folder, which must exist. Nothing is ever
// removed there.
func (v *Vault) BackUpTo(folder string) (backup.Made, error) {
	return v.backUp(func(s *boltstore.Store) (backup.Made, error) { return v.keeper.BackUpTo(folder, s) })
}

// backUp calls do with the store of the journal, which it opens for reading only
// if it is not open.
func (v *Vault) backUp(do func(*boltstore.Store) (backup.Made, error)) (made backup.Made, err error) {
	defer func() {
		if second := v.keeper.SecondNow(); second.Disk != "" {
			v.rememberDisk(second.Folder, second.Disk)
		}
	}()
	j, store := v.current()
	switch {
	case store != nil:
		return do(store)
	case j != nil: // not begun yet: there is nothing to lose
		return backup.Made{}, nil
	case !v.Begun():
		return backup.Made{}, journal.ErrNotBegun
	}
	if err := v.absent(); err != nil {
		return backup.Made{}, err
	}
	if store, err = (boltstore.Options{ReadOnly: true}).Open(v.path); err != nil {
		return backup.Made{}, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	v.mu.Lock()
	v.warnings = warningsOf(v.path, store.Opening())
	v.mu.Unlock()
	return do(store)
}

// Backups returns the backups of the journal, newest first: of the open one, or
// of every one that was here. It takes time, since each was read in full, once.
func (v *Vault) Backups() []backup.Backup {
	return v.keeper.List(v.openID())
}

// openID returns the id of the open journal, "" if none is open.
func (v *Vault) openID() string {
	if j, _ := v.current(); j != nil {
		return j.ID()
	}
	return ""
}

// Contents returns everything that a backup contains. It takes time. The error
// wraps [journal.ErrBadCopy] if the file cannot be read in full.
func (v *Vault) Contents(backup string) (journal.Contents, error) { return boltstore.Look(backup) }
