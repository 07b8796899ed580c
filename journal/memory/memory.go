// Package memory stores a journal in memory. Nothing of it remains once the
// program ends, however it ends.
package memory

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"heliotrope/journal"
)

// Store is a store in memory. Its contents outlive its Close, as a file does:
// see [Store.Reopen]. It is safe for use by several goroutines.
type Store struct {
	stored *stored

	mu     sync.Mutex
	closed bool
}

// stored is in place of the file.
type stored struct {
	mu       sync.Mutex
	contents journal.Contents
	aside    journal.Aside
	history  history
}

var _ journal.Store = (*Store)(nil)

// New returns a store with a copy of contents, and a new id if
// contents has none. Contents that are not valid stand for a damaged file:
// Load refuses them.
func New(contents journal.Contents) *Store {
	if contents.ID == "" {
		contents.ID = journal.NewID()
	}
	return &Store{stored: &stored{contents: clone(contents), history: newHistory()}}
}

// Reopen returns an open store with the contents of s.
func (s *Store) Reopen() *Store { return &Store{stored: s.stored} }

// open locks what is stored, unless s is closed. done unlocks it.
func (s *Store) open() (k *stored, done func(), err error) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil, nil, journal.ErrClosed
	}
	s.stored.mu.Lock()
	return s.stored, func() { s.stored.mu.Unlock(); s.mu.Unlock() }, nil
}

// Load implements [journal.Store].
func (s *Store) Load() (journal.Contents, error) {
	k, done, err := s.open()
	if err != nil {
		return journal.Contents{}, err
	}
	defer done()
	if err := k.contents.Validate(); err != nil {
		return journal.Contents{}, fmt.Errorf("%w: %w", journal.ErrDamaged, err)
	}
	return clone(k.contents), nil
}

// Aside implements [journal.Store].
func (s *Store) Aside() (journal.Aside, error) {
	k, done, err := s.open()
	if err != nil {
		return journal.Aside{}, err
	}
	defer done()
	return k.aside.Clone(), nil
}

// Versions implements [journal.Store].
func (s *Store) Versions(w journal.Week) ([]journal.Version, error) {
	k, done, err := s.open()
	if err != nil {
		return nil, err
	}
	defer done()
	versions := slices.Clone(k.history.versions[w])
	slices.Reverse(versions)
	for i := range versions {
		versions[i].Entry = versions[i].Entry.Clone()
	}
	return versions, nil
}

// Verify implements [journal.Store].
func (s *Store) Verify() error {
	_, err := s.Load()
	return err
}

// Apply implements [journal.Store].
func (s *Store) Apply(change journal.Change) error {
	k, done, err := s.open()
	if err != nil {
		return err
	}
	defer done()
	after, aside := clone(k.contents.After(change)), k.aside.After(change).Clone()
	if err := after.Validate(); err != nil {
		return err
	}
	if aside.Draft != nil {
		if err := aside.Draft.Validate(); err != nil {
			return err
		}
	}
	for _, t := range aside.Trash {
		if err := t.Validate(); err != nil {
			return err
		}
	}
	k.history = k.history.after(change, k.contents, after)
	k.contents, k.aside = after, aside
	return nil
}

// Close implements [journal.Store].
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return nil
}

// history is the earlier versions of weeks.
type history struct {
	current  map[journal.Week]journal.Version // what they contain, and since when
	versions map[journal.Week][]journal.Version
	revision uint64
}

func newHistory() history {
	return history{make(map[journal.Week]journal.Version), make(map[journal.Week][]journal.Version), 0}
}

// after returns what h is after change, which makes after of before.
func (h history) after(change journal.Change, before, after journal.Contents) history {
	h.current, h.versions = maps.Clone(h.current), maps.Clone(h.versions)
	entries := make(map[journal.Week]journal.Entry)
	for _, e := range after.Entries {
		entries[e.Week] = e
	}
	touched := make(map[journal.Week]bool)
	for _, e := range change.PutEntries {
		touched[e.Week] = true
	}
	for _, w := range change.DropEntries {
		touched[w] = true
	}
	for _, old := range before.Entries {
		if touched[old.Week] && !old.Equal(entries[old.Week]) && !slices.Contains(change.Fold, old.Week) {
			h.retire(old, change)
		}
	}
	for _, w := range change.DropVersions {
		delete(h.versions, w)
	}
	for w := range touched {
		delete(h.current, w)
		if _, ok := entries[w]; ok {
			h.revision++
			h.current[w] = journal.Version{Revision: h.revision, Saved: change.At}
		}
	}
	return h
}

// retire stores old as a version.
func (h history) retire(old journal.Entry, change journal.Change) {
	v := h.current[old.Week]
	if v.Saved.IsZero() {
		v.Saved = old.Updated
	}
	v.Replaced, v.Entry = change.At, old.Clone()
	all := append(slices.Clone(h.versions[old.Week]), v)
	h.versions[old.Week] = all[max(0, len(all)-journal.MaxVersions):]
}

// clone returns a sorted copy of c that shares nothing with it.
func clone(c journal.Contents) journal.Contents {
	c = c.Clone()
	c.Sort()
	return c
}
