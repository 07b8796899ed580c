package boltstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// Inside returns everything that a step of [Keeper.Diagnose] brings back, to
// look at before it is chosen. It only reads. The error wraps
// [journal.ErrReplaced] if the files are no longer what the step was made of.
func (k *Keeper) Inside(step backup.Step) (journal.Contents, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	found, err := k.ways()
	if err != nil {
		return journal.Contents{}, err
	}
	for _, w := range found.ways {
		if w.Way == step.Way && w.ID == step.ID {
			return w.contents, nil
		}
	}
	return journal.Contents{}, fmt.Errorf("look inside: %w", journal.ErrReplaced)
}

// Look returns the contents of a backup. It only reads, also next to an
// open journal. The error wraps [journal.ErrBadCopy] if the file is not whole.
func Look(file string) (journal.Contents, error) {
	w, err := look(file)
	if err != nil {
		if isUnreadable(err) {
			err = fmt.Errorf("%w: %w", journal.ErrBadCopy, err)
		}
		return journal.Contents{}, fmt.Errorf("look into %s: %w", filepath.Base(file), err)
	}
	c, _, err := w.contents()
	return c, err
}

// SetAside gives a journal that cannot be read another name, with the date, and
// returns its new path, so that a new one can be begun in its place. One that
// can be read is left where it is, and so is what is no journal.
func (k *Keeper) SetAside() (aside string, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch _, err := k.Check(); {
	case errors.Is(err, journal.ErrMissing):
		return "", nil // there is nothing to move aside
	case err == nil:
		return "", fmt.Errorf("put aside: %w", journal.ErrReplaced)
	case !isUnreadable(err), errors.Is(err, journal.ErrNotJournal):
		return "", fmt.Errorf("put aside: %w", err)
	}
	release, err := lock(k.path)
	if err != nil {
		return "", err
	}
	defer release()
	target := k.target()
	if aside, err = k.putAside(target); err != nil {
		return "", err
	}
	if err := os.Remove(target); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	return aside, syncFolder(filepath.Dir(target))
}
