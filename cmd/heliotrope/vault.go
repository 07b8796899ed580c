package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/outfile"
	"heliotrope/ui"
)

// vault is the place of the journal, with what is open there now.
type vault struct {
	program *program

	mu      sync.Mutex
	keeper  *boltstore.Keeper
	second  string
	now     opened // zero while nothing is open
	noticed ui.Noticed
}

var _ ui.Vault = (*vault)(nil)

func (p *program) vault() (*vault, error) {
	keeper, err := p.keeper()
	if err != nil {
		return nil, err
	}
	return &vault{program: p, keeper: keeper, second: secondFolder(p.path())}, nil
}

// Open implements [ui.Vault].
func (v *vault) Open() (*journal.Journal, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.open(boltstore.Options{})
}

// open opens the journal, with what belongs to it. The lock is held.
func (v *vault) open(o boltstore.Options) (*journal.Journal, error) {
	now, err := v.program.openWith(v.keeper, o)
	if err != nil {
		return nil, err
	}
	v.now = now
	v.noticed = noticedOf(now.store.Opening())
	v.noticed.Synced, _ = backup.SyncedFolder(v.program.path())
	v.noticed.Conflicted = backup.ConflictedCopies(v.program.path())
	return now.Journal, nil
}

func noticedOf(o boltstore.Opening) ui.Noticed {
	n := ui.Noticed{ReadOnly: o.ReadOnly, Recovered: o.OneMeta}
	if o.Rollback != nil {
		n.Seen, n.Missing, n.Other = o.Rollback.Seen, o.Rollback.Missing, o.Rollback.Other
	}
	return n
}

// Begin implements [ui.Vault].
func (v *vault) Begin() (j *journal.Journal, aside string, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if aside, err = v.keeper.SetAside(); err != nil {
		return nil, "", err
	}
	if j, err = v.open(boltstore.Options{Anew: true}); err != nil {
		return nil, aside, err
	}
	v.noticed = ui.Noticed{Synced: v.noticed.Synced} // that it is another one was wanted
	return j, aside, nil
}

// Release implements [ui.Vault].
func (v *vault) Release() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.now.Journal == nil {
		return nil
	}
	err := v.now.close()
	v.now = opened{}
	return err
}

// Diagnose implements [ui.Vault].
func (v *vault) Diagnose() (backup.Ladder, error) { return v.kept().Diagnose() }

// Inside implements [ui.Vault].
func (v *vault) Inside(step backup.Step) (journal.Contents, error) { return v.kept().Inside(step) }

// Repair implements [ui.Vault].
func (v *vault) Repair(step backup.Step) (*journal.Journal, backup.Restored, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	restored, err := v.keeper.Repair(step)
	if err != nil {
		return nil, backup.Restored{}, err
	}
	j, err := v.open(boltstore.Options{})
	return j, restored, err
}

// Noticed implements [ui.Vault].
func (v *vault) Noticed() ui.Noticed {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.noticed
}

// Folders implements [ui.Vault].
func (v *vault) Folders() (first, second string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.keeper.Folder(), v.second
}

// SetSecond implements [ui.Vault].
func (v *vault) SetSecond(folder string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	path := v.program.path()
	if err := setSecondFolder(path, folder); err != nil {
		return err
	}
	keeper, err := boltstore.NewKeeper(path, folder)
	if err != nil {
		return err
	}
	v.keeper, v.second, v.now.keeper = keeper, folder, keeper
	return nil
}

// Backups implements [ui.Vault].
func (v *vault) Backups() []backup.Backup {
	v.mu.Lock()
	id := ""
	if v.now.Journal != nil {
		id = v.now.ID()
	}
	v.mu.Unlock()
	return v.kept().List(id)
}

// BackUp implements [ui.Vault].
func (v *vault) BackUp() (backup.Made, error) {
	v.mu.Lock()
	now := v.now
	v.mu.Unlock()
	return now.backUp()
}

// Look implements [ui.Vault].
func (v *vault) Look(path string) (journal.Contents, error) { return boltstore.Look(path) }

// Restore implements [ui.Vault].
func (v *vault) Restore(path string) (*journal.Journal, backup.Restored, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.now.Journal != nil {
		if err := v.now.close(); err != nil {
			return v.now.Journal, backup.Restored{}, err
		}
		v.now = opened{}
	}
	restored, failed := v.keeper.Restore(path)
	j, err := v.open(boltstore.Options{})
	return j, restored, errors.Join(failed, err)
}

func (v *vault) kept() *boltstore.Keeper {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.keeper
}

// secondNote names the file that notes the second folder, beside the backups.
const secondNote = "second-folder"

func secondNoteOf(path string) string {
	return filepath.Join(filepath.Dir(path), "backups", secondNote)
}

// secondFolder returns the folder that gets each backup of the journal at path
// as well; "" for none.
func secondFolder(path string) string {
	note, err := os.ReadFile(secondNoteOf(path))
	if err != nil {
		return ""
	}
	folder := strings.TrimSuffix(string(note), "\n")
	if !filepath.IsAbs(folder) {
		return "" // nobody wrote that
	}
	return folder
}

func setSecondFolder(path, folder string) error {
	note := secondNoteOf(path)
	if folder == "" {
		err := os.Remove(note)
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		return err
	}
	if err := os.MkdirAll(filepath.Dir(note), 0o700); err != nil {
		return err
	}
	return outfile.Write(note, func(w io.Writer) error {
		_, err := fmt.Fprintln(w, folder)
		return err
	})
}
