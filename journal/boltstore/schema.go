package boltstore

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
)

// copyBucket copies a bucket out of the file. In one that is not there, there
// must be nothing by the counts of the head.
func copyBucket(tx *bolt.Tx, name string, counts map[string]int) (pairs []pair, err error) {
	if tx.Bucket([]byte(name)) == nil && counts[name] == 0 {
		return nil, nil
	}
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

// decodeEach decodes pairs, in their order, on all processors: decoding is most
// of what opening a journal takes. Of several errors it returns the first.
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
