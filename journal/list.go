package journal

import (
	"fmt"
	"slices"
)

// Record is what every kind of record in a journal can do. Its key is unique in
// its list: a week, or an id.
type Record[K comparable, T any] interface {
	Key() K
	Validate() error
	Equal(T) bool
	Clone() T
}

// List is one kind of record: its names, its order, and where [Contents] and
// [Change] have it. What a store, a merge, an undo and the trash do with records
// they do with every List alike.
type List[K comparable, T Record[K, T]] struct {
	Name    string                                // of the list, as in the exchange file: "events"
	One     string                                // of one record: "event"
	Compare func(a, b T) int                      // the order; nil for the order in which they were added
	In      func(*Contents) *[]T                  // the records of a journal
	Edits   func(*Change) (puts *[]T, drops *[]K) // what a change does to them
}

// list is a List of any type.
type list interface {
	empty(c *Contents) bool
	equal(a, b *Contents) bool
	sort(c *Contents)
	clone(c *Contents)
	validate(c *Contents) error

	changed(change *Change) []Ref                          // the records that change puts or drops
	apply(c *Contents, change *Change)                     // c becomes what it is after change
	putAll(change *Change, c *Contents)                    // change puts all of c
	invert(back *Change, before *Contents, change *Change) // back becomes what leads back to before
	merge(m *merging)                                      // finds what is missing
	dropped(now *Contents, change *Change) []Item          // what change moves to the trash
	restored(change *Change, t Trashed) bool               // whether change puts what t contains
	restore(change *Change, item Item) bool                // puts item, if it is of this kind
	copied(item Item) (Item, bool)                         // a copy of item, if it is of this kind
}

// Ref names a record: of which kind it is, and its key.
type Ref struct {
	One string // as in [List]
	Key string // an id, or a week
}

func (l List[K, T]) ref(key K) Ref { return Ref{l.One, fmt.Sprint(key)} }

func (l List[K, T]) empty(c *Contents) bool { return len(*l.In(c)) == 0 }

func (l List[K, T]) equal(a, b *Contents) bool { return slices.EqualFunc(*l.In(a), *l.In(b), T.Equal) }

func (l List[K, T]) sort(c *Contents) {
	if l.Compare != nil {
		slices.SortFunc(*l.In(c), l.Compare)
	}
}

func (l List[K, T]) clone(c *Contents) {
	records := slices.Clone(*l.In(c))
	for i := range records {
		records[i] = records[i].Clone()
	}
	*l.In(c) = records
}

// validate checks each record, and that keys are unique.
func (l List[K, T]) validate(c *Contents) error {
	keys := make(map[K]bool)
	for i, r := range *l.In(c) {
		if err := r.Validate(); err != nil {
			return within(at(l.Name, i), err)
		}
		if keys[r.Key()] {
			return invalid(at(l.Name, i)+"."+l.keyField(), RuleUnique)
		}
		keys[r.Key()] = true
	}
	return nil
}

// keyField returns the name of the field that is the key.
func (l List[K, T]) keyField() string {
	var key K
	if _, ok := any(key).(Week); ok {
		return "week"
	}
	return "id"
}

// keys returns the keys of what change puts, then of what it drops.
func (l List[K, T]) keys(change *Change) []K {
	puts, drops := l.Edits(change)
	var keys []K
	for _, p := range *puts {
		keys = append(keys, p.Key())
	}
	return append(keys, *drops...)
}

func (l List[K, T]) changed(change *Change) []Ref {
	var refs []Ref
	for _, key := range l.keys(change) {
		refs = append(refs, l.ref(key))
	}
	return refs
}

// apply leaves a list that change does not touch as it is.
func (l List[K, T]) apply(c *Contents, change *Change) {
	puts, drops := l.Edits(change)
	if len(*puts)+len(*drops) > 0 {
		*l.In(c) = put(*l.In(c), *puts, *drops, T.Key)
		l.sort(c)
	}
}

func (l List[K, T]) putAll(change *Change, c *Contents) {
	puts, _ := l.Edits(change)
	*puts = *l.In(c)
}

func (l List[K, T]) invert(back *Change, before *Contents, change *Change) {
	changed := make(map[K]bool)
	for _, key := range l.keys(change) {
		changed[key] = true
	}
	if len(changed) == 0 {
		return
	}
	puts, drops := l.Edits(back)
	for _, r := range *l.In(before) {
		if key := r.Key(); changed[key] {
			*puts = append(*puts, r)
			delete(changed, key)
		}
	}
	for _, key := range l.keys(change) { // in their order, those that were not there
		if changed[key] {
			*drops = append(*drops, key)
			delete(changed, key)
		}
	}
}

// merge compares every record that is to come in with its namesake.
func (l List[K, T]) merge(m *merging) {
	there := make(map[K]T)
	for _, r := range *l.In(&m.now) {
		there[r.Key()] = r
	}
	var added []T
	for _, r := range *l.In(&m.added) {
		old, ok := there[r.Key()]
		switch {
		case !ok:
			added = append(added, r)
		case old.Equal(r):
			m.same++
		default:
			m.differ = append(m.differ, l.ref(r.Key()))
		}
	}
	*l.In(&m.added) = added
}

func (l List[K, T]) dropped(now *Contents, change *Change) []Item {
	var items []Item
	_, drops := l.Edits(change)
	if len(*drops) == 0 {
		return nil
	}
	for _, r := range *l.In(now) {
		if item, ok := any(r).(Item); ok && slices.Contains(*drops, r.Key()) {
			items = append(items, item)
		}
	}
	return items
}

func (l List[K, T]) restored(change *Change, t Trashed) bool {
	deleted, ok := t.Item.(T)
	puts, _ := l.Edits(change)
	return ok && slices.ContainsFunc(*puts, deleted.Equal)
}

func (l List[K, T]) restore(change *Change, item Item) bool {
	r, ok := item.(T)
	if puts, _ := l.Edits(change); ok {
		*puts = append(*puts, r)
	}
	return ok
}

func (l List[K, T]) copied(item Item) (Item, bool) {
	r, ok := item.(T)
	if !ok {
		return nil, false
	}
	return any(r.Clone()).(Item), true
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
	left := make([]T, 0, len(items)+len(puts))
	used := make([]bool, len(puts))
	for _, item := range items {
		i, ok := replaced[key(item)]
		switch {
		case !ok:
			left = append(left, item)
		case i >= 0: // in place, so that an order without a sort stays
			left = append(left, puts[i])
			used[i] = true
		}
	}
	for i, p := range puts {
		if !used[i] && replaced[key(p)] == i {
			left = append(left, p)
		}
	}
	return left
}
