package boltstore

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"heliotrope/journal/backup"
	"heliotrope/journal/newfile"
)

// Keeper manages the backups of the journal at one path, and finds ways to recover
// it. It is safe for use by several goroutines.
type Keeper struct {
	path   string
	folder string
	now    func() time.Time

	mu     sync.Mutex // one backup at a time
	second Second
	seen   map[string]looked
}

// looked is what was found in a backup when it was read last.
type looked struct {
	size     int64
	modified time.Time
	backup.Backup
}

// NewKeeper returns the keeper of the journal at path. Its backups are in the
// folder "backups" next to it, and there is no second folder yet.
func NewKeeper(path string) (*Keeper, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return &Keeper{
		path: path, folder: backupFolder(path), now: time.Now, seen: make(map[string]looked),
	}, nil
}

func backupFolder(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// Folder returns where the backups are.
func (k *Keeper) Folder() string { return k.folder }

// FolderProblem returns why what is in the folder cannot be listed; nil if it can,
// or if there is no folder yet.
func (k *Keeper) FolderProblem() error {
	if _, err := os.ReadDir(k.folder); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// BackUp makes sure that there is a backup of exactly what the open journal
// contains now, and removes those past retention, see
// [backup.Rotate]. A backup has its name only once it is on the disk and was
// read back in full, and never replaces another.
//
// It is what to call once the window is there, when it closes, and before
// anything that changes much; while nothing changed, another call makes no
// other backup. Saving waits for it, fifty full years take a tenth of a second and what
// the disk takes to write them.
func (k *Keeper) BackUp(s *Store) (backup.Made, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.backUp(s)
}

// BackUpDaily is BackUp, unless there is a verified backup of this journal that
// was made in the last day.
// It is for commands that change little, one after the other.
func (k *Keeper) BackUpDaily(s *Store) (backup.Made, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.hasDaily(k.folder, s) && (k.second.Folder == "" || k.usableSecond() != nil || k.hasDaily(k.second.Folder, s)) {
		return backup.Made{}, nil
	}
	return k.backUp(s)
}

// hasDaily reports whether folder has a backup of s, or of a state that s follows,
// that was made in the last day.
func (k *Keeper) hasDaily(folder string, s *Store) bool {
	present := s.summary()
	for _, b := range k.named(folder) {
		if age := k.now().Sub(b.Made); age < 0 || age >= 24*time.Hour {
			continue
		}
		if state, err := k.state(b); err == nil && present.Follows(state) {
			return true
		}
	}
	return false
}

// backUp backs up into the first folder, and into the second one whatever became
// of the first.
func (k *Keeper) backUp(s *Store) (backup.Made, error) {
	made, err := k.backUpInto(k.folder, s)
	if err == nil && made.Backup.Path == "" {
		return made, nil // there is nothing to back up
	}
	if err == nil {
		made.RotateProblem = k.rotate(k.folder, made.Backup)
	}
	if b := k.backUpSecond(&made, s); b.Path != "" {
		made.RotateProblem = errors.Join(made.RotateProblem, k.rotate(k.second.Folder, b))
	}
	return made, err
}

// BackUpTo is BackUp into another folder, which must be there, and where nothing
// is ever removed.
func (k *Keeper) BackUpTo(folder string, s *Store) (backup.Made, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, err := os.Stat(folder); err != nil {
		return backup.Made{}, err
	}
	return k.backUpInto(folder, s)
}

func (k *Keeper) backUpInto(folder string, s *Store) (backup.Made, error) {
	if s.empty() {
		return backup.Made{}, nil
	}
	present := s.summary()
	for _, b := range k.named(folder) {
		if b.Transaction != present.Transaction {
			continue
		}
		if b = k.read(b); b.Verified && b.Summary.State == present.State {
			return backup.Made{Backup: b}, nil
		}
	}
	path, summary, err := k.copyInto(folder, s)
	if err != nil {
		return backup.Made{}, err
	}
	b, err := k.verified(path, summary)
	return backup.Made{Backup: b, New: err == nil}, err
}

// verified describes a backup that was just made, and read back in full before it got
// its name.
func (k *Keeper) verified(path string, s backup.Summary) (backup.Backup, error) {
	info, err := os.Stat(path)
	if err != nil {
		return backup.Backup{}, err
	}
	b := backup.Backup{Path: path, Size: info.Size(), Verified: true, Summary: s}
	b.Made, b.Transaction, _ = backup.ParseName(k.path, filepath.Base(path))
	k.seen[path] = looked{info.Size(), info.ModTime(), b}
	return b, nil
}

// copyInto copies s into folder under a name that is not taken.
func (k *Keeper) copyInto(folder string, s *Store) (path string, summary backup.Summary, err error) {
	s.mu.Lock() // so that the name matches the contents
	defer s.mu.Unlock()
	if err := s.copyable(); err != nil {
		return "", summary, err
	}
	now := k.now()
	for range 10 {
		path = filepath.Join(folder, backup.Name(k.path, now, s.last.txid))
		if summary, err = s.copyTo(path); !errors.Is(err, fs.ErrExist) {
			break
		}
		now = now.Add(time.Second)
	}
	if err != nil {
		return "", summary, fmt.Errorf("back up journal: %w", err)
	}
	return path, summary, nil
}

// summary describes which state the journal is in, without what it contains.
func (s *Store) summary() backup.Summary {
	s.mu.Lock()
	defer s.mu.Unlock()
	return backup.Summary{Transaction: s.last.txid, State: hex.EncodeToString(s.head.mac[:]), Lineage: s.head.lineage}
}

// empty reports whether there is nothing in the journal to lose.
func (s *Store) empty() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, count := range s.head.counts {
		n += count
	}
	return n <= 1 // the journal's id alone
}

// List returns the backups in the folder, in the order of [backup.Sort]: those of
// the journal with the given id, or of every one that was at this path if it is
// empty. Of backups that cannot be read it is not known whose they are; they are
// listed too. Each is read in full once, and again only if it has changed since.
func (k *Keeper) List(id string) []backup.Backup {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list(k.folder, id)
}

func (k *Keeper) list(folder, id string) []backup.Backup {
	var all []backup.Backup
	for _, b := range k.named(folder) {
		if b = k.readOnce(b); !b.Verified || id == "" || b.Summary.Journal == id {
			all = append(all, b)
		}
	}
	backup.Sort(all, placeOf(k.path))
	return all
}

// CheckAll is List, but reads every backup again, also those that were good
// when they were read last: a disk may have damaged them since.
func (k *Keeper) CheckAll(id string) []backup.Backup {
	k.mu.Lock()
	defer k.mu.Unlock()
	clear(k.seen)
	return k.list(k.folder, id)
}

// named returns what in folder has the name of a backup of this journal. It is
// not read.
func (k *Keeper) named(folder string) []backup.Backup { return backupsOf(k.path, folder) }

// backupsOf returns what in folder has the name of a backup of the journal at
// path. It is not read.
func backupsOf(path, folder string) (all []backup.Backup) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // no folder, no backups
	}
	for _, e := range entries {
		made, transaction, ok := backup.ParseName(path, e.Name())
		if ok && e.Type().IsRegular() {
			all = append(all, backup.Backup{Path: filepath.Join(folder, e.Name()), Made: made, Transaction: transaction})
		}
	}
	return all
}

// read reads a backup in full and returns its description.
func (k *Keeper) read(b backup.Backup) backup.Backup {
	b.Verified, b.Problem = false, nil
	info, err := os.Stat(b.Path)
	if err == nil {
		b.Size = info.Size()
		b.Summary, err = Summarize(b.Path)
	}
	if err != nil {
		b.Problem = err
		return b
	}
	b.Verified = true
	k.seen[b.Path] = looked{info.Size(), info.ModTime(), b}
	return b
}

// readOnce is read, unless the file is as when it was read before.
func (k *Keeper) readOnce(b backup.Backup) backup.Backup {
	if before, ok := k.known(b.Path); ok {
		return before
	}
	return k.read(b)
}

// state checks the whole of a backup, unless it was read before, and describes which
// state of a journal it is.
func (k *Keeper) state(b backup.Backup) (backup.Summary, error) {
	if before, ok := k.known(b.Path); ok {
		return before.Summary, nil
	}
	return glance(b.Path)
}

// known returns what was found in a backup when it was read, if the file is as it was.
func (k *Keeper) known(path string) (backup.Backup, bool) {
	before, ok := k.seen[path]
	info, err := os.Stat(path)
	return before.Backup, ok && err == nil && before.size == info.Size() && before.modified.Equal(info.ModTime())
}

// rotate removes the backups that are past retention, now that there is newest.
// Those of other journals, and of other lines, are left alone.
func (k *Keeper) rotate(folder string, newest backup.Backup) error {
	newfile.Sweep(folder)
	if !backup.MayRotate(k.named(folder)) {
		return nil
	}
	old := backup.Rotate(k.list(folder, newest.Summary.Journal), newest)
	var all error
	for _, b := range old {
		all = errors.Join(all, os.Remove(b.Path))
		delete(k.seen, b.Path)
	}
	if len(old) > 0 {
		all = errors.Join(all, syncFolder(folder))
	}
	if all != nil {
		return fmt.Errorf("remove old backups: %w", all)
	}
	return nil
}

// Sweep removes what was left next to the journal and in the folder of its
// backups by a program that was killed while it made a file there.
func (k *Keeper) Sweep() {
	newfile.Sweep(filepath.Dir(k.target()))
	newfile.Sweep(k.folder)
}

func isBackupName(path, name string) bool {
	_, _, ok := backup.ParseName(path, name)
	return ok
}

// wasHere reports whether there was a journal at path: something was recorded
// about it, or there are backups of it.
func wasHere(path string) bool {
	if _, ok := readMarker(path); ok {
		return true
	}
	entries, err := os.ReadDir(backupFolder(path))
	if err != nil { // of a folder that cannot be read it is not known
		return !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR)
	}
	for _, e := range entries {
		if isBackupName(path, e.Name()) {
			return true
		}
	}
	return false
}

// Begun reports whether there is a journal at path, or was one: see
// [journal.ErrMissing].
func Begun(path string) bool { return exists(path) || wasHere(path) }
