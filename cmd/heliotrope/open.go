package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/adrg/xdg"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/backup"
	"heliotrope/journal/boltstore"
	"heliotrope/journal/exchange"
	"heliotrope/journal/words"
)

// path returns the place of the journal: the flag, the environment, or the
// user's data folder.
func (p *program) path() string {
	if p.journalFlag != "" {
		return p.journalFlag
	}
	if env := os.Getenv("HELIOTROPE_JOURNAL"); env != "" {
		return env
	}
	name := "Heliotrope"
	if runtime.GOOS != "darwin" && runtime.GOOS != "windows" {
		name = "heliotrope"
	}
	return filepath.Join(xdg.DataHome, name, "journal.db")
}

// opened is a journal that is open. Close lets go of it and must be called.
type opened struct {
	*journal.Journal
	close  func() error
	store  *boltstore.Store
	keeper *boltstore.Keeper // nil if there is nothing to back up, such as a sample
}

// backUp backs up what the journal holds now.
func (o opened) backUp() (backup.Made, error) {
	if o.keeper == nil {
		return backup.Made{}, nil
	}
	return o.keeper.BackUp(o.store)
}

// backUpDaily is backUp, unless there is a backup of the last day.
func (o opened) backUpDaily() (backup.Made, error) {
	if o.keeper == nil {
		return backup.Made{}, nil
	}
	return o.keeper.BackUpDaily(o.store)
}

// open opens the journal, or a throw-away copy of the sample.
func (p *program) open() (opened, error) {
	if p.sample {
		j, discard, err := openSample(p.words.Language, p.now)
		return opened{Journal: j, close: func() error { discard(); return nil }}, err
	}
	keeper, err := p.keeper()
	if err != nil {
		return opened{}, err
	}
	return p.openWith(keeper, boltstore.Options{})
}

// openWith opens the journal, whose backups keeper keeps.
func (p *program) openWith(keeper *boltstore.Keeper, options boltstore.Options) (opened, error) {
	store, err := options.Open(p.path())
	if err != nil {
		return opened{}, err
	}
	j, err := journal.Open(store, journal.Clock(p.now))
	if err != nil {
		return opened{}, err
	}
	return opened{j, j.Close, store, keeper}, nil
}

// keeper returns the keeper of the journal's backups.
func (p *program) keeper() (*boltstore.Keeper, error) {
	return boltstore.NewKeeper(p.path(), secondFolder(p.path()))
}

// with opens the journal for do. One that was not begun yet is only made once
// do has something to keep in it: do is then called a second time.
func (p *program) with(do func(opened) error) error {
	if !p.sample && !boltstore.Begun(p.path()) {
		j, err := journal.Open(unbegun{}, journal.Clock(p.now))
		if err == nil {
			err = do(opened{Journal: j, close: j.Close})
		}
		if !errors.Is(err, errUnbegun) {
			return err
		}
	}
	j, err := p.open()
	if err != nil {
		return err
	}
	return errors.Join(do(j), j.close())
}

// unbegun stands for a journal of which there is no file yet. It is empty and
// keeps nothing.
type unbegun struct{}

var errUnbegun = errors.New("the journal was not begun yet")

func (unbegun) Load() (journal.Contents, error) { return journal.Contents{ID: journal.NewID()}, nil }
func (unbegun) Aside() (journal.Aside, error)   { return journal.Aside{}, nil }
func (unbegun) Apply(journal.Change) error      { return errUnbegun }
func (unbegun) Verify() error                   { return nil }
func (unbegun) Close() error                    { return nil }

func (unbegun) Versions(journal.Week) ([]journal.Version, error) { return nil, nil }

// openSample makes a journal of the sample in a folder of its own, which
// discard removes.
func openSample(lang words.Language, now func() time.Time) (j *journal.Journal, discard func(), err error) {
	content, err := assets.Samples.ReadFile("sample." + string(lang) + ".json")
	if err != nil {
		return nil, nil, fmt.Errorf("sample: %w", err)
	}
	sample, err := exchange.Read(bytes.NewReader(content))
	if err != nil {
		return nil, nil, fmt.Errorf("sample: %w", err)
	}
	dir, err := os.MkdirTemp("", "heliotrope-sample-")
	if err != nil {
		return nil, nil, err
	}
	fail := func(err error) (*journal.Journal, func(), error) {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	open := func() (*journal.Journal, error) {
		store, err := boltstore.Open(filepath.Join(dir, "journal.db"))
		if err != nil {
			return nil, err
		}
		return journal.Open(store, journal.Clock(now))
	}
	if j, err = open(); err != nil {
		return fail(err)
	}
	_, err = j.Merge(sample)
	if err := errors.Join(err, j.Close()); err != nil {
		return fail(err)
	}
	if j, err = open(); err != nil { // again, so that there is nothing to undo yet
		return fail(err)
	}
	return j, func() {
		// A sample that cannot be removed is left for the system to clean up.
		_ = j.Close()
		_ = os.RemoveAll(dir)
	}, nil
}
