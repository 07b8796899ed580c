package journal

import (
	"fmt"
	"slices"
	"time"
)

// Contents is everything that a journal holds.
type Contents struct {
	ID      string  // of the journal, random, made with it
	Kinds   []Kind  // the user's own and changed kinds only
	Events  []Event // by week, then id
	Entries []Entry // by week
}

// Empty reports whether nothing was ever logged or declared.
func (c Contents) Empty() bool {
	return len(c.Kinds) == 0 && len(c.Events) == 0 && len(c.Entries) == 0
}

// Sort puts events and entries in their order.
func (c *Contents) Sort() {
	slices.SortFunc(c.Events, compareEvents)
	slices.SortFunc(c.Entries, func(a, b Entry) int { return a.Week.Compare(b.Week) })
}

// Validate checks everything, also that ids and weeks are unique and that
// every moment's kind is declared, and returns an *[InvalidError] whose field
// is the path from the top of the exchange file.
func (c Contents) Validate() error {
	if !validID(c.ID) {
		return invalid("id", RuleID)
	}
	kinds := make(map[string]bool)
	for i, k := range c.Kinds {
		if err := k.Validate(); err != nil {
			return within(at("kinds", i), err)
		}
		if kinds[k.ID] {
			return invalid(at("kinds", i)+".id", RuleUnique)
		}
		kinds[k.ID] = true
	}
	events := make(map[string]bool)
	for i, e := range c.Events {
		if err := e.Validate(); err != nil {
			return within(at("events", i), err)
		}
		if events[e.ID] {
			return invalid(at("events", i)+".id", RuleUnique)
		}
		events[e.ID] = true
	}
	all := BuiltInKinds().with(c.Kinds)
	weeks := make(map[Week]bool, len(c.Entries))
	for i, e := range c.Entries {
		if err := e.validateWith(all); err != nil {
			return within(at("entries", i), err)
		}
		if weeks[e.Week] {
			return invalid(at("entries", i)+".week", RuleUnique)
		}
		weeks[e.Week] = true
	}
	return nil
}

// validateWith is Validate and also checks that every kind is declared.
func (e Entry) validateWith(kinds Kinds) error {
	if err := e.Validate(); err != nil {
		return err
	}
	for i, m := range e.Moments {
		if _, ok := kinds.Find(m.Kind); !ok {
			return invalid(at("moments", i)+".kind", RuleKind)
		}
	}
	return nil
}

// find returns where the entry of week w is, or would be, and whether it is
// there.
func (c Contents) find(w Week) (int, bool) {
	return slices.BinarySearchFunc(c.Entries, w, func(e Entry, w Week) int { return e.Week.Compare(w) })
}

// has reports whether week w holds an entry.
func (c Contents) has(w Week) bool {
	_, ok := c.find(w)
	return ok
}

// entry returns the entry of week w itself, empty but for its week if there is
// none. It must not be written to.
func (c Contents) entry(w Week) Entry {
	if i, ok := c.find(w); ok {
		return c.Entries[i]
	}
	return Entry{Week: w}
}

// says reports whether c and o say the same.
func (c Contents) says(o Contents) bool {
	return c.ID == o.ID && slices.Equal(c.Kinds, o.Kinds) && slices.Equal(c.Events, o.Events) &&
		slices.EqualFunc(c.Entries, o.Entries, Entry.Equal)
}

// Change is what one transaction does to a store. A part left empty changes
// nothing. What is both put and dropped is dropped, and of what is put twice
// the last counts.
type Change struct {
	At          time.Time // when it is made; kept with versions
	ID          string    // set by a restore into an empty journal only
	PutKinds    []Kind    // replace the kinds with the same ids
	PutEvents   []Event   // replace the events with the same ids
	PutEntries  []Entry   // replace the entries of the same weeks
	DropKinds   []string  // ids; one that is not there is no error, one that a moment is of is
	DropEvents  []string  // ids; one that is not there is no error
	DropEntries []Week    // one that is not there is no error

	// The entry that a put or a drop replaces is kept as a [Version] unless
	// its week is in Fold or the new one says the same.
	Fold         []Week
	DropVersions []Week // weeks of which no version is kept any longer

	PutTrash  []Trashed
	DropTrash []string // ids; one that is not there is no error
	Draft     *Draft   // replaces the draft; an empty one leaves none
}

// Store keeps a journal. It is the one seam between the journal and a disk.
//
// What every store must do is said by tests, in package storetest.
type Store interface {
	// Load returns everything, sorted. It fails with an error that wraps one
	// of this package's sentinels rather than leave anything out.
	Load() (Contents, error)

	// Apply makes a change durable, whole or not at all. When it returns nil
	// the change survives the end of the program and of the machine's power.
	// It refuses with an *[InvalidError] what Load would refuse to return.
	// After an error the store holds the state before or after the change,
	// never one between, and the same change may be applied again; if it
	// cannot tell which, it returns ErrReadOnly until Verify has looked.
	Apply(Change) error

	// Aside returns what is kept beside the contents.
	Aside() (Aside, error)

	// Versions returns what was kept of week w before, newest first, at most
	// [MaxVersions].
	Versions(w Week) ([]Version, error)

	// Verify looks at everything that is kept, as opening does, and returns
	// nil if the store is whole and takes changes. A store that a failed
	// change left in doubt takes changes again only after it. What is kept may
	// then be the state after that change: load again.
	Verify() error

	// Close lets go of the store. All else after it returns ErrClosed; closing
	// again does nothing.
	Close() error
}

// empty reports whether change changes nothing.
func (change Change) empty() bool {
	return !change.changesContents() && len(change.DropVersions) == 0 &&
		len(change.PutTrash) == 0 && len(change.DropTrash) == 0 && change.Draft == nil
}

// changesContents reports whether change changes more than what stands beside
// the contents.
func (change Change) changesContents() bool {
	return change.ID != "" || len(change.PutKinds) > 0 || len(change.PutEvents) > 0 || len(change.PutEntries) > 0 ||
		len(change.DropKinds) > 0 || len(change.DropEvents) > 0 || len(change.DropEntries) > 0
}

// After returns what c is after change, sorted, in lists of its own. It is
// what a store does, in memory.
func (c Contents) After(change Change) Contents {
	after := Contents{ID: c.ID}
	if change.ID != "" {
		after.ID = change.ID
	}
	after.Kinds = put(c.Kinds, change.PutKinds, change.DropKinds, func(k Kind) string { return k.ID })
	after.Events = put(c.Events, change.PutEvents, change.DropEvents, func(e Event) string { return e.ID })
	after.Entries = put(c.Entries, change.PutEntries, change.DropEntries, func(e Entry) Week { return e.Week })
	after.Sort()
	return after
}

// put returns a new list: items without those whose key is dropped or put
// again, then what is put.
func put[T any, K comparable](items, puts []T, drops []K, key func(T) K) []T {
	replaced := make(map[K]int, len(puts)+len(drops))
	for i, p := range puts {
		replaced[key(p)] = i
	}
	for _, d := range drops {
		replaced[d] = -1
	}
	kept := make([]T, 0, len(items)+len(puts))
	used := make([]bool, len(puts))
	for _, item := range items {
		i, ok := replaced[key(item)]
		switch {
		case !ok:
			kept = append(kept, item)
		case i >= 0: // in place, so that an order without a sort stays
			kept = append(kept, puts[i])
			used[i] = true
		}
	}
	for i, p := range puts {
		if !used[i] && replaced[key(p)] == i {
			kept = append(kept, p)
		}
	}
	return kept
}

func compareEvents(a, b Event) int {
	if c := a.Week.Compare(b.Week); c != 0 {
		return c
	}
	if a.ID < b.ID {
		return -1
	}
	if a.ID > b.ID {
		return 1
	}
	return 0
}

// String tells the size of c and nothing of its text.
func (c Contents) String() string {
	return fmt.Sprintf("%d weeks, %d events, %d kinds", len(c.Entries), len(c.Events), len(c.Kinds))
}
