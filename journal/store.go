package journal

import (
	"fmt"
	"slices"
	"time"
)

// Contents is everything that a journal contains.
type Contents struct {
	ID        string      // of the journal, random, made with it
	Kinds     []Kind      // the user's own and changed kinds only
	Events    []Event     // by week, then id
	Briefs    []Brief     // none or one
	Dismissed []Dismissal // by id
	Entries   []Entry     // by week
}

// lists are all kinds of records. Entries come last: their moments are of kinds.
var lists = []list{KindList, EventList, BriefList, DismissalList, EntryList}

// Catalog returns the built-in kinds with the user's changes, then the user's own.
func (c Contents) Catalog() Kinds { return BuiltInKinds().with(c.Kinds) }

// Empty reports whether nothing was ever logged or declared.
func (c Contents) Empty() bool {
	return !slices.ContainsFunc(lists, func(l list) bool { return !l.empty(&c) })
}

// Sort puts every list in its order.
func (c *Contents) Sort() {
	for _, l := range lists {
		l.sort(c)
	}
}

// Clone returns a copy of c that shares nothing with it.
func (c Contents) Clone() Contents {
	for _, l := range lists {
		l.clone(&c)
	}
	return c
}

// Validate checks everything, also that ids and weeks are unique and that
// every moment's kind is declared, and returns an *[InvalidError] whose field
// is the path from the top of the exchange file.
func (c Contents) Validate() error {
	if !validID(c.ID) {
		return invalid("id", RuleID)
	}
	for _, l := range lists {
		if err := l.validate(&c); err != nil {
			return err
		}
	}
	known := c.Catalog().ids()
	for i, e := range c.Entries {
		if err := e.checkKinds(known); err != nil {
			return within(at("entries", i), err)
		}
	}
	return nil
}

// validateWith is Validate and also checks that every kind is declared.
func (e Entry) validateWith(kinds Kinds) error {
	if err := e.Validate(); err != nil {
		return err
	}
	return e.checkKinds(kinds.ids())
}

// checkKinds checks that every moment's kind has one of the known ids.
func (e Entry) checkKinds(known map[string]bool) error {
	for i, m := range e.Moments {
		if !known[m.Kind] {
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

// has reports whether week w has an entry.
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

// equal reports whether c and o are equal.
func (c Contents) equal(o Contents) bool {
	return c.ID == o.ID && !slices.ContainsFunc(lists, func(l list) bool { return !l.equal(&c, &o) })
}

// Change is what one transaction does to a store. A part left empty changes
// nothing. What is both put and dropped is dropped, and of what is put twice
// the last counts.
type Change struct {
	At            time.Time   // when it is made; stored with versions
	ID            string      // set by a restore into an empty journal only
	PutKinds      []Kind      // replace the kinds with the same ids
	PutEvents     []Event     // replace the events with the same ids
	PutBriefs     []Brief     // replace the brief
	PutDismissed  []Dismissal // are added, each once
	PutEntries    []Entry     // replace the entries of the same weeks
	DropKinds     []string    // ids; one that is not there is no error, one that a moment is of is
	DropEvents    []string    // ids; one that is not there is no error
	DropBriefs    []string    // as other ids
	DropDismissed []string    // as other ids
	DropEntries   []Week      // one that is not there is no error

	// The entry that a put or a drop replaces is stored as a [Version] unless
	// its week is in Fold or the new one is equal.
	Fold         []Week
	DropVersions []Week // weeks whose versions are no longer retained

	PutTrash  []Trashed
	DropTrash []string // ids; one that is not there is no error
	Draft     *Draft   // replaces the draft; an empty one leaves none
}

// Store is where a journal is stored. It is the one seam between the journal and a disk.
//
// The tests in package storetest define what every store must do.
type Store interface {
	// Load returns everything, sorted. It fails with an error that wraps one
	// of this package's sentinels rather than leave anything out.
	Load() (Contents, error)

	// Apply makes a change durable, whole or not at all. When it returns nil
	// the change survives the end of the program and of the machine's power.
	// It refuses with an *[InvalidError] what Load would refuse to return.
	// After an error the store is in the state before or after the change,
	// never one between, and the same change may be applied again; if it
	// does not know which, it returns ErrReadOnly until Verify has looked.
	Apply(Change) error

	// Aside returns what is stored next to the contents.
	Aside() (Aside, error)

	// Versions returns the earlier versions of week w, newest first, at most
	// [MaxVersions].
	Versions(w Week) ([]Version, error)

	// Verify checks everything that is stored, as opening does, and returns
	// nil if the store is whole and takes changes. A store that a failed
	// change left in doubt takes changes again only after it. What is stored may
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

// changesContents reports whether change changes more than what is next to the
// contents.
func (change Change) changesContents() bool { return change.ID != "" || len(change.records()) > 0 }

// records names the records that change puts or drops.
func (change Change) records() []Ref {
	var refs []Ref
	for _, l := range lists {
		refs = append(refs, l.changed(&change)...)
	}
	return refs
}

// After returns what c is after change, sorted. It is what a store does, in
// memory. Lists that change does not touch are shared with c.
func (c Contents) After(change Change) Contents {
	if change.ID != "" {
		c.ID = change.ID
	}
	for _, l := range lists {
		l.apply(&c, &change)
	}
	return c
}

// Puts returns the change that makes c of an empty journal. It shares c's lists.
func (c Contents) Puts() Change {
	change := Change{ID: c.ID}
	for _, l := range lists {
		l.putAll(&change, &c)
	}
	return change
}

// inverse returns the change that leads back to before.
func (change Change) inverse(before Contents) Change {
	var back Change
	if change.ID != "" {
		back.ID = before.ID
	}
	for _, l := range lists {
		l.invert(&back, &before, &change)
	}
	return back
}

// String returns the size of c, and nothing of its text.
func (c Contents) String() string {
	return fmt.Sprintf("%d weeks, %d events, %d kinds", len(c.Entries), len(c.Events), len(c.Kinds))
}
