package boltstore

import (
	"bytes"
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
)

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
	meta, err := bucket(tx, metaBucket)
	if err != nil {
		return image{}, err
	}
	all.journal = bytes.Clone(meta.Get([]byte(keyJournal)))
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
func (all image) decode(b box) (c journal.Contents, err error) {
	if c.ID, err = b.decodeJournal(all.journal); err != nil {
		return journal.Contents{}, err
	}
	placed, err := decodeEach(all.kinds, b.decodeKind)
	if err != nil {
		return journal.Contents{}, err
	}
	slices.SortStableFunc(placed, func(a, b placedKind) int { return cmp.Compare(a.place, b.place) })
	for _, k := range placed {
		c.Kinds = append(c.Kinds, k.Kind)
	}
	if c.Events, err = decodeEach(all.events, b.decodeEvent); err != nil {
		return journal.Contents{}, err
	}
	entries, err := decodeEach(all.entries, b.decodeEntry)
	if err != nil {
		return journal.Contents{}, err
	}
	for _, v := range entries {
		c.Entries = append(c.Entries, v.Entry)
	}
	c.Sort()
	// What no record can tell alone: whether each moment's kind is declared.
	if err := c.Validate(); err != nil {
		return journal.Contents{}, fmt.Errorf("%w: %w", journal.ErrDamaged, err)
	}
	return c, nil
}

// decodeEach decodes pairs, in their order, on all processors: decoding is most
// of what opening a journal takes. Of several that fail it tells of the first.
func decodeEach[T any](pairs []pair, decode func(key string, value []byte) (T, error)) ([]T, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	items := make([]T, len(pairs))
	size := max(100, (len(pairs)-1)/runtime.GOMAXPROCS(0)+1)
	failed := make([]error, (len(pairs)-1)/size+1)
	var all sync.WaitGroup
	for i := range failed {
		all.Go(func() {
			for at := i * size; at < min((i+1)*size, len(pairs)) && failed[i] == nil; at++ {
				items[at], failed[i] = decode(pairs[at].key, pairs[at].value)
			}
		})
	}
	all.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return items, nil
}
