package journal

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"
)

// Journal owns everything that was logged. It has it in memory and writes
// through its store; memory changes only after the store has succeeded.
//
// Its methods may be called from several goroutines. Readers never wait for a
// disk; writers wait for each other. After a write that failed, the next one
// verifies the store first, see [Journal.Verify]: so once the disk is well again,
// trying again is all that it takes.
type Journal struct {
	store Store
	now   func() time.Time

	writing     sync.Mutex         // locked through one write, disk included
	lastVersion map[Week]time.Time // of each week; guarded by writing
	doubted     bool               // the store has failed and was not verified since; guarded by writing

	mu           sync.RWMutex // guards what follows
	contents     Contents
	aside        Aside
	generation   uint64
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
	j := &Journal{store: store, now: time.Now, lastVersion: make(map[Week]time.Time)}
	for _, option := range options {
		option(j)
	}
	if err := j.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("load journal: %w", err), store.Close())
	}
	return j, nil
}

// load reads everything from the store into memory.
func (j *Journal) load() error {
	contents, err := j.store.Load()
	if err != nil {
		return err
	}
	aside, err := j.store.Aside()
	if err != nil {
		return err
	}
	j.show(contents, aside)
	return nil
}

// show makes contents and aside what the journal's methods return.
func (j *Journal) show(contents Contents, aside Aside) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.contents, j.aside = contents, aside
	j.generation++
}

// Generation returns a number that rises with every change of what the journal
// contains. What was computed from it is good for as long as the number is the same.
func (j *Journal) Generation() uint64 {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.generation
}

// snapshot returns what the journal contains now. Its lists are never changed in
// place, so it may be read without a lock; it must not be written to.
func (j *Journal) snapshot() Contents {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.contents
}

// ID returns the journal's own id.
func (j *Journal) ID() string { return j.snapshot().ID }

// Contents returns a copy of everything.
func (j *Journal) Contents() Contents { return j.snapshot().Clone() }

// View returns everything without copying it. It must not be written to, and never
// changes: a journal that does has other lists.
func (j *Journal) View() Contents { return j.snapshot() }

// Entry returns a copy of the entry of week w, empty but for its week if
// nothing was logged.
func (j *Journal) Entry(w Week) Entry { return j.snapshot().entry(w).Clone() }

// Entries returns copies of all entries, oldest first.
func (j *Journal) Entries() []Entry { return cloneEntries(j.snapshot().Entries) }

// All yields all entries, oldest first, without copying what they have, which must
// not be written to. What an entry has is never changed in place: one that is saved
// again has other lists.
func (j *Journal) All() iter.Seq[Entry] { return slices.Values(j.snapshot().Entries) }

// Events returns all events, oldest first.
func (j *Journal) Events() []Event { return slices.Clone(j.snapshot().Events) }

// Kinds returns the catalog: the built-in kinds with the user's changes,
// then the user's own.
func (j *Journal) Kinds() Kinds { return j.snapshot().Catalog() }

// WeeksLogged returns how many weeks have an entry and were not spent away.
func (j *Journal) WeeksLogged() int { return len(j.snapshot().Entries) - j.WeeksAway() }

// WeeksAway returns how many weeks were spent away.
func (j *Journal) WeeksAway() int {
	n, entries := 0, j.snapshot().Entries
	for i := range entries {
		if entries[i].Away != "" {
			n++
		}
	}
	return n
}

// Newest returns the last week that has an entry, if there is one.
func (j *Journal) Newest() (Week, bool) {
	entries := j.snapshot().Entries
	if len(entries) == 0 {
		return Week{}, false
	}
	return entries[len(entries)-1].Week, true
}

// Empty reports whether nothing was ever logged or declared.
func (j *Journal) Empty() bool { return j.snapshot().Empty() }

// Save stores e as the entry of its week. An empty e removes the week, so that
// nothing is stored for a week that was only looked at. Saving what is already
// there does nothing. It returns an *[InvalidError] for bad fields, and the
// store's error if that fails; the journal is then unchanged.
func (j *Journal) Save(e Entry) error { return j.save(WeekStep, e) }

// SaveBack is [Journal.Save] of an entry from whose reflection something was
// undone inside the text field. That is no step: it becomes part of the step
// that wrote it.
func (j *Journal) SaveBack(e Entry) error { return j.save(backStep, e) }

func (j *Journal) save(kind StepKind, e Entry) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	if err := e.validateWith(now.Catalog()); err != nil {
		return err
	}
	old := now.entry(e.Week)
	if err := e.checkSeen(old); err != nil {
		return err
	}
	switch {
	case e.Equal(old), e.Empty() && old.Empty():
		return nil
	case e.Empty():
		return j.commit(kind, now, Change{DropEntries: []Week{e.Week}})
	}
	return j.commit(kind, now, Change{PutEntries: []Entry{e.Clone()}})
}

// DeleteWeek moves the entry of week w to the trash. A week that has none is no
// error.
func (j *Journal) DeleteWeek(w Week) error {
	_, err := remove(j, EntryList, DropStep, w)
	return err
}

// MoveWeek moves what is logged in week from to week to, which retains what it has
// and gains what it lacks; what does not fit next to that goes to the trash. Evidence
// is of its week alone and does not come along. It is one step. A week that has no
// entry is no error. MoveWeek returns [ErrAhead] if to has not begun, and an
// *[InvalidError] if it is no week or cannot take so much.
func (j *Journal) MoveWeek(from, to Week) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	moved := now.entry(from)
	if moved.Empty() || from == to {
		return nil
	}
	if to.After(ReadClock(now.Entries, j.now()).Begun) {
		return ErrAhead
	}
	change := Change{DropEntries: []Week{from}}
	moved.Week, moved.Evidence = to, nil // calendars and repositories say nothing of the other week
	if err := change.addBack(now, moved, j.now()); err != nil {
		return err
	}
	return j.commit(moveStep, now, change)
}

// SaveEvent stores e, in place of the event with the same id if there is one.
func (j *Journal) SaveEvent(e Event) error {
	if IsBlank(e.Title) && e.Role == "" && !slices.Contains(j.snapshot().Events, e) {
		return invalid("title", RuleRequired)
	}
	return save(j, EventList, e)
}

// DeleteEvent moves the event with the given id to the trash, or returns
// [ErrEventUnknown].
func (j *Journal) DeleteEvent(id string) error {
	found, err := remove(j, EventList, StepKind(EventList.One), id)
	if err == nil && !found {
		return ErrEventUnknown
	}
	return err
}

// SaveKind adds a kind of the user's own, or changes the one with the same id,
// built-in ones included. Moments already logged retain their track.
func (j *Journal) SaveKind(k Kind) error {
	if k.Name != "" && IsBlank(k.Name) && !slices.Contains(j.snapshot().Kinds, k) {
		return invalid("name", RuleRequired)
	}
	return save(j, KindList, k)
}

// save stores r in place of the record with the same key, if there is one.
func save[K comparable, T Record[K, T]](j *Journal, l List[K, T], r T) error {
	now, err := j.begin()
	if err != nil {
		return err
	}
	defer j.end()
	if err := r.Validate(); err != nil {
		return err
	}
	if slices.ContainsFunc(*l.In(&now), r.Equal) {
		return nil
	}
	var change Change
	puts, _ := l.Edits(&change)
	*puts = []T{r.Clone()}
	return j.commit(StepKind(l.One), now, change)
}

// remove deletes the record with the given key, and reports whether it was
// there.
func remove[K comparable, T Record[K, T]](j *Journal, l List[K, T], kind StepKind, key K) (found bool, err error) {
	now, err := j.begin()
	if err != nil {
		return false, err
	}
	defer j.end()
	if !slices.ContainsFunc(*l.In(&now), func(r T) bool { return r.Key() == key }) {
		return false, nil
	}
	var change Change
	_, drops := l.Edits(&change)
	*drops = []K{key}
	return true, j.commit(kind, now, change)
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

// Verify checks everything that the store has. After a save that ended in doubt,
// when every further one returns [ErrReadOnly], it makes the journal take
// changes again if all is well; memory is then what is on the disk, and if that
// differs from before, there is nothing left to undo.
func (j *Journal) Verify() error {
	j.writing.Lock()
	defer j.writing.Unlock()
	return j.verify()
}

// verify is Verify within a write.
func (j *Journal) verify() error {
	if err := j.store.Verify(); err != nil {
		return fmt.Errorf("verify journal: %w", err)
	}
	before := j.snapshot()
	if err := j.load(); err != nil {
		return fmt.Errorf("verify journal: %w", err)
	}
	j.doubted = false
	if !before.equal(j.snapshot()) {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.undos, j.redos = nil, nil
	}
	return nil
}

// begin starts a write: it waits for the one before to end, verifies the store if
// that one failed, and returns what the journal contains. The caller calls end
// unless there is an error.
func (j *Journal) begin() (now Contents, err error) {
	j.writing.Lock()
	j.mu.RLock()
	closed := j.closed
	j.mu.RUnlock()
	switch {
	case closed:
		err = ErrClosed
	case j.doubted:
		err = j.verify()
	}
	if err != nil {
		j.writing.Unlock()
		return Contents{}, err
	}
	return j.snapshot(), nil
}

// end ends a write.
func (j *Journal) end() { j.writing.Unlock() }

// commit gives the store change with what belongs to it: versions, the trash and
// the end of a draft. Memory follows once the store has succeeded. An empty
// change does not reach the store. Unless kind is noStep the change can be
// undone.
func (j *Journal) commit(kind StepKind, now Contents, change Change) error {
	if change.empty() {
		return nil
	}
	j.mu.RLock()
	aside := j.aside
	j.mu.RUnlock()
	asked := change
	change.At = j.now()
	change.Fold = j.fold(now, change)
	change.sweep(now, aside)
	change.endDraft(now, aside.Draft)
	if err := j.store.Apply(change); err != nil {
		_, refused := errors.AsType[*InvalidError](err)
		j.doubted = !refused
		return fmt.Errorf("save journal: %w", err)
	}
	j.setLastVersions(change)
	j.show(now.After(change), aside.After(change))
	if kind != noStep && asked.changesContents() {
		j.addStep(kind, now, asked, j.now())
	}
	return nil
}

func cloneEntries(entries []Entry) []Entry {
	copies := make([]Entry, len(entries))
	for i, e := range entries {
		copies[i] = e.Clone()
	}
	return copies
}
