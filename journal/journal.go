package journal

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Journal owns everything that was logged. It holds it in memory and writes
// through its store; memory changes only after the store has said yes.
//
// Its methods may be called from several goroutines. Readers never wait for a
// disk; writers wait for each other.
type Journal struct {
	store Store
	now   func() time.Time

	writing sync.Mutex         // held through one write, disk included
	kept    map[Week]time.Time // when a version of a week was last kept; guarded by writing

	mu           sync.RWMutex // guards what follows
	contents     Contents
	weeks        map[Week]int // index into contents.Entries
	aside        Aside
	undos, redos []step // the next one last
	closed       bool
}

// Option is a choice made when a journal is opened.
type Option func(*Journal)

// Clock makes now the journal's clock. Without it that is [time.Now].
func Clock(now func() time.Time) Option { return func(j *Journal) { j.now = now } }

// Open loads everything from store and takes it over: [Journal.Close] closes
// it. If loading fails, store is closed.
func Open(store Store, options ...Option) (*Journal, error) {
	j := &Journal{store: store, now: time.Now, kept: make(map[Week]time.Time)}
	for _, option := range options {
		option(j)
	}
	if err := j.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("load journal: %w", err), store.Close())
	}
	return j, nil
}

// load makes what the store holds what the journal shows.
func (j *Journal) load() error {
	contents, err := j.store.Load()
	if err != nil {
		return err
	}
	aside, err := j.store.Aside()
	if err != nil {
		return err
	}
	j.keep(contents, aside)
	return nil
}

// keep makes contents and aside what the journal shows.
func (j *Journal) keep(contents Contents, aside Aside) {
	weeks := make(map[Week]int, len(contents.Entries))
	for i, e := range contents.Entries {
		weeks[e.Week] = i
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.contents, j.weeks, j.aside = contents, weeks, aside
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

// Kinds returns the catalog: the built-in kinds with the user's changes,
// then the user's own.
func (j *Journal) Kinds() Kinds { return BuiltInKinds().with(j.snapshot().Kinds) }

// WeeksLogged returns how many weeks have an entry and were not spent away.
func (j *Journal) WeeksLogged() int { return len(j.snapshot().Entries) - j.WeeksAway() }

// WeeksAway returns how many weeks were spent away.
func (j *Journal) WeeksAway() int {
	n := 0
	for i := range j.snapshot().Entries {
		if j.snapshot().Entries[i].Away != "" {
			n++
		}
	}
	return n
}

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
func (j *Journal) Save(e Entry) error { return j.save(WeekStep, e) }

// SaveBack is [Journal.Save] of an entry from whose reflection something was
// taken back in the field that it is written in. That is no step of its own: it
// becomes part of the step that wrote it.
func (j *Journal) SaveBack(e Entry) error { return j.save(backStep, e) }

// DeleteWeek moves all that week w holds to the trash. A week that holds
// nothing is no error.
func (j *Journal) DeleteWeek(w Week) error {
	return j.write(DropStep, func(now Contents) (Change, error) {
		if !now.has(w) {
			return Change{}, nil
		}
		return Change{DropEntries: []Week{w}}, nil
	})
}

func (j *Journal) save(kind StepKind, e Entry) error {
	e = e.Clone()
	return j.write(kind, func(now Contents) (Change, error) {
		if err := e.validateWith(BuiltInKinds().with(now.Kinds)); err != nil {
			return Change{}, err
		}
		old := now.entry(e.Week)
		switch {
		case e.Equal(old), e.Empty() && old.Empty():
			return Change{}, nil
		case e.Empty():
			return Change{DropEntries: []Week{e.Week}}, nil
		}
		return Change{PutEntries: []Entry{e}}, nil
	})
}

// SaveEvent keeps e, in place of the event with the same id if there is one.
func (j *Journal) SaveEvent(e Event) error {
	return j.write(EventStep, func(now Contents) (Change, error) {
		if err := e.Validate(); err != nil {
			return Change{}, err
		}
		if slices.Contains(now.Events, e) {
			return Change{}, nil
		}
		return Change{PutEvents: []Event{e}}, nil
	})
}

// DeleteEvent removes the event with the given id, or returns
// [ErrEventUnknown].
func (j *Journal) DeleteEvent(id string) error {
	return j.write(EventStep, func(now Contents) (Change, error) {
		if !slices.ContainsFunc(now.Events, func(e Event) bool { return e.ID == id }) {
			return Change{}, ErrEventUnknown
		}
		return Change{DropEvents: []string{id}}, nil
	})
}

// SaveKind adds a kind of the user's own, or changes the one with the same id,
// built-in ones included. Moments already logged keep their track.
func (j *Journal) SaveKind(k Kind) error {
	return j.write(KindStep, func(now Contents) (Change, error) {
		if err := k.Validate(); err != nil {
			return Change{}, err
		}
		if slices.Contains(now.Kinds, k) {
			return Change{}, nil
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

// Verify looks at everything that the store keeps. After a save that ended in
// doubt, when every further one returns [ErrReadOnly], it makes the journal
// take changes again if all is well; what is shown is then what is kept, and
// if that is not what was shown before, there is nothing to undo any more.
func (j *Journal) Verify() error {
	j.writing.Lock()
	defer j.writing.Unlock()
	if err := j.store.Verify(); err != nil {
		return fmt.Errorf("verify journal: %w", err)
	}
	before := j.snapshot()
	if err := j.load(); err != nil {
		return fmt.Errorf("verify journal: %w", err)
	}
	if !before.says(j.snapshot()) {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.undos, j.redos = nil, nil
	}
	return nil
}

// write makes one change: plan computes it from what is kept now, the store
// makes it durable, and only then does memory follow. A change that changes
// nothing does not reach the store. Unless kind is noStep it can be undone.
func (j *Journal) write(kind StepKind, plan func(now Contents) (Change, error)) error {
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
	if err := j.apply(now, change); err != nil {
		return err
	}
	if kind != noStep && change.changesContents() {
		j.note(kind, now, change, j.now())
	}
	return nil
}

// apply makes change durable, with what belongs to it: versions, the trash and
// the end of a draft.
func (j *Journal) apply(now Contents, change Change) error {
	j.mu.RLock()
	aside := j.aside
	j.mu.RUnlock()
	change.At = j.now()
	change.Fold = j.fold(now, change)
	change.sweep(now, aside)
	if change.endsDraft(aside.Draft) {
		change.Draft = &Draft{}
	}
	if err := j.store.Apply(change); err != nil {
		return fmt.Errorf("keep journal: %w", err)
	}
	j.noteVersions(change)
	j.keep(now.After(change), aside.After(change))
	return nil
}

func cloneEntries(entries []Entry) []Entry {
	copies := make([]Entry, len(entries))
	for i, e := range entries {
		copies[i] = e.Clone()
	}
	return copies
}
