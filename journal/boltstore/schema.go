package boltstore

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
)

// The buckets, and the keys in the meta bucket.
const (
	metaBucket    = "meta"
	kindsBucket   = "kinds"
	eventsBucket  = "events"
	entriesBucket = "entries"

	keyFormat  = "format"
	keyVersion = "version"
	keyJournal = "journal"
)

const (
	formatName    = "heliotrope-journal"
	formatVersion = 1
)

// initialize makes the buckets of an empty journal.
func initialize(tx *bolt.Tx, id string) error {
	for _, name := range []string{metaBucket, kindsBucket, eventsBucket, entriesBucket} {
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	record, err := encodeJournal(id)
	if err != nil {
		return err
	}
	meta := tx.Bucket([]byte(metaBucket))
	return errors.Join(
		meta.Put([]byte(keyFormat), []byte(formatName)),
		meta.Put([]byte(keyVersion), []byte(strconv.Itoa(formatVersion))),
		meta.Put([]byte(keyJournal), record),
	)
}

// identify returns an error unless the file is a journal of a known version.
func identify(tx *bolt.Tx) error {
	meta := tx.Bucket([]byte(metaBucket))
	if meta == nil || string(meta.Get([]byte(keyFormat))) != formatName {
		return journal.ErrNotJournal
	}
	version, err := strconv.Atoi(string(meta.Get([]byte(keyVersion))))
	switch {
	case err != nil || version < 1:
		return damaged(metaBucket, keyVersion, errors.New("not a number"))
	case version > formatVersion:
		return fmt.Errorf("%w: format %d", journal.ErrNewerFormat, version)
	}
	return nil
}

// image is everything that the file holds, copied out of it, so that it can be
// decoded without touching the file.
type image struct {
	journal                []byte
	kinds, events, entries []pair
}

type pair struct {
	key   string
	value []byte
}

func copyAll(tx *bolt.Tx) (all image, err error) {
	if err := identify(tx); err != nil {
		return image{}, err
	}
	all.journal = bytes.Clone(tx.Bucket([]byte(metaBucket)).Get([]byte(keyJournal)))
	if all.kinds, err = copyBucket(tx, kindsBucket); err != nil {
		return image{}, err
	}
	if all.events, err = copyBucket(tx, eventsBucket); err != nil {
		return image{}, err
	}
	all.entries, err = copyBucket(tx, entriesBucket)
	return all, err
}

func copyBucket(tx *bolt.Tx, name string) (pairs []pair, err error) {
	b, err := bucket(tx, name)
	if err != nil {
		return nil, err
	}
	err = b.ForEach(func(key, value []byte) error {
		pairs = append(pairs, pair{string(key), bytes.Clone(value)})
		return nil
	})
	return pairs, err
}

func bucket(tx *bolt.Tx, name string) (*bolt.Bucket, error) {
	b := tx.Bucket([]byte(name))
	if b == nil {
		return nil, fmt.Errorf("%w: the bucket %s is missing", journal.ErrDamaged, name)
	}
	return b, nil
}

// decode returns what the records say, sorted.
func (all image) decode() (c journal.Contents, err error) {
	if c.ID, err = decodeJournal(all.journal); err != nil {
		return journal.Contents{}, err
	}
	placed, err := decodeEach(all.kinds, decodeKind)
	if err != nil {
		return journal.Contents{}, err
	}
	slices.SortStableFunc(placed, func(a, b placedKind) int { return cmp.Compare(a.place, b.place) })
	for _, k := range placed {
		c.Kinds = append(c.Kinds, k.Kind)
	}
	if c.Events, err = decodeEach(all.events, decodeEvent); err != nil {
		return journal.Contents{}, err
	}
	if c.Entries, err = decodeEach(all.entries, decodeEntry); err != nil {
		return journal.Contents{}, err
	}
	c.Sort()
	// What no record can tell alone: whether each moment's kind is declared.
	if err := c.Validate(); err != nil {
		return journal.Contents{}, fmt.Errorf("%w: %w", journal.ErrDamaged, err)
	}
	return c, nil
}

func decodeEach[T any](pairs []pair, decode func(key string, value []byte) (T, error)) ([]T, error) {
	var items []T
	for _, p := range pairs {
		item, err := decode(p.key, p.value)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

// apply makes change in tx. What is both put and dropped is dropped, and what
// is put twice is put last, as in [journal.Contents.After].
func apply(tx *bolt.Tx, change journal.Change) error {
	if err := applyID(tx, change.ID); err != nil {
		return err
	}
	if err := applyKinds(tx, change.PutKinds); err != nil {
		return err
	}
	if err := applyEvents(tx, change.PutEvents, change.DropEvents); err != nil {
		return err
	}
	return applyEntries(tx, change.PutEntries, change.DropEntries)
}

func applyID(tx *bolt.Tx, id string) error {
	meta, err := bucket(tx, metaBucket)
	if err != nil || id == "" {
		return err
	}
	record, err := encodeJournal(id)
	if err != nil {
		return err
	}
	return meta.Put([]byte(keyJournal), record)
}

// applyKinds puts kinds. One that is there keeps its place, and others go to
// the end.
func applyKinds(tx *bolt.Tx, puts []journal.Kind) error {
	kinds, err := bucket(tx, kindsBucket)
	if err != nil || len(puts) == 0 {
		return err
	}
	places, end := make(map[string]int), 0
	err = kinds.ForEach(func(key, value []byte) error {
		k, err := decodeKind(string(key), value)
		places[k.ID], end = k.place, max(end, k.place+1)
		return err
	})
	if err != nil {
		return err
	}
	for i, k := range puts {
		if slices.ContainsFunc(puts[i+1:], func(later journal.Kind) bool { return later.ID == k.ID }) {
			continue
		}
		place, ok := places[k.ID]
		if !ok {
			place = end
			end++
		}
		record, err := encodeKind(placedKind{k, place})
		if err != nil {
			return err
		}
		if err := kinds.Put([]byte(k.ID), record); err != nil {
			return err
		}
	}
	return nil
}

func applyEvents(tx *bolt.Tx, puts []journal.Event, drops []string) error {
	events, err := bucket(tx, eventsBucket)
	if err != nil {
		return err
	}
	for _, e := range puts {
		record, err := encodeEvent(e)
		if err != nil {
			return err
		}
		if err := events.Put([]byte(e.ID), record); err != nil {
			return err
		}
	}
	for _, id := range drops {
		if err := events.Delete([]byte(id)); err != nil {
			return err
		}
	}
	return nil
}

func applyEntries(tx *bolt.Tx, puts []journal.Entry, drops []journal.Week) error {
	entries, err := bucket(tx, entriesBucket)
	if err != nil {
		return err
	}
	kinds, err := bucket(tx, kindsBucket)
	if err != nil {
		return err
	}
	builtIn := journal.BuiltInKinds()
	for _, e := range puts {
		record, err := encodeEntry(e)
		if err != nil {
			return err
		}
		for i, m := range e.Moments {
			if _, ok := builtIn.Find(m.Kind); !ok && kinds.Get([]byte(m.Kind)) == nil {
				return &journal.InvalidError{Field: fmt.Sprintf("moments[%d].kind", i), Rule: journal.RuleKind}
			}
		}
		if err := entries.Put([]byte(e.Week.String()), record); err != nil {
			return err
		}
	}
	for _, w := range drops {
		if err := entries.Delete([]byte(w.String())); err != nil {
			return err
		}
	}
	return nil
}
