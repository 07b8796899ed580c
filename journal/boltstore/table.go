package boltstore

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/go-json-experiment/json"
	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/shape"
)

// kinds and entries are the tables that the file treats in a way of their own:
// moments are of kinds, and entries have versions.
var (
	kinds   = tableOf[string, journal.Kind, shape.Kind]{shape.Kinds}
	entries = tableOf[journal.Week, journal.Entry, shape.Entry]{shape.Entries}
)

// tables are all kinds of records, each in a bucket.
var tables = []anyTable{
	kinds, tableOf[string, journal.Event, shape.Event]{shape.Events}, tableOf[string, journal.Brief, shape.Brief]{shape.Briefs},
	tableOf[string, journal.Dismissal, shape.Dismissal]{shape.Dismissed}, entries,
}

// anyTable is a tableOf of any type.
type anyTable interface {
	bucket() string
	check(b box, key string, value []byte) error                             // whether it is a record
	load(b box, pairs []pair, c *journal.Contents) error                     // adds records to c
	put(l *ledger, change *journal.Change) error                             // what change puts and does not drop
	drop(l *ledger, change *journal.Change) error                            // what change drops
	trashed(item journal.Item, week string) (one string, value any, ok bool) // how item is written in the trash
	item(one string, value []byte, week string, lenient bool) (journal.Item, error)
}

// tableOf stores records of one kind in a bucket.
type tableOf[K comparable, T journal.Record[K, T], S any] struct{ shape.Table[K, T, S] }

// stored is a record as it is in the file. Its key is that of the bucket.
type stored[S any] struct {
	Place *int      `json:"place,omitzero"` // in the order of a list that has no other
	Shape S         `json:",embed"`
	Saved time.Time `json:"saved,omitzero"` // when an entry was written here
}

// loaded is a record with what the file knows of it.
type loaded[T any] struct {
	record   T
	revision uint64
	place    int
	saved    time.Time
}

func (t tableOf[K, T, S]) bucket() string { return t.Name }

// store returns r as it is in the file.
func (t tableOf[K, T, S]) store(r T) stored[S] {
	s := stored[S]{Shape: t.Shape(r)}
	*t.Key(&s.Shape) = ""
	return s
}

// decode reads the value under key.
func (t tableOf[K, T, S]) decode(b box, key string, value []byte) (loaded[T], error) {
	var s stored[S]
	revision, err := b.unseal(t.Name, key, value, &s)
	if err != nil {
		return loaded[T]{}, err
	}
	if *t.Key(&s.Shape) != "" {
		return loaded[T]{}, damaged(t.Name, key, errors.New("it has a key inside"))
	}
	*t.Key(&s.Shape) = key
	r := loaded[T]{record: t.Read(s.Shape), revision: revision, saved: s.Saved}
	if s.Place != nil {
		r.place = *s.Place
	}
	if err := r.record.Validate(); err != nil {
		return loaded[T]{}, damaged(t.Name, key, err)
	}
	return r, nil
}

func (t tableOf[K, T, S]) check(b box, key string, value []byte) error {
	_, err := t.decode(b, key, value)
	return err
}

func (t tableOf[K, T, S]) load(b box, pairs []pair, c *journal.Contents) error {
	rows, err := decodeEach(pairs, func(key string, value []byte) (loaded[T], error) { return t.decode(b, key, value) })
	if err != nil {
		return err
	}
	slices.SortStableFunc(rows, func(a, b loaded[T]) int { return cmp.Compare(a.place, b.place) })
	records := t.In(c)
	for _, r := range rows {
		*records = append(*records, r.record)
	}
	return nil
}

// put stores records. In a list without an order, one that is there keeps its
// place and others go to the end.
func (t tableOf[K, T, S]) put(l *ledger, change *journal.Change) error {
	puts, drops := t.Edits(change)
	var places map[string]int
	if t.Compare == nil && len(*puts) > 0 {
		var err error
		if places, err = t.places(l); err != nil {
			return err
		}
	}
	for _, r := range last(*puts, *drops, T.Key) {
		if err := r.Validate(); err != nil {
			return err
		}
		s, key := t.store(r), fmt.Sprint(r.Key())
		if t.Compare == nil {
			place, ok := places[key]
			if !ok {
				place = places[""]
				places[""]++
			}
			s.Place = &place
		}
		if t.Name == entries.Name {
			s.Saved = shape.Time(change.At)
		}
		if err := l.put(t.Name, key, s); err != nil {
			return err
		}
	}
	return nil
}

// places returns the place of each record by its key, and under "" the end.
func (t tableOf[K, T, S]) places(l *ledger) (map[string]int, error) {
	places := map[string]int{"": 0}
	pairs, err := copyBucket(l.tx, t.Name, l.head.counts)
	for _, p := range pairs {
		r, err := t.decode(l.box, p.key, p.value)
		if err != nil {
			return nil, err
		}
		places[p.key], places[""] = r.place, max(places[""], r.place+1)
	}
	return places, err
}

func (t tableOf[K, T, S]) drop(l *ledger, change *journal.Change) error {
	_, drops := t.Edits(change)
	for _, key := range *drops {
		if err := l.drop(t.Name, fmt.Sprint(key)); err != nil {
			return err
		}
	}
	return nil
}

// trashed leaves a key that is the week to the trash, which has it already.
func (t tableOf[K, T, S]) trashed(item journal.Item, week string) (string, any, bool) {
	r, ok := item.(T)
	if !ok {
		return "", nil, false
	}
	s := t.Shape(r)
	if key := t.Key(&s); *key == week {
		*key = ""
	}
	return t.One, s, true
}

// item reads what trashed returned. It returns nil for a record of another kind.
func (t tableOf[K, T, S]) item(one string, value []byte, week string, lenient bool) (journal.Item, error) {
	if one != t.One {
		return nil, nil
	}
	s := new(S)
	if err := json.Unmarshal(value, s, json.RejectUnknownMembers(!lenient)); err != nil {
		return nil, errNotRecord
	}
	if key := t.Key(s); *key == "" {
		*key = week
	}
	item, ok := any(t.Read(*s)).(journal.Item)
	if !ok {
		return nil, errNotRecord
	}
	return item, nil
}

// last returns the puts that count: those that are neither dropped nor put
// again later.
func last[T any, K comparable](puts []T, drops []K, key func(T) K) []T {
	places := make(map[K]int, len(puts))
	for i, p := range puts {
		places[key(p)] = i
	}
	for _, d := range drops {
		delete(places, d)
	}
	var left []T
	for i, p := range puts {
		if place, ok := places[key(p)]; ok && place == i {
			left = append(left, p)
		}
	}
	return left
}

// image is all records of the contents, copied out of the file, so that they
// can be decoded without touching it.
type image struct {
	journal []byte
	pairs   map[string][]pair // by bucket
}

type pair struct {
	key   string
	value []byte
}

func copyAll(tx *bolt.Tx, counts map[string]int) (image, error) {
	meta, err := bucket(tx, metaBucket)
	if err != nil {
		return image{}, err
	}
	all := image{slices.Clone(meta.Get([]byte(keyJournal))), make(map[string][]pair)}
	for _, t := range tables {
		if all.pairs[t.bucket()], err = copyBucket(tx, t.bucket(), counts); err != nil {
			return image{}, err
		}
	}
	return all, nil
}

// decode returns what the records contain, sorted.
func (all image) decode(b box) (c journal.Contents, err error) {
	if c.ID, err = b.decodeJournal(all.journal); err != nil {
		return journal.Contents{}, err
	}
	for _, t := range tables {
		if err := t.load(b, all.pairs[t.bucket()], &c); err != nil {
			return journal.Contents{}, err
		}
	}
	c.Sort()
	// What no single record shows: whether each moment's kind is declared.
	if err := c.Validate(); err != nil {
		return journal.Contents{}, fmt.Errorf("%w: %w", journal.ErrDamaged, err)
	}
	return c, nil
}
