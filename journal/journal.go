package journal

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// Journal owns everything that was logged. It holds it in memory and writes
// through its store; memory changes only after the store has said yes.
//
// Its methods may be called from several goroutines. Readers never wait for a
// disk; writers wait for each other.
type Journal struct {
	store Store

	writing sync.Mutex // held through one write, disk included

	mu       sync.RWMutex // guards what follows
	contents Contents
	weeks    map[Week]int // index into contents.Entries
	closed   bool
}

// Open loads everything from store and takes it over: [Journal.Close] closes
// it. If loading fails, store is closed.
func Open(store Store) (*Journal, error) {
	contents, err := store.Load()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("load journal: %w", err), store.Close())
	}
	j := &Journal{store: store}
	j.keep(contents)
	return j, nil
}

// keep makes contents what the journal shows.
func (j *Journal) keep(contents Contents) {
	weeks := make(map[Week]int, len(contents.Entries))
	for i, e := range contents.Entries {
		weeks[e.Week] = i
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.contents, j.weeks = contents, weeks
}

// snapshot returns what the journal holds now. Its lists are never changed in
// place, so it may be read without a lock; it must not be written to.
func (j *Journal) snapshot() Contents {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.contents
}

// ID returns the journal's own id.
func (j *Journal) ID() string { return j.snapshot().ID }

// Contents returns a copy of everything.
func (j *Journal) Contents() Contents {
	c := j.snapshot()
	c.Kinds = slices.Clone(c.Kinds)
	c.Events = slices.Clone(c.Events)
	c.Entries = cloneEntries(c.Entries)
	return c
}

// Entry returns a copy of the entry of week w, empty but for its week if
// nothing was logged.
func (j *Journal) Entry(w Week) Entry {
	j.mu.RLock()
	defer j.mu.RUnlock()
	if i, ok := j.weeks[w]; ok {
		return j.contents.Entries[i].Clone()
	}
	return Entry{Week: w}
}

// Entries returns copies of all entries, oldest first.
func (j *Journal) Entries() []Entry { return cloneEntries(j.snapshot().Entries) }

// Events returns all events, oldest first.
func (j *Journal) Events() []Event { return slices.Clone(j.snapshot().Events) }

// Kinds returns the catalogue: the built-in kinds with the user's changes,
// then the user's own.
func (j *Journal) Kinds() Kinds { return BuiltInKinds().with(j.snapshot().Kinds) }

// WeeksLogged returns how many weeks hold an entry.
func (j *Journal) WeeksLogged() int { return len(j.snapshot().Entries) }

// Newest returns the last week that holds an entry, if there is one.
func (j *Journal) Newest() (Week, bool) {
	entries := j.snapshot().Entries
	if len(entries) == 0 {
		return Week{}, false
	}
	return entries[len(entries)-1].Week, true
}

// Empty reports whether nothing was ever logged or declared.
func (j *Journal) Empty() bool { return j.snapshot().Empty() }

// Save keeps e as the entry of its week. An empty e removes the week, so that
// nothing is kept for a week that was only looked at. Saving what is already
// kept does nothing. It returns an *[InvalidError] for bad fields, and the
// store's error if it could not be kept; the journal is then unchanged.
func (j *Journal) Save(e Entry) error {
	e = e.Clone()
	return j.write(func(now Contents) (Change, error) {
		if err := e.validateWith(BuiltInKinds().with(now.Kinds)); err != nil {
			return Change{}, err
		}
		old := j.Entry(e.Week)
		switch {
		case e.Equal(old):
			return Change{}, nil
		case e.Empty():
			return Change{DropEntries: []Week{e.Week}}, nil
		}
		return Change{PutEntries: []Entry{e}}, nil
	})
}

// SaveEvent keeps e, in place of the event with the same id if there is one.
func (j *Journal) SaveEvent(e Event) error {
	return j.write(func(Contents) (Change, error) {
		if err := e.Validate(); err != nil {
			return Change{}, err
		}
		return Change{PutEvents: []Event{e}}, nil
	})
}

// DeleteEvent removes the event with the given id, or returns
// [ErrEventUnknown].
func (j *Journal) DeleteEvent(id string) error {
	return j.write(func(now Contents) (Change, error) {
		if !slices.ContainsFunc(now.Events, func(e Event) bool { return e.ID == id }) {
			return Change{}, ErrEventUnknown
		}
		return Change{DropEvents: []string{id}}, nil
	})
}

// SaveKind adds a kind of the user's own, or changes the one with the same id,
// built-in ones included. Moments already logged keep their track.
func (j *Journal) SaveKind(k Kind) error {
	return j.write(func(Contents) (Change, error) {
		if err := k.Validate(); err != nil {
			return Change{}, err
		}
		return Change{PutKinds: []Kind{k}}, nil
	})
}

// Close closes the store, once a write under way has ended. Closing again does
// nothing.
func (j *Journal) Close() error {
	j.writing.Lock()
	defer j.writing.Unlock()
	j.mu.Lock()
	closed := j.closed
	j.closed = true
	j.mu.Unlock()
	if closed {
		return nil
	}
	return j.store.Close()
}

// write makes one change: plan computes it from what is kept now, the store
// makes it durable, and only then does memory follow. A change that changes
// nothing does not reach the store.
func (j *Journal) write(plan func(now Contents) (Change, error)) error {
	j.writing.Lock()
	defer j.writing.Unlock()
	j.mu.RLock()
	now, closed := j.contents, j.closed
	j.mu.RUnlock()
	if closed {
		return ErrClosed
	}
	change, err := plan(now)
	if err != nil || change.empty() {
		return err
	}
	if err := j.store.Apply(change); err != nil {
		return fmt.Errorf("keep journal: %w", err)
	}
	j.keep(now.After(change))
	return nil
}

func cloneEntries(entries []Entry) []Entry {
	copies := make([]Entry, len(entries))
	for i, e := range entries {
		copies[i] = e.Clone()
	}
	return copies
}
