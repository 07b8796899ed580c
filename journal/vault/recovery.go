package vault

import (
	"errors"
	"slices"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/outfile"
)

// Recoverable reports whether err is what is wrong with a journal for which
// there may be recovery options: see [Vault.Diagnose].
func Recoverable(err error) bool {
	if errors.Is(err, journal.ErrNewerFormat) || errors.Is(err, outfile.ErrNotFile) {
		return false
	}
	causes := []error{journal.ErrDamaged, journal.ErrEmptyFile, journal.ErrNotJournal, journal.ErrMissing}
	return slices.ContainsFunc(causes, func(cause error) bool { return errors.Is(err, cause) })
}

// Diagnose looks for the recovery options of a journal that cannot be opened, or
// that is not what was last saved here. It only reads, and takes time.
// The journal must not be open.
//
// An error means that there is nothing to recover from: it wraps
// [journal.ErrNotBegun], or is why the file cannot be looked at.
func (v *Vault) Diagnose() (backup.Ladder, error) {
	if !v.Begun() {
		return backup.Ladder{}, journal.ErrNotBegun
	}
	if err := v.absent(); err != nil {
		return backup.Ladder{Problem: err}, nil // what is restored there would be in the wrong place
	}
	return v.keeper.Diagnose()
}

// Inside returns what a recovery option would restore. It only reads, and takes
// time. The error wraps [journal.ErrReplaced] if the files are no longer those
// that were diagnosed.
func (v *Vault) Inside(step backup.Step) (journal.Contents, error) { return v.keeper.Inside(step) }

// Repair takes a recovery option. The unreadable file is renamed and never
// removed. Open opens what was restored. It takes time. The journal must not be
// open.
//
// The error wraps [journal.ErrReplaced] if the files are no longer those that
// were diagnosed; nothing was changed then.
func (v *Vault) Repair(step backup.Step) (backup.Restored, error) { return v.keeper.Repair(step) }

// Preview returns what restoring a backup, or any other file of a journal, would
// change. It only reads, and takes time.
func (v *Vault) Preview(file string) (backup.Restored, error) { return v.keeper.Preview(file) }

// Restore closes the journal, if it is open, and puts the one in file in its
// place, of which it makes a backup first. Open opens it again: the one that was
// restored, or if there was an error the one that was there. It takes time.
func (v *Vault) Restore(file string) (backup.Restored, error) {
	v.opening.Lock()
	defer v.opening.Unlock()
	if err := errors.Join(v.absent(), v.close()); err != nil {
		return backup.Restored{}, err
	}
	return v.keeper.Restore(file)
}

// Begin begins a new, empty journal in the place of one that cannot be read, and
// opens it. The unreadable file is renamed; aside is its new path, "" if there
// was none. It takes time.
func (v *Vault) Begin() (j *journal.Journal, aside string, err error) {
	v.opening.Lock()
	defer v.opening.Unlock()
	if v.absent() == nil { // if not, there is nothing to rename
		if aside, err = v.keeper.SetAside(); err != nil {
			return nil, "", err
		}
	}
	if j, err = v.open(boltstore.Options{Anew: true}); err != nil {
		return nil, aside, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.warnings = Warnings{Synced: v.warnings.Synced} // that it is a different journal was wanted
	return j, aside, nil
}
