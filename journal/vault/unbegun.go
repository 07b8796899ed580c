package vault

import (
	"cmp"
	"errors"
	"fmt"
	"sync"

	"heliotrope/journal"
	"heliotrope/journal/boltstore"
)

// unbegun is the store of a journal of which there is no file yet. The first
// change begins the file; from then on the store of that file does everything.
type unbegun struct {
	vault *Vault
	id    string // of the journal, also once it is begun

	mu     sync.Mutex
	store  *boltstore.Store // nil until the journal is begun
	closed bool
}

var _ journal.Store = (*unbegun)(nil)

// Apply implements [journal.Store]. The error wraps [journal.ErrReplaced] if
// another program has begun the journal meanwhile.
func (u *unbegun) Apply(change journal.Change) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.closed {
		return journal.ErrClosed
	}
	if u.store == nil {
		if err := u.begin(); err != nil {
			return err
		}
		change.ID = cmp.Or(change.ID, u.id)
	}
	return u.store.Apply(change)
}

func (u *unbegun) begin() error {
	store, err := u.vault.openStore(boltstore.Options{})
	if err != nil {
		return err
	}
	if found, err := store.Load(); err != nil || !found.Empty() {
		if err == nil {
			err = fmt.Errorf("begin journal: %w", journal.ErrReplaced)
		}
		return errors.Join(err, store.Close())
	}
	u.store = store
	return nil
}

// begun returns the store of the file, nil if there is none yet.
func (u *unbegun) begun() *boltstore.Store {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.store
}

// Load implements [journal.Store].
func (u *unbegun) Load() (journal.Contents, error) {
	if s := u.begun(); s != nil {
		return s.Load()
	}
	return journal.Contents{ID: u.id}, nil
}

// Aside implements [journal.Store].
func (u *unbegun) Aside() (journal.Aside, error) {
	if s := u.begun(); s != nil {
		return s.Aside()
	}
	return journal.Aside{}, nil
}

// Versions implements [journal.Store].
func (u *unbegun) Versions(w journal.Week) ([]journal.Version, error) {
	if s := u.begun(); s != nil {
		return s.Versions(w)
	}
	return nil, nil
}

// Verify implements [journal.Store].
func (u *unbegun) Verify() error {
	if s := u.begun(); s != nil {
		return s.Verify()
	}
	return nil
}

// Close implements [journal.Store].
func (u *unbegun) Close() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.closed = true
	if u.store == nil {
		return nil
	}
	return u.store.Close()
}
