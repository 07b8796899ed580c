package boltstore

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/newfile"
)

// Repair applies an option of [Keeper.Diagnose]. The journal is written into
// a new file, which is read back in full before it takes its place; the damaged
// file is renamed and never deleted.
//
// For [backup.Present] nothing is written: the journal is from now on what was
// last saved here.
//
// The error wraps [journal.ErrReplaced] if the files are no longer what the step
// was made of, and then nothing was changed.
func (k *Keeper) Repair(step backup.Step) (backup.Restored, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if needed, err := k.needed(); !needed {
		return backup.Restored{}, fmt.Errorf("repair journal: %w", cmp.Or(err, journal.ErrReplaced))
	}
	release, err := lock(k.path)
	if err != nil {
		return backup.Restored{}, err
	}
	defer release()
	found, err := k.ways()
	if err != nil {
		return backup.Restored{}, err
	}
	for _, w := range found.ways {
		if w.Way == step.Way && w.ID == step.ID {
			if w.Way == backup.Present {
				k.accept(w.whole.box, w.whole.last())
				return backup.Restored{}, nil
			}
			return k.replace(w.whole, backup.Restored{Next: w.Summary}, exists(k.path))
		}
	}
	return backup.Restored{}, fmt.Errorf("repair journal: %w", journal.ErrReplaced)
}

// Preview returns what [Keeper.Restore] of the journal in file would do, and does
// nothing.
func (k *Keeper) Preview(file string) (backup.Restored, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	r, err := k.restoring(file)
	return r.Restored, err
}

// Restore puts the journal in file, a backup or any other, in the place of this
// one. A verified backup of the present journal is made first; if the present
// one cannot be read, or is not what was last saved here, its file is renamed. The
// file to restore stays as it is.
//
// The error wraps [journal.ErrBadCopy] if the file is not whole,
// [journal.ErrReplaced] if either file changes meanwhile, and [outfile.ErrNotFile] if
// a folder, a pipe or a device is where the journal is to be. The journal must not be
// open: the error is [journal.ErrInUse] if it is.
func (k *Keeper) Restore(file string) (backup.Restored, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	r, err := k.restoring(file)
	if err != nil {
		return backup.Restored{}, err
	}
	if r.present {
		if r.Backup, err = k.backUpClosed(); err != nil {
			return backup.Restored{}, err
		}
	}
	release, err := lock(k.path)
	if err != nil {
		return backup.Restored{}, err
	}
	defer release()
	if r.present {
		if now, err := glance(k.path); err != nil || now.State != r.Present.State {
			return backup.Restored{}, errors.Join(journal.ErrReplaced, err) // somebody saved in between
		}
	}
	next, err := look(file)
	if err != nil || next.state().State != r.Next.State {
		return backup.Restored{}, errors.Join(journal.ErrReplaced, err)
	}
	return k.replace(next, r.Restored, (!r.present || r.behind) && exists(k.path))
}

// restoring is a restore before it is done. It does not hold what is in the files: two
// journals are in memory only while they are compared.
type restoring struct {
	backup.Restored
	present bool // there is one that can be read
	behind  bool // the present one is not what was last saved here
}

func (k *Keeper) restoring(file string) (restoring, error) {
	var r restoring
	if here, err := os.Stat(k.path); err == nil {
		if there, err := os.Stat(file); err == nil && os.SameFile(here, there) {
			return r, fmt.Errorf("restore %s: %w", filepath.Base(file), fs.ErrInvalid)
		}
	}
	next, err := readPath(file, true)
	if errors.Is(err, journal.ErrDamaged) || errors.Is(err, journal.ErrEmptyFile) {
		err = fmt.Errorf("%w: %w", journal.ErrBadCopy, err)
	}
	if err != nil {
		return r, err
	}
	if next.version > formatVersion {
		return r, journal.ErrNewerFormat
	}
	r.Next = next.summary
	checked, err := k.Check()
	switch {
	case isUnreadable(err), errors.Is(err, fs.ErrNotExist):
		return r, nil
	case err != nil:
		return r, err
	}
	r.behind = checked.Opening.Behind != nil
	r.present, r.Present = true, checked.Summary
	r.Other = r.Present.Journal != r.Next.Journal
	r.differences(checked.Contents.Entries, next.contents.Entries)
	return r, nil
}

// differences finds how the weeks of the present journal and of the next differ.
func (r *restoring) differences(present, next []journal.Entry) {
	others := make(map[journal.Week]journal.Entry, len(next))
	for _, e := range next {
		others[e.Week] = e
	}
	for _, mine := range present {
		other, ok := others[mine.Week]
		delete(others, mine.Week)
		switch {
		case !ok:
			r.Gone = append(r.Gone, mine.Week)
		case !mine.Equal(other):
			r.Changed = append(r.Changed, mine.Week)
		}
	}
	for week := range others {
		r.Back = append(r.Back, week)
	}
	r.Gone, r.Back, r.Changed = sorted(r.Gone), sorted(r.Back), sorted(r.Changed)
}

// backUpClosed backs up the journal, which is not open. No backup is removed: it
// might be the one to bring back.
func (k *Keeper) backUpClosed() (backup.Made, error) {
	s, err := Options{ReadOnly: true}.Open(k.path)
	if err != nil {
		return backup.Made{}, err
	}
	s.read = nil // it is only copied
	made, err := k.backUpInto(k.folder, s)
	if err == nil && made.Backup.Path != "" {
		k.backUpSecond(&made, s) // nothing is removed: it may be what is restored
	}
	return made, errors.Join(err, s.Close())
}

// replace puts w where the journal is. If aside is set, the present file is
// renamed and retained. The caller has locked it.
func (k *Keeper) replace(w whole, r backup.Restored, aside bool) (backup.Restored, error) {
	target := k.target()
	folder := filepath.Dir(target)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return backup.Restored{}, err
	}
	f, err := newfile.Create(target)
	if err != nil {
		return backup.Restored{}, err
	}
	defer f.Remove()
	if err := rebuild(f.Path(), w, k.furthest(w)+1, newLine(k.path)); err != nil {
		return backup.Restored{}, fmt.Errorf("rebuild journal: %w", f.Explain(err))
	}
	if r.Aside, err = k.publish(f, target, aside); err != nil {
		return backup.Restored{}, err
	}
	r.SyncProblem = syncFolder(folder)
	if now, err := inspectPath(k.path); err == nil {
		k.accept(now.box, now.head)
		r.Next.Transaction, r.Next.Format = int(now.meta.txid), now.version
	}
	return r, nil
}

// furthest returns the last transaction that is known of the journal at the
// path, of its backups and of w.
func (k *Keeper) furthest(w whole) int {
	last := max(w.transaction, furthest(k.path, k.folder, k.second.Folder))
	if f, err := os.Open(k.path); err == nil {
		if newest, _, err := metas(f); err == nil {
			last = max(last, int(min(newest.txid, maxTransaction)))
		}
		_ = f.Close()
	}
	return min(last, maxTransaction)
}

// furthest returns the last transaction that the marker next to path, and the
// names of backups in folders, know of.
func furthest(path string, folders ...string) (last int) {
	if m, ok := readMarker(path); ok {
		last = m.last.transaction
	}
	for _, folder := range folders {
		for _, b := range backupsOf(path, folder) {
			last = max(last, b.Transaction)
		}
	}
	return min(last, maxTransaction)
}

// target returns the journal's file itself, if the path is a link to it.
func (k *Keeper) target() string {
	if target, err := filepath.EvalSymlinks(k.path); err == nil {
		return target
	}
	return k.path
}

// publish gives the new file the name target, and what was there another one if
// it is to be kept. If it can, it does so without a moment in which there is no
// file of that name.
func (k *Keeper) publish(f *newfile.File, target string, keep bool) (aside string, err error) {
	if !exists(target) {
		return "", f.Link()
	}
	if keep {
		if aside, err = k.putAside(target); err != nil {
			return "", err
		}
	}
	return aside, f.Replace()
}

// putAside gives the file a second name, or only that one where a file cannot
// have two.
func (k *Keeper) putAside(target string) (aside string, err error) {
	now := k.now()
	for range 10 {
		aside = filepath.Join(filepath.Dir(target), backup.DamagedName(target, now))
		if err = os.Link(target, aside); err == nil {
			return aside, nil
		}
		if !exists(aside) {
			return aside, os.Rename(target, aside)
		}
		now = now.Add(time.Second)
	}
	return "", err
}
