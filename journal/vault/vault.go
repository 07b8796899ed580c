// Package vault is the place of a journal: its file, its backups, its recovery
// options, and the settings that belong to it. It is the one door through which
// the window and the commands come to a journal.
//
// A [Vault] opens the journal at one path and is the only one to do so in a
// program. What else comes to a journal, such as a lock or a second machine, is
// to be asked here. The file itself is the business of package boltstore, plain
// values about backups are those of package backup, and package words makes
// sentences of them.
//
// Methods of a Vault may be called by several goroutines. Those that read or
// write the disk take time, a tenth of a second or more for the largest journals, and
// say so; they must not be called where a window is drawn.
package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/memory"
	"heliotrope/journal/preferences"
)

// Vault is the place of one journal.
type Vault struct {
	path   string // absolute
	clock  func() time.Time
	prefs  *preferences.File
	keeper *boltstore.Keeper
	sample *memory.Store // nil for the journal of a file

	opening sync.Mutex // one at a time opens, closes or replaces the journal

	mu       sync.Mutex // guards what follows; nothing waits for the disk under it
	store    *boltstore.Store
	journal  *journal.Journal // nil while nothing is open
	warnings Warnings
}

// At returns the vault of the journal in the file at path, whether there is one
// or not. Its settings are in prefs, and the journal takes the time from clock.
// Nothing is opened or written yet. The error wraps [journal.ErrNowhere] if the
// path is relative and the current folder was removed.
func At(path string, prefs *preferences.File, clock func() time.Time) (*Vault, error) {
	given := path
	path, err := filepath.Abs(path)
	if err != nil { // there is no current folder
		return nil, &fs.PathError{Op: "find journal", Path: given, Err: fmt.Errorf("%w: %w", journal.ErrNowhere, err)}
	}
	keeper, err := boltstore.NewKeeper(path)
	if err != nil {
		return nil, err
	}
	v := &Vault{path: path, clock: clock, prefs: prefs, keeper: keeper}
	_, second := v.Folders()
	keeper.SetSecond(boltstore.Second{Folder: second, Disk: prefs.Get().Disks[second]})
	return v, nil
}

// Path returns the absolute path of the journal's file.
func (v *Vault) Path() string { return v.path }

// IsSample reports whether the journal is a sample, see [Sample].
func (v *Vault) IsSample() bool { return v.sample != nil }

// IsFile reports whether path names the file of the journal, or will once that
// is made: nothing else may be written there.
func (v *Vault) IsFile(path string) bool {
	if same(v.path, path) {
		return true
	}
	_, err := os.Stat(v.path)
	return err != nil && same(filepath.Dir(v.path), filepath.Dir(path)) &&
		strings.EqualFold(filepath.Base(v.path), filepath.Base(path)) // as some systems compare names
}

// same reports whether two paths lead to the same file or folder.
func same(a, b string) bool {
	its, err := os.Stat(a)
	other, errOther := os.Stat(b)
	return err == nil && errOther == nil && os.SameFile(its, other)
}

// Begun reports whether there is a journal, or was one: then Open begins no
// other in its place. It looks at the disk.
func (v *Vault) Begun() bool { return boltstore.Begun(v.path) || v.absent() != nil }

// Sweep removes unfinished files that were left here by a program that was
// killed. It leaves alone what another one is making. It reads the names in two
// folders.
func (v *Vault) Sweep() { v.keeper.Sweep() }

// Open opens the journal for reading and writing, and begins one if there never
// was one. It reads and checks everything. Close must be called in the end.
//
// The errors are those of [boltstore.Open]; for some of them there may be
// recovery options, see [Recoverable].
func (v *Vault) Open() (*journal.Journal, error) {
	v.opening.Lock()
	defer v.opening.Unlock()
	return v.open(boltstore.Options{})
}

// OpenLater is Open for commands that may have nothing to store: where there
// never was a journal it returns an empty one, and only the first change to that
// begins the file.
func (v *Vault) OpenLater() (*journal.Journal, error) {
	v.opening.Lock()
	defer v.opening.Unlock()
	if v.sample != nil || v.Begun() {
		return v.open(boltstore.Options{})
	}
	return v.serve(&unbegun{vault: v, id: journal.NewID()})
}

// open opens the journal and what belongs to it. The caller has locked opening.
func (v *Vault) open(options boltstore.Options) (*journal.Journal, error) {
	if v.sample != nil {
		return v.serve(v.sample.Reopen())
	}
	store, err := v.openStore(options)
	if err != nil {
		return nil, err
	}
	return v.serve(store)
}

// openStore opens the file of the journal and notices what can be noticed.
func (v *Vault) openStore(options boltstore.Options) (*boltstore.Store, error) {
	if err := v.absent(); err != nil && !(options.Anew && errors.Is(err, journal.ErrMissing)) {
		return nil, err
	}
	store, err := options.Open(v.path)
	if err != nil {
		return nil, err
	}
	v.adoptSecond()
	v.rememberDisk(v.path, backup.Disk(filepath.Dir(v.path)))
	warnings := warningsOf(v.path, store.Opening())
	v.mu.Lock()
	defer v.mu.Unlock()
	v.store, v.warnings = store, warnings
	return store, nil
}

// serve makes a journal of store the one that is open.
func (v *Vault) serve(store journal.Store) (*journal.Journal, error) {
	j, err := journal.Open(store, journal.Clock(v.clock))
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.journal = j; err != nil {
		v.store = nil // journal.Open has closed it
	}
	return j, err
}

// Close closes the journal, without a backup, and does nothing if none is open.
// Open may open it again.
func (v *Vault) Close() error {
	v.opening.Lock()
	defer v.opening.Unlock()
	return v.close()
}

// close closes the journal. The caller has locked opening.
func (v *Vault) close() error {
	v.mu.Lock()
	j := v.journal
	v.journal, v.store = nil, nil
	v.mu.Unlock()
	if j == nil {
		return nil
	}
	return j.Close()
}

// current returns what is open now: both nil for nothing, a journal without a
// store for one that was not begun yet.
func (v *Vault) current() (*journal.Journal, *boltstore.Store) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.journal, v.store
}
